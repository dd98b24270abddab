"""Who meets when, and by which agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, cycle, islice
from random import Random

from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.services.sample.teams import Team, all_teams

OLDEST = date(2013, 1, 7)
"""The classic edition was launched late in 2012; nobody met about it before this Monday."""
HOLIDAYS = ((12, 24), (12, 25), (12, 26), (1, 1))
"""Month and day of days on which nobody is asked to come in for a meeting."""
FIRST_AGENDAS = ("90-minutes", "one-issue-clinic", "180-minutes", "ratings-only", "60-minutes")
LATER_AGENDAS = (
    "follow-up-review",
    "60-minutes",
    "one-issue-clinic",
    "follow-up-review",
    "90-minutes",
    "follow-up-review",
    "one-issue-clinic",
    "follow-up-review",
    "60-minutes",
    "follow-up-review",
    "one-method",
    "ratings-only",
    "follow-up-review",
    "180-minutes",
    "follow-up-review",
    "one-issue-clinic",
    "60-minutes",
    "follow-up-review",
)
"""Agendas in turn: most often a team comes back to its actions and to what it had picked."""
CURIOUS_TEAM = 2
"""The place among the teams of the first to choose the new edition; it met last month."""
RHYTHMS = (150, 365, 91, 210)
"""Days from one meeting of a team to its next."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting to be told: its place in the library, its team, its day and its agenda.

    ``curious`` teams take up the edition of 2026; ``last`` is their latest meeting.
    """

    number: int
    team: Team
    held_on: date
    state: WorkshopState
    agenda: str
    curious: bool
    last: bool


def schedule(workshops: int, seed: int, today: date) -> tuple[Sitting, ...]:
    """Return the sample's meetings, earliest first: most are over, a few are still to come."""
    rng = Random(f"{seed}/schedule")
    done, running, prepared = _how_many(workshops)
    teams = all_teams(seed)
    busy = min(len(teams), max(1, round(done / 2.25)))
    days = _days_ahead(rng, teams, busy, running, prepared, today)
    for place, meetings in enumerate(_meetings_each(done, busy)):
        nearest = min((day for day, team, _state in days if team is teams[place]), default=today)
        for day in _days_before(rng, place, meetings, nearest, upcoming=nearest > today):
            days.append((day, teams[place], WorkshopState.DONE))
    days.sort(key=lambda d: (d[0], d[1].name))
    curious = {team.name for team in teams[CURIOUS_TEAM::4]}
    return tuple(_with_agendas(days, curious))


def _how_many(workshops: int) -> tuple[int, int, int]:
    """Return how many meetings are over, under way and prepared."""
    running = 2 if workshops >= 24 else int(workshops >= 4)
    prepared = min(20, max(int(workshops >= 2), workshops // 6))
    return workshops - running - prepared, running, prepared


def _days_ahead(
    rng: Random, teams: Sequence[Team], busy: int, running: int, prepared: int, today: date
) -> list[tuple[date, Team, WorkshopState]]:
    """Return the meetings of today and of the weeks to come, one of them a new team's."""
    days = [(today, teams[n % busy], WorkshopState.RUNNING) for n in range(running)]
    for n in range(prepared):
        new = n == 1 and busy < len(teams)
        team = teams[busy] if new else teams[(running + n) % busy]
        day = today + timedelta(days=rng.randint(2 + 2 * n, 8 + 2 * n))
        days.append((_on_a_working_day(day, 1), team, WorkshopState.PREPARED))
    return days


def _meetings_each(done: int, busy: int) -> list[int]:
    """Share the meetings that are over among the teams; the first has the longest history."""
    meetings = [1] * min(done, busy)
    if done > busy:
        for place in islice(chain((0, 0), cycle(range(busy))), done - busy):
            meetings[place] += 1
    return meetings


def _days_before(
    rng: Random, place: int, meetings: int, nearest: date, *, upcoming: bool
) -> Iterator[date]:
    """Yield a team's past days, latest first, in its rhythm, none before the framework's."""
    back = rng.randint(40, 100) if upcoming or place < 2 else rng.randint(3, 150)
    day = nearest - timedelta(days=25 if place == CURIOUS_TEAM else back)
    room = max(7, (day - OLDEST).days // max(1, meetings))
    gap = min(RHYTHMS[place % len(RHYTHMS)], room)
    for _meeting in range(meetings):
        yield _on_a_working_day(day, -1)
        day -= timedelta(days=max(7, gap - rng.randint(0, gap // 6)))


def _on_a_working_day(day: date, step: int) -> date:
    """Return ``day``, or the nearest day that way on which a team would meet."""
    while day.weekday() > 4 or (day.month, day.day) in HOLIDAYS:
        day += timedelta(days=step)
    return day


def _with_agendas(
    days: Sequence[tuple[date, Team, WorkshopState]], curious: Collection[str]
) -> Iterator[Sitting]:
    """Give each meeting an agenda in turn; a team's first meeting cannot follow anything up."""
    first, later = cycle(FIRST_AGENDAS), cycle(LATER_AGENDAS)
    left = Counter(team.name for _day, team, _state in days)
    met: set[str] = set()
    for number, (day, team, state) in enumerate(days):
        if state is WorkshopState.RUNNING:
            agenda = "90-minutes"
        else:
            agenda = next(later if team.name in met else first)
        met.add(team.name)
        left[team.name] -= 1
        last = left[team.name] == 0
        yield Sitting(number, team, day, state, agenda, team.name in curious, last)
