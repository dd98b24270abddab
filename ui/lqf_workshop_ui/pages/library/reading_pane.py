"""The right side of the library: one sheet, set to be read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from lqf_workshop.library.reference.sheets import Sheet
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.library.typesetting import Place, Typesetter

WIDEST = 780
"""Longer lines are hard to follow for tired eyes."""
FOOT = 40
RADIUS = 16


class ReadingPane(QTextBrowser):
    """Shows a sheet from its top, or from a passage that was looked for.

    The words are one text, to be selected, copied and read aloud; the cards behind them are
    painted.
    """

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._places: list[Place] = []
        self._made: QTextDocument | None = None
        self._passage = ""
        self._looked_for = ""
        self.sheet: Sheet | None = None
        self.level = ""
        self.setProperty("look", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        looks.changed.connect(self._draw)

    def show_sheet(self, sheet: Sheet, passage: str = "", looked_for: str = "") -> None:
        """Show a sheet; a passage that is named is brought into view and marked."""
        self.sheet, self._passage, self._looked_for = sheet, passage, looked_for
        self.setAccessibleName(sheet.title)
        self._draw()
        self.verticalScrollBar().setValue(max(0, round(self._top_of(passage)) - 12))

    @Slot(str)
    def show_level(self, level: str) -> None:
        """Show what good looks like at one role level, or at all with an empty code."""
        if level != self.level:
            self.level = level
            self._draw()

    @Slot()
    def _draw(self) -> None:
        if self.sheet is None:
            return
        place = self.verticalScrollBar().value()
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        typesetter = Typesetter(document, self._looks.theme.colours, self._looked_for)
        typesetter.set(self.sheet, self.level, self._passage)
        frame = document.rootFrame().frameFormat()
        frame.setMargin(0)
        frame.setBottomMargin(FOOT)
        document.rootFrame().setFrameFormat(frame)
        old, self._made = self._made, document
        self._places = typesetter.places
        self.setDocument(document)
        if old is not None:
            old.deleteLater()
        self.verticalScrollBar().setValue(place)

    def passages(self) -> list[str]:
        """Return the keys of the passages on show."""
        return [place.key for place in self._places if not place.note]

    def _card(self, place: Place) -> QRectF:
        return self.document().documentLayout().frameBoundingRect(place.frame)

    def _top_of(self, passage: str) -> float:
        return next((self._card(p).top() for p in self._places if passage and p.key == passage), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, and the words upon them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shift = QPointF(0, -self.verticalScrollBar().value())
        for place in self._places:
            box = self._card(place).translated(shift)
            if box.intersects(QRectF(event.rect())):
                self._paint_card(painter, box, place)
        painter.end()
        super().paintEvent(event)

    def _paint_card(self, painter: QPainter, box: QRectF, place: Place) -> None:
        theme = self._looks.theme
        colours, width = theme.colours, float(theme.border)
        ground = colours.accent_soft if place.note else colours.card
        edge = colours.line
        if place.note and theme.border == 1:
            edge = ground
        if place.key and place.key == self._passage and self._looked_for:
            edge, width = colours.accent, theme.border + 1.0
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for the new width, and never too long."""
        super().resizeEvent(event)
        self.setLineWrapColumnOrWidth(min(WIDEST, self.viewport().width()))
