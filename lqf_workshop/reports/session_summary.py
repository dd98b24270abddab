"""The session summary: one workshop on A4, as the team may take it away."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pymupdf_fonts
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.scenes import findings
from lqf_workshop.wording import _, long_date, minutes, people


def write_session_summary(
    summary: WorkshopSummary,
    target: BinaryIO | Path,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the summary as a PDF; a path is written whole or not at all."""
    page = _pdf(summary)
    if cancelled is not None and cancelled():
        return
    if not isinstance(target, Path):
        target.write(page)
        return
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(page)
        os.replace(name, target)  # noqa: PTH105
    except OSError:
        raise WorkshopProblem(_("The summary could not be written there.")) from None


def _pdf(summary: WorkshopSummary) -> bytes:
    if "FiraGO" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("FiraGO", BytesIO(pymupdf_fonts.myfont("figo"))))
        pdfmetrics.registerFont(TTFont("FiraGO-Bold", BytesIO(pymupdf_fonts.myfont("figbo"))))
    title = ParagraphStyle("t", fontName="FiraGO-Bold", fontSize=28, leading=34)
    head = ParagraphStyle("h", fontName="FiraGO-Bold", fontSize=16, leading=28, keepWithNext=1)
    body = ParagraphStyle("b", fontName="FiraGO", fontSize=11, leading=16)

    def text(words: str, style: ParagraphStyle = body) -> Paragraph:
        return Paragraph(escape(words).replace("\n", "<br/>"), style)

    workshop, story = summary.workshop, []
    story.append(text(workshop.plan.team, title))
    story.append(text(f"{long_date(workshop.plan.held_on)}, {minutes(workshop.minutes)}"))
    story.append(text(people(workshop.plan.headcount)))
    story.append(text(_("How we rated ourselves"), head))
    for result in summary.results:
        words = findings.middle_and_before(result.rounds) if result.rounds else _("Not rated")
        story.append(text(f"{result.dimension.name}: {words}"))
    story.append(text(_("What we agreed"), head))
    story += [text(f"{a.text.what}. {a.text.owner}") for a in summary.actions]
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, title=workshop.plan.team, initialFontName="FiraGO").build(
        story
    )
    return out.getvalue()
