"""What a card is about and for whom: dimensions with their elements, role levels, ideas."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lqf_workshop.domain.framework import Dimension, Element
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.badges import DimensionBadge

INDENT = 72


def _tick(text: str, parent: QWidget) -> QCheckBox:
    made = QCheckBox(text, parent)
    made.setAccessibleName(text)
    made.setToolTip(text)
    # Long names give way instead of pushing the card wide; the tooltip has them whole.
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made


class Ticks(QWidget):
    """A check box for each of a few codes; ``changed`` when a person ticks or unticks one."""

    changed = Signal()

    def __init__(self, name: str, pairs: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.boxes: dict[str, QCheckBox] = {}
        self._others: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for code, text in pairs:
            made = _tick(text, self)
            made.toggled.connect(self._tell)
            column.addWidget(made)
            self.boxes[code] = made

    @property
    def codes(self) -> tuple[str, ...]:
        """What is ticked, in order, and what the card has that is not offered here."""
        ticked = (code for code, box in self.boxes.items() if box.isChecked())
        return (*ticked, *self._others)

    def show_codes(self, codes: Collection[str]) -> None:
        """Tick these."""
        self._others = tuple(code for code in codes if code not in self.boxes)
        for code, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(code in codes)
            box.blockSignals(False)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class DimensionTicks(QWidget):
    """One dimension and, once it is ticked, its elements.

    A dimension that is ticked alone is meant as a whole; the first element takes its place.
    """

    changed = Signal()

    def __init__(self, dimension: Dimension, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = dimension.code
        self.box = _tick(dimension.name, self)
        self.box.setAccessibleName(f"{dimension.code}, {dimension.name}")
        self.elements = Ticks(
            _("Elements of {0}").format(dimension.name), _pairs(dimension.elements), self
        )
        badge = DimensionBadge(dimension.code, dimension.name, looks, self, side=26)
        badge.setFixedSize(QSize(48, 26))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.box, 1)
        inside = QHBoxLayout()
        inside.setContentsMargins(INDENT, 0, 0, 4)
        inside.addWidget(self.elements)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(inside)
        self.elements.hide()
        self.box.toggled.connect(self._toggle)
        self.elements.changed.connect(self.changed)

    @property
    def codes(self) -> tuple[str, ...]:
        """The elements that are ticked, or the dimension as a whole, or nothing."""
        if not self.box.isChecked():
            return ()
        return self.elements.codes or (self.code,)

    def show_codes(self, codes: Collection[str]) -> None:
        """Tick what these codes say of this dimension."""
        mine = [code for code in codes if code[:2] == self.code]
        self.box.blockSignals(True)
        self.box.setChecked(bool(mine))
        self.box.blockSignals(False)
        self.elements.show_codes([code for code in mine if code != self.code])
        self.elements.setVisible(bool(mine))

    @Slot(bool)
    def _toggle(self, ticked: bool) -> None:
        self.elements.setVisible(ticked)
        if not ticked:
            self.elements.show_codes(())
        self.changed.emit()


class ElementTicks(QWidget):
    """All dimensions with their elements."""

    changed = Signal()

    def __init__(self, dimensions: Sequence[Dimension], looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._others: tuple[str, ...] = ()
        self.dimensions = {d.code: DimensionTicks(d, looks, self) for d in dimensions}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for made in self.dimensions.values():
            made.changed.connect(self.changed)
            column.addWidget(made)

    @property
    def codes(self) -> tuple[str, ...]:
        """Everything that is ticked, and what the card has that no dimension here knows."""
        ticked = (code for made in self.dimensions.values() for code in made.codes)
        return (*ticked, *self._others)

    def show_codes(self, codes: Collection[str]) -> None:
        """Tick these."""
        self._others = tuple(code for code in codes if code[:2] not in self.dimensions)
        for made in self.dimensions.values():
            made.show_codes(codes)


def _pairs(elements: Sequence[Element]) -> list[tuple[str, str]]:
    return [(element.code, element.name) for element in elements]
