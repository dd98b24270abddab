"""The strengths round: attributes are spotted and counted, never scored."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.meeting import NoteKind, Part, Poll
from lqf_workshop.domain.sent import SentKind
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.counter import Counter
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import only_by_tab

COLUMNS = 4


class StrengthsPanel(StepPanel):
    """A counter for each attribute: how often spotted, then how many want more of it."""

    redraws_on = frozenset({Change.POLLS, Change.NOTES, Change.RUN, Change.SENT})

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        grid = QGridLayout()
        grid.setSpacing(10)
        self.counters: dict[str, Counter] = {}
        for n, idea in enumerate(services.shelf.ideas(Family.ATTRIBUTE)):
            counter = Counter(idea.code, idea.name, "", self, name=idea.name)
            counter.word.hide()
            counter.count.setStyleSheet("font-size: 24px;")
            counter.setToolTip(idea.use)
            counter.counted.connect(self._count)
            grid.addWidget(counter, n // COLUMNS, n % COLUMNS)
            self.counters[idea.code] = counter
        self.box.addLayout(grid)
        self.stories = self.add_notes(
            NoteKind.STRENGTH,
            _("Moments people tell"),
            _("A moment that showed it. No names needed."),
        )
        self.inbox = self.add_inbox(SentKind.STRENGTH)
        only_by_tab(self)

    @property
    def _poll(self) -> Poll:
        stop = self.live.stop
        return Poll.NEEDED if stop and stop.part is Part.NEEDED else Poll.SPOTTED

    def refresh(self) -> None:
        """Show the counts of this half of the round."""
        counts = self.live.meeting.poll(self._poll)
        for code, counter in self.counters.items():
            counter.show_count(counts.get(code, 0))
        self.stories.setVisible(self._poll is Poll.SPOTTED)
        self.stories.show_notes("")
        if self._poll is Poll.SPOTTED:
            self.inbox.show_about("", covered=self.covered)
        else:
            self.inbox.hide()

    def flush(self) -> None:
        """Keep the line being typed."""
        self.stories.finish(shown=False)

    @Slot(str, int)
    def _count(self, code: str, by: int) -> None:
        self.attempt(
            partial(self.services.polls.count, self.live.workshop_id, self._poll, code, by)
        )
