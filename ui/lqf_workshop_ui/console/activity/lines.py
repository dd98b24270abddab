"""One line of a block: its fields, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import Block, BlockKind, Column, ColumnKind, Entry, Place, Takes
from lqf_workshop.wording import _
from lqf_workshop_ui.console.activity.answers import AnswerRow, CountRow
from lqf_workshop_ui.console.activity.pen import Pen
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.growing_text import GrowingLine
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

ACROSS = 3
"""Fields side by side; a fourth begins a new row, so that each has room for a sentence."""


class FieldSet(QWidget):
    """The fields of one line, each under its name."""

    def __init__(
        self,
        columns: Sequence[Column],
        about: str,
        save: Callable[[str, str], object],
        choose: Callable[[str, str], object],
        parent: QWidget | None = None,
        *,
        named: bool = True,
        across: int = ACROSS,
        lead: bool = False,
    ) -> None:
        """Make the fields; ``save`` and ``choose`` are given a column's code and its text.

        With ``lead`` the first of several has a row of its own: it says what the line is about.
        """
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        lead = lead and len(columns) > 2
        self.fields: dict[str, GrowingLine | AnswerRow | CountRow] = {}
        self._names = {}
        for n, column in enumerate(columns):
            made = self._field(column, about, save, choose)
            cell = QVBoxLayout()
            cell.setSpacing(2)
            if named and column.name:
                self._names[column.code] = words(column.name, "label", self)
                cell.addWidget(self._names[column.code])
            cell.addWidget(made)
            cell.addStretch(1)
            row, place = divmod(n - 1 if lead else n, across)
            if lead and n == 0:
                grid.addLayout(cell, 0, 0, 1, across)
            else:
                grid.addLayout(cell, row + int(lead), place)
            self.fields[column.code] = made
        for n in range(min(across, len(columns) - int(lead))):
            grid.setColumnStretch(n, 1)

    def _field(
        self,
        column: Column,
        about: str,
        save: Callable[[str, str], object],
        choose: Callable[[str, str], object],
    ) -> GrowingLine | AnswerRow | CountRow:
        if column.kind is ColumnKind.TEXT:
            name = f"{about}, {column.name}".strip(", ")
            return GrowingLine(partial(save, column.code), name, self, hint=column.hint)
        kind = CountRow if column.kind is ColumnKind.COUNT else AnswerRow
        made = kind(column, about, self)
        made.chosen.connect(partial(choose, column.code))
        return made

    def show_names(self, columns: Sequence[Column]) -> None:
        """Show other names over the fields, as the team has given them."""
        for column in columns:
            if column.code in self._names:
                self._names[column.code].setText(column.name)

    def show_words(self, found: dict[str, str]) -> None:
        """Show what is stored; a field that is being typed in stays as it is."""
        for code, made in self.fields.items():
            made.show_text(found.get(code, ""))

    @property
    def texts(self) -> list[GrowingLine]:
        """The fields that save words."""
        return [made for made in self.fields.values() if isinstance(made, GrowingLine)]


class LineRow(Surface):
    """A line of its own: its fields, piles to put it on, an action from it, and away."""

    def __init__(
        self,
        pen: Pen,
        block: Block,
        columns: Sequence[Column],
        entry: Entry,
        piles: Sequence[Place] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent, margins=(14, 8, 8, 8), across=True)
        self._pen, self._block = pen, block
        self.entry_id = entry.id
        self.fields = FieldSet(
            columns,
            block.name,
            partial(pen.write, entry.id),
            partial(pen.choose, entry.id),
            self,
            named=len(columns) > 1,
            lead=True,
        )
        self.box.addWidget(self.fields, 1)
        self.piles = {}
        side = QHBoxLayout()
        side.setSpacing(2)
        for number, pile in enumerate(piles, 1):
            made = button(
                str(number), kind="choice", hint=_("Put it on: {0}").format(pile.name), parent=self
            )
            made.setCheckable(True)
            made.clicked.connect(partial(self._put, pile.code))
            side.addWidget(made)
            self.piles[pile.code] = made
        self.act = self._icon_button("actions", _("Make an action"), self._draft)
        if block.takes is Takes.ACTIONS:
            self.act.setText(_("Make an action"))
        self.away = self._icon_button("bin", _("Remove this line"), partial(pen.remove, entry.id))
        for made in (self.act, self.away):
            side.addWidget(made)
        self.box.addLayout(side)
        self.box.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        self.show_entry(entry)

    def _icon_button(self, icon: str, hint: str, act: Callable[[], object]) -> QPushButton:
        made = button("", kind="quiet", parent=self, hint=hint)
        made.setIcon(self._pen.looks.icon(icon))
        made.setIconSize(QSize(18, 18))
        made.clicked.connect(act)
        return made

    def _put(self, pile: str) -> None:
        self._pen.move(self.entry_id, pile if self.piles[pile].isChecked() else "")

    def _draft(self) -> None:
        self.flush()
        self._pen.draft_action(self._block, self.entry_id)

    def show_entry(self, entry: Entry) -> None:
        """Show a line as it is stored."""
        self.fields.show_words(entry.words)
        for code, made in self.piles.items():
            made.setChecked(code == entry.place)

    def mark(self, *, on: bool) -> None:
        """Mark the line that the number keys put onto a pile."""
        kind = "soft" if on else "card"
        if self.property("surface") != kind:
            self.setProperty("surface", kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def flush(self) -> None:
        """Save what is being typed."""
        for text in self.fields.texts:
            text.saver.flush()


class FixedRow(Surface):
    """A line that is always there: its name, and its fields."""

    def __init__(
        self,
        pen: Pen,
        block: Block,
        columns: Sequence[Column],
        place: Place,
        parent: QWidget | None = None,
    ) -> None:
        short = len(columns) == 1 and columns[0].kind is not ColumnKind.TEXT
        super().__init__("card", parent, margins=(14, 10, 14, 10), spacing=6, across=short)
        self.place = place.code
        self.title = words(place.name, "strong", self)
        self.title.setVisible(bool(place.name))
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.title)
        if place.hint:
            said.addWidget(words(place.hint, "small", self))
        self.box.addLayout(said, int(short))
        whole = block.kind in (BlockKind.CORNERS, BlockKind.QUADRANTS)
        self.fields = FieldSet(
            columns,
            place.name or block.name,
            partial(pen.put, block.code, place.code),
            partial(pen.put_answer, block.code, place.code),
            self,
            named=len(columns) > 1 or (block.kind is BlockKind.TABLE and not short),
            across=1 if whole else ACROSS,
        )
        self.box.addWidget(self.fields)

    def show_place(self, place: Place, columns: Sequence[Column], entry: Entry | None) -> None:
        """Show a fixed line as it is stored."""
        self.title.setText(place.name)
        self.fields.show_names(columns)
        self.fields.show_words(entry.words if entry else {})

    def flush(self) -> None:
        """Save what is being typed."""
        for text in self.fields.texts:
            text.saver.flush()
