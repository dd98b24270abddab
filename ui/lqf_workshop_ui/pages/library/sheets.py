"""The library as sheets to read: plain values, made once from the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lqf_workshop.wording import _


class Group(Enum):
    """The parts of the library, in the order of the list."""

    CLASSIC = "classic"
    OTHERS = "others"
    IDEAS = "ideas"
    CARDS = "cards"
    AGENDAS = "agendas"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a passage: what it is, and its words.

    ``level`` is a role level's code when the words are about one; ``quiet`` is small print.
    """

    label: str
    text: str
    level: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands together on a sheet and can be jumped to by its ``key``."""

    key: str
    title: str
    lead: str = ""
    rows: tuple[Row, ...] = ()
    aside: str = ""

    @property
    def all_words(self) -> str:
        """Everything that can be read in it, for searching."""
        return "\n".join((self.title, self.lead, *(row.text for row in self.rows)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing to read. ``mark`` is a dimension's code or a number, shown beside its name."""

    key: str
    group: Group
    title: str
    subtitle: str
    passages: tuple[Passage, ...]
    short_title: str = ""
    mark: str = ""
    note: str = ""
    source: str = ""
    by_level: bool = False

    @property
    def is_dimension(self) -> bool:
        """Whether ``mark`` is the code of a dimension, to be shown as a badge."""
        return self.by_level


def group_name(group: Group) -> str:
    """Name a part of the library."""
    return {
        Group.CLASSIC: _("Leadership Qualities Framework"),
        Group.OTHERS: _("Other frameworks"),
        Group.IDEAS: _("Ideas to lead with"),
        Group.CARDS: _("Scenario cards"),
        Group.AGENDAS: _("Agendas with scripts"),
        Group.ABOUT: _("About"),
    }[group]
