"""Tell teams of the same name apart, for lists that are read without the object mapper."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from lqf_workshop.domain.team import Namesakes, Team
from lqf_workshop.wording import _


def gathered(keys: Iterable[str], rows: Iterable[tuple[str, str]]) -> dict[str, Namesakes]:
    """Return who shares each name, from rows of a name and an organisation."""
    written: dict[str, set[str]] = defaultdict(set)
    for key, provider in rows:
        written[key].add(provider)
    return {key: Namesakes(frozenset(written[key])) for key in keys}


def namesakes(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Namesakes]:
    """Return, for the key of each name, every organisation that has a team of that name."""
    wanted = sorted(set(keys))
    if not wanted:
        return {}
    rows = connection.execute(
        f"SELECT DISTINCT team_key, provider FROM workshop WHERE team_key IN ({marks(wanted)})",
        wanted,
    )
    return gathered(wanted, ((row[0], row[1]) for row in rows))


def every_team(connection: sqlite3.Connection) -> list[tuple[Team, Namesakes]]:
    """Return every team of a library, and who shares its name."""
    rows = connection.execute("SELECT DISTINCT team_key, provider FROM workshop")
    pairs = [(row[0], row[1]) for row in rows]
    names = gathered({key for key, _provider in pairs}, pairs)
    teams = {Team(key, names[key].provider_of(provider)): names[key] for key, provider in pairs}
    return list(teams.items())


def marks(values: Iterable[object]) -> str:
    """Return the place holders of some values."""
    return ", ".join("?" for _value in values)


def shown_name(team: str, provider: str, names: Namesakes) -> str:
    """Name a team; its organisation stands beside it where another team has the same name."""
    if not names.several:
        return team
    return _("{0} ({1})").format(team, provider or _("no organisation"))
