"""Which panel serves which moment of a workshop; each is made when it is first needed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.domain.agenda import Script, StepKind
from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop_ui.console.actions_panel import ActionsPanel
from lqf_workshop_ui.console.activity.activity_panel import ActivityPanel
from lqf_workshop_ui.console.card_panel import CardPanel
from lqf_workshop_ui.console.close_panel import ClosePanel
from lqf_workshop_ui.console.dots_panel import DotsPanel
from lqf_workshop_ui.console.focus_panel import FocusPanel
from lqf_workshop_ui.console.last_actions_panel import LastActionsPanel
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.meaning_panel import MeaningPanel
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.console.phones.link import PhoneLink
from lqf_workshop_ui.console.piles_panel import PilesPanel
from lqf_workshop_ui.console.result_panel import ResultPanel
from lqf_workshop_ui.console.script_card import ScriptCard
from lqf_workshop_ui.console.skills_panel import SkillsPanel
from lqf_workshop_ui.console.strengths_panel import StrengthsPanel
from lqf_workshop_ui.console.talk_panel import TalkPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.surfaces import scrolling

_BY_PART: dict[Part, type[StepPanel]] = {
    Part.MEANING: MeaningPanel,
    Part.VOTE: VotePanel,
    Part.RESULT: ResultPanel,
    Part.GRID: FocusPanel,
    Part.FILL: ActivityPanel,
    Part.PILES: PilesPanel,
    Part.DOTS: DotsPanel,
}
_BY_KIND: dict[StepKind, type[StepPanel]] = {
    StepKind.STRENGTHS: StrengthsPanel,
    StepKind.LAST_ACTIONS: LastActionsPanel,
    StepKind.CARD: CardPanel,
    StepKind.ACTIVITY: ActivityPanel,
    StepKind.SKILLS: SkillsPanel,
    StepKind.ACTIONS: ActionsPanel,
    StepKind.CLOSE: ClosePanel,
}


def panel_kind(kind: StepKind, part: Part) -> type[StepPanel]:
    """Return the panel for a moment."""
    return _BY_PART.get(part) or _BY_KIND.get(kind) or TalkPanel


class Panels(QStackedWidget):
    """Shows the panel of the moment, and tells it when to look again."""

    asked_finish = Signal()
    asked_print = Signal()
    asked_reveal = Signal()
    asked_phones = Signal()
    asked_way_in = Signal()
    asked_papers = Signal()

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        link: PhoneLink,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._live, self._looks, self._problems = services, live, looks, problems
        self._link = link
        self._made: dict[type[StepPanel], StepPanel] = {}
        self._areas: dict[StepPanel, QWidget] = {}
        self._scripts: dict[StepPanel, ScriptCard] = {}
        self._stop: Stop | None = None
        self._leaving = False
        self._covered = False

    @property
    def panel(self) -> StepPanel | None:
        """The panel that is on show."""
        return next((p for p, a in self._areas.items() if a is self.currentWidget()), None)

    def follow(self, change: Change) -> None:
        """Show the panel of the moment the meeting is at; redraw it if the change concerns it."""
        stop, step = self._live.stop, self._live.step
        if stop is None or step is None:
            return
        if self._leaving:
            return  # the words of the moment that is being left have just been saved
        if stop != self._stop:
            self._leave()
            self._stop = stop
            panel = self._panel(panel_kind(step.plan.kind, stop.part))
            self.setCurrentWidget(self._areas[panel])
            panel.covered = self._covered
            panel.arrive()
            panel.refresh()
        elif self.panel is not None and change in self.panel.redraws_on:
            self.panel.refresh()

    def _leave(self) -> None:
        """Save what is being typed at a moment before another takes its place."""
        self._leaving = True
        try:
            self.flush()
        finally:
            self._leaving = False

    def show_script(self, script: Script | None) -> None:
        """Show what to say, do and watch for at this moment."""
        if self.panel is not None:
            self._scripts[self.panel].show_script(script)

    def set_covered(self, covered: bool) -> None:
        """Cover what the room may not see, while it looks at this display."""
        self._covered = covered
        for script in self._scripts.values():
            script.set_covered(covered)
        if self.panel is not None and self._live.open:
            self.panel.set_covered(covered)

    def flush(self) -> None:
        """Save what is being typed in the panel on show."""
        if self.panel is not None and self._live.open:
            self.panel.flush()

    def let_go(self) -> None:
        """Forget the moment and every word on show, before a workshop is led afresh."""
        self._stop = None
        for area in self._areas.values():
            self.removeWidget(area)
            area.deleteLater()
        for kept in (self._made, self._areas, self._scripts):
            kept.clear()

    def _panel(self, kind: type[StepPanel]) -> StepPanel:
        if kind not in self._made:
            panel = self._made[kind] = self._make(kind)
            holder = QWidget(self)
            self._scripts[panel] = self._hold(holder, panel)
            self._scripts[panel].set_covered(self._covered)
            self._areas[panel] = scrolling(holder, self)
            self.addWidget(self._areas[panel])
        return self._made[kind]

    def _make(self, kind: type[StepPanel]) -> StepPanel:
        """Make a panel, and pass on what some of them ask of the console."""
        parts = (self._services, self._live, self._looks, self._problems)
        if kind is VotePanel:
            voting = VotePanel(*parts, self._link)
            voting.asked_reveal.connect(self.asked_reveal)
            voting.asked_phones.connect(self.asked_phones)
            voting.asked_way_in.connect(self.asked_way_in)
            voting.asked_papers.connect(self.asked_papers)
            return voting
        panel = kind(*parts)
        if isinstance(panel, ClosePanel):
            panel.asked_finish.connect(self.asked_finish)
            panel.asked_print.connect(self.asked_print)
        return panel

    @staticmethod
    def _hold(holder: QWidget, panel: StepPanel) -> ScriptCard:
        """Put the words for the moment beside its controls; both scroll together."""
        column = QVBoxLayout(holder)
        column.setContentsMargins(2, 2, 10, 2)
        column.setSpacing(14)
        column.addWidget(panel)
        script = ScriptCard(holder)
        column.insertWidget(0 if panel.script_first else 1, script)
        column.addStretch(1)
        return script

    @Slot()
    def refresh(self) -> None:
        """Draw the panel on show again."""
        if self.panel is not None and self._live.open:
            self.panel.refresh()
