"""What the other keys of a running workshop do: cover, timer, undo, help, print, size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel

from lqf_workshop.domain.meeting import Cover, NoteKind, Part
from lqf_workshop.scenes.scene import BlankScene, NeutralScene, TitleScene
from lqf_workshop_ui.console.focus_panel import FocusPanel
from lqf_workshop_ui.console.key_help import KeyHelp
from lqf_workshop_ui.console.vote_panel import VotePanel
from lqf_workshop_ui.paper.preview import PaperWindow
from tests.builders import FixedClock
from tests.ui.console.lead import CONTROL, SHIFT, Lead, button_of, click, seen

K = Qt.Key


@pytest.mark.parametrize("key", ["b", "."])
def test_the_room_turns_black_and_comes_back(lead: Lead, key: str) -> None:
    lead.press(key)
    assert lead.scene == BlankScene()
    lead.press(key)
    assert isinstance(lead.scene, TitleScene)


def test_n_shows_the_neutral_slide_at_once_and_takes_it_off(lead: Lead) -> None:
    lead.press("n")
    assert isinstance(lead.scene, NeutralScene)
    lead.press("n")
    assert isinstance(lead.scene, TitleScene)


def test_n_works_from_the_rooms_window_too(lead: Lead) -> None:
    lead.press_in_the_room("n")
    assert isinstance(lead.scene, NeutralScene)


def test_black_can_become_neutral(lead: Lead) -> None:
    lead.press("b")
    lead.press("n")
    assert isinstance(lead.scene, NeutralScene)


def test_the_header_buttons_cover_the_room_and_show_it_again(lead: Lead) -> None:
    header = lead.console.header
    click(header.blank)
    assert header.blank.text() == "Show again"
    assert header.blank.accessibleName() == "Show again, B"
    click(header.blank)
    assert header.blank.text() == "Blank"
    click(header.neutral)
    assert header.neutral.text() == "Show again"


def test_next_under_a_cover_shows_the_same_slide_again(lead: Lead) -> None:
    before = lead.stop
    lead.press("b")
    lead.press(K.Key_PageDown)
    assert lead.stop == before
    assert isinstance(lead.scene, TitleScene)


def test_what_was_hidden_stays_hidden_when_the_workshop_is_taken_up_again(lead: Lead) -> None:
    lead.press("n")
    click(lead.console.header.leave)
    lead.begin()
    assert lead.meeting.cover is Cover.NEUTRAL
    assert lead.console.header.neutral.text() == "Show again"


def test_t_starts_the_usual_minutes_of_the_step(lead: Lead) -> None:
    lead.press("t")
    assert lead.console.foot.time.text() == "5:00"


def test_a_vote_gets_a_minute(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.press("t")
    assert lead.console.foot.time.text() == "1:00"


def test_t_pauses_and_goes_on(lead: Lead, clock: FixedClock) -> None:
    lead.press("t")
    clock.forward(60)
    lead.press("t")
    clock.forward(600)
    assert lead.console.foot.start.text() == "Go on"
    assert lead.console.foot.start.accessibleName() == "Go on, T"
    lead.press("t")
    assert lead.console.foot.time.text() == "4:00"
    assert lead.console.foot.start.text() == "Pause"


def test_plus_gives_two_minutes_more(lead: Lead) -> None:
    lead.press("t")
    lead.press("+", SHIFT)
    assert lead.console.foot.time.text() == "7:00"


def test_plus_without_a_timer_starts_two_minutes(lead: Lead) -> None:
    lead.press("+")
    assert lead.console.foot.time.text() == "2:00"


def test_t_takes_a_timer_away_that_has_run_out(lead: Lead, clock: FixedClock) -> None:
    lead.press("t")
    clock.forward(400)
    lead.press("t")
    assert lead.meeting.timer is None
    assert not lead.console.foot.time.isVisible()


def test_the_button_of_a_timer_that_has_run_out_says_what_it_does(
    lead: Lead, clock: FixedClock
) -> None:
    lead.press("t")
    clock.forward(400)
    lead.until(lambda: lead.console.foot.start.text() == "Clear")
    click(lead.console.foot.start)
    assert lead.meeting.timer is None


def test_the_timer_goes_with_its_step(lead: Lead) -> None:
    lead.press("t")
    lead.press(K.Key_PageDown)
    assert lead.meeting.timer is not None
    lead.go_to(Part.GRID)
    assert lead.meeting.timer is None


def test_control_z_takes_a_counted_hand_back_and_shift_does_it_again(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    lead.press("3")
    lead.press(K.Key_Z, CONTROL)
    assert panel.hands.counters[3].count.text() == "0"
    assert lead.told == "Taken back: the last count."
    lead.press(K.Key_Z, CONTROL | SHIFT)
    assert panel.hands.counters[3].count.text() == "1"
    assert lead.told == "Done again: the last count."


def test_there_is_nothing_to_take_back_at_the_start(lead: Lead) -> None:
    lead.press(K.Key_Z, CONTROL)
    assert lead.told == "There is nothing to take back."
    lead.press(K.Key_Z, CONTROL | SHIFT)
    assert lead.told == "There is nothing to do again."


def test_undo_does_not_reach_through_a_reveal(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    for key in "333":
        lead.press(key)
    lead.press("r")
    lead.see_result()
    before = lead.meeting.rounds
    lead.press(K.Key_Z, CONTROL)
    assert lead.told == "There is nothing to take back."
    assert lead.meeting.rounds == before
    assert not lead.meeting.open_rounds


def test_undo_after_a_reveal_takes_back_what_came_before_the_votes(lead: Lead) -> None:
    lead.rate("WO", 1, 2, 3, 4, 5)
    lead.go_to(Part.GRID)
    click(button_of(lead.panel(FocusPanel), "Pick Working with others"))
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    lead.press("3")
    lead.press("r")
    lead.see_result()
    lead.press(K.Key_Z, CONTROL)
    assert lead.told == "Taken back: a pick."
    assert lead.meeting.picks == ()


def test_while_typing_control_z_belongs_to_the_words(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    lead.press("3")
    lead.write("abc", lead.console.side.notes)
    lead.press(K.Key_Z, CONTROL)
    assert panel.hands.counters[3].count.text() == "1"
    assert lead.console.side.notes.toPlainText() == ""


def test_f1_opens_help_with_every_key_and_escape_closes_it(lead: Lead) -> None:
    lead.press(K.Key_F1)
    helps = lead.window.findChildren(KeyHelp)
    assert len(helps) == 1
    assert helps[0].isVisible()
    lead.until(helps[0].isActiveWindow)
    with lead.qtbot.waitSignal(helps[0].finished):
        QTest.keyClick(helps[0], K.Key_Escape)
    assert lead.room.showing


def test_no_word_of_the_help_is_cut_off(lead: Lead) -> None:
    lead.go_to(Part.MEANING, "PQ")
    lead.press(K.Key_F1)
    (help_window,) = lead.window.findChildren(KeyHelp)
    lead.qtbot.waitExposed(help_window)
    for label in seen(help_window, QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        fits = label.wordWrap() or label.width() >= label.sizeHint().width()
        assert fits, label.text()
    help_window.reject()


def test_the_question_mark_opens_the_same_help(lead: Lead) -> None:
    click(lead.console.header.help)
    help_window = lead.window.findChild(KeyHelp)
    assert help_window is not None
    assert help_window.isVisible()
    help_window.reject()


def test_control_p_opens_the_paper_so_far(lead: Lead) -> None:
    lead.press(K.Key_P, CONTROL)
    paper = lead.window.findChild(PaperWindow)
    assert paper is not None
    with lead.qtbot.waitSignal(paper.made, timeout=20_000):
        pass
    assert paper.isVisible()
    assert paper.document.pageCount() >= 1
    paper.close()


def test_control_p_first_keeps_the_words_being_typed(lead: Lead) -> None:
    lead.rate("PQ", 1, 2, 3, 4, 5)
    lead.go_to(Part.RESULT, "PQ")
    lead.write("Exact words", lead.see_result().heard.entry)
    lead.press(K.Key_P, CONTROL)
    assert lead.notes(NoteKind.HEARD) == ["Exact words"]
    paper = lead.window.findChild(PaperWindow)
    assert paper is not None
    with lead.qtbot.waitSignal(paper.made, timeout=20_000):
        pass
    paper.close()


def test_control_plus_and_minus_change_the_size_of_the_rooms_words(lead: Lead) -> None:
    lead.press(K.Key_Plus, CONTROL)
    assert lead.window.looks.preferences.room_text == 1.15
    lead.press(K.Key_Minus, CONTROL)
    assert lead.window.looks.preferences.room_text == 1.0


def test_holding_b_blanks_once_and_does_not_flicker(lead: Lead) -> None:
    lead.hold("b")
    assert lead.scene == BlankScene()


def test_a_change_of_the_headcount_is_heard_everywhere(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    lead.press("3")
    lead.console.header.people_changed.emit("12")
    assert panel.voted.text() == "1 of 12"
    assert lead.room_reads.endswith("1 of 12 voted")
    assert lead.console.header.people.text() == "12 people"


def test_the_number_of_people_is_asked_for_in_a_small_dialog(
    lead: Lead, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def answer(_header: type, _parent: object, now: int) -> str:
        asked.append(now)
        return "13"

    monkeypatch.setattr(type(lead.console.header), "ask_number", classmethod(answer))
    click(lead.console.header.people)
    assert asked == [11]
    assert lead.meeting.workshop.plan.headcount == 13


def test_the_dialog_for_the_number_of_people_is_answered_with_the_keyboard(lead: Lead) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue("14")
        QTest.keyClick(dialog, K.Key_Return)

    QTimer.singleShot(0, answer)
    click(lead.console.header.people)
    assert lead.meeting.workshop.plan.headcount == 14


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("many", "How many people? Please type a number from 3 to 30."),
        ("", "How many people? Please type a number from 3 to 30."),
        ("300", "A workshop is for 3 to 30 people, and 300 was typed. Please change it."),
    ],
)
def test_a_headcount_that_cannot_be_is_explained_and_nothing_changes(
    lead: Lead, answer: str, sentence: str
) -> None:
    lead.console.header.people_changed.emit(answer)
    assert lead.told == sentence
    assert lead.meeting.workshop.plan.headcount == 11


def test_the_keyboard_begins_at_the_console(lead: Lead) -> None:
    assert QApplication.focusWidget() is lead.console
