"""Which dimensions to rate: a check box each, with its badge."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from lqf_workshop.domain.framework import Dimension
from lqf_workshop.wording import _, minutes, ngettext
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.words import set_role, words
from lqf_workshop_ui.widgets.workshop_row import paint_pill

PILL = QSize(50, 28)
USUAL = 7
SHORTEST = 2
"""Minutes a dimension needs at the least, for a vote and a look at it."""


class DimensionChoice(QWidget):
    """The dimensions of an edition; ``changed`` when a person chose others."""

    changed = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None, *, across: int = 1) -> None:
        super().__init__(parent)
        self._looks = looks
        self._across = across
        self._shown: tuple[Dimension, ...] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._pool = [self._new_box() for _n in range(USUAL)]
        for box in self._pool:
            box.hide()
        self.note = words("", "small", self)
        self.problem = words("", "problem", self)
        self.problem.hide()
        outer = QGridLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setVerticalSpacing(6)
        outer.addLayout(self._grid, 0, 0)
        outer.addWidget(self.note, 1, 0)
        outer.addWidget(self.problem, 2, 0)
        looks.changed.connect(self._wear)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes of those that are ticked, in the edition's order."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def show_dimensions(
        self,
        dimensions: Sequence[Dimension],
        chosen: Collection[str],
        fixed: Collection[str] = (),
    ) -> None:
        """Show these dimensions; those in ``fixed`` are rated already and stay."""
        if tuple(dimensions) != self._shown:
            self._rebuild(dimensions)
        for code, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(code in chosen or code in fixed)
            box.blockSignals(False)
            box.setEnabled(code not in fixed)
            box.setToolTip(_("This one has been rated, so it stays.") if code in fixed else "")

    def _rebuild(self, dimensions: Sequence[Dimension]) -> None:
        """Use the boxes there are, so that the Tab key keeps its way through them."""
        self._shown = tuple(dimensions)
        while len(self._pool) < len(dimensions):
            self._pool.append(self._new_box())
        down = -(-len(dimensions) // self._across)
        self.boxes = {}
        for n, box in enumerate(self._pool):
            box.setVisible(n < len(dimensions))
            if n < len(dimensions):
                self._name(box, dimensions[n])
                self._grid.addWidget(box, n % down, n // down)
        self._wear()

    def _new_box(self) -> QCheckBox:
        box = QCheckBox(self)
        box.setIconSize(PILL)
        box.toggled.connect(self.changed)
        return box

    def _name(self, box: QCheckBox, dimension: Dimension) -> None:
        text = dimension.name
        if dimension.senior:
            text = _("{0} (mainly senior staff)").format(text)
        box.setText(text)
        box.setAccessibleName(f"{dimension.code}, {text}")
        self.boxes[dimension.code] = box

    @Slot()
    def _wear(self) -> None:
        for code, box in self.boxes.items():
            box.setIcon(self._badge(code))

    def _badge(self, code: str) -> QIcon:
        ratio = max(2.0, self.devicePixelRatioF())
        picture = QPixmap(round(PILL.width() * ratio), round(PILL.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, PILL.width(), PILL.height())
        paint_pill(painter, box, code, self._looks.theme)
        painter.end()
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Disabled)
        return icon

    def tell_time(self, long: int, votes: int | None = None) -> None:
        """Say how what is chosen goes with the minutes of the rating step.

        ``votes`` is how many votes that takes; as many as dimensions unless it is said.
        """
        count = len(self.chosen)
        votes = count if votes is None else votes
        short = count > 0 and long < votes * SHORTEST
        said = ""
        if count and long:
            told = ngettext("{n} dimension", "{n} dimensions", count)
            if votes != count:
                told = f"{told}, {ngettext('{n} vote', '{n} votes', votes)}"
            said = _("{0} in {1}.").format(told, minutes(long))
        if short:
            said += " " + _("That is tight: choose fewer, or give the step more minutes.")
        self.note.setText(said)
        self.note.setVisible(bool(said))
        set_role(self.note, "problem" if short else "small")

    def complain(self, sentence: str) -> None:
        """Say what is wrong, or with no sentence that nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
