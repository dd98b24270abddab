from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from lqf_workshop.domain.activity import (
    Activity,
    ActivityRun,
    ActivityStep,
    Block,
    BlockKind,
    Column,
    ColumnKind,
    Entry,
    Place,
    Use,
)
from lqf_workshop.domain.agenda import Script
from lqf_workshop.reports.activity_sheet import (
    private_file_name,
    write_activity,
    write_activity_guide,
    write_private_sheet,
)
from lqf_workshop.reports.page import HEIGHT, WIDTH
from tests.activity_answers import filled, texts_of
from tests.builders import SHELF
from tests.reports.paper import (
    outline,
    overlapping,
    pages_of,
    reader,
    said_of_itself,
    smallest_type,
    squeezed,
    strings,
    text_of,
    tick_boxes,
)

TEAM = "Night team, Rowan House"
DAY = date(2026, 11, 25)
SECRET = "Nobody but me may read kumquat"
COLUMNS = (
    Column("what", "What happens"),
    Column("kind", "Kind", ColumnKind.CHOICE, "", ("Known", "New", "Both")),
    Column("weight", "Weight", ColumnKind.POINTS),
    Column("times", "Times", ColumnKind.COUNT),
)
WIDE = (*COLUMNS, *(Column(f"c{n}", f"Something long about column {n}") for n in range(5)))


def places(*names: str) -> tuple[Place, ...]:
    return tuple(Place(f"p{n}", name, f"Hint of {name}") for n, name in enumerate(names))


def every_kind() -> Activity:
    """Return an activity with blocks of every kind, plain and with fields."""
    four = places("Upper left", "Upper right", "Lower left", "Lower right")
    three = places("Value", "Support", "Ability")
    ends = ("Certain", "Unsure", "Little effect", "Much effect")
    blocks = (
        Block("list", BlockKind.LIST, "A list", "Anything"),
        Block("fields", BlockKind.LIST, "A list with fields", columns=COLUMNS),
        Block("table", BlockKind.TABLE, "A table", columns=COLUMNS),
        Block("wide", BlockKind.TABLE, "A wide table", columns=WIDE),
        Block("rows", BlockKind.TABLE, "Fixed rows", columns=COLUMNS, places=three),
        Block("people", BlockKind.TABLE, "People", columns=COLUMNS, places_from="card.involved"),
        Block("four", BlockKind.QUADRANTS, "Four", places=four, ends=ends),
        Block("worlds", BlockKind.QUADRANTS, "Worlds", places=four, columns=COLUMNS),
        Block("corners", BlockKind.CORNERS, "Corners", places=three),
        Block("strong", BlockKind.CORNERS, "Strong corners", places=three, columns=COLUMNS),
        Block("columns", BlockKind.COLUMNS, "Columns", places=places(*"VWXYZ"), columns=COLUMNS),
        Block("scale", BlockKind.SCALE, "A scale", ends=("Not at all", "Every day")),
        Block("sure", BlockKind.SCALE, "A fixed scale", ends=("No", "Yes"), places=three),
        Block("sort", BlockKind.SORT, "Piles", places=three),
        Block("text", BlockKind.TEXT, "A text"),
        Block("held", BlockKind.LIST, "Held back", held=True),
        Block("mine", BlockKind.PRIVATE, "My own sheet", "For me", columns=COLUMNS),
        Block("mine-too", BlockKind.PRIVATE, "Another sheet", columns=COLUMNS, places=three),
    )
    steps = (
        ActivityStep("a", "All of it", 10, "What?", Script("Say", "", ""), uses=_uses(blocks)),
        ActivityStep("b", "Once more", 10, "And?", Script("Go", "", ""), uses=(Use("table"),)),
    )
    return Activity(
        "every-kind", "Every kind", 1, 1, 20, "5 to 12", "About", "Take", "IS", (), steps, blocks
    )


def _uses(blocks: tuple[Block, ...]) -> tuple[Use, ...]:
    return tuple(Use(block.code) for block in blocks)


def activities() -> Iterator[Activity]:
    yield from SHELF.activities()
    on_card = SHELF.card_activity()
    if on_card is not None:
        yield on_card
    yield every_kind()


EACH = pytest.mark.parametrize("activity", tuple(activities()), ids=lambda a: a.code)


def sheet(run: ActivityRun, *, blank: bool = False, large: bool = False) -> bytes:
    file = BytesIO()
    write_activity(run, TEAM, file, blank=blank, large=large, printed_on=DAY)
    return file.getvalue()


def private_sheet(block: Block, large: bool = False, **words: str) -> bytes:
    file = BytesIO()
    write_private_sheet(block, words, file, large=large, printed_on=DAY)
    return file.getvalue()


def with_a_secret(run: ActivityRun) -> ActivityRun:
    """Return a run into whose private blocks words have come, which should never happen."""
    secrets = tuple(
        Entry(9000 + n, block.code, "", {column.code: SECRET for column in block.fields})
        for n, block in enumerate(run.activity.blocks)
        if block.private
    )
    return replace(run, entries=(*run.entries, *secrets))


def is_in(words: str, text: str) -> bool:
    """Whether words stand in a squeezed text, in one piece or cut once by the end of a page."""
    whole = squeezed(words)
    cut = next((n for n in range(len(whole), 0, -1) if whole[:n] in text), 0)
    return cut > 0 and whole[cut:] in text


def assert_whole(pdf: bytes) -> None:
    """Every word stands on its page, between the head and the foot, and on no other word."""
    for _page, left, bottom, right, top, words in strings(pdf):
        assert left > 50, words
        assert right < WIDTH - 50, words
        assert bottom > 17, words
        assert top < HEIGHT - 17, words
    assert overlapping(pdf) == []


@pytest.mark.slow
@EACH
@pytest.mark.parametrize("large", [False, True])
def test_a_blank_sheet_has_every_question_and_no_answer(activity: Activity, large: bool) -> None:
    run = with_a_secret(filled(activity, 5))
    pdf = sheet(run, blank=True, large=large)
    text = squeezed(text_of(pdf))
    for step in activity.steps:
        assert squeezed(step.name) in text
        assert squeezed(step.question) in text
    for block in activity.blocks:
        assert squeezed(block.name) in text
        assert squeezed(block.ask) in text
        for column in block.columns:
            assert squeezed(column.name) in text
            assert all(squeezed(option) in text for option in column.options)
    written = [answer for answer in texts_of(run) if not answer.isdecimal()]
    assert not any(squeezed(answer) in text for answer in written)
    assert squeezed(SECRET) not in text
    assert smallest_type(pdf) >= (18 if large else 9)
    assert_whole(pdf)


@pytest.mark.slow
@EACH
def test_a_blank_sheet_can_be_printed_before_anybody_began(activity: Activity) -> None:
    pdf = sheet(ActivityRun(0, 0, activity), blank=True)
    assert "Our issue" in text_of(pdf)
    assert_whole(pdf)


@pytest.mark.slow
@EACH
@pytest.mark.parametrize("people", [5, 30])
@pytest.mark.parametrize("large", [False, True])
def test_a_filled_sheet_holds_every_word(activity: Activity, people: int, large: bool) -> None:
    if large and people == 30 and activity.code != "every-kind":
        people = 12
    run = filled(activity, people)
    pdf = sheet(with_a_secret(run), large=large)
    text = squeezed(text_of(pdf))
    for answer in texts_of(run):
        assert is_in(answer, text), answer
    assert squeezed(SECRET) not in text
    assert "kumquat" not in text
    assert_whole(pdf)


@pytest.mark.slow
@EACH
def test_a_guide_has_all_that_is_said_and_done(activity: Activity) -> None:
    for large in (False, True):
        file = BytesIO()
        write_activity_guide(activity, file, large=large, printed_on=DAY)
        text = squeezed(text_of(file.getvalue()))
        for step in activity.steps:
            for words in (step.name, step.question, step.line, step.script.say, step.script.do):
                assert is_in(words or step.name, text)
        assert_whole(file.getvalue())


def test_boxes_are_there_to_tick_for_answers_and_for_points() -> None:
    block = Block("rows", BlockKind.TABLE, "Rows", columns=COLUMNS, places=places("One", "Two"))
    activity = replace(every_kind(), blocks=(block,), steps=())
    step = ActivityStep("a", "Step", 5, "What?", Script("", "", ""), uses=(Use("rows"),))
    pdf = sheet(ActivityRun(0, 0, replace(activity, steps=(step,))), blank=True)
    assert sum(tick_boxes(pdf)) == 2 * (3 + 5)


def test_a_table_repeats_its_head_on_every_page() -> None:
    activity = every_kind()
    block = activity.block("table")
    step = replace(activity.steps[0], uses=(Use("table"),))
    run = filled(replace(activity, steps=(step,), blocks=(block,)), 60)
    pages = pages_of(sheet(run))
    assert len(pages) > 2
    assert all("What happens Kind Weight Times" in page for page in pages)


def test_a_block_of_several_steps_is_printed_once_and_pointed_back_to() -> None:
    text = text_of(sheet(filled(every_kind(), 5)))
    assert "Go on in “A table”, above: Kind, Weight, Times." in text
    assert text.count("table0.what:") == 1


def test_what_is_held_back_is_on_no_paper_until_the_room_has_seen_it() -> None:
    held = filled(every_kind(), 5, held=True)
    text = text_of(sheet(held))
    assert "held0" not in text
    assert "Not yet shown to the room" in text
    assert "held0" in text_of(sheet(filled(every_kind(), 5)))
    assert "Held back" in text_of(sheet(held, blank=True))


def test_an_empty_block_says_so_on_the_filled_sheet() -> None:
    assert "Nothing is written here." in text_of(sheet(ActivityRun(0, 0, every_kind())))


def test_private_sheets_are_pages_of_their_own_at_the_end_of_a_blank_paper() -> None:
    pages = pages_of(sheet(ActivityRun(0, 0, every_kind()), blank=True))
    (mine,) = [page for page in pages if "My own sheet Private." in page.replace("For me ", "")]
    assert "Take it with you. Nobody collects it." in mine
    assert "Once more" not in mine
    assert "My own sheet Private" not in text_of(sheet(filled(every_kind(), 5)))


@pytest.mark.parametrize("large", [False, True])
def test_a_private_sheet_has_what_was_typed_and_lines_for_the_rest(large: bool) -> None:
    block = every_kind().block("mine")
    pdf = private_sheet(block, large, what=SECRET)
    text = text_of(pdf)
    assert SECRET in text
    assert "Private. It is stored nowhere: this paper is the only copy." in text
    assert "Rowan" not in text
    assert sum(tick_boxes(pdf)) - text.count("Take it with you") == 3 + 5
    assert_whole(pdf)


def test_a_private_sheet_takes_words_by_place() -> None:
    file = BytesIO()
    write_private_sheet(every_kind().block("mine-too"), {"p1/what": SECRET}, file)
    text = text_of(file.getvalue())
    assert f"Support Hint of Support What happens {SECRET}" in text


def test_a_very_long_private_sheet_is_not_cut_off() -> None:
    words = " ".join(f"word{n}" for n in range(3000))
    pdf = private_sheet(every_kind().block("mine"), what=words)
    text = text_of(pdf)
    assert all(f"word{n}" in text for n in range(3000))
    assert_whole(pdf)


def test_the_file_of_a_private_sheet_gives_nothing_away(tmp_path: Path) -> None:
    block = every_kind().block("mine")
    target = tmp_path / private_file_name()
    write_private_sheet(block, {"what": SECRET}, target, printed_on=DAY)
    pdf = target.read_bytes()
    said = said_of_itself(pdf)
    assert said == said_of_itself(private_sheet(every_kind().block("mine-too")))
    assert "Private sheet" in said
    assert target.name == "Private sheet.pdf"
    assert outline(pdf) == []
    assert reader(pdf).xmp_metadata is None
    assert b"kumquat" not in pdf
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_the_file_of_a_sheet_does_not_name_the_team() -> None:
    said = said_of_itself(sheet(filled(every_kind(), 5)))
    assert "Every kind" in said
    assert "Rowan" not in said
    assert "rota" not in said


def test_a_sheet_that_is_not_wanted_any_more_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    activity = every_kind()
    write_activity(filled(activity, 5), TEAM, target, cancelled=lambda: True)
    write_activity_guide(activity, target, cancelled=lambda: True)
    write_private_sheet(activity.block("mine"), {}, target, cancelled=lambda: True)
    assert not target.exists()
