"""Redraw what somebody looks at, when it has changed; what nobody looks at waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.services.changes import Change
from lqf_workshop_ui.changes import ChangeSignals


class Redraw(QObject):
    """``asked`` when one of ``wanted`` is announced: at once, or when the widget is next shown."""

    asked = Signal()

    def __init__(self, widget: QWidget, changes: ChangeSignals, wanted: frozenset[Change]) -> None:
        super().__init__(widget)
        self._wanted = wanted
        self._stale = True
        self._visible = widget.isVisible()
        changes.changed.connect(self._take)
        widget.installEventFilter(self)

    def now(self) -> None:
        """Redraw now, whatever has changed."""
        self.fresh()
        self.asked.emit()

    def fresh(self) -> None:
        """Take what is shown as up to date."""
        self._stale = False

    @Slot(Change, int)
    def _take(self, change: Change, _workshop_id: int) -> None:
        if change not in self._wanted:
            return
        if self._visible:
            self.now()
        else:
            self._stale = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Catch up when the widget comes into view."""
        if event.type() == QEvent.Type.Show:
            self._visible = True
            if self._stale:
                self.now()
        elif event.type() == QEvent.Type.Hide:
            self._visible = False
        return False
