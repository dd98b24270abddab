"""The action plan as a Word file: one table, to be filed and written on."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.domain.action_plan import PlannedAction
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.exchange.tables import written_actions
from lqf_workshop.exchange.xml_letters import xml_text
from lqf_workshop.letterhead import Letterhead, worn
from lqf_workshop.library.themes import theme
from lqf_workshop.scenes.build import action_state_words
from lqf_workshop.scenes.progress import said_words
from lqf_workshop.wording import _, day_and_month, long_date

LANGUAGE = "en-GB"
TYPEFACE = "Calibri"
EMPTY_ROWS = 2
"""Rows at the end of the table for what is agreed later."""
_MARGIN = Mm(15)
_LOGO_HIGH = 12.0
"""Millimetres."""
_EMPTY_HEIGHT = Mm(14)
_AIR = "85"
"""Twentieths of a point between a cell's border and its words."""
_WIDTHS = (Mm(66), Mm(30), Mm(46), Mm(22), Mm(45), Mm(58))
_COLOURS = theme("light").colours


def word_bytes(summary: WorkshopSummary) -> bytes:
    """Return the plan."""
    document = Document()
    _set_page(document)
    _set_type(document)
    _say_nothing_of_people(document, summary)
    plan = summary.workshop.plan
    _set_head(document, worn(), plan.provider)
    document.add_heading(_("Action plan"), level=1)
    head = document.add_paragraph()
    head.add_run(xml_text(plan.team)).bold = True
    where = " · ".join(part for part in (long_date(plan.held_on), plan.place) if part)
    head.add_run(xml_text(f"\n{where}"))
    _fill(document, [_cells(one, plan.held_on) for one in written_actions(summary)])
    foot = document.add_paragraph()
    foot.add_run(_("Names stand here only where somebody typed them.")).font.size = Pt(9)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def _set_head(document: WordDocument, letterhead: Letterhead, provider: str) -> None:
    """Put the logo and the name at the head of every page, as on our papers."""
    name = provider or letterhead.provider
    if not (name or letterhead.logo):
        return
    paragraph = document.sections[0].header.paragraphs[0]
    if letterhead.logo:
        width, height = letterhead.logo_size(_LOGO_HIGH)
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(letterhead.logo), Mm(width), Mm(height))
        for about in run._r.iter(qn("wp:docPr")):
            about.set("descr", xml_text(letterhead.alt))
    words = paragraph.add_run(("   " if letterhead.logo else "") + xml_text(name))
    words.font.size = Pt(11)


def _set_type(document: WordDocument) -> None:
    """Set the language that Word checks spelling in, and a typeface that every laptop has."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = TYPEFACE, Pt(11)
    heading = document.styles["Heading 1"]
    heading.font.name, heading.font.size = TYPEFACE, Pt(22)
    heading.font.color.rgb = RGBColor.from_string(_COLOURS.ink.removeprefix("#"))
    for style in (normal, heading):
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _say_nothing_of_people(document: WordDocument, summary: WorkshopSummary) -> None:
    """Leave no name and no words in what the file says of itself."""
    about = document.core_properties
    about.title, about.language = _("Action plan"), LANGUAGE
    about.author = about.last_modified_by = about.comments = about.subject = about.keywords = ""
    about.category = ""
    about.created = about.modified = datetime.combine(summary.printed_on, time())


def _new_table(document: WordDocument, rows: int) -> Table:
    titles = (
        _("Action, and the difference a person will notice"),
        _("Who"),
        _("First step"),
        _("Due"),
        _("How we’ll know"),
        _("How it goes"),
    )
    table: Table = document.add_table(rows=rows, cols=len(titles), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    _soften(table)
    _mark(table.rows[0], "w:tblHeader")
    for cell, title in zip(table.rows[0].cells, titles, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
        _shade(cell)
    return table


def _fill(document: WordDocument, cells: Sequence[Sequence[str]]) -> None:
    """Write the table, with empty rows at its end."""
    table = _new_table(document, 1 + len(cells) + EMPTY_ROWS)
    _head, *rows = table.rows
    for row, texts in zip(rows, cells, strict=False):
        _write(row, texts)
    for row in rows[len(cells) :]:
        row.height = _EMPTY_HEIGHT
    for row in table.rows:
        _mark(row, "w:cantSplit")
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = width


def _cells(one: PlannedAction, held_on: date) -> tuple[str, ...]:
    """Return what stands in each cell; the first line of the first is bold."""
    action, text = one.action, one.action.text

    def named(label: str, words: str) -> str:
        return label.format(words) if words else ""

    first_on = day_and_month(text.first_step_on, held_on) if text.first_step_on else ""
    review = day_and_month(text.review_on, held_on) if text.review_on else ""
    return (
        _stacked(text.what, text.difference, one.came_from, named(_("Shows: {0}"), one.shows)),
        _stacked(
            text.owner, named(_("With: {0}"), text.helpers), named(_("Needs: {0}"), text.needs)
        ),
        _stacked(text.first_step, first_on),
        day_and_month(text.due, held_on) if text.due else "",
        _stacked(
            text.how_we_know,
            named(_("Now: {0}"), text.baseline),
            named(_("Goal: {0}"), text.target),
            named(_("Look again: {0}"), review),
        ),
        _stacked(
            _state(action),
            *(said_words(said, held_on) for said in one.said),
            named(_("What happened: {0}"), action.happened),
            named(_("What we learnt: {0}"), action.learnt),
        ),
    )


def _state(action: Action) -> str:
    if action.state is ActionState.DRAFT:
        return _("Not yet agreed")
    return action_state_words(action.state)


def _stacked(*texts: str) -> str:
    return "\n".join(text for text in texts if text.strip())


def _write(row: _Row, texts: Sequence[str]) -> None:
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        first, *others = xml_text(text).split("\n")
        paragraph = cell.paragraphs[0]
        paragraph.add_run(first).bold = place == 0
        for line in others:
            cell.add_paragraph(line)
        for each in cell.paragraphs:
            each.paragraph_format.space_after = Pt(2)
            if _runs_leftwards(each.text):
                _turn(each)


def _runs_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction is Arabic or Hebrew."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def _turn(paragraph: Paragraph) -> None:
    """Let a paragraph begin at the right."""
    paragraph._p.get_or_add_pPr().insert(0, OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


def _mark(row: _Row, name: str) -> None:
    """Let a row be the head of every page, or stay whole on one."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _soften(table: Table) -> None:
    """Give the cells air, and thin grey borders."""
    about = table._tbl.tblPr
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0")):
            border.set(qn(f"w:{name}"), value)
        border.set(qn("w:color"), _COLOURS.control.removeprefix("#"))
        borders.append(border)
    for side in ("top", "left", "bottom", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _AIR)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout = about.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), _COLOURS.accent_soft.removeprefix("#"))
    cell._tc.get_or_add_tcPr().append(shade)
