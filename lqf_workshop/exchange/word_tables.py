"""The words of a workshop as tables: what was said to the room, and what was worked on."""

from __future__ import annotations

from collections.abc import Iterator

from lqf_workshop.domain.canvas import Canvas, Line
from lqf_workshop.domain.summary import CardNotes, Filled, WorkshopSummary
from lqf_workshop.exchange.tables import Column, Row, Table
from lqf_workshop.scenes.explored import held_words, taken_titles
from lqf_workshop.wording import _


def notes_table(summary: WorkshopSummary) -> Table:
    """Return what was said, each with what it was about; the facilitator's own notes never."""
    columns = (Column(_("Kind"), 24), Column(_("About"), 34), Column(_("Words"), 90))
    return Table(_("Notes said to the room"), columns, tuple(_notes(summary)))


def _notes(summary: WorkshopSummary) -> Iterator[Row]:
    for result in summary.results:
        name = result.subject.short_name
        yield from ((_("What we heard"), name, text) for text in result.heard)
        yield from ((_("Exact words"), name, text) for text in result.quotes)
    yield from ((_("Strength"), None, text) for text in summary.stories)
    for title, texts in summary.talks:
        yield from ((_("Talk"), title, text) for text in texts)
    for one in summary.skills:
        yield from ((_("What we will practise"), one.issue or None, text) for text in one.pledges)
    yield from ((_("Parking space"), None, text) for text in summary.parking)
    yield from ((_("One word to finish"), None, text) for text in summary.words)


def explored_table(summary: WorkshopSummary) -> Table:
    """Return what stands on cards and in activities, and what the team takes away."""
    columns = (
        Column(_("Card or activity"), 30),
        Column(_("Part"), 40),
        Column(_("Words"), 80),
        Column(_("Dots"), 8),
    )
    return Table(_("Cards and activities"), columns, tuple(_explored(summary)))


def _explored(summary: WorkshopSummary) -> Iterator[Row]:
    for card in summary.cards:
        yield from _card(card)
    for activity in summary.activities:
        yield from _filled(activity.name, activity.filled)
    titles = taken_titles()
    for taken in summary.taken:
        yield from ((taken.source, titles[taken.takes], text, None) for text in taken.lines)


def _card(card: CardNotes) -> Iterator[Row]:
    yield (card.title, _("What the card tells"), card.situation, None)
    for prompt in card.prompts:
        yield from ((card.title, prompt.prompt, text, None) for text in prompt.notes)
    for pile in card.piles:
        part = _("Pile: {0}").format(pile.name) if pile.name else _("Answer with dots")
        for place, text in enumerate(pile.notes):
            yield (card.title, part, text, None if place else pile.dots)
    yield from _filled(card.title, card.filled)


def _filled(name: str, filled: Filled) -> Iterator[Row]:
    for canvas in filled.canvases:
        for box in canvas.boxes:
            part = ": ".join(text for text in (canvas.name, box.name) if text)
            for line in box.lines:
                if words := _line(canvas, line):
                    yield (name, part, words, None)
    yield from ((name, block, held_words(block), None) for block in filled.held_back)


def _line(canvas: Canvas, line: Line) -> str:
    """Say a line in one cell: what it is about, then each field under its name."""
    written = [cell for cell in line.cells if cell.text]
    if canvas.fixed and not written:
        return ""
    named = len(line.cells) > 1 or bool(line.title)
    fields = [f"{cell.name}: {cell.text}" if named and cell.name else cell.text for cell in written]
    return "\n".join(text for text in (line.title, *fields) if text)
