"""One team over time: a card for each dimension, how its meetings ended, or all as a table."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.trend import TeamTrend
from lqf_workshop.scenes import movements, trend_faces
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.trend_table import over_time
from lqf_workshop_ui.pages.trends.close_card import HandsOverTime, WordsOverTime
from lqf_workshop_ui.pages.trends.head import TABLE, TrendHead
from lqf_workshop_ui.pages.trends.line_card import LineCard
from lqf_workshop_ui.pages.trends.same_people import SamePeople
from lqf_workshop_ui.pages.trends.table_view import TrendTableView
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.gradual import GradualColumn
from lqf_workshop_ui.widgets.words import words

SHOWN = 6
"""As many votes as a picture has room for; earlier ones are a page away."""


class TeamView(QWidget):
    """Shows a team's latest votes; ``turned`` asks for others, which ``back`` says.

    ``said_same_people`` carries a workshop and how many of it were there last time.
    """

    turned = Signal()

    said_same_people = Signal(int, object)
    asked_print = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.trend = TeamTrend("", ())
        self.back = 0
        self.cards: list[LineCard] = []
        self.closes: list[HandsOverTime] = []
        self.table: TrendTableView | None = None
        self.head = TrendHead(self)
        self.same_people = SamePeople(self)
        self.earlier_button = button(_("Earlier"), self._go_back, parent=self)
        self.later_button = button(_("Later"), self._go_on, parent=self)
        self.which = words("", "muted", self)
        self.body = QStackedWidget(self)
        self.area: GradualColumn | None = None
        self._lay_out()
        self.head.views.chosen.connect(self._choose_view)
        self.head.print_asked.connect(self.asked_print)
        self.same_people.said.connect(self.said_same_people)

    def _lay_out(self) -> None:
        self.pager = QWidget(self)
        row = QHBoxLayout(self.pager)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.which, 1)
        for made in (self.earlier_button, self.later_button):
            row.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 32, 0, 0)
        box.setSpacing(14)
        for widget in (self.head, self.same_people, self.pager):
            holder = QHBoxLayout()
            holder.setContentsMargins(0, 0, 40, 0)
            holder.addWidget(widget)
            box.addLayout(holder)
        box.addWidget(self.body, 1)

    def show_team(self, trend: TeamTrend, *, again: bool = False) -> None:
        """Show a team; ``again`` keeps the place on the page."""
        place = self.area.verticalScrollBar().value() if again and self.area else 0
        self.trend = trend
        count = ngettext("{n} workshop", "{n} workshops", trend.workshops)
        self.head.say(trend.team, _("Over time · {0}").format(count))
        several = trend.workshops > 1 and not self.back
        self.same_people.ask_about(trend.latest if several else None)
        self._say_which()
        self._throw_away()
        self.area = self._pictures(trend)
        self.body.addWidget(self.area)
        self._choose_view()
        if place:
            self.area.finish()
            self.area.content.adjustSize()
            self.area.verticalScrollBar().setValue(place)

    def _say_which(self) -> None:
        shown = self.trend.meetings
        self.pager.setVisible(self.trend.more or self.back > 0)
        if shown:
            first, last = (movements.short_day(day) for day, _n in (shown[0], shown[-1]))
            self.which.setText(_("On show: {0} to {1}").format(first, last))
        self.earlier_button.setEnabled(self.trend.more)
        self.later_button.setEnabled(self.back > 0)

    def _pictures(self, trend: TeamTrend) -> GradualColumn:
        area = GradualColumn(self)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(_("Pictures"))
        self.head.views.setVisible(bool(trend.lines))
        self.cards, self.closes = [], []
        area.start(self._parts(trend, area.content))
        return area

    def _parts(self, trend: TeamTrend, parent: QWidget) -> Iterator[QWidget]:
        """Make what stands on the page, from the top down."""
        keys = filter(None, (trend_faces.picture_key(), trend_faces.points_key(trend)))
        if trend.lines:
            yield words("\n".join(keys), "small", parent)
        else:
            yield words(movements.nothing_rated(), "", parent)
        for line in trend.lines:
            card = LineCard(line, self._looks, parent)
            self.cards.append(card)
            yield card
        if any(line.latest for line in trend.lines):
            yield words(movements.chance_note(), "muted", parent)
        yield from self._ends(trend, parent)

    def _ends(self, trend: TeamTrend, parent: QWidget) -> Iterator[QWidget]:
        """Make what shows how the meetings ended."""
        hands = [h for h in trend_faces.shows_of_hands() if trend_faces.hand_faces(trend.closes, h)]
        said = any(close.words for close in trend.closes)
        if hands or said:
            yield words(_("How we finished"), "figure", parent)
        for one in hands:
            raised = HandsOverTime(one, trend.closes, self._looks, parent)
            self.closes.append(raised)
            yield raised
        if said:
            yield WordsOverTime(trend.closes, parent)

    def _throw_away(self) -> None:
        """Let go of the views of before."""
        if self.area is not None:
            self.body.removeWidget(self.area)
            self.area.give_up()
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.deleteLater()
        self.area = self.table = None

    @Slot()
    def _choose_view(self) -> None:
        """Show pictures or the table, which is made when somebody asks for it."""
        if self.area is None:
            return
        if self.head.views.choice != TABLE or not self.trend.lines:
            self.body.setCurrentWidget(self.area)
            return
        if self.table is None:
            model = over_time(self.trend)
            self.table = TrendTableView(model, _("Votes over time"), self)
            self.body.addWidget(self.table)
        self.body.setCurrentWidget(self.table)

    @Slot()
    def _go_back(self) -> None:
        self.back += SHOWN
        self.turned.emit()

    @Slot()
    def _go_on(self) -> None:
        self.back = max(0, self.back - SHOWN)
        self.turned.emit()
