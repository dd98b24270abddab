"""A facilitator at the console: presses keys and buttons, and reads what is on show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.meeting import Meeting, NoteKind, Part, Stop
from lqf_workshop.scenes.scene import Scene
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.background import stop_all
from lqf_workshop_ui.big_screen.room import Room
from lqf_workshop_ui.big_screen.words import words_of
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.console.console import Console
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.console.result_panel import ResultPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import MessageBar, Problems
from tests import builders

P = TypeVar("P", bound=StepPanel)
W = TypeVar("W", bound=QWidget)
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class ConsoleWindow(QWidget):
    """The console and the message bar in a window of their own, without the other pages."""

    def __init__(self, services: Services, preferences: Path) -> None:
        super().__init__()
        self.looks = Looks(preferences, self)
        self.problems = Problems(self)
        self.changes = ChangeSignals(services.changes, self)
        self.room = Room(self.looks, services.desk.clock, self)
        self.console = Console(services, self.changes, self.looks, self.problems, self.room, self)
        self.message_bar = MessageBar(self.problems, self.looks, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.console, 1)
        box.addWidget(self.message_bar)
        self.resize(1366, 768)


class Lead:
    """One facilitator leading one workshop."""

    def __init__(
        self, qtbot: QtBot, services: Services, workshop_id: int, preferences: Path
    ) -> None:
        self.qtbot = qtbot
        self.services = services
        self.workshop_id = workshop_id
        self.window = ConsoleWindow(services, preferences)
        self.console = self.window.console
        self.room = self.window.room

    def begin(self) -> None:
        """Show the console and begin, or continue."""
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.console.begin(self.workshop_id)
        self.console.setFocus()

    def end(self) -> None:
        """Close everything, as the program does at its end."""
        self.console.pause()
        stop_all(self.window)
        room_window = self.room.window
        for window in (room_window, self.window):
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # Hands

    def press(self, key: Qt.Key | str, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self._keyboard, key_of(key), held)

    @property
    def _keyboard(self) -> QWidget:
        """Where the keyboard is on this laptop, also while another one is in front in a test."""
        there = holder = QApplication.focusWidget()
        while holder is not None and holder is not self.window:
            holder = holder.parentWidget()
        own = there if holder is not None else self.window.focusWidget()
        return own or self.console

    def hold(self, key: str) -> None:
        """Hold a letter or number key down for a while, so that it repeats itself."""
        where = self._keyboard
        for again in (False, True, True, True):
            event = QKeyEvent(QEvent.Type.KeyPress, key_of(key), PLAIN, key, again)
            QApplication.sendEvent(where, event)

    def press_in_the_room(self, key: Qt.Key | str) -> None:
        """Press a key, or a clicker, while the room's window has the keyboard."""
        QTest.keyClick(self.room.window, key_of(key))

    def write(self, text: str, into: QWidget) -> None:
        """Type words into a field, letter by letter."""
        close_popup()
        into.setFocus()
        type_words(into, text)

    def go_to(self, part: Part, about: str = "") -> None:
        """Go to a moment of the meeting."""
        builders.go_to(self.services, self.workshop_id, part, about)

    def vote(self, dimension: str, *answers: int) -> None:
        """Let people vote in secret."""
        builders.vote(self.services, self.workshop_id, dimension, *answers)

    def rate(self, dimension: str, *answers: int) -> None:
        """Let people vote, and reveal it."""
        builders.rate(self.services, self.workshop_id, dimension, *answers)

    # Eyes

    def until(self, seen: Callable[[], object]) -> None:
        """Wait until something can be seen."""
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=5000)

    def panel(self, kind: type[P]) -> P:
        """Return the panel on show once it is of this kind."""
        self.until(lambda: isinstance(self.console.panels.panel, kind))
        shown = self.console.panels.panel
        assert isinstance(shown, kind)
        return shown

    def see_result(self) -> ResultPanel:
        """Wait for the panel of a reveal, which comes just after the room has its dots."""
        return self.panel(ResultPanel)

    @property
    def meeting(self) -> Meeting:
        """The workshop as it is on disk."""
        return self.services.meetings.read(self.workshop_id)

    @property
    def stop(self) -> Stop:
        """Where the meeting is, on disk."""
        stop = self.meeting.stop_now()
        assert stop is not None
        return stop

    def notes(self, kind: NoteKind) -> list[str]:
        """The words on disk of notes of one kind."""
        return [note.text for note in self.meeting.notes_of(kind)]

    @property
    def told(self) -> str:
        """The sentence in the message bar."""
        return self.window.message_bar.text()

    @property
    def scene(self) -> Scene:
        """What the room is shown."""
        return self.room.window.stage.scene

    @property
    def room_reads(self) -> str:
        """All words the room can read."""
        return words_of(self.scene)

    @property
    def reads(self) -> str:
        """All words on the labels and buttons that the facilitator sees."""
        return words_on(self.window)


def close_popup() -> None:
    """Close a list of suggestions, as the next click beside it does."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def key_of(key: Qt.Key | str) -> Qt.Key:
    """Return the key that writes a letter, figure or mark; other keys go by their names."""
    return Qt.Key(ord(key.upper())) if isinstance(key, str) else key


def type_words(into: QWidget, text: str) -> None:
    """Type words, those too that no key of an English keyboard gives."""
    for letter in text:
        if letter.isascii() and letter.isprintable():
            QTest.keyClicks(into, letter)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QApplication.sendEvent(into, composed)


def click(button: QAbstractButton) -> None:
    """Press a button that a person can see and press."""
    close_popup()
    assert button.isVisible(), f"{button.text()!r} cannot be seen"
    assert button.isEnabled(), f"{button.text()!r} cannot be pressed"
    button.click()


def seen(parent: QWidget, kind: type[W]) -> list[W]:
    """Return the widgets of a kind that can be seen, in the order they were made."""
    QCoreApplication.processEvents()  # a layout shows what it was given when Qt has time
    return [found for found in parent.findChildren(kind) if found.isVisible()]


def button_of(parent: QWidget, name: str) -> QAbstractButton:
    """Return the one button that reads ``name``, or is called so to those who listen."""
    found = buttons_of(parent, name)
    assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
    return found[0]


def buttons_of(parent: QWidget, name: str) -> list[QAbstractButton]:
    """Return the buttons that read ``name``; waits for the first of them to be shown."""
    waited = QDeadlineTimer(3000)
    while True:
        named = [b for b in seen(parent, QAbstractButton) if name in (b.text(), b.accessibleName())]
        if named or waited.hasExpired():
            return named


def words_on(widget: QWidget) -> str:
    """Return the words of all labels and buttons that can be seen."""
    found = [child.text() for child in seen(widget, QLabel)]
    found += [child.text() for child in seen(widget, QAbstractButton)]
    return "\n".join(text for text in found if text)
