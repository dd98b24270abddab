"""What papers for people's hands share: two sizes of print, and what surrounds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.reports.flow import Block
from lqf_workshop.reports.look import COLOURS, LABEL, MUTED, PART, SMALL, TITLE
from lqf_workshop.reports.page import Cancelled, Furniture, compose
from lqf_workshop.reports.prose import Type
from lqf_workshop.reports.tags import ORNAMENT
from lqf_workshop.writing import write_whole


@dataclass(frozen=True, slots=True)
class Print:
    """The type and the room of a sheet; lengths in points."""

    title: Type
    lead: Type
    name: Type
    body: Type
    small: Type
    furniture: Type
    box: float
    pitch: float
    air: float


NORMAL = Print(
    title=replace(TITLE, after=4),
    lead=MUTED,
    name=replace(PART, before=0, after=0, leading=15),
    body=Type(10, 13, COLOURS.ink),
    small=LABEL,
    furniture=replace(SMALL, start=False, tag=ORNAMENT),
    box=15,
    pitch=23,
    air=7,
)
LARGE = Print(
    title=Type(32, 38, COLOURS.ink, bold=True, start=False, after=8, keep_with_next=True, tag="H1"),
    lead=Type(18, 24, COLOURS.muted, start=False),
    name=Type(20, 26, COLOURS.ink, bold=True, keep_with_next=True, tag="H3"),
    body=Type(18, 24, COLOURS.ink),
    small=Type(18, 24, COLOURS.muted, bold=True, start=False),
    furniture=Type(18, 24, COLOURS.muted, start=False, tag=ORNAMENT),
    box=26,
    pitch=36,
    air=18,
)


def furniture_of(
    name: str, team: str, promise: str, look: Print, printed_on: date | None
) -> Furniture:
    """Return what surrounds a sheet; what the file says of itself does not name the team."""
    return Furniture(
        title=name,
        subject=name,
        left=team,
        right=name,
        again=name,
        foot=promise,
        printed_on=printed_on or date.today(),
        kind=look.furniture,
    )


def write_story(
    story: Block,
    furniture: Furniture,
    target: BinaryIO | Path,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Write a paper whole or not at all; nothing once ``cancelled`` says yes."""
    try:
        content = compose(story, furniture, cancelled)
    except Cancelled:
        return
    write_whole(content, target)
