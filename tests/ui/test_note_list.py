"""Notes typed in the room: kept while they are typed, shown, hidden and removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import Source
from lqf_workshop.domain.meeting import Note, NoteKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.note_list import NoteList
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from tests.ui.console.lead import button_of, buttons_of, click, type_words, words_on

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


class Talk:
    """One list of notes on a talk, as the console holds it, and what is on disk."""

    def __init__(self, services: Services, workshop_id: int, choices: Path) -> None:
        self.services, self.workshop_id = services, workshop_id
        self.told: list[str] = []
        self.owner = QObject()
        looks, problems = Looks(choices, self.owner), Problems(self.owner)
        problems.told.connect(self._hear)
        changes = ChangeSignals(services.changes, self.owner)
        self.live = LiveMeeting(services, changes, self.owner)
        self.live.take(workshop_id)
        self.list = NoteList(
            services,
            self.live,
            looks,
            problems,
            NoteKind.TALK,
            name="Notes",
            hint="",
        )
        self.live.changed.connect(self._redraw)
        self.list.show_notes("1")
        self.list.show()

    def _hear(self, sentence: str, _problem: bool) -> None:
        self.told.append(sentence)

    def _redraw(self) -> None:
        self.list.show_notes("1")

    def type(self, text: str) -> None:
        type_words(self.list.entry, text)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.list.entry, key, held)

    def undo(self) -> str:
        return self.services.journal.undo()

    @property
    def notes(self) -> tuple[Note, ...]:
        return self.services.meetings.read(self.workshop_id).notes_of(NoteKind.TALK)

    @property
    def texts(self) -> list[str]:
        return [note.text for note in self.notes]


@pytest.fixture
def talk(
    qtbot: QtBot, light: None, services: Services, prepared: WorkshopId, preferences: Path
) -> Iterator[Talk]:
    made = Talk(services, prepared, preferences)
    qtbot.waitExposed(made.list)
    yield made
    made.list.close()
    made.list.deleteLater()
    made.owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_note_is_on_disk_while_it_is_still_typed(talk: Talk, qtbot: QtBot) -> None:
    talk.type("Nobody as")
    qtbot.waitUntil(lambda: talk.texts == ["Nobody as"], timeout=1000)


def test_a_note_being_typed_stands_in_its_field_and_not_yet_in_the_list(
    talk: Talk, qtbot: QtBot
) -> None:
    talk.type("Nobody as")
    qtbot.waitUntil(lambda: bool(talk.texts), timeout=1000)
    assert "Nobody as" not in words_on(talk.list)
    assert talk.list.entry.toPlainText() == "Nobody as"


def test_typing_on_changes_the_same_note(talk: Talk, qtbot: QtBot) -> None:
    talk.type("Nobody as")
    qtbot.waitUntil(lambda: bool(talk.texts), timeout=1000)
    talk.type("ked her")
    qtbot.waitUntil(lambda: talk.texts == ["Nobody asked her"], timeout=1000)


def test_enter_finishes_a_note_and_begins_afresh(talk: Talk) -> None:
    talk.type("Nobody asked her")
    talk.press(ENTER)
    assert talk.texts == ["Nobody asked her"]
    assert talk.list.entry.toPlainText() == ""
    assert "Nobody asked her" in words_on(talk.list)


def test_shift_enter_begins_a_new_line(talk: Talk) -> None:
    talk.type("one")
    talk.press(ENTER, Qt.KeyboardModifier.ShiftModifier)
    talk.type("two")
    talk.press(ENTER)
    assert talk.texts == ["one\ntwo"]


def test_enter_on_nothing_makes_no_note(talk: Talk) -> None:
    talk.press(ENTER)
    talk.type("   ")
    talk.press(ENTER)
    assert talk.texts == []


def test_the_add_button_does_what_enter_does(talk: Talk) -> None:
    talk.type("Nobody asked her")
    click(talk.list.add_button)
    assert [(n.text, n.shown) for n in talk.notes] == [("Nobody asked her", False)]


def test_the_show_button_keeps_a_note_and_shows_it(talk: Talk) -> None:
    talk.type("Nobody asked her")
    click(talk.list.show_button)
    assert [(n.text, n.shown) for n in talk.notes] == [("Nobody asked her", True)]


def test_the_newest_note_stands_first(talk: Talk) -> None:
    for text in ("first", "second"):
        talk.type(text)
        talk.press(ENTER)
    words = words_on(talk.list)
    assert words.index("second") < words.index("first")


def test_a_note_is_shown_hidden_and_removed_with_its_own_buttons(talk: Talk) -> None:
    talk.type("Nobody asked her")
    talk.press(ENTER)
    click(button_of(talk.list, "Show on the big screen"))
    assert talk.notes[0].shown
    click(button_of(talk.list, "Take off the big screen"))
    assert not talk.notes[0].shown
    click(button_of(talk.list, "Remove this note"))
    assert talk.texts == []


def test_a_removed_note_comes_back_with_undo(talk: Talk) -> None:
    talk.type("Nobody asked her")
    talk.press(ENTER)
    before = talk.notes
    click(button_of(talk.list, "Remove this note"))
    talk.undo()
    assert talk.notes == before


def test_a_note_emptied_while_typing_is_no_note(talk: Talk, qtbot: QtBot) -> None:
    talk.type("oops")
    qtbot.waitUntil(lambda: bool(talk.texts), timeout=1000)
    talk.list.entry.clear()
    talk.press(ENTER)
    assert talk.texts == []


def test_a_note_taken_back_while_its_words_stand_is_kept_again_with_the_next_letter(
    talk: Talk, qtbot: QtBot
) -> None:
    talk.type("Nobody as")
    qtbot.waitUntil(lambda: bool(talk.texts), timeout=1000)
    talk.undo()
    assert talk.texts == []
    talk.type("ked her")
    qtbot.waitUntil(lambda: talk.texts == ["Nobody asked her"], timeout=1000)


def test_a_note_too_long_stays_in_its_field_and_is_explained(talk: Talk) -> None:
    long = "word " * 10_001
    talk.list.entry.setPlainText(long)
    talk.press(ENTER)
    assert talk.told[-1] == (
        "That is 50,005 characters long; at most 50,000 fit here. Please shorten it."
    )
    assert talk.list.entry.toPlainText() == long
    assert talk.texts == []


def test_a_note_shortened_again_is_kept(talk: Talk) -> None:
    talk.list.entry.setPlainText("word " * 10_001)
    talk.press(ENTER)
    talk.list.entry.setPlainText("word")
    talk.press(ENTER)
    assert talk.texts == ["word"]


def test_markup_is_shown_as_it_was_typed(talk: Talk) -> None:
    talk.type("<b>not bold</b> &amp; <img src=x>")
    talk.press(ENTER)
    assert "<b>not bold</b> &amp; <img src=x>" in words_on(talk.list)


def test_words_of_a_right_to_left_language_are_kept_whole(talk: Talk) -> None:
    talk.type("שאלנו את המשפחה 👩🏾‍🦽 สวัสดี é")
    talk.press(ENTER)
    assert talk.texts == ["שאלנו את המשפחה 👩🏾‍🦽 สวัสดี é"]


def test_a_list_for_the_facilitator_only_offers_no_way_to_the_big_screen(
    qtbot: QtBot, light: None, services: Services, prepared: WorkshopId, preferences: Path
) -> None:
    owner = QObject()
    live = LiveMeeting(services, ChangeSignals(services.changes, owner), owner)
    live.take(prepared)
    looks, problems = Looks(preferences, owner), Problems(owner)
    parked = NoteList(
        services, live, looks, problems, NoteKind.PARKING, name="P", hint="", for_room=False
    )
    qtbot.addWidget(parked)
    parked.show_notes("")
    parked.show()
    type_words(parked.entry, "Pay")
    QTest.keyClick(parked.entry, ENTER)
    parked.show_notes("")
    assert not parked.show_button.isVisible()
    assert buttons_of(parked, "Remove this note")
    assert not [b for b in buttons_of(parked, "Remove this note") if b.text() == "Show"]


def test_a_note_becomes_an_action_in_one_step(talk: Talk) -> None:
    talk.type("Ask Nights first")
    talk.press(ENTER)
    click(button_of(talk.list, "Make an action from this note"))
    (action,) = talk.services.meetings.read(talk.workshop_id).actions
    assert (action.text.what, action.source) == ("Ask Nights first", Source())
    assert talk.told == ["An action with these words waits for you under “Agree actions”."]
    assert talk.texts == ["Ask Nights first"]


def test_too_long_a_note_makes_no_action_and_says_why(talk: Talk) -> None:
    talk.services.notes.add(talk.workshop_id, NoteKind.TALK, "1", "x" * 3_000)
    click(button_of(talk.list, "Make an action from this note"))
    assert talk.services.meetings.read(talk.workshop_id).actions == ()
    assert "Please shorten it" in talk.told[0]


def test_leaving_a_subject_finishes_the_note_about_it(talk: Talk) -> None:
    talk.type("Nobody asked her")
    talk.list.show_notes("2")
    assert [(n.text, n.about) for n in talk.notes] == [("Nobody asked her", "1")]
    assert talk.list.entry.toPlainText() == ""
    assert "Nobody asked her" not in words_on(talk.list)


def test_a_note_done_again_has_all_its_words(talk: Talk, qtbot: QtBot) -> None:
    talk.type("No")
    qtbot.waitUntil(lambda: bool(talk.texts), timeout=1000)
    talk.type("body asked her")
    talk.press(ENTER)
    talk.undo()
    talk.services.journal.redo()
    assert talk.texts == ["Nobody asked her"]
