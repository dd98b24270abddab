"""The dates of an action plan as a calendar file, for whatever calendar a person has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from lqf_workshop.domain.action import Action
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.wording import _

MAKER = "-//LQF Workshop//LQF Workshop//EN"


def calendar_bytes(summary: WorkshopSummary, now: datetime) -> bytes:
    """Return an all-day event for each date of each action that is still to do.

    An event keeps its name for ever, made of the action's mark, so it has the same one from every
    laptop: a calendar that knows it changes it when it comes again. There are no alarms.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for action in summary.actions:
        if action.state.open:
            for kind, day, title in _dates(action):
                calendar.add_component(_event(summary, action, kind, day, title, now))
    return bytes(calendar.to_ical())


def days_of(summary: WorkshopSummary) -> int:
    """Return how many events there are."""
    return sum(len(list(_dates(one))) for one in summary.actions if one.state.open)


def _dates(action: Action) -> Iterator[tuple[str, date, str]]:
    """Yield the dates that have a next day, for that is where an event ends."""
    text = action.text
    first = _("First step: {0}").format(text.first_step or text.what)
    for kind, day, title in (
        ("first-step", text.first_step_on, first),
        ("due", text.due, _("Due: {0}").format(text.what)),
        ("review", text.review_on, _("Look again: {0}").format(text.what)),
    ):
        if day is not None and day < date.max:
            yield kind, day, title


def _event(
    summary: WorkshopSummary,
    action: Action,
    kind: str,
    day: date,
    title: str,
    now: datetime,
) -> Event:
    event = Event()
    event.add("uid", f"{action.mark}-{kind}@lqf-workshop")
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", " ".join(title.split()))
    event.add("transp", "TRANSPARENT")
    event.add("description", _about(summary, action))
    return event


def _about(summary: WorkshopSummary, action: Action) -> str:
    text = action.text
    parts = (
        text.what,
        text.difference,
        _("Who: {0}").format(text.owner) if text.owner else "",
        _("How we’ll know: {0}").format(text.how_we_know) if text.how_we_know else "",
        summary.workshop.plan.team,
    )
    return "\n".join(part for part in parts if part.strip())
