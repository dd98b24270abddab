"""What Home shows, read at once as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lqf_workshop.domain.action import DueAction
from lqf_workshop.domain.follow_up import DueLook
from lqf_workshop.domain.workshop import WorkshopLine, WorkshopState
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, last_seen_words
from lqf_workshop_ui.models.plain_words import (
    BETWEEN,
    due_words,
    look_name,
    look_question,
    shortened,
)

ROWS = 8
DUE = 5
LOOKS = 3
LONGEST_ACTION = 110


@dataclass(frozen=True, slots=True)
class Stopped:
    """A workshop that waits to be continued, and the sentence about it."""

    line: WorkshopLine
    sentence: str


@dataclass(frozen=True, slots=True)
class Due:
    """An action falling due, in words."""

    when: str
    late: bool
    what: str
    who: str
    workshop_id: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """All of Home at one moment; two equal ones look the same."""

    today: date
    hour: int
    stopped: tuple[Stopped, ...] = ()
    lines: tuple[WorkshopLine, ...] = ()
    more: int = 0
    due: tuple[Due, ...] = ()
    more_due: bool = False
    looks: tuple[Due, ...] = ()


def read_home(services: Services) -> HomeView:
    """Read what Home shows: a few rows, however large the library is."""
    now, today = services.desk.clock(), services.desk.today()
    lines = services.lists.workshops(ROWS)
    total = services.lists.count() if len(lines) == ROWS else len(lines)
    due = services.lists.open_actions(DUE + 1)
    return HomeView(
        today,
        now.astimezone().hour,
        tuple(_stopped(line, now) for line in lines if line.state is WorkshopState.RUNNING),
        tuple(lines),
        total - len(lines),
        tuple(_due(one, today, services.shelf) for one in due[:DUE]),
        len(due) > DUE,
        tuple(_look(one, services.shelf) for one in services.lists.looks_due(LOOKS)),
    )


def _stopped(line: WorkshopLine, now: datetime) -> Stopped:
    ago = last_seen_words((now - line.last_seen).total_seconds()) if line.last_seen else ""
    if ago and line.stopped_at:
        words = _("Stopped {0} at “{1}”. Everything is saved.").format(ago, line.stopped_at)
    elif ago:
        words = _("Stopped {0}. Everything is saved.").format(ago)
    else:
        words = _("It has begun. Everything is saved.")
    return Stopped(line, words)


def _look(due: DueLook, shelf: Shelf) -> Due:
    return Due(
        BETWEEN.join((look_name(due.look), look_question(due.look))),
        False,
        shortened(due.one.action.text.what, LONGEST_ACTION),
        _who(due.one, shelf),
        due.one.action.workshop_id,
    )


def _who(one: DueAction, shelf: Shelf) -> str:
    owner, dimension = one.action.text.owner, _dimension_name(one, shelf)
    who = [owner, one.team, _("from {0}").format(dimension) if dimension else ""]
    return BETWEEN.join(part for part in who if part)


def _due(one: DueAction, today: date, shelf: Shelf) -> Due:
    text, day = one.action.text, one.action.text.due
    return Due(
        due_words(day, today),
        day is not None and day < today,
        shortened(text.what, LONGEST_ACTION),
        _who(one, shelf),
        one.action.workshop_id,
    )


def _dimension_name(one: DueAction, shelf: Shelf) -> str:
    source = one.action.source
    if not source.kind.rated:
        return ""
    found = (edition.names.get(source.code) for edition in shelf.editions())
    return next((name for name in found if name), "")
