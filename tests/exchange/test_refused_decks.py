"""A file that is no deck is refused with a plain sentence, soon, and without being unpacked."""

from __future__ import annotations

import io
import json
import re
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.deck_file import deck_bytes
from lqf_workshop.exchange.deck_reading import read_deck
from lqf_workshop.exchange.deck_writing import write_deck
from tests.exchange.decks import KINDS, TAGS, WHOLE, deck_of

SHEET = "xl/worksheets/sheet1.xml"
BILLION = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + ']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData><row><c t='inlineStr'><is><t>&a9;</t></is></c></row></sheetData></worksheet>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData><row><c t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>"
)


def refusal(tmp_path: Path, name: str, content: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WorkshopProblem) as caught:
        read_deck(path, TAGS)
    return str(caught.value)


def file_with(change: Callable[[dict[str, Any]], object]) -> bytes:
    made = json.loads(deck_bytes(deck_of(WHOLE)))
    change(made)
    return json.dumps(made).encode()


def workbook(tmp_path: Path) -> bytes:
    path = tmp_path / "made.xlsx"
    write_deck(deck_of(WHOLE), path)
    return path.read_bytes()


def with_part(content: bytes, part: str, text: str | bytes) -> bytes:
    """Return a workbook with one of its parts changed for another."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        assert part in old.namelist()
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda file: file.update(format_version=2), "newer version of LQF Workshop"),
        (lambda file: file.update(format_version=2, more=[1]), "newer version of LQF Workshop"),
        (lambda file: file.update(format="lqf-library"), "not a deck of cards"),
        (lambda file: file.pop("format"), "not a deck of cards"),
        (lambda file: file.update(more=1), "unknown field `more`"),
        (lambda file: file["cards"][0].update(colour="red"), "Card 1 in this file"),
        (lambda file: file["cards"][0].pop("title"), "`title`"),
        (lambda file: file["cards"].append({"prompts": "Why?"}), "Card 2 in this file"),
        (lambda file: file.update(cards=[]), "no cards in this file yet"),
        (lambda file: file.update(cards=file["cards"] * 2001), "<= 2000"),
    ],
)
def test_a_deck_file_with_a_wrong_part_is_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], sentence: str
) -> None:
    said = refusal(tmp_path, "deck.lqfdeck", file_with(change))
    assert sentence in said


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b'"deck"',
        b"\xff\xfe{}",
        b"\x00" * 1000,
        b"[" * 200_000,
        b'{"format":' * 100_000,
        b'{"format":"lqf-deck","format_version":1,"name":"\xff","cards":[]}',
    ],
)
def test_nonsense_is_no_deck_file(tmp_path: Path, content: bytes) -> None:
    assert "not a deck of cards" in refusal(tmp_path, "deck.lqfdeck", content)


def test_a_mark_before_the_first_letter_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "deck.lqfdeck"
    path.write_bytes(b"\xef\xbb\xbf" + deck_bytes(deck_of(WHOLE)))
    assert read_deck(path, TAGS).deck.cards == (WHOLE,)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_in_a_file_it_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"deck{kind}"
    head = b"Title,Situation,Question 1\r\n"

    @settings(
        max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.one_of(st.binary(), st.binary().map(lambda rest: head + rest)))
    def check(content: bytes) -> None:
        path.write_bytes(content)
        with suppress(WorkshopProblem):
            read_deck(path, TAGS)

    check()


def test_a_deck_file_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    whole = deck_bytes(deck_of(WHOLE)).rstrip()
    for end in range(0, len(whole), 7):
        assert refusal(tmp_path, "deck.lqfdeck", whole[:end])


def test_a_workbook_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path)
    for end in range(0, len(whole), 97):
        assert "not an Excel workbook" in refusal(tmp_path, "deck.xlsx", whole[:end])


def test_a_workbook_with_any_byte_changed_is_read_or_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path)
    path = tmp_path / "deck.xlsx"

    @settings(
        max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.integers(0, len(whole) - 1), st.integers(0, 255))
    def check(place: int, value: int) -> None:
        path.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
        with suppress(WorkshopProblem):
            read_deck(path, TAGS)

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_a_hundred_megabytes_are_refused_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"deck{kind}"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    tracemalloc.start()
    with pytest.raises(WorkshopProblem, match="far larger than a deck"):
        read_deck(path, TAGS)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 50 * 2**20


def test_a_workbook_that_unpacks_to_a_hundred_megabytes_is_not_unpacked(tmp_path: Path) -> None:
    bomb = with_part(workbook(tmp_path), SHEET, b" " * (100 * 2**20))
    assert len(bomb) < 2**18
    began = time.perf_counter()
    assert "far more in this workbook" in refusal(tmp_path, "deck.xlsx", bomb)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("row", ["<row/>", "<row><c/></row>", "<a>", "<row></row>"])
def test_a_workbook_of_millions_of_empty_parts_is_refused_soon(tmp_path: Path, row: str) -> None:
    bomb = with_part(workbook(tmp_path), SHEET, row * (2**24 // len(row)))
    began = time.perf_counter()
    assert "far more in this workbook" in refusal(tmp_path, "deck.xlsx", bomb)
    assert time.perf_counter() - began < 5


def test_a_workbook_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    size = 30 * 2**20
    bomb = with_part(workbook(tmp_path), SHEET, b" " * size)
    lie = bomb.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lie != bomb
    assert "not an Excel workbook" in refusal(tmp_path, "deck.xlsx", lie)


@pytest.mark.parametrize("text", [BILLION, OUTSIDE])
@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml", "[Content_Types].xml"]
)
def test_a_workbook_with_entities_of_its_own_is_refused(
    tmp_path: Path, text: str, part: str
) -> None:
    bomb = with_part(workbook(tmp_path), part, text)
    assert "not an Excel workbook" in refusal(tmp_path, "deck.xlsx", bomb)


def test_openpyxl_reads_through_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML
    assert not openpyxl.LXML


def test_a_sheet_that_says_it_has_a_million_rows_costs_nothing(tmp_path: Path) -> None:
    whole = workbook(tmp_path)
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        sheet = packed.read(SHEET).decode()
    assert '<dimension ref="' in sheet
    lie = re.sub('<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', sheet)
    path = tmp_path / "deck.xlsx"
    path.write_bytes(with_part(whole, SHEET, lie))
    began = time.perf_counter()
    assert len(read_deck(path, TAGS).deck.cards) == 1
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("row", [2**20, 10**15])
def test_a_cell_in_the_millionth_row_is_refused(tmp_path: Path, row: int) -> None:
    whole = workbook(tmp_path)
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        sheet = packed.read(SHEET).decode()
    far = f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
    content = with_part(whole, SHEET, sheet.replace("</sheetData>", far))
    assert "far more in this workbook" in refusal(tmp_path, "far.xlsx", content)


def test_an_old_or_locked_workbook_says_how_to_save_it(tmp_path: Path) -> None:
    said = refusal(tmp_path, "deck.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000)
    assert "take the password off" in said


@pytest.mark.parametrize("name", ["deck.xls", "deck.pdf", "deck", "deck.lqfdeck.txt"])
def test_another_kind_of_file_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    said = refusal(tmp_path, name, b"Title,Situation,Question 1")
    assert said == "A deck comes as .lqfdeck, .xlsx or .csv. Please choose such a file."


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 99, b"\x81\x8d\x8f", b"\xff\xfe\x00\xd8"])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    assert "letters in this file cannot be read" in refusal(tmp_path, "deck.csv", content)


@pytest.mark.parametrize("mark", [b"\n", b"\r", b",", b";", b"\t"])
def test_a_table_of_millions_of_empty_cells_is_refused_soon(tmp_path: Path, mark: bytes) -> None:
    began = time.perf_counter()
    content = b"Title,Situation,Question 1\n" + mark * (2**24)
    assert "far more in this table" in refusal(tmp_path, "deck.csv", content)
    assert time.perf_counter() - began < 5


def test_a_file_that_is_gone_or_a_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for name in ("gone.csv", "folder.csv"):
        with pytest.raises(WorkshopProblem, match="cannot be opened"):
            read_deck(tmp_path / name, TAGS)
