"""A field with its name above it, and below it the sentence that says what is not right."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lqf_workshop_ui.widgets.words import words


class Field(QWidget):
    """One control and its words. What is typed stays, whatever the sentence says."""

    def __init__(
        self, name: str, control: QWidget, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.name: QLabel = words(name, "label", self)
        self.name.setBuddy(control)
        self.hint = words(hint, "small", self)
        self.hint.setVisible(bool(hint))
        self.problem = words("", "problem", self)
        self.problem.hide()
        if not control.accessibleName():
            control.setAccessibleName(name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for part in (self.name, control, self.hint, self.problem):
            box.addWidget(part)

    def add(self, widget: QWidget) -> None:
        """Put a second control under the first."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)

    def say(self, hint: str) -> None:
        """Show a quiet sentence under the control."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or with no sentence that nothing is."""
        if sentence == self.problem.text():
            return
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence)
        self._mark(bool(sentence))

    def _mark(self, wrong: bool) -> None:
        self.control.setProperty("problem", wrong)
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    @property
    def focused(self) -> bool:
        """Whether the keyboard is in the control."""
        inside = self.control.focusProxy()
        return self.control.hasFocus() or (inside is not None and inside.hasFocus())
