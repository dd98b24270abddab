"""Counting hands, and the reveal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop.domain.rating import ANSWERS, Tally
from lqf_workshop.scenes.scene import ResultScene, Scene, VoteScene
from lqf_workshop_ui.console.counter import Counter
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.ui.console.lead import Lead, button_of, click, seen

ELEVEN = "11122233345"


@pytest.fixture
def voting(lead: Lead) -> VotePanel:
    """The controls of the first vote."""
    lead.go_to(Part.VOTE, "PQ")
    return lead.panel(VotePanel)


def counted(panel: VotePanel) -> dict[int, str]:
    return {answer: counter.count.text() for answer, counter in panel.hands.counters.items()}


def revealed(lead: Lead, dimension: str = "PQ") -> list[Tally]:
    return [one.tally for one in lead.meeting.revealed(dimension)]


def test_each_number_key_counts_one_hand_for_its_answer(lead: Lead, voting: VotePanel) -> None:
    for answer in ANSWERS:
        lead.press(str(answer))
        assert counted(voting)[answer] == "1"
    assert set(counted(voting).values()) == {"1"}


def test_plus_and_minus_count_a_hand_up_and_down(voting: VotePanel) -> None:
    for counter in voting.hands.counters.values():
        click(counter.more)
    click(voting.hands.counters[4].more)
    click(voting.hands.counters[1].less)
    assert counted(voting) == {1: "0", 2: "1", 3: "1", 4: "2", 5: "1", 0: "1"}


def test_no_hand_can_be_taken_from_none(voting: VotePanel) -> None:
    assert not voting.hands.counters[3].less.isEnabled()


def test_the_facilitator_reads_how_many_votes_are_in_and_missing(
    lead: Lead, voting: VotePanel
) -> None:
    for key in ELEVEN[:9]:
        lead.press(key)
    assert voting.voted.text() == "9 of 11"
    assert voting.missing.text() == "2 votes still to count"


def test_one_missing_vote_is_said_in_the_singular(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN[:10]:
        lead.press(key)
    assert voting.missing.text() == "1 vote still to count"


def test_all_votes_in_is_said_so(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN:
        lead.press(key)
    assert voting.voted.text() == "11 of 11"
    assert voting.missing.text() == "All votes are in"


def test_the_room_reads_only_how_many_have_voted(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN[:9]:
        lead.press(key)
    assert isinstance(lead.scene, VoteScene)
    assert lead.room_reads.endswith("9 of 11 voted")


def test_a_vote_beyond_the_headcount_is_explained_and_not_counted(
    lead: Lead, voting: VotePanel
) -> None:
    for key in ELEVEN + "5":
        lead.press(key)
    assert lead.told == ("All 11 votes are in. If more people came, change the number of people.")
    assert voting.hands.counters[5].count.text() == "1"


def test_a_headcount_that_shrinks_names_the_votes_too_many(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN:
        lead.press(key)
    lead.console.header.people_changed.emit("9")
    assert voting.voted.text() == "11 of 9"
    assert voting.missing.text() == "2 votes more than people"


def test_each_counter_is_named_for_those_who_listen(voting: VotePanel) -> None:
    click(voting.hands.counters[4].more)
    assert voting.hands.counters[4].count.accessibleName() == "4: 1"
    assert voting.hands.counters[4].more.accessibleName() == "One more: 4"


def test_the_counters_carry_the_words_of_the_scale(voting: VotePanel) -> None:
    heads = [counter.word.text() for counter in seen(voting, Counter)]
    assert heads == ["Not yet", "Starting", "Usually", "Reliably", "Leading", "Can’t see"]


def test_r_reveals_every_vote_as_a_total(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN:
        lead.press(key)
    lead.press("r")
    lead.see_result()
    assert revealed(lead) == [Tally((3, 3, 3, 1, 1))]


def test_the_reveal_button_does_what_r_does(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN:
        lead.press(key)
    click(voting.reveal_button)
    lead.see_result()
    assert revealed(lead) == [Tally((3, 3, 3, 1, 1))]


def test_after_a_reveal_the_room_sees_the_dots_at_once(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN:
        lead.press(key)
    lead.press("r")
    assert isinstance(lead.scene, ResultScene)
    assert lead.scene.counts == (3, 3, 3, 1, 1)


def test_the_room_has_its_dots_before_anything_else_is_drawn(lead: Lead, voting: VotePanel) -> None:
    with lead.qtbot.waitExposed(lead.room.window):
        lead.room.open()
    for key in ELEVEN:
        lead.press(key)
    stage, panels = lead.room.window.stage, lead.console.panels
    on_show: list[tuple[type[Scene], object]] = []
    stage.painted.connect(lambda: on_show.append((type(stage.scene), panels.panel)))
    lead.press("r")
    assert on_show == [(ResultScene, voting)]


def test_reveal_works_with_votes_missing_and_names_them(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN[:9]:
        lead.press(key)
    lead.press("r")
    panel = lead.see_result()
    assert "9 of 11 voted" in panel.numbers.text()


def test_there_is_nothing_to_reveal_before_a_vote(lead: Lead, voting: VotePanel) -> None:
    assert not voting.reveal_button.isEnabled()
    lead.press("r")
    assert "Nobody is voting on this now" in lead.told


def test_taking_the_only_hand_back_leaves_nothing_to_reveal(lead: Lead, voting: VotePanel) -> None:
    lead.press("3")
    click(voting.hands.counters[3].less)
    assert not voting.reveal_button.isEnabled()
    lead.press("r")
    assert lead.told == "No votes are in yet. Count them first, then reveal."


def test_r_where_nobody_votes_says_so(lead: Lead) -> None:
    lead.press("r")
    assert lead.told == "There is no vote to reveal here."


def test_those_who_cannot_see_it_are_counted_apart(lead: Lead, voting: VotePanel) -> None:
    for key in "3334400":
        lead.press(key)
    lead.press("r")
    panel = lead.see_result()
    assert revealed(lead) == [Tally((0, 0, 3, 2, 0), cant_see=2)]
    assert "2 can’t see this from their role" in panel.numbers.text()


def test_a_second_vote_is_kept_beside_the_first(lead: Lead, voting: VotePanel) -> None:
    for key in ELEVEN:
        lead.press(key)
    lead.press("r")
    click(lead.see_result().again_button)
    lead.panel(VotePanel)
    for key in "33333344444":
        lead.press(key)
    lead.press("r")
    panel = lead.see_result()
    assert revealed(lead) == [Tally((3, 3, 3, 1, 1)), Tally((0, 0, 6, 5, 0))]
    assert isinstance(lead.scene, ResultScene)
    assert lead.scene.first == (3, 3, 3, 1, 1)
    assert "Middle vote 3, was 2" in panel.numbers.text()


def test_after_two_votes_no_third_is_offered(lead: Lead, voting: VotePanel) -> None:
    lead.press("3")
    lead.press("r")
    click(lead.see_result().again_button)
    lead.press("4")
    lead.press("r")
    panel = lead.see_result()
    lead.until(lambda: not panel.again_button.isVisible())


def test_a_second_vote_starts_from_no_hands(lead: Lead, voting: VotePanel) -> None:
    lead.press("3")
    lead.press("r")
    click(lead.see_result().again_button)
    assert set(counted(lead.panel(VotePanel)).values()) == {"0"}


def test_undo_takes_the_last_counted_hand_back(lead: Lead, voting: VotePanel) -> None:
    lead.press("3")
    lead.press("4")
    click(voting.undo_button)
    assert (voting.hands.counters[3].count.text(), voting.hands.counters[4].count.text()) == (
        "1",
        "0",
    )


def test_votes_of_one_dimension_are_not_shown_on_the_next(lead: Lead, voting: VotePanel) -> None:
    lead.press("3")
    lead.go_to(Part.VOTE, "WO")
    assert set(counted(lead.panel(VotePanel)).values()) == {"0"}


def test_everyone_alike_is_named_because_it_tells_every_vote(lead: Lead, voting: VotePanel) -> None:
    for _person in range(11):
        lead.press("4")
    lead.press("r")
    assert lead.told.startswith("All votes so far are the same")
    assert not lead.meeting.revealed("PQ")
    lead.press("r")
    panel = lead.see_result()
    assert panel.unanimous.isVisible()


def test_hands_are_not_counted_while_the_laptop_goes_round(lead: Lead, voting: VotePanel) -> None:
    click(button_of(voting, "Pass the laptop"))
    lead.press("4")
    assert voting.voted.text() == "0 of 11"
    assert not seen(voting, Counter)


def test_a_held_key_counts_one_hand_only(lead: Lead, voting: VotePanel) -> None:
    lead.hold("4")
    assert counted(voting)[4] == "1"


def test_a_hand_counted_in_the_moment_of_the_reveal_begins_no_second_vote(
    lead: Lead, voting: VotePanel
) -> None:
    lead.press("3")
    lead.press("r")
    lead.press("3")
    assert not lead.meeting.open_rounds


def test_the_next_way_after_a_reveal_leads_to_the_next_dimension(
    lead: Lead, voting: VotePanel
) -> None:
    lead.press("3")
    lead.press("r")
    lead.see_result()
    lead.press(Qt.Key.Key_PageDown)
    assert lead.stop == Stop(lead.stop.step_id, Part.MEANING, "WO")


def test_a_focused_team_can_vote_again_from_the_grid_step(lead: Lead) -> None:
    lead.rate("PQ", 1, 2, 3, 4, 5)
    lead.services.runs.pick(lead.workshop_id, "PQ")
    focus_step = next(s for s in lead.meeting.stops() if s.part is Part.GRID).step_id
    lead.services.runs.go(lead.workshop_id, Stop(focus_step, Part.RESULT, "PQ"))
    click(lead.see_result().again_button)
    lead.panel(VotePanel)
    assert lead.stop == Stop(focus_step, Part.VOTE, "PQ")
