from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from math import ceil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.domain.framework import Scale
from lqf_workshop.domain.slip import Slip
from lqf_workshop.domain.subject import Subject
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.reports.page import HEIGHT, WIDTH
from lqf_workshop.reports.slips import write_slips
from tests.reports.forms import (
    LEVELS,
    PERSONAL,
    REACH,
    SCALE,
    SECOND_ELEMENT,
    STRATEGIC,
    SURE,
    everything,
)
from tests.reports.paper import (
    outline,
    overlapping,
    pages_of,
    reader,
    said_of_itself,
    smallest_type,
    spoken,
    squeezed,
    strings,
    text_of,
    tick_boxes,
)

TEAM = "Night team, Rowan House"
ASKED_AT_LENGTH = replace(SCALE, ask="How well do we do this, all of us together, on most days?")
PROMISE = "No name. One tick. Fold it and hand it in."
UNPRINTABLE = 17
"""The edge that a home printer leaves white, 6 mm, in points."""


def slip(subject: Subject = PERSONAL, **changes: object) -> Slip:
    return replace(Slip(subject, SCALE, TEAM), **changes)  # type: ignore[arg-type]


def printed_slips(*slips: Slip, copies: int = 1, large: bool = False) -> bytes:
    file = BytesIO()
    write_slips(slips, copies, file, large=large, printed_on=date(2026, 11, 25))
    return file.getvalue()


def by_quarter(pdf: bytes) -> dict[tuple[int, int, int], str]:
    """Return the words in each quarter that has any; fails if a word is not wholly in one."""
    found: dict[tuple[int, int, int], str] = {}
    for page, left, bottom, right, top, words in strings(pdf):
        column, row = int(left > WIDTH / 2), int(top < HEIGHT / 2)
        assert left > column * WIDTH / 2 + UNPRINTABLE, words
        assert right < (column + 1) * WIDTH / 2 - UNPRINTABLE, words
        assert bottom > (1 - row) * HEIGHT / 2 + UNPRINTABLE, words
        assert top < (2 - row) * HEIGHT / 2 - UNPRINTABLE, words
        key = page, row, column
        found[key] = f"{found.get(key, '')} {words}".strip()
    return found


def test_a_slip_asks_one_question_and_has_a_box_for_every_answer() -> None:
    pdf = printed_slips(slip())
    text = text_of(pdf)
    assert "PQ Demonstrating personal qualities We know our own moods" in text
    assert "How far do we do this? 1 Not yet Rarely seen, or depends" in text
    assert "5 Leading Reliable, and others learn from us 0 Can’t see this from my role" in text
    assert text.endswith(PROMISE)
    assert tick_boxes(pdf) == [6]


def test_an_element_wears_its_own_mark_and_a_skill_a_common_one() -> None:
    text = text_of(printed_slips(slip(SECOND_ELEMENT), slip(STRATEGIC, scale=SURE)))
    assert "PQ2 Managing yourself" in text
    assert "SK Be strategic" in text
    assert "How sure are we, on this issue? 1 Not sure" in text


@pytest.mark.parametrize(
    ("number", "words"), [(0, "Voting slip"), (1, "First vote"), (2, "Second vote")]
)
def test_a_slip_says_which_vote_it_is_for(number: int, words: str) -> None:
    assert f"{TEAM} {words}" in text_of(printed_slips(slip(round_number=number)))


def test_there_is_no_third_vote() -> None:
    with pytest.raises(ValueError, match="round 3"):
        slip(round_number=3)


def test_people_are_asked_for_their_role_only_when_it_was_wanted() -> None:
    assert "My role" not in text_of(printed_slips(slip()))
    pdf = printed_slips(slip(levels=LEVELS))
    assert "My role" in text_of(pdf)
    for _code, name in LEVELS:
        assert name in text_of(pdf)
    assert tick_boxes(pdf) == [10]


@pytest.mark.slow
@pytest.mark.parametrize("levels", [(), LEVELS])
@pytest.mark.parametrize("scale", [SCALE, REACH, SURE, ASKED_AT_LENGTH])
def test_everything_that_can_be_voted_on_fits_its_quarter(
    levels: tuple[tuple[str, str], ...], scale: Scale
) -> None:
    slips = [slip(one, scale=scale, levels=levels, round_number=2) for one in everything()]
    pdf = printed_slips(*slips)
    quarters = by_quarter(pdf)
    assert len(quarters) == len(slips) == 40
    assert len(reader(pdf).pages) == 10
    for one, words in zip(slips, quarters.values(), strict=True):
        wanted = (one.subject.mark, one.subject.name, one.subject.plain, scale.ask, PROMISE)
        for text in (*wanted, *(name for _code, name in levels)):
            assert squeezed(text) in squeezed(words)
        for point in (*scale.points, scale.cant_see):
            assert squeezed(f"{point.point}{point.word}{point.meaning}") in squeezed(words)
    assert overlapping(pdf) == []
    assert smallest_type(pdf) >= 9


@pytest.mark.parametrize("levels", [(), LEVELS])
@pytest.mark.parametrize("large", [False, True])
def test_a_skill_names_the_issue_it_is_asked_about(
    levels: tuple[tuple[str, str], ...], large: bool, shelf: Shelf
) -> None:
    deck = shelf.deck()
    assert deck is not None
    titles = [card.title for card in deck.cards]
    slips = [slip(STRATEGIC, scale=SURE, levels=levels, issue=title) for title in titles]
    pdf = printed_slips(*slips, large=large)
    parts = pages_of(pdf) if large else list(by_quarter(pdf).values())
    assert len(parts) == len(titles)
    for title, words in zip(titles, parts, strict=True):
        assert squeezed(f"The issue: {title}") in squeezed(words)
    assert overlapping(pdf) == []
    assert "The issue" not in text_of(printed_slips(slip(STRATEGIC, scale=SURE)))


@pytest.mark.parametrize("levels", [(), LEVELS])
def test_everything_fits_a_page_in_large_print(levels: tuple[tuple[str, str], ...]) -> None:
    slips = [slip(one, levels=levels, round_number=2) for one in everything()]
    pdf = printed_slips(*slips, large=True)
    pages = pages_of(pdf)
    assert len(pages) == 40
    for one, words in zip(slips, pages, strict=True):
        assert one.subject.name in words
        assert squeezed(one.subject.plain) in squeezed(words)
        assert words.endswith(PROMISE)
    for _page, left, bottom, right, top, words in strings(pdf):
        assert left > UNPRINTABLE, words
        assert right < WIDTH - UNPRINTABLE, words
        assert bottom > UNPRINTABLE, words
        assert top < HEIGHT - UNPRINTABLE, words
    assert overlapping(pdf) == []
    assert smallest_type(pdf) >= 18


@pytest.mark.parametrize("large", [False, True])
def test_the_boxes_stand_at_one_height_so_that_a_pile_can_be_leafed_through(large: bool) -> None:
    pdf = printed_slips(*(slip(one) for one in everything()), large=large)
    parts = HEIGHT if large else HEIGHT / 2
    heights = {
        round(bottom % parts)
        for _page, _left, bottom, _right, _top, words in strings(pdf)
        if words == "Usually"
    }
    assert len(heights) == 1


@pytest.mark.slow
@settings(max_examples=25)
@given(st.integers(1, 6), st.integers(1, 23))
def test_no_quarter_stays_empty_before_the_end(subjects: int, copies: int) -> None:
    chosen = everything()[:subjects]
    pdf = printed_slips(*(slip(one) for one in chosen), copies=copies)
    quarters = list(by_quarter(pdf).values())
    names = [one.name for one in chosen for _copy in range(copies)]
    assert len(quarters) == len(names)
    for words, name in zip(quarters, names, strict=True):
        assert squeezed(name) in squeezed(words)
    assert len(reader(pdf).pages) == ceil(subjects * copies / 4)


@pytest.mark.slow
@pytest.mark.parametrize(("subjects", "copies", "pages"), [(1, 1, 1), (5, 11, 14), (40, 30, 300)])
def test_a_teams_worth_of_slips_takes_as_many_pages_as_it_must(
    subjects: int, copies: int, pages: int
) -> None:
    slips = [slip(one) for one in everything()[:subjects]]
    assert len(reader(printed_slips(*slips, copies=copies)).pages) == pages


def test_large_print_gives_each_person_a_page() -> None:
    pages = pages_of(printed_slips(slip(), slip(SECOND_ELEMENT), copies=3, large=True))
    assert [("Managing yourself" in page) for page in pages] == [False] * 3 + [True] * 3


@pytest.mark.parametrize("words", [8, 12, 14, 16, 20, 30, 40, 70, 200])
@pytest.mark.parametrize("large", [False, True])
def test_a_wordy_scale_of_somebodys_own_gets_the_room_it_needs(words: int, large: bool) -> None:
    long = ["We", "would", "say", "this", "of", "all", "of", "us", "on", "each", "shift"] * 20
    meaning = " ".join(long[:words])
    wordy = replace(SCALE, points=tuple(replace(p, meaning=meaning) for p in SCALE.points))
    pdf = printed_slips(slip(), slip(scale=wordy), copies=2, large=large)
    assert squeezed(text_of(pdf)).count(squeezed(meaning)) == 2 * len(SCALE.points)
    assert overlapping(pdf) == []
    assert sum(tick_boxes(pdf)) == 4 * 6
    for _page, _left, bottom, _right, top, text in strings(pdf):
        assert bottom > UNPRINTABLE, text
        assert top < HEIGHT - UNPRINTABLE, text


TEAMS = (
    "צוות הלילה, בית רואן",
    "فريق الليل في روان هاوس",
    "Night team 🌙🏡",
    "Équipe de nuit – Ночная смена",
    "The team with a name that is longer than any sign above any door in the whole county " * 2,
    "W" * 160,
)


@pytest.mark.parametrize("team", TEAMS)
@pytest.mark.parametrize("large", [False, True])
def test_any_teams_name_leaves_the_slip_whole(team: str, large: bool) -> None:
    pdf = printed_slips(slip(team=team, levels=LEVELS, round_number=1), large=large)
    assert "First vote" in text_of(pdf)
    assert overlapping(pdf) == []
    if not large:
        assert len(by_quarter(pdf)) == 1


def test_a_short_name_in_another_script_is_kept_as_it_was_typed() -> None:
    assert "צוות" in text_of(printed_slips(slip(team="צוות לילה")))
    assert "[crescent moon]" in text_of(printed_slips(slip(team="Night 🌙")))


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=160))
def test_whatever_a_team_calls_itself_can_be_printed(team: str) -> None:
    pdf = printed_slips(slip(team=team))
    for _page, left, _bottom, right, top, words in strings(pdf):
        assert left > UNPRINTABLE, words
        assert right < WIDTH / 2 - 10, words
        assert top < HEIGHT - 10, words


@pytest.mark.parametrize("large", [False, True])
def test_the_file_says_what_it_is_and_not_whose(large: bool) -> None:
    pdf = printed_slips(slip(), large=large)
    said = said_of_itself(pdf)
    assert "Voting slips" in said
    assert ("large print" in said) is large
    assert "Rowan" not in said
    assert reader(pdf).metadata is not None
    assert not reader(pdf).metadata.author  # type: ignore[union-attr]
    assert reader(pdf).trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]


def test_each_subject_can_be_found_in_the_list_of_contents_once() -> None:
    pdf = printed_slips(slip(), slip(SECOND_ELEMENT), copies=5)
    assert outline(pdf) == ["Demonstrating personal qualities", "Managing yourself"]


def test_a_slip_is_read_out_as_one_part_with_its_answers_as_a_list() -> None:
    kinds = spoken(printed_slips(slip(), copies=2))
    assert kinds.count("/Sect") == 2
    assert kinds.count("/H2") == 2
    assert kinds.count("/L") == 2
    assert kinds.count("/LI") == kinds.count("/Lbl") == kinds.count("/LBody") == 12


def test_nothing_to_print_is_explained() -> None:
    for slips, copies in (((), 3), ((slip(),), 0)):
        with pytest.raises(WorkshopProblem, match="no slip to print"):
            write_slips(slips, copies, BytesIO())


def test_printing_can_be_stopped_between_two_pages(tmp_path: Path) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    target = tmp_path / "slips.pdf"
    write_slips([slip()], 400, target, cancelled=cancelled)
    assert not target.exists()
    assert len(asked) == 4


def test_slips_can_be_written_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "slips.pdf"
    write_slips([slip()], 11, target)
    assert len(reader(target.read_bytes()).pages) == 3
