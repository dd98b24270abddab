"""The one place where problems and small news reach the facilitator."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks

NEWS_MILLISECONDS = 6000


class Problems(QObject):
    """Runs what a person asked for, and tells them in a sentence when it cannot be done."""

    told = Signal(str, bool)
    """The sentence, and whether it is a problem (True) or only news (False)."""

    def attempt(self, action: Callable[[], object]) -> bool:
        """Run ``action``; tell an expected problem and return False instead of raising."""
        try:
            action()
        except WorkshopProblem as problem:
            self.told.emit(str(problem), True)
            return False
        return True

    def tell(self, sentence: str) -> None:
        """Say something that is good to know."""
        if sentence:
            self.told.emit(sentence, False)

    def warn(self, sentence: str) -> None:
        """Say something that a person has to do something about."""
        self.told.emit(sentence, True)


class MessageBar(QFrame):
    """A strip that says what went wrong and what to do; it stays until it is closed.

    News goes away by itself after some seconds.
    """

    def __init__(self, problems: Problems, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setObjectName("messageBar")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton(self)
        self._close.setAccessibleName(_("Close this message"))
        self._close.setToolTip(_("Close this message"))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 12, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=NEWS_MILLISECONDS)
        self._timer.timeout.connect(self.clear)
        problems.told.connect(self.show_words)
        looks.changed.connect(self._wear)
        self._wear()
        self.hide()

    @Slot(str, bool)
    def show_words(self, sentence: str, is_problem: bool) -> None:
        """Show a sentence; a problem stays, news goes after a while."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("problem", is_problem)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        if is_problem:
            self._timer.stop()
        else:
            self._timer.start()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._words.clear()
        self.hide()

    def text(self) -> str:
        """Return the sentence on show, or nothing."""
        return self._words.text()

    @Slot()
    def _wear(self) -> None:
        self._close.setIcon(self._looks.icon("close"))
