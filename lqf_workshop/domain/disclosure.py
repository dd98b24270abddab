"""Who may see what: the rules that every scene, paper and export passes through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lqf_workshop.domain.rating import Tally

OPEN_MODE_BELOW = 5
"""Below this many voters there is no agreement index and no claim of anonymity."""


def open_mode(voters: int) -> bool:
    """Whether so few people vote that the room simply talks, without promises."""
    return voters < OPEN_MODE_BELOW


def may_show_subgroup(group: int, everyone: int) -> bool:
    """Whether a part of the team may be shown: it and the rest must both be large enough.

    The rest counts too, because it can be worked out by taking the part from the whole.
    """
    return group >= OPEN_MODE_BELOW and everyone - group >= OPEN_MODE_BELOW


def levels_to_show(everyone: Tally, by_level: Mapping[str, Tally]) -> dict[str, Tally]:
    """Return the role levels whose votes may be shown beside everyone's; often none.

    A level and all others together must each have five voters. So must whatever is left when
    every shown level is taken from the whole, or it could be worked out; then the smallest
    level is withheld too. Where a level, or what is left, chose one point only, showing the
    levels would tell the vote of each person in it, so none is shown.
    """
    shown = {
        level: tally
        for level, tally in by_level.items()
        if may_show_subgroup(tally.voters, everyone.voters)
    }
    while shown:
        rest = tally_without(everyone, shown.values())
        if not rest.voters or rest.voters >= OPEN_MODE_BELOW:
            told = any(_tells(tally) for tally in (*shown.values(), rest))
            return {} if told else shown
        del shown[min(shown, key=lambda level: (shown[level].voters, level))]
    return {}


def tally_without(everyone: Tally, groups: Iterable[Tally]) -> Tally:
    """Return the votes of those in none of the groups, which everyone can work out."""
    taken = list(groups)
    return Tally(
        tuple(
            count - sum(group.counts[n] for group in taken)
            for n, count in enumerate(everyone.counts)
        ),
        everyone.cant_see - sum(group.cant_see for group in taken),
    )


def _tells(tally: Tally) -> bool:
    """Whether everyone in a group gave the same answer, whatever it was."""
    return tally.voters > 0 and max(*tally.counts, tally.cant_see) == tally.voters
