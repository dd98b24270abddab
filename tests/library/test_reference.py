"""The pocket reference as plain values: what is on its sheets, and what a search finds."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.activity import Activity
from lqf_workshop.library.reference.contents import sheets_of
from lqf_workshop.library.reference.finding import find
from lqf_workshop.library.reference.sheets import Group, Sheet
from lqf_workshop.library.shelf import Shelf


@pytest.fixture(scope="module")
def sheets(shelf: Shelf) -> dict[str, Sheet]:
    return {sheet.key: sheet for sheet in sheets_of(shelf)}


def activities(shelf: Shelf) -> list[Activity]:
    on_card = shelf.card_activity()
    return [*shelf.activities(), *([on_card] if on_card else [])]


def words(sheet: Sheet) -> str:
    return "\n".join(passage.all_words for passage in sheet.passages)


def test_every_activity_says_what_it_is_for_what_it_ends_in_and_where_it_comes_from(
    sheets: dict[str, Sheet], shelf: Shelf
) -> None:
    for activity in activities(shelf):
        sheet = sheets[f"activity/{activity.code}"]
        about = sheet.passages[0].all_words
        for text in (activity.about, activity.takeaway, activity.origin, f"({activity.dimension})"):
            assert text in about, activity.code
        assert f"{activity.minutes} minutes" in sheet.subtitle


def test_every_step_of_an_activity_has_its_question_script_and_what_is_filled_in(
    sheets: dict[str, Sheet], shelf: Shelf
) -> None:
    for activity in activities(shelf):
        steps = sheets[f"activity/{activity.code}"].passages[1:]
        for step, passage in zip(activity.steps, steps, strict=True):
            assert passage.lead == step.question
            assert passage.aside == f"{step.minutes} minutes"
            assert step.script.say in passage.all_words
            for block, _fields in activity.used(step):
                assert f"“{block.name}”" in passage.all_words


def test_a_private_block_says_that_it_is_stored_nowhere(
    sheets: dict[str, Sheet], shelf: Shelf
) -> None:
    private = [a for a in activities(shelf) if any(block.private for block in a.blocks)]
    assert private
    for activity in private:
        assert "stored nowhere" in words(sheets[f"activity/{activity.code}"])


def test_activities_stand_under_the_idea_they_come_from(sheets: dict[str, Sheet]) -> None:
    by_group: dict[Group, list[str]] = {}
    for sheet in sheets.values():
        by_group.setdefault(sheet.group, []).append(sheet.title)
    assert len(by_group[Group.TAXONOMY]) == 8
    assert len(by_group[Group.CONSTRUCTS]) == 7
    assert len(by_group[Group.SYSTEMS]) == 1
    assert len(by_group[Group.MORE_ACTIVITIES]) == 2


def test_groups_follow_each_other_and_none_comes_twice(sheets: dict[str, Sheet]) -> None:
    groups = list(dict.fromkeys(sheet.group for sheet in sheets.values()))
    assert groups == [group for group in Group if group in groups]
    order = [sheet.group for sheet in sheets.values()]
    assert order == sorted(order, key=groups.index)


def test_a_search_finds_the_step_of_an_activity(sheets: dict[str, Sheet]) -> None:
    hits = find(tuple(sheets.values()), "smallest safe experiment")
    assert hits[0].sheet.title == "Adaptive leadership"
    assert hits[0].passage.title == "4  The smallest safe experiment"


def test_an_idea_names_the_activities_that_come_from_it(
    sheets: dict[str, Sheet], shelf: Shelf
) -> None:
    ideas = "\n".join(words(sheet) for key, sheet in sheets.items() if key.startswith("ideas/"))
    for activity in shelf.activities():
        if activity.idea:
            assert f"{activity.name}, {activity.minutes} minutes" in ideas
