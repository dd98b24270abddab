"""A child process that is the real program, with somebody at its buttons.

``python -m tests.journeys.driver ACT LIBRARY``. Each line it prints is one JSON value, printed
only after the screen could say so; what was printed must survive a sudden end of the process.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QWidget

from lqf_workshop.__main__ import main
from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.console.result_panel import ResultPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from lqf_workshop_ui.main_window import MainWindow
from tests.ui.console.lead import button_of, click, type_words

Steps = Iterator[Callable[[], object] | None]
"""What a person does: each step waits for the condition it yields, or for one turn of Qt."""
SAID = ("Nights see less of it", "Nobody asked her family", "We wrote it down twice")


def tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


def main_window() -> MainWindow:
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    return found


class Person(QObject):
    """Goes through its steps while the program runs its own event loop."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps
        self._until: Callable[[], object] | None = None
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        try:
            if self._until is None or self._until():
                self._until = next(self._steps, None)
        except Exception:  # the crash dialog would wait for somebody to close it
            traceback.print_exc()
            os._exit(3)


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def tell_place(window: MainWindow) -> None:
    stop = window.console.live.stop
    assert stop is not None
    tell(step=stop.step_id, part=stop.part.value, about=stop.about)


def write_slowly(field: QPlainTextEdit, text: str) -> Steps:
    """Type letter by letter, without a pause."""
    field.setFocus()
    for letter in text:
        type_words(field, letter)
        yield None


def on_panel(window: MainWindow, kind: type[StepPanel]) -> Callable[[], bool]:
    return lambda: isinstance(window.console.panels.panel, kind)


def lead() -> Steps:
    """Start the workshop from Home and lead it as far as time allows."""
    yield lambda: any(isinstance(w, MainWindow) for w in QApplication.topLevelWidgets())
    window = main_window()
    yield lambda: window.home_page.rows.isVisible()
    click(button_of(window.home_page, "Start Rowan House"))
    yield lambda: window.running
    console = window.console
    notes = console.side.notes
    notes.saver.saved.connect(lambda: tell(private=notes.toPlainText()))
    tell_place(window)
    yield from write_slowly(notes, "Let Sam speak before Alex does, and slow down at the vote")
    console.setFocus()
    while console.live.neighbour(1) is not None:
        press(window, Qt.Key.Key_PageDown)
        yield None
        tell_place(window)
        stop = console.live.stop
        if stop is not None and stop.part is Part.VOTE:
            yield from vote(window, stop.about)


def vote(window: MainWindow, code: str) -> Steps:
    """Count eleven hands with a timer going, reveal, and write down what is said."""
    console = window.console
    yield on_panel(window, VotePanel)
    if console.live.meeting.timer is None:
        press(window, Qt.Key.Key_T)
        timer = console.live.meeting.timer
        assert timer is not None
        assert timer.ends_at is not None
        tell(timer=timer.ends_at.isoformat())
    for count, key in enumerate("11222333445", 1):
        press(window, Qt.Key(ord(key)))
        tell(voted=count, of=code)
        yield None
    press(window, Qt.Key.Key_R)
    tell(revealed=code)
    yield on_panel(window, ResultPanel)
    panel = console.panels.panel
    assert isinstance(panel, ResultPanel)
    entry = panel.heard.entry
    for said in SAID:
        saved = entry.saver.saved.connect(lambda: tell(heard=entry.toPlainText(), about=code))
        yield from write_slowly(entry, f"{said} ({code})")
        entry.saver.flush()
        entry.saver.saved.disconnect(saved)
        press(window, Qt.Key.Key_Return)
        tell(heard=f"{said} ({code})", about=code)
        yield None
    console.setFocus()


def look() -> Steps:
    """Come back after a sudden end: read Home, continue, and tell what is there."""
    yield lambda: any(isinstance(w, MainWindow) for w in QApplication.topLevelWidgets())
    window = main_window()
    yield lambda: window.home_page.strips.isVisible()
    (strip,) = window.home_page.strips.strips
    offered = strip.sentence.text()
    click(strip.go_on)
    yield lambda: window.running and window.console.panels.panel is not None
    live = window.console.live
    stop, timer = live.stop, live.meeting.timer
    assert stop is not None
    tell(
        offered=offered,
        step=stop.step_id,
        part=stop.part.value,
        about=stop.about,
        title=window.console.title.title.text(),
        time=window.console.foot.time.text(),
        timer=timer.ends_at.isoformat() if timer and timer.ends_at else None,
        own_notes=window.console.side.notes.toPlainText(),
        private=[n.text for n in live.meeting.notes_of(NoteKind.PRIVATE)],
        heard=[[n.about, n.text] for n in live.meeting.notes_of(NoteKind.HEARD)],
        voted={r.subject: r.voted for r in live.meeting.open_rounds},
        revealed={r.subject: r.tally.counts for r in live.meeting.rounds},
    )
    window.close()


def hold() -> Steps:
    """Open the library and keep it open."""
    yield lambda: any(isinstance(w, MainWindow) for w in QApplication.topLevelWidgets())
    yield lambda: main_window().isVisible()
    tell(open=True)
    yield lambda: False


def read_box() -> Steps:
    """Read the message box that keeps the program from going on, and close it."""

    def box() -> QWidget | None:
        return QApplication.activeModalWidget()

    yield box
    found = box()
    assert isinstance(found, QMessageBox)
    tell(box=found.text())
    found.accept()
    yield lambda: False


ACTS = {act.__name__: act for act in (lead, look, hold, read_box)}


def run(act: str, library: Path) -> int:
    """Run the program on ``library`` with a person at it; return its exit status."""
    app = QApplication(sys.argv[:1])
    person = Person(ACTS[act]())
    app.aboutToQuit.connect(partial(person.setParent, None))
    status = main(["--library", str(library)])
    QCoreApplication.processEvents()
    return status


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], Path(sys.argv[2])))
