"""Write a library of invented workshops, to look around in before the first real one.

Every vote, card and action goes through the services that a facilitator uses, with all their
rules. Two things differ, so that a library of a thousand takes no more than a cup of tea. A whole
workshop is one transaction, not each act: a program that is killed leaves whole workshops.
And what has no rules is stored in one go when a meeting ends: notes, shows of hands, minutes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache
from itertools import chain, cycle, islice
from pathlib import Path
from random import Random
from statistics import median

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.focus import HIGH_FROM, most_split, placings, weakest
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.meeting import NoteKind, Part, Poll, Stop
from lqf_workshop.domain.rating import ANSWERS, CANT_SEE, SCALE, RevealedRound
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.domain.workshop import (
    HEADCOUNT_ALLOWED,
    WorkshopId,
    WorkshopPlan,
    WorkshopState,
)
from lqf_workshop.errors import LibraryProblem, WorkshopProblem
from lqf_workshop.library.reading import read_file
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Clock, Desk, utc_now
from lqf_workshop.storage.database import Database
from lqf_workshop.storage.records import NoteRecord, PollCountRecord, StepRecord
from lqf_workshop.wording import _

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]

WORKSHOPS_ALLOWED = range(1, 10_001)
OLDEST = date(2013, 1, 7)
"""The classic edition was launched late in 2012; nobody met about it before this Monday."""
REFRESHED = date(2026, 5, 1)
"""From about this day on, some teams choose the edition of March 2026."""
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
    "one-issue-clinic",
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
OUTCOMES = (
    ActionState.DONE,
    ActionState.GOING_ON,
    ActionState.DONE,
    ActionState.DROPPED,
    ActionState.DONE,
)
"""How actions went, in turn, when a team comes back to them."""
USUAL_LEVEL = {"PQ": 3.4, "WO": 3.2, "MS": 2.8, "IS": 3.1, "SD": 2.8, "CV": 2.6, "DS": 2.5}
HOW_OFTEN = (7, 33, 34, 11, 15)
"""How many votes in a hundred come out unanimous, close, mostly together, mixed, and split."""
LONGEST_TURN = 12
"""Passing the laptop takes too long in a larger room; there, hands are counted."""


def write_sample(
    library: Path,
    workshops: int,
    seed: int,
    *,
    clock: Clock = utc_now,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write a new library of invented workshops; stopped or failed, it leaves no library behind.

    A file that already holds something is refused and stays as it is.
    """
    if library.is_dir() or (library.exists() and library.stat().st_size):
        raise _there_already(library)
    services = open_services(library, clock=clock)
    if services.lists.count():  # written by somebody else in the blink before it was ours
        services.close()
        raise _there_already(library)
    written = 0
    try:
        written = fill_with_sample(
            services, workshops, seed, progress=progress, cancelled=cancelled
        )
    finally:
        services.close()
        if not written:
            for rest in ("", "-wal", "-shm"):
                library.with_name(library.name + rest).unlink(missing_ok=True)


def _there_already(library: Path) -> LibraryProblem:
    return LibraryProblem(
        _("{0} is there already and was not changed; choose a new name.").format(library)
    )


def fill_with_sample(
    services: Services,
    workshops: int,
    seed: int,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> int:
    """Fill an open and empty library with invented workshops, and return how many.

    ``progress`` is told how many are on disk. Once ``cancelled`` says so, all are taken out
    again. The same seed gives the same workshops on the same day. Changes are announced once,
    at the end, from the thread that calls this; nothing of it can be undone.
    """
    if workshops not in WORKSHOPS_ALLOWED:
        raise WorkshopProblem(_("A sample has between 1 and 10,000 workshops."))
    if services.lists.count():
        raise WorkshopProblem(
            _("The sample is for an empty library, and this one holds workshops already.")
        )
    written: list[WorkshopId] = []
    try:
        for workshop_id in _tell_all(services, workshops, seed):
            written.append(workshop_id)
            if progress is not None:
                progress(len(written))
            if cancelled is not None and cancelled():
                break
        if len(written) < workshops:
            while written:
                services.workshops.delete(written.pop())
        services.ratings.wipe_traces()
    finally:
        for change in (Change.WORKSHOPS, Change.ACTIONS):
            services.changes.announce(change, written[-1] if written else 0)
    return len(written)


def _tell_all(services: Services, workshops: int, seed: int) -> Iterator[WorkshopId]:
    """Yield the number of each workshop once it is on disk."""
    library = _WorkshopAtOnce(services.desk.database)
    today = services.desk.today()
    storyteller = _Storyteller(library, services.shelf, seed, services.desk.clock(), today)
    for sitting in _schedule(workshops, seed, today):
        with library.together():
            workshop_id = storyteller.tell(sitting)
        yield workshop_id


class _WorkshopAtOnce(Database):
    """A library whose acts are joined: between ``together`` and its end, one transaction."""

    def __init__(self, library: Database) -> None:
        self.path = library.path
        self._lock = None
        self._library = library
        self._session: Session | None = None
        self._at_hand: list[object] = []

    @contextmanager
    def together(self) -> Iterator[None]:
        """Put every act until the end of the block on disk at once, or none of them."""
        with self._library.transaction() as session:
            self._session = session
            try:
                yield
            finally:
                self._session = None
                self._at_hand.clear()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give one act its place in the larger transaction."""
        with self.reading() as session:
            yield session
            session.flush()
            self._at_hand = list(session.identity_map.values())  # else read again by every act

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give one view of the library, with all that was written before it."""
        assert self._session is not None, "an act outside of together()"
        yield self._session


# --- What the sample is made of: resources/sample/*.toml -------------------------------------


@dataclass(frozen=True, slots=True)
class _TeamKind:
    name: str
    low: int
    high: int
    mix: dict[str, int]


@dataclass(frozen=True, slots=True)
class _ServiceKind:
    code: str
    rooms: tuple[str, ...]
    teams: tuple[_TeamKind, ...]


@dataclass(frozen=True, slots=True)
class _ServiceNames:
    kind: str
    provider: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _TeamsFile:
    facilitators: tuple[str, ...]
    kinds: tuple[_ServiceKind, ...]
    services: tuple[_ServiceNames, ...]


@dataclass(frozen=True, slots=True)
class _Heard:
    low: tuple[str, ...]
    high: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Voices:
    first_thoughts: tuple[str, ...]
    talk: tuple[str, ...]
    parking: tuple[str, ...]
    private: tuple[str, ...]
    preparing: tuple[str, ...]
    words: tuple[str, ...]
    going_on: tuple[str, ...]
    going_on_learnt: tuple[str, ...]
    done: tuple[str, ...]
    done_learnt: tuple[str, ...]
    dropped: tuple[str, ...]
    dropped_learnt: tuple[str, ...]
    card_difference: tuple[str, ...]
    card_first_step: tuple[str, ...]
    card_how_we_know: tuple[str, ...]
    heard: dict[str, _Heard]
    stories: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _CardVoice:
    code: str
    notes: tuple[tuple[str, ...], ...]
    action: str
    owner: str


@dataclass(frozen=True, slots=True)
class _CardsFile:
    cards: tuple[_CardVoice, ...]


@dataclass(frozen=True, slots=True)
class _ActionVoice:
    what: str
    owner: str
    dimension: str = ""
    difference: str = ""
    first_step: str = ""
    how_we_know: str = ""
    baseline: str = ""
    target: str = ""
    happened: str = ""
    learnt: str = ""


@dataclass(frozen=True, slots=True)
class _ActionsFile:
    actions: tuple[_ActionVoice, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """All that is said in the sample."""

    teams: _TeamsFile
    voices: _Voices
    cards: dict[str, _CardVoice]
    actions: tuple[_ActionVoice, ...]


@cache
def _words() -> _Words:
    cards = read_file(_CardsFile, "sample", "cards.toml").cards
    return _Words(
        read_file(_TeamsFile, "sample", "teams.toml"),
        read_file(_Voices, "sample", "voices.toml"),
        {card.code: card for card in cards},
        read_file(_ActionsFile, "sample", "actions.toml").actions,
    )


# --- Who meets when --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Team:
    """One team of one service."""

    name: str
    rooms: tuple[str, ...]
    provider: str
    facilitator: str
    kind: _TeamKind


@dataclass(frozen=True, slots=True)
class _Sitting:
    """A meeting to be told: its place in the library, its team, its day and its agenda.

    ``curious`` teams take up the edition of 2026; ``last`` is their latest meeting.
    """

    number: int
    team: _Team
    held_on: date
    state: WorkshopState
    agenda: str
    curious: bool
    last: bool


def _schedule(workshops: int, seed: int, today: date) -> tuple[_Sitting, ...]:
    """Return the sample's meetings, earliest first: most are over, a few are still to come."""
    rng = Random(f"{seed}/schedule")
    done, running, prepared = _how_many(workshops)
    teams = _teams(seed)
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


def _teams(seed: int) -> list[_Team]:
    """Return every team in an order of the seed's: all kinds of team before one comes again.

    The first team is of the usual size, and the second of under five people.
    """
    rng = Random(f"{seed}/teams")
    file = _words().teams
    kinds = {kind.code: kind for kind in file.kinds}
    found = [
        _Team(
            f"{team.name}, {name}",
            kinds[one.kind].rooms,
            one.provider,
            rng.choice(file.facilitators),
            team,
        )
        for one in file.services
        for name in one.names
        for team in kinds[one.kind].teams
    ]
    rng.shuffle(found)
    times: Counter[str] = Counter()
    order = {}
    for team in found:
        order[team.name] = times[team.kind.name]
        times[team.kind.name] += 1
    found.sort(key=lambda team: order[team.name])
    for place, fits in enumerate((_of_usual_size, _of_under_five)):
        found.insert(place, found.pop(next(n for n, team in enumerate(found) if fits(team))))
    return found


def _of_usual_size(team: _Team) -> bool:
    return team.kind.low > 5 and team.kind.high < 15


def _of_under_five(team: _Team) -> bool:
    return team.kind.low == HEADCOUNT_ALLOWED.start


def _days_ahead(
    rng: Random, teams: Sequence[_Team], busy: int, running: int, prepared: int, today: date
) -> list[tuple[date, _Team, WorkshopState]]:
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
    days: Sequence[tuple[date, _Team, WorkshopState]], curious: Collection[str]
) -> Iterator[_Sitting]:
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
        yield _Sitting(number, team, day, state, agenda, team.name in curious, last)


# --- What happens in a meeting ---------------------------------------------------------------


@dataclass(slots=True)
class _Memory:
    """What a team brings to its next meeting."""

    meetings: int = 0
    picks: tuple[str, ...] = ()
    waiting: dict[int, _ActionVoice] = field(default_factory=dict)
    agreed_before: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _WallClock:
    """The clock on the wall of the meeting that is being told."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


class _Shape(Enum):
    """How a team's votes lie on the scale."""

    UNANIMOUS = "unanimous"
    CLOSE = "close"
    MOSTLY = "mostly"
    MIXED = "mixed"
    SPLIT = "split"


class _Storyteller:
    """Tells one meeting after the other, and remembers each team."""

    def __init__(
        self, library: Database, shelf: Shelf, seed: int, now: datetime, today: date
    ) -> None:
        self.clock = _WallClock(now)
        self.now = now
        self.today = today
        self.services = Services(Desk(library, clock=self.clock), shelf)
        self.words = _words()
        self.agendas = {template.code: template for template in shelf.templates()}
        self.outcomes = cycle(OUTCOMES)
        self.time_is_up = cycle((False, False, True, False, False, False))
        self.worth_a_second_vote = cycle((False, True, False))
        self._seed = seed
        self._memories: dict[str, _Memory] = {}

    def tell(self, sitting: _Sitting) -> WorkshopId:
        """Live through one meeting, as far as it has come, and return its number."""
        memory = self._memories.setdefault(sitting.team.name, _Memory())
        telling = _Telling(self, sitting, memory, Random(f"{self._seed}/{sitting.number}"))
        telling.tell()
        memory.meetings += 1
        return telling.id


class _Telling:
    """One meeting as it happens, through the services that a facilitator would use."""

    def __init__(
        self, teller: _Storyteller, sitting: _Sitting, memory: _Memory, rng: Random
    ) -> None:
        self._teller = teller
        self._services = teller.services
        self._voices = teller.words.voices
        self._sitting = sitting
        self._memory = memory
        self._rng = rng
        self._rounds: list[RevealedRound] = []
        self._picks: tuple[str, ...] = ()
        self._card: ScenarioCard | None = None
        self._said: list[dict[str, object]] = []
        self._shown_hands: list[dict[str, object]] = []
        self._way = rng.choices(("hands", "laptop", "both"), (65, 22, 13))[0]
        self._plan = self._prepare()
        self.id = self._services.workshops.from_template(
            self._plan, teller.agendas.get(sitting.agenda)
        )
        self._plan = self._services.workshops.workshop(self.id).plan
        self._steps = self._services.workshops.steps(self.id)
        self._expected = self._plan.headcount + int(self._plan.facilitator_votes)

    def tell(self) -> None:
        """Live through the meeting as far as its state says."""
        if self._sitting.state is WorkshopState.PREPARED:
            self._get_ready()
        elif self._sitting.state is WorkshopState.RUNNING:
            self._run_part_way()
        else:
            self._run_to_the_end()
        with self._services.desk.database.transaction() as session:
            for kind, rows in ((NoteRecord, self._said), (PollCountRecord, self._shown_hands)):
                if rows:
                    session.execute(insert(kind), rows)

    def _prepare(self) -> WorkshopPlan:
        sitting, rng = self._sitting, self._rng
        kind = sitting.team.kind
        headcount = rng.randint(kind.low, kind.high)
        new = sitting.curious and sitting.held_on >= REFRESHED
        edition = "lqf-2026" if new else "lqf-classic"
        return WorkshopPlan(
            team=sitting.team.name,
            held_on=sitting.held_on,
            headcount=headcount,
            place=rng.choice(sitting.team.rooms),
            facilitator=sitting.team.facilitator,
            provider=sitting.team.provider,
            facilitator_votes=rng.random() < 0.15,
            role_mix=_role_mix(kind.mix, headcount),
            edition_code=edition,
            dimensions=self._dimensions(edition),
        )

    def _dimensions(self, edition_code: str) -> tuple[str, ...]:
        """Choose what to rate: a follow-up returns to the picks of last time."""
        agenda = self._teller.agendas.get(self._sitting.agenda)
        chosen = self._services.workshops.suggested_dimensions(edition_code, agenda)
        edition = self._services.shelf.edition(edition_code)
        codes = tuple(d.code for d in edition.dimensions) if edition else ()
        if self._sitting.agenda == "follow-up-review":
            again = [code for code in self._memory.picks if code in codes]
            return tuple(dict.fromkeys((*again, *chosen)))[: len(chosen)]
        if len(chosen) == 3 and self._rng.random() < 0.6:
            picked = self._rng.sample(codes, 3)
            return tuple(code for code in codes if code in picked)
        return chosen

    # How far it goes

    def _get_ready(self) -> None:
        self._note_to_self(self._voices.preparing)
        card_steps = [s for s in self._steps if s.plan.kind is StepKind.CARD]
        if card_steps and self._rng.random() < 0.6:
            self._lay(card_steps[0])

    def _run_to_the_end(self) -> None:
        self._teller.clock.now = datetime.combine(
            self._sitting.held_on, time(self._rng.choice((9, 13, 14))), UTC
        )
        self._begin()
        for step in self._steps:
            self._live(step)
        if self._rng.random() < 0.6:
            self._note_to_self(self._voices.private)
        self._services.runs.go(self.id, Stop(self._steps[-1].id, Part.END))
        self._services.runs.finish(self.id)
        self._keep_course(self._steps)
        self._come_back_later()

    def _run_part_way(self) -> None:
        """Stop in the middle of a vote, or of writing an action; a few minutes ago."""
        writing = self._sitting.number % 2 == 0 and self._memory.meetings > 0
        kind = StepKind.ACTIONS if writing else StepKind.RATE
        before = [s for s in self._steps if s.id < self._first(kind).id]
        minutes = sum(step.plan.minutes for step in before) + 12
        self._teller.clock.now = self._teller.now - timedelta(minutes=minutes)
        self._begin()
        for step in before:
            self._live(step)
        here = self._first(kind)
        self._services.runs.go(self.id, Stop(here.id, Part.START))
        if writing:
            self._agree(self._choose_actions()[0])
            self._leave_a_draft()
        else:
            self._vote_part_way(here)
        self._keep_course(before)

    def _first(self, kind: StepKind) -> AgendaStep:
        return next((s for s in self._steps if s.plan.kind is kind), self._steps[-1])

    def _begin(self) -> None:
        self._services.runs.begin(self.id, Stop(self._steps[0].id, Part.START))

    def _live(self, step: AgendaStep) -> None:
        match step.plan.kind:
            case StepKind.LAST_ACTIONS:
                self._review()
            case StepKind.STRENGTHS:
                self._spot_strengths()
            case StepKind.RATE:
                for code in self._plan.dimensions:
                    self._rate(code, self._votes(code))
            case StepKind.FOCUS:
                self._focus()
            case StepKind.CARD:
                self._card = self._lay(step)
                self._write_on(self._card)
            case StepKind.TALK:
                for text in self._rng.sample(self._voices.talk, 3):
                    self._add(NoteKind.TALK, str(step.id), text)
            case StepKind.ACTIONS:
                self._agree_actions()
            case StepKind.CLOSE:
                self._close()
        self._teller.clock.now += timedelta(minutes=step.plan.minutes)

    def _keep_course(self, steps: Sequence[AgendaStep]) -> None:
        """Store which steps were visited, and how long each took.

        A console counts time every few seconds; that would be most of the work here.
        """
        course = [
            {
                "id": step.id,
                "visited": True,
                "actual_seconds": round(step.plan.minutes * self._rng.uniform(45, 80)),
            }
            for step in steps
        ]
        if course:
            with self._services.desk.database.transaction() as session:
                session.execute(update(StepRecord), course)

    # Rating

    def _votes(self, code: str) -> list[int]:
        """Return everybody's answers on a dimension, in no order."""
        rng = self._rng
        shape = rng.choices(tuple(_Shape), HOW_OFTEN)[0]
        grown = min(0.8, 0.15 * self._memory.meetings)
        usual = Random(f"{self._sitting.team.name}/{code}").gauss(USUAL_LEVEL.get(code, 3.0), 0.45)
        present = self._expected - (rng.randint(1, 2) if rng.random() < 0.12 else 0)
        votes = _votes_of(rng, shape, present, usual + grown)
        blind = 0.18 if code in ("CV", "DS") else 0.03
        if shape is not _Shape.UNANIMOUS and len(votes) > 3:
            votes = [CANT_SEE if rng.random() < blind else vote for vote in votes]
        return votes if any(votes) else [3] * len(votes)

    def _rate(self, code: str, votes: Sequence[int]) -> None:
        """Open a round, take the votes and reveal it."""
        voting = self._services.ratings.open_round(self.id, code)
        self._take(code, votes)
        tally = self._services.ratings.reveal(self.id, code)
        self._rounds.append(RevealedRound(code, voting.number, tally, voting.expected))

    def _take(self, code: str, votes: Sequence[int]) -> None:
        """Take votes as this room gives them: counted hands, the laptop passed on, or both."""
        by_hand = len(votes)
        if self._way == "laptop" and len(votes) <= LONGEST_TURN:
            by_hand = 0
        elif self._way == "both":
            by_hand = max(0, len(votes) - 3)
        hands = votes[:by_hand]
        for answer in ANSWERS:
            if answer in hands:
                self._services.ratings.count_hands(self.id, code, answer, hands.count(answer))
        for answer in votes[by_hand:]:
            self._services.ratings.cast(self.id, code, answer)

    def _vote_part_way(self, step: AgendaStep) -> None:
        *rated, voting = self._plan.dimensions[:3]
        for code in rated:
            self._rate(code, self._votes(code))
        self._services.ratings.open_round(self.id, voting)
        votes = self._votes(voting)
        self._take(voting, votes[: max(1, len(votes) * 2 // 3)])
        self._services.runs.go(self.id, Stop(step.id, Part.VOTE, voting))

    def _focus(self) -> None:
        """Pick one or two dimensions, talk about them, and vote again where it is worth it."""
        placed = placings(self._rounds)
        found = [place.dimension for place in (weakest(placed), most_split(placed)) if place]
        self._picks = tuple(dict.fromkeys(found))[: self._rng.choice((1, 2, 2))]
        for code in self._picks:
            self._services.runs.pick(self.id, code)
            self._hear(code)
            if next(self._teller.worth_a_second_vote):
                self._rate(code, self._second_votes(code))
        self._memory.picks = self._picks

    def _second_votes(self, code: str) -> list[int]:
        """Return the votes after a talk: some move towards the middle, some stay."""
        tally = next(r for r in self._rounds if r.dimension == code).tally
        votes = [*tally.votes, *[CANT_SEE] * tally.cant_see]
        middle = median(tally.votes)
        moved = [
            vote + (1 if vote < middle else -1)
            if vote != CANT_SEE and vote != middle and self._rng.random() < 0.45
            else vote
            for vote in votes
        ]
        self._rng.shuffle(moved)
        return moved

    def _hear(self, code: str) -> None:
        """Keep what was said about a dimension, fitting its middle vote."""
        heard = self._voices.heard.get(code)
        tally = next(r for r in self._rounds if r.dimension == code).tally
        if heard is None or tally.median is None:
            return
        lines = heard.high if tally.median >= HIGH_FROM else heard.low
        said = self._rng.sample(lines, min(2, len(lines)))
        if self._rng.random() < 0.3:
            said.append(self._rng.choice(heard.high))
        for line in dict.fromkeys(said):
            self._add(NoteKind.HEARD, code, line, shown=self._rng.random() < 0.7)

    # Talking

    def _spot_strengths(self) -> None:
        codes = [idea.code for idea in self._services.shelf.ideas(Family.ATTRIBUTE)]
        spotted = Counter(self._rng.choices(codes, k=min(self._expected, 6)))
        wished = self._rng.sample(codes, 3)
        needed = Counter(self._rng.choices(wished, k=self._expected))
        for poll, counts in ((Poll.SPOTTED, spotted), (Poll.NEEDED, needed)):
            for code in codes:
                if counts[code]:
                    self._show_hands(poll, code, counts[code])
        told = [code for code in codes if spotted[code] and code in self._voices.stories]
        for code in self._rng.sample(told, min(3, len(told))):
            self._add(NoteKind.STRENGTH, code, self._rng.choice(self._voices.stories[code]))

    def _lay(self, step: AgendaStep) -> ScenarioCard:
        """Lay a card on the table, chosen by hand or drawn for the team."""
        cards, rng = self._services.cards, self._rng
        if self._rounds and rng.random() < 0.75:
            wanted = rng.choice((DrawReason.WEAKEST, DrawReason.SPLIT))
            drawn = cards.suggest(self.id, self._rounds, wanted)
            cards.lay(self.id, step.id, drawn.card, drawn.reason, drawn.dimension)
            return drawn.card
        card = rng.choice(cards.deck().cards)
        cards.lay(self.id, step.id, card)
        return card

    def _write_on(self, card: ScenarioCard) -> None:
        """Keep what is said about a card's questions; not every room gets to the last one."""
        if self._rng.random() < 0.4:
            thought = self._rng.choice(self._voices.first_thoughts)
            self._add(NoteKind.CARD, f"{card.code}/0", thought)
        voice = self._teller.words.cards.get(card.code)
        notes = voice.notes[: self._rng.randint(2, 4)] if voice else ()
        for prompt, lines in enumerate(notes, 1):
            for line in lines[: self._rng.randint(1, 2)]:
                shown = self._rng.random() < 0.8
                self._add(NoteKind.CARD, f"{card.code}/{prompt}", line, shown=shown)

    def _close(self) -> None:
        rng = self._rng
        for poll, lowest, usual in ((Poll.CONFIDENCE, 0, 3.9), (Poll.RETURN, 1, 3.8)):
            fingers = Counter(
                min(5, max(lowest, round(rng.gauss(usual, 0.6)))) for _one in range(self._expected)
            )
            for answer in sorted(fingers):
                self._show_hands(poll, str(answer), fingers[answer])
        for word in rng.sample(self._voices.words, min(self._plan.headcount, rng.randint(3, 7))):
            self._add(NoteKind.WORD, "", word)
        for text in rng.sample(self._voices.parking, rng.choice((0, 1, 1, 2))):
            self._add(NoteKind.PARKING, "", text, shown=False)

    def _add(self, kind: NoteKind, about: str, text: str, *, shown: bool = True) -> None:
        self._said.append(
            {
                "workshop_id": self.id,
                "kind": kind.value,
                "about": about,
                "text": text,
                "shown": shown,
            }
        )

    def _show_hands(self, poll: Poll, answer: str, count: int) -> None:
        self._shown_hands.append(
            {"workshop_id": self.id, "poll": poll.value, "answer": answer, "count": count}
        )

    def _note_to_self(self, texts: Sequence[str]) -> None:
        step = self._rng.choice(self._steps)
        self._add(NoteKind.PRIVATE, str(step.id), self._rng.choice(texts), shown=False)

    # Agreeing, and coming back

    def _agree_actions(self) -> None:
        for voice in self._choose_actions():
            self._agree(voice)
        if next(self._teller.time_is_up):
            self._leave_a_draft()

    def _choose_actions(self) -> list[_ActionVoice]:
        """Choose what this team has not agreed before, from its picks and its card."""
        focus = self._picks or self._plan.dimensions
        fresh = [v for v in self._teller.words.actions if v.what not in self._memory.agreed_before]
        fitting = [v for v in fresh if v.dimension in focus] or fresh
        chosen = self._rng.sample(fitting, min(self._rng.choice((1, 2, 2, 3)), len(fitting)))
        card = self._teller.words.cards.get(self._card.code) if self._card else None
        if card and card.action not in self._memory.agreed_before:
            chosen.append(self._from_card(card))
        return chosen or [self._rng.choice(self._teller.words.actions)]

    def _from_card(self, card: _CardVoice) -> _ActionVoice:
        voices, rng = self._voices, self._rng
        return _ActionVoice(
            card.action,
            card.owner,
            difference=rng.choice(voices.card_difference),
            first_step=rng.choice(voices.card_first_step),
            how_we_know=rng.choice(voices.card_how_we_know),
            happened=rng.choice(voices.done),
            learnt=rng.choice(voices.done_learnt),
        )

    def _agree(self, voice: _ActionVoice) -> None:
        actions = self._services.actions
        action_id = actions.draft(self.id, self._source(voice))
        actions.write(action_id, self._text(voice))
        actions.agree(action_id)
        self._memory.waiting[action_id] = voice
        self._memory.agreed_before.add(voice.what)
        if self._sitting.state is WorkshopState.DONE and self._rng.random() < 0.2:
            actions.set_state(action_id, ActionState.GOING_ON)

    def _leave_a_draft(self) -> None:
        """Begin an action and leave it unfinished, as meetings do when time is up."""
        voice = self._choose_actions()[0]
        action_id = self._services.actions.draft(self.id, self._source(voice))
        self._services.actions.write(action_id, ActionText(what=voice.what))

    def _source(self, voice: _ActionVoice) -> Source:
        if voice.dimension in self._plan.dimensions:
            return Source(SourceKind.DIMENSION, voice.dimension)
        if self._card and not voice.dimension:
            return Source(SourceKind.CARD, self._card.title)
        return Source()

    def _text(self, voice: _ActionVoice) -> ActionText:
        day, rng = self._sitting.held_on, self._rng
        return ActionText(
            what=voice.what,
            difference=voice.difference,
            owner=voice.owner,
            first_step=voice.first_step,
            first_step_on=day + timedelta(days=rng.randint(1, 7)),
            due=day + timedelta(days=rng.choice((14, 28, 28, 42, 56, 84))),
            how_we_know=voice.how_we_know,
            baseline=voice.baseline,
            target=voice.target,
            review_on=day + timedelta(days=91),
        )

    def _review(self) -> None:
        """Come back to everything that is still open: done, going on or dropped."""
        for action_id, voice in list(self._memory.waiting.items()):
            state = next(self._teller.outcomes)
            self._services.actions.set_state(action_id, state)
            self._tell_how_it_went(action_id, voice, state)
            if not state.open:
                del self._memory.waiting[action_id]

    def _tell_how_it_went(self, action_id: int, voice: _ActionVoice, state: ActionState) -> None:
        voices, rng = self._voices, self._rng
        happened, learnt = voice.happened, voice.learnt
        if state is ActionState.GOING_ON:
            happened, learnt = rng.choice(voices.going_on), rng.choice(voices.going_on_learnt)
        elif state is ActionState.DROPPED:
            happened, learnt = rng.choice(voices.dropped), rng.choice(voices.dropped_learnt)
        self._services.actions.tell(action_id, happened=happened, learnt=learnt)

    def _come_back_later(self) -> None:
        """Tick actions off between meetings, when this was long ago and nobody met since."""
        age = self._teller.today - self._sitting.held_on
        if self._sitting.last and age > timedelta(days=60):
            self._review()


def _role_mix(mix: dict[str, int], headcount: int) -> dict[str, int]:
    """Share the people out over the role levels; rounding down leaves a few unnamed."""
    return {level: headcount * share // 100 for level, share in mix.items()}


def _votes_of(rng: Random, shape: _Shape, voters: int, level: float) -> list[int]:
    """Return votes on the scale around ``level``, lying as ``shape`` says."""
    middle = min(SCALE[-1], max(SCALE[0], round(level)))
    match shape:
        case _Shape.UNANIMOUS:
            return [middle] * voters
        case _Shape.CLOSE:
            low = min(middle, SCALE[-1] - 1)
            return [low + int(rng.random() < 0.5) for _one in range(voters)]
        case _Shape.SPLIT:
            votes = [rng.choice((1, 2, 2) if n % 2 else (4, 4, 5)) for n in range(voters)]
        case _:
            spread = 0.75 if shape is _Shape.MOSTLY else 1.2
            votes = [min(5, max(1, round(rng.gauss(level, spread)))) for _one in range(voters)]
    rng.shuffle(votes)
    return votes
