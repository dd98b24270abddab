"""Kinds of blocks, columns and take-aways by their plain names."""

from __future__ import annotations

from lqf_workshop.domain.activity import Activity, BlockKind, ColumnKind, Takes
from lqf_workshop.wording import _, ngettext


def block_name(kind: BlockKind) -> str:
    """Name a kind of block."""
    return {
        BlockKind.LIST: _("A list"),
        BlockKind.TABLE: _("A table"),
        BlockKind.QUADRANTS: _("Four quadrants"),
        BlockKind.CORNERS: _("Three corners"),
        BlockKind.COLUMNS: _("Lists side by side"),
        BlockKind.SCALE: _("A scale from 1 to 5"),
        BlockKind.SORT: _("Sorting onto piles"),
        BlockKind.TEXT: _("One text"),
        BlockKind.PRIVATE: _("A private sheet"),
    }[kind]


def block_use(kind: BlockKind) -> str:
    """Say in a sentence how a kind of block is filled in."""
    return {
        BlockKind.LIST: _("One line under the other."),
        BlockKind.TABLE: _("Each line has columns. With fixed rows, each row is one line."),
        BlockKind.QUADRANTS: _("Two axes make four places to write in."),
        BlockKind.CORNERS: _("Three places to write in, looked at together."),
        BlockKind.COLUMNS: _("Two to five lists beside each other."),
        BlockKind.SCALE: _("Each statement gets a point from 1 to 5."),
        BlockKind.SORT: _("Lines are collected first, then each is put on a pile."),
        BlockKind.TEXT: _("One sentence or two that the team agrees on."),
        BlockKind.PRIVATE: _("Everybody writes alone. It is never shown and never stored."),
    }[kind]


def places_name(kind: BlockKind) -> str:
    """Name the places of a kind of block."""
    return {
        BlockKind.QUADRANTS: _("Quadrants"),
        BlockKind.CORNERS: _("Corners"),
        BlockKind.COLUMNS: _("Lists"),
        BlockKind.SCALE: _("Fixed statements"),
        BlockKind.SORT: _("Piles"),
    }.get(kind, _("Fixed rows"))


def place_name(kind: BlockKind) -> str:
    """Name one place of a kind of block."""
    return {
        BlockKind.QUADRANTS: _("Quadrant"),
        BlockKind.CORNERS: _("Corner"),
        BlockKind.COLUMNS: _("List"),
        BlockKind.SCALE: _("Statement"),
        BlockKind.SORT: _("Pile"),
    }.get(kind, _("Row"))


def add_words(kind: BlockKind, *, column: bool) -> str:
    """Say what a button does that adds a column or a place to a kind of block."""
    if column:
        return _("Add a column")
    return {
        BlockKind.COLUMNS: _("Add a list"),
        BlockKind.SCALE: _("Add a statement"),
        BlockKind.SORT: _("Add a pile"),
    }.get(kind, _("Add a row"))


def column_kind_name(kind: ColumnKind) -> str:
    """Name what a column holds."""
    return {
        ColumnKind.TEXT: _("Words"),
        ColumnKind.CHOICE: _("One of some answers"),
        ColumnKind.POINTS: _("A point, 1 to 5"),
        ColumnKind.COUNT: _("A count"),
    }[kind]


def takes_name(takes: Takes) -> str:
    """Name what a team takes away from a block."""
    return {
        Takes.NOTHING: _("Nothing"),
        Takes.ACTIONS: _("Actions"),
        Takes.AGREEMENTS: _("Agreements"),
        Takes.QUESTION: _("A question to go on with"),
        Takes.WATCH: _("Something to watch"),
    }[takes]


def end_names(ends: int) -> tuple[str, ...]:
    """Name the ends of a scale, or those of two axes."""
    if ends == 2:
        return _("1 means"), _("5 means")
    return _("Left end"), _("Right end"), _("Bottom end"), _("Top end")


def step_title(activity: Activity, number: int) -> str:
    """Return a step's title, or its number while it has none."""
    return activity.steps[number].name.strip() or _("Step {0}").format(number + 1)


def steps_words(number: int) -> str:
    """Say how many steps there are."""
    return ngettext("{n} step", "{n} steps", number)


def to_mend(number: int) -> str:
    """Say how much is not right yet."""
    return ngettext("{n} thing to mend", "{n} things to mend", number)
