"""A row that is wrong is named with its row, its column and what to do; no good row is lost."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.deck_reading import DeckReading, read_deck
from tests.exchange.decks import TAGS

HEAD = "Title,Situation,Question 1,Question 2,Elements,Facts"


def read(
    tmp_path: Path, *lines: str, encoding: str = "utf-8", name: str = "Ours.csv"
) -> DeckReading:
    path = tmp_path / name
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return read_deck(path, TAGS)


def test_one_bad_row_loses_no_good_one(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        HEAD,
        "Kettle,It is broken.,Who minds?,,MS2,",
        ",It is broken.,Who minds?,,MS2,",
        "",
        f"Lift,It is stuck.,,{'w' * 161},MS9,It is so",
        '"Rota","It eats\nitself.",Why?,,"ms2; wo3",',
    )
    assert [card.title for card in reading.deck.cards] == ["Kettle", "Rota"]
    assert [card.number for card in reading.deck.cards] == [1, 2]
    assert reading.deck.cards[1].elements == ("MS2", "WO3")
    told = [(p.row, p.column, p.sentence) for p in reading.problems]
    assert told[0] == (3, "Title", "Please write a title.")
    assert [(row, column) for row, column, _said in told[1:]] == [
        (5, "Facts"),
        (5, "Question 2"),
        (5, "Elements"),
    ]
    assert "the fact | where it is from | 2026-07-31 | figure / law / guidance" in told[1][2]
    assert "161 characters" in told[2][2]
    assert told[3][2].startswith("There is no code “MS9”. Please take it from the list: CV, CV1")


def test_columns_are_found_without_regard_to_case_space_and_order(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "QUESTION1, who is  involved ,situation:,Read-aloud,title",
        "Why?,cook;family,It is so.,Slowly.,Kettle",
    )
    (card,) = reading.deck.cards
    assert (card.title, card.involved, card.read_aloud) == ("Kettle", ("cook", "family"), "Slowly.")
    assert reading.deck.name == "Ours"


def test_a_column_that_we_do_not_know_is_named(tmp_path: Path) -> None:
    reading = read(tmp_path, "Title,Situation,Question 1,Questoin 2", "Kettle,So.,Why?,Who?")
    assert [(p.row, p.column) for p in reading.problems] == [(1, "Questoin 2")]
    assert len(reading.deck.cards) == 1


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        ("Title,Story,Question 1", "Situation"),
        ("Name,Situation,Question 1", "Title"),
        ("Title,Situation", "Question 1"),
        ("a,b,c", "Title"),
        ("", "Title"),
    ],
)
def test_a_missing_column_is_named(tmp_path: Path, head: str, missing: str) -> None:
    with pytest.raises(WorkshopProblem, match=f"no column “{missing}”"):
        read(tmp_path, head, "a,b,c")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_as_spreadsheets_save_it(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    lines = [
        line.replace("|", separator)
        for line in ("Title|Situation|Question 1", "Café’s rota|Too short, too late.|Why?")
    ]
    if separator == ",":
        lines[1] = 'Café’s rota,"Too short, too late.",Why?'
    reading = read(tmp_path, *lines, encoding=encoding)
    (card,) = reading.deck.cards
    assert (card.title, card.situation) == ("Café’s rota", "Too short, too late.")


def test_the_separator_that_a_file_names_is_taken_at_its_word(tmp_path: Path) -> None:
    reading = read(tmp_path, "sep=|", "Title|Situation|Question 1", "Kettle|So.|Why?", "Lift||")
    assert [card.title for card in reading.deck.cards] == ["Kettle"]
    assert {problem.row for problem in reading.problems} == {3}


def test_a_quotation_mark_that_is_never_closed_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match="near line 3"):
        read(tmp_path, HEAD, "Kettle,So.,Why?,,,", '"Lift,So.,Why?,,,')


def test_a_workbook_is_read_from_the_sheet_that_has_the_cards(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Something", "else"])
    sheet = book.create_sheet("Mine")
    sheet.append(["Our cards"])
    sheet.append(["title", "situation", "question 1", "question 2"])
    sheet.append([2026, 3.0, True, None])
    sheet.append(["Lift", None, "Why?", None])
    path = tmp_path / "Ours.xlsx"
    book.save(path)
    reading = read_deck(path, TAGS)
    (card,) = reading.deck.cards
    assert (card.title, card.situation, card.prompts) == ("2026", "3", ("TRUE",))
    assert [(p.row, p.column) for p in reading.problems] == [(4, "Situation")]
