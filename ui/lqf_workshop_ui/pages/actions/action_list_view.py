"""The long list of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.action_list import ActionList, AnyIndex
from lqf_workshop_ui.pages.actions.action_row import ActionDelegate
from lqf_workshop_ui.widgets.page_scroll import BAR

BAR_ROOM = 20
"""Pixels at the right of the rows where the scroll bar has its place."""


class ActionListView(QListView):
    """``chosen`` when another action is the current one."""

    chosen = Signal()

    def __init__(self, model: ActionList, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionList")
        self.setAccessibleName(_("Actions"))
        self.setModel(model)
        self.delegate = ActionDelegate(looks, self)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._keep_width(0, 0)
        looks.changed.connect(self.viewport().update)

    @Slot(int, int)
    def _keep_width(self, _least: int, most: int) -> None:
        """Rows keep their width when the scroll bar comes and goes."""
        self.delegate.keep_right = BAR_ROOM - BAR if most > 0 else BAR_ROOM

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows' words anew when the list is wider or narrower."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell that another action is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit()
