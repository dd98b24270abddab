"""How many came: a sheet for numbers, with no room for a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import TickBox, Whole
from lqf_workshop.reports.handout import LARGE, Print, furniture_of
from lqf_workshop.reports.look import COLOURS
from lqf_workshop.reports.page import Furniture
from lqf_workshop.reports.pieces import Heading
from lqf_workshop.reports.prose import Prose
from lqf_workshop.reports.rows import Align, Nothing, Row, Ruled
from lqf_workshop.wording import _, long_date, people

_PLANNED = 110.0


def headcount_sheet(
    meeting: Meeting, look: Print, printed_on: date | None
) -> tuple[Block, Furniture]:
    """Return the sheet: who is expected as numbers, and boxes for how many came."""
    plan = meeting.workshop.plan
    promise = _("Numbers only. Please write no names.")
    furniture = furniture_of(_("How many came"), plan.team, promise, look, printed_on)
    return Stack(list(_story(meeting, look))), replace(furniture, provider=plan.provider)


def _story(meeting: Meeting, look: Print) -> Iterator[Block]:
    plan = meeting.workshop.plan
    yield Heading(_("How many came"), look.title)
    facts = " · ".join(part for part in (plan.team, long_date(plan.held_on), plan.place) if part)
    yield Prose(facts, replace(look.lead, after=look.air))
    lead = _("Count people at the start and write the numbers into the boxes. No names are needed.")
    yield Prose(lead, replace(look.body, after=look.air * 2))
    yield Ruled(Nothing(), COLOURS.ink)
    yield _line(_("Everyone who takes part"), people(plan.headcount), look)
    for level in meeting.edition.levels:
        expected = plan.role_mix.get(level.code, 0)
        yield _line(level.name, people(expected) if expected else "", look)
    yield _line(_("Came late"), "", look)
    yield _line(_("Left early"), "", look)
    words = _("If the number is not the one planned, change it in the app before you vote.")
    yield Prose(words, replace(look.body, before=look.air * 2))


def _line(what: str, expected: str, look: Print) -> Block:
    """Return what is counted, how many are expected, and a box for the number."""
    told = _("{0} expected").format(expected) if expected else ""
    name = Prose(what, replace(look.name, keep_with_next=False))
    note = Prose(told, replace(look.body, colour=COLOURS.muted))
    box = TickBox(look.box * 2.2)
    if look is LARGE:
        row = Row((Stack([name, note]), box), (None, look.box * 2.2), align=Align.MIDDLE)
    else:
        row = Row((name, note, box), (None, _PLANNED, look.box * 2.2), align=Align.MIDDLE)
    return Whole(Ruled(row, COLOURS.line, above=look.air, below=look.air))
