"""Scenario cards to cut out: four to a page, each back where its front is on the other side.

A page is turned over like the page of a book, so the backs stand in the other column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.reports.card_parts import dimension_badges, numbered, people
from lqf_workshop.reports.flow import Block, Stack, pages
from lqf_workshop.reports.forms import Poles
from lqf_workshop.reports.letterhead import one_line
from lqf_workshop.reports.look import COLOURS
from lqf_workshop.reports.page import HEIGHT, WIDTH, Label, bound
from lqf_workshop.reports.prose import Prose, Type
from lqf_workshop.reports.rows import Nothing, Row, Ruled
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.wording import _

COLUMNS, ROWS = 2, 2
_SIDE, _EDGE = 26.0, 24.0
"""Air around the words of a card; more than a printer leaves white, and than scissors miss."""
WORDS_WIDTH = WIDTH / COLUMNS - 2 * _SIDE
WORDS_HEIGHT = HEIGHT / ROWS - 2 * _EDGE
_INK, _MUTED = COLOURS.ink, COLOURS.muted


@dataclass(frozen=True, slots=True)
class _Look:
    """The type of a card of a quarter page."""

    title: Type
    story: Type
    question: Type
    script: Type
    label: Type


def _look(title: float, story: float, question: float, script: float) -> _Look:
    small = Type(8.5, 11, _MUTED, bold=True, start=False, before=13, after=1, keep_with_next=True)
    return _Look(
        title=Type(title, title * 1.18, _INK, bold=True, before=10, after=9, tag="H1"),
        story=Type(story, story * 1.4, _INK),
        question=Type(question, question * 1.3, _INK),
        script=Type(script, script * 1.36, _INK),
        label=small,
    )


_STEPS = tuple(
    _look(*sizes)
    for sizes in (
        (24, 17, 14, 11.5),
        (21, 15, 13, 11),
        (19, 13.5, 12, 10.5),
        (17.5, 12.5, 11.5, 10),
        (16, 11.5, 10.5, 9.5),
        (14, 10.5, 10, 9),
        (13, 9.5, 9.5, 9),
    )
)
"""The looks of a side from the largest to the least."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """The sides of one card to cut out; a card with many words takes more than one."""

    card: ScenarioCard
    first: bool
    front: Block
    back: Block


def card_quarters(
    cards: Sequence[ScenarioCard], deck: str, label: Label, cancelled: Callable[[], bool] | None
) -> bytes:
    """Return the PDF: a page of fronts, then the page of their backs, and so on."""
    return bound(_drawn(cards, deck), label, cancelled)


def _drawn(cards: Sequence[ScenarioCard], deck: str) -> Iterator[Callable[[Sheet], None]]:
    laid = [one for card in cards for one in _laid(card, deck)]
    for begin in range(0, len(laid), COLUMNS * ROWS):
        sides = laid[begin : begin + COLUMNS * ROWS]
        yield partial(_page, sides, back=False)
        yield partial(_page, sides, back=True)


def place(number: int, *, back: bool) -> tuple[float, float]:
    """Return the left and the top of a card's words, cards counted as one reads the fronts."""
    row, column = divmod(number, COLUMNS)
    if back:
        column = COLUMNS - 1 - column
    return WIDTH / COLUMNS * column + _SIDE, HEIGHT * (1 - row / ROWS) - _EDGE


def _page(sides: Sequence[_Laid], sheet: Sheet, *, back: bool) -> None:
    sheet.cut(0, HEIGHT / 2, WIDTH, HEIGHT / 2, COLOURS.line)
    sheet.cut(WIDTH / 2, 0, WIDTH / 2, HEIGHT, COLOURS.line)
    for number, laid in enumerate(sides):
        x, top = place(number, back=back)
        if laid.first and not back:
            sheet.bookmark(laid.card.title, 0, top)
        with sheet.inside("Sect"):
            (laid.back if back else laid.front).draw(sheet, x, top, WORDS_WIDTH)


def _laid(card: ScenarioCard, deck: str) -> Iterator[_Laid]:
    """Yield a card's sides; where one side needs more room it goes on to another card."""
    sides = zip_longest(_fronts(card, deck), _backs(card), fillvalue=_goes_on(card))
    for number, (front, back) in enumerate(sides):
        yield _Laid(card, number == 0, front, back)


def _fronts(card: ScenarioCard, deck: str) -> list[Block]:
    """Return the front in the largest look that fits, or else in the least, on several."""
    for look in _STEPS:
        top, foot = Stack(_story(card, look)), _foot(card, deck, look)
        whole = Poles(top, foot, WORDS_HEIGHT)
        if whole.spare(WORDS_WIDTH) >= look.label.before:
            return [whole]
    return _cut(card, [*_story(card, _STEPS[-1]), _foot(card, deck, _STEPS[-1])])


def _backs(card: ScenarioCard) -> list[Block]:
    for look in _STEPS:
        side = Stack(_asked(card, look))
        if side.height(WORDS_WIDTH) <= WORDS_HEIGHT:
            return [side]
    return _cut(card, _asked(card, _STEPS[-1]))


def _cut(card: ScenarioCard, blocks: Sequence[Block]) -> list[Block]:
    """Return sides full of these blocks; each but the first says which card it belongs to."""
    head = _goes_on(card)
    room = WORDS_HEIGHT - head.height(WORDS_WIDTH) - _STEPS[-1].label.before
    first, *others = pages(Stack(blocks), WORDS_WIDTH, WORDS_HEIGHT, room)
    return [first, *(Stack([head, other]) for other in others)]


def _goes_on(card: ScenarioCard) -> Block:
    """Name the card that another one goes on from."""
    return _small_head(_("{0} (continued)").format(card.title), _STEPS[-1])


def _small_head(words: str, look: _Look) -> Block:
    kind = replace(look.label, size=9, leading=11.5, start=True)
    head = Ruled(Prose(words, kind), COLOURS.line, below=5)
    head.after = look.label.before / 2
    return head


def _story(card: ScenarioCard, look: _Look) -> list[Block]:
    """Return what the room may see: badges, title and situation."""
    title = look.title if card.dimensions else replace(look.title, before=0)
    return [
        *dimension_badges(card, {}, look.label, 0.85),
        Prose(card.title, title),
        Prose(card.situation, look.story),
    ]


def _foot(card: ScenarioCard, deck: str, look: _Look) -> Block:
    """Return who is involved, and which card of which deck this is."""
    blocks: list[Block] = []
    if card.involved:
        blocks.append(Prose(_("Who is involved"), replace(look.label, before=0)))
        blocks.append(people(card.involved, look.script))
        blocks.append(Ruled(Nothing(), COLOURS.line, above=6))
    number = Prose(_("Card {0}").format(card.number), replace(look.label, before=5))
    wide = number.natural_width()
    small = replace(look.label, bold=False)
    name = one_line(deck, small, WORDS_WIDTH - wide - 12)
    blocks.append(Row((name, number), (None, wide), before=5))
    return Stack(blocks)


def _asked(card: ScenarioCard, look: _Look) -> list[Block]:
    """Return what the person who leads needs: title, questions and script."""
    blocks: list[Block] = [
        _small_head(card.title, look),
        numbered(card.prompts, look.question, COLOURS.accent),
    ]
    for label, text in ((_("Read aloud"), card.read_aloud), (_("Watch for"), card.watch_for)):
        if text:
            blocks += [Prose(label, look.label), Prose(text, look.script)]
    return blocks
