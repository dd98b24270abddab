"""A block to be filled in, whatever its kind: lines that are there, and a place for the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import ActivityRun, Block, BlockKind, Column, Entry, Place
from lqf_workshop.domain.canvas import UNSORTED
from lqf_workshop.errors import StaleProblem
from lqf_workshop.wording import _
from lqf_workshop_ui.console.activity.lines import FixedRow, LineRow
from lqf_workshop_ui.console.activity.pen import Pen
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.growing_text import GrowingLine
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, words

WHOLE = Place("", "")
ACROSS = 2
"""Columns, corners and quadrants side by side."""


class LineEntry(GrowingLine):
    """Where the next line is typed. It is saved as it is typed; Enter finishes it."""

    def __init__(self, part: LinesPart, name: str, hint: str) -> None:
        super().__init__(part.save_entry, name, part, hint=hint)
        self._part = part

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish on Enter; Shift+Enter begins a new line in it."""
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self._part.finish()
            return
        super().keyPressEvent(event)


class LinesPart(QWidget):
    """The lines of one place, and an entry for the next."""

    def __init__(
        self,
        pen: Pen,
        block: Block,
        columns: Sequence[Column],
        place: Place,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pen, self._block, self._columns = pen, block, columns
        self.place = place
        self._typing: int | None = None
        self.rows: dict[int, LineRow] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        hint = columns[0].hint or place.hint or block.ask or columns[0].name
        name = _("New line: {0}").format(place.name or columns[0].name or block.name)
        self.entry = LineEntry(self, name, hint)
        self.entry.saver.refused.connect(pen.problems.warn)
        self.add_button = button(
            _("Add"), self.finish, parent=self, hint=_("Add this line (Enter)")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.entry, 1)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(row)
        box.addLayout(self._list)

    def show_lines(self, run: ActivityRun) -> None:
        """Show the lines that are stored; the one being typed stands in the entry.

        The newest stands first, beside where one types; a line to be sorted waits its turn.
        """
        sorts = self._block.kind is BlockKind.SORT
        found = [
            e
            for e in run.lines(self._block.code)
            if e.id != self._typing and (sorts or not self.place.code or e.place == self.place.code)
        ]
        found = found if sorts else found[::-1]
        gone = set(self.rows) - {entry.id for entry in found}
        for entry_id in gone:
            row = self.rows.pop(entry_id)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for n, entry in enumerate(found):
            self._show_line(n, entry, run.places(self._block) if sorts else ())
        if gone or found:
            only_by_tab(self)

    def _show_line(self, n: int, entry: Entry, piles: Sequence[Place]) -> None:
        row = self.rows.get(entry.id)
        if row is None:
            row = LineRow(self._pen, self._block, self._columns, entry, piles, self)
            for text in row.fields.texts:
                text.saver.refused.connect(self._pen.problems.warn)
            self.rows[entry.id] = row
            self._list.insertWidget(n, row)
            return
        row.show_entry(entry)
        if self._list.indexOf(row) != n:
            self._list.removeWidget(row)
            self._list.insertWidget(n, row)

    def save_entry(self, text: str) -> None:
        """Keep what is being typed; called by the entry as it saves itself."""
        column = self._columns[0].code
        if self._typing is None:
            if text.strip():
                self._begin(column, text)
            return
        try:
            self._pen.write(self._typing, column, text)
        except StaleProblem:  # taken back with undo while its words still stand in the entry
            self._begin(column, text)

    def _begin(self, column: str, text: str) -> None:
        self._typing = self._pen.begin(self._block.code, self.place.code, column, text)
        run = self._pen.run
        if run is not None:
            self.show_lines(run)  # it is in the entry, so not in the list

    def finish(self) -> None:
        """Make the words being typed a line of their own, and begin afresh."""
        self.entry.saver.flush()
        if self.entry.saver.waiting:
            return  # it could not be saved: the words stay where they are
        entry_id, self._typing = self._typing, None
        text = self.entry.toPlainText()
        self.entry.replace_text("")
        if entry_id is not None and not text.strip():
            self._pen.remove(entry_id)
        run = self._pen.run
        if run is not None:
            self.show_lines(run)

    def flush(self) -> None:
        """Save everything that is being typed."""
        self.finish()
        for row in self.rows.values():
            row.flush()


class BlockView(QWidget):
    """One block of a step: its name, what to write, and its lines in the shape of its kind."""

    def __init__(
        self,
        pen: Pen,
        run: ActivityRun,
        block: Block,
        columns: Sequence[Column],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pen, self.block, self._columns = pen, block, tuple(columns)
        self.parts: list[LinesPart] = []
        self.rows: list[FixedRow] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(self._head())
        if block.ask and not block.fixed_rows and block.kind is BlockKind.SORT:
            box.addWidget(words(self._sort_help(run), "muted", self))
        elif block.fixed_rows and block.ask:
            box.addWidget(words(block.ask, "muted", self))
        if block.ends and block.kind is BlockKind.SCALE:
            ends = _("1 is “{0}”, 5 is “{1}”.").format(*block.ends[:2])
            box.addWidget(words(ends, "small", self))
        box.addWidget(self._body(run))
        self.show_run(run)
        only_by_tab(self)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words(self.block.name, "heading", self), 1)
        self.show_button = button(_("Show to the room"), kind="quiet", parent=self)
        self.show_button.setVisible(self.block.held)
        self.show_button.clicked.connect(self._show_or_hide)
        row.addWidget(self.show_button)
        return row

    def _sort_help(self, run: ActivityRun) -> str:
        piles = run.places(self.block)
        keys = ", ".join(f"{n} {pile.name}" for n, pile in enumerate(piles, 1))
        return _("Type every line first. Then press a number for the marked one: {0}.").format(keys)

    def _body(self, run: ActivityRun) -> QWidget:
        holder = QWidget(self)
        places = run.places(self.block)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        if self.block.fixed_rows:
            across = ACROSS if self.block.kind is BlockKind.QUADRANTS else 1
            for n, place in enumerate(places or (WHOLE,)):
                row = FixedRow(self._pen, self.block, self._columns, place, holder)
                for text in row.fields.texts:
                    text.saver.refused.connect(self._pen.problems.warn)
                grid.addWidget(row, *divmod(n, across))
                self.rows.append(row)
        elif places and self.block.kind is not BlockKind.SORT:
            for n, place in enumerate(places):
                grid.addWidget(self._column(place, holder), *divmod(n, ACROSS))
        else:
            part = LinesPart(self._pen, self.block, self._columns, WHOLE, holder)
            self.parts.append(part)
            grid.addWidget(part, 0, 0)
        for n in range(grid.columnCount()):
            grid.setColumnStretch(n, 1)
        return holder

    def _column(self, place: Place, parent: QWidget) -> QWidget:
        surface = Surface("soft", parent, margins=(12, 10, 12, 12), spacing=6)
        surface.box.addWidget(line(place.name, "strong", surface))
        part = LinesPart(self._pen, self.block, self._columns, place, surface)
        surface.box.addWidget(part)
        surface.box.addStretch(1)
        self.parts.append(part)
        return surface

    def show_run(self, run: ActivityRun) -> None:
        """Show what is stored."""
        for part in self.parts:
            part.show_lines(run)
        for row, place in zip(self.rows, run.places(self.block) or (WHOLE,), strict=False):
            entry = run.line_at(self.block, place.code)
            row.show_place(run.named(place), [run.named(c) for c in self._columns], entry)
        shown = self.block.code in run.shown
        self.show_button.setText(_("On screen") if shown else _("Show to the room"))
        self.show_button.setIcon(self._pen.looks.icon("eye" if shown else "eye-off"))
        self._mark_next(run)

    def _mark_next(self, run: ActivityRun) -> None:
        if self.block.kind is BlockKind.SORT:
            marked = self.next_unsorted(run)
            for entry_id, row in self.parts[0].rows.items():
                row.mark(on=entry_id == marked)

    def next_unsorted(self, run: ActivityRun) -> int:
        """Return the first line that is on no pile yet, or 0."""
        shown = self.parts[0].rows if self.parts else {}
        lines = run.lines(self.block.code)
        return next((e.id for e in lines if e.place == UNSORTED and e.id in shown), 0)

    def take_key(self, event: QKeyEvent) -> bool:
        """Put the marked line onto the pile whose number was pressed."""
        run = self._pen.run
        if self.block.kind is not BlockKind.SORT or run is None:
            return False
        piles = run.places(self.block)
        number = event.key() - Qt.Key.Key_0
        marked = self.next_unsorted(run)
        if not 1 <= number <= len(piles) or not marked:
            return False
        self._pen.move(marked, piles[number - 1].code)
        return True

    def _show_or_hide(self) -> None:
        run = self._pen.run
        if run is not None:
            self._pen.show(self.block.code, shown=self.block.code not in run.shown)

    def set_covered(self, *, covered: bool) -> None:
        """Hide a held block while the room looks at this display."""
        run = self._pen.run
        shown = run is not None and self.block.code in run.shown
        self.setVisible(not (covered and self.block.held and not shown))

    def flush(self) -> None:
        """Save everything that is being typed."""
        for part in self.parts:
            part.flush()
        for row in self.rows:
            row.flush()
