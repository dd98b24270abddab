"""Read teams over time and side by side. Only revealed votes are ever read here."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.trend import (
    CloseOfMeeting,
    Compared,
    Felt,
    TeamLine,
    TeamTrend,
    TeamVote,
    TrendLine,
    TrendPoint,
    Wording,
)
from lqf_workshop.domain.workshop import check_same_people
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.wording import _

FINGERS = range(6)
_TEAMS = """
SELECT w.team_key, w.team, count(*) AS workshops, max(w.held_on) AS last_on
FROM workshop w
WHERE w.state != 'prepared' AND EXISTS (
    SELECT 1 FROM rating_round r WHERE r.workshop_id = w.id AND r.tally IS NOT NULL)
GROUP BY w.team_key ORDER BY last_on DESC, w.team_key
"""
_ROUNDS = """
SELECT w.id, w.team, w.team_key, w.held_on, w.headcount, w.same_people, w.edition_code,
       w.edition_version, w.scale_code, w.scale_words, r.subject, r.number, r.tally, r.expected
FROM rating_round r JOIN workshop w ON w.id = r.workshop_id
WHERE r.tally IS NOT NULL AND length(r.subject) = 2 AND w.team_key IN ({marks})
ORDER BY w.held_on, w.id, r.number
"""


class Trends:
    """Teams over time and side by side."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def teams(self) -> list[TeamLine]:
        """Return every team that has rated anything, the one that met last first."""
        return [
            TeamLine(
                row["team_key"],
                row["team"],
                row["workshops"],
                date.fromisoformat(row["last_on"]),
            )
            for row in self._rows(_TEAMS)
        ]

    def of(self, team_key: str) -> TeamTrend:
        """Return one team over time; a team without votes has no lines."""
        rows = self._rows(_ROUNDS.format(marks="?"), team_key)
        felt = self._felt(team_key)
        latest: dict[tuple[str, int], sqlite3.Row] = {}
        for row in rows:  # a later round of a workshop takes the place of an earlier one
            latest[row["subject"], row["id"]] = row
        lines: dict[str, list[TrendPoint]] = defaultdict(list)
        for (subject, workshop_id), row in latest.items():
            counts = felt.get((workshop_id, subject), (0, 0, 0))
            lines[subject].append(_point(row, counts))
        order = self._order()
        return TeamTrend(
            rows[-1]["team"] if rows else "",
            tuple(
                TrendLine(code, tuple(points))
                for code, points in sorted(lines.items(), key=lambda pair: order(pair[0]))
            ),
            self._closes(team_key),
        )

    def compare(self, team_keys: Sequence[str]) -> list[Compared]:
        """Return the latest votes of several teams, dimension by dimension.

        Teams are compared in the words that most of them used last; the others are named apart.
        """
        if not team_keys:
            return []
        marks = ", ".join("?" for _key in team_keys)
        rows = self._rows(_ROUNDS.format(marks=marks), *team_keys)
        names = {row["team_key"]: row["team"] for row in rows}
        latest: dict[str, dict[str, sqlite3.Row]] = defaultdict(dict)
        for row in rows:
            latest[row["subject"]][row["team_key"]] = row
        order = self._order()
        return [
            _compared(code, by_team, names)
            for code, by_team in sorted(latest.items(), key=lambda pair: order(pair[0]))
        ]

    def say_same_people(self, workshop_id: int, number: int | None) -> None:
        """Keep how many of this room were there last time; None takes the answer back."""
        before = self._set_same_people(workshop_id, number)
        if before == number:
            return
        self._desk.journal.did(
            Act(
                _("who was here last time"),
                lambda: self._again(workshop_id, before),
                lambda: self._again(workshop_id, number),
            )
        )
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)

    def _again(self, workshop_id: int, number: int | None) -> None:
        self._set_same_people(workshop_id, number)
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)

    def _set_same_people(self, workshop_id: int, number: int | None) -> int | None:
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            before = record.same_people
            record.same_people = check_same_people(number, record.headcount)
        return before

    def _felt(self, team_key: str) -> dict[tuple[int, str], tuple[int, int, int]]:
        rows = self._rows(
            "SELECT p.workshop_id, p.answer, p.count FROM poll_count p JOIN workshop w"
            " ON w.id = p.workshop_id WHERE w.team_key = ? AND p.poll = ?",
            team_key,
            Poll.FELT.value,
        )
        found: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
        for row in rows:
            subject, _colon, answer = row["answer"].partition(":")
            found[row["workshop_id"], subject][answer] = row["count"]
        return {
            key: (
                counts.get(Felt.BETTER.value, 0),
                counts.get(Felt.SAME.value, 0),
                counts.get(Felt.WORSE.value, 0),
            )
            for key, counts in found.items()
        }

    def _closes(self, team_key: str) -> tuple[CloseOfMeeting, ...]:
        hands: dict[int, dict[str, dict[str, int]]] = {}
        held: dict[int, date] = {}
        for row in self._rows(
            "SELECT w.id, w.held_on, p.poll, p.answer, p.count FROM workshop w"
            " JOIN poll_count p ON p.workshop_id = w.id"
            " WHERE w.team_key = ? AND p.poll IN (?, ?) ORDER BY w.held_on, w.id",
            team_key,
            Poll.CONFIDENCE.value,
            Poll.RETURN.value,
        ):
            held[row["id"]] = date.fromisoformat(row["held_on"])
            polls = hands.setdefault(row["id"], {})
            polls.setdefault(row["poll"], {})[row["answer"]] = row["count"]
        words: dict[int, list[str]] = defaultdict(list)
        for row in self._rows(
            "SELECT n.workshop_id, n.text FROM note n JOIN workshop w ON w.id = n.workshop_id"
            " WHERE w.team_key = ? AND n.kind = ? AND n.shown ORDER BY n.id",
            team_key,
            NoteKind.WORD.value,
        ):
            words[row["workshop_id"]].append(row["text"])
        return tuple(
            CloseOfMeeting(
                number,
                held[number],
                _fingers(polls.get(Poll.CONFIDENCE.value, {})),
                _fingers(polls.get(Poll.RETURN.value, {})),
                tuple(words.get(number, ())),
            )
            for number, polls in hands.items()
        )

    def _order(self) -> Callable[[str], tuple[int, str]]:
        """Return a key that puts dimensions as the framework has them."""
        known = [d.code for edition in self._shelf.editions() for d in edition.dimensions]
        places = {code: place for place, code in reversed(list(enumerate(known)))}
        return lambda code: (places.get(code, len(places)), code)

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._desk.database.plain() as connection:
            return connection.execute(query, values).fetchall()


def _point(row: sqlite3.Row, felt: tuple[int, int, int]) -> TrendPoint:
    return TrendPoint(
        row["id"],
        date.fromisoformat(row["held_on"]),
        _tally(row),
        row["expected"],
        row["headcount"],
        _wording(row),
        row["same_people"],
        felt,
    )


def _tally(row: sqlite3.Row) -> Tally:
    *counts, cant_see = map(int, row["tally"].split(","))
    return Tally(tuple(counts), cant_see)


def _wording(row: sqlite3.Row) -> Wording:
    points: Iterable[str] = ()
    if row["scale_words"]:
        points = (point["word"] for point in json.loads(row["scale_words"])["points"])
    return Wording(row["edition_code"], row["edition_version"], row["scale_code"], tuple(points))


def _compared(code: str, by_team: dict[str, sqlite3.Row], names: dict[str, str]) -> Compared:
    wordings = [_wording(row) for row in by_team.values()]
    usual = max(wordings, key=lambda one: (wordings.count(one), one.edition, one.version))
    votes = [
        TeamVote(
            row["team"],
            date.fromisoformat(row["held_on"]),
            None if open_mode(_tally(row).rated) else _tally(row),
            row["expected"],
        )
        for row in by_team.values()
        if _wording(row) == usual
    ]
    shown = {vote.team for vote in votes}
    return Compared(
        code,
        tuple(sorted(votes, key=lambda vote: vote.team.casefold())),
        tuple(sorted((n for n in names.values() if n not in shown), key=str.casefold)),
    )


def _fingers(counts: dict[str, int]) -> tuple[int, ...]:
    return tuple(counts.get(str(number), 0) for number in FINGERS)
