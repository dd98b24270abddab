"""What a team filled in, to read: lists, tables, and parts beside each other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import BlockKind, ColumnKind
from lqf_workshop.domain.canvas import Box, Canvas, Cell, Line
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.dots import ScalePoints
from lqf_workshop_ui.pages.results.listed import Listed
from lqf_workshop_ui.widgets.surfaces import Surface, hairline
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words

TABLES = (BlockKind.TABLE, BlockKind.SCALE, BlockKind.LIST)
MOST_COLUMNS = 5
"""A table with more of them is told line by line, each field under its name."""
SIDE = 3
"""Parts beside each other; of four, two."""
_SHARE = {ColumnKind.TEXT: 3, ColumnKind.POINTS: 0}
"""How the width of a table is shared; points are as wide as they are."""
TOP = Qt.AlignmentFlag.AlignTop


class CanvasView(QWidget):
    """A block under its name, laid out as it is on paper."""

    def __init__(self, canvas: Canvas, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self._looks = looks
        self.setAccessibleName(canvas.name)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 12, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(typed(canvas.name, "accent", self))
        several = len(canvas.columns) > 1 or canvas.fixed
        if canvas.kind in TABLES and several:
            self._add_table([line for box in canvas.boxes for line in box.lines])
        elif canvas.kind in TABLES or canvas.kind is BlockKind.TEXT:
            self._add_plain(line.title for box in canvas.boxes for line in box.lines)
        else:
            self._add_parts()

    def _add_plain(self, texts: Iterable[str]) -> None:
        if self.canvas.kind is BlockKind.TEXT:
            for text in texts:
                self._box.addWidget(typed(text, "", self))
        else:
            self._box.addWidget(Listed(texts, self))

    # Tables

    def _add_table(self, lines: list[Line]) -> None:
        canvas = self.canvas
        heads = ("", *canvas.columns) if canvas.fixed else canvas.columns
        if len(heads) > MOST_COLUMNS:
            for line in lines:
                self._box.addWidget(self._fields(line))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for column, name in enumerate(heads):
            head = self._head(name, column == len(heads) - 1)
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
        for number, line in enumerate(lines):
            row = 2 * number + 1
            grid.addWidget(hairline(self), row, 0, 1, len(heads))
            role = "strong" if canvas.fixed or len(line.cells) > 1 else ""
            grid.addWidget(typed(line.title, role, self), row + 1, 0, TOP)
            for column, cell in enumerate(line.cells, 1):
                grid.addWidget(self._field(cell), row + 1, column, TOP)
        for column, kind in enumerate(_kinds(lines[0], len(heads))):
            grid.setColumnStretch(column, _SHARE.get(kind, 1))
        self._box.addLayout(grid)

    def _head(self, name: str, last: bool) -> QWidget:
        """Return a column's name; a scale's points stand under the names of its ends."""
        if self.canvas.kind is not BlockKind.SCALE or not last:
            return typed(name, "label", self)
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        left, right = (*self.canvas.ends, "", "")[:2]
        row.addWidget(typed(left, "label", whole), 1)
        end = typed(right, "label", whole)
        end.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(end, 1)
        return whole

    def _field(self, cell: Cell) -> QWidget:
        if cell.kind is ColumnKind.POINTS:
            return ScalePoints(cell.text, self._looks, self)
        return typed(cell.text, "", self)

    def _fields(self, line: Line) -> QWidget:
        """Return a line with many fields: its title, and the fields two by two under it."""
        surface = Surface("soft", self, margins=(18, 12, 18, 14), spacing=8)
        if line.title:
            surface.box.addWidget(typed(line.title, "strong", surface))
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(10)
        for number, cell in enumerate(cell for cell in line.cells if cell.text):
            field = QVBoxLayout()
            field.setSpacing(2)
            field.addWidget(typed(cell.name, "label", surface))
            field.addWidget(self._field(cell))
            field.addStretch(1)
            grid.addLayout(field, number // 2, number % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        surface.box.addLayout(grid)
        return surface

    # Parts

    def _add_parts(self) -> None:
        """Put the parts into a grid; what is on no pile yet stands before them."""
        boxes = list(self.canvas.boxes)
        if self.canvas.kind is BlockKind.SORT and boxes and not boxes[0].name:
            unsorted = boxes.pop(0)
            if unsorted.lines:
                self._box.addWidget(words(_("Not on a pile yet"), "label", self))
                self._box.addWidget(Listed((line.title for line in unsorted.lines), self))
        across = 2 if len(boxes) == 4 else SIDE
        quadrants = self.canvas.kind is BlockKind.QUADRANTS and len(boxes) == 4
        left, right, bottom, top = (*self.canvas.ends, "", "", "", "")[:4]
        grid = QGridLayout()
        grid.setSpacing(12)
        for number, box in enumerate(boxes):
            row, column = divmod(number, across)
            ends = ((top, bottom)[row], (left, right)[column]) if quadrants else ()
            grid.addWidget(self._part(box, " · ".join(filter(None, ends))), row, column)
            grid.setColumnStretch(column, 1)
        self._box.addLayout(grid)

    def _part(self, box: Box, ends: str) -> QWidget:
        """Return a part; in a quadrant the ends of both axes are told with it."""
        part = Surface("soft", self, margins=(18, 12, 18, 14), spacing=6)
        part.setAccessibleName(box.name)
        part.box.addWidget(typed(box.name, "strong", part))
        for text in (ends, box.hint):
            if text:
                part.box.addWidget(typed(text, "small", part))
        titles = [line.title for line in box.lines]
        if any(titles) and not any(cell.text for line in box.lines for cell in line.cells):
            part.box.addWidget(Listed(titles, part))
        else:
            for line in box.lines:
                self._tell(line, part)
        part.box.addStretch(1)
        return part

    def _tell(self, line: Line, part: Surface) -> None:
        if line.title:
            part.box.addWidget(typed(line.title, "", part))
        for cell in line.cells:
            if cell.text:
                part.box.addWidget(typed(cell.name, "label", part))
                part.box.addWidget(self._field(cell))


def _kinds(line: Line, columns: int) -> list[ColumnKind]:
    """Return what stands in each column; the first is what the line is about."""
    return [ColumnKind.TEXT, *(cell.kind for cell in line.cells)][:columns]
