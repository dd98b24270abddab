"""What may be said about a team's votes over time: a headline, how to read it, the figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from lqf_workshop.domain.comparison import Movement, Shift
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.trend import (
    Compared,
    Felt,
    TeamVote,
    TrendLine,
    TrendPoint,
)
from lqf_workshop.scenes.findings import Figure, middle_words
from lqf_workshop.wording import _, month, ngettext


def headline(shift: Shift | None) -> str:
    """Say in a few words what may be said; None stands for a first vote."""
    if shift is None:
        return _("One vote so far")
    return {
        Movement.UP: _("Moved up"),
        Movement.UP_WEAK: _("Moved up, a weak signal"),
        Movement.DOWN: _("Moved down"),
        Movement.DOWN_WEAK: _("Moved down, a weak signal"),
        Movement.CLOSE: _("Too close to call"),
        Movement.FEW: _("Too few people"),
        Movement.OTHER_WORDS: _("Other words: not compared"),
        Movement.OTHER_TEAM: _("Another team: not compared"),
    }[shift.movement]


def reading(shift: Shift | None) -> str:
    """Say how to read it, in plain words; kindly, and never more than the votes allow."""
    if shift is None:
        return _(
            "This is the first vote on this. When the team rates it again, "
            "the two votes will stand side by side here."
        )
    said = _readings()[shift.movement]
    if shift.all_said:
        return said
    if shift.movement is Movement.OTHER_TEAM:
        return _(
            "Nobody said who was there each time, but so many more people came than at the vote "
            "before that fewer than six in ten of them can have been there. "
            "A difference may be about who came, so the two are kept apart."
        )
    if shift.movement.moved:
        return _("{0} Nobody said who was there each time: it may also be about who came.").format(
            said
        )
    return said


def _readings() -> dict[Movement, str]:
    return {
        Movement.UP: _(
            "The votes are higher than last time, more than chance would easily do. "
            "Ask what made the difference, so that it lasts."
        ),
        Movement.UP_WEAK: _(
            "The votes are a little higher than last time, but this can also be chance. "
            "Ask for an example before you build on it."
        ),
        Movement.DOWN: _(
            "The votes are lower than last time, more than chance would easily do. "
            "A fall can be honesty arriving: people may see more now, or feel safe to say it. "
            "Ask what they have seen."
        ),
        Movement.DOWN_WEAK: _(
            "The votes are a little lower than last time, but this can also be chance, "
            "or people may speak more openly now. Ask before you worry."
        ),
        Movement.CLOSE: _(
            "The two votes are too much alike to say that anything has changed. "
            "That is an answer too."
        ),
        Movement.FEW: _(
            "Fewer than five people rated this at one of the two meetings. With so few, one "
            "person’s day can move everything, so talk about what has changed instead."
        ),
        Movement.OTHER_WORDS: _(
            "The framework or the words of the scale were not the same last time. "
            "The same number then means something else, so the two are kept apart."
        ),
        Movement.OTHER_TEAM: _(
            "In this meeting, or in one since the vote before, fewer than six in ten of the "
            "people had been there the time before. "
            "A difference may be about who came, so the two are kept apart."
        ),
    }


def break_words(shift: Shift) -> str:
    """Name a break between two columns of a picture, for its narrow place; "" for no break."""
    return {
        Movement.OTHER_WORDS: _("other words"),
        Movement.OTHER_TEAM: _("another team"),
    }.get(shift.movement, "")


def short_day(day: date) -> str:
    """Write the day of a vote, for example "25 Nov 2026"."""
    return f"{day.day} {month(day)[:3]} {day.year}"


def turnout(point: TrendPoint) -> str:
    """Say how many voted of how many, for example "9 of 11 voted"."""
    voters = point.tally.voters
    return _("{0} of {1} voted").format(voters, max(point.expected, voters))


def span_words(line: TrendLine) -> str:
    """Say which two votes the headline is about, with how many voted at each.

    Each stays on one line.
    """
    told = [_("{0}: {1}").format(short_day(one.held_on), turnout(one)) for one in line.points[-2:]]
    return " · ".join(one.replace(" ", "\u00a0") for one in told)


def middles(line: TrendLine) -> str:
    """Say the middle vote of the last two, for example "Middle vote 4, was 3".

    Where the two are kept apart, or one stands for talk only, only the latest is said.
    """
    latest, shift = line.points[-1], line.latest
    if latest.talked_only:
        return _("Open discussion: under five votes")
    now = middle_words(latest.tally)
    if shift is None or shift.delta is None:
        return _("Middle vote {0}").format(now)
    return _("Middle vote {0}, was {1}").format(now, middle_words(line.points[-2].tally))


def felt_words(felt: Sequence[int]) -> str:
    """Say what a team said itself, beside last time; "" where nobody was asked."""
    if not any(felt):
        return ""
    better, same, worse = felt
    return ", ".join(
        (
            ngettext("{n} better", "{n} better", better),
            ngettext("{n} the same", "{n} the same", same),
            ngettext("{n} worse", "{n} worse", worse),
        )
    )


def felt_name(felt: Felt) -> str:
    """Name one of the three answers."""
    return {
        Felt.BETTER: _("Better"),
        Felt.SAME: _("The same"),
        Felt.WORSE: _("Worse"),
    }[felt]


def felt_question() -> str:
    """Ask the room what it says itself; standards rise with learning, so votes are half of it."""
    return _("Better, the same, or worse than last time?")


def compared_reading() -> str:
    """Say how to read several teams side by side."""
    return _(
        "Each row is one team’s latest vote in the same words. Teams see different work, so this "
        "is for asking each other “how do you do that?”, not for saying who is best."
    )


def nothing_rated() -> str:
    """Say why there is no picture, and where the other votes are."""
    return _(
        "No whole dimension has been rated yet. Votes on parts of a dimension and on skills "
        "stand with the results of each workshop."
    )


def team_words(vote: TeamVote) -> str:
    """Say what a team's row shows, or why it shows nothing."""
    if vote.tally is None:
        return _("Fewer than five people rated this. Their votes are for talk and not shown.")
    voters = vote.tally.voters
    return _("Middle vote {0} · {1} of {2} voted").format(
        middle_words(vote.tally), voters, max(vote.expected, voters)
    )


def some_teams(first: int, last: int, of: int) -> str:
    """Say which of many teams stand together on a card or a page."""
    return _("Teams {0} to {1} of {2}, in the order of their names").format(first, last, of)


def apart_words(compared: Compared) -> tuple[str, ...]:
    """Name the teams that have no row, and why."""
    told = []
    if compared.apart:
        told.append(_("Rated in other words: {0}.").format(", ".join(compared.apart)))
    if compared.unrated:
        told.append(_("Did not rate this: {0}.").format(", ".join(compared.unrated)))
    return tuple(told)


def chance_note() -> str:
    """Warn that of many comparisons some move by luck."""
    return _(
        "Even where nothing has changed, about one dimension in ten looks as if it had moved. "
        "Trust what people can give an example for."
    )


def counts_in_words(tally: Tally) -> str:
    """Say how many votes each scale point has, for example "3 at 2, 1 at 4"."""
    told = [_("{0} at {1}").format(count, n) for n, count in enumerate(tally.counts, 1) if count]
    return ", ".join(told) or _("no votes on the scale")


def figures(shift: Shift) -> tuple[Figure, ...]:
    """Return the figures behind a comparison; none where two votes are not compared."""
    if shift.delta is None or shift.chance is None:
        return ()
    return (
        Figure(
            _("How far apart, Cliff’s delta"),
            _exact(shift.delta),
            _(
                "Every later vote is held against every earlier one: 1 means that all later "
                "votes are higher, 0 that neither side leads, −1 that all are lower."
            ),
        ),
        Figure(
            _("How easily by chance, exact p"),
            _exact(shift.chance),
            _(
                "How often the same votes, shuffled, would lie at least as far apart. "
                "Above 0.10 we say “too close to call”, above 0.05 “a weak signal”."
            ),
        ),
    )


def no_figures() -> str:
    """Say why a comparison has no figures."""
    return _("These two votes are not compared, so no figures are worked out.")


def _exact(number: Fraction) -> str:
    """Write a number as a fraction and in decimals, for example "23/25 = 0.92"."""
    decimals = f"{float(number):.4f}".rstrip("0").rstrip(".")
    text = decimals if number.denominator == 1 else f"{number} = {decimals}"
    return text.replace("-", "−")
