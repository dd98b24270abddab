"""What the room sees of its answers put together, and of the dots it gives to them."""

from __future__ import annotations

from collections.abc import Sequence

from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.piles import (
    DOTS_EACH,
    Pile,
    Placing,
    dots_allowed,
    dots_given,
    dots_on,
    leading,
    piles_at,
    ranked,
)
from lqf_workshop.scenes.scene import DotFace, DotsScene, PileFace, PilesScene, TimerFace
from lqf_workshop.wording import _


def piles_scene(meeting: Meeting, step_id: int, timer: TimerFace | None) -> PilesScene:
    """Return the answers in their piles."""
    piles = piles_at(meeting, step_id)
    return PilesScene(
        _("What we said"),
        _("What belongs together? What shall we call it?"),
        tuple(PileFace(pile.name, tuple(note.text for note in pile.notes)) for pile in piles),
        timer=timer,
    )


def dots_scene(meeting: Meeting, step_id: int, timer: TimerFace | None) -> DotsScene:
    """Return the piles to give dots to; no count is in it before the dots are shown.

    While dots are given the piles keep their order. Then those with most come first, each with
    the number it was called by.
    """
    piles = piles_at(meeting, step_id)
    numbers = {pile: number for number, pile in enumerate(piles, 1)}
    shown = meeting.dots_shown(step_id)
    if shown:
        dots = {pile: dots_on(meeting, step_id, pile) for pile in piles}
        placings = ranked(piles, dots)
        first = leading(placings)
        faces = [_face(numbers[p.pile], p.pile, p.dots, most=p in first) for p in placings]
        line = finding(first, numbers)
    else:
        faces = [_face(numbers[pile], pile) for pile in piles]
        line = _("{0} dots each, at most one on a pile. You need not use them all.").format(
            DOTS_EACH
        )
    given = dots_given(meeting, step_id)
    allowed = dots_allowed(meeting.workshop.expected_voters)
    return DotsScene(
        _("Where our dots lie") if shown else _("What matters most to us?"),
        line,
        tuple(faces),
        given_words(given, allowed),
        DOTS_EACH,
        step_id,
        not shown,
        timer=timer,
    )


def given_words(given: int, allowed: int) -> str:
    """Say how many dots were given, of those that the room has."""
    return _("{0} of {1} dots given").format(given, max(given, allowed))


def finding(first: Sequence[Placing], numbers: dict[Pile, int]) -> str:
    """Say which pile has most dots, or that it is too close to call."""
    names = [_called(one.pile, numbers[one.pile]) for one in first]
    if not names:
        return _("Nobody has given a dot.")
    if len(names) == 1:
        return _("Most dots: {0}.").format(names[0])
    if len(names) == 2:
        return _("As many dots each: {0} and {1}. Too close to call.").format(*names)
    return _("{0} piles have as many dots each. Too close to call.").format(len(names))


def _called(pile: Pile, number: int) -> str:
    return f"“{pile.name}”" if pile.name else _("number {0}").format(number)


def _face(number: int, pile: Pile, count: int | None = None, *, most: bool = False) -> DotFace:
    return DotFace(number, pile.title, count, most, pile.note_ids)
