"""A PDF on the screen: all pages below each other, as wide as the window at first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SCREEN_DOTS_AN_INCH = 72.0


class SheetView(QPdfView):
    """Pages with air between them. ``moved`` when another page or another size is in view."""

    moved = Signal()

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setAccessibleName(_("The pages of the paper"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(16)
        self._nothing = QPdfDocument(self)
        self.paper = QPdfDocument(self)
        self.setDocument(self.paper)
        self.pageNavigator().currentPageChanged.connect(self.moved)
        self.zoomFactorChanged.connect(self.moved)
        looks.changed.connect(self._wear)
        self._wear()

    @property
    def page(self) -> int:
        """The page in view, counted from 1."""
        return self.pageNavigator().currentPage() + 1

    @property
    def zoom(self) -> float:
        """The size of the paper on the screen; 1.0 is its real size at 96 dots an inch."""
        if self.zoomMode() == QPdfView.ZoomMode.Custom:
            return self.zoomFactor()
        width = self.document().pagePointSize(0).width() * self._dots_a_point()
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        return room / width if width else 1.0

    def _dots_a_point(self) -> float:
        return self.logicalDpiX() / SCREEN_DOTS_AN_INCH

    @Slot()
    def enlarge(self) -> None:
        """Show the paper at the next larger size."""
        self._set_zoom(next((z for z in ZOOMS if z > self.zoom + 0.01), ZOOMS[-1]))

    @Slot()
    def shrink(self) -> None:
        """Show the paper at the next smaller size."""
        self._set_zoom(next((z for z in reversed(ZOOMS) if z < self.zoom - 0.01), ZOOMS[0]))

    def let_go(self) -> None:
        """Wait for the page that is being drawn, and have no more to do with the document.

        Pages are drawn in a thread, which must not meet a document that is no longer there.
        """
        self.setDocument(self._nothing)

    def show_paper(self) -> None:
        """Show the document from its first page, after it was let go to be loaded."""
        self.setDocument(self.paper)
        self._go(0)

    def leave_documents_to(self, owner: QObject) -> None:
        """Let the documents go with ``owner``, after this view, even if nobody closed anything.

        As children of the view they would go while it is half gone, and tell it so.
        """
        for document in (self.paper, self._nothing):
            document.setParent(owner)

    @Slot()
    def fit(self) -> None:
        """Show the paper as wide as the window."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.moved.emit()

    @Slot()
    def next_page(self) -> None:
        """Go to the next page."""
        self._go(self.page)

    @Slot()
    def page_before(self) -> None:
        """Go to the page before."""
        self._go(self.page - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the new size of a paper that fits the window."""
        super().resizeEvent(event)
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Put our ground back after a new style sheet has taken it away."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._wear()

    def _set_zoom(self, factor: float) -> None:
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(factor)
        self.moved.emit()

    def _go(self, page: int) -> None:
        if 0 <= page < self.document().pageCount():
            navigator = self.pageNavigator()
            navigator.jump(page, navigator.currentLocation(), navigator.currentZoom())

    @Slot()
    def _wear(self) -> None:
        colours = self.palette()
        ground = QColor(self._looks.theme.colours.panel)
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            colours.setColor(role, ground)
        self.setPalette(colours)
