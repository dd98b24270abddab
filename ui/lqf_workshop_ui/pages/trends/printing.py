"""Take teams over time or side by side to paper: made, looked at, printed or saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from io import BytesIO

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.trend import Compared, TeamTrend
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.forms import Make
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems


def open_trend(
    trend: TeamTrend, large: bool, today: date, looks: Looks, problems: Problems, owner: QWidget
) -> PaperWindow:
    """Open one team over time as paper."""
    return _open(
        _("Over time"), partial(_trend_pdf, trend, large, today), today, looks, problems, owner
    )


def open_compared(
    compared: Sequence[Compared],
    large: bool,
    today: date,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> PaperWindow:
    """Open several teams side by side as paper."""
    make = partial(_compared_pdf, tuple(compared), large, today)
    return _open(_("Teams side by side"), make, today, looks, problems, owner)


def _open(
    title: str, make: Make, today: date, looks: Looks, problems: Problems, owner: QWidget
) -> PaperWindow:
    window = PaperWindow(title, today, looks, owner)
    window.failed_with.connect(problems.warn)
    window.make(make)
    window.show()
    return window


def _trend_pdf(trend: TeamTrend, large: bool, today: date, work: Work[bytes]) -> bytes:
    from lqf_workshop.reports.trend_paper import write_trend

    page = BytesIO()
    write_trend(trend, page, large=large, printed_on=today, cancelled=work.cancelled)
    return page.getvalue()


def _compared_pdf(
    compared: Sequence[Compared], large: bool, today: date, work: Work[bytes]
) -> bytes:
    from lqf_workshop.reports.compared_paper import write_compared

    page = BytesIO()
    write_compared(compared, page, large=large, printed_on=today, cancelled=work.cancelled)
    return page.getvalue()
