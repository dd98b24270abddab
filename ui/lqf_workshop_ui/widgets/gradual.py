"""A column that is built part by part, so that a long page does not hold up the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop_ui.widgets.page_scroll import PageColumn

AT_ONCE = 2
"""Parts that fill the page a person sees first."""


class GradualColumn(PageColumn):
    """Adds the first of ``start``'s parts at once, the others whenever the screen is free."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 16) -> None:
        super().__init__(parent)
        self.column.setSpacing(spacing)
        self.column.addStretch(1)
        self._parts: Iterator[QWidget] = iter(())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._add_one)

    def start(self, parts: Iterator[QWidget]) -> None:
        """Build parts that come one by one; each is best made with ``content`` as its parent."""
        self._parts = parts
        for _turn in range(AT_ONCE):
            self._add_next()
        self._later.start()

    def finish(self) -> None:
        """Build all the rest now."""
        self._later.stop()
        while self._add_next():
            pass

    def give_up(self) -> None:
        """Build nothing more and go away."""
        self._later.stop()
        self._parts = iter(())
        self.deleteLater()

    def _add_next(self) -> bool:
        part = next(self._parts, None)
        if part is not None:
            self.column.insertWidget(self.column.count() - 1, part)
        return part is not None

    @Slot()
    def _add_one(self) -> None:
        if self._add_next():
            self._later.start()
