"""Read teams over time and side by side. Only revealed votes are ever read here."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.subject import Subject, SubjectKind, of_dimension
from lqf_workshop.domain.team import Namesakes, Team
from lqf_workshop.domain.trend import (
    CloseOfMeeting,
    Compared,
    Felt,
    Room,
    TeamLine,
    TeamTrend,
    TeamVote,
    TrendLine,
    TrendPoint,
    Wording,
    felt_answer,
)
from lqf_workshop.domain.workshop import check_same_people, team_key
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.services.teams import every_team, marks, namesakes, shown_name
from lqf_workshop.wording import _

FINGERS = range(6)
_OWN = "w.team_key = ? AND w.provider IN ({own})"
_ENDED = f"""(EXISTS (
    SELECT 1 FROM poll_count p WHERE p.workshop_id = w.id AND p.count > 0
    AND p.poll IN ('{Poll.CONFIDENCE.value}', '{Poll.RETURN.value}'))
OR EXISTS (SELECT 1 FROM note n WHERE n.workshop_id = w.id AND n.kind = '{NoteKind.WORD.value}'))
"""
_COUNTS = f"""w.state != 'prepared' AND (EXISTS (
    SELECT 1 FROM rating_round r WHERE r.workshop_id = w.id AND r.tally IS NOT NULL) OR {_ENDED})
"""
_ASKED = """w.team_key = json_extract(t.value, '$[0]')
    AND w.provider IN (SELECT value FROM json_each(t.value, '$[1]'))
"""
_LATEST = f"""
SELECT t.key AS place, l.team, l.provider, l.held_on
FROM json_each(?) t JOIN workshop l ON l.id = (
    SELECT w.id FROM workshop w WHERE {_ASKED} AND {_COUNTS}
    ORDER BY w.held_on DESC, w.id DESC LIMIT 1)
"""
_HOW_OFTEN = f"SELECT count(*) FROM workshop w WHERE {_OWN} AND {_COUNTS}"
_ROOMS = f"""
SELECT w.id, w.held_on, w.headcount, w.same_people FROM workshop w
WHERE {_OWN} AND w.held_on BETWEEN ? AND ?
"""
_VOTE = """
SELECT w.id, w.team, w.held_on, w.headcount, w.same_people, w.edition_code,
       w.edition_version, w.scale_code, w.scale_words, r.subject, r.number, r.tally, r.expected,
       r.id AS round_id
FROM workshop w JOIN rating_round r ON r.workshop_id = w.id
"""
_STANDS = """r.tally IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM rating_round l WHERE l.workshop_id = r.workshop_id
    AND l.subject = r.subject AND l.number > r.number AND l.tally IS NOT NULL)
"""
_VOTES = f"""{_VOTE}
WHERE {_OWN} AND r.subject = ? AND {_STANDS}
ORDER BY w.held_on DESC, w.id DESC LIMIT ? OFFSET ?
"""
_LATEST_VOTES = f"""
SELECT t.key AS place, v.* FROM json_each(?) t JOIN json_each(?) c JOIN (
{_VOTE}) v ON v.round_id = (
    SELECT r.id FROM workshop w JOIN rating_round r ON r.workshop_id = w.id
    WHERE {_ASKED} AND r.subject = c.value AND {_STANDS}
    ORDER BY w.held_on DESC, w.id DESC LIMIT 1)
"""
_LAST_TIME = f"""
SELECT w.held_on FROM workshop w JOIN rating_round r ON r.workshop_id = w.id
WHERE {_OWN} AND r.subject = ? AND r.tally IS NOT NULL AND (w.held_on, w.id) < (?, ?)
ORDER BY w.held_on DESC LIMIT 1
"""
_NAME = f"""
SELECT w.team, w.provider FROM workshop w
WHERE {_OWN} ORDER BY w.held_on DESC, w.id DESC LIMIT 1
"""
_CLOSED = f"""
SELECT w.id, w.held_on FROM workshop w
WHERE {_OWN} AND {_ENDED}
ORDER BY w.held_on DESC, w.id DESC LIMIT ? OFFSET ?
"""


class Trends:
    """Teams over time and side by side."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def teams(self) -> list[TeamLine]:
        """Return every team that has rated anything or left a close, last met first."""
        with self._desk.database.plain() as connection:
            teams = every_team(connection)
            asked = [(team.key, names.written_by(team.provider)) for team, names in teams]
            rows = connection.execute(_LATEST, (json.dumps(asked),)).fetchall()
        lines = []
        for row in rows:
            team, names = teams[row["place"]]
            shown = shown_name(row["team"], row["provider"], names)
            lines.append(TeamLine(team, shown, date.fromisoformat(row["held_on"])))
        return sorted(lines, key=lambda line: (-line.last_on.toordinal(), line.team.casefold()))

    def of(self, team: Team, size: int | None = None, back: int = 0) -> TeamTrend:
        """Return one team over time; a team without votes has no lines.

        With a ``size`` it is the latest so many votes on each dimension, and as many closes of
        meetings, leaving out the ``back`` latest ones; no others are read.
        """
        lines: list[TrendLine] = []
        more = False
        with self._desk.database.plain() as connection:
            own = _Own.find(connection, team)
            for code in self._codes(connection):
                limit = -1 if size is None else size + 1
                rows = own.rows(_VOTES, code, limit, back)
                more = more or len(rows) == limit
                rows = rows[:size][::-1]
                if rows:
                    felt = _felt(connection, code, [row["id"] for row in rows])
                    points = tuple(self._point(row, felt[row["id"]]) for row in rows)
                    lines.append(TrendLine(self._subject(code, points[-1].wording), points))
            rooms = _rooms(own, lines)
            limit = -1 if size is None else size
            closes = _closes(own, limit, back)
            name, workshops = own.name(), own.rows(_HOW_OFTEN)[0][0]
        order = self._order()
        lines = [replace(line, rooms=rooms) for line in lines]
        lines.sort(key=lambda line: order(line.code))
        return TeamTrend(name, tuple(lines), closes, more, workshops)

    def compare(self, teams: Sequence[Team]) -> list[Compared]:
        """Return the latest votes of several teams, dimension by dimension.

        Teams are compared in the words that most of them used last; the others are named apart.
        """
        latest: dict[str, dict[Team, sqlite3.Row]] = defaultdict(dict)
        names: dict[Team, str] = {}
        with self._desk.database.plain() as connection:
            codes = self._codes(connection)
            known = namesakes(connection, (team.key for team in teams))
            for team in teams:
                names[team] = _Own(connection, team, known[team.key]).name()
            asked = [(team.key, known[team.key].written_by(team.provider)) for team in teams]
            values = json.dumps(asked), json.dumps(codes)
            for row in connection.execute(_LATEST_VOTES, values):
                latest[row["subject"]][teams[row["place"]]] = row
        order = self._order()
        return [
            self._compared(code, by_team, names)
            for code, by_team in sorted(latest.items(), key=lambda pair: order(pair[0]))
        ]

    def _codes(self, connection: sqlite3.Connection) -> list[str]:
        """Return every dimension that any workshop can have rated."""
        known = {d.code for edition in self._shelf.editions() for d in edition.dimensions}
        for (words,) in connection.execute("SELECT words FROM kept_edition"):
            known |= {d["code"] for d in json.loads(words).get("dimensions", ())}
        return sorted(known)

    def last_time(self, workshop_id: int, subject: str) -> date | None:
        """Return the day on which this team rated the same thing before, if it did."""
        with self._desk.database.plain() as connection:
            query = "SELECT team_key, provider, held_on FROM workshop WHERE id = ?"
            this = connection.execute(query, (workshop_id,)).fetchone()
            if this is None:
                return None
            own = _Own.find(connection, Team(this["team_key"], team_key(this["provider"])))
            rows = own.rows(_LAST_TIME, subject, this["held_on"], workshop_id)
        return date.fromisoformat(rows[0]["held_on"]) if rows else None

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

    def _point(self, row: sqlite3.Row, felt: tuple[int, int, int]) -> TrendPoint:
        return TrendPoint(_room(row), _tally(row), row["expected"], self._wording(row), felt)

    def _wording(self, row: sqlite3.Row) -> Wording:
        """Return the words of a vote; those of a scale that was not reworded are the shelf's."""
        code, version, scale = row["edition_code"], row["edition_version"], row["scale_code"]
        if row["scale_words"]:
            points = json.loads(row["scale_words"])["points"]
            return Wording(code, version, scale, tuple(point["word"] for point in points))
        edition = self._shelf.edition(code)
        known = self._shelf.scale(scale) or (edition.own_scale if edition else None)
        return Wording(code, version, scale, known.words if known else ())

    def _subject(self, code: str, wording: Wording) -> Subject:
        """Return a dimension as the edition has it in which it was rated, if that is known."""
        for edition in (self._shelf.edition(wording.edition), *self._shelf.editions()):
            for dimension in edition.dimensions if edition else ():
                if dimension.code == code:
                    return of_dimension(dimension)
        return Subject(code, SubjectKind.DIMENSION, code, code, code, "")

    def _compared(
        self, code: str, by_team: dict[Team, sqlite3.Row], names: dict[Team, str]
    ) -> Compared:
        wordings = {key: self._wording(row) for key, row in by_team.items()}
        counted = Counter(wordings.values())
        usual = max(counted, key=lambda one: (counted[one], one.edition, one.version))
        votes = [
            _team_vote(names[key], row) for key, row in by_team.items() if wordings[key] == usual
        ]
        return Compared(
            self._subject(code, usual),
            usual,
            tuple(sorted(votes, key=lambda vote: vote.team.casefold())),
            _by_name(names[key] for key in by_team if wordings[key] != usual),
            _by_name(name for key, name in names.items() if key not in by_team),
        )

    def _order(self) -> Callable[[str], tuple[int, str]]:
        """Return a key that puts dimensions as the framework has them."""
        known = [d.code for edition in self._shelf.editions() for d in edition.dimensions]
        places = {code: place for place, code in reversed(list(enumerate(known)))}
        return lambda code: (places.get(code, len(places)), code)


class _Own:
    """The workshops of one team, in an open library."""

    def __init__(self, connection: sqlite3.Connection, team: Team, names: Namesakes) -> None:
        self.connection = connection
        self._names = names
        own = names.written_by(team.provider)
        self._marks, self._values = marks(own), (team.key, *own)

    @classmethod
    def find(cls, connection: sqlite3.Connection, team: Team) -> _Own:
        return cls(connection, team, namesakes(connection, (team.key,))[team.key])

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        """Return what a query finds among them."""
        whole = query.replace("{own}", self._marks)
        return self.connection.execute(whole, (*self._values, *values)).fetchall()

    def name(self) -> str:
        """Return the team's name as it was written last; "" where there is no such team."""
        for row in self.rows(_NAME):
            return shown_name(row["team"], row["provider"], self._names)
        return ""


def _rooms(own: _Own, lines: Sequence[TrendLine]) -> tuple[Room, ...]:
    """Return who came to the team's meetings from the first of these votes to the last."""
    days = [point.held_on.isoformat() for line in lines for point in line.points]
    return tuple(_room(row) for row in own.rows(_ROOMS, min(days), max(days))) if days else ()


def _room(row: sqlite3.Row) -> Room:
    return Room(row["id"], date.fromisoformat(row["held_on"]), row["headcount"], row["same_people"])


def _tally(row: sqlite3.Row) -> Tally:
    *counts, cant_see = map(int, row["tally"].split(","))
    return Tally(tuple(counts), cant_see)


def _felt(
    connection: sqlite3.Connection, subject: str, workshops: Sequence[int]
) -> dict[int, tuple[int, int, int]]:
    """Return what each of some workshops said itself; nobody asked is three times nobody."""
    answers = [felt_answer(subject, felt) for felt in Felt]
    marks = ", ".join("?" * len(workshops))
    found: dict[int, dict[str, int]] = {number: {} for number in workshops}
    for row in connection.execute(
        f"SELECT workshop_id, answer, count FROM poll_count WHERE poll = ?"
        f" AND workshop_id IN ({marks})",
        (Poll.FELT.value, *workshops),
    ):
        found[row["workshop_id"]][row["answer"]] = row["count"]
    better, same, worse = answers
    return {
        number: (counts.get(better, 0), counts.get(same, 0), counts.get(worse, 0))
        for number, counts in found.items()
    }


def _closes(own: _Own, limit: int, back: int) -> tuple[CloseOfMeeting, ...]:
    rows = own.rows(_CLOSED, limit, back)
    return tuple(_close(own.connection, row) for row in reversed(rows))


def _close(connection: sqlite3.Connection, workshop: sqlite3.Row) -> CloseOfMeeting:
    number = workshop["id"]
    hands: dict[str, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(
        "SELECT poll, answer, count FROM poll_count WHERE workshop_id = ?", (number,)
    ):
        hands[row["poll"]][row["answer"]] = row["count"]
    words = connection.execute(
        "SELECT text FROM note WHERE workshop_id = ? AND kind = ? ORDER BY id",
        (number, NoteKind.WORD.value),
    )
    return CloseOfMeeting(
        number,
        date.fromisoformat(workshop["held_on"]),
        _fingers(hands[Poll.CONFIDENCE.value]),
        _fingers(hands[Poll.RETURN.value]),
        tuple(row["text"] for row in words),
    )


def _team_vote(team: str, row: sqlite3.Row) -> TeamVote:
    tally = _tally(row)
    held_on = date.fromisoformat(row["held_on"])
    return TeamVote(team, held_on, None if open_mode(tally.rated) else tally, row["expected"])


def _by_name(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))


def _fingers(counts: dict[str, int]) -> tuple[int, ...]:
    return tuple(counts.get(str(number), 0) for number in FINGERS)
