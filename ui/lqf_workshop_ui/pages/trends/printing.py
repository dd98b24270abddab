"""Take teams over time or side by side to paper, in normal or large print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from io import BytesIO

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.trend import Compared, TeamTrend
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.forms import Form, in_memory
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems


def open_trend(
    trend: TeamTrend, today: date, looks: Looks, problems: Problems, owner: QWidget
) -> PaperWindow:
    """Open one team over time as paper."""
    title = _("Over time")
    forms = (
        Form(_("Normal print"), title, in_memory(partial(_write_trend, trend, False, today))),
        Form(
            _("Large print"),
            _("Over time, large print"),
            in_memory(partial(_write_trend, trend, True, today)),
        ),
    )
    return _open(title, forms, today, looks, problems, owner)


def open_compared(
    compared: Sequence[Compared], today: date, looks: Looks, problems: Problems, owner: QWidget
) -> PaperWindow:
    """Open several teams side by side as paper."""
    title, shown = _("Teams side by side"), tuple(compared)
    forms = (
        Form(_("Normal print"), title, in_memory(partial(_write_compared, shown, False, today))),
        Form(
            _("Large print"),
            _("Teams side by side, large print"),
            in_memory(partial(_write_compared, shown, True, today)),
        ),
    )
    return _open(title, forms, today, looks, problems, owner)


def _open(
    title: str,
    forms: Sequence[Form],
    today: date,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> PaperWindow:
    window = PaperWindow(title, today, looks, owner)
    window.failed_with.connect(problems.warn)
    window.offer(*forms)
    window.show()
    return window


def _write_trend(
    trend: TeamTrend, large: bool, today: date, target: BytesIO, *, cancelled: Callable[[], bool]
) -> None:
    from lqf_workshop.reports.trend_paper import write_trend

    write_trend(trend, target, large=large, printed_on=today, cancelled=cancelled)


def _write_compared(
    compared: Sequence[Compared],
    large: bool,
    today: date,
    target: BytesIO,
    *,
    cancelled: Callable[[], bool],
) -> None:
    from lqf_workshop.reports.compared_paper import write_compared

    write_compared(compared, target, large=large, printed_on=today, cancelled=cancelled)
