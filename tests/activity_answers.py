"""Answers to any activity, for tests of the paper, the screens and the summary."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lqf_workshop.domain.activity import Activity, ActivityRun, Block, BlockKind, ColumnKind, Entry
from lqf_workshop.domain.scenario import ScenarioCard
from tests.builders import SHELF

SENTENCES = (
    "Nights wait until seven.",
    "Handover tells us what was done, and hardly ever what it was like for the person.",
    "The plan was written the week after a fall, when everyone was frightened, and nobody has "
    "read it with her since; so on a thin shift it says no on our behalf.",
    "We ask her.",
    "Agency staff get the list but not the story behind it.",
)


def filled(
    activity: Activity, people: int, card: ScenarioCard | None = None, *, held: bool = False
) -> ActivityRun:
    """Return an activity as so many people may fill it in; every text stands there once.

    Without a ``card`` it is about the first one of the deck. Private blocks stay empty, as
    always. What is held is shown, unless ``held``.
    """
    if card is None:
        deck = SHELF.deck()
        card = deck.cards[0] if deck else None
    run = ActivityRun(1, 1, activity, card)
    numbers = count(1)
    entries = tuple(
        Entry(next(numbers), block.code, place, dict(_words(block, f"{block.code}{n}{place}", n)))
        for block in activity.blocks
        if not block.private
        for n, place in enumerate(_places(run, block, people))
    )
    shown = () if held else tuple(block.code for block in activity.blocks if block.held)
    return ActivityRun(1, 1, activity, card, entries, shown)


def _places(run: ActivityRun, block: Block, people: int) -> Iterator[str]:
    """Yield the place of each line: fixed rows once, others as often as there are people."""
    places = [place.code for place in run.places(block)]
    if block.fixed_rows:
        yield from places or [""]
    elif block.kind is BlockKind.SORT:
        yield from ((["", *places])[n % (len(places) + 1)] for n in range(people))
    else:
        yield from ((places or [""])[n % max(1, len(places))] for n in range(people))


def _words(block: Block, mark: str, n: int) -> Iterator[tuple[str, str]]:
    for place, column in enumerate(block.fields):
        if column.answers:
            yield column.code, column.answers[n % len(column.answers)]
        elif column.kind is ColumnKind.COUNT:
            yield column.code, str(n + 1)
        else:
            sentence = SENTENCES[(n + place) % len(SENTENCES)]
            yield column.code, f"{mark}.{column.code}: {sentence}"


def texts_of(run: ActivityRun) -> list[str]:
    """Return every text that a team typed into a run."""
    return [
        text
        for entry in run.entries
        for column in run.activity.block(entry.block).fields
        if not column.answers and (text := entry.words.get(column.code, ""))
    ]
