"""The grid in the facilitator's hands: which dimensions get the team's time."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.domain.focus import Placing, placings
from lqf_workshop.scenes import findings
from lqf_workshop.scenes.build import quadrant_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import line, words


class FocusPanel(StepPanel):
    """One row for each rated dimension: where it stands, and a button to pick it."""

    redraws_on = frozenset({Change.RATINGS, Change.FOCUS, Change.RUN})

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.box.addLayout(self._rows)
        self._none = words(
            _("Nothing has been revealed yet. Go back to rate a dimension, or go on."),
            "muted",
            self,
        )
        self.box.addWidget(self._none)

    def refresh(self) -> None:
        """Show every rated dimension with its place on the grid."""
        empty(self._rows)
        placed = placings(self.live.meeting.rounds)
        self._none.setVisible(not placed)
        for placing in placed:
            self._rows.addWidget(self._row(placing))
        only_by_tab(self)

    def _row(self, placing: Placing) -> Surface:
        meeting = self.live.meeting
        subject = meeting.subject(placing.subject)
        picked = placing.subject in meeting.picks
        row = Surface(
            "soft" if picked else "card", self, margins=(12, 8, 12, 8), spacing=14, across=True
        )
        row.box.addWidget(DimensionBadge(subject.mark, subject.name, self.looks, row))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(line(subject.short_name, "strong", row))
        middle = findings.middle_and_before(meeting.revealed(placing.subject))
        spread = findings.spread_label(placing.latest.tally)
        column.addWidget(line(_("Middle vote {0} · {1}").format(middle, spread), "muted", row))
        row.box.addLayout(column, 1)
        title, _line = quadrant_words(placing.quadrant)
        row.box.addWidget(line(title, "accent", row))
        pick = button(
            _("Picked") if picked else _("Pick"),
            parent=row,
            hint=_("Let go of {0}").format(subject.short_name)
            if picked
            else _("Pick {0}").format(subject.short_name),
        )
        pick.setCheckable(True)
        pick.setChecked(picked)
        pick.clicked.connect(partial(self._pick, placing.subject))
        row.box.addWidget(pick)
        return row

    def _pick(self, subject: str) -> None:
        """Pick one or let go of it; a pick too many is explained, and not marked."""
        pick = partial(self.services.runs.pick, self.live.workshop_id, subject)
        if not self.attempt(pick):
            self.refresh()
