"""Files that are dragged from the laptop's file manager and let go over a part of the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class DropFiles(QObject):
    """``hovering`` while files are held over ``target``; ``dropped`` carries them once let go."""

    hovering = Signal(bool)
    dropped = Signal(list)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is let go; everything else goes on its way."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hovering.emit(False)
            files = _files(event.mimeData())
            if files:
                event.acceptProposedAction()
                self.dropped.emit(files)
            return bool(files)
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if not _files(event.mimeData()):
                return False
            event.acceptProposedAction()
            if isinstance(event, QDragEnterEvent):
                self.hovering.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hovering.emit(False)
        return False


def _files(held: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
