"""Put a PDF onto a printer, one page after the other, without holding up the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter

from lqf_workshop.wording import _

FINEST = 300
"""Dots an inch of a page as a picture; finer takes memory and seconds, and nobody sees it."""


class Printing(QObject):
    """One print of a document. ``progressed`` counts pages; ``ended`` says whether all are out."""

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, document: QPdfDocument, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._painter = QPainter()
        self._pages = pages_to_print(printer, document.pageCount())
        self._done = 0
        self.cancelled = False
        self._nothing = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._put_down)

    def start(self) -> None:
        """Begin; a printer that does not answer ends the print at once."""
        self._printer.setFullPage(True)
        if self._pages:
            turn_to(self._printer, self._document, self._pages[0])
        if not self._pages or not self._painter.begin(self._printer):
            self.ended.emit(False)
            return
        self._ask_for_page()

    @Slot()
    def cancel(self) -> None:
        """Stop before the next page."""
        if self._painter.isActive():
            self.cancelled = True
            self._printer.abort()
            self._end(False)

    def _ask_for_page(self) -> None:
        self.progressed.emit(self._done + 1, len(self._pages))
        page = self._pages[self._done]
        self._renderer.requestPage(page, self._sharpness(page))

    def _sharpness(self, page: int) -> QSize:
        """Return the size in dots that fills the sheet at the printer's own resolution."""
        sheet = self._sheet().size()
        resolution = self._printer.resolution()
        if resolution > FINEST:
            sheet = sheet * (FINEST / resolution)
        points = self._document.pagePointSize(page).toSize()
        return points.scaled(sheet, Qt.AspectRatioMode.KeepAspectRatio)

    def _sheet(self) -> QRect:
        return self._printer.pageLayout().fullRectPixels(self._printer.resolution())

    @Slot(int, QSize, QImage)
    def _put_down(self, _page: int, size: QSize, image: QImage) -> None:
        if not self._painter.isActive():
            return
        sheet = self._sheet()
        target = QRect(sheet.topLeft(), size.scaled(sheet.size(), _KEEP))
        target.moveCenter(sheet.center())
        self._painter.fillRect(target, Qt.GlobalColor.white)
        self._painter.drawImage(target, image)
        self._done += 1
        if self._done == len(self._pages):
            self._end(True)
            return
        turn_to(self._printer, self._document, self._pages[self._done])
        if self._printer.newPage():
            self._ask_for_page()
        else:
            self._end(False)

    def _end(self, whole: bool) -> None:
        self._renderer.setDocument(self._nothing)  # waits for the page being drawn
        self._painter.end()
        self.ended.emit(whole)


_KEEP = Qt.AspectRatioMode.KeepAspectRatio


_A3_SIDE = 1000
"""A page with a side longer than this, in points, is A3."""


def suit(printer: QPrinter, document: QPdfDocument) -> None:
    """Ask for a sheet like the first page; a printer without A3 makes it smaller on its own."""
    size = document.pagePointSize(0)
    if max(size.width(), size.height()) > _A3_SIDE:
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    turn_to(printer, document, 0)


def turn_to(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """Turn the printer's sheet as a page is turned."""
    size = document.pagePointSize(page)
    wide = size.width() > size.height()
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)


def pages_to_print(printer: QPrinter, count: int) -> list[int]:
    """Return the pages chosen in the printer's dialog, counted from 0, in their order.

    Each comes as often as the printer will not repeat it by itself.
    """
    pages = _chosen(printer, count)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]


def _chosen(printer: QPrinter, count: int) -> list[int]:
    ranges = printer.pageRanges()
    if printer.printRange() != QPrinter.PrintRange.PageRange or ranges.isEmpty():
        return list(range(count))
    return [page for page in range(count) if ranges.contains(page + 1)]


def progress_words(page: int, pages: int) -> str:
    """Say how far a print has come."""
    return _("Sending page {0} of {1} to the printer").format(page, pages)
