"""An activity at a step: chosen here, then filled in block by block."""

from __future__ import annotations

from datetime import date
from functools import partial
from io import BytesIO

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import ActivityRun, ActivityStep, Block
from lqf_workshop.domain.meeting import Part
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, minutes
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.console.activity.block_view import BlockView
from lqf_workshop_ui.console.activity.chooser import ActivityChooser
from lqf_workshop_ui.console.activity.pen import Pen
from lqf_workshop_ui.console.activity.private_sheet import PrivateSheet, print_private
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import line, words


class ActivityPanel(StepPanel):
    """Without an activity the list; at its start what it is; at each step its blocks."""

    redraws_on = frozenset({Change.ACTIVITIES, Change.CARDS, Change.RUN})
    script_first = True

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self.pen = Pen(services, live, looks, problems)
        self._choosing = False
        self._shown: tuple[int, str] = (0, "")
        self.blocks: list[BlockView] = []
        self.paper: PaperWindow | None = None
        self.sheet: PrivateSheet | None = None
        self.chooser = ActivityChooser(services, problems, self)
        self.chooser.chosen.connect(self._show_chosen)
        self.box.addWidget(self.chooser)
        self._add_beginning()
        self.heading = words("", "heading", self)
        self.box.addWidget(self.heading)
        self._add_private()
        self._body = QVBoxLayout()
        self._body.setSpacing(18)
        self.box.addLayout(self._body)
        only_by_tab(self)

    def _add_beginning(self) -> None:
        self.beginning = Surface("soft", self, margins=(20, 14, 20, 14), spacing=8)
        self.title = words("", "heading", self.beginning)
        self.story = words("", "", self.beginning)
        self.ready = words("", "muted", self.beginning)
        for label in (self.title, self.story, self.ready):
            self.beginning.box.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.print_button = button(_("Print sheets to fill in"), self._print, parent=self.beginning)
        self.other_button = button(_("Another activity"), self._choose, parent=self.beginning)
        row.addWidget(self.print_button)
        row.addWidget(self.other_button)
        row.addStretch(1)
        self.beginning.box.addLayout(row)
        self.box.addWidget(self.beginning)

    def _add_private(self) -> None:
        self.private = Surface("soft", self, margins=(20, 14, 20, 14), spacing=8)
        self.private.box.addWidget(
            line(_("Everybody writes for themselves"), "strong", self.private)
        )
        self.private.box.addWidget(
            words(
                _("The sheet is never stored and never on the big screen. Paper is best."),
                "",
                self.private,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.blank_button = button(_("Print empty sheets"), self._print_blank, parent=self.private)
        self.type_button = button(_("Type one and print it"), self._type, parent=self.private)
        row.addWidget(self.blank_button)
        row.addWidget(self.type_button)
        row.addStretch(1)
        self.private.box.addLayout(row)
        self.box.addWidget(self.private)

    @property
    def has_main(self) -> bool:
        """While there is no activity, choosing one is the main thing."""
        return not self.chooser.isHidden()

    @property
    def step_now(self) -> ActivityStep | None:
        """The activity's step that the meeting is at; None at its beginning."""
        run, stop = self.pen.run, self.live.stop
        if run is None or stop is None or stop.part is not Part.FILL:
            return None
        return run.activity.step(stop.about)

    def arrive(self) -> None:
        """Show the activity of this step, if one was chosen."""
        self._choosing = False

    def refresh(self) -> None:
        """Show the list, the beginning, or the blocks of a step."""
        run, stop = self.pen.run, self.live.stop
        if stop is None:
            return
        choosing = run is None or self._choosing
        now = None if choosing else self.step_now
        self.chooser.setVisible(choosing)
        self.beginning.setVisible(not choosing and now is None)
        self.heading.setVisible(now is not None)
        self.private.setVisible(now is not None and self._private_block is not None)
        if choosing:
            self.chooser.offer(self.live.meeting, stop.step_id)
        if run is None or now is None:
            self._clear()
            if run is not None:
                self._tell(run)
            return
        self.heading.setText(now.question)
        self.type_button.setEnabled(not self.covered)
        self.type_button.setToolTip(
            _("The room can see this screen, so nothing private is typed on it.")
            if self.covered
            else ""
        )
        self._show_blocks(run, now)

    def _tell(self, run: ActivityRun) -> None:
        activity = run.activity
        self.title.setText(f"{activity.name}  ·  {minutes(activity.minutes)}")
        issue = _(" Our issue: {0}.").format(run.card.title) if run.card else ""
        self.story.setText(f"{activity.about}{issue}")
        lines = [_("You take away: {0}").format(activity.takeaway)]
        if activity.ready:
            lines.insert(0, _("Have ready: {0}.").format("; ".join(activity.ready)))
        self.ready.setText("\n".join(lines))

    @property
    def _private_block(self) -> Block | None:
        run, now = self.pen.run, self.step_now
        if run is None or now is None:
            return None
        return next((b for b, _columns in run.activity.used(now) if b.private), None)

    def _show_blocks(self, run: ActivityRun, step: ActivityStep) -> None:
        if self._shown != (run.id, step.code):
            self._clear()
            self._shown = (run.id, step.code)
            for block, columns in run.activity.used(step):
                if not block.private:
                    view = BlockView(self.pen, run, block, columns, self)
                    self._body.addWidget(view)
                    self.blocks.append(view)
        for view in self.blocks:
            view.show_run(run)
            view.set_covered(covered=self.covered)

    def _clear(self) -> None:
        self.blocks = []
        self._shown = (0, "")
        empty(self._body)

    def take_key(self, event: QKeyEvent) -> bool:
        """Let the number keys sort."""
        return any(view.take_key(event) for view in self.blocks)

    def flush(self) -> None:
        """Keep the line being typed."""
        for view in self.blocks:
            view.flush()

    @Slot()
    def _show_chosen(self) -> None:
        self._choosing = False
        self.refresh()

    @Slot()
    def _choose(self) -> None:
        self._choosing = True
        self.refresh()
        self.chooser.list.setFocus()

    @Slot()
    def _print_blank(self) -> None:
        block = self._private_block
        if block is not None:
            self.paper = print_private(block, {}, self.looks, self.problems, self.window())

    @Slot()
    def _type(self) -> None:
        block = self._private_block
        if block is not None:
            self.sheet = PrivateSheet(block, self.looks, self.problems, self.window())
            self.sheet.finished.connect(self.sheet.deleteLater)
            self.sheet.open()

    @Slot()
    def _print(self) -> None:
        """Show the activity as paper to fill in by hand."""
        run = self.pen.run
        if run is None:
            return
        team = self.live.meeting.workshop.plan.team
        window = PaperWindow(run.activity.name, date.today(), self.looks, self.window())
        window.failed_with.connect(self.problems.warn)
        window.make(partial(_blank_pdf, run, team))
        window.show()
        self.paper = window


def _blank_pdf(run: ActivityRun, team: str, work: Work[bytes]) -> bytes:
    from lqf_workshop.reports.activity_sheet import write_activity

    page = BytesIO()
    write_activity(run, team, page, blank=True, cancelled=work.cancelled)
    return page.getvalue()
