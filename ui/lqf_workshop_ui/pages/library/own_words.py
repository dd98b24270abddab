"""Fields for words that are never kept: no undo, no file, and gone when they are told to go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from lqf_workshop.library.reference.development import Question, questions
from lqf_workshop_ui.widgets.fields import Field

LINE, LINES = 50, 30
"""Height of a field with one line, and of every line more."""


class OwnWords(QWidget):
    """One field for each question. ``changed`` when something is typed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QPlainTextEdit] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 12, 4)
        box.setSpacing(14)
        short = QHBoxLayout()
        short.setSpacing(16)
        for question in questions():
            field = Field(question.name, self._field(question), self, hint=question.hint)
            if not question.short:
                box.addWidget(field)
                continue
            if not short.count():
                box.addLayout(short)
            short.addWidget(field, 1)
        box.addStretch(1)

    def _field(self, question: Question) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setUndoRedoEnabled(False)
        made.setTabChangesFocus(True)
        made.setAccessibleName(question.name)
        made.setAccessibleDescription(question.hint)
        made.setFixedHeight(LINE if question.short else LINE + LINES)
        made.textChanged.connect(self.changed)
        self.fields[question.code] = made
        return made

    @property
    def words(self) -> dict[str, str]:
        """What stands in the fields now, under the codes of the questions."""
        return {code: field.toPlainText() for code, field in self.fields.items()}

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return not any(text.strip() for text in self.words.values())

    def forget(self) -> None:
        """Let every word go."""
        for field in self.fields.values():
            field.clear()
