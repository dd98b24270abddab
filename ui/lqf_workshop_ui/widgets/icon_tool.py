"""A small button with only an icon; its name is read aloud and stands in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from lqf_workshop_ui.looks import Looks


class IconTool(QToolButton):
    """Wears its icon in the colours of the theme."""

    def __init__(self, icon: str, name: str, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._looks = icon, looks
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(QSize(20, 20))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self.setIcon(self._looks.icon(self._icon))
