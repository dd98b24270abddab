"""The votes of an open round in the library: put in, counted, and taken out for good.

The statements are made once; making them anew would take longer than running them.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from lqf_workshop.domain.rating import ANSWERS, OpenRound, RevealedRound, Tally
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
    _ROUND.c.dimension == bindparam("dimension"),
    _ROUND.c.tally.is_(None),
)
_ALL = (
    select(
        _ROUND.c.dimension,
        _ROUND.c.number,
        _ROUND.c.expected,
        _ROUND.c.tally,
        _BALLOTS_IN,
        _HANDS_IN,
    )
    .where(_ROUND.c.workshop_id == bindparam("workshop"))
    .order_by(_ROUND.c.id)
)
_COUNT_HANDS = select(_HAND.c.answer, _HAND.c.count).where(_HAND.c.round_id == bindparam("round"))
_COUNT_BALLOTS = (
    select(_BALLOT.c.answer, func.count())
    .where(_BALLOT.c.round_id == bindparam("round"))
    .group_by(_BALLOT.c.answer)
)
_PUT_BALLOT = insert(_BALLOT)
_PUT_HANDS = upsert(_HAND)
_SET_HANDS = _PUT_HANDS.on_conflict_do_update(
    index_elements=["round_id", "answer"], set_={"count": _PUT_HANDS.excluded["count"]}
)
_SEAL = update(_ROUND).where(_ROUND.c.id == bindparam("round")).values(tally=bindparam("total"))
_EMPTY_BALLOTS = delete(_BALLOT).where(_BALLOT.c.round_id == bindparam("round"))
_EMPTY_HANDS = delete(_HAND).where(_HAND.c.round_id == bindparam("round"))


@dataclass(frozen=True, slots=True)
class BallotBox:
    """An open round: its number in the library, which round it is, and how full it is."""

    id: int
    number: int
    expected: int
    voted: int


def find(session: Session, workshop_id: int, dimension: str) -> BallotBox | None:
    """Return the open round of a dimension, if people are voting on it."""
    row = (
        session.connection()
        .execute(_OPEN, {"workshop": workshop_id, "dimension": dimension})
        .first()
    )
    return BallotBox(row.id, row.number, row.expected, row.ballots + row.hands) if row else None


def rounds(
    session: Session, workshop_id: int
) -> tuple[tuple[OpenRound, ...], tuple[RevealedRound, ...]]:
    """Return all rounds of a workshop. Of an open one only the number of votes comes out."""
    opened, revealed = [], []
    for row in session.connection().execute(_ALL, {"workshop": workshop_id}):
        if row.tally is None:
            voted = row.ballots + row.hands
            opened.append(OpenRound(row.dimension, row.number, voted, row.expected))
        else:
            revealed.append(RevealedRound(row.dimension, row.number, row.tally, row.expected))
    return tuple(opened), tuple(revealed)


def hands(session: Session, round_id: int) -> dict[int, int]:
    """Return the hands counted so far, by answer."""
    rows = session.connection().execute(_COUNT_HANDS, {"round": round_id})
    return {row[0]: row[1] for row in rows}


def answers(session: Session, round_id: int) -> dict[int, int]:
    """Add up all votes by answer; only the reveal may ask this."""
    found = hands(session, round_id)
    rows = session.connection().execute(_COUNT_BALLOTS, {"round": round_id})
    ballots = {row[0]: row[1] for row in rows}
    return {answer: found.get(answer, 0) + ballots.get(answer, 0) for answer in ANSWERS}


def put(session: Session, round_id: int, answer: int) -> None:
    """Put one secret vote in, in a place that tells nothing about when it came."""
    session.connection().execute(
        _PUT_BALLOT, {"id": secrets.randbits(62), "round_id": round_id, "answer": answer}
    )


def set_hands(session: Session, round_id: int, answer: int, count: int) -> None:
    """Store how many hands were counted for an answer."""
    session.connection().execute(
        _SET_HANDS, {"round_id": round_id, "answer": answer, "count": count}
    )


def seal(session: Session, round_id: int, total: Tally) -> None:
    """Keep the totals of a round and delete every vote in it."""
    connection = session.connection()
    connection.execute(_SEAL, {"round": round_id, "total": total})
    connection.execute(_EMPTY_BALLOTS, {"round": round_id})
    connection.execute(_EMPTY_HANDS, {"round": round_id})
