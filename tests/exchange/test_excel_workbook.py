"""A workbook as Excel itself writes it: shared words, runs of bold, escapes, formulas, dates."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.deck_reading import read_deck
from lqf_workshop.exchange.sheets import book_bytes, new_book, write_row
from lqf_workshop.exchange.xlsx_cells import xlsx_sheets
from tests.exchange.decks import TAGS

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WORDS = [
    "<t>Title</t>",
    "<t>Situation</t>",
    "<t>Question 1</t>",
    "<t>Who is involved</t>",
    "<r><rPr><b/></rPr><t xml:space='preserve'>The </t></r><r><t>kettle</t></r>",
    "<t xml:space='preserve'>It is broken._x000D_\nAgain. </t>",
    "<t>Why &amp; who?</t>",
    "<t>cook_x000D_\nnight staff; families</t>",
]
SHEET = """<worksheet xmlns="{main}"><dimension ref="A1:D4"/><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
<c r="D1" t="s"><v>3</v></c></row>
<row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>5</v></c><c r="C2" t="s"><v>6</v></c>
<c r="D2" t="s"><v>7</v></c></row>
<row r="4"><c r="A4" t="str"><f>A2&amp;" again"</f><v>The kettle again</v></c>
<c r="B4"><v>1.5</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#REF!</v></c></row>
</sheetData></worksheet>"""


def excel(path: Path, strings: str) -> Path:
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{KIND}.sharedStrings+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": SHEET.format(main=MAIN),
        "xl/sharedStrings.xml": strings,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text if text.startswith("<?xml") else DECLARED + text)
    return path


def shared(words: str) -> str:
    return f'<sst xmlns="{MAIN}">{words}</sst>'


def test_words_come_as_a_person_sees_them(tmp_path: Path) -> None:
    strings = shared("".join(f"<si>{words}</si>" for words in WORDS))
    reading = read_deck(excel(tmp_path / "Ours.xlsx", strings), TAGS)
    kettle, again = reading.deck.cards
    assert reading.problems == ()
    assert kettle.title == "The kettle"
    assert kettle.situation == "It is broken.\nAgain."
    assert kettle.prompts == ("Why & who?",)
    assert kettle.involved == ("cook", "night staff", "families")
    assert (again.title, again.situation) == ("The kettle again", "1.5")


def test_shared_words_with_entities_of_their_own_are_refused(tmp_path: Path) -> None:
    inside = "<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    bomb = f"<?xml version='1.0'?><!DOCTYPE sst [{inside}]>" + shared("<si><t>&j;</t></si>")
    with pytest.raises(WorkshopProblem, match="not an Excel workbook"):
        read_deck(excel(tmp_path / "Ours.xlsx", bomb), TAGS)


@given(st.text("_xX05FfD0g", min_size=1, max_size=40))
@example("_x005F_x000D_")
@example("_x005F_x005F_x0041_")
def test_what_looks_like_an_escape_is_read_back_as_it_was_typed(typed: str) -> None:
    book = new_book()
    write_row(book.worksheets[0], 1, [typed], [20])
    assert xlsx_sheets(book_bytes(book))[0].rows[0][0] == typed
