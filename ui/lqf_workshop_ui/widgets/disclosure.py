"""Details that stay folded until somebody asks for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.buttons import button


class Disclosure(QWidget):
    """A quiet button that folds ``content`` out and in again."""

    def __init__(
        self, text: str, content: QWidget, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self.content = content
        self.button = button(text, kind="fold", parent=self)
        self.button.setCheckable(True)
        self.button.setIconSize(QSize(16, 16))
        self.button.toggled.connect(self._fold)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(content)
        content.hide()
        looks.changed.connect(self._wear)
        self._wear()

    @property
    def open(self) -> bool:
        """Whether the content is folded out."""
        return self.button.isChecked()

    def unfold(self, unfolded: bool = True) -> None:
        """Fold the content out or in."""
        self.button.setChecked(unfolded)

    @Slot(bool)
    def _fold(self, unfolded: bool) -> None:
        self.content.setVisible(unfolded)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self.button.setIcon(self._looks.icon("up" if self.open else "down"))
