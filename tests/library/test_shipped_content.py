"""Everything that is shipped can be read, is whole, and speaks as we do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from lqf_workshop.domain.agenda import MINUTES_ALLOWED, StepKind
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.rating import CANT_SEE
from lqf_workshop.domain.subject import SKILL_MARK
from lqf_workshop.library.shelf import EDITIONS, Shelf
from lqf_workshop.resource_files import resource
from tests.builders import ROOT

SCALES = ("nhs-stages", "confidence")
RESOURCES = ROOT / "resources"
CONTENT = sorted(RESOURCES.rglob("*.toml"))
EVERY_WORD_OF = pytest.mark.parametrize(
    "file", CONTENT, ids=[str(file.relative_to(RESOURCES)) for file in CONTENT]
)


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield every text in a file, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def words_of(file: Path) -> Iterator[str]:
    yield from texts(tomllib.loads(file.read_text("utf-8")))


def words(text: str) -> int:
    return len(text.split())


def test_every_shipped_file_is_read_without_a_problem(shelf: Shelf) -> None:
    read = [
        *shelf.editions(),
        *shelf.behaviours(),
        *shelf.glances(),
        shelf.nhs(),
        *map(shelf.scale, SCALES),
        shelf.deck(),
        *shelf.templates(),
        *(idea for family in Family for idea in shelf.ideas(family)),
    ]
    assert shelf.problems == []
    assert all(read)


def test_every_shipped_agenda_is_read(shelf: Shelf) -> None:
    shipped = {file.stem for file in (RESOURCES / "agendas").glob("*.toml")}
    assert {template.code for template in shelf.templates()} == shipped


def test_every_shipped_edition_is_read(shelf: Shelf) -> None:
    assert tuple(edition.code for edition in shelf.editions()) == EDITIONS


def test_agendas_come_in_their_order_and_no_two_share_a_place(shelf: Shelf) -> None:
    order = [template.order for template in shelf.templates()]
    assert order == sorted(set(order))


def test_the_classic_edition_has_seven_dimensions_of_four_elements(shelf: Shelf) -> None:
    edition = shelf.edition("lqf-classic")
    assert edition is not None
    assert [d.code for d in edition.dimensions] == ["PQ", "WO", "MS", "IS", "SD", "CV", "DS"]
    assert {len(d.elements) for d in edition.dimensions} == {4}


def test_everyone_rates_all_but_the_two_dimensions_of_senior_leaders(shelf: Shelf) -> None:
    edition = shelf.edition("lqf-classic")
    assert edition is not None
    assert set(edition.suggested) == {"PQ", "WO", "MS", "IS", "SD"}


def test_the_deck_has_twenty_six_cards_of_four_prompts_in_order(shelf: Shelf) -> None:
    deck = shelf.deck()
    assert deck is not None
    assert [card.number for card in deck.cards] == list(range(1, 27))
    assert {len(card.prompts) for card in deck.cards} == {4}


def test_every_dimension_of_the_classic_edition_has_a_card(shelf: Shelf) -> None:
    deck, edition = shelf.deck(), shelf.edition("lqf-classic")
    assert deck is not None
    assert edition is not None
    touched = {code for card in deck.cards for code in card.dimensions}
    assert touched == {d.code for d in edition.dimensions}


def test_every_card_goes_with_items_of_the_taxonomy_and_every_item_has_cards(shelf: Shelf) -> None:
    deck = shelf.deck()
    assert deck is not None
    assert all(card.ideas for card in deck.cards)
    named = {code for card in deck.cards for code in card.ideas}
    assert named == {idea.code for idea in shelf.ideas(Family.TAXONOMY)}


def test_every_fact_on_a_card_says_where_it_was_found(shelf: Shelf) -> None:
    deck = shelf.deck()
    assert deck is not None
    assert all("://" in fact.source for card in deck.cards for fact in card.facts)


def test_the_steps_of_every_agenda_have_possible_lengths(shelf: Shelf) -> None:
    for template in shelf.templates():
        assert all(step.minutes in MINUTES_ALLOWED for step in template.steps)


def test_every_agenda_begins_with_a_welcome_and_ends_with_a_close(shelf: Shelf) -> None:
    for template in shelf.templates():
        assert template.steps[0].kind is StepKind.WELCOME
        assert template.steps[-1].kind is StepKind.CLOSE


def test_every_agenda_that_rates_says_how_many_dimensions_it_has_time_for(shelf: Shelf) -> None:
    for template in shelf.templates():
        rates = any(step.kind is StepKind.RATE for step in template.steps)
        assert (template.dimensions > 0) is rates


def test_every_agenda_that_rates_has_words_for_results_by_role(shelf: Shelf) -> None:
    rating = [s for t in shelf.templates() for s in t.steps if s.kind is StepKind.RATE]
    assert len(rating) == 5
    for step in rating:
        script = step.scripts["levels"]
        assert "at least five people" in script.say
        assert "never guess" in script.watch


def test_the_one_issue_clinic_turns_the_skills_dial_once_the_issue_is_known(shelf: Shelf) -> None:
    clinic = next(t for t in shelf.templates() if t.code == "one-issue-clinic")
    kinds = [step.kind for step in clinic.steps]
    assert kinds.index(StepKind.CARD) < kinds.index(StepKind.SKILLS) < kinds.index(StepKind.ACTIONS)
    dial = clinic.steps[kinds.index(StepKind.SKILLS)]
    assert dial.minutes == 15
    assert set(dial.scripts) == {"start", "vote", "reveal", "second", "lowest"}


def test_every_step_has_something_to_say_do_and_watch_for(shelf: Shelf) -> None:
    for template in shelf.templates():
        for step in template.steps:
            for script in step.scripts.values():
                assert all((script.say, script.do, script.watch))


def test_the_nhs_map_joins_only_what_the_classic_edition_has(shelf: Shelf) -> None:
    nhs, edition = shelf.nhs(), shelf.edition("lqf-classic")
    assert nhs is not None
    assert edition is not None
    assert [d.lqf for d in nhs.domains] == [d.code for d in edition.dimensions]
    assert {level for s in nhs.stages for level in s.levels} == {e.code for e in edition.levels}


def test_what_good_looks_like_at_a_glance_is_one_short_sentence_for_each_role(
    shelf: Shelf,
) -> None:
    glances, edition = shelf.glances(), shelf.edition("lqf-classic")
    assert edition is not None
    assert list(glances) == [d.code for d in edition.dimensions]
    for by_level in glances.values():
        assert list(by_level) == [level.code for level in edition.levels]
        assert all(words(text) <= 14 for text in by_level.values())
    assert len({text for by_level in glances.values() for text in by_level.values()}) == 28


def test_the_plainest_words_are_one_sentence_without_a_long_word(shelf: Shelf) -> None:
    for edition in shelf.editions():
        for dimension in edition.dimensions:
            assert dimension.plainest.endswith(".")
            assert dimension.plainest.count(".") == 1
            assert max(map(len, re.findall(r"\w+", dimension.plainest))) <= 9
            assert words(dimension.plainest) < words(dimension.plain)


def test_every_dimension_has_a_picture_for_each_nhs_stage_in_one_short_sentence(
    shelf: Shelf,
) -> None:
    nhs, edition = shelf.nhs(), shelf.edition("lqf-classic")
    assert nhs is not None
    assert edition is not None
    assert len(nhs.pictures) == 28
    assert len({picture.text for picture in nhs.pictures}) == 28
    for dimension in edition.dimensions:
        pictures = nhs.pictures_of(dimension.code)
        assert [picture.stage for picture in pictures] == [1, 2, 3, 4]
        assert all(words(picture.text) <= 22 for picture in pictures)
        assert all(picture.text.count(".") == 1 for picture in pictures)


@EVERY_WORD_OF
def test_nothing_is_shouted(file: Path) -> None:
    assert [text for text in words_of(file) if "!" in text] == []


@EVERY_WORD_OF
def test_quotation_marks_and_apostrophes_are_curled(file: Path) -> None:
    assert [text for text in words_of(file) if re.search("[\"']", text)] == []


@EVERY_WORD_OF
def test_nothing_has_spaces_where_nobody_sees_them(file: Path) -> None:
    assert [text for text in words_of(file) if text != " ".join(text.split())] == []


@EVERY_WORD_OF
def test_nothing_was_left_to_be_written(file: Path) -> None:
    unfinished = re.compile(r"\b(TODO|TBC|FIXME|lorem)\b|\.\.\.", re.IGNORECASE)
    assert [text for text in words_of(file) if unfinished.search(text)] == []


def test_what_a_dimension_shows_on_the_big_screen_is_short(shelf: Shelf) -> None:
    for edition in shelf.editions():
        for dimension in edition.dimensions:
            assert words(dimension.short_name) <= 4
            assert words(dimension.name) <= 6
            assert words(dimension.plain) <= 20
            assert 0 < words(dimension.plainest) <= 12
            assert words(dimension.around_two) <= 20
            assert words(dimension.around_four) <= 20
            assert all(words(element.name) <= 10 for element in dimension.elements)


def test_the_answers_on_the_big_screen_are_short(shelf: Shelf) -> None:
    for edition in shelf.editions():
        for point in (*edition.scale, edition.cant_see):
            assert words(point.word) <= 6
            assert words(point.meaning) <= 8


@pytest.mark.parametrize("code", SCALES)
def test_a_scale_beside_the_team_wording_has_five_answers_and_one_aside(
    shelf: Shelf, code: str
) -> None:
    scale = shelf.scale(code)
    assert scale is not None
    assert [point.point for point in scale.points] == [1, 2, 3, 4, 5]
    assert len(set(scale.words)) == 5
    assert scale.cant_see.point == CANT_SEE
    assert scale.cant_see.word not in scale.words


@pytest.mark.parametrize("code", SCALES)
def test_every_answer_of_a_scale_is_one_or_two_sentences(shelf: Shelf, code: str) -> None:
    scale = shelf.scale(code)
    assert scale is not None
    for answer in (*scale.points, scale.cant_see):
        assert words(answer.detail) <= 30
        assert 1 <= len(re.findall(r"[.](?: |$)", answer.detail)) <= 2


def test_a_scale_that_nobody_shipped_is_none(shelf: Shelf) -> None:
    assert shelf.scale("team") is None
    assert shelf.problems == []


def test_the_wording_of_an_edition_is_a_scale_of_its_own(shelf: Shelf) -> None:
    edition = shelf.edition("lqf-classic")
    assert edition is not None
    scale = edition.own_scale
    assert (scale.code, scale.version) == ("team", edition.version)
    assert scale.words == ("Not yet", "Starting", "Usually", "Reliably", "Leading")
    assert scale.cant_see == edition.cant_see


def test_a_card_on_the_big_screen_is_short(shelf: Shelf) -> None:
    deck = shelf.deck()
    assert deck is not None
    for card in deck.cards:
        assert words(card.title) <= 8
        assert words(card.situation) <= 60
        assert all(words(prompt) <= 15 for prompt in card.prompts)
        assert len(card.involved) <= 7


def test_every_prompt_is_a_question(shelf: Shelf) -> None:
    deck = shelf.deck()
    assert deck is not None
    assert [p for card in deck.cards for p in card.prompts if not p.endswith("?")] == []


def test_a_step_on_the_big_screen_is_short(shelf: Shelf) -> None:
    for template in shelf.templates():
        for step in template.steps:
            assert words(step.title) <= 6
            assert words(step.purpose) <= 15


def test_an_attribute_on_the_big_screen_is_short(shelf: Shelf) -> None:
    for idea in shelf.ideas(Family.ATTRIBUTE):
        assert words(idea.name) <= 4
        assert words(idea.plain) <= 20


def test_every_dimension_has_an_icon_so_that_colour_never_speaks_alone(shelf: Shelf) -> None:
    for edition in shelf.editions():
        for dimension in edition.dimensions:
            assert resource("icons", f"dimension-{dimension.code}.svg").is_file()


def test_skills_have_an_icon_too() -> None:
    assert resource("icons", f"dimension-{SKILL_MARK}.svg").is_file()


@pytest.mark.parametrize("icon", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda f: f.stem)
def test_every_icon_can_be_drawn_at_any_size(icon: Path) -> None:
    assert ElementTree.parse(icon).getroot().get("viewBox")


def test_regulators_can_be_swapped_and_each_line_has_a_code_of_its_own(shelf: Shelf) -> None:
    first, draft = shelf.regulators()
    assert [len(question.lines) for question in first.questions] == [8, 6, 5, 7, 8]
    assert [question.name for question in first.questions] == [q.name for q in draft.questions]
    assert len({line.code for line in (*first.lines, *draft.lines)}) == 34 + 5
    assert not shelf.problems
