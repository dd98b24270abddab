"""Which workshops are one team's: those with the same name in the same organisation."""

from __future__ import annotations

from dataclasses import dataclass

from lqf_workshop.domain.workshop import team_key


@dataclass(frozen=True, slots=True)
class Team:
    """What tells a team from every other: its name and its organisation, as `team_key` has them.

    ``provider`` is "" where nobody named an organisation.
    """

    key: str
    provider: str = ""

    @classmethod
    def of(cls, name: str, provider: str = "") -> Team:
        """Return the team of a name and an organisation as a person wrote them."""
        return cls(team_key(name), team_key(provider))


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Every organisation, as it was written, that has a team of one and the same name.

    Workshops without an organisation go with the only one that has such a team. Where there are
    several, nobody knows whose they are, and they stand by themselves.
    """

    written: frozenset[str]

    @property
    def several(self) -> bool:
        """Whether more than one team has this name."""
        return len({self.provider_of(one) for one in self.written}) > 1

    def provider_of(self, provider: str) -> str:
        """Return the key of the organisation a workshop belongs to, "" for none."""
        named = {team_key(one) for one in self.written} - {""}
        return team_key(provider) or (next(iter(named)) if len(named) == 1 else "")

    def written_by(self, provider: str) -> tuple[str, ...]:
        """Return every way in which the organisation of one of the teams was written."""
        own = self.provider_of(provider)
        return tuple(sorted(one for one in self.written if self.provider_of(one) == own))
