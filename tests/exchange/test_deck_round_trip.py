"""A deck that is written and read again is the same deck, in each of the three kinds of file."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lqf_workshop.domain.card_rules import CardField, card_problems, tidy_card
from lqf_workshop.domain.scenario import Fact, FactKind, ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.deck_reading import read_deck
from lqf_workshop.exchange.deck_writing import write_deck, write_template
from tests.exchange.decks import KINDS, TAGS, WHOLE, deck_of, shipped

ROUND_TRIP = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
AWKWARD = st.sampled_from(
    [
        "=1+1",
        "'=1+1",
        "''@sum",
        "-5 degrees",
        "+44 20",
        "@home",
        "＝HYPERLINK()",
        "a;b,c\td",
        '"quoted"',
        "line\nline",
        "\r\n=x",
        "_x000D_ and _x005F_",
        "شكرًا جزيلًا",
        "👩🏽‍🦽 👍",
        "a\x00b\x1bc\x7f",
        "\ud800 lone",
        "\u202eback",
        "2026",
        "1e5",
        "TRUE",
        "sep=;",
        "#REF!",
    ]
)
WORDS = st.one_of(st.text(st.characters(), max_size=60), AWKWARD)


@st.composite
def cards(draw: st.DrawFn) -> ScenarioCard:
    codes = [
        st.lists(st.sampled_from(sorted(known)), max_size=4)
        for known in (TAGS.elements, TAGS.levels, TAGS.ideas)
    ]
    fact = st.builds(
        Fact,
        WORDS.map(lambda text: f"Fact {text}"),
        WORDS.map(lambda text: f"Source {text}".replace("|", "/")),
        st.dates(),
        st.sampled_from(FactKind),
    )
    card = tidy_card(
        ScenarioCard(
            number=1,
            code="",
            title=draw(WORDS),
            situation=draw(WORDS),
            involved=tuple(draw(st.lists(WORDS, max_size=4))),
            elements=tuple(draw(codes[0])),
            levels=tuple(draw(codes[1])),
            prompts=tuple(draw(st.lists(WORDS, min_size=1, max_size=6))),
            read_aloud=draw(WORDS),
            watch_for=draw(WORDS),
            facts=tuple(draw(st.lists(fact, max_size=2))),
            ideas=tuple(draw(codes[2])),
        )
    )
    wrong = {problem.field for problem in card_problems(card)}
    return replace(
        card,
        title="T" if CardField.TITLE in wrong else card.title,
        situation="S" if CardField.SITUATION in wrong else card.situation,
        prompts=("Why?",) if CardField.PROMPTS in wrong else card.prompts,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_deck_comes_back_card_for_card(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"Wicked issues{kind}"
    write_deck(shipped(), path)
    reading = read_deck(path, TAGS)
    assert reading.problems == ()
    assert (reading.deck.code, reading.deck.name, reading.deck.own) == ("", "Wicked issues", True)
    codes = [card.code if kind == ".lqfdeck" else "" for card in shipped().cards]
    wanted = [replace(c, code=code) for c, code in zip(shipped().cards, codes, strict=True)]
    assert list(reading.deck.cards) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_whole_card_comes_back_as_it_was(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"deck{kind}"

    @ROUND_TRIP
    @given(st.lists(cards(), min_size=1, max_size=3))
    def check(made: list[ScenarioCard]) -> None:
        write_deck(deck_of(*made), path)
        reading = read_deck(path, TAGS)
        assert reading.problems == ()
        numbered = [replace(card, number=n) for n, card in enumerate(made, 1)]
        assert list(reading.deck.cards) == numbered

    check()


@pytest.mark.parametrize("kind", [".lqfdeck", ".xlsx"])
def test_the_name_and_description_of_a_deck_come_back(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"other{kind}"
    write_deck(replace(deck_of(WHOLE), name="=Ours", about="Two\nlines"), path)
    deck = read_deck(path, TAGS).deck
    assert (deck.name, deck.about) == ("=Ours", "Two\nlines")


def test_no_cell_of_a_csv_can_run(tmp_path: Path) -> None:
    path = tmp_path / "deck.csv"
    risky = replace(
        WHOLE, title="=cmd|' /C calc'!A0", read_aloud="@x", watch_for="-1", prompts=("+1",)
    )
    write_deck(deck_of(risky), path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    cells = [c for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for c in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")] == []


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "deck.xlsx"
    write_deck(deck_of(replace(WHOLE, title="=1+1")), path)
    cell = openpyxl.load_workbook(path)["Cards"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_the_example_of_a_template_is_no_card_until_it_is_changed(
    tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"new{kind}"
    write_template(path, TAGS)
    with pytest.raises(WorkshopProblem, match="no cards in this file yet"):
        read_deck(path, TAGS)
    if kind == ".csv":
        path.write_bytes(path.read_bytes().replace(b"Example: the", b"The"))
    else:
        book = openpyxl.load_workbook(path)
        book["Cards"]["A2"] = "The lift"
        book.save(path)
    (card,) = read_deck(path, TAGS).deck.cards
    assert card.title.startswith("The lift")


def test_a_template_explains_every_column_and_lists_every_code(tmp_path: Path) -> None:
    path = tmp_path / "new.xlsx"
    write_template(path, TAGS)
    book = openpyxl.load_workbook(path)
    told = {str(cell.value) for row in book["How to fill this in"].rows for cell in row}
    heads = {str(cell.value) for cell in book["Cards"][1]}
    assert heads | TAGS.elements | TAGS.levels | TAGS.ideas <= told
    assert book["Cards"].freeze_panes == "B2"
    assert book["Cards"]["B2"].alignment.wrap_text


def test_a_fact_keeps_the_day_it_was_checked(tmp_path: Path) -> None:
    fact = Fact("7 in 100 | posts", "Skills for Care", date(2026, 7, 31), FactKind.FIGURE)
    path = tmp_path / "deck.csv"
    write_deck(deck_of(replace(WHOLE, facts=(fact,))), path)
    assert read_deck(path, TAGS).deck.cards[0].facts == (fact,)


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_is_gone_is_explained(tmp_path: Path, kind: str) -> None:
    with pytest.raises(WorkshopProblem, match="is not there any more"):
        write_deck(shipped(), tmp_path / "gone" / f"deck{kind}")


def test_a_deck_is_not_written_under_another_kind_of_name(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match=r"\.lqfdeck / \.xlsx / \.csv"):
        write_deck(shipped(), tmp_path / "deck.docx")
    with pytest.raises(WorkshopProblem, match=r"\.xlsx / \.csv"):
        write_template(tmp_path / "deck.lqfdeck", TAGS)
    assert list(tmp_path.iterdir()) == []
