"""Text that saves itself: soon, without leaving the field, and never silently not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.widgets.saved_text import (
    SAVE_AFTER_MILLISECONDS,
    SavedLine,
    SavedText,
    saved_words,
)

Field = SavedText | SavedLine


class Shelf:
    """Where words are put; it can refuse them."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.refusal = ""

    def keep(self, text: str) -> None:
        if self.refusal:
            raise WorkshopProblem(self.refusal)
        self.kept.append(text)


@pytest.fixture
def shelf_of_words() -> Shelf:
    return Shelf()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture(params=[SavedText, SavedLine])
def field(
    request: pytest.FixtureRequest, qtbot: QtBot, window: QWidget, shelf_of_words: Shelf
) -> Field:
    """A field of either kind in a window with another field to go to."""
    box = QVBoxLayout(window)
    made = request.param(shelf_of_words.keep, "Words", window)
    box.addWidget(made)
    box.addWidget(QLineEdit(window))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    assert isinstance(made, SavedText | SavedLine)
    return made


def other(field: Field) -> QLineEdit:
    return next(f for f in field.window().findChildren(QLineEdit) if f is not field)


def read(field: Field) -> str:
    return field.toPlainText() if isinstance(field, SavedText) else field.text()


def write(field: Field, text: str) -> None:
    if isinstance(field, SavedText):
        field.setPlainText(text)
    else:
        field.setText(text)


def test_words_are_saved_soon_without_leaving_the_field(
    field: Field, shelf_of_words: Shelf, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.saver.saved, timeout=2000):
        QTest.keyClicks(field, "hello")
    assert shelf_of_words.kept == ["hello"]
    assert field.hasFocus()


def test_words_are_on_disk_about_300_milliseconds_after_the_first_letter(
    qtbot: QtBot, services: Services, prepared: WorkshopId
) -> None:
    field = SavedText(lambda text: services.notes.keep_private(prepared, "1", text), "Words", None)
    qtbot.addWidget(field)
    field.show()

    def on_disk() -> list[str]:
        meeting = services.meetings.read(prepared)
        return [note.text for note in meeting.notes_of(NoteKind.PRIVATE)]

    since = QElapsedTimer()
    since.start()
    QTest.keyClicks(field, "hello")
    assert on_disk() == []
    qtbot.waitUntil(lambda: on_disk() == ["hello"], timeout=2000)
    assert since.elapsed() >= SAVE_AFTER_MILLISECONDS - 20


def test_typing_on_does_not_put_saving_off(
    field: Field, shelf_of_words: Shelf, qtbot: QtBot
) -> None:
    letters = iter("a long sentence typed without a single pause" * 5)
    since = QElapsedTimer()
    since.start()

    def type_until_saved() -> bool:
        QTest.keyClicks(field, next(letters))
        return bool(shelf_of_words.kept)

    qtbot.waitUntil(type_until_saved, timeout=2000)
    assert read(field).startswith(shelf_of_words.kept[0])


def test_leaving_the_field_saves_at_once(field: Field, shelf_of_words: Shelf) -> None:
    QTest.keyClicks(field, "hello")
    other(field).setFocus()
    assert shelf_of_words.kept == ["hello"]


def test_words_put_back_as_they_were_are_not_saved_again(
    field: Field, shelf_of_words: Shelf
) -> None:
    QTest.keyClicks(field, "hello")
    field.saver.flush()
    write(field, "other")
    write(field, "hello")
    field.saver.flush()
    assert shelf_of_words.kept == ["hello"]


def test_refused_words_stay_and_are_explained(
    field: Field, shelf_of_words: Shelf, qtbot: QtBot
) -> None:
    shelf_of_words.refusal = "The disk is full."
    with qtbot.waitSignal(field.saver.refused, timeout=2000) as refused:
        QTest.keyClicks(field, "hello")
    assert refused.args == ["The disk is full."]
    assert read(field) == "hello"
    assert field.saver.waiting


def test_refused_words_are_tried_again_with_the_next_letter(
    field: Field, shelf_of_words: Shelf, qtbot: QtBot
) -> None:
    shelf_of_words.refusal = "The disk is full."
    with qtbot.waitSignal(field.saver.refused, timeout=2000):
        QTest.keyClicks(field, "hell")
    shelf_of_words.refusal = ""
    with qtbot.waitSignal(field.saver.saved, timeout=2000):
        QTest.keyClicks(field, "o")
    assert shelf_of_words.kept == ["hello"]


def test_stored_words_are_shown_when_nobody_types_here(field: Field) -> None:
    other(field).setFocus()
    field.show_text("from disk")
    assert read(field) == "from disk"
    assert not field.saver.waiting


def test_stored_words_do_not_disturb_the_person_typing(field: Field) -> None:
    QTest.keyClicks(field, "hel")
    field.show_text("from disk")
    assert read(field) == "hel"


def test_stored_words_do_not_replace_words_that_could_not_be_saved(
    field: Field, shelf_of_words: Shelf
) -> None:
    shelf_of_words.refusal = "The disk is full."
    QTest.keyClicks(field, "hello")
    other(field).setFocus()
    field.show_text("from disk")
    assert read(field) == "hello"


def test_showing_stored_words_saves_nothing(field: Field, shelf_of_words: Shelf) -> None:
    field.replace_text("from disk")
    field.saver.flush()
    other(field).setFocus()
    assert shelf_of_words.kept == []


def test_replacing_words_saves_those_being_typed_first(field: Field, shelf_of_words: Shelf) -> None:
    QTest.keyClicks(field, "hello")
    field.replace_text("another step's words")
    assert shelf_of_words.kept == ["hello"]
    assert read(field) == "another step's words"


def test_an_announcement_that_leads_back_here_saves_once(field: Field) -> None:
    kept: list[str] = []

    def keep_and_announce(text: str) -> None:
        kept.append(text)
        field.saver.flush()

    field.saver._save = keep_and_announce
    QTest.keyClicks(field, "hello")
    field.saver.flush()
    assert kept == ["hello"]
    assert not field.saver.waiting


def test_words_replaced_while_they_are_saved_are_not_saved_as_the_new_ones(
    field: Field,
) -> None:
    kept: list[str] = []

    def keep_and_move_on(text: str) -> None:
        kept.append(text)
        field.replace_text("")

    field.saver._save = keep_and_move_on
    QTest.keyClicks(field, "hello")
    field.saver.flush()
    field.saver.flush()
    assert kept == ["hello"]
    assert not field.saver.waiting


def test_a_bug_while_saving_does_not_end_the_saving(field: Field, shelf_of_words: Shelf) -> None:
    def break_down(_text: str) -> None:
        raise ZeroDivisionError

    field.saver._save = break_down
    write(field, "hello")
    with pytest.raises(ZeroDivisionError):
        field.saver.flush()
    field.saver._save = shelf_of_words.keep
    field.saver.flush()
    assert shelf_of_words.kept == ["hello"]


def test_tab_leaves_a_field_of_several_lines(field: Field) -> None:
    QTest.keyClicks(field, "hello")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert other(field).hasFocus()


def test_the_field_is_named_for_those_who_listen(field: Field) -> None:
    assert field.accessibleName() == "Words"


def test_the_screen_says_saved() -> None:
    assert saved_words() == "Saved"
