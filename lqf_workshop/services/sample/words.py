"""What the sample is made of: the words in resources/sample/*.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lqf_workshop.library.reading import read_file


@dataclass(frozen=True, slots=True)
class TeamKind:
    """One kind of team: how many people it has, and how many in a hundred at each level."""

    name: str
    low: int
    high: int
    mix: dict[str, int]


@dataclass(frozen=True, slots=True)
class ServiceKind:
    """One kind of service: its rooms and its teams."""

    code: str
    rooms: tuple[str, ...]
    teams: tuple[TeamKind, ...]


@dataclass(frozen=True, slots=True)
class ServiceNames:
    """A provider with services of one kind."""

    kind: str
    provider: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamsFile:
    """Who meets: ``teams.toml``."""

    facilitators: tuple[str, ...]
    kinds: tuple[ServiceKind, ...]
    services: tuple[ServiceNames, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said about a dimension after a low and after a high vote."""

    low: tuple[str, ...]
    high: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """What people say and write in a meeting: ``voices.toml``."""

    first_thoughts: tuple[str, ...]
    talk: tuple[str, ...]
    parking: tuple[str, ...]
    pledges: tuple[str, ...]
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
    heard: dict[str, Heard]
    stories: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CardVoice:
    """What is said about the questions of a scenario card, and the action it leads to."""

    code: str
    notes: tuple[tuple[str, ...], ...]
    action: str
    owner: str


@dataclass(frozen=True, slots=True)
class CardsFile:
    """What is said about every scenario card: ``cards.toml``."""

    cards: tuple[CardVoice, ...]


@dataclass(frozen=True, slots=True)
class ActionVoice:
    """An action in its team's words, and what came of it."""

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
class ActionsFile:
    """What teams agree to do: ``actions.toml``."""

    actions: tuple[ActionVoice, ...]


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One line that a team wrote into a block of an activity."""

    block: str
    words: dict[str, str]
    place: str = ""


@dataclass(frozen=True, slots=True)
class ActivityVoice:
    """What a team wrote into one activity."""

    code: str
    lines: tuple[ToldLine, ...]


@dataclass(frozen=True, slots=True)
class ActivitiesFile:
    """What teams wrote into activities: ``activities.toml``."""

    activities: tuple[ActivityVoice, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All that is said in the sample."""

    teams: TeamsFile
    voices: Voices
    cards: dict[str, CardVoice]
    actions: tuple[ActionVoice, ...]
    activities: tuple[ActivityVoice, ...]


@cache
def all_words() -> Words:
    """Return the words of the sample; they are read once."""
    cards = read_file(CardsFile, "sample", "cards.toml").cards
    return Words(
        read_file(TeamsFile, "sample", "teams.toml"),
        read_file(Voices, "sample", "voices.toml"),
        {card.code: card for card in cards},
        read_file(ActionsFile, "sample", "actions.toml").actions,
        read_file(ActivitiesFile, "sample", "activities.toml").activities,
    )
