"""``lqf-workshop list``: the workshops of a library, for people or for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from lqf_workshop.commands.console import knows_every_letter, say
from lqf_workshop.commands.reading import readable, workshops_list
from lqf_workshop.domain.workshop import WorkshopLine, WorkshopState
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.wording import _

AT_ONCE = 500
RIGHT = (0, 3, 4)
"""Columns of numbers, which end in one line."""


def list_workshops(library: Path, *, as_json: bool) -> None:
    """Print every workshop of ``library``, those under way first, then the newest."""
    services = open_services(library, read_only=True)
    try:
        with readable(workshops_list(), library):
            lines = list(every_line(services))
    finally:
        services.close()
    if as_json:
        plain = not knows_every_letter(sys.stdout)
        say(json.dumps([_plain(line) for line in lines], indent=2, ensure_ascii=plain))
    elif lines:
        say(_table(lines))
    else:
        say(_("There are no workshops yet."))


def every_line(services: Services) -> Iterator[WorkshopLine]:
    """Yield every workshop of a library, a page at a time."""
    start = 0
    while page := services.lists.workshops(AT_ONCE, start):
        yield from page
        start += len(page)


def _plain(line: WorkshopLine) -> dict[str, object]:
    return {
        "id": line.id,
        "team": line.team,
        "date": line.held_on.isoformat(),
        "place": line.place,
        "headcount": line.headcount,
        "minutes": line.minutes,
        "state": line.state.value,
        "actions_open": line.actions_open,
        "actions_total": line.actions_total,
    }


def _table(lines: Sequence[WorkshopLine]) -> str:
    rows = [
        (
            _("ID"),
            _("Date"),
            _("State"),
            _("People"),
            _("Minutes"),
            _("Actions"),
            _("Team"),
            _("Place"),
        ),
        *map(_row, lines),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_joined(row, widths) for row in rows)


def _row(line: WorkshopLine) -> tuple[str, ...]:
    return (
        str(line.id),
        line.held_on.isoformat(),
        _state_words(line.state),
        str(line.headcount),
        str(line.minutes),
        _actions_words(line),
        _visible(line.team),
        _visible(line.place),
    )


def _joined(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.rjust(width) if place in RIGHT else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def _state_words(state: WorkshopState) -> str:
    return {
        WorkshopState.PREPARED: _("prepared"),
        WorkshopState.RUNNING: _("running"),
        WorkshopState.DONE: _("done"),
    }[state]


def _actions_words(line: WorkshopLine) -> str:
    if not line.actions_total:
        return ""
    return _("{0} of {1} open").format(line.actions_open, line.actions_total)


def _visible(text: str) -> str:
    """Keep a name from another program's file from steering the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
