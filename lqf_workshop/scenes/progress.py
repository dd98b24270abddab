"""What was said about an action since it was agreed, in words for paper and files."""

from __future__ import annotations

from datetime import date

from lqf_workshop.domain.follow_up import Look, Progress
from lqf_workshop.wording import _, day_and_month


def said_when(said: Progress, held_on: date) -> str:
    """Return the day on which it was said, and which look it answers."""
    day = day_and_month(said.said_on, held_on)
    return f"{day}, {_look_words(said.look)}" if said.look else day


def said_words(said: Progress, held_on: date) -> str:
    """Return what was said, after the day on which it was."""
    return f"{said_when(said, held_on)}: {said.text.rstrip()}"


def _look_words(look: Look) -> str:
    return {
        Look.STARTED: _("after two weeks"),
        Look.EVIDENCE: _("after six weeks"),
        Look.RATE_AGAIN: _("after twelve weeks"),
    }[look]
