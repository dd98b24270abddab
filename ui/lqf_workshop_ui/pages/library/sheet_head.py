"""What stands over a sheet: its name, the reader's role level, and printing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.library.reference.development import DEVELOPMENT
from lqf_workshop.library.reference.sheets import Sheet
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.words import words


class SheetHead(QWidget):
    """The name of a sheet; for dimensions with a switch for the reader's own role level.

    ``print_asked`` when the sheet is wanted on paper, in the size that ``large`` says;
    ``fill_asked`` when somebody wants to fill in their own development page, ``edit_asked``
    when they want a copy of an activity to change.
    """

    level_chosen = Signal(str)
    print_asked = Signal()
    fill_asked = Signal()
    edit_asked = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = DimensionBadge("", "", looks, self, side=52)
        self.title = words("", "panel-title", self)
        self.subtitle = words("", "muted", self)
        self.level = PickBox(looks, _("My role level"), self)
        self.level.setMinimumWidth(184)
        self._level_words = words(_("My role level"), "label", self)
        self._level_words.setBuddy(self.level)
        self.level.currentIndexChanged.connect(self._tell)
        self.large = QCheckBox(_("Large print"), self)
        self.print_button = button(_("Print this page"), self.print_asked.emit, parent=self)
        self.print_button.setToolTip("Ctrl + P")
        self.fill_button = button(
            _("Fill it in"), self.fill_asked.emit, kind="primary", parent=self
        )
        self.edit_button = button(_("Edit our copy"), self.edit_asked.emit, parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        names.addStretch(1)
        side = QGridLayout()
        side.setHorizontalSpacing(12)
        side.setVerticalSpacing(2)
        side.addWidget(self._level_words, 0, 0)
        side.addWidget(self.level, 1, 0)
        side.addWidget(self.large, 0, 1)
        side.addWidget(self.print_button, 1, 1)
        side.addWidget(self.fill_button, 1, 2)
        side.addWidget(self.edit_button, 1, 3)
        side.setRowStretch(2, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 1)
        row.addLayout(side)

    def offer_levels(self, levels: list[tuple[str, str]], chosen: str) -> None:
        """Offer the role levels, pairs of code and name; one may have been chosen before."""
        self.level.blockSignals(True)
        self.level.clear()
        self.level.addItem(_("All levels"), "")
        for code, name in levels:
            self.level.addItem(name, code)
        self.level.setCurrentIndex(max(0, self.level.findData(chosen)))
        self.level.blockSignals(False)

    def show_sheet(self, sheet: Sheet, *, editable: bool = False) -> None:
        """Show the name of another sheet; of an ``editable`` one a copy can be changed."""
        self.edit_button.setVisible(editable)
        self.badge.setVisible(sheet.is_dimension)
        if sheet.is_dimension:
            self.badge.show_dimension(sheet.mark, sheet.title)
        self.title.setText(sheet.title)
        self.subtitle.setText(sheet.subtitle)
        self.subtitle.setVisible(bool(sheet.subtitle))
        for widget in (self.level, self._level_words):
            widget.setVisible(sheet.by_level)
        own = sheet.key == DEVELOPMENT
        self.fill_button.setVisible(own)
        text = _("Print it empty") if own else _("Print this page")
        self.print_button.setText(text)
        self.print_button.setAccessibleName(text)

    @Slot()
    def _tell(self) -> None:
        self.level_chosen.emit(self.level.currentData() or "")
