"""The actions of every team: what is late, what goes on, and what came of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.action import DueAction
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.action_list import ActionList, Which
from lqf_workshop_ui.models.plain_words import shortened
from lqf_workshop_ui.pages.actions.action_list_view import BAR_ROOM, ActionListView
from lqf_workshop_ui.pages.actions.detail import ActionDetail
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.invitation import Invitation
from lqf_workshop_ui.widgets.page_scroll import PageScroll
from lqf_workshop_ui.widgets.redraw import Redraw
from lqf_workshop_ui.widgets.search_field import SearchField
from lqf_workshop_ui.widgets.words import words

MARGIN = 40
SHOWN = frozenset({Change.ACTIONS, Change.WORKSHOPS})


class ActionsPage(QWidget):
    """A list at the left, the chosen action whole at the right."""

    asked_open = Signal(int)
    asked_plan = Signal(int)

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
        self._looks = looks
        self._problems = problems
        self._names: dict[str, str] = {}
        self.model = ActionList(services, partial(find_again, services), services.desk.today, self)
        self.search = SearchField(
            _("Find an action"), _("Find by words, person or team"), looks, self
        )
        self.which = Choices(_choices(), self, name=_("Which actions"))
        self.undo = button(_("Undo"), parent=self, hint=_("Take back the last change (Ctrl + Z)"))
        self.list = ActionListView(self.model, looks, self)
        self.nothing = Invitation("actions", "", "", looks, self)
        self.detail = ActionDetail(services, looks, problems, self)
        self._lay_out()
        self._connect()
        self._redraw = Redraw(self, changes, SHOWN)
        self._redraw.asked.connect(self._read_again)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(words(_("Actions"), "title", self), 1)
        self.search.setFixedWidth(320)
        head.addWidget(self.search)
        head.addWidget(self.undo)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, 28, 0, 0)
        box.setSpacing(16)
        head.setContentsMargins(0, 0, MARGIN, 0)
        box.addLayout(head)
        box.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._sides(), 1)

    def _sides(self) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24 - BAR_ROOM + 8)
        row.addWidget(self.list, 11)
        row.addWidget(self._detail_side(), 10)
        empty_side = QWidget(self)
        column = QVBoxLayout(empty_side)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.body = QStackedWidget(self)
        self.body.addWidget(both)
        self.body.addWidget(empty_side)
        return self.body

    def _detail_side(self) -> PageScroll:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, MARGIN, 24)
        column.addWidget(self.detail)
        column.addStretch(1)
        return PageScroll(content, self)

    def _connect(self) -> None:
        self.search.searched.connect(self._look)
        self.search.asked_list.connect(self._go_to_list)
        self.which.chosen.connect(self._look)
        self.list.chosen.connect(self._show_chosen)
        self.detail.touched.connect(self.model.keep)
        self.detail.asked_open.connect(self.asked_open)
        self.detail.asked_print.connect(self._print_plan)
        self.detail.asked_rating.connect(self._plan_rating)
        self.undo.clicked.connect(self._undo)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
            (QKeySequence("Ctrl+Shift+Z"), self._redo),
            (QKeySequence(QKeySequence.StandardKey.Find), self._go_to_search),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Reading

    @Slot()
    def _read_again(self) -> None:
        chosen, row = self.detail.action_id, self.list.currentIndex().row()
        self._problems.attempt(self.model.refresh)
        found = self.model.row_of(chosen)
        self._choose(found if found >= 0 else max(0, min(row, self.model.rowCount() - 1)))
        self._show_state()

    @Slot()
    def _look(self) -> None:
        """Show what the choice and the search find, the first of it chosen."""
        if not self.detail.flush():
            self.which.choose(self.model.which.value)
            return
        which, typed = Which(self.which.choice), self.search.text()
        self._problems.attempt(lambda: self.model.choose(which, typed))
        found = self.model.row_of(self.detail.action_id)
        self._choose(max(found, 0))
        self._show_state()

    def _choose(self, row: int) -> None:
        if self.model.at(row) is None:
            self.detail.forget()
        else:
            self.list.setCurrentIndex(self.model.index(row, 0))
            self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        one = self.model.at(self.list.currentIndex().row())
        if one is None:
            return
        if one.action.id != self.detail.action_id and not self.detail.flush():
            before = self.model.row_of(self.detail.action_id)
            self.list.setCurrentIndex(self.model.index(before, 0))
            return
        self._names = self._names or dimension_names(self._services)
        source = one.action.source
        name = self._names.get(source.code, "") if source.kind.rated else ""
        self.detail.show_action(one, name, self._services.desk.today())
        row = self.model.row_of(one.action.id)  # what was saved on leaving may have moved it
        if row >= 0 and row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _show_state(self) -> None:
        self.list.delegate.today = self._services.desk.today()
        self.body.setCurrentIndex(0 if self.model.rowCount() else 1)
        looked_for = self.model.words.strip()
        if looked_for:
            self.nothing.say(
                _("No action found"),
                _("Nothing here holds “{0}”. Try fewer letters, or look among the others.").format(
                    shortened(looked_for, 60)
                ),
            )
        else:
            self.nothing.say(*_nothing_words(self.model.which))

    def show_looks(self) -> None:
        """Show the actions that it is time to look at again."""
        self.search.clear()
        self.which.choose(Which.LOOK.value)
        self._look()

    # Acting

    @Slot(int, str)
    def _plan_rating(self, workshop_id: int, code: str) -> None:
        """Prepare a short meeting that rates again what an action came from, and open it."""

        def go() -> None:
            self.asked_plan.emit(self._services.workshops.rate_again(workshop_id, code))

        self._problems.attempt(go)

    @Slot()
    def _undo(self) -> None:
        def go() -> None:
            what = self._services.journal.undo()
            self._problems.tell(
                _("Taken back: {0}.").format(what) if what else _("There is nothing to take back.")
            )

        self._problems.attempt(go)

    @Slot()
    def _redo(self) -> None:
        def go() -> None:
            what = self._services.journal.redo()
            self._problems.tell(
                _("Done again: {0}.").format(what) if what else _("There is nothing to do again.")
            )

        self._problems.attempt(go)

    @Slot(int)
    def _print_plan(self, workshop_id: int) -> None:
        from lqf_workshop_ui.paper.workshop_papers import open_action_plan

        self._problems.attempt(
            lambda: open_action_plan(self._services, workshop_id, self._looks, self._problems, self)
        )

    @Slot()
    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is typed; next time the list shows only what fits."""
        super().hideEvent(event)
        self.detail.flush()
        self.model.let_go()


def find_again(services: Services, one: DueAction) -> DueAction | None:
    """Return an action as it is now, although the list no longer finds it."""
    meeting = services.meetings.read(one.action.workshop_id)
    now = next((a for a in meeting.actions if a.id == one.action.id), None)
    return DueAction(now, one.team, one.held_on) if now else None


def dimension_names(services: Services) -> dict[str, str]:
    """Return the short name behind each dimension's code; the classic edition speaks first."""
    editions = services.shelf.editions()
    return {code: name for e in reversed(editions) for code, name in e.names.items()}


def _choices() -> list[tuple[str, str]]:
    return [
        (Which.OPEN.value, _("All open")),
        (Which.LATE.value, _("Late")),
        (Which.LOOK.value, _("Look again")),
        (Which.CLOSED.value, _("Done or dropped")),
    ]


def _nothing_words(which: Which) -> tuple[str, str]:
    return {
        Which.OPEN: (
            _("Nothing is waiting"),
            _("Actions that a team agrees in a workshop come together here."),
        ),
        Which.LATE: (
            _("Nothing is late"),
            _("No open action has passed its date."),
        ),
        Which.LOOK: (
            _("Nothing to look at again"),
            _(
                "Actions come here two, six and twelve weeks after their meeting, and on the day "
                "that the team chose."
            ),
        ),
        Which.CLOSED: (
            _("Nothing is finished yet"),
            _("When an action is done or dropped, it stays here with what was learnt."),
        ),
    }[which]
