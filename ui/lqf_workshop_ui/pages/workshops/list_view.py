"""The list of workshops: fetched as it is scrolled, led by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.workshop_list import WorkshopList
from lqf_workshop_ui.widgets.page_scroll import BAR
from lqf_workshop_ui.widgets.workshop_row import WorkshopDelegate

BAR_ROOM = 16
"""Pixels at the right of the list, in the page's margin, where its scroll bar has its place."""


class WorkshopListView(QListView):
    """The list: arrows choose, Enter or a double click opens, Delete asks to delete."""

    asked_open = Signal()
    asked_delete = Signal()
    chosen = Signal()

    def __init__(self, model: WorkshopList, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workshopList")
        self.setAccessibleName(_("Workshops"))
        self.setModel(model)
        self.delegate = WorkshopDelegate(looks, self)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(self.asked_open)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._keep_width(0, 0)
        looks.changed.connect(self.viewport().update)

    @Slot(int, int)
    def _keep_width(self, _least: int, most: int) -> None:
        """Leave the margin of the page to the scroll bar; rows keep their width."""
        self.delegate.keep_right = BAR_ROOM - BAR if most > 0 else BAR_ROOM

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell that another workshop is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete; arrows move as in every list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_open.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.asked_delete.emit()
        else:
            super().keyPressEvent(event)
