"""The Workshops page: every workshop, to find, open, start, and delete for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.workshop import WorkshopId, WorkshopLine, WorkshopState
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, long_date, ngettext
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import shortened
from lqf_workshop_ui.models.workshop_list import WorkshopList
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.confirm import Confirm
from lqf_workshop_ui.widgets.drop_files import DropFiles
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.invitation import Invitation
from lqf_workshop_ui.widgets.page_scroll import BAR, MARGIN
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.undo_keys import UndoKeys
from lqf_workshop_ui.widgets.words import line, words
from lqf_workshop_ui.widgets.workshop_row import WorkshopDelegate

SEARCH_AFTER = 150
BAR_ROOM = 16
"""Pixels at the right of the list, in the page's margin, where its scroll bar has its place."""
SHOWN = frozenset({Change.WORKSHOPS, Change.RUN, Change.FOCUS, Change.ACTIONS})


class WorkshopListView(QListView):
    """The list: arrows choose, Enter or a double click opens, Delete asks to delete."""

    asked_open = Signal()
    asked_delete = Signal()
    chosen = Signal()

    def __init__(self, model: WorkshopList, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workshopList")
        self.setAccessibleName(_("Workshops"))
        self.setModel(model)
        self.delegate = WorkshopDelegate(looks, self)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(self.asked_open)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._keep_width(0, 0)
        looks.changed.connect(self.viewport().update)

    @Slot(int, int)
    def _keep_width(self, _least: int, most: int) -> None:
        """Leave the margin of the page to the scroll bar; rows keep their width."""
        self.delegate.keep_right = BAR_ROOM - BAR if most > 0 else BAR_ROOM

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell that another workshop is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete; arrows move as in every list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_open.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.asked_delete.emit()
        else:
            super().keyPressEvent(event)


class SearchField(QLineEdit):
    """Where words are typed that a workshop's team or place holds; Down goes to the list."""

    asked_list = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.setAccessibleName(_("Find a workshop by its team or place"))
        self.setPlaceholderText(_("Find by team or place"))
        self._mark = QAction(self)
        self.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(_("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._offer_clear)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        muted = self._looks.theme.colours.muted
        self._mark.setIcon(self._looks.icon("find", muted))
        self._clear.setIcon(self._looks.icon("close", muted))

    @Slot(str)
    def _offer_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the list with Down or Enter, and empty the field with Escape."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_list.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ChosenBar(Surface):
    """What can be done with the chosen workshop."""

    asked_open = Signal()
    asked_run = Signal()
    asked_delete = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 10, 12, 10), spacing=10, across=True)
        self.team = ElidedLabel("", "strong", self)
        self.delete_button = button(_("Delete…"), kind="quiet", parent=self)
        self.open_button = button(_("Open"), parent=self)
        self.run_button: QPushButton = button(_("Start"), parent=self)
        self.box.addWidget(self.team, 1)
        for made in (self.delete_button, self.open_button, self.run_button):
            self.box.addWidget(made)
        self.delete_button.clicked.connect(self.asked_delete)
        self.open_button.clicked.connect(self.asked_open)
        self.run_button.clicked.connect(self.asked_run)

    def show_line(self, chosen: WorkshopLine | None) -> None:
        """Show the chosen workshop, or hide when there is none."""
        self.setVisible(chosen is not None)
        if chosen is None:
            return
        self.team.setText(chosen.team)
        running = chosen.state is WorkshopState.RUNNING
        self.run_button.setText(_("Continue") if running else _("Start"))
        self.run_button.setVisible(chosen.state is not WorkshopState.DONE)
        for made in (self.delete_button, self.open_button, self.run_button):
            made.setAccessibleName(f"{made.text().rstrip('…')} {chosen.team}")


class DropHint(Surface):
    """Says what happens to files that are held over the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self.box.addWidget(words(_("Let go to see what is in the file."), "strong", self))


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
        self.bring_button = button(_("Bring in a file…"), self.ask_files, parent=self)
        self.drop_hint = DropHint(self)
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
        hint.addWidget(self.drop_hint)
        for part in (head, finding, hint, column, foot):
            part.setContentsMargins(0, 0, BAR_ROOM, 0)
        box.addLayout(head)
        box.addLayout(finding)
        box.addLayout(hint)
        box.addWidget(self._sides, 1)
        box.addLayout(foot)
        self.bar.hide()
        self.drop_hint.hide()

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
        changes.changed.connect(self._note_change)
        dropping = DropFiles(self)
        dropping.hovering.connect(self.drop_hint.setVisible)
        dropping.dropped.connect(self.look_at)
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
    def ask_files(self) -> None:
        """Ask for files, and look at them."""
        from lqf_workshop_ui.pages.workshops.bring_in import BringIn

        files = BringIn.ask_files(self)
        if files:
            self.look_at(files)

    @Slot(list)
    def look_at(self, files: list[Path]) -> None:
        """Show what is in some files, and bring in what is chosen."""
        from lqf_workshop_ui.pages.workshops.bring_in import BringIn

        dialog = BringIn(self._services, files, self)
        dialog.brought.connect(self._tell_brought)
        dialog.open()

    @Slot(list)
    def _tell_brought(self, numbers: list[int]) -> None:
        """Show what came in; the keyboard is where Ctrl+Z takes it out again."""
        self.search.clear()
        self._look_for()
        self.refresh()
        self._choose(self.model.row_of(WorkshopId(numbers[0])))
        self.list.setFocus()
        told = ngettext(
            "{n} workshop is brought in.", "{n} workshops are brought in.", len(numbers)
        )
        self._problems.tell(told + " " + _("Ctrl + Z takes it back."))

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
