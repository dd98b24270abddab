"""A named part of a page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words


class Section(QWidget):
    """A heading and what belongs to it."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, line: str = "", spacing: int = 12
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(spacing)
        self.heading = words(title, "figure", self)
        self.box.addWidget(self.heading)
        if line:
            self.box.addWidget(words(line, "muted", self))


def paragraphs(texts: Iterable[str], parent: QWidget) -> QWidget:
    """Return words people typed, one below the other."""
    whole = QWidget(parent)
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    for text in texts:
        box.addWidget(typed(text, "", whole))
    return whole
