"""Words that break programs go into every field of a workshop and come out of every file whole."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar

from lqf_workshop.domain.action import SENTENCE_LIMIT, ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.text import LINE_LIMIT, clean_line, clean_text, has_words
from lqf_workshop.exchange.xlsx_cells import xlsx_sheets
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.reports.printable import printable
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.exports import Kind
from tests.builders import begin, day, library_of, plan, prepare, rate
from tests.naughty import NAUGHTY
from tests.reports import plans
from tests.reports.paper import boxes, overlapping, printed, reader, text_of

SENTENCES = ("what", "difference", "first_step", "how_we_know", "baseline", "target", "needs")
SHOWN = (NoteKind.PARKING, NoteKind.WORD, NoteKind.TALK, NoteKind.HEARD, NoteKind.QUOTE)
MOST_NAME = 50
"""Letters in the name of a pile here; a few more are allowed."""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(params=list(NAUGHTY))
def words(request: pytest.FixtureRequest) -> str:
    text = NAUGHTY[request.param]
    return text if has_words(text) else f"Ask {text}"


@pytest.fixture
def services(empty_library: Path, tmp_path: Path, shelf: Shelf) -> Iterator[Services]:
    with library_of(empty_library, tmp_path / "library", shelf) as services:
        yield services


def line_of(words: str) -> str:
    """Return as much of the words as a field of one line takes."""
    return words[: LINE_LIMIT - 2]


def typed_everywhere(services: Services, words: str) -> int:
    """Hold a workshop in which these words stand in every field."""
    line = line_of(words)
    about = {"place": line, "facilitator": line, "provider": line}
    number = prepare(services, plan(f"T {line}", dimensions=("PQ",), **about))
    begin(services, number)
    rate(services, number, "PQ", 2, 3, 3, 4, 5)
    steps = {step.plan.kind: str(step.id) for step in services.workshops.steps(number)}
    subject = {NoteKind.TALK: steps[StepKind.TALK], NoteKind.HEARD: "PQ", NoteKind.QUOTE: "PQ"}
    for kind in SHOWN:
        services.notes.add(number, kind, subject.get(kind, ""), words, shown=True)
    card = services.cards.deck().cards[0]
    services.cards.lay(number, int(steps[StepKind.CARD]), card)
    note = services.notes.add(number, NoteKind.CARD, f"{card.code}/1", words, shown=True)
    services.notes.put_on_pile(number, note, line[:MOST_NAME])
    action = services.actions.draft(number)
    sentence = words[:SENTENCE_LIMIT]
    services.actions.write(
        action,
        ActionText(
            **dict.fromkeys(SENTENCES, sentence),
            owner=line,
            helpers=line,
            first_step_on=day(3),
            due=day(20),
            review_on=day(40),
        ),
    )
    services.actions.agree(action)
    services.actions.tell(action, happened=words, learnt=words)
    services.follow_up.say(action, words)
    return number


def seen(text: str) -> str:
    """Return what is left of a text when spaces, unseen letters and ways of writing are."""
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return re.sub(r"\s", "", "".join(kept))


def on_paper(pdf: bytes, words: str, times: int) -> None:
    """Check that the words stand so often on paper, on their page and on no others."""
    found, wanted = seen(text_of(pdf)), seen(printable(words))
    on_one_page = len(wanted) < 400
    if wanted.isascii() and on_one_page:
        assert found.count(wanted) >= times
    counted = Counter(found)
    assert not {c for c, n in Counter(wanted).items() if counted[c] < n * times}
    page = reader(pdf).pages[0].mediabox
    for _page, left, bottom, right, top in boxes(pdf):
        assert left > 5
        assert bottom > 5
        assert right < float(page.width) - 5
        assert top < float(page.height) - 5
    lying = overlapping(pdf, slack=1.0)
    assert [pair for pair in lying if not any(map(_reaching, pair))] == []


def _reaching(text: str) -> bool:
    """Whether there are signs that lie on their letter, or letters that reach under the next."""
    signs = (unicodedata.category(letter).startswith("M") for letter in text)
    return any(signs) or any(unicodedata.bidirectional(letter) == "AL" for letter in text)


@pytest.mark.slow
def test_naughty_words_come_out_of_every_file_as_they_went_in(
    services: Services, words: str
) -> None:
    number = typed_everywhere(services, words)
    text, line = clean_text(words[:SENTENCE_LIMIT]), clean_line(line_of(words), "Who")
    (action,) = services.meetings.read(number).actions
    assert {getattr(action.text, name) for name in SENTENCES} == {text}
    assert (action.text.owner, action.text.helpers) == (line, line)

    sheets = {
        one.name: one.rows for one in xlsx_sheets(content(services, number, Kind.SPREADSHEET))
    }
    row = dict(zip(*sheets["Actions"], strict=True))
    assert [row[name] for name in ("Action", "What happened", "Who")] == [
        text,
        clean_text(words),
        line,
    ]
    said = [tuple(cells[:3]) for cells in sheets["Notes said to the room"]]
    assert [kind for kind, _about, told in said if told == clean_text(words)] == [
        "What we heard",
        "Exact words",
        "Talk",
        "Parking space",
        "One word to finish",
    ]

    (read,) = rows(content(services, number, Kind.ACTIONS))
    assert read["Action"] in (text, f"'{text}")
    assert read["Action"][:1] not in tuple("=+-@\t")
    assert rows(content(services, number, Kind.RESULTS))[0]["Team"] == f"T {line}".strip()

    document = docx.Document(io.BytesIO(content(services, number, Kind.WORD)))
    assert document.tables[0].rows[1].cells[0].text == f"{text}\n{text}"
    assert document.sections[0].header.paragraphs[0].text == line

    calendar: Any = Calendar.from_ical(content(services, number, Kind.CALENDAR))
    due = next(one for one in calendar.events if one.start == day(20))
    assert str(due["summary"]) == f"Due: {' '.join(text.split())}"
    assert str(due["description"]).startswith(text)

    on_paper(printed(services.summaries.gather(number)), clean_text(words), 8)
    on_paper(plans.pdf_of(services.action_plans.gather(number)), text, 9)


def content(services: Services, number: int, kind: Kind) -> bytes:
    return services.exports.content(number, kind)


def rows(csv_file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_file.decode("utf-8-sig"), newline="")))


def test_there_are_naughty_words_of_many_kinds() -> None:
    assert len(set(NAUGHTY.values())) == len(NAUGHTY) >= 60
