"""Spreadsheet, .csv, Word, calendar and pictures: read back by the programs they are for."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import docx
import pytest
import vobject  # type: ignore[import-untyped]
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from icalendar import Calendar
from openpyxl import load_workbook

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.follow_up import Look
from lqf_workshop.domain.meeting import Poll
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.pictures import pictures
from lqf_workshop.exchange.sheets import MOST_LETTERS
from lqf_workshop.exchange.spreadsheet import workbook_of
from lqf_workshop.exchange.word_plan import word_bytes
from lqf_workshop.letterhead import Letterhead, wearing
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.logo import cleaned
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.exports import Kind
from lqf_workshop.services.files import How
from tests.builders import TODAY, FixedClock, day, library_of, plan, prepare, rate
from tests.pictures import picture
from tests.reports.paper import printed, squeezed, text_of
from tests.services.whole_workshops import EVERYTHING, PRIVATE, WAITING, live

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def whole(services: Services) -> int:
    """A workshop with something of everything, and one vote that is not revealed."""
    return live(services, EVERYTHING)


def book(services: Services, number: int) -> Any:  # noqa: ANN401
    return load_workbook(io.BytesIO(services.exports.content(number, Kind.SPREADSHEET)))


def rows(services: Services, number: int, kind: Kind) -> list[dict[str, str]]:
    content = services.exports.content(number, kind)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def agree(services: Services, number: int, **text: Any) -> int:  # noqa: ANN401
    action = services.actions.draft(number)
    services.actions.write(action, ActionText(**{"what": "Ask nights first", **text}))
    services.actions.agree(action)
    return action


def texts_of(content: bytes) -> str:
    """Return every letter of a file, of the parts of a zip too."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "\n".join(packed.read(n).decode("utf-8", "ignore") for n in packed.namelist())


# What may leave


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_private_or_waiting_leaves(services: Services, whole: int, kind: Kind) -> None:
    said = texts_of(services.exports.content(whole, kind))
    for secret in (PRIVATE, WAITING, "Note of kind private", "KQXM"):
        assert secret not in said


def test_a_vote_that_is_not_revealed_is_only_said_to_be_open(
    services: Services, whole: int
) -> None:
    found = rows(services, whole, Kind.RESULTS)
    (still_open,) = [row for row in found if row["Code"] == "IS"]
    assert still_open["How close we are"] == "Voting is open"
    assert not any(still_open[name] for name in ("Voted", "Expected", "Middle vote", "Vote"))
    assert {row["Code"] for row in found if row["Voted"]} == {"PQ", "MS1", "SK"}
    assert "Votes IS" not in {picture.name for picture in services.exports.pictures(whole)}


@pytest.mark.parametrize(("few", "shown"), [(4, []), (5, ["5", "6"])])
def test_a_role_is_a_row_only_where_it_may_be_shown(
    services: Services, few: int, shown: list[str]
) -> None:
    number = prepare(services, plan(by_level=True, dimensions=("PQ",)))
    for place in range(11):
        level = "SL" if place < few else "FW"
        services.ratings.cast(number, "PQ", 3 + place % 2, level)
    services.ratings.reveal(number, "PQ")
    found = [row for row in rows(services, number, Kind.RESULTS) if row["Who"] != "Everyone"]
    assert sorted(row["Voted"] for row in found) == shown
    sheet = book(services, number)["Results"]
    assert sheet.max_row == 2 + len(shown)


def test_dots_that_the_room_has_not_seen_are_in_no_sheet(services: Services, whole: int) -> None:
    def dots() -> list[object]:
        return [row[3].value for row in book(services, whole)["Cards and activities"].iter_rows(2)]

    steps = services.workshops.steps(whole)
    step = next(step.id for step in steps if step.plan.kind is StepKind.CARD)
    assert 2 in dots()
    services.polls.show_dots(whole, step, shown=False)
    assert set(dots()) == {None}


# Spreadsheet


def test_a_workbook_has_real_dates_and_numbers(services: Services, whole: int) -> None:
    made = book(services, whole)
    assert made.sheetnames == [
        "Results",
        "Actions",
        "Notes said to the room",
        "Cards and activities",
        "Shows of hands",
    ]
    head = {cell.value: cell.column for cell in made["Results"][1]}
    first = made["Results"][2]
    held_on = first[head["Date"] - 1]
    assert held_on.is_date
    assert held_on.value.date() == TODAY
    assert [first[head[n] - 1].value for n in ("Code", "Vote", "Voted")] == ["PQ", "First", 4]
    assert made["Results"][3][head["Middle vote"] - 1].value == 4
    columns = {cell.value: cell.column for cell in made["Actions"][1]}
    due = made["Actions"][2][columns["Due"] - 1]
    assert due.value.date() == day(20)
    assert due.number_format == "dd mmm yyyy"


def test_a_workbook_is_pleasant_to_read_and_print(services: Services, whole: int) -> None:
    made = book(services, whole)
    for sheet in made:
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.freeze_panes[-1] == "2"
        assert all(d.width > 7 for d in sheet.column_dimensions.values())
    assert made["Actions"].freeze_panes == "D2"
    assert made["Actions"].print_title_cols == "$A:$C"
    assert made["Actions"].page_setup.fitToWidth == 3
    assert made["Results"].page_setup.fitToWidth == 1
    words = made["Notes said to the room"]["C2"]
    assert words.alignment.wrap_text
    assert made.properties.creator == "LQF Workshop"
    assert made.properties.title is None


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source(SourceKind.SPLIT, "WO"), "From Working with others, where we differ"),
        (Source(SourceKind.DIMENSION, "MS1"), "From Planning"),
        (Source(SourceKind.CARD, "The kettle"), "From the card “The kettle”"),
        (Source(SourceKind.PARKING), "From the parking space"),
    ],
)
def test_every_file_and_paper_says_alike_what_an_action_came_from(
    services: Services, source: Source, words: str
) -> None:
    number = prepare(services, plan(dimensions=("WO",)))
    action = services.actions.draft(number, source, "Ask nights first")
    line = services.shelf.regulators()[0].lines[0]
    services.actions.write(action, ActionText(what="Ask nights first", evidences=line.code))
    services.actions.agree(action)
    (one,) = services.action_plans.gather(number).actions
    assert one.came_from == words
    (row,) = rows(services, number, Kind.ACTIONS)
    assert (row["Came from"], row["Shows"]) == (words, one.shows)
    assert [cell.value for cell in book(services, number)["Actions"][2]].count(words) == 1
    cell = word(services, number).tables[0].rows[1].cells[0].text
    assert cell == f"Ask nights first\n{words}\nShows: {one.shows}"
    assert f"Ask nights first {words}" in text_of(printed(services.summaries.gather(number)))


def test_what_was_said_since_stands_in_the_table_of_actions(
    services: Services, prepared: WorkshopId
) -> None:
    action = agree(services, prepared)
    services.follow_up.say(action, "It has begun.\nSlowly.", Look.STARTED)
    services.follow_up.say(action, "Two of six.")
    said = "25 Nov, after two weeks: It has begun.\nSlowly.\n25 Nov: Two of six."
    (row,) = rows(services, prepared, Kind.ACTIONS)
    assert row["Said since"] == said
    assert said in [cell.value for cell in book(services, prepared)["Actions"][2]]


def test_words_are_never_run_as_a_formula(services: Services, whole: int) -> None:
    cells = [c for sheet in book(services, whole) for row in sheet for c in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    written = [row["Action"] for row in rows(services, whole, Kind.ACTIONS)]
    assert written == ["Ask nights first", "'=HYPERLINK(1)"]


def test_what_was_said_and_explored_is_there(services: Services, whole: int) -> None:
    made = book(services, whole)
    said = [tuple(c.value for c in row) for row in made["Notes said to the room"].iter_rows(2)]
    assert ("Exact words", "Note of kind quote") in [(row[0], row[2]) for row in said]
    assert {row[0] for row in said} == {
        "What we heard",
        "Exact words",
        "Strength",
        "Talk",
        "What we will practise",
        "Parking space",
        "One word to finish",
    }
    explored = [tuple(c.value for c in row) for row in made["Cards and activities"].iter_rows(2)]
    assert ("Pile: Nights", "Note of kind card", 2) in [row[1:] for row in explored]


def test_shows_of_hands_are_counts_beside_their_answers(
    services: Services, prepared: WorkshopId
) -> None:
    sheet = book(services, prepared)["Shows of hands"]
    assert sheet.max_row == 1
    services.polls.count(prepared, Poll.CONFIDENCE, "4", by=6)
    services.polls.count(prepared, Poll.CONFIDENCE, "2")
    services.polls.count(prepared, Poll.SPOTTED, "integrity", by=3)
    sheet = book(services, prepared)["Shows of hands"]
    name = services.summaries.gather(prepared).strengths[0].name
    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows(2)] == [
        ("Confidence in our plan", "0 I cannot go along with this", 0),
        ("Confidence in our plan", "1 Serious doubts", 0),
        ("Confidence in our plan", "2 Some doubts: let me say them", 1),
        ("Confidence in our plan", "3 Good enough to try", 0),
        ("Confidence in our plan", "4 I like it", 6),
        ("Confidence in our plan", "5 I will help make it happen", 0),
        ("Strength we spotted", name, 3),
        ("Strength we want more of", name, 0),
    ]


def test_a_text_too_long_for_a_cell_says_that_it_goes_on(services: Services) -> None:
    number = prepare(services)
    action = services.actions.draft(number, what="x")
    services.actions.tell(action, happened="word " * 9_000)
    cells = [c.value for row in book(services, number)["Actions"] for c in row]
    (long,) = [v for v in cells if isinstance(v, str) and len(v) > 1_000]
    assert len(long) == MOST_LETTERS
    assert long.endswith(" …")


def test_an_empty_workshop_has_its_heads_and_no_rows(
    services: Services, prepared: WorkshopId
) -> None:
    made = book(services, prepared)
    assert made["Actions"].max_row == 1
    assert {row["How close we are"] for row in rows(services, prepared, Kind.RESULTS)} == {
        "Not rated yet"
    }


# Word


def word(services: Services, number: int) -> Any:  # noqa: ANN401
    return docx.Document(io.BytesIO(services.exports.content(number, Kind.WORD)))


def test_the_word_plan_is_a_table_that_can_be_written_on(services: Services, whole: int) -> None:
    made = word(services, whole)
    section = made.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"] == ["Action plan"]
    (table,) = made.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[1][0].startswith("Ask nights first\n")
    assert cells[1][1] == "The night lead"
    assert cells[1][5].split("\n") == [
        "Going on",
        "25 Nov, after two weeks: Said 0",
        "25 Nov: Said 1",
        "What happened: It began.",
        "What we learnt: Ask first.",
    ]
    assert cells[2][0].startswith("=HYPERLINK(1)\n")
    assert cells[2][5] == "Not yet agreed"
    assert cells[3:] == [[""] * 6] * 2
    assert table.columns[0].width > 2 * table.columns[1].width


def test_the_word_plan_says_nothing_of_people_outside_its_page(
    services: Services, whole: int
) -> None:
    about = word(services, whole).core_properties
    assert (about.title, about.language) == ("Action plan", "en-GB")
    assert not any(
        (about.author, about.last_modified_by, about.comments, about.subject, about.keywords)
    )
    languages = word(services, whole).styles.element.iter(qn("w:lang"))
    assert {language.get(qn("w:val")) for language in languages} == {"en-GB"}


def test_letters_kept_before_we_knew_better_break_no_file(
    services: Services, prepared: WorkshopId
) -> None:
    agree(services, prepared, what="Ask nights first", due=day(3))
    whole = services.summaries.gather(prepared)
    (one,) = whole.planned
    text = replace(one.action.text, what="Ask\ufffe nights\uffff first")
    kept = replace(whole, planned=(replace(one, action=replace(one.action, text=text)),))
    book = load_workbook(io.BytesIO(workbook_of(kept)))
    assert book["Actions"]["C2"].value == "Ask nights first"
    made = docx.Document(io.BytesIO(word_bytes(kept)))
    assert made.tables[0].rows[1].cells[0].text == "Ask nights first"
    rate(services, prepared, "PQ", 2, 3)
    (result, *others) = services.summaries.gather(prepared).results
    subject = replace(result.subject, name="Per\ufffesonal\x00 qualities")
    results = (replace(result, subject=subject), *others)
    (picture,) = pictures(replace(services.summaries.gather(prepared), results=results))
    assert "Personal qualities" in [text.text for text in drawn(picture.svg, "text")]


def test_any_letter_can_stand_in_a_word_plan(services: Services, prepared: WorkshopId) -> None:
    agree(services, prepared, what="أمل 👩🏾‍🦽 <b>&amp;\ttab\uffff", owner="Zoë")
    cells = word(services, prepared).tables[0].rows[1].cells
    assert cells[0].text == "أمل 👩🏾‍🦽 <b>&amp;\ttab"
    assert cells[0].paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None
    assert cells[0].paragraphs[0].runs[0].font.rtl
    assert cells[1].paragraphs[0]._p.pPr.find(qn("w:bidi")) is None


def test_the_word_plan_wears_the_chosen_name_and_logo(
    services: Services, prepared: WorkshopId
) -> None:
    bare = word(services, prepared).sections[0].header
    assert bare.paragraphs[0].text == ""
    letterhead = Letterhead("Meadow Care", cleaned(picture()), "A green meadow")
    with wearing(letterhead):
        made = word(services, prepared).sections[0].header
    assert made.paragraphs[0].text.strip() == "Meadow Care"
    (logo,) = made._element.iter(qn("wp:inline"))
    assert logo.find(qn("wp:docPr")).get("descr") == "A green meadow"
    assert 0 < int(logo.find(qn("wp:extent")).get("cy")) <= Mm(12)
    of_its_own = prepare(services, plan(provider="Rowan House Ltd"))
    with wearing(letterhead):
        made = word(services, of_its_own).sections[0].header
    assert made.paragraphs[0].text.strip() == "Rowan House Ltd"


# Calendar


def lines_of(content: bytes) -> Iterator[str]:
    """Check what RFC 5545 says of lines and yield them unfolded, without any parser."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    yield from re.sub(b"\r\n[ \t]", b"", content).decode("utf-8").removesuffix("\r\n").split("\r\n")


def events(content: bytes) -> list[dict[str, str]]:
    """Read events by hand: the names of RFC 5545, each once."""
    found: list[dict[str, str]] = []
    for line in lines_of(content):
        name, value = line.split(":", 1)
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("BEGIN", "END"):
            assert name not in found[-1]
            found[-1][name] = value
    return found


def test_each_date_of_an_action_is_an_all_day_event(
    services: Services, prepared: WorkshopId
) -> None:
    agree(
        services,
        prepared,
        what="Ask nights, first; then “days”\nand write " + "é" * 90,
        first_step="Ring",
        first_step_on=day(3),
        due=day(20),
        review_on=day(40),
    )
    content = services.exports.content(prepared, Kind.CALENDAR)
    by_hand = events(content)
    assert [one["DTSTART;VALUE=DATE"] for one in by_hand] == ["20261128", "20261215", "20270104"]
    assert [one["DTEND;VALUE=DATE"] for one in by_hand] == ["20261129", "20261216", "20270105"]
    assert by_hand[0]["SUMMARY"] == "First step: Ring"
    assert by_hand[1]["SUMMARY"].startswith("Due: Ask nights\\, first\\; then “days” and write é")
    assert all(one["DTSTAMP"] == "20261125T100000Z" for one in by_hand)
    assert b"VALARM" not in content
    calendar: Any = Calendar.from_ical(content)
    parsed = calendar.events
    assert [event.start for event in parsed] == [day(3), day(20), day(40)]
    assert parsed[1].end - parsed[1].start == timedelta(days=1)
    assert str(parsed[1]["description"]).startswith("Ask nights, first; then “days”\nand write")
    head = list(lines_of(content))[:4]
    assert head[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN"} < set(head)
    assert calendar.to_ical() == content


def test_another_program_reads_the_same_calendar(services: Services) -> None:
    number = live(services, EVERYTHING)
    content = services.exports.content(number, Kind.CALENDAR)
    by_hand, parsed = events(content), vobject.readOne(content.decode("utf-8"))
    read = [
        (one.uid.value, one.dtstart.value, one.dtend.value, one.summary.value)
        for one in parsed.vevent_list
    ]
    assert [uid for uid, *_rest in read] == [one["UID"] for one in by_hand]
    assert [begins for _uid, begins, *_rest in read] == [day(3), day(20), day(40)]
    assert all(ends - begins == timedelta(days=1) for _uid, begins, ends, _summary in read)
    assert [summary for *_rest, summary in read] == [
        "First step: Ring the pharmacy",
        "Due: Ask nights first",
        "Look again: Ask nights first",
    ]


def test_an_event_keeps_its_name_whatever_is_changed_or_removed(
    services: Services, prepared: WorkshopId
) -> None:
    def names() -> dict[str, str]:
        found = events(services.exports.content(prepared, Kind.CALENDAR))
        return {one["UID"]: one["DTSTART;VALUE=DATE"] for one in found}

    first, second = (agree(services, prepared, due=day(n)) for n in (10, 20))
    before = names()
    assert len(before) == 2
    services.actions.write(second, ActionText(what="Otherwise", due=day(25)))
    services.actions.remove(first)
    after = names()
    assert after.keys() < before.keys()
    assert list(after.values()) == [day(25).isoformat().replace("-", "")]


def test_only_what_is_still_to_do_has_events(services: Services, prepared: WorkshopId) -> None:
    number = agree(services, prepared, due=day(10))
    draft = services.actions.draft(prepared, what="Not agreed")
    services.actions.write(draft, ActionText(what="Not agreed", due=day(4)))
    assert len(events(services.exports.content(prepared, Kind.CALENDAR))) == 1
    services.actions.set_state(number, ActionState.DONE)
    with pytest.raises(WorkshopProblem, match="Agree the actions first"):
        services.exports.content(prepared, Kind.CALENDAR)
    services.actions.remove(draft)
    with pytest.raises(WorkshopProblem, match="nothing for a calendar"):
        services.exports.content(prepared, Kind.CALENDAR)


def test_the_last_day_of_all_has_no_event(services: Services, prepared: WorkshopId) -> None:
    agree(services, prepared, due=date.max, review_on=day(9))
    assert len(events(services.exports.content(prepared, Kind.CALENDAR))) == 1


def test_an_action_has_the_same_events_on_every_laptop(
    services: Services,
    prepared: WorkshopId,
    empty_library: Path,
    shelf: Shelf,
    clock: FixedClock,
    tmp_path: Path,
) -> None:
    def names(at: Services, number: int) -> set[str]:
        return {one["UID"] for one in events(at.exports.content(number, Kind.CALENDAR))}

    services.actions.remove(services.actions.draft(prepared))
    agree(services, prepared, due=day(5), review_on=day(9))
    path = tmp_path / "there.lqfworkshop"
    services.files.write(prepared, path)
    with library_of(empty_library, tmp_path / "other", shelf, clock) as other:
        look = other.files.look(path)
        come = other.files.take_in(look, How.NEW)
        assert names(other, come) == names(services, prepared)
        copy = other.files.take_in(look, How.COPY)
        assert not names(other, copy) & names(other, come)


def test_two_workshops_never_share_the_name_of_an_event(
    services: Services, prepared: WorkshopId, tmp_path: Path
) -> None:
    other = prepare(services, replace(plan(), team="Elder Bank"))
    agree(services, prepared, due=day(5))
    agree(services, other, due=day(5))
    marks = {
        events(services.exports.content(number, Kind.CALENDAR))[0]["UID"].partition("-")[0]
        for number in (prepared, other)
    }
    assert len(marks) == 2


# Pictures


def drawn(svg: str, tag: str) -> list[Element]:
    return list(fromstring(svg).iter(f"{SVG}{tag}"))


def test_a_picture_has_a_dot_for_every_vote(services: Services, prepared: WorkshopId) -> None:
    rate(services, prepared, "PQ", 2, 3, 3, 4, 0)
    rate(services, prepared, "PQ", 4, 4, 4)
    (picture,) = services.exports.pictures(prepared)
    circles = drawn(picture.svg, "circle")
    assert len([c for c in circles if c.get("fill") == "none"]) == 4
    assert len([c for c in circles if c.get("fill") != "none"]) == 3
    said = [text.text for text in drawn(picture.svg, "text")]
    assert said[:3] == ["PQ", "Demonstrating personal qualities", "Let’s talk about this"]
    assert said[-1] == "Middle vote 4, was 3 · 3 of 11 voted · rings: first vote"
    assert picture.name == "Votes PQ"


def test_pictures_stay_inside_their_frame(services: Services, prepared: WorkshopId) -> None:
    services.workshops.change_headcount(prepared, 30)
    rate(services, prepared, "PQ", *[5] * 15, *[1] * 15)
    rate(services, prepared, "PQ", *[5] * 30)
    for circle in drawn(services.exports.pictures(prepared)[0].svg, "circle"):
        x, y, r = (float(circle.get(name, "")) for name in ("cx", "cy", "r"))
        assert x - r >= 48
        assert x + r <= 912
        assert y - r >= 150


def test_without_a_vote_there_is_no_picture(services: Services, prepared: WorkshopId) -> None:
    with pytest.raises(WorkshopProblem, match="No vote has been revealed"):
        services.exports.pictures(prepared)


# All


@pytest.mark.parametrize("kind", list(Kind))
def test_a_file_is_written_whole_or_not_at_all(
    services: Services, whole: int, tmp_path: Path, kind: Kind
) -> None:
    path = tmp_path / f"a.{kind.value}"
    services.exports.write(whole, kind, path)
    assert path.stat().st_size > 200
    with pytest.raises(WorkshopProblem, match="not there any more"):
        services.exports.write(whole, kind, tmp_path / "gone" / path.name)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", [Kind.SPREADSHEET, Kind.WORD])
def test_libreoffice_opens_it_and_shows_its_words(
    services: Services, whole: int, tmp_path: Path, kind: Kind
) -> None:
    agree(services, whole, what="Ring أمل at <four> & _x000D_ write\nit down", needs="Zoë’s time")
    path = tmp_path / f"a.{kind.value}"
    services.exports.write(whole, kind, path)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",  # others may be using it
            *("--headless", "--convert-to", "pdf", "--outdir", tmp_path, path),
        ],
        check=True,
        timeout=60,
        capture_output=True,
    )
    said = squeezed(text_of((tmp_path / "a.pdf").read_bytes()))
    of_its_head = ("Oak Care",) if kind is Kind.WORD else ()
    for words in ("at <four> & _x000D_ write", "it down", "Zoë’s time", *of_its_head):
        assert squeezed(words) in said
