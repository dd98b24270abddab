"""Who meets: every team of every service, in an order of the seed's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from lqf_workshop.domain.workshop import HEADCOUNT_ALLOWED
from lqf_workshop.services.sample.words import TeamKind, all_words


@dataclass(frozen=True, slots=True)
class Team:
    """One team of one service."""

    name: str
    rooms: tuple[str, ...]
    provider: str
    facilitator: str
    kind: TeamKind


def all_teams(seed: int) -> list[Team]:
    """Return every team in an order of the seed's: all kinds of team before one comes again.

    The first team is of the usual size, and the second of under five people.
    """
    rng = Random(f"{seed}/teams")
    file = all_words().teams
    kinds = {kind.code: kind for kind in file.kinds}
    found = [
        Team(
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


def _of_usual_size(team: Team) -> bool:
    return team.kind.low > 5 and team.kind.high < 15


def _of_under_five(team: Team) -> bool:
    return team.kind.low == HEADCOUNT_ALLOWED.start
