"""Set a sheet as one text: each passage a frame, its rows a table, found words marked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from lqf_workshop.library.reference.finding import spans
from lqf_workshop.library.reference.sheets import Passage, Row, Sheet
from lqf_workshop.library.themes import Colours
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.widgets.typed import breakable

BODY, SMALL, HEADING = 15, 13, 18
LEADING = 140
"""Height of a line, in percent of its letters."""
PADDING = 22
GAP = 12
LABEL_WIDTH, NARROW, CODE_WIDTH = 150, 30, 46
LONGEST_CODE = 3
"""Letters of a label that is a number or a code; its column is narrow."""
BESIDE, BESIDE_NAMES = 26, 46
"""Width of a third column in percent; names that are compared are given as much room each."""
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands in the text; ``note`` is the strip that says whose words they are."""

    frame: QTextFrame
    key: str = ""
    note: bool = False


class Typesetter:
    """Fills a document; ``places`` tells where each passage came to stand."""

    def __init__(self, document: QTextDocument, colours: Colours, looked_for: str = "") -> None:
        self._document = document
        self._colours = colours
        self._looked_for = looked_for
        self._cursor = QTextCursor(document)
        self.places: list[Place] = []

    def set(self, sheet: Sheet, level: str, found: str) -> None:
        """Set a whole sheet; only rows of ``level``, except in the passage that was found."""
        self._cursor.beginEditBlock()
        if sheet.note:
            self._frame(note=True)
            self._block(sheet.note, self._ink(BODY))
        for passage in sheet.passages:
            self._frame(passage.key)
            shown = "" if passage.key == found and self._looked_for else level
            self._passage(passage, shown)
        if sheet.source:
            self._leave_frame()
            self._cursor.insertBlock()
            self._block(sheet.source, self._ink(SMALL, self._colours.muted))
        self._cursor.endEditBlock()
        self._close_gaps()

    def _frame(self, key: str = "", *, note: bool = False) -> None:
        """Begin the frame of a passage; its ground is painted by the view."""
        self._leave_frame()
        shape = QTextFrameFormat()
        shape.setPadding(PADDING)
        shape.setBorder(0)
        self.places.append(Place(self._cursor.insertFrame(shape), key, note))

    def _leave_frame(self) -> None:
        self._cursor = self._document.rootFrame().lastCursorPosition()

    def _passage(self, passage: Passage, level: str) -> None:
        rows = list(passage.rows_for(level))
        self._block(passage.title, self._ink(HEADING, bold=True), leading=120)
        if passage.aside:
            self._cursor.insertText("   " + passage.aside, self._ink(SMALL, self._colours.muted))
        if passage.lead:
            self._cursor.insertBlock()
            self._block(passage.lead, self._ink(BODY), above=6)
        if rows:
            self._table(rows, passage.heads)

    def _table(self, rows: list[Row], heads: tuple[str, ...] | None) -> None:
        narrow = all(len(row.label) <= LONGEST_CODE for row in rows)
        first = 1 if heads else 0
        table = self._cursor.insertTable(
            len(rows) + first, 3 if heads else 2, _shape(narrow, heads)
        )
        if heads:
            ink = self._ink(SMALL, self._colours.muted, bold=True)
            for column, text in enumerate(heads):
                self._cell(table.cellAt(0, column), text, ink, 10, narrow)
        for n, row in enumerate(rows, first):
            if not row.text:
                table.mergeCells(n, 0, 1, table.columns())
            above = 2 if row.quiet else 14 if not row.text else 8
            self._cell(table.cellAt(n, 0), row.label, self._label(row), above, narrow)
            texts = (row.text, row.beside) if heads else (row.text,)
            ink = self._ink(SMALL, self._colours.muted) if row.quiet else self._ink(BODY)
            for column, text in enumerate(texts if row.text else (), 1):
                self._cell(table.cellAt(n, column), text, ink, above, narrow)
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)

    def _label(self, row: Row) -> QTextCharFormat:
        if not row.text:
            return self._ink(SMALL, self._colours.muted, bold=True)
        if row.quiet:
            return self._ink(SMALL, self._colours.muted)
        return self._ink(BODY, self._colours.accent, bold=True)

    def _cell(
        self, cell: QTextTableCell, text: str, ink: QTextCharFormat, above: int, narrow: bool
    ) -> None:
        """Write into a cell; between columns is air, less of it after codes."""
        outer, self._cursor = self._cursor, cell.firstCursorPosition()
        self._block(text, ink)
        self._cursor = outer
        air = QTextTableCellFormat()
        air.setTopPadding(above)
        air.setRightPadding(0 if narrow and not cell.column() else 14)
        cell.setFormat(air)

    def _block(
        self, text: str, ink: QTextCharFormat, *, above: int = 0, leading: int = LEADING
    ) -> None:
        """Write a paragraph where the cursor is; the words that were looked for stand out."""
        shape = QTextBlockFormat()
        shape.setLineHeight(leading, _PROPORTIONAL)
        shape.setTopMargin(above)
        self._cursor.setBlockFormat(shape)
        found = QTextCharFormat(ink)
        found.setBackground(QBrush(QColor(self._colours.accent)))
        found.setForeground(QBrush(QColor(self._colours.on_accent)))
        done = 0
        for start, length in spans(text, self._looked_for):
            self._cursor.insertText(breakable(text[done:start]), ink)
            self._cursor.insertText(text[start : start + length], found)
            done = start + length
        self._cursor.insertText(breakable(text[done:]), ink)

    def _ink(self, size: int, colour: str = "", *, bold: bool = False) -> QTextCharFormat:
        ink = QTextCharFormat()
        ink.setFont(firago(size, bold))
        ink.setForeground(QBrush(QColor(colour or self._colours.ink)))
        return ink

    def _close_gaps(self) -> None:
        """Make the empty paragraphs that stand between frames and beside tables low."""
        root = self._document.rootFrame()
        block = self._document.begin()
        while block.isValid():
            if not block.text():
                cursor = QTextCursor(block)
                between = cursor.currentFrame() == root
                shape = QTextBlockFormat()
                shape.setLineHeight(GAP if between and block.position() else 1, _FIXED)
                cursor.setBlockFormat(shape)
                tiny = QTextCharFormat()
                tiny.setFont(firago(1))
                cursor.setBlockCharFormat(tiny)
            block = block.next()


def _shape(narrow: bool, heads: tuple[str, ...] | None) -> QTextTableFormat:
    """Return the columns of a table: labels, words, and what is compared with them."""
    kind = QTextLength.Type
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setCellPadding(0)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(kind.PercentageLength, 100))
    label = (CODE_WIDTH if heads else NARROW) if narrow else LABEL_WIDTH
    widths = [QTextLength(kind.FixedLength, label), QTextLength(kind.VariableLength, 0)]
    if heads:
        widths.append(QTextLength(kind.PercentageLength, BESIDE_NAMES if narrow else BESIDE))
    shape.setColumnWidthConstraints(widths)
    return shape
