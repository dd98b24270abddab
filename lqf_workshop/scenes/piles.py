"""What the room sees of its answers put together, and of the dots it gives to them."""

from __future__ import annotations

from collections.abc import Sequence

from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.piles import (
    DOTS_EACH,
    Standing,
    dots_allowed,
    dots_given,
    piles_at,
    standings,
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
    """Return the piles to give dots to; no count is in it before the dots are shown."""
    found = standings(meeting, step_id)
    shown = meeting.dots_shown(step_id)
    if shown:
        line = finding([_called(one) for one in found if one.most])
    else:
        line = _("{0} dots each, at most one on a pile. You need not use them all.").format(
            DOTS_EACH
        )
    given = dots_given(meeting, step_id)
    allowed = dots_allowed(meeting.workshop.expected_voters)
    return DotsScene(
        _("Where our dots lie") if shown else _("What matters most to us?"),
        line,
        tuple(_face(one) for one in found),
        given_words(given, allowed),
        DOTS_EACH,
        step_id,
        not shown,
        timer=timer,
    )


def given_words(given: int, allowed: int) -> str:
    """Say how many dots were given, of those that the room has."""
    return _("{0} of {1} dots given").format(given, max(given, allowed))


def finding(names: Sequence[str]) -> str:
    """Say which pile has most dots, or that it is too close to call; ``names`` share the lead."""
    if not names:
        return _("Nobody has given a dot.")
    if len(names) == 1:
        return _("Most dots: {0}.").format(names[0])
    if len(names) == 2:
        return _("As many dots each: {0} and {1}. Too close to call.").format(*names)
    return _("{0} piles have as many dots each. Too close to call.").format(len(names))


def _called(one: Standing) -> str:
    return f"“{one.pile.name}”" if one.pile.name else _("number {0}").format(one.number)


def _face(one: Standing) -> DotFace:
    return DotFace(one.number, one.pile.title, one.dots, one.most, one.pile.note_ids)
