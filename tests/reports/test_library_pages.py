"""Sheets of the library on paper, read back and held against what the screen shows."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.reference.contents import sheets_of
from lqf_workshop.library.reference.sheets import Sheet
from lqf_workshop.reports.library_pages import write_library_page
from tests.builders import SHELF
from tests.reports.paper import (
    outline,
    overlapping,
    pages_of,
    reader,
    said_of_itself,
    smallest_type,
    spoken,
    squeezed,
    text_of,
)

DAY = date(2026, 11, 25)
SHEETS = {sheet.key: sheet for sheet in sheets_of(SHELF)}
WO = SHEETS["dimension/lqf-classic/WO"]
NHS = SHEETS["nhs/nhs-2011"]


def paper(sheet: Sheet, *, level: str = "", large: bool = False) -> bytes:
    file = BytesIO()
    names = {"FL": "Front-line leader", "": ""}
    write_library_page(
        sheet, file, level=level, level_name=names[level], large=large, printed_on=DAY
    )
    return file.getvalue()


def words_of(sheet: Sheet) -> list[str]:
    """Return everything that stands on a sheet."""
    found = [sheet.title, sheet.subtitle, sheet.note, sheet.source]
    for passage in sheet.passages:
        found += [passage.title, passage.aside, passage.lead]
        for row in passage.rows:
            found += [row.label, row.text, *row.beside.split("\n")]
    return [text for text in found if text]


def without_furniture(pdf: bytes, sheet: Sheet) -> str:
    """Return the words of all pages without what heads and foots each of them."""
    pages = []
    foot = squeezed("Independent of, and not endorsed by, Skills for Care or the NHS.")
    for number, page in enumerate(pages_of(pdf)):
        text = squeezed(page)
        head = squeezed(sheet.title) if number else ""
        text = text.removeprefix(head)
        pages.append(text[: text.rindex(foot)] if foot in text else text)
    return "".join(pages)


@pytest.mark.slow
@pytest.mark.parametrize("key", list(SHEETS))
def test_everything_on_a_sheet_is_on_its_paper(key: str) -> None:
    sheet = SHEETS[key]
    found = without_furniture(paper(sheet), sheet)
    for text in words_of(sheet):
        assert squeezed(text) in found, text


@pytest.mark.parametrize(
    "key",
    ["dimension/lqf-classic/WO", "nhs/nhs-2011", "activity/wicked-issue", "agenda/90-minutes"],
)
def test_large_print_has_the_same_words_in_no_type_under_eighteen_points(key: str) -> None:
    sheet = SHEETS[key]
    pdf = paper(sheet, large=True)
    assert smallest_type(pdf) >= 18
    found = without_furniture(pdf, sheet)
    for text in words_of(sheet):
        assert squeezed(text) in found, text


@pytest.mark.parametrize("large", [False, True])
def test_no_words_lie_on_others(large: bool) -> None:
    for key in (WO.key, NHS.key, "card/rota-that-eats-itself", "activity/scenario-planning"):
        assert overlapping(paper(SHEETS[key], large=large)) == [], key


def test_one_role_level_prints_its_own_lines_and_says_so() -> None:
    text = text_of(paper(WO, level="FL"))
    assert "For one role level: Front-line leader" in text
    assert "Keeps a list by the phone" in text
    assert "Meets the hospital, the council" not in text
    assert "4 Whole organisation" not in text


def test_the_pocket_card_of_a_level_fits_one_page() -> None:
    pdf = paper(SHEETS["levels/lqf-classic"], level="FL")
    assert len(reader(pdf).pages) == 1
    assert "Looks for what three falls have in common" in text_of(pdf)


def test_the_list_of_contents_leads_to_every_passage() -> None:
    titles = outline(paper(WO))
    assert titles[0] == "Working with others"
    assert [one.split("   ")[0] for one in titles[1:]] == [
        f"{p.title} {p.aside}".strip() for p in WO.passages
    ]


def test_a_long_sheet_runs_over_pages_that_are_headed_and_numbered() -> None:
    pages = pages_of(paper(NHS))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "not endorsed by" in page
    assert all(NHS.title in page for page in pages)


def test_the_file_says_what_it_is_and_nothing_of_anybody() -> None:
    pdf = paper(WO)
    assert "Working with others" in said_of_itself(pdf)
    kinds = spoken(paper(SHEETS["dimension/lqf-classic/IS"]))
    assert kinds.count("/H1") == 1
    assert kinds.count("/Table") == 2
    assert kinds.count("/TH") == 6


def test_a_folder_that_is_gone_is_explained(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match="not there any more"):
        write_library_page(WO, tmp_path / "gone" / "page.pdf")


def test_nothing_is_written_once_it_is_cancelled() -> None:
    file = BytesIO()
    write_library_page(WO, file, cancelled=lambda: True)
    assert file.getvalue() == b""
