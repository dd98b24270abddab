"""Sentences about workshops and actions in lists: short for the eye, whole for a screen reader."""

from __future__ import annotations

from datetime import date

from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.workshop import WorkshopLine, WorkshopState
from lqf_workshop.wording import (
    _,
    day_and_month,
    long_date,
    minutes,
    month,
    ngettext,
    people,
    weekday,
)

BETWEEN = " · "


def look_name(look: Look | None) -> str:
    """Name a look at an action by when it comes; None is the day that the team chose itself."""
    if look is None:
        return _("Look again")
    return {
        Look.STARTED: _("Two weeks on"),
        Look.EVIDENCE: _("Six to eight weeks on"),
        Look.RATE_AGAIN: _("Twelve weeks on"),
    }[look]


def look_question(look: Look | None) -> str:
    """Return what to ask about an action at a look, or on the day that the team chose."""
    if look is None:
        return _("How is it going?")
    return {
        Look.STARTED: _("Has it started?"),
        Look.EVIDENCE: _("What do we see that is different?"),
        Look.RATE_AGAIN: _("Where would we rate it today?"),
    }[look]


def state_word(line: WorkshopLine, today: date) -> str:
    """Say how far a workshop has come."""
    if line.state is WorkshopState.RUNNING:
        return _("In progress")
    if line.state is WorkshopState.DONE:
        return _("Done")
    if line.held_on < today:
        return _("Not held yet")
    return {0: _("Ready for today"), 1: _("Ready for tomorrow")}.get(
        (line.held_on - today).days, _("Ready")
    )


def action_words(line: WorkshopLine) -> str:
    """Say what became of a finished workshop's actions."""
    if not line.actions_total:
        return _("no actions")
    if not line.actions_open:
        return _("all actions finished")
    if line.actions_open == line.actions_total:
        return ngettext("{n} action going on", "{n} actions going on", line.actions_open)
    return _("{0} of {1} actions going on").format(line.actions_open, line.actions_total)


def about_line(line: WorkshopLine, today: date, *, with_place: bool = False) -> str:
    """Say the rest about a workshop, under its team's name."""
    done = line.state is WorkshopState.DONE
    parts = [state_word(line, today), people(line.headcount)]
    parts.append(action_words(line) if done else minutes(line.minutes))
    if with_place and line.place:
        parts.append(line.place)
    return BETWEEN.join(parts)


def whole_line(line: WorkshopLine, today: date) -> str:
    """Say a row in one sentence, for a screen reader."""
    return f"{line.team}, {long_date(line.held_on)}. {about_line(line, today, with_place=True)}"


def month_mark(day: date, today: date) -> str:
    """Return the month over the day of a row; another year's comes with its last two digits."""
    mark = month(day)[:3].upper()
    return mark if day.year == today.year else f"{mark} ’{day.year % 100:02d}"


def due_words(due: date | None, today: date) -> str:
    """Say when something is due, or how late it is."""
    if due is None:
        return _("No date yet")
    days = (due - today).days
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days)
    if days < 2:
        return _("Due tomorrow") if days else _("Due today")
    if days < 7:
        return _("By {0}").format(weekday(due))
    return _("By {0}").format(day_and_month(due, today))


def day_words(day: date, today: date) -> str:
    """Say which day a date is: its weekday, and how far off."""
    days = (day - today).days
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}.get(days)
    if near is None and 1 < days < 60:
        near = _("in {0} days").format(days)
    if near is None and days < 0:
        near = _("in the past")
    return f"{weekday(day)}, {near}" if near else weekday(day)


def greeting(hour: int) -> str:
    """Greet by the hour of the day."""
    if 4 <= hour < 12:
        return _("Good morning")
    if 12 <= hour < 18:
        return _("Good afternoon")
    return _("Good evening")


def shortened(text: str, longest: int) -> str:
    """Return ``text`` on one line, cut with dots; very long words can break anywhere."""
    flat = " ".join(text[: longest * 2].split())
    cut = flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"
    return " ".join(_breakable(word) for word in cut.split(" "))


def _breakable(word: str) -> str:
    pieces = [word[n : n + 20] for n in range(0, len(word), 20)]
    return word if len(word) <= 28 else "\u200b".join(pieces)
