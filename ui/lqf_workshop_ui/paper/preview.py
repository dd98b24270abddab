"""A paper on the screen: looked at, printed, and saved where a person wants it.

The PDF lives in memory. Nothing with people's words is written to disk until somebody
saves it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QSaveFile,
    QStandardPaths,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.forms import Form, FormStrip, Make, in_letterhead
from lqf_workshop_ui.paper.making import Making
from lqf_workshop_ui.paper.note_strip import NoteStrip
from lqf_workshop_ui.paper.printing import Printing, progress_words, suit
from lqf_workshop_ui.paper.saved_strip import SavedStrip
from lqf_workshop_ui.paper.sheet_view import SheetView
from lqf_workshop_ui.paper.toolbar import PaperToolbar
from lqf_workshop_ui.problems import MessageBar, Problems

WIDTH, HEIGHT = 980, 720
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|“”\x00-\x1f]')
"""What a file's name may not hold on some computers."""


def _saveable(title: str) -> str:
    """Return a title without what a file's name may not have on Windows."""
    return " ".join(_NOT_IN_NAMES.sub(" ", title).split())


class PaperWindow(QMainWindow):
    """Shows a PDF page by page; made in the background, with a way to cancel.

    ``made`` once its pages are on the screen, ``failed_with`` a sentence when there are none,
    ``printed`` whether all pages went to the printer.
    """

    made = Signal()
    failed_with = Signal(str)
    printed = Signal(bool)

    def __init__(
        self,
        title: str,
        held_on: date,
        looks: Looks,
        parent: QWidget | None = None,
        *,
        saving: bool = True,
        note: str = "",
        two_sided: bool = False,
    ) -> None:
        """Make the window; without ``saving`` the paper can go to a printer and nowhere else.

        ``note`` is what to mind when printing. A paper that is ``two_sided`` has every second
        page as the back of the one before, turned like the page of a book.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.resize(WIDTH, HEIGHT)
        self._held_on = held_on
        self._looks = looks
        self._work: Work[bytes] | None = None
        self._forms: tuple[Form, ...] = ()
        self._shown: int | None = None
        self._wanted = 0
        self._printing: Printing | None = None
        self._pdf = QByteArray()
        self._closed = False
        self._problems = Problems(self)
        self.toolbar = PaperToolbar(title, looks, self)
        self.forms = FormStrip(self)
        self.making = Making(_("Making the paper…"), self)
        self.view = SheetView(looks, self)
        self.document = self.view.paper
        self.saved = SavedStrip(self._problems, self)
        self.message_bar = MessageBar(self._problems, looks, self)
        self.note = NoteStrip(note, self)
        self.two_sided = two_sided
        self._saving = saving
        self.toolbar.save.setVisible(saving)
        self._lay_out()
        self._connect()
        self._add_keys()

    def _lay_out(self) -> None:
        self.body = QStackedWidget(self)
        self.body.addWidget(self.making)
        self.body.addWidget(self.view)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = (self.toolbar, self.forms, self.note, self.body, self.saved, self.message_bar)
        for widget in parts:
            column.addWidget(widget, 1 if widget is self.body else 0)
        self.setCentralWidget(centre)
        self.view.leave_documents_to(self)
        self.toolbar.enable(False)

    def _connect(self) -> None:
        self.toolbar.back.clicked.connect(self.view.page_before)
        self.toolbar.next.clicked.connect(self.view.next_page)
        self.toolbar.smaller.clicked.connect(self.view.shrink)
        self.toolbar.larger.clicked.connect(self.view.enlarge)
        self.toolbar.print.clicked.connect(self._print)
        self.toolbar.save.clicked.connect(self._save)
        self.forms.chosen.connect(self._change_form)
        self.making.cancel.clicked.connect(self._cancel)
        self.view.moved.connect(self._tell_place)

    def _add_keys(self) -> None:
        keys = (
            (QKeySequence(QKeySequence.StandardKey.Print), self._print),
            (QKeySequence(QKeySequence.StandardKey.Save), self._save),
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), self.view.enlarge),
            (QKeySequence("Ctrl+="), self.view.enlarge),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), self.view.shrink),
            (QKeySequence("Ctrl+0"), self.view.fit),
            (QKeySequence(Qt.Key.Key_PageDown), self.view.next_page),
            (QKeySequence(Qt.Key.Key_PageUp), self.view.page_before),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        )
        for sequence, act in keys:
            shortcut = QShortcut(sequence, self)
            shortcut.activated.connect(act)

    # Making

    def make(self, job: Make) -> None:
        """Make the PDF in the background, under the person's letterhead, and show it."""
        self._work = Work(in_letterhead(job, self._looks), self)
        self._work.done.connect(self._show_pdf)
        self._work.failed.connect(self._fail)
        self._work.finished.connect(self._leave)
        self._work.start()

    def offer(self, *forms: Form) -> None:
        """Make the first of several forms of the paper; a person may change to another."""
        self._forms = forms
        self.forms.offer(forms)
        self.make(forms[0].make)

    @Slot(int)
    def _change_form(self, number: int) -> None:
        """Make another form; the one on show stays until the other is there."""
        self._wanted = number
        self.message_bar.clear()
        self.saved.hide()
        self._be_busy(True)
        self.making.say(_("Making the paper…"))
        self.make(self._forms[number].make)

    def _be_busy(self, busy: bool) -> None:
        self.toolbar.enable(not busy)
        self.forms.setEnabled(not busy)
        self.body.setCurrentWidget(self.making if busy else self.view)

    @Slot(object)
    def _show_pdf(self, pdf: bytes) -> None:
        self._pdf = QByteArray(pdf)
        buffer = QBuffer(self._pdf, self)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.view.let_go()
        self.document.load(buffer)
        if self.document.error() != QPdfDocument.Error.None_:
            self._fail(_("The paper could not be shown. Your words are safe; please try again."))
            return
        self.view.show_paper()
        self._shown = self._wanted
        if self._forms:
            title = self._forms[self._shown].title
            self.setWindowTitle(title)
            self.toolbar.title.setText(title)
        self._be_busy(False)
        self._tell_place()
        self.view.setFocus()
        self.made.emit()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        """Say why there is no paper, and close; a form that was there before stays."""
        if self._shown is None:
            self.failed_with.emit(sentence)
            self.close()
        else:
            self._stay()
            self._problems.warn(sentence)

    def _stay(self) -> None:
        """Go on showing the form that was there before another was asked for."""
        self._wanted = self._shown or 0
        self.forms.choose(self._wanted)
        self._be_busy(False)
        self._tell_place()

    @Slot()
    def _cancel(self) -> None:
        if self._printing is not None:
            self._printing.cancel()
        elif self._shown is not None and self._work is not None:
            self._work.cancel()
            self._stay()
        else:
            self.close()

    @Slot()
    def _tell_place(self) -> None:
        pages = self.document.pageCount()
        if pages:
            self.toolbar.show_page(self.view.page, pages)
            self.toolbar.show_zoom(self.view.zoom)

    # Saving

    @classmethod
    def ask_file(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Ask where to save; None when the person changes their mind."""
        dialog = QFileDialog(parent, _("Save as"), str(suggested.parent), _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    @Slot()
    def _save(self) -> None:
        if not self._saving or not self.toolbar.save.isEnabled():
            return
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        file = self.ask_file(self, folder / self._file_name)
        if file is not None and self._problems.attempt(lambda: self._write(file)):
            self.message_bar.clear()
            self.saved.tell(file)

    @property
    def _file_name(self) -> str:
        return f"{_saveable(self.windowTitle())} {self._held_on.isoformat()}.pdf"

    def _write(self, file: Path) -> None:
        """Write the PDF whole or not at all."""
        target = QSaveFile(str(file))
        written = (
            target.open(QIODevice.OpenModeFlag.WriteOnly)
            and target.write(self._pdf) == self._pdf.size()
            and target.commit()
        )
        if not written:
            raise WorkshopProblem(
                _("The paper could not be saved there ({0}). Choose another folder.").format(
                    target.errorString()
                )
            )

    # Printing

    @classmethod
    def ask_printer(cls, parent: QWidget, pages: int) -> QPrinter | None:
        """Ask for a printer; None when the person changes their mind. The print is named
        as the window of the paper is."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(parent.windowTitle())
        if isinstance(parent, PaperWindow) and parent.two_sided:
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        if isinstance(parent, PaperWindow):
            suit(printer, parent.document)
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        agreed = dialog.exec()
        dialog.deleteLater()
        return printer if agreed else None

    @Slot()
    def _print(self) -> None:
        if not self.toolbar.print.isEnabled():
            return
        printer = self.ask_printer(self, self.document.pageCount())
        if printer is None:
            return
        self._be_busy(True)
        self._printing = Printing(self.document, printer, self)
        self._printing.progressed.connect(self._tell_progress)
        self._printing.ended.connect(self._end_print)
        self._printing.start()

    @Slot(int, int)
    def _tell_progress(self, page: int, pages: int) -> None:
        self.making.say(progress_words(page, pages), page - 1, pages)

    @Slot(bool)
    def _end_print(self, whole: bool) -> None:
        assert self._printing is not None
        cancelled = self._printing.cancelled
        self._printing.deleteLater()
        self._printing = None
        self._be_busy(False)
        self._tell_place()
        if whole:
            self._problems.tell(_("All pages have gone to the printer."))
        elif cancelled:
            self._problems.tell(_("The print was cancelled."))
        else:
            self._problems.warn(_("The printer did not take the paper. Is it on and connected?"))
        self.printed.emit(whole)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what still goes on, and leave nothing behind."""
        super().closeEvent(event)
        if self._printing is not None:
            self._printing.cancel()
        self.view.let_go()
        self.document.close()
        self._closed = True
        if self._work is not None:
            self._work.cancel()
        self._leave()

    @Slot()
    def _leave(self) -> None:
        """Go for good, once the window is closed and its work has come to an end."""
        if self._closed and (self._work is None or self._work.over):
            self.deleteLater()
