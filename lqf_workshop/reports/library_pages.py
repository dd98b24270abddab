"""A sheet of the library on paper: the same words as on the screen, in two sizes of print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.library.reference.sheets import Passage, group_name
from lqf_workshop.library.reference.sheets import Row as Words
from lqf_workshop.library.reference.sheets import Sheet as Leaf
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Whole
from lqf_workshop.reports.handout import LARGE, NORMAL, Print, furniture_of, write_story
from lqf_workshop.reports.look import COLOURS, HEADING, MUTED, SMALL
from lqf_workshop.reports.pieces import Heading, badge
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Align, Panel, Row, Ruled, Table
from lqf_workshop.wording import _

_LABELS, _CODES, _BESIDE = 104, 26, 112
"""Widths of the columns for labels, for codes, and for what is compared, in points."""
_LONGEST_CODE = 3
_TALL = 260
"""A passage that is higher may run over to the next page; a lower one stays whole."""


@dataclass(frozen=True, slots=True)
class _Look:
    """The types of a sheet; ``stacked`` sets words below their labels, for large print."""

    title: Type
    lead: Type
    heading: Type
    body: Type
    label: Type
    small: Type
    stacked: bool
    badge: float
    air: float


def _look_of(sizes: Print) -> _Look:
    large = sizes is LARGE
    body = sizes.body if large else replace(MUTED, colour=COLOURS.ink, leading=15, start=True)
    size = (24, 30) if large else (14, 18)
    return _Look(
        title=sizes.title,
        lead=sizes.lead,
        heading=replace(HEADING, size=size[0], leading=size[1], before=2 * sizes.air, after=3),
        body=body,
        label=replace(body, bold=True, colour=COLOURS.accent),
        small=replace(sizes.small, bold=False, keep_with_next=False) if large else SMALL,
        stacked=large,
        badge=1.8 if large else 1.25,
        air=sizes.air,
    )


def write_library_page(
    leaf: Leaf,
    target: BinaryIO | Path,
    *,
    level: str = "",
    level_name: str = "",
    large: bool = False,
    printed_on: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a sheet of the library; with a ``level`` only what somebody of that level reads.

    A file at a path is written whole or not at all; raises WorkshopProblem when the disk
    refuses it.
    """
    sizes = LARGE if large else NORMAL
    look = _look_of(sizes)
    whose = _("Independent of, and not endorsed by, Skills for Care or the NHS.")
    furniture = furniture_of(leaf.title, group_name(leaf.group), whose, sizes, printed_on)
    furniture = replace(furniture, right=_("Library"))
    story = Stack([*_head(leaf, look, level_name if level else ""), *_body(leaf, level, look)])
    write_story(story, furniture, target, cancelled)


def _head(leaf: Leaf, look: _Look, level_name: str) -> Iterator[Block]:
    title = Heading(leaf.title, look.title)
    if leaf.is_dimension:
        code = badge(leaf.mark, look.badge)
        widths = (code.wide, None)
        yield Row((code, title), widths, gap=14, align=Align.MIDDLE, after=6, keep_with_next=True)
    else:
        yield title
    if leaf.subtitle:
        yield Prose(leaf.subtitle, replace(look.lead, after=look.air))
    if level_name:
        words = [Span(_("For one role level:"), True), Span(f" {level_name}")]
        yield Prose(words, replace(look.body, after=look.air))
    if leaf.note:
        yield Panel(
            Prose(leaf.note, look.body),
            COLOURS.accent_soft,
            padding=look.air + 4,
            before=look.air,
            after=look.air,
        )


def _body(leaf: Leaf, level: str, look: _Look) -> Iterator[Block]:
    for passage in leaf.passages:
        yield Whole(Stack(list(_passage(passage, level, look))), tall=_TALL)
    if leaf.source:
        yield Prose(leaf.source, replace(look.small, before=3 * look.air))


def _passage(passage: Passage, level: str, look: _Look) -> Iterator[Block]:
    title = [Span(passage.title)]
    if passage.aside:
        title.append(Span(f"   {passage.aside}", False, COLOURS.muted))
    rows = passage.rows_for(level)
    yield Heading(title, look.heading, level=1)
    if passage.lead:
        yield Prose(passage.lead, replace(look.body, after=4, keep_with_next=bool(rows)))
    codes = all(len(row.label) <= _LONGEST_CODE for row in rows)
    if look.stacked:
        for row in rows:
            yield from _stacked(row, passage.heads, look, codes)
    elif passage.heads:
        yield _compared(rows, passage.heads, look, codes)
    else:
        for row in rows:
            yield _beside_label(row, look, _CODES if codes else _LABELS)


def _beside_label(row: Words, look: _Look, width: float) -> Block:
    """Return a label with its words beside it; without words it heads what follows."""
    if not row.text:
        kind = replace(look.small, bold=True, before=8, after=2, keep_with_next=True)
        return Prose(row.label, kind)
    label, body = (look.small, look.small) if row.quiet else (look.label, look.body)
    return Row((Prose(row.label, label), Prose(row.text, body)), (width, None), before=4, after=3)


def _stacked(
    row: Words, heads: tuple[str, str, str] | None, look: _Look, codes: bool
) -> Iterator[Block]:
    """Yield the words below their label, and what is compared below them under its name."""
    label = replace(look.small if row.quiet else look.label, before=look.air / 2)
    if codes and row.text:
        yield Prose([Span(f"{row.label}  "), Span(row.text, False, COLOURS.ink)], label)
    else:
        if row.label:
            yield Prose(row.label, replace(label, keep_with_next=True))
        if row.text:
            yield Prose(row.text, look.small if row.quiet else look.body)
    if heads and row.beside:
        words = [Span(f"{heads[2]}: ", True), Span(row.beside.replace("\n", ", "))]
        yield Prose(words, replace(look.body, after=4))


def _compared(
    rows: tuple[Words, ...], heads: tuple[str, str, str], look: _Look, codes: bool
) -> Block:
    """Return a table of three columns under their heads."""
    widths = (_CODES, None, None) if codes else (_LABELS, None, _BESIDE)
    small = replace(look.small, bold=True)
    named = Row([Prose(head, small) for head in heads], widths, tags=("TR", "TH"))
    return Table(
        Ruled(named, COLOURS.line, above=4, below=4),
        [_compared_row(row, widths, look) for row in rows],
    )


def _compared_row(row: Words, widths: tuple[float | None, ...], look: _Look) -> Block:
    cells = (Prose(row.label, look.label), Prose(row.text, look.body), Prose(row.beside, look.body))
    return Ruled(Row(cells, widths, tags=("TR", "TD")), COLOURS.line, above=5, below=5)
