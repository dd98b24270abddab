"""Text that saves itself while it is typed: within 300 ms, and on leaving the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _

SAVE_AFTER_MILLISECONDS = 300

Save = Callable[[str], object]


class Saver(QObject):
    """Saves the latest words at most 300 ms after the first unsaved letter.

    ``saved`` tells once they are on disk; ``refused`` carries the sentence of a problem.
    A refused text stays in its field and is tried again with the next letter.
    """

    saved = Signal()
    refused = Signal(str)

    def __init__(self, read: Callable[[], str], save: Save, parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self._save = save
        self._kept = read()
        self._saving = False
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        """Whether there are words that are not on disk yet."""
        return self._read() != self._kept

    @Slot()
    def later(self) -> None:
        """Save soon; typing on does not put it off."""
        if self.waiting and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Save now, if there is anything to save.

        What is announced once words are stored may lead back here before they count as kept;
        they are saved only once.
        """
        self._timer.stop()
        text = self._read()
        if text == self._kept or self._saving:
            return
        refusal = ""
        self._saving = True
        try:
            self._save(text)
            if self._saving:
                self._kept = text
        except WorkshopProblem as problem:
            refusal = str(problem)
        finally:
            self._saving = False
        if refusal:
            self.refused.emit(refusal)
        else:
            self.saved.emit()

    def accept(self, text: str) -> None:
        """Take ``text`` as what is on disk already."""
        self._timer.stop()
        self._saving = False
        self._kept = text


class SavedText(QPlainTextEdit):
    """Several lines that save themselves."""

    left = Signal()

    def __init__(
        self, save: Save, name: str, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.saver = Saver(self.toPlainText, save, self)
        self.textChanged.connect(self.saver.later)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless the person is typing here or has unsaved words."""
        if self.toPlainText() == text or self.hasFocus() or self.saver.waiting:
            return
        self.replace_text(text)

    def replace_text(self, text: str) -> None:
        """Show other words in any case, for example of another step."""
        self.saver.flush()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self.saver.accept(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save on leaving."""
        super().focusOutEvent(event)
        self.saver.flush()
        self.left.emit()


class SavedLine(QLineEdit):
    """One line that saves itself."""

    def __init__(
        self, save: Save, name: str, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.saver = Saver(self.text, save, self)
        self.textChanged.connect(self.saver.later)
        self.editingFinished.connect(self.saver.flush)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless the person is typing here or has unsaved words."""
        if self.text() == text or self.hasFocus() or self.saver.waiting:
            return
        self.replace_text(text)

    def replace_text(self, text: str) -> None:
        """Show other words in any case."""
        self.saver.flush()
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self.saver.accept(self.text())


def saved_words() -> str:
    """Return what the screen says once words are on disk."""
    return _("Saved")
