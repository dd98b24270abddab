"""A question before something that cannot be taken back: what goes, and two plain answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words


class Confirm(QDialog):
    """Asks once; the safe answer has the keyboard. ``yes`` runs when it is really wanted."""

    def __init__(
        self,
        question: str,
        sentence: str,
        answers: tuple[str, str],
        yes: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setModal(True)
        self.setFixedWidth(520)
        self.question = words(question, "heading", self)
        self.sentence = words(sentence, "", self)
        self.yes_button = button(answers[0], self.accept, kind="danger", parent=self)
        self.no_button = button(answers[1], self.reject, parent=self)
        self.no_button.setDefault(True)
        self.yes_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 24)
        box.setSpacing(12)
        box.addWidget(self.question)
        box.addWidget(self.sentence)
        box.addSpacing(8)
        box.addLayout(row)
        self.accepted.connect(yes)
        self.finished.connect(self.deleteLater)

    def ask(self) -> None:
        """Put the question; the program goes on underneath."""
        self.open()
        self.no_button.setFocus()
