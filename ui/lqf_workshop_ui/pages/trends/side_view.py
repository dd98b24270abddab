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
from lqf_workshop_ui.widgets.buttons import Choices
from lqf_workshop_ui.widgets.gradual import GradualColumn
from lqf_workshop_ui.widgets.read_this_as import ReadThisAs
from lqf_workshop_ui.widgets.surfaces import Surface, hairline
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words

TEAM_WIDTH = 240
AT_ONCE = 10
"""Rows of a card; the other teams of a dimension follow on cards that name it again."""
EVERY = ""


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
        self.which: Choices | None = None
        self.body = QStackedWidget(self)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(0, 0, 40, 0)
        self._top.setSpacing(10)
        self._top.addWidget(self.head)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 32, 0, 0)
        box.setSpacing(14)
        box.addLayout(self._top)
        box.addWidget(self.body, 1)
        self.head.views.chosen.connect(self._choose_view)
        self.head.print_asked.connect(self.asked_print)

    def show_teams(self, compared: Sequence[Compared], teams: int) -> None:
        """Show teams side by side, from the top."""
        self.compared = tuple(compared)
        count = ngettext("{n} team", "{n} teams", teams)
        said = _("{0}, each with its latest vote, in the order of their names").format(count)
        self.head.say(_("Side by side"), said)
        self._offer_dimensions()
        self._build()

    @property
    def shown(self) -> tuple[Compared, ...]:
        """The dimensions that are on show: the one that was chosen, or all of them."""
        code = self.which.choice if self.which else EVERY
        return tuple(one for one in self.compared if code in (EVERY, one.subject.code))

    def _offer_dimensions(self) -> None:
        """Let a person keep to one dimension; one that was chosen before stays so."""
        before = self.which.choice if self.which else EVERY
        if self.which is not None:
            if list(self.which.buttons) == [EVERY, *(one.subject.code for one in self.compared)]:
                return
            self._top.removeWidget(self.which)
            self.which.deleteLater()
        codes = [(one.subject.code, one.subject.mark) for one in self.compared]
        self.which = Choices([(EVERY, _("All")), *codes], self, name=_("Dimensions on show"))
        for one in self.compared:
            made = self.which.buttons[one.subject.code]
            made.setAccessibleName(one.subject.name)
            made.setToolTip(one.subject.name)
        self.which.choose(before if before in self.which.buttons else EVERY)
        self.which.chosen.connect(self._build)
        self.which.setVisible(len(codes) > 1)
        self._top.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _build(self) -> None:
        """Show what was chosen, from the top."""
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
        for one in self.shown:
            for first in range(0, max(1, len(one.votes)), AT_ONCE):
                card = ComparedCard(one, first, self._looks, parent)
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
            model = side_by_side(self.shown)
            self.table = TrendTableView(model, _("Votes side by side"), self)
            self.body.addWidget(self.table)
        self.body.setCurrentWidget(self.table)


class ComparedCard(Surface):
    """One dimension: the words of its points, and the rows of some teams from ``first`` on."""

    def __init__(
        self, compared: Compared, first: int, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 20), spacing=10)
        subject = compared.subject
        votes = compared.votes[first : first + AT_ONCE]
        self.setAccessibleName(subject.name)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(DimensionBadge(subject.mark, subject.name, looks, self, side=52))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(words(subject.short_name, "heading", self))
        points = " · ".join(f"{n} {word}" for n, word in enumerate(compared.wording.points, 1))
        names.addWidget(words(points, "small", self))
        if len(compared.votes) > AT_ONCE:
            told = movements.some_teams(first + 1, first + len(votes), len(compared.votes))
            names.addWidget(words(told, "small", self))
        head.addLayout(names, 1)
        self.box.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for number, vote in enumerate(votes):
            grid.addWidget(hairline(self), 2 * number, 0, 1, 2)
            self._add_row(grid, 2 * number + 1, vote, subject.mark, looks)
        self.box.addLayout(grid)
        last = first + AT_ONCE >= len(compared.votes)
        for said in movements.apart_words(compared) if last else ():
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
