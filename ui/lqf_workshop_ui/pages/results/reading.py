"""A picture of votes put into plain words, and its figures explained in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lqf_workshop.domain.agreement import (
    Spread,
    agreement,
    interquartile_range,
    rwg,
    spread_of,
)
from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.rating import RevealedRound, Tally
from lqf_workshop.scenes.findings import Figure, middle_words
from lqf_workshop.wording import _


def reading(rounds: Sequence[RevealedRound], scale_words: Sequence[str]) -> str:
    """Say how to read a dimension's votes; it claims no more than the votes allow."""
    return " ".join(_sentences(rounds, scale_words))


def _sentences(rounds: Sequence[RevealedRound], scale_words: Sequence[str]) -> Iterator[str]:
    tally = rounds[-1].tally
    yield _shape(tally, scale_words)
    if len(rounds) > 1 and rounds[0].tally.rated and tally.rated:
        yield _shift(rounds[0].tally, tally)
    if tally.rated and tally.cant_see >= tally.rated:
        yield _("As many people can’t see this from their role, which may be worth talking about.")


def _shape(tally: Tally, scale_words: Sequence[str]) -> str:
    if not tally.rated:
        return _("Nobody can see this from their role. That is a finding too: who could tell us?")
    spread = spread_of(tally)
    low, high = tally.votes[0], tally.votes[-1]
    if spread is Spread.OPEN:
        return _(
            "Fewer than five people rated this. The dots are a way into talking, not a measurement."
        )
    if tally.unanimous:
        return _(
            "All who rated this chose {0}, “{1}”. Ask for an example: a vote like this can also "
            "mean that nobody wanted to stand out."
        ).format(low, scale_words[low - 1])
    if spread is Spread.CLOSE:
        return _(
            "All who rated this chose {0} or {1}. "
            "The middle vote is a fair picture of how we see it today."
        ).format(low, high)
    if spread is Spread.MOSTLY:
        return _(
            "Most votes are close to each other, and not everyone sees it this way. "
            "Ask what people at the ends have seen."
        )
    if spread is Spread.MIXED:
        return _(
            "Votes reach from {0} to {1} without one clear centre. "
            "Take the middle vote as a rough guide only."
        ).format(low, high)
    return _apart(tally, low, high)


def _apart(tally: Tally, low: int, high: int) -> str:
    """Word a split: two groups with few between them, or votes spread wide."""
    below, between, above = sum(tally.counts[:2]), tally.counts[2], sum(tally.counts[3:])
    if 2 * between < min(below, above):
        return _(
            "Some of us are at 1 or 2, some at 4 or 5, and few are between. "
            "The middle vote hides that, so hear both before anything is decided."
        )
    return _(
        "Votes are spread wide, from {0} to {1}. There is no one view to read off here; "
        "hear what lies behind the numbers first."
    ).format(low, high)


def _shift(before: Tally, now: Tally) -> str:
    if before.median == now.median:
        return _("The second vote has the same middle as the first.")
    return _(
        "Before we talked the middle vote was {0}, afterwards {1}. "
        "The talk changed how we see it; the work itself has not changed yet."
    ).format(middle_words(before), middle_words(now))


def figures(tally: Tally) -> tuple[Figure, ...]:
    """Return the figures behind a picture; none for fewer than five, where luck rules."""
    width, reliability = interquartile_range(tally), rwg(tally)
    if open_mode(tally.rated) or width is None or reliability is None:
        return ()
    return (
        Figure(
            _("Agreement index, van der Eijk’s A"),
            _number(float(agreement(tally.counts))),
            _(
                "1 means that everyone chose the same, 0 that votes are spread evenly, "
                "−1 that they sit at opposite ends."
            ),
        ),
        Figure(
            _("Middle half of the votes, IQR"),
            f"{width:g}",
            _("The middle half of the votes spans this many points of the scale."),
        ),
        Figure(
            _("Agreement against chance, rwg"),
            _number(reliability),
            _("1 means full agreement, 0 no more agreement than votes thrown by chance."),
        ),
    )


def no_figures() -> str:
    """Say why there are no figures."""
    return _(
        "Fewer than five people rated this. So few votes often look agreed by luck alone, "
        "so no figures are worked out."
    )


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")
