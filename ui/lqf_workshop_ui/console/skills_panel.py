"""The skills dial: which issue it is about, and what the team will practise."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.domain.focus import lowest_of
from lqf_workshop.domain.meeting import NoteKind, Part
from lqf_workshop.scenes import findings
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.card_chooser import CardChooser
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import line, words


class SkillsPanel(StepPanel):
    """Before the votes the issue in hand; after them where the team feels least sure."""

    redraws_on = frozenset({Change.CARDS, Change.NOTES, Change.RUN, Change.RATINGS})

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._choosing = False
        self._add_issue()
        self.chooser = CardChooser(services, live, looks, problems, self)
        self.chooser.laid.connect(self._keep)
        self.box.addWidget(self.chooser)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.box.addLayout(self._rows)
        self.question = words(
            _("Ask: what would move us up by one? Agree one thing to practise."), "strong", self
        )
        self.box.addWidget(self.question)
        self.pledges = self.add_notes(
            NoteKind.PLEDGE,
            _("What we will practise"),
            _("One thing to practise: what, who, when. Enter keeps it."),
        )
        only_by_tab(self)

    def _add_issue(self) -> None:
        self.issue = Surface("soft", self, margins=(20, 14, 20, 14), spacing=6)
        self.title = words("", "heading", self.issue)
        self.text = words("", "", self.issue)
        self.issue.box.addWidget(self.title)
        self.issue.box.addWidget(self.text)
        row = QHBoxLayout()
        self.other_button = button(_("Another issue"), self._choose)
        row.addWidget(self.other_button)
        row.addStretch(1)
        self.issue.box.addLayout(row)
        self.box.addWidget(self.issue)

    def arrive(self) -> None:
        """Show the issue in hand."""
        self._choosing = False

    def refresh(self) -> None:
        """Show the issue, or what the votes say."""
        stop = self.live.stop
        if stop is None:
            return
        at_end = stop.part is Part.LOWEST
        self.issue.setVisible(not at_end)
        self.chooser.setVisible(not at_end and self._choosing)
        for part in (self.question, self.pledges):
            part.setVisible(at_end)
        empty(self._rows)
        if at_end:
            self._show_skills(stop.step_id)
            self.pledges.show_notes(str(stop.step_id))
        else:
            self._show_issue(stop.step_id)

    def _show_issue(self, step_id: int) -> None:
        drawn = self.live.meeting.issue_of(step_id)
        if drawn is not None:
            self.title.setText(_("The issue: {0}").format(drawn.card.title))
            self.text.setText(drawn.card.situation)
        else:
            self.title.setText(_("Name the issue aloud"))
            self.text.setText(
                _("No card is on the table. Say in one sentence which issue this is about.")
            )
        self.other_button.setText(_("Another issue") if drawn else _("Use a scenario card"))
        if self._choosing:
            self.chooser.fill()

    def _show_skills(self, step_id: int) -> None:
        meeting = self.live.meeting
        skills = meeting.skills_of(step_id)
        lowest = lowest_of(meeting.rounds, [skill.code for skill in skills])
        for skill in skills:
            rounds = meeting.revealed(skill.code)
            if not rounds:
                continue
            least = skill.code in lowest
            kind = "warm" if least else "card"
            row = Surface(kind, self, margins=(12, 8, 12, 8), spacing=14, across=True)
            row.box.addWidget(DimensionBadge(skill.mark, skill.name, self.looks, row))
            row.box.addWidget(line(skill.name, "strong", row))
            middle = _("Middle vote {0}").format(findings.middle_and_before(rounds))
            told = f"{middle} · {_('least sure')}" if least else middle
            row.box.addWidget(line(told, "muted", row), 1)
            act = button(
                _("Make an action"),
                parent=row,
                hint=_("Make an action from {0}").format(skill.name),
            )
            act.clicked.connect(partial(self._draft_action, skill.name))
            row.box.addWidget(act)
            self._rows.addWidget(row)
        only_by_tab(self)

    def _draft_action(self, skill: str) -> None:
        source = Source(SourceKind.SKILL, skill)
        if self.attempt(partial(self.services.actions.draft, self.live.workshop_id, source)):
            self.problems.tell(_("An action from this skill waits for you under “Agree actions”."))

    def flush(self) -> None:
        """Keep the line being typed."""
        self.pledges.finish(shown=False)

    @Slot()
    def _choose(self) -> None:
        self._choosing = not self._choosing
        self.refresh()
        if self._choosing:
            self.chooser.list.setFocus()

    @Slot()
    def _keep(self) -> None:
        self._choosing = False
        self.refresh()
