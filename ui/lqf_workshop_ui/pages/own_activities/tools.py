"""Small buttons with an icon, which say in words what they do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from lqf_workshop_ui.looks import Looks


class Tool(QToolButton):
    """A button that shows an icon in the theme's ink; ``name`` is said and shown beside it."""

    def __init__(
        self,
        icon: str,
        name: str,
        pressed: Callable[[], object] | None,
        looks: Looks,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._looks, self._icon = looks, icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if pressed is not None:
            self.clicked.connect(pressed)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self.setIcon(self._looks.icon(self._icon))
