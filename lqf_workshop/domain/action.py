"""What a team agrees to do, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum

from lqf_workshop.domain.text import clean_line, clean_text, has_words
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _, short_date

ACTIONS_BY_DEFAULT = 3
SENTENCE_LIMIT = 2_000


class ActionState(Enum):
    """From being typed to being finished; a draft is saved but not yet agreed."""

    DRAFT = "draft"
    AGREED = "agreed"
    GOING_ON = "going-on"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def open(self) -> bool:
        """Whether somebody still has it to do."""
        return self in (ActionState.AGREED, ActionState.GOING_ON)


OPEN_STATES = tuple(state.value for state in ActionState if state.open)
"""The stored names of the states in which somebody still has something to do."""


class SourceKind(Enum):
    """What an action came from."""

    NOTHING = ""
    DIMENSION = "dimension"
    CARD = "card"
    SKILL = "skill"
    ACTIVITY = "activity"
    SPLIT = "split"
    PARKING = "parking"

    @property
    def rated(self) -> bool:
        """Whether its code is that of a dimension or an element."""
        return self in (SourceKind.DIMENSION, SourceKind.SPLIT)


@dataclass(frozen=True, slots=True)
class Source:
    """What led to it: a dimension or element by code, a card, skill or activity by its name.

    A split is a dimension or element that people see differently. The parking space has no code.
    """

    kind: SourceKind = SourceKind.NOTHING
    code: str = ""


@dataclass(frozen=True, slots=True)
class ActionText:
    """The words and dates of an action, as typed in the room."""

    what: str = ""
    difference: str = ""
    owner: str = ""
    first_step: str = ""
    first_step_on: date | None = None
    due: date | None = None
    how_we_know: str = ""
    baseline: str = ""
    target: str = ""
    review_on: date | None = None
    helpers: str = ""
    needs: str = ""
    evidences: str = ""
    """The regulator's line it shows: the code of a ``RegulatorLine``, or nothing."""

    @property
    def empty(self) -> bool:
        """Whether nothing has been typed yet."""
        return all(not getattr(self, one.name) for one in fields(self))

    def cleaned(self) -> ActionText:
        """Return the same words without what cannot be seen; too long a text is explained."""
        return replace(
            self,
            what=clean_text(self.what, limit=SENTENCE_LIMIT),
            difference=clean_text(self.difference, limit=SENTENCE_LIMIT),
            owner=clean_line(self.owner, _("Who")),
            first_step=clean_text(self.first_step, limit=SENTENCE_LIMIT),
            how_we_know=clean_text(self.how_we_know, limit=SENTENCE_LIMIT),
            baseline=clean_text(self.baseline, limit=SENTENCE_LIMIT),
            target=clean_text(self.target, limit=SENTENCE_LIMIT),
            helpers=clean_line(self.helpers, _("Who helps")),
            needs=clean_text(self.needs, limit=SENTENCE_LIMIT),
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """What still changes after an action was agreed: who, by when, and when to look again."""

    owner: str = ""
    due: date | None = None
    review_on: date | None = None

    def cleaned(self) -> Terms:
        """Return the same without what cannot be seen; too long a text is explained."""
        return replace(self, owner=clean_line(self.owner, _("Who")))


@dataclass(frozen=True, slots=True)
class Action:
    """One action of one workshop. ``mark`` is the same on every laptop."""

    id: int
    workshop_id: int
    text: ActionText
    state: ActionState
    source: Source = Source()
    happened: str = ""
    learnt: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class DueAction:
    """An action in a list that spans teams: with the team's name and the meeting's date."""

    action: Action
    team: str
    held_on: date


def check_before_agreeing(text: ActionText, held_on: date) -> None:
    """Explain what stops ``text`` from being agreed: no words, or dates out of order."""
    if not has_words(text.what):
        raise WorkshopProblem(_("Say what will be done, beginning with a verb. Then agree it."))
    if text.due and text.due < held_on:
        raise WorkshopProblem(
            _(
                "The due date, {0}, is before this workshop. Your words are saved; change it."
            ).format(short_date(text.due))
        )
    if text.due and text.first_step_on and text.first_step_on > text.due:
        raise WorkshopProblem(
            _("The first step, {0}, comes after the due date, {1}. Change one of them.").format(
                short_date(text.first_step_on), short_date(text.due)
            )
        )
