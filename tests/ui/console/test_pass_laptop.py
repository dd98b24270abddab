"""The laptop that goes from hand to hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lqf_workshop.domain.meeting import Part
from lqf_workshop.domain.rating import Tally
from lqf_workshop_ui.console.pass_laptop import PassLaptop
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.ui.console.lead import Lead, button_of, click, key_of, words_on

ENTER = Qt.Key.Key_Return


@pytest.fixture
def laptop(lead: Lead) -> PassLaptop:
    """The laptop in the first person's hands, who has not touched it yet."""
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    click(button_of(panel, "Pass the laptop"))
    click(panel.laptop.start_button)
    found = lead.window.findChildren(PassLaptop)
    assert len(found) == 1
    lead.until(found[0].isActiveWindow)
    return found[0]


def press(laptop: PassLaptop, key: Qt.Key | str) -> None:
    QTest.keyClick(laptop.focusWidget() or laptop, key_of(key))


def give(laptop: PassLaptop, *votes: int) -> None:
    for vote in votes:
        press(laptop, ENTER)
        press(laptop, str(vote))
        press(laptop, ENTER)


def totals(lead: Lead) -> Tally:
    return lead.services.ratings.reveal(lead.workshop_id, "PQ")


def test_it_begins_with_a_face_that_asks_for_the_next_person(laptop: PassLaptop) -> None:
    assert laptop.faces.currentIndex() == 0
    assert "Hand the laptop to the next person." in words_on(laptop)


def test_it_fills_the_display_of_the_facilitator(lead: Lead, laptop: PassLaptop) -> None:
    assert laptop.isFullScreen()
    assert laptop.screen() is lead.window.screen()


def test_a_number_chooses_and_enter_gives_the_vote(lead: Lead, laptop: PassLaptop) -> None:
    give(laptop, 4)
    assert totals(lead) == Tally((0, 0, 0, 1, 0))


def test_a_choice_can_be_changed_before_it_is_given(lead: Lead, laptop: PassLaptop) -> None:
    press(laptop, ENTER)
    press(laptop, "2")
    press(laptop, "5")
    assert laptop.choice == 5
    press(laptop, ENTER)
    assert totals(lead) == Tally((0, 0, 0, 0, 1))


def test_a_choice_is_not_a_vote_until_it_is_given(lead: Lead, laptop: PassLaptop) -> None:
    press(laptop, ENTER)
    press(laptop, "2")
    voting = lead.meeting.open_round("PQ")
    assert voting is None or voting.voted == 0


def test_zero_says_that_it_cannot_be_seen_from_this_role(lead: Lead, laptop: PassLaptop) -> None:
    give(laptop, 0)
    assert totals(lead) == Tally((0, 0, 0, 0, 0), cant_see=1)


def test_the_mouse_votes_as_the_keyboard_does(lead: Lead, laptop: PassLaptop) -> None:
    click(laptop.next_button)
    click(laptop.rows[2])
    click(laptop.give_button)
    assert totals(lead) == Tally((0, 0, 1, 0, 0))


def test_enter_gives_a_vote_that_was_chosen_with_the_mouse(lead: Lead, laptop: PassLaptop) -> None:
    click(laptop.next_button)
    QTest.mouseClick(laptop.rows[2], Qt.MouseButton.LeftButton)
    press(laptop, ENTER)
    assert totals(lead) == Tally((0, 0, 1, 0, 0))


def test_a_choice_pressed_twice_stays_chosen(laptop: PassLaptop) -> None:
    click(laptop.next_button)
    click(laptop.rows[2])
    click(laptop.rows[2])
    assert laptop.choice == 3


def test_enter_without_a_choice_gives_nothing(lead: Lead, laptop: PassLaptop) -> None:
    press(laptop, ENTER)
    press(laptop, ENTER)
    assert laptop.faces.currentIndex() == 1
    assert not laptop.give_button.isEnabled()
    assert lead.meeting.open_round("PQ") is None


def test_the_next_face_tells_nothing_about_the_vote(laptop: PassLaptop) -> None:
    faces: list[str] = []
    for vote in (1, 5, 0):
        give(laptop, vote)
        faces.append(words_on(laptop).replace(f"{len(faces) + 1} of 11", "some of 11"))
    assert faces[0] == faces[1] == faces[2]
    assert "Thank you. Your vote is in." in faces[0]


def test_the_next_person_meets_a_question_without_a_choice(laptop: PassLaptop) -> None:
    give(laptop, 4)
    press(laptop, ENTER)
    assert laptop.choice is None


def test_the_question_shows_nobody_elses_vote(laptop: PassLaptop) -> None:
    press(laptop, ENTER)
    before = laptop.grab().toImage()
    press(laptop, "5")
    press(laptop, ENTER)
    press(laptop, ENTER)
    assert laptop.grab().toImage() == before


def test_a_number_on_the_next_face_votes_for_nobody(lead: Lead, laptop: PassLaptop) -> None:
    press(laptop, "4")
    assert laptop.choice is None
    assert lead.meeting.open_round("PQ") is None


def test_everyone_sees_how_many_have_voted(laptop: PassLaptop) -> None:
    give(laptop, 4, 4, 5)
    assert "3 of 11 voted" in words_on(laptop)


def test_the_counters_do_not_show_votes_from_the_laptop(lead: Lead, laptop: PassLaptop) -> None:
    give(laptop, 4, 4, 5)
    press(laptop, Qt.Key.Key_Escape)
    panel = lead.panel(VotePanel)
    click(button_of(panel, "Hands"))
    assert {c.count.text() for c in panel.hands.counters.values()} == {"0"}
    assert panel.voted.text() == "3 of 11"


def test_hands_and_laptop_feed_the_same_round(lead: Lead, laptop: PassLaptop) -> None:
    give(laptop, 4)
    press(laptop, Qt.Key.Key_Escape)
    click(button_of(lead.panel(VotePanel), "Hands"))
    lead.console.setFocus()
    lead.press("2")
    assert totals(lead) == Tally((0, 1, 0, 1, 0))


def test_with_the_last_vote_the_laptop_asks_to_be_given_back(laptop: PassLaptop) -> None:
    give(laptop, *[3] * 11)
    assert "All votes are in. Give the laptop back to the facilitator." in words_on(laptop)
    assert not laptop.next_button.isVisible()


def test_a_vote_too_many_is_explained_where_the_person_looks(
    lead: Lead, laptop: PassLaptop
) -> None:
    press(laptop, ENTER)
    lead.vote("PQ", *[3] * 11)
    press(laptop, "4")
    press(laptop, ENTER)
    assert "All 11 votes are in." in words_on(laptop)


def test_escape_gives_the_laptop_back(lead: Lead, laptop: PassLaptop) -> None:
    with lead.qtbot.waitSignal(laptop.finished):
        press(laptop, Qt.Key.Key_Escape)
    assert not laptop.isVisible()


def test_the_button_gives_the_laptop_back(lead: Lead, laptop: PassLaptop) -> None:
    with lead.qtbot.waitSignal(laptop.finished):
        click(laptop.stop_button)


def test_the_keys_of_the_console_do_nothing_while_the_laptop_goes_round(
    lead: Lead, laptop: PassLaptop
) -> None:
    before = lead.stop
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_B, Qt.Key.Key_R):
        press(laptop, key)
    assert lead.stop == before
    assert lead.meeting.open_round("PQ") is None
