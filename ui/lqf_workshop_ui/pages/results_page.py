"""What a workshop came to: pictures first, each with a sentence to read it by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.counts_view import CountsView
from lqf_workshop_ui.pages.results.pictures import Pictures, anything_in
from lqf_workshop_ui.pages.results.save_as import SaveAs
from lqf_workshop_ui.pages.results.title_block import TABLE, TitleBlock
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.invitation import Invitation
from lqf_workshop_ui.widgets.redraw import Redraw
from lqf_workshop_ui.widgets.surfaces import scrolling


class ResultsPage(QWidget):
    """Shows one workshop's summary, the same value that goes onto paper."""

    asked_run = Signal(int)
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
        self._workshop_id = 0
        self._summary: WorkshopSummary | None = None
        self._paper: QWidget | None = None
        self._drawn = 0
        self.title = TitleBlock(self)
        self.body = QStackedWidget(self)
        self.empty = Invitation("chart", "", "", looks, self)
        self.pictures: Pictures | None = None
        self.counts: CountsView | None = None
        self._area: QScrollArea | None = None
        self.saving = SaveAs(services, self.title, looks, problems, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.title)
        box.addWidget(self.body, 1)
        box.addWidget(self.saving)
        self.body.addWidget(self._with_margins(self.empty))
        self._connect(changes)

    def _with_margins(self, empty: Invitation) -> QWidget:
        """Put the card for a workshop without results at the top, as wide as the page."""
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(40, 8, 40, 24)
        column.addWidget(empty)
        column.addStretch(1)
        return whole

    def _connect(self, changes: ChangeSignals) -> None:
        self.title.views.chosen.connect(self._choose_view)
        self.title.summary.clicked.connect(self._open_summary)
        self.title.agreed.clicked.connect(self._open_plan)
        self.title.run.clicked.connect(self._ask_run)
        self.title.plan.clicked.connect(self._ask_plan)
        self._redraw = Redraw(self, changes, frozenset(Change))
        self._redraw.asked.connect(self._read_again)

    def show_workshop(self, workshop_id: int) -> None:
        """Show a workshop, from the top; a missing one raises WorkshopProblem."""
        summary = self._services.summaries.gather(workshop_id)
        self._workshop_id = workshop_id
        self._redraw.fresh()
        self._draw(summary)

    @Slot()
    def _read_again(self) -> None:
        """Draw the same workshop as it is now, and stay where the person was reading."""
        if not self._workshop_id:
            return
        place = self._area.verticalScrollBar().value() if self._area else 0
        if self._problems.attempt(self._gather_and_draw):
            self._scroll_to(place)

    def _gather_and_draw(self) -> None:
        self._draw(self._services.summaries.gather(self._workshop_id))

    def _draw(self, summary: WorkshopSummary) -> None:
        self._summary, self._paper = summary, None
        self._drawn += 1
        self.title.show_summary(summary)
        self.saving.show_summary(summary)
        self._throw_away()
        self.pictures = Pictures(summary, self._looks)
        self.pictures.asked_print.connect(self._open_activity)
        self._area = scrolling(self.pictures, self)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(_("Results"))
        self.body.addWidget(self._area)
        self._say_what_is_missing(summary)
        self._choose_view()

    def _throw_away(self) -> None:
        """Let go of the views of the summary before."""
        for old in (self._area, self.counts):
            if old is not None:
                self.body.removeWidget(old)
                old.deleteLater()
        self._area = self.counts = None

    def _say_what_is_missing(self, summary: WorkshopSummary) -> None:
        self.title.views.setVisible(bool(summary.rated))
        self.empty.say(
            _("Nothing is rated yet"),
            _("Votes, notes and actions come together here while the workshop goes on."),
        )

    @Slot()
    def _choose_view(self) -> None:
        """Show what there is to show; the table is made when somebody asks for it."""
        if self._summary is None or self._area is None:
            return
        if not anything_in(self._summary):
            self.body.setCurrentIndex(0)
        elif self._summary.rated and self.title.views.choice == TABLE:
            if self.counts is None:
                self.counts = CountsView(self._summary, self)
                self.body.addWidget(self.counts)
            self.body.setCurrentWidget(self.counts)
        else:
            self.body.setCurrentWidget(self._area)

    def _scroll_to(self, place: int) -> None:
        if self._area is not None and self.pictures is not None:
            self.pictures.finish()
            self.pictures.adjustSize()
            self._area.verticalScrollBar().setValue(place)

    @Slot()
    def _open_summary(self) -> None:
        self._problems.attempt(self._open_paper)

    def _open_paper(self) -> None:
        """Open the paper; pressing twice brings the same one to the front."""
        from lqf_workshop_ui.paper.workshop_papers import open_summary

        if self._paper is not None:
            self._paper.activateWindow()
            return
        self._paper = open_summary(
            self._services, self._workshop_id, self._looks, self._problems, self
        )
        self._paper.destroyed.connect(self._forget_paper)

    @Slot()
    def _open_plan(self) -> None:
        """Open what was agreed as paper, as it is now."""
        from lqf_workshop_ui.paper.workshop_papers import open_action_plan

        self._problems.attempt(
            lambda: open_action_plan(
                self._services, self._workshop_id, self._looks, self._problems, self
            )
        )

    @Slot(int, bool)
    def _open_activity(self, step_id: int, large: bool) -> None:
        self._problems.attempt(lambda: self._open_filled(step_id, large))

    def _open_filled(self, step_id: int, large: bool) -> None:
        """Open an activity on paper; what is on the screen already comes to the front."""
        from lqf_workshop_ui.paper.filled import open_filled

        name = f"{step_id} {large} {self._drawn}"
        paper = self.findChild(QWidget, name)
        if paper is not None:
            paper.activateWindow()
            return
        paper = open_filled(
            self._services, self._workshop_id, step_id, self._looks, self._problems, self, large
        )
        paper.setObjectName(name)

    @Slot()
    def _forget_paper(self) -> None:
        self._paper = None

    @Slot()
    def _ask_run(self) -> None:
        self.asked_run.emit(self._workshop_id)

    @Slot()
    def _ask_plan(self) -> None:
        self.asked_plan.emit(self._workshop_id)
