"""Who may see what: the rules that every scene, paper and export passes through."""

from __future__ import annotations

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
