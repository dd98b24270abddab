"""The voting slips that a meeting needs on paper."""

from __future__ import annotations

from collections.abc import Iterable

from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.slip import ANY_ROUND, Slip
from lqf_workshop.domain.subject import skill_of
from lqf_workshop.scenes.rating import levels_asked


def slips_for_all(meeting: Meeting) -> tuple[Slip, ...]:
    """Return a slip for everything the meeting rates; each serves for any round."""
    return slips_for(meeting, (subject.code for subject in meeting.rated))


def slip_for_now(meeting: Meeting, code: str) -> tuple[Slip, ...]:
    """Return the slip for one subject, for the vote that is open if there is one."""
    voting = meeting.open_round(code)
    return slips_for(meeting, [code], voting.number if voting else ANY_ROUND)


def slips_for(
    meeting: Meeting, codes: Iterable[str], round_number: int = ANY_ROUND
) -> tuple[Slip, ...]:
    """Return a slip for each subject, in their order."""
    team, levels = meeting.workshop.plan.team, levels_asked(meeting)
    return tuple(
        Slip(
            meeting.subject(code),
            meeting.scale_of(code),
            team,
            round_number,
            levels,
            _issue_of(meeting, code),
        )
        for code in codes
    )


def _issue_of(meeting: Meeting, code: str) -> str:
    """Name the card that a skill is asked about, if one is on the table."""
    skill = skill_of(code)
    drawn = meeting.issue_of(skill[1]) if skill else None
    return drawn.card.title if drawn else ""
