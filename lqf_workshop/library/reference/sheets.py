"""The library as sheets to read: plain values, made once from the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lqf_workshop.domain.framework import FrameworkEdition, NhsMap
from lqf_workshop.wording import _, long_date


class Group(Enum):
    """The parts of the library, in the order of the list."""

    CLASSIC = "classic"
    MINE = "mine"
    OTHERS = "others"
    IDEAS = "ideas"
    TAXONOMY = "taxonomy"
    CONSTRUCTS = "constructs"
    SYSTEMS = "systems"
    MORE_ACTIVITIES = "more-activities"
    CARDS = "cards"
    AGENDAS = "agendas"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a passage: what it is, and its words.

    ``levels`` are the codes of role levels when the words are about some only; ``quiet`` is
    small print; ``beside`` stands in a third column, for what is compared.
    """

    label: str
    text: str
    levels: tuple[str, ...] = ()
    quiet: bool = False
    beside: str = ""

    def is_for(self, level: str) -> bool:
        """Whether somebody of a role level reads it; an empty code reads everything."""
        return not level or not self.levels or level in self.levels


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands together on a sheet and can be jumped to by its ``key``.

    ``heads`` name the three columns of a comparison. An ``echo`` stands on another sheet too,
    where a search finds it.
    """

    key: str
    title: str
    lead: str = ""
    rows: tuple[Row, ...] = ()
    aside: str = ""
    heads: tuple[str, str, str] | None = None
    echo: bool = False

    @property
    def all_words(self) -> str:
        """Everything that can be read in it, for searching."""
        rows = (text for row in self.rows for text in (row.text, row.beside) if text)
        return "\n".join((self.title, self.lead, *rows))

    def rows_for(self, level: str) -> tuple[Row, ...]:
        """Return the rows that somebody of a role level reads; all with an empty code."""
        return tuple(row for row in self.rows if row.is_for(level))


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
        return self.by_level and bool(self.mark)


def group_name(group: Group) -> str:
    """Name a part of the library."""
    return {
        Group.CLASSIC: _("Leadership Qualities Framework"),
        Group.MINE: _("For yourself"),
        Group.OTHERS: _("Other frameworks"),
        Group.IDEAS: _("Ideas to lead with"),
        Group.TAXONOMY: _("Activities: ways of working"),
        Group.CONSTRUCTS: _("Activities: kinds and key ideas"),
        Group.SYSTEMS: _("Activities: systems leadership"),
        Group.MORE_ACTIVITIES: _("Activities on a scenario card"),
        Group.CARDS: _("Scenario cards"),
        Group.AGENDAS: _("Agendas with scripts"),
        Group.ABOUT: _("About"),
    }[group]


def checked(source: str, of: FrameworkEdition | NhsMap) -> str:
    """Say where words come from, and on which day somebody looked."""
    return _("{0} Checked on {1}.").format(source, long_date(of.checked_on))
