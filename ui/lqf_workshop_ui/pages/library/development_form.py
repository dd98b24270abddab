"""My development page on the screen: filled in, printed, and forgotten.

What is typed here is in no service, no file, no undo and no log. Closing forgets it.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from io import BytesIO

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.library.reference.development import DevelopmentPage, empty_page, good_in
from lqf_workshop.library.reference.sheets import Group, Passage, Sheet
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.library.own_words import OwnWords
from lqf_workshop_ui.pages.library.reading_pane import ReadingPane
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.confirm import Confirm
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.surfaces import scrolling
from lqf_workshop_ui.widgets.words import words

SIZE = 1080, 680


class DevelopmentForm(QDialog):
    """One person's page in a window of its own: what good looks like, and fields beside it."""

    def __init__(
        self,
        shelf: Shelf,
        edition: FrameworkEdition,
        level: str,
        looks: Looks,
        problems: Problems,
        parent: QWidget,
    ) -> None:
        """Begin with a role level, if one is known; choosing another here is not remembered."""
        super().__init__(parent)
        self.setWindowTitle(_("My development page"))
        self.resize(*SIZE)
        self._shelf, self._edition = shelf, edition
        self._looks, self._problems = looks, problems
        self.window_made: PaperWindow | None = None
        self.asking: Confirm | None = None
        self.level = PickBox(looks, _("My role level"), self)
        self.level.addItem(_("Choose your role level"), "")
        for one in edition.levels:
            self.level.addItem(one.name, one.code)
        self.level.setCurrentIndex(max(0, self.level.findData(level)))
        self.dimensions = {d.code: QCheckBox(d.short_name, self) for d in edition.dimensions}
        self.good = ReadingPane(looks, self)
        self.words = OwnWords(self)
        self.large = QCheckBox(_("Large print"), self)
        self._lay_out()
        self._connect()
        self._show_good()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(28)
        both.addLayout(self._left(), 5)
        both.addWidget(scrolling(self.words, self), 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(12)
        box.addWidget(words(_("My development page"), "panel-title", self))
        box.addWidget(
            words(
                _(
                    "This is for you alone. Nothing here is saved or shown. "
                    "Print it, or close it: then the words are gone."
                ),
                "muted",
                self,
            )
        )
        box.addLayout(both, 1)
        box.addLayout(self._foot())

    def _left(self) -> QVBoxLayout:
        """Level and dimensions, and below them what good looks like there."""
        name = words(_("My role level"), "label", self)
        name.setBuddy(self.level)
        ticks = QGridLayout()
        ticks.setHorizontalSpacing(12)
        ticks.setVerticalSpacing(0)
        for n, tick in enumerate(self.dimensions.values()):
            ticks.addWidget(tick, n // 2, n % 2)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(name)
        left.addWidget(self.level)
        left.addSpacing(4)
        left.addWidget(words(_("What I look at"), "label", self))
        left.addLayout(ticks)
        left.addSpacing(4)
        left.addWidget(self.good, 1)
        return left

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.large)
        row.addStretch(1)
        self.close_button = button(_("Forget it and close"), self.reject, parent=self)
        self.close_button.setAutoDefault(False)
        self.print_button = button(_("Print it"), self._print, kind="primary", parent=self)
        row.addWidget(self.close_button)
        row.addWidget(self.print_button)
        return row

    def _connect(self) -> None:
        self.level.currentIndexChanged.connect(self._show_good)
        for tick in self.dimensions.values():
            tick.toggled.connect(self._show_good)
        self.finished.connect(self._forget)

    # What good looks like

    @property
    def chosen(self) -> tuple[Passage, ...]:
        """What good looks like in the ticked dimensions, at the level that is chosen."""
        codes = [code for code, tick in self.dimensions.items() if tick.isChecked()]
        return good_in(self._shelf, self._edition, self.level.currentData() or "", codes)

    @Slot()
    def _show_good(self) -> None:
        title = _("What good looks like")
        hint = _("Choose your role level, and tick a dimension or two.")
        nothing = Passage("nothing", title, hint)
        passages = self.chosen or (nothing,)
        self.good.show_sheet(Sheet("good", Group.MINE, title, "", passages))

    # To paper

    @property
    def page(self) -> DevelopmentPage:
        """The page as it is filled in now."""
        empty = empty_page(self._edition)
        level = self.level.currentText() if self.level.currentData() else ""
        return DevelopmentPage(empty.levels, empty.dimensions, level, self.chosen, self.words.words)

    @Slot()
    def _print(self) -> None:
        """Show the page as paper, from where it goes to a printer and nowhere else."""
        self._close_paper()
        self.window_made = open_page(
            self.page, self.large.isChecked(), self._looks, self._problems, self, saving=False
        )

    def _close_paper(self) -> None:
        for window in self.findChildren(PaperWindow):
            window.close()

    # Leaving

    def reject(self) -> None:
        """Close; if anything is written, only after saying once that it will be gone."""
        if self.words.empty:
            super().reject()
            return
        self.asking = Confirm(
            _("Your words will be gone"),
            _(
                "Nothing on this page is kept. If you want to keep it, print it first. "
                "Once it is closed, nobody can bring it back."
            ),
            (_("Let it go"), _("Go on writing")),
            self._leave,
            self,
        )
        self.asking.ask()

    @Slot()
    def _leave(self) -> None:
        super().reject()

    @Slot()
    def _forget(self) -> None:
        """Let every word go, in the fields and on the paper."""
        self.words.forget()
        self._close_paper()
        self.deleteLater()


def open_page(
    page: DevelopmentPage,
    large: bool,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
    *,
    saving: bool,
) -> PaperWindow:
    """Open a development page as paper; only an empty one may be saved as a file."""
    window = PaperWindow(_("My development page"), date.today(), looks, owner, saving=saving)
    window.failed_with.connect(problems.warn)
    window.make(partial(_pdf, page, large))
    window.show()
    return window


def _pdf(page: DevelopmentPage, large: bool, work: Work[bytes]) -> bytes:
    from lqf_workshop.reports.development_page import write_development_page

    file = BytesIO()
    write_development_page(page, file, large=large, cancelled=work.cancelled)
    return file.getvalue()
