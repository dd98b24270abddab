"""What writes into the activity on show; every line of it asks this, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lqf_workshop.domain.action import ActionText, Source, SourceKind
from lqf_workshop.domain.activity import ActivityRun, Block, one_line
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems


class Pen:
    """Writes for one panel. Words being typed raise their problems to the field they stand in."""

    def __init__(
        self, services: Services, live: LiveMeeting, looks: Looks, problems: Problems
    ) -> None:
        self._services, self._live = services, live
        self.looks, self.problems = looks, problems

    @property
    def run(self) -> ActivityRun | None:
        """The activity at the step the meeting is at."""
        stop = self._live.stop
        return self._live.meeting.run_at(stop.step_id) if stop else None

    @property
    def _run_id(self) -> int:
        run = self.run
        if run is None:
            raise StaleProblem(_("That activity has been taken away."))
        return run.id

    def write(self, entry_id: int, column: str, text: str) -> None:
        """Save one field of a line as it is typed."""
        self._services.activities.write(self._live.workshop_id, entry_id, column, text)

    def put(self, block: str, place: str, column: str, text: str) -> None:
        """Save one field of a fixed line as it is typed."""
        run = self.run
        there = run is not None and any(
            entry.block == block and entry.place == place for entry in run.entries
        )
        if text.strip() or there:
            self._services.activities.put(
                self._live.workshop_id, self._run_id, block, place, column, text
            )

    def begin(self, block: str, place: str, column: str, text: str) -> int:
        """Begin a line with its first words, and return its number."""
        return self._services.activities.add(
            self._live.workshop_id, self._run_id, block, place, {column: text}
        )

    def choose(self, entry_id: int, column: str, answer: str) -> None:
        """Choose an answer of a line."""
        self._try(
            self._services.activities.choose, self._live.workshop_id, entry_id, column, answer
        )

    def put_answer(self, block: str, place: str, column: str, answer: str) -> None:
        """Choose an answer of a fixed line."""
        run = self.run
        if run is None:
            return
        found = next((e for e in run.entries if e.block == block and e.place == place), None)
        if found is not None:
            self.choose(found.id, column, answer)
        elif answer:
            words = {column: answer}
            self._try(
                self._services.activities.add,
                self._live.workshop_id,
                run.id,
                block,
                place,
                words,
            )

    def move(self, entry_id: int, place: str) -> None:
        """Put a line onto a pile."""
        self._try(self._services.activities.move, self._live.workshop_id, entry_id, place)

    def remove(self, entry_id: int) -> None:
        """Take a line away."""
        self._try(self._services.activities.remove, self._live.workshop_id, entry_id)

    def show(self, block: str, *, shown: bool) -> None:
        """Show a held block to the room."""
        self.problems.attempt(
            lambda: self._services.activities.show(
                self._live.workshop_id, self._run_id, block, shown=shown
            )
        )

    def draft_action(self, block: Block, entry_id: int) -> None:
        """Begin an action with the words of a line."""
        run = self.run
        entry = next((e for e in run.entries if e.id == entry_id), None) if run else None
        if run is None or entry is None or entry.empty:
            self.problems.tell(_("Write the line first, then make an action of it."))
            return
        actions, source = self._services.actions, Source(SourceKind.ACTIVITY, run.activity.name)

        def draft() -> None:
            action = actions.draft(self._live.workshop_id, source)
            actions.write(action, ActionText(what=one_line(block, entry)))

        if self.problems.attempt(draft):
            self.problems.tell(_("An action from this line waits for you under “Agree actions”."))

    def _try(self, act: Callable[..., object], *given: object) -> None:
        self.problems.attempt(partial(act, *given))
