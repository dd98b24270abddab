"""Redraw what somebody looks at, when it has changed; what nobody looks at waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.services.changes import Change
from lqf_workshop_ui.changes import ChangeSignals


class Redraw(QObject):
    """Calls ``redraw`` when one of ``wanted`` is announced: at once, or when next shown."""

    def __init__(
        self,
        widget: QWidget,
        changes: ChangeSignals,
        wanted: frozenset[Change],
        redraw: Callable[[], object],
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._wanted = wanted
        self._redraw = redraw
        self._stale = True
        changes.changed.connect(self._take)
        widget.installEventFilter(self)

    def now(self) -> None:
        """Redraw now, whatever has changed."""
        self.fresh()
        self._redraw()

    def fresh(self) -> None:
        """Take what is shown as up to date."""
        self._stale = False

    @Slot(Change, int)
    def _take(self, change: Change, _workshop_id: int) -> None:
        if change not in self._wanted:
            return
        if self._widget.isVisible():
            self.now()
        else:
            self._stale = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up when the widget comes into view."""
        if watched is self._widget and event.type() == QEvent.Type.Show and self._stale:
            self.now()
        return False
