"""A scenario card on a page of its own, in normal or in large print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lqf_workshop.domain.scenario import Fact, ScenarioCard
from lqf_workshop.reports.card_parts import dimension_badges, numbered, people
from lqf_workshop.reports.flow import Block, Stack
from lqf_workshop.reports.forms import Whole
from lqf_workshop.reports.look import COLOURS, LABEL, SMALL, TITLE
from lqf_workshop.reports.page import COLUMN, Furniture, Label, furnished
from lqf_workshop.reports.pieces import Heading
from lqf_workshop.reports.prose import Prose, Span, Type
from lqf_workshop.reports.rows import Nothing, Panel, Ruled
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.reports.tags import ORNAMENT
from lqf_workshop.wording import _, month

BLACK = "#000000"
_TALLEST = 560
"""Questions stay together on a page unless they are higher than this, in points."""


@dataclass(frozen=True, slots=True)
class _Look:
    """The type of a card's parts, and the air between them in points."""

    title: Type
    story: Type
    part: Type
    body: Type
    question: Type
    small: Type
    number: str
    air: float
    badge: float
    panel: bool = True


def _normal(story: float, question: float) -> _Look:
    """Return the normal look with a situation and questions of these sizes."""
    ink, title = COLOURS.ink, max(TITLE.size, story * 1.25)
    return _Look(
        title=replace(TITLE, size=title, leading=title * 1.18, after=10, start=True),
        story=Type(story, story * 1.42, ink),
        part=replace(LABEL, size=10, leading=14, before=16, after=4, tag="H2"),
        body=Type(11.5, 16, ink),
        question=Type(question, question * 1.36, ink),
        small=replace(SMALL, before=1),
        number=COLOURS.accent,
        air=16,
        badge=1,
    )


_STEPS = (
    (30, 18),
    (26, 16.5),
    (23, 15),
    (20, 14.5),
    (17.5, 13.5),
    (15.5, 12.5),
    (13.5, 12),
    (12, 11.5),
)
"""Sizes of the situation and the questions, from the largest to the least."""
_LARGE = _Look(
    title=Type(32, 38, BLACK, bold=True, after=12, keep_with_next=True, tag="H1"),
    story=Type(22, 31, BLACK),
    part=Type(
        20, 26, BLACK, bold=True, start=False, before=22, after=6, keep_with_next=True, tag="H2"
    ),
    body=Type(18, 25, BLACK),
    question=Type(20, 27, BLACK),
    small=Type(18, 25, BLACK, before=2),
    number=BLACK,
    air=20,
    badge=1.8,
    panel=False,
)


def card_pages(
    cards: Sequence[ScenarioCard],
    deck: str,
    names: Mapping[str, str],
    label: Label,
    large: bool,
    cancelled: Callable[[], bool] | None,
) -> list[Callable[[Sheet], None]]:
    """Return what draws the pages, of which each card begins one. Raises Cancelled."""
    furniture = _furniture(deck, label, large)
    room = min(furniture.top(1), furniture.top(2)) - furniture.bottom()
    blocks: list[Block] = []
    for card in cards:
        laid = _large(card, names) if large else _fitted(card, names, room)
        laid[0].new_page = True
        blocks += laid
    return furnished(Stack(blocks), furniture, cancelled)


def _furniture(deck: str, label: Label, large: bool) -> Furniture:
    kind = replace(SMALL, start=False, tag=ORNAMENT)
    if large:
        kind = Type(18, 24, BLACK, start=False, tag=ORNAMENT)
    return Furniture(
        title=label.title,
        subject=label.subject,
        left=deck,
        right="",
        again=deck,
        foot=_("An invented situation. There is no single right answer."),
        printed_on=label.printed_on,
        kind=kind,
    )


def _fitted(card: ScenarioCard, names: Mapping[str, str], room: float) -> list[Block]:
    """Lay a card out in the largest sizes that one page holds, or else in the least."""
    blocks: list[Block] = []
    for story, question in _STEPS:
        blocks = _front(card, names, _normal(story, question))
        blocks += _facts(card.facts, _normal(story, question))
        if Stack(blocks).height(COLUMN) <= room:
            break
    return blocks


def _large(card: ScenarioCard, names: Mapping[str, str]) -> list[Block]:
    """Lay a card out with all it has: it is led from this page too."""
    return [*_front(card, names, _LARGE), *_script(card, _LARGE), *_facts(card.facts, _LARGE)]


def _front(card: ScenarioCard, names: Mapping[str, str], look: _Look) -> list[Block]:
    """Return what the room may read: the situation, who is in it, and the questions."""
    number = replace(look.part, before=0, after=2)
    blocks: list[Block] = [
        Prose(_("Card {0}").format(card.number), replace(number, tag="P")),
        Heading(card.title, look.title),
    ]
    blocks += dimension_badges(card, names, look.body, look.badge)
    blocks.append(_story(card.situation, look))
    if card.involved:
        blocks.append(Prose(_("Who is involved"), look.part))
        blocks.append(people(card.involved, look.body))
    asked = [
        Prose(_("Questions"), look.part),
        numbered(card.prompts, look.question, look.number),
    ]
    blocks.append(Whole(Stack(asked), tall=_TALLEST))
    blocks += _goes_with(card, names, look)
    return blocks


def _story(text: str, look: _Look) -> Block:
    if not look.panel:
        return Prose(text, replace(look.story, before=look.air, after=look.air))
    panel = Panel(Prose(text, look.story), COLOURS.accent_soft, padding=18)
    panel.before = panel.after = look.air
    return panel


def _goes_with(card: ScenarioCard, names: Mapping[str, str], look: _Look) -> list[Block]:
    """Say for whom the card is and which ways of working it goes with."""
    parts = (
        (_("Role levels"), [names.get(code, code) for code in card.levels]),
        (_("Ideas to lead with"), [names.get(code, code) for code in card.ideas]),
    )
    small = replace(look.small, before=look.air * 0.7)
    return [
        Prose([Span(f"{label}: ", bold=True), Span(", ".join(found))], small)
        for label, found in parts
        if found
    ]


def _script(card: ScenarioCard, look: _Look) -> list[Block]:
    """Return what only the person who leads needs."""
    return [
        block
        for label, text in (
            (_("Read aloud"), card.read_aloud),
            (_("Watch for"), card.watch_for),
        )
        if text
        for block in (Prose(label, look.part), Prose(text, look.body))
    ]


def _facts(facts: Sequence[Fact], look: _Look) -> list[Block]:
    """Return each fact with where it is from and when it was checked."""
    if not facts:
        return []
    line = Ruled(Nothing(), COLOURS.line, keep_with_next=True)
    line.before = look.air
    blocks: list[Block] = [line, Prose(_("Facts"), replace(look.part, before=8))]
    body = (
        replace(look.body, size=min(look.body.size, 10), leading=13.5) if look.panel else look.body
    )
    for fact in facts:
        told = _("{0} · checked on {1}").format(fact.source, _day(fact.checked_on))
        blocks.append(Prose(fact.text, replace(body, before=6, keep_with_next=True)))
        blocks.append(Prose(told, look.small))
    return blocks


def _day(day: date) -> str:
    return f"{day.day} {month(day)} {day.year}"
