"""How a team votes, picks what to talk about, and votes again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from random import Random
from statistics import median

from lqf_workshop.domain.agenda import AgendaStep
from lqf_workshop.domain.focus import HIGH_FROM, lowest_of, most_split, placings, weakest
from lqf_workshop.domain.meeting import NoteKind, Part, Poll, Stop
from lqf_workshop.domain.rating import CANT_SEE, RevealedRound
from lqf_workshop.domain.subject import dimension_code
from lqf_workshop.domain.trend import Felt
from lqf_workshop.services.sample.room import Room
from lqf_workshop.services.sample.votes import Shape, any_shape, votes_of
from lqf_workshop.services.sample.words import all_words

USUAL_LEVEL = {"PQ": 3.4, "WO": 3.2, "MS": 2.8, "IS": 3.1, "SD": 2.8, "CV": 2.6, "DS": 2.5}
LONGEST_TURN = 12
"""Passing the laptop takes too long in a larger room; there, hands are counted."""


class Voting:
    """The votes of one meeting."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._rng = room.rng
        self._services = room.services
        self._heard = all_words().voices.heard

    def rate_all(self) -> None:
        """Vote on every dimension of the plan, and on the elements of some."""
        for subject in self._services.meetings.read(self._room.id).rated:
            self._rate(subject.code, self._votes(subject.code))

    def look_at_last_time(self) -> None:
        """Say how many were here before, and whether it is better than last time.

        Its own chances, so that a team's votes do not depend on it.
        """
        room, memory = self._room, self._room.memory
        rng = Random(f"{room.sitting.team.name}/{room.sitting.held_on}")
        rated = {one.subject for one in room.rounds if one.subject == dimension_code(one.subject)}
        if memory.rated:
            here = round(room.plan.headcount * rng.choice((0.5, 0.7, 0.8, 0.9, 1)))
            self._services.trends.say_same_people(room.id, here)
        for code in sorted(rated & memory.rated):
            hands = Counter(rng.choices(list(Felt), (5, 4, 1), k=room.plan.headcount))
            for felt, count in hands.items():
                room.show_hands(Poll.FELT, f"{code}:{felt.value}", count)
        memory.rated |= rated

    def rate_skills(self, step: AgendaStep) -> None:
        """Vote on the skills for the issue in hand, and promise to practise one thing."""
        skills = self._services.meetings.read(self._room.id).skills_of(step.id)
        for skill in skills:
            self._rate(skill.code, self._votes(skill.code))
        lowest = lowest_of(self._room.rounds, [skill.code for skill in skills])
        self._room.skill = next((s.name for s in skills if s.code in lowest), "")
        pledge = self._rng.choice(all_words().voices.pledges)
        self._room.add(NoteKind.PLEDGE, str(step.id), pledge)

    def _votes(self, code: str) -> list[int]:
        """Return everybody's answers on a dimension, in no order."""
        rng = self._rng
        shape = any_shape(rng)
        grown = min(0.8, 0.15 * self._room.memory.meetings)
        usual = Random(f"{self._room.sitting.team.name}/{code}").gauss(
            USUAL_LEVEL.get(dimension_code(code), 3.0), 0.45
        )
        present = self._room.expected - (rng.randint(1, 2) if rng.random() < 0.12 else 0)
        votes = votes_of(rng, shape, present, usual + grown)
        blind = 0.18 if code in ("CV", "DS") else 0.03
        if shape is not Shape.UNANIMOUS and len(votes) > 3:
            votes = [CANT_SEE if rng.random() < blind else vote for vote in votes]
        return votes if any(votes) else [3] * len(votes)

    def _rate(self, code: str, votes: Sequence[int]) -> None:
        """Open a round, take the votes and reveal it."""
        voting = self._services.ratings.open_round(self._room.id, code)
        self._take(code, votes)
        tally = self._services.ratings.reveal(self._room.id, code)
        self._room.rounds.append(RevealedRound(code, voting.number, tally, voting.expected))

    def _take(self, code: str, votes: Sequence[int]) -> None:
        """Take votes as this room gives them: counted hands, the laptop passed on, or both."""
        by_hand = len(votes)
        if self._room.way == "laptop" and len(votes) <= LONGEST_TURN:
            by_hand = 0
        elif self._room.way == "both":
            by_hand = max(0, len(votes) - 3)
        ratings, pairs = self._services.ratings, list(zip(votes, self._levels(), strict=False))
        for (answer, level), count in sorted(Counter(pairs[:by_hand]).items()):
            ratings.count_hands(self._room.id, code, answer, count, level=level)
        for answer, level in pairs[by_hand:]:
            ratings.cast(self._room.id, code, answer, level)

    def _levels(self) -> Iterable[str]:
        """Return whose votes these are, where this room looks at role levels; else nobody's."""
        mix = self._room.plan.role_mix if self._room.plan.by_level else {}
        told = chain.from_iterable(repeat(level, count) for level, count in mix.items())
        return chain(told, repeat(""))

    def vote_part_way(self, step: AgendaStep) -> None:
        """Vote on two dimensions, and stop in the middle of the vote on a third."""
        *rated, voting = self._room.plan.dimensions[:3]
        for code in rated:
            self._rate(code, self._votes(code))
        self._services.ratings.open_round(self._room.id, voting)
        votes = self._votes(voting)
        self._take(voting, votes[: max(1, len(votes) * 2 // 3)])
        self._services.runs.go(self._room.id, Stop(step.id, Part.VOTE, voting))

    def focus(self) -> None:
        """Pick one or two dimensions, talk about them, and vote again where it is worth it."""
        placed = placings(self._room.rounds)
        found = [place.subject for place in (weakest(placed), most_split(placed)) if place]
        self._room.picks = tuple(dict.fromkeys(found))[: self._rng.choice((1, 2, 2))]
        for code in self._room.picks:
            self._services.runs.pick(self._room.id, code)
            self._hear(code)
            if next(self._room.turns.worth_a_second_vote):
                self._rate(code, self._second_votes(code))
        self._room.memory.picks = self._room.picks

    def _second_votes(self, code: str) -> list[int]:
        """Return the votes after a talk: some move towards the middle, some stay."""
        tally = next(r for r in self._room.rounds if r.subject == code).tally
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
        heard = self._heard.get(code)
        tally = next(r for r in self._room.rounds if r.subject == code).tally
        if heard is None or tally.median is None:
            return
        lines = heard.high if tally.median >= HIGH_FROM else heard.low
        said = self._rng.sample(lines, min(2, len(lines)))
        if self._rng.random() < 0.3:
            said.append(self._rng.choice(heard.high))
        for line in dict.fromkeys(said):
            kind = NoteKind.QUOTE if self._rng.random() < 0.25 else NoteKind.HEARD
            self._room.add(kind, code, line, shown=self._rng.random() < 0.7)
