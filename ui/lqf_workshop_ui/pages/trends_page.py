"""Teams over time, and side by side: what their revealed votes say, and what they do not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.team import Team
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.team_list import MOST, TeamList
from lqf_workshop_ui.pages.trends.printing import open_compared, open_trend
from lqf_workshop_ui.pages.trends.side_view import SideView
from lqf_workshop_ui.pages.trends.team_list_view import TeamListView
from lqf_workshop_ui.pages.trends.team_view import SHOWN as VOTES_SHOWN
from lqf_workshop_ui.pages.trends.team_view import TeamView
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.invitation import Invitation
from lqf_workshop_ui.widgets.redraw import Redraw
from lqf_workshop_ui.widgets.search_field import SearchField
from lqf_workshop_ui.widgets.undo_keys import UndoKeys
from lqf_workshop_ui.widgets.words import line, words

ONE, SEVERAL = "one", "several"
LIST_WIDTH = 284
MARGIN = 40
FEWEST = 2
SHOWN = frozenset({Change.WORKSHOPS, Change.RUN, Change.RATINGS, Change.POLLS, Change.NOTES})


class TrendsPage(QWidget):
    """Teams at the left; at the right one of them over time, or the ticked ones side by side."""

    asked_new = Signal()

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
        self._key: Team | None = None
        self.window_made: PaperWindow | None = None
        self.model = TeamList(self)
        self.mode = Choices(
            [(ONE, _("One team")), (SEVERAL, _("Side by side"))], self, name=_("What to look at")
        )
        self.search = SearchField(_("Search the teams"), _("Search teams"), looks, self)
        self.found = line("", "small", self)
        self.list = TeamListView(self.model, looks, self)
        self.all_button = button(_("Tick all"), self._tick_all, parent=self)
        self.none_button = button(_("Tick none"), self._tick_none, parent=self)
        self.team_view = TeamView(looks, self)
        self.side_view = SideView(looks, self)
        self.nobody = self._nobody()
        self.invitation = Invitation("people", _("Choose the teams"), "", looks, self)
        self._lay_out()
        self._connect()
        self._redraw = Redraw(self, changes, SHOWN)
        self._redraw.asked.connect(self._read_again)

    def _nobody(self) -> Invitation:
        made = Invitation(
            "trends",
            _("No team has rated anything yet"),
            _(
                "Prepare a workshop with a rating step. After its first reveal the team stands "
                "here, and after the second workshop you see what has moved."
            ),
            self._looks,
            self,
        )
        made.offer(button(_("Prepare a workshop"), self.asked_new.emit, kind="primary"))
        return made

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 0, 0)
        top.setSpacing(10)
        top.addWidget(words(_("Over time"), "title", self))
        top.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.search)
        top.addWidget(self.found)
        self.ticks = QWidget(self)
        row = QHBoxLayout(self.ticks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for made in (self.all_button, self.none_button):
            row.addWidget(made)
        row.addStretch(1)
        self.ticks.hide()
        top.addWidget(self.ticks)
        self.side = QWidget(self)
        self.side.setFixedWidth(LIST_WIDTH)
        left = QVBoxLayout(self.side)
        left.setContentsMargins(0, 28, 0, 0)
        left.setSpacing(8)
        left.addLayout(top)
        left.addWidget(self.list, 1)
        self.body = QStackedWidget(self)
        for widget in (
            self._at_the_top(self.nobody),
            self.team_view,
            self.side_view,
            self._at_the_top(self.invitation),
        ):
            self.body.addWidget(widget)
        both = QHBoxLayout(self)
        both.setContentsMargins(MARGIN - 12, 0, 0, 0)
        both.setSpacing(28)
        both.addWidget(self.side)
        both.addWidget(self.body, 1)

    def _at_the_top(self, card: Invitation) -> QWidget:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 32, MARGIN, 24)
        column.addWidget(card)
        column.addStretch(1)
        return whole

    def _connect(self) -> None:
        self.mode.chosen.connect(self._choose_mode)
        self.search.searched.connect(self._look)
        self.search.asked_list.connect(self._go_to_list)
        self.list.chosen.connect(self._show_chosen)
        self.list.entered_row.connect(self._go_to_pictures)
        self.model.ticked.connect(self._show_ticked)
        self.model.full.connect(self._say_full)
        self.team_view.said_same_people.connect(self._say_same_people)
        self.team_view.turned.connect(self._turn)
        self.team_view.asked_print.connect(self._print)
        self.side_view.asked_print.connect(self._print)
        self.keys = UndoKeys(self._services.journal, self._problems, self)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._go_to_search),
            (QKeySequence(QKeySequence.StandardKey.Print), self._print),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Reading

    @property
    def several(self) -> bool:
        """Whether teams are looked at side by side."""
        return self.mode.choice == SEVERAL

    @Slot()
    def _read_again(self) -> None:
        self._problems.attempt(self._read)

    def _read(self) -> None:
        self.model.show_teams(self._services.trends.teams())
        self._choose_again()
        self._show(again=True)

    @Slot()
    def _look(self) -> None:
        self.model.look_for(self.search.text())
        nothing = bool(self.model.words.strip()) and not self.model.rowCount()
        self.found.setText(_("No team found. Try fewer letters.") if nothing else "")
        self.found.setVisible(nothing)
        self._choose_again()

    def _choose_again(self) -> None:
        """Choose the row of the team on show, or the first."""
        row = max(0, self.model.row_of(self._key))
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row, 0))

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.model.at(self.list.currentIndex().row())
        if chosen is None or chosen.key == self._key:
            return
        self._key = chosen.key
        if not self.several:
            self._show()

    @Slot()
    def _choose_mode(self) -> None:
        self.model.let_tick(self.several)
        self.ticks.setVisible(self.several)
        self._show()

    @Slot()
    def _tick_all(self) -> None:
        self.model.tick_all(True)

    @Slot()
    def _tick_none(self) -> None:
        self.model.tick_all(False)

    @Slot()
    def _show_ticked(self) -> None:
        if self.several:
            self._show()

    def _show(self, *, again: bool = False) -> None:
        self.side.setVisible(not self.model.empty)
        self.found.setVisible(bool(self.found.text()))
        if self.model.empty:
            self.body.setCurrentIndex(0)
        elif self.several:
            self._problems.attempt(self._compare)
        else:
            self._problems.attempt(lambda: self._show_team(again=again))

    @Slot()
    def _turn(self) -> None:
        self._problems.attempt(lambda: self._show_team(again=True))

    def _show_team(self, *, again: bool) -> None:
        view = self.team_view
        if not again:
            view.back = 0
        if self._key is None:
            return
        trend = self._services.trends.of(self._key, VOTES_SHOWN, view.back)
        view.show_team(trend, again=again)
        self.body.setCurrentWidget(self.team_view)

    def _compare(self) -> None:
        keys = self.model.ticks
        if len(keys) < FEWEST:
            told = _("Tick two teams or more in the list. A click ticks a team, and so does Space.")
            if keys:
                told = _("One team is ticked. Tick one more to see them side by side.")
            self.invitation.say(_("Choose the teams"), told)
            self.body.setCurrentIndex(3)
            return
        self.side_view.show_teams(self._services.trends.compare(keys), len(keys))
        self.body.setCurrentWidget(self.side_view)

    @Slot()
    def _say_full(self) -> None:
        self._problems.warn(
            ngettext(
                "No more than {n} team fits side by side.",
                "No more than {n} teams fit side by side. Take one away first.",
                MOST,
            )
        )

    # Acting

    @Slot(int, object)
    def _say_same_people(self, workshop_id: int, number: int | None) -> None:
        trends = self._services.trends
        self._problems.attempt(lambda: trends.say_same_people(workshop_id, number))

    @Slot()
    def _print(self) -> None:
        """Show as paper what is on show."""
        shown, today = self.body.currentWidget(), self._services.desk.today()
        paper = (today, self._looks, self._problems, self)
        if shown is self.team_view:
            self.window_made = open_trend(self.team_view.trend, *paper)
        elif shown is self.side_view:
            self.window_made = open_compared(self.side_view.shown, *paper)

    @Slot()
    def _go_to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()

    @Slot()
    def _go_to_pictures(self) -> None:
        if self.team_view.area is not None:
            self.team_view.area.setFocus()

    @Slot()
    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
