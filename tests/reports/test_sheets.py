from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.domain.framework import Family, Scale
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports.page import HEIGHT, WIDTH
from lqf_workshop.reports.scale_cards import write_scale_cards
from lqf_workshop.reports.sheets import write_skills_sheet, write_strengths_sheet
from tests.builders import SHELF
from tests.reports.forms import REACH, SCALE, SURE
from tests.reports.paper import (
    outline,
    overlapping,
    pages_of,
    said_of_itself,
    smallest_type,
    squeezed,
    strings,
    text_of,
    tick_boxes,
)

ATTRIBUTES = SHELF.ideas(Family.ATTRIBUTE)
SKILLS = SHELF.ideas(Family.SKILL)
TEAM = "Night team, Rowan House"
ISSUE = "The stairs and the kettle"
DAY = date(2026, 11, 25)
TEAMS = ("", TEAM, "צוות הלילה, בית רואן", "Night team 🌙🏡", "A rather long name of a team " * 5)


def strengths(team: str = TEAM, large: bool = False) -> bytes:
    file = BytesIO()
    write_strengths_sheet(ATTRIBUTES, team, file, large=large, printed_on=DAY)
    return file.getvalue()


def skills(scale: Scale = SURE, issue: str = ISSUE, team: str = TEAM, large: bool = False) -> bytes:
    file = BytesIO()
    write_skills_sheet(SKILLS, scale, issue, team, file, large=large, printed_on=DAY)
    return file.getvalue()


def is_whole(pdf: bytes) -> bool:
    """Whether every word stands on its page and on no other word."""
    inside = all(
        left > 50 and right < WIDTH - 50 and bottom > 17 and top < HEIGHT - 17
        for _page, left, bottom, right, top, _words in strings(pdf)
    )
    return inside and not overlapping(pdf)


def test_each_attribute_can_be_ticked_told_and_asked_for_on_one_page() -> None:
    pdf = strengths()
    (page,) = pages_of(pdf)
    for idea in ATTRIBUTES:
        assert f"{idea.name} " in page
        assert squeezed(idea.plain) in squeezed(page)
    assert page.count("I have seen this") == 8
    assert page.count("One we need more of") == 8
    assert "No names needed." in page
    assert tick_boxes(pdf) == [16]


def test_attributes_are_never_scored() -> None:
    text = text_of(strengths()).replace("Page 1 of 1", "")
    assert not any(letter.isdigit() for letter in text)


def test_a_person_marks_each_skill_on_the_issue_in_hand_on_one_page() -> None:
    pdf = skills()
    (page,) = pages_of(pdf)
    assert "How sure are we, on this issue? The issue The stairs and the kettle" in page
    for idea in SKILLS:
        assert idea.name in page
        assert squeezed(idea.plain) in squeezed(page)
    for point in SURE.points:
        assert f"{point.point} {point.word}: {point.meaning}" in page
    assert "0 Can’t say from my role" in page
    assert tick_boxes(pdf)[0] - 1 == 5 * 6


def test_a_skill_sheet_without_an_issue_leaves_its_place_out() -> None:
    assert "The issue" not in text_of(skills(issue=""))


@pytest.mark.parametrize("team", TEAMS)
@pytest.mark.parametrize("large", [False, True])
def test_any_teams_name_leaves_the_sheets_whole(team: str, large: bool) -> None:
    for pdf in (strengths(team, large), skills(team=team, large=large)):
        assert is_whole(pdf)
        assert smallest_type(pdf) >= (18 if large else 9)


@pytest.mark.parametrize("scale", [SCALE, REACH, SURE])
@pytest.mark.parametrize("large", [False, True])
def test_the_words_of_every_scale_have_room(scale: Scale, large: bool) -> None:
    pdf = skills(scale, large=large)
    assert is_whole(pdf)
    for point in scale.points:
        assert text_of(pdf).count(point.word) >= (6 if large else 2)


def test_large_print_keeps_a_name_and_its_boxes_on_one_page() -> None:
    for pages, ideas, sign in (
        (pages_of(strengths(large=True)), ATTRIBUTES, "I have seen this"),
        (pages_of(skills(large=True)), SKILLS, "Fairly sure"),
    ):
        assert len(pages) == 3
        boxes = 0
        for page in pages:
            names = sum(f"{idea.name} {idea.plain[:12]}" in page for idea in ideas)
            found = page.count(sign) - page.count(f"{sign}:")
            boxes += names
            assert found == names
        assert boxes == len(ideas)


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=160), st.booleans())
def test_an_issue_of_any_words_can_be_printed(issue: str, large: bool) -> None:
    pdf = skills(issue=issue, large=large)
    for _page, left, bottom, right, _top, words in strings(pdf):
        assert left > 50, words
        assert right < WIDTH - 40, words
        assert bottom > 10, words
    assert "Promote learning" in text_of(pdf)


@pytest.mark.parametrize("large", [False, True])
def test_the_files_say_what_they_are_and_not_whose(large: bool) -> None:
    for pdf, name in (
        (strengths(large=large), "Strengths sheet"),
        (skills(large=large), "Skills sheet"),
    ):
        said = said_of_itself(pdf)
        assert name in said
        assert "Rowan" not in said
        assert "kettle" not in said


def test_each_sheet_has_its_title_in_the_list_of_contents() -> None:
    assert outline(strengths()) == ["Strengths we have seen"]
    assert outline(skills()) == ["How sure are we, on this issue?"]


def test_an_empty_list_is_explained() -> None:
    with pytest.raises(WorkshopProblem, match="nothing to print"):
        write_strengths_sheet((), TEAM, BytesIO())
    with pytest.raises(WorkshopProblem, match="nothing to print"):
        write_skills_sheet((), SURE, ISSUE, TEAM, BytesIO())


def test_a_sheet_that_is_not_wanted_any_more_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    write_strengths_sheet(ATTRIBUTES, TEAM, target, cancelled=lambda: True)
    write_skills_sheet(SKILLS, SURE, ISSUE, TEAM, target, cancelled=lambda: True)
    write_scale_cards(SURE, target, cancelled=lambda: True)
    assert not target.exists()


def test_number_cards_show_one_number_on_each_half_page() -> None:
    file = BytesIO()
    write_scale_cards(SCALE, file, printed_on=DAY)
    pages = pages_of(file.getvalue())
    assert [page[0] for page in pages] == ["1", "3", "5"]
    assert pages[2].endswith("0 Can’t see this from my role")
    numbers = [one for one in strings(file.getvalue()) if one[5].isdecimal()]
    assert len(numbers) == 6
    for _page, _left, bottom, _right, top, number in numbers:
        assert top - bottom > 190, number
        assert (top < HEIGHT / 2) is (number in "240")
        assert (bottom > HEIGHT / 2) is (number in "135")
    assert overlapping(file.getvalue()) == []


def test_a_card_with_many_words_stays_in_its_half() -> None:
    wordy = replace(SCALE, points=tuple(replace(p, meaning=p.detail) for p in SCALE.points))
    file = BytesIO()
    write_scale_cards(wordy, file)
    for _page, _left, bottom, _right, top, words in strings(file.getvalue()):
        assert (bottom > HEIGHT / 2) is (top > HEIGHT / 2), words
        assert bottom > 17, words
