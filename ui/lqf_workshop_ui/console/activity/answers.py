"""Fields of a line that are pressed and not typed: one of a few answers, or a count."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.activity import Column
from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import line


class AnswerRow(QWidget):
    """The answers of one field side by side; pressing the one that is on takes it away."""

    chosen = Signal(str)

    def __init__(self, column: Column, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons = {}
        for answer in column.answers:
            hint = f"{about}, {column.name}: {answer}" if column.name else f"{about}: {answer}"
            made = button(answer, kind="choice", parent=self)
            made.setAccessibleName(hint.lstrip(",: "))
            made.setCheckable(True)
            made.clicked.connect(partial(self._tell, answer))
            row.addWidget(made)
            self.buttons[answer] = made
        row.addStretch(1)

    def show_text(self, text: str) -> None:
        """Show which answer is on."""
        for answer, made in self.buttons.items():
            made.setChecked(answer == text)

    def _tell(self, answer: str) -> None:
        self.chosen.emit(answer if self.buttons[answer].isChecked() else "")


class CountRow(QWidget):
    """A number with minus and plus."""

    chosen = Signal(str)

    def __init__(self, column: Column, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = f"{about}, {column.name}".strip(", ")
        self.less = button("−", self._take, kind="round", hint=_("One less: {0}").format(name))
        self.more = button("+", self._add, kind="round", hint=_("One more: {0}").format(name))
        self.count = line("0", "strong", self)
        self.count.setMinimumWidth(32)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = name
        for made in (self.less, self.count, self.more):
            row.addWidget(made)
        row.addStretch(1)

    def show_text(self, text: str) -> None:
        """Show a count; nothing counted yet is none."""
        self.count.setText(text or "0")
        self.count.setAccessibleName(f"{self._name}: {text or 0}")
        self.less.setEnabled(bool(text) and text != "0")

    @Slot()
    def _add(self) -> None:
        self.chosen.emit(str(int(self.count.text()) + 1))

    @Slot()
    def _take(self) -> None:
        self.chosen.emit(str(max(0, int(self.count.text()) - 1)))
