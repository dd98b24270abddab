"""The acts of this sitting that can be taken back, and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lqf_workshop.errors import StaleProblem

LONGEST = 200
Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person did, in words, with its inverse and its repetition.

    ``secret`` names the open round whose votes the act would tell; such acts are forgotten
    when that round is revealed.
    """

    what: str
    undo: Step
    redo: Step
    secret: int | None = None


class Journal:
    """One line of acts; what was undone can be redone until something else is done.

    It lives in memory only: after a restart nothing is left to undo, and nothing is lost.
    """

    def __init__(self) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []

    def did(self, act: Act) -> None:
        """Remember an act that has just been stored."""
        self._done.append(act)
        del self._done[:-LONGEST]
        self._undone.clear()

    @property
    def next_undo(self) -> str:
        """What undo would take back, in words; empty when there is nothing."""
        return self._done[-1].what if self._done else ""

    @property
    def latest(self) -> Act | None:
        """The act that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def latest_secret(self) -> int | None:
        """The open round whose votes the latest act would tell, if it would tell any."""
        return self._done[-1].secret if self._done else None

    @property
    def next_redo(self) -> str:
        """What redo would do again, in words; empty when there is nothing."""
        return self._undone[-1].what if self._undone else ""

    def undo(self) -> str:
        """Take back the latest act and return what it was; empty when there is none."""
        return self._step(self._done, self._undone, lambda act: act.undo())

    def redo(self) -> str:
        """Do the latest undone act again and return what it was; empty when there is none."""
        return self._step(self._undone, self._done, lambda act: act.redo())

    def _step(self, here: list[Act], there: list[Act], run: Callable[[Act], None]) -> str:
        while here:
            act = here.pop()
            there.append(act)  # before it runs, for whoever hears of it and looks here
            try:
                run(act)
            except StaleProblem:
                there.remove(act)  # what it changed is gone; the act before it may make sense
            except BaseException:
                there.remove(act)
                here.append(act)
                raise
            else:
                return act.what
        return ""

    def forget_round(self, round_id: int) -> None:
        """Forget every act that would tell a vote of a round."""
        self._done = [act for act in self._done if act.secret != round_id]
        self._undone = [act for act in self._undone if act.secret != round_id]

    def clear(self) -> None:
        """Forget everything, when another workshop is opened."""
        self._done.clear()
        self._undone.clear()
