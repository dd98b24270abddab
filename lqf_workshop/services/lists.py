"""Read lists without the object mapper: the few rows that Home shows, as fast as SQLite gives them.

Importing SQLAlchemy takes three times as long as opening a window. What only reads rows for a
list goes past it, through plain SQL on the same file; everything that writes does not.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from heapq import merge
from typing import Any

from lqf_workshop.domain.action import (
    OPEN_STATES,
    Action,
    ActionState,
    ActionText,
    DueAction,
    Source,
    SourceKind,
)
from lqf_workshop.domain.follow_up import DueLook, Look
from lqf_workshop.domain.workshop import WorkshopId, WorkshopLine, WorkshopState
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.teams import namesakes, shown_name

_OPEN = ", ".join(f"'{state}'" for state in OPEN_STATES)
_LINES = f"""
SELECT w.id, w.team, w.team_key, w.provider, w.place, w.held_on, w.headcount, w.minutes,
       w.state, w.picks, w.dimensions, w.last_seen, s.title AS stopped_at,
       (SELECT count(*) FROM action a WHERE a.workshop_id = w.id AND a.state IN ({_OPEN}))
           AS actions_open,
       (SELECT count(*) FROM action a WHERE a.workshop_id = w.id AND a.state != 'draft')
           AS actions_total
FROM workshop w LEFT JOIN step s ON s.id = w.at_step AND w.state = 'running'
"""
_NEWEST = "ORDER BY w.held_on DESC, w.id DESC LIMIT ? OFFSET ?"
_FIELDS = "a.*, w.team, w.team_key, w.provider, w.held_on"
_ACTION = f"SELECT {_FIELDS} FROM action a CROSS JOIN workshop w ON w.id = a.workshop_id"
_CLOSED = ", ".join(f"'{state.value}'" for state in (ActionState.DONE, ActionState.DROPPED))
_NEWEST_CLOSED = f"""
SELECT {_FIELDS} FROM workshop w CROSS JOIN action a ON a.workshop_id = w.id
WHERE a.state IN ({_CLOSED}) {{words}} ORDER BY w.held_on DESC, a.id LIMIT ?
"""
_FEW_CLOSED = f"""
{_ACTION} WHERE a.state IN ({_CLOSED}) {{words}} ORDER BY w.held_on DESC, a.id LIMIT ?
"""
FEW = 500
"""So many closed actions are sorted; more are met soon enough by walking back from the newest."""
_RATED = ", ".join(f"'{kind.value}'" for kind in SourceKind if kind.rated)
_LOOKED_AT = f"""
SELECT {_FIELDS} FROM workshop w CROSS JOIN action a ON a.workshop_id = w.id
WHERE w.held_on > ? AND w.held_on <= ?
  AND (a.state IN ({_OPEN}) OR (? AND a.state = 'done' AND a.source_kind IN ({_RATED})))
  AND NOT EXISTS (SELECT 1 FROM action_progress p WHERE p.action_id = a.id AND p.look = ?)
ORDER BY w.held_on, a.id LIMIT ?
"""
_CHOSEN_DAY = f"""
{_ACTION} WHERE a.id IN (
  SELECT a.id FROM action a WHERE a.review_on <= ? AND a.state IN ({_OPEN})
    AND NOT EXISTS (SELECT 1 FROM action_progress p
                    WHERE p.action_id = a.id AND p.said_on >= a.review_on)
  ORDER BY a.review_on, a.id LIMIT ?)
ORDER BY a.review_on, a.id
"""
LOOKED_BACK_AT = timedelta(weeks=52)
"""How far back meetings are whose actions still ask for a look; a chosen day has no end."""
_DATED_THEN_NOT: list[tuple[str, list[str]]] = [("a.due IS NOT NULL", []), ("a.due IS NULL", [])]
_DATES = ("first_step_on", "due", "review_on")


class Lists:
    """Rows of all workshops and all teams' open actions, for reading only."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, words: str = "") -> int:
        """Return how many workshops hold all of ``words`` in team or place."""
        where, values = _matching(words)
        with self._desk.database.plain() as connection:
            query = f"SELECT count(*) FROM workshop w WHERE {where}"
            return int(connection.execute(query, values).fetchone()[0])

    def workshops(self, limit: int, offset: int = 0, words: str = "") -> list[WorkshopLine]:
        """Return a page of workshops, those under way first, then the newest."""
        with self._desk.database.plain() as connection:
            rows = _page(connection, limit, offset, words)
            return [_line(row, team) for row, team in _named(connection, rows)]

    def open_actions(
        self, limit: int, *, before: date | None = None, words: str = ""
    ) -> list[DueAction]:
        """Return open actions of all teams, soonest due first; undated ones come last.

        ``words`` are looked for in what, who and team. Each state is read in the order of its
        index and no further than asked.
        """
        held, values = _holding(words)
        days = [("a.due < ?", [before.isoformat()])] if before else _DATED_THEN_NOT
        found: list[sqlite3.Row] = []
        with self._desk.database.plain() as connection:
            for day, edge in days:
                left = limit - len(found)
                if left <= 0:
                    break
                query = f"{_ACTION} WHERE a.state = ? AND {day} {held} ORDER BY a.due, a.id LIMIT ?"
                rows = [
                    connection.execute(query, (state, *edge, *values, left)).fetchall()
                    for state in OPEN_STATES
                ]
                found += list(merge(*rows, key=lambda row: (row["due"] or "", row["id"])))[:left]
            return [_due(row, team) for row, team in _named(connection, found)]

    def closed_actions(self, limit: int, words: str = "") -> list[DueAction]:
        """Return done and dropped actions of all teams that hold ``words``, newest first."""
        held, values = _holding(words)
        with self._desk.database.plain() as connection:
            few = connection.execute(f"SELECT 1 FROM action WHERE state IN ({_CLOSED}) LIMIT {FEW}")
            query = _FEW_CLOSED if len(few.fetchall()) < FEW else _NEWEST_CLOSED
            return _all_due(connection, query.format(words=held), (*values, limit))

    def looks_due(self, limit: int) -> list[DueLook]:
        """Return actions that it is time to look at again, longest waiting first."""
        today = self._desk.today()
        found: dict[int, DueLook] = {}
        until = today - LOOKED_BACK_AT - timedelta(days=1)
        with self._desk.database.plain() as connection:
            for look in sorted(Look, key=lambda look: look.weeks, reverse=True):
                after, until = until, today - timedelta(weeks=look.weeks)
                again = look is Look.RATE_AGAIN
                values = (after.isoformat(), until.isoformat(), again, look.value, limit)
                for one in _all_due(connection, _LOOKED_AT, values):
                    found[one.action.id] = DueLook(one, look, look.due_on(one.held_on))
            for one in _all_due(connection, _CHOSEN_DAY, (today.isoformat(), limit)):
                chosen = one.action.text.review_on
                if chosen is not None and one.action.id not in found:
                    found[one.action.id] = DueLook(one, None, chosen)
        return sorted(found.values(), key=lambda due: due.since)[:limit]


def _page(connection: sqlite3.Connection, limit: int, offset: int, words: str) -> list[sqlite3.Row]:
    where, values = _matching(words)
    found = f"SELECT 1 FROM workshop w NOT INDEXED WHERE {where} LIMIT 1"
    if words and connection.execute(found, values).fetchone() is None:
        return []  # in one go through the file; by the index of days it would take twice as long
    running = "w.state = 'running'"
    query = f"SELECT count(*) FROM workshop w WHERE {where} AND {running}"
    ahead = int(connection.execute(query, values).fetchone()[0])
    rows: list[sqlite3.Row] = []
    if offset < ahead:
        query = f"{_LINES} WHERE {where} AND {running} {_NEWEST}"
        rows += connection.execute(query, (*values, limit, offset))
    if len(rows) < limit:  # by the index of days, which stops as soon as the page is full
        query = f"{_LINES} WHERE {where} AND +w.state != 'running' {_NEWEST}"
        rows += connection.execute(query, (*values, limit - len(rows), max(0, offset - ahead)))
    return rows


def _named(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]
) -> list[tuple[sqlite3.Row, str]]:
    """Return each row with its team's name, told from others of the same name."""
    names = namesakes(connection, (row["team_key"] for row in rows))
    return [(row, shown_name(row["team"], row["provider"], names[row["team_key"]])) for row in rows]


def _matching(words: str) -> tuple[str, list[str]]:
    """Return the condition that every word is in team or place, and its values.

    SQLite's own LIKE knows both cases of plain letters, and only those; a place with others is
    asked through Python, which takes longer.
    """
    one = """(w.team_key LIKE ? ESCAPE '/' OR w.place LIKE ? ESCAPE '/'
        OR length(w.place) < length(CAST(w.place AS BLOB)) AND casefold(w.place) LIKE ? ESCAPE '/')
    """
    sought = [_like(word.casefold()) for word in words.split()]
    return " AND ".join([one] * len(sought)) or "true", [word for word in sought for _use in "123"]


def _holding(words: str) -> tuple[str, list[str]]:
    """Return the condition that every word is in what, who or team, and its values."""
    values: list[str] = []
    for word in words.split():
        values += [_like(word.casefold())] * 2
    one = (
        "AND (w.team_key LIKE ? ESCAPE '/'"
        " OR casefold(a.what || char(10) || a.owner) LIKE ? ESCAPE '/')"
    )
    return " ".join([one] * (len(values) // 2)), values


def _like(word: str) -> str:
    for sign in "/%_":
        word = word.replace(sign, "/" + sign)
    return f"%{word}%"


def _line(row: sqlite3.Row, team: str) -> WorkshopLine:
    return WorkshopLine(
        WorkshopId(row["id"]),
        team,
        row["place"],
        date.fromisoformat(row["held_on"]),
        row["headcount"],
        row["minutes"],
        WorkshopState(row["state"]),
        tuple(json.loads(row["picks"])) or tuple(json.loads(row["dimensions"]))[:3],
        row["actions_open"],
        row["actions_total"],
        datetime.fromtimestamp(row["last_seen"] / 1000, UTC) if row["last_seen"] else None,
        row["stopped_at"] or "",
    )


def _all_due(
    connection: sqlite3.Connection, query: str, values: Sequence[object]
) -> list[DueAction]:
    rows = connection.execute(query, values).fetchall()
    return [_due(row, team) for row, team in _named(connection, rows)]


def _due(row: sqlite3.Row, team: str) -> DueAction:
    words: dict[str, Any] = {one.name: row[one.name] for one in fields(ActionText)}
    for name in _DATES:
        words[name] = date.fromisoformat(words[name]) if words[name] else None
    action = Action(
        row["id"],
        row["workshop_id"],
        ActionText(**words),
        ActionState(row["state"]),
        Source(SourceKind(row["source_kind"]), row["source_code"]),
        row["happened"],
        row["learnt"],
        row["mark"],
    )
    return DueAction(action, team, date.fromisoformat(row["held_on"]))
