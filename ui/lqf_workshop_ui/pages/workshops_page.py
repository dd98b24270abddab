"""The Workshops page: every workshop, to find, open, start, and delete for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.workshop import WorkshopId, WorkshopLine
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, long_date, ngettext
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import shortened
from lqf_workshop_ui.models.workshop_list import WorkshopList
from lqf_workshop_ui.pages.workshops.chosen_bar import ChosenBar
from lqf_workshop_ui.pages.workshops.list_view import BAR_ROOM, WorkshopListView
from lqf_workshop_ui.pages.workshops.search import SearchField
from lqf_workshop_ui.pages.workshops.workshop_files import WorkshopFiles
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.confirm import Confirm
from lqf_workshop_ui.widgets.invitation import Invitation
from lqf_workshop_ui.widgets.page_scroll import MARGIN
from lqf_workshop_ui.widgets.undo_keys import UndoKeys
from lqf_workshop_ui.widgets.words import line, words

SEARCH_AFTER = 150
SHOWN = frozenset({Change.WORKSHOPS, Change.RUN, Change.FOCUS, Change.ACTIONS})


class WorkshopsPage(QWidget):
    """All workshops, fetched as they are scrolled to."""

    asked_new = Signal()
    asked_open = Signal(int)
    asked_run = Signal(int)

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
        self._services = services
        self._problems = problems
        self._stale = True
        self.model = WorkshopList(services.lists, services.desk.today, self)
        self.new_button = button(_("New workshop"), kind="primary", parent=self)
        self.bring_button = button(_("Bring in a file…"), parent=self)
        self.files = WorkshopFiles(services, problems, self)
        self.search = SearchField(looks, self)
        self.count = line("", "muted", self)
        self.list = WorkshopListView(self.model, looks, self)
        self.nothing = Invitation("workshops", "", "", looks, self)
        self.clear_button = button(_("Show all workshops"), self.search.clear, parent=self)
        self.nothing.offer(self.clear_button)
        self.bar = ChosenBar(self)
        self._typed = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect(changes)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(words(_("Workshops"), "title", self), 1)
        head.addWidget(self.bring_button)
        head.addWidget(self.new_button)
        finding = QHBoxLayout()
        finding.setSpacing(16)
        self.search.setFixedWidth(420)
        finding.addWidget(self.search)
        finding.addWidget(self.count, 1)
        empty_side = QWidget(self)
        column = QVBoxLayout(empty_side)
        column.addWidget(self.nothing)
        column.addStretch(1)
        self._sides = QStackedWidget(self)
        self._sides.addWidget(self.list)
        self._sides.addWidget(empty_side)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, 28, MARGIN - BAR_ROOM, 20)
        box.setSpacing(16)
        foot = QHBoxLayout()
        foot.addWidget(self.bar)
        hint = QHBoxLayout()
        hint.addWidget(self.files.hint)
        for part in (head, finding, hint, column, foot):
            part.setContentsMargins(0, 0, BAR_ROOM, 0)
        box.addLayout(head)
        box.addLayout(finding)
        box.addLayout(hint)
        box.addWidget(self._sides, 1)
        box.addLayout(foot)
        self.bar.hide()
        self.files.hint.hide()

    def _connect(self, changes: ChangeSignals) -> None:
        self.new_button.clicked.connect(self.asked_new)
        self.search.textChanged.connect(self._search_soon)
        self.search.asked_list.connect(self._go_to_list)
        self._typed.timeout.connect(self._look_for)
        self._soon.timeout.connect(self._refresh_if_seen)
        self.list.chosen.connect(self._show_chosen)
        self.list.asked_open.connect(self._open)
        self.list.asked_delete.connect(self._ask_delete)
        self.bar.asked_open.connect(self._open)
        self.bar.asked_run.connect(self._run)
        self.bar.asked_delete.connect(self._ask_delete)
        self.bar.asked_save.connect(self._save)
        changes.changed.connect(self._note_change)
        self.bring_button.clicked.connect(self.files.ask)
        self.files.brought.connect(self._tell_brought)
        self.keys = UndoKeys(self._services.journal, self._problems, self)
        finding = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        finding.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        finding.activated.connect(self._go_to_search)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again if anything changed, with the keyboard in the search."""
        super().showEvent(event)
        if not event.spontaneous():
            self.search.setFocus()
            if self._stale:
                self._soon.start()

    @Slot(Change, int)
    def _note_change(self, change: Change, _workshop_id: int) -> None:
        if change in SHOWN:
            self._stale = True
            if self.isVisible():
                self._soon.start()

    @property
    def chosen(self) -> WorkshopLine | None:
        """The workshop that is chosen in the list."""
        return self.model.line(self.list.currentIndex().row())

    @Slot()
    def refresh(self) -> None:
        """Read again what is shown; the chosen workshop stays chosen."""
        if self._problems.attempt(self._read_again):
            self._stale = False

    @Slot()
    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _read_again(self) -> None:
        chosen, row = self.chosen, self.list.currentIndex().row()
        scrolled = self.list.verticalScrollBar().value()
        self.list.delegate.today = self._services.desk.today()
        self.model.refresh()
        if chosen is not None:
            found = self.model.row_of(chosen.id)
            self._choose(found if found >= 0 else min(row, self.model.rowCount() - 1))
        self.list.verticalScrollBar().setValue(scrolled)
        self._show_state()

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))

    @Slot()
    def _search_soon(self) -> None:
        self._typed.start()

    @Slot()
    def _look_for(self) -> None:
        self._typed.stop()
        words_typed = self.search.text()

        def look() -> None:
            self.model.look_for(words_typed)
            self.list.scrollToTop()
            self._show_state()

        self._problems.attempt(look)

    def _show_state(self) -> None:
        looked_for = self.model.words.strip()
        total = self._services.lists.count(self.model.words)
        self._sides.setCurrentIndex(0 if total else 1)
        self.search.setEnabled(bool(total or looked_for))
        self.clear_button.setVisible(bool(looked_for))
        if looked_for:
            self.count.setText(ngettext("{n} workshop found", "{n} workshops found", total))
            self.nothing.say(
                _("No workshop found"),
                _("No team or place holds “{0}”. Try fewer letters.").format(
                    shortened(looked_for, 60)
                ),
            )
        else:
            self.count.setText(ngettext("{n} workshop", "{n} workshops", total) if total else "")
            self.nothing.say(
                _("No workshops yet"),
                _("Press “New workshop” to prepare one. It takes about five minutes."),
            )
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        self.bar.show_line(self.chosen)

    @Slot()
    def _go_to_list(self) -> None:
        """Search at once if letters are waiting, then move into the list."""
        if self._typed.isActive():
            self._look_for()
        if self.model.rowCount():
            if self.chosen is None:
                self._choose(0)
            self.list.setFocus()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def _open(self) -> None:
        if self.chosen is not None:
            self.asked_open.emit(int(self.chosen.id))

    @Slot()
    def _run(self) -> None:
        if self.chosen is not None:
            self.asked_run.emit(int(self.chosen.id))

    @Slot()
    def _save(self) -> None:
        if self.chosen is not None:
            self.files.save(self.chosen)

    @Slot(list)
    def _tell_brought(self, numbers: list[int]) -> None:
        """Show what came in; the keyboard is where Ctrl+Z takes it out again."""
        self.search.clear()
        self._look_for()
        self.refresh()
        self._choose(self.model.row_of(WorkshopId(numbers[0])))
        self.list.setFocus()

    @Slot()
    def _ask_delete(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        Confirm(
            _("Delete this workshop?"),
            _(
                "{0}, {1}. This deletes its votes, notes and actions for good. "
                "Nobody can bring them back."
            ).format(shortened(chosen.team, 80), long_date(chosen.held_on)),
            (_("Delete for good"), _("Keep it")),
            partial(self._delete, int(chosen.id)),
            self,
        ).ask()

    def _delete(self, workshop_id: int) -> None:
        if self._problems.attempt(partial(self._services.workshops.delete, workshop_id)):
            self._problems.tell(_("The workshop is deleted."))
