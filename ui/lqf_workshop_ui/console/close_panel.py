"""The close: how sure we are, whether it was worth it, one word, and the end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.meeting import NoteKind, Part, Poll
from lqf_workshop.scenes.build import confidence_key, return_key
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.counter import Counter
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.shortcuts import vote_of
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.words import words


class HandsPoll(QWidget):
    """A row of counters for one show of hands."""

    def __init__(self, panel: ClosePanel, poll: Poll, key: tuple[tuple[int, str], ...]) -> None:
        super().__init__(panel)
        self._panel = panel
        self.poll = poll
        self.counters: dict[str, Counter] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for number, meaning in key:
            counter = Counter(str(number), str(number), meaning, self, name=f"{number}: {meaning}")
            counter.counted.connect(self._count)
            row.addWidget(counter, 1)
            self.counters[str(number)] = counter

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show the hands counted so far."""
        for answer, counter in self.counters.items():
            counter.show_count(counts.get(answer, 0))

    @Slot(str, int)
    def _count(self, answer: str, by: int) -> None:
        self._panel.count(self.poll, answer, by)


class ClosePanel(StepPanel):
    """The four moments of the close."""

    redraws_on = frozenset({Change.POLLS, Change.NOTES, Change.RUN, Change.WORKSHOPS})
    asked_finish = Signal()
    asked_print = Signal()

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self.polls = {
            Part.CONFIDENCE: HandsPoll(self, Poll.CONFIDENCE, confidence_key()),
            Part.RETURN: HandsPoll(self, Poll.RETURN, return_key()),
        }
        for poll in self.polls.values():
            self.box.addWidget(poll)
        self.words = self.add_notes(
            NoteKind.WORD,
            _("One word each"),
            _("One word, then Enter. Ctrl + Enter also shows it to the room."),
        )
        self._add_end()
        only_by_tab(self)

    def _add_end(self) -> None:
        self.end = QWidget(self)
        row = QHBoxLayout(self.end)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        text = _("Everything is saved. Print the summary now, or any time later.")
        row.addWidget(words(text, "", self.end), 1)
        self.print_button = button(_("Session summary"), self.asked_print.emit)
        self.finish_button = button(
            _("Finish the workshop"), self.asked_finish.emit, kind="primary"
        )
        row.addWidget(self.print_button)
        row.addWidget(self.finish_button)
        self.box.addWidget(self.end)

    @property
    def _part(self) -> Part:
        stop = self.live.stop
        return stop.part if stop else Part.CONFIDENCE

    def refresh(self) -> None:
        """Show the controls of this moment."""
        part = self._part
        for one, poll in self.polls.items():
            poll.setVisible(one is part)
            poll.show_counts(self.live.meeting.poll(poll.poll))
        self.words.setVisible(part is Part.WORD)
        self.words.show_notes("")
        self.end.setVisible(part is Part.END)

    def flush(self) -> None:
        """Keep the word being typed."""
        self.words.finish(shown=False)

    def take_key(self, event: QKeyEvent) -> bool:
        """Count a hand with its number."""
        vote, poll = vote_of(event), self.polls.get(self._part)
        if vote is None or poll is None or str(vote) not in poll.counters:
            return False
        self.count(poll.poll, str(vote), 1)
        return True

    def count(self, poll: Poll, answer: str, by: int) -> None:
        """Count hands for an answer."""
        self.attempt(partial(self.services.polls.count, self.live.workshop_id, poll, answer, by))
