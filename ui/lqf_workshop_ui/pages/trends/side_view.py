"""Several teams side by side: for each dimension a row a team, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.trend import Compared, TeamVote
from lqf_workshop.scenes import movements
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.trend_table import side_by_side
from lqf_workshop_ui.pages.trends.head import TABLE, TrendHead
from lqf_workshop_ui.pages.trends.table_view import TrendTableView
from lqf_workshop_ui.pages.trends.team_dots import TeamDots
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.gradual import GradualColumn
from lqf_workshop_ui.widgets.read_this_as import ReadThisAs
from lqf_workshop_ui.widgets.surfaces import Surface, hairline
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words

TEAM_WIDTH = 240


class SideView(QWidget):
    """Shows what the service has compared; it adds no order and no total of its own."""

    asked_print = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.compared: tuple[Compared, ...] = ()
        self.cards: list[ComparedCard] = []
        self.table: TrendTableView | None = None
        self.area: GradualColumn | None = None
        self.head = TrendHead(self)
        self.body = QStackedWidget(self)
        holder = QHBoxLayout()
        holder.setContentsMargins(0, 0, 40, 0)
        holder.addWidget(self.head)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 32, 0, 0)
        box.setSpacing(14)
        box.addLayout(holder)
        box.addWidget(self.body, 1)
        self.head.views.chosen.connect(self._choose_view)
        self.head.print_asked.connect(self.asked_print)

    def show_teams(self, compared: Sequence[Compared], teams: int) -> None:
        """Show teams side by side, from the top."""
        self.compared = tuple(compared)
        count = ngettext("{n} team", "{n} teams", teams)
        said = _("{0}, each with its latest vote, in the order of their names").format(count)
        self.head.say(_("Side by side"), said)
        self._throw_away()
        self.area = GradualColumn(self)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("Pictures"))
        self.cards = []
        self.area.start(self._parts(self.area.content))
        self.body.addWidget(self.area)
        self._choose_view()

    def _throw_away(self) -> None:
        """Let go of the views of before."""
        if self.area is not None:
            self.body.removeWidget(self.area)
            self.area.give_up()
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.deleteLater()
        self.area = self.table = None

    def _parts(self, parent: QWidget) -> Iterator[QWidget]:
        """Make what stands on the page, from the top down."""
        yield ReadThisAs(movements.compared_reading(), parent)
        for one in self.compared:
            card = ComparedCard(one, self._looks, parent)
            self.cards.append(card)
            yield card
        if not self.compared:
            yield words(movements.nothing_rated(), "", parent)

    @Slot()
    def _choose_view(self) -> None:
        """Show pictures or the table, which is made when somebody asks for it."""
        if self.area is None:
            return
        if self.head.views.choice != TABLE:
            self.body.setCurrentWidget(self.area)
            return
        if self.table is None:
            model = side_by_side(self.compared)
            self.table = TrendTableView(model, _("Votes side by side"), self)
            self.body.addWidget(self.table)
        self.body.setCurrentWidget(self.table)


class ComparedCard(Surface):
    """One dimension: the words of its points, and every team's row."""

    def __init__(self, compared: Compared, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 20), spacing=10)
        subject = compared.subject
        self.setAccessibleName(subject.name)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(DimensionBadge(subject.mark, subject.name, looks, self, side=52))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(words(subject.short_name, "heading", self))
        points = " · ".join(f"{n} {word}" for n, word in enumerate(compared.wording.points, 1))
        names.addWidget(words(points, "small", self))
        head.addLayout(names, 1)
        self.box.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for number, vote in enumerate(compared.votes):
            grid.addWidget(hairline(self), 2 * number, 0, 1, 2)
            self._add_row(grid, 2 * number + 1, vote, subject.mark, looks)
        self.box.addLayout(grid)
        for said in movements.apart_words(compared):
            self.box.addWidget(typed(said, "muted", self))

    def _add_row(
        self, grid: QGridLayout, row: int, vote: TeamVote, mark: str, looks: Looks
    ) -> None:
        team = QWidget(self)
        team.setFixedWidth(TEAM_WIDTH)
        column = QVBoxLayout(team)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(typed(vote.team, "strong", team))
        column.addWidget(words(movements.short_day(vote.held_on), "small", team))
        if vote.tally is not None:
            column.addWidget(words(movements.team_words(vote), "small", team))
        grid.addWidget(team, row, 0, Qt.AlignmentFlag.AlignVCenter)
        shown: QWidget = (
            TeamDots(vote.tally, mark, looks, self)
            if vote.tally is not None
            else words(movements.team_words(vote), "muted", self)
        )
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignVCenter)
