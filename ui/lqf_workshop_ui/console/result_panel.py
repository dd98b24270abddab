"""After the reveal: what was heard, a second vote, and the pick for the team's time."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.meeting import NoteKind, Part, Poll, Stop
from lqf_workshop.domain.rating import ROUNDS_ALLOWED
from lqf_workshop.domain.sent import SentKind, comment_about
from lqf_workshop.domain.subject import dimension_code, skill_of
from lqf_workshop.scenes import findings
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.felt_question import FeltQuestion
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class ResultPanel(StepPanel):
    """The finding in words, the next question, and what to do with it."""

    redraws_on = frozenset(
        {
            Change.RATINGS,
            Change.NOTES,
            Change.FOCUS,
            Change.RUN,
            Change.VOTES,
            Change.SENT,
            Change.POLLS,
        }
    )

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        found = Surface("soft", self, margins=(20, 14, 20, 14), spacing=4)
        self.headline = words("", "heading", found)
        self.numbers = words("", "", found)
        self.question = words("", "strong", found)
        self.unanimous = words(
            _("Everyone chose the same, so everyone’s vote is known. Thank the room, and go on."),
            "muted",
            found,
        )
        for label in (self.headline, self.numbers, self.question, self.unanimous):
            found.box.addWidget(label)
        self.box.addWidget(found)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.again_button = button(_("Vote again"), self._vote_again)
        self.pick_button = button("", self._pick)
        row.addWidget(self.again_button)
        row.addWidget(self.pick_button)
        row.addStretch(1)
        self.box.addLayout(row)
        self.felt = FeltQuestion(self)
        self.felt.counted.connect(self._count_felt)
        self._last_time: tuple[str, date | None] | None = None
        self.box.addWidget(self.felt)
        self.heard = self.add_notes(
            NoteKind.HEARD,
            _("What we heard"),
            _("What we heard, in your words. Enter keeps the line."),
        )
        self.quotes = self.add_notes(
            NoteKind.QUOTE,
            _("Exact words"),
            _("Somebody’s exact words, with their yes. No name."),
        )
        self.inbox = self.add_inbox(SentKind.COMMENT)
        only_by_tab(self)

    def refresh(self) -> None:
        """Show the finding and what is possible now."""
        rounds = self.live.meeting.revealed(self.about)
        if not rounds:
            return
        tally = rounds[-1].tally
        self.headline.setText(findings.headline(tally))
        self.numbers.setText(
            _("Middle vote {0}. {1}.").format(
                findings.middle_and_before(rounds), findings.turnout(rounds[-1])
            )
            if tally.rated
            else findings.turnout(rounds[-1])
        )
        self.question.setText(_("Ask: {0}").format(findings.question(tally)))
        self.unanimous.setVisible(tally.unanimous)
        voting = self.live.meeting.open_round(self.about) is not None
        self.again_button.setVisible(len(rounds) < ROUNDS_ALLOWED or voting)
        picked = self.about in self.live.meeting.picks
        self.pick_button.setText(
            _("Remove from our picks") if picked else _("Choose this for our time")
        )
        self.pick_button.setVisible(skill_of(self.about) is None)
        self.felt.ask(self.about, self._rated_before(), self.live.meeting.poll(Poll.FELT))
        self.heard.show_notes(self.about)
        self.quotes.show_notes(self.about)
        self.inbox.show_about(comment_about(self.about, rounds[-1].number), covered=self.covered)

    def arrive(self) -> None:
        """Look afresh when the team rated this before."""
        self._last_time = None

    def _rated_before(self) -> date | None:
        """Return when the team last rated this dimension; elements and skills are not asked."""
        if self.about != dimension_code(self.about):
            return None
        if self._last_time is None or self._last_time[0] != self.about:
            found = self.services.trends.last_time(self.live.workshop_id, self.about)
            self._last_time = self.about, found
        return self._last_time[1]

    def flush(self) -> None:
        """Keep the line being typed."""
        self.heard.finish(shown=False)
        self.quotes.finish(shown=False)

    @Slot()
    def _vote_again(self) -> None:
        stop = self.live.stop
        if stop is None:
            return
        again = Stop(stop.step_id, Part.VOTE, stop.about)
        if self.attempt(
            partial(self.services.ratings.open_round, self.live.workshop_id, self.about)
        ):
            self.attempt(partial(self.services.runs.go, self.live.workshop_id, again))

    @Slot()
    def _pick(self) -> None:
        self.attempt(partial(self.services.runs.pick, self.live.workshop_id, self.about))

    @Slot(str, int)
    def _count_felt(self, answer: str, by: int) -> None:
        count = self.services.polls.count
        self.attempt(partial(count, self.live.workshop_id, Poll.FELT, answer, by))
