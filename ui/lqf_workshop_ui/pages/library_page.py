"""The pocket reference: frameworks, ideas, cards and agendas, to read and to search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.library.reference.contents import sheets_of
from lqf_workshop.library.reference.development import DEVELOPMENT, empty_page
from lqf_workshop.library.reference.finding import find
from lqf_workshop.library.reference.sheets import Sheet
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.library.development_form import DevelopmentForm, open_page
from lqf_workshop_ui.pages.library.library_list import LibraryList
from lqf_workshop_ui.pages.library.library_list_view import LibraryListView
from lqf_workshop_ui.pages.library.printing import open_sheet
from lqf_workshop_ui.pages.library.reading_pane import ReadingPane
from lqf_workshop_ui.pages.library.sheet_head import SheetHead
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.search_field import SearchField
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import line, words

MARGIN = 40
LIST_WIDTH = 320
ACTIVITY = "activity/"
"""What the keys of sheets about activities begin with."""


class LibraryPage(QWidget):
    """The list at the left, a sheet at the right; one search over everything. Read only."""

    asked_decks = Signal()
    asked_activities = Signal(str)
    """The code of an activity to edit a copy of, or nothing for the list of one's own."""

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._looks, self._problems = services, looks, problems
        self._sheets: tuple[Sheet, ...] = ()
        self.window_made: PaperWindow | None = None
        self.form: DevelopmentForm | None = None
        self.model = LibraryList(self)
        self.search = SearchField(_("Search the library"), _("Search everything"), looks, self)
        self.found = line("", "small", self)
        self.list = LibraryListView(self.model, looks, self)
        self.head = SheetHead(looks, self)
        self.pane = ReadingPane(looks, self)
        self.wrong = WrongContent(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 0, 0)
        top.setSpacing(8)
        own = QHBoxLayout()
        own.setSpacing(8)
        self.decks_button = button(
            _("Decks of cards"),
            self.asked_decks.emit,
            parent=self,
            hint=_("Decks of cards: make and change your own"),
        )
        self.activities_button = button(
            _("Our activities"),
            self._show_activities,
            parent=self,
            hint=_("Our activities: copies changed for your team"),
        )
        own.addWidget(self.decks_button)
        own.addWidget(self.activities_button)
        own.addStretch(1)
        top.addWidget(words(_("Library"), "title", self))
        top.addLayout(own)
        top.addSpacing(4)
        top.addWidget(self.search)
        top.addWidget(self.found)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(top)
        left.addWidget(self.list, 1)
        side = QWidget(self)
        side.setFixedWidth(LIST_WIDTH)
        side.setLayout(left)
        left.setContentsMargins(0, 28, 0, 0)
        right = QVBoxLayout()
        right.setContentsMargins(0, 32, 0, 0)
        right.setSpacing(16)
        self.head.setContentsMargins(0, 0, MARGIN, 0)
        right.addWidget(self.head)
        right.addWidget(self.pane, 1)
        self.pane.setViewportMargins(0, 0, MARGIN - 12, 0)
        both = QHBoxLayout()
        both.setSpacing(28)
        both.addWidget(side)
        both.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN - 12, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.wrong)
        box.addLayout(both, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._look_for)
        self.search.asked_list.connect(self._go_to_list)
        self.list.chosen.connect(self._show_chosen)
        self.list.entered_row.connect(self.pane.setFocus)
        self.head.level_chosen.connect(self._choose_level)
        self.head.print_asked.connect(self._print)
        self.head.fill_asked.connect(self._fill)
        self.head.edit_asked.connect(self._edit)
        for key, act in (
            (QKeySequence.StandardKey.Find, self._go_to_search),
            (QKeySequence.StandardKey.Print, self._print),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the shelf when somebody wants to see it, and not before."""
        super().showEvent(event)
        if not self._sheets:
            self._read()

    def _read(self) -> None:
        self._sheets = sheets_of(self._services.shelf)
        self.wrong.tell(self._services.shelf.problems)
        edition = self._services.shelf.edition("lqf-classic")
        if edition is not None:
            mine = self._looks.preferences.role_level
            known = [(level.code, level.name) for level in edition.levels]
            self.head.offer_levels(known, mine)
            self.pane.show_level(mine if mine in dict(known) else "")
        self._look_for("")

    @Slot(str)
    def _look_for(self, looked_for: str) -> None:
        """Show what a search finds, or the contents when nothing is looked for."""
        if looked_for.strip():
            hits = find(self._sheets, looked_for)
            self.model.show_hits(hits, looked_for)
            self.found.setText(
                ngettext("{n} place found", "{n} places found", len(hits))
                if hits
                else _("Nothing found. Try fewer letters.")
            )
        else:
            self.model.show_contents(self._sheets)
            self.found.clear()
        self.found.setVisible(bool(looked_for.strip()))
        self._choose_again()

    def _choose_again(self) -> None:
        """Choose the row of the sheet on show; with a search, the first hit."""
        there = self.pane.sheet
        row = self.model.row_of(there.key) if there and not self.model.looked_for else -1
        if row < 0:
            rows = range(self.model.rowCount())
            row = next((r for r in rows if (e := self.model.entry(r)) and e.sheet), -1)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
            self.list.scrollTo(self.model.index(row, 0))

    @Slot()
    def _show_chosen(self) -> None:
        entry = self.model.entry(self.list.currentIndex().row())
        if entry is None or entry.sheet is None:
            return
        activities = self._services.shelf.activities()
        kept = {f"{ACTIVITY}{activity.code}" for activity in activities}
        self.head.show_sheet(entry.sheet, editable=entry.sheet.key in kept)
        self.pane.show_sheet(entry.sheet, entry.passage, self.model.looked_for)

    @Slot()
    def _edit(self) -> None:
        """Ask for a copy of the activity on show, to be changed."""
        if self.pane.sheet is not None:
            self.asked_activities.emit(self.pane.sheet.key.removeprefix(ACTIVITY))

    @Slot()
    def _show_activities(self) -> None:
        self.asked_activities.emit("")

    @Slot(str)
    def _choose_level(self, level: str) -> None:
        """Read for one role level from now on, also after the next start."""
        self.pane.show_level(level)
        self._problems.attempt(lambda: self._looks.choose(role_level=level))

    @Slot()
    def _print(self) -> None:
        """Show the sheet as paper, as it is read now; of one's own page, the empty one."""
        sheet, large = self.pane.sheet, self.head.large.isChecked()
        edition = self._services.shelf.edition("lqf-classic")
        if sheet is None:
            return
        if sheet.key == DEVELOPMENT and edition is not None:
            page = empty_page(edition)
            self.window_made = open_page(
                page, large, self._looks, self._problems, self, saving=True
            )
            return
        level = (self.pane.level, self.head.level.currentText())
        self.window_made = open_sheet(sheet, level, large, self._looks, self._problems, self)

    @Slot()
    def _fill(self) -> None:
        """Open a development page of one's own, which is kept nowhere."""
        shelf = self._services.shelf
        edition = shelf.edition("lqf-classic")
        if edition is not None:
            level = self._looks.preferences.role_level
            self.form = DevelopmentForm(
                shelf, edition, level, self._looks, self._problems, self.window()
            )
            self.form.open()

    @Slot()
    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()


class WrongContent(QWidget):
    """Says which files of the library are not right, and that the rest can be used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 20, MARGIN, 0)
        self.hide()

    def tell(self, found: list[str]) -> None:
        """Show the problems, or nothing when there are none."""
        self.setVisible(bool(found))
        if not found:
            return
        surface = Surface("warm", self, margins=(20, 12, 20, 14), spacing=4)
        surface.box.addWidget(
            words(_("Some content was left out because a file is not right"), "strong", surface)
        )
        for sentence in found:
            surface.box.addWidget(typed(sentence, "", surface))
        self._box.addWidget(surface)
