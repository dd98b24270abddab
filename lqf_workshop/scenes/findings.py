"""A tally in words: the headline, the numbers under it, and the next question to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high, median_low

from lqf_workshop.domain.agreement import Spread, spread_of
from lqf_workshop.domain.focus import HIGH_FROM
from lqf_workshop.domain.rating import RevealedRound, Tally
from lqf_workshop.wording import _, ngettext


@dataclass(frozen=True, slots=True)
class Figure:
    """A number for those who ask for it, never without the sentence that explains it."""

    name: str
    value: str
    meaning: str


def middle_span(tally: Tally) -> tuple[int, int] | None:
    """Return the two votes in the middle; the same twice when the number of votes is odd."""
    votes = tally.votes
    return (median_low(votes), median_high(votes)) if votes else None


def middle_words(tally: Tally) -> str:
    """Say the middle vote, for example "4" or "between 2 and 3"."""
    span = middle_span(tally)
    if span is None:
        return _("none")
    low, high = span
    return str(low) if low == high else _("between {0} and {1}").format(low, high)


def headline(tally: Tally) -> str:
    """Say the finding as one short sentence."""
    if not tally.rated:
        return _("Nobody could rate this")
    return {
        Spread.OPEN: _("Let’s talk about this"),
        Spread.SPLIT: _("We see this differently"),
        Spread.CLOSE: _("We see this much the same"),
        Spread.MOSTLY: _("We mostly agree"),
        Spread.MIXED: _("Our views are mixed"),
    }[spread_of(tally)]


def spread_label(tally: Tally) -> str:
    """Name the spread in a word or two, for lists and paper."""
    if not tally.rated:
        return _("Nobody could rate this")
    return {
        Spread.OPEN: _("Open discussion: under five votes"),
        Spread.SPLIT: _("We see this differently"),
        Spread.CLOSE: _("Close together"),
        Spread.MOSTLY: _("Mostly together"),
        Spread.MIXED: _("Mixed views"),
    }[spread_of(tally)]


def turnout(one: RevealedRound) -> str:
    """Say how many voted of how many, and how many can't see it from their role."""
    tally = one.tally
    text = _("{0} of {1} voted").format(tally.voters, max(one.expected, tally.voters))
    if tally.cant_see:
        text += ", " + ngettext(
            "{n} can’t see this from their role",
            "{n} can’t see this from their role",
            tally.cant_see,
        )
    return text


def middle_and_before(rounds: Sequence[RevealedRound]) -> str:
    """Say the middle vote, and the first vote's beside it, for example "4, was 3"."""
    now = middle_words(rounds[-1].tally)
    if len(rounds) < 2:
        return now
    return _("{0}, was {1}").format(now, middle_words(rounds[0].tally))


def question(tally: Tally) -> str:
    """Return the next question for the room; it never asks anyone to own a vote."""
    if not tally.rated:
        return _("Who sees this part of our work? How could we find out?")
    spread = spread_of(tally)
    if spread is Spread.OPEN:
        return _("What is one example from the last two weeks?")
    if spread.differ:
        return _("What might someone who chose {0} have seen on their shifts?").format(
            tally.votes[0]
        )
    middle = tally.median
    if middle is not None and middle >= HIGH_FROM:
        return _("What do we do that makes this work? Who else could learn it?")
    return _("What is one thing that would move us up by one?")


def level_numbers(tally: Tally) -> str:
    """Say a role level's middle vote and how many of it rated, in a few words."""
    rated = ngettext("{n} rated", "{n} rated", tally.rated)
    return _("Middle vote {0} · {1}").format(middle_words(tally), rated) if tally.rated else rated
