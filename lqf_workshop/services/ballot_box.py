"""The votes of an open round in the library: put in, counted, and taken out for good.

The statements are made once; making them anew would take longer than running them.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.rating import ANSWERS, OpenRound, RevealedRound, Tally
from lqf_workshop.storage.columns import tally_from, text_of
from lqf_workshop.storage.records import BallotRecord, HandCountRecord, RoundRecord

_ROUND = cast(Table, RoundRecord.__table__)
_BALLOT = cast(Table, BallotRecord.__table__)
_HAND = cast(Table, HandCountRecord.__table__)
_BALLOTS_IN = (
    select(func.count()).where(_BALLOT.c.round_id == _ROUND.c.id).scalar_subquery().label("ballots")
)
_HANDS_IN = (
    select(func.coalesce(func.sum(_HAND.c.count), 0))
    .where(_HAND.c.round_id == _ROUND.c.id)
    .scalar_subquery()
    .label("hands")
)
_OPEN = select(_ROUND.c.id, _ROUND.c.number, _ROUND.c.expected, _BALLOTS_IN, _HANDS_IN).where(
    _ROUND.c.workshop_id == bindparam("workshop"),
    _ROUND.c.subject == bindparam("subject"),
    _ROUND.c.tally.is_(None),
)
_ALL = (
    select(
        _ROUND.c.subject,
        _ROUND.c.number,
        _ROUND.c.expected,
        _ROUND.c.tally,
        _ROUND.c.by_level,
        _BALLOTS_IN,
        _HANDS_IN,
    )
    .where(_ROUND.c.workshop_id == bindparam("workshop"))
    .order_by(_ROUND.c.id)
)
_COUNT_HANDS = select(_HAND.c.level, _HAND.c.answer, _HAND.c.count).where(
    _HAND.c.round_id == bindparam("round")
)
_COUNT_BALLOTS = (
    select(_BALLOT.c.level, _BALLOT.c.answer, func.count())
    .where(_BALLOT.c.round_id == bindparam("round"))
    .group_by(_BALLOT.c.level, _BALLOT.c.answer)
)
_PUT_BALLOT = insert(_BALLOT)
_IN_SLOT = upsert(_BALLOT)
_PUT_IN_SLOT = _IN_SLOT.on_conflict_do_update(
    index_elements=["id"],
    set_={"answer": _IN_SLOT.excluded["answer"], "level": _IN_SLOT.excluded["level"]},
    where=_BALLOT.c.round_id == _IN_SLOT.excluded["round_id"],
)
_CHANGE_BALLOT = (
    update(_BALLOT)
    .where(_BALLOT.c.id == bindparam("slot"), _BALLOT.c.round_id == bindparam("round"))
    .values(answer=bindparam("new_answer"), level=bindparam("new_level"))
)
_FIND_BALLOT = select(_BALLOT.c.answer, _BALLOT.c.level).where(
    _BALLOT.c.id == bindparam("slot"), _BALLOT.c.round_id == bindparam("round")
)
_PUT_HANDS = upsert(_HAND)
_SET_HANDS = _PUT_HANDS.on_conflict_do_update(
    index_elements=["round_id", "level", "answer"], set_={"count": _PUT_HANDS.excluded["count"]}
)
_SEAL = (
    update(_ROUND)
    .where(_ROUND.c.id == bindparam("round"))
    .values(tally=bindparam("total"), by_level=bindparam("levels"))
)
_EMPTY_BALLOTS = delete(_BALLOT).where(_BALLOT.c.round_id == bindparam("round"))
_EMPTY_HANDS = delete(_HAND).where(_HAND.c.round_id == bindparam("round"))


@dataclass(frozen=True, slots=True)
class BallotBox:
    """An open round: its number in the library, which round it is, and how full it is."""

    id: int
    number: int
    expected: int
    voted: int


def find(session: Session, workshop_id: int, subject: str) -> BallotBox | None:
    """Return the open round of a subject, if people are voting on it."""
    row = session.connection().execute(_OPEN, {"workshop": workshop_id, "subject": subject}).first()
    return BallotBox(row.id, row.number, row.expected, row.ballots + row.hands) if row else None


def rounds(
    session: Session, workshop_id: int, edition: FrameworkEdition
) -> tuple[tuple[OpenRound, ...], tuple[RevealedRound, ...]]:
    """Return all rounds of a workshop, their role levels as the edition orders them.

    Of an open one only the number of votes comes out.
    """
    place = {level.code: n for n, level in enumerate(edition.levels)}
    opened, revealed = [], []
    for row in session.connection().execute(_ALL, {"workshop": workshop_id}):
        if row.tally is None:
            voted = row.ballots + row.hands
            opened.append(OpenRound(row.subject, row.number, voted, row.expected))
        else:
            found = ((level, tally_from(text)) for level, text in row.by_level.items())
            levels = tuple(sorted(found, key=lambda one: place.get(one[0], len(place))))
            revealed.append(RevealedRound(row.subject, row.number, row.tally, row.expected, levels))
    return tuple(opened), tuple(revealed)


def hands(session: Session, round_id: int) -> dict[tuple[str, int], int]:
    """Return the hands and slips counted so far, by role level (mostly none) and answer."""
    rows = session.connection().execute(_COUNT_HANDS, {"round": round_id})
    return {(row[0], row[1]): row[2] for row in rows}


def answers(session: Session, round_id: int) -> dict[str, dict[int, int]]:
    """Add up all votes by role level and answer; only the reveal may ask this."""
    found: dict[str, dict[int, int]] = defaultdict(lambda: dict.fromkeys(ANSWERS, 0))
    for (level, answer), count in hands(session, round_id).items():
        found[level][answer] += count
    for level, answer, count in session.connection().execute(_COUNT_BALLOTS, {"round": round_id}):
        found[level][answer] += count
    return found


def put(session: Session, round_id: int, answer: int, level: str = "") -> None:
    """Put one secret vote in, in a place that tells nothing about when it came."""
    place = secrets.randbits(62)
    session.connection().execute(
        _PUT_BALLOT, {"id": place, "round_id": round_id, "answer": answer, "level": level}
    )


def put_or_change(session: Session, round_id: int, slot: int, answer: int, level: str) -> None:
    """Put a vote into a slot that only one phone's cookie can name, over an earlier one."""
    session.connection().execute(
        _PUT_IN_SLOT, {"id": slot, "round_id": round_id, "answer": answer, "level": level}
    )


def change(session: Session, round_id: int, slot: int, answer: int, level: str) -> bool:
    """Change the vote in a slot; False when there is none."""
    done = session.connection().execute(
        _CHANGE_BALLOT,
        {"slot": slot, "round": round_id, "new_answer": answer, "new_level": level},
    )
    return done.rowcount > 0


def vote_in(session: Session, round_id: int, slot: int) -> tuple[int, str] | None:
    """Return the answer and the role level in a slot, for the phone that it belongs to."""
    row = session.connection().execute(_FIND_BALLOT, {"slot": slot, "round": round_id}).first()
    return (row.answer, row.level) if row else None


def set_hands(session: Session, round_id: int, level: str, answer: int, count: int) -> None:
    """Store how many hands or slips were counted for an answer."""
    session.connection().execute(
        _SET_HANDS, {"round_id": round_id, "level": level, "answer": answer, "count": count}
    )


def seal(session: Session, round_id: int, total: Tally, levels: dict[str, Tally]) -> None:
    """Keep the totals of a round and of the levels that may be shown; delete every vote."""
    connection = session.connection()
    kept = {level: text_of(tally) for level, tally in levels.items()}
    connection.execute(_SEAL, {"round": round_id, "total": total, "levels": kept})
    connection.execute(_EMPTY_BALLOTS, {"round": round_id})
    connection.execute(_EMPTY_HANDS, {"round": round_id})
