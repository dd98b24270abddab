"""Turn the core's announcements into a Qt signal."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from lqf_workshop.services.changes import Change, ChangeFeed

TOGETHER_MILLISECONDS = 100
"""How long news from other threads is gathered; nobody sees a count change faster."""


class ChangeSignals(QObject):
    """Views connect here; Qt drops the connection when the view goes away.

    ``changed`` carries the change and the number of the workshop it happened to. What is
    announced in the screen's own thread is told at once. What comes from another, a phone's
    vote, is told soon after and once, however often it happened meanwhile: thirty phones at
    the same moment make one redraw.
    """

    changed = Signal(Change, int)
    _arrived = Signal()

    def __init__(self, feed: ChangeFeed, parent: QObject) -> None:
        super().__init__(parent)
        self._home = threading.get_ident()
        self._lock = threading.Lock()
        self._waiting: dict[tuple[Change, int], None] = {}
        self._soon = QTimer(self, singleShot=True, interval=TOGETHER_MILLISECONDS)
        self._soon.timeout.connect(self._tell)
        self._arrived.connect(self._soon.start, Qt.ConnectionType.QueuedConnection)
        feed.subscribe(self._announce)

    def _announce(self, change: Change, workshop_id: int) -> None:
        if threading.get_ident() == self._home:
            self.changed.emit(change, workshop_id)
            return
        with self._lock:
            first = not self._waiting
            self._waiting[change, workshop_id] = None
        if first:
            self._arrived.emit()

    @Slot()
    def _tell(self) -> None:
        with self._lock:
            waiting = list(self._waiting)
            self._waiting.clear()
        for change, workshop_id in waiting:
            self.changed.emit(change, workshop_id)
