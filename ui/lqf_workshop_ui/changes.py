"""Turn the core's announcements into a Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lqf_workshop.services.changes import Change, ChangeFeed


class ChangeSignals(QObject):
    """Views connect here; Qt drops the connection when the view goes away.

    ``changed`` carries the change and the number of the workshop it happened to.
    """

    changed = Signal(Change, int)

    def __init__(self, feed: ChangeFeed, parent: QObject) -> None:
        super().__init__(parent)
        feed.subscribe(self._announce)

    def _announce(self, change: Change, workshop_id: int) -> None:
        self.changed.emit(change, workshop_id)
