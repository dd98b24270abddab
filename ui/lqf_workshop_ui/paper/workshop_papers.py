"""The papers of one workshop: its session summary, its action plan and its wall poster."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.action_plan import ActionPlan
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.forms import Form, in_memory
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems


def open_summary(
    services: Services, workshop_id: int, looks: Looks, problems: Problems, parent: QWidget | None
) -> PaperWindow:
    """Open the session summary of a workshop as it is now, half-done or over.

    A workshop that is gone raises WorkshopProblem; a PDF that cannot be made is told by
    ``problems`` and its window closes.
    """
    summary = services.summaries.gather(workshop_id)
    title = _("Session summary")
    window = PaperWindow(title, summary.workshop.plan.held_on, looks, parent)
    window.failed_with.connect(problems.warn)
    window.offer(
        Form(_("Normal print"), title, in_memory(partial(_write_summary, summary, False))),
        Form(
            _("Large print"),
            _("Session summary, large print"),
            in_memory(partial(_write_summary, summary, True)),
        ),
    )
    window.show()
    return window


def open_action_plan(
    services: Services, workshop_id: int, looks: Looks, problems: Problems, parent: QWidget | None
) -> PaperWindow:
    """Open what a workshop agreed as it is now: as a table, in large print, or for the wall.

    A workshop that is gone raises WorkshopProblem.
    """
    plan = services.action_plans.gather(workshop_id)
    title = _("Action plan")
    window = PaperWindow(title, plan.workshop.plan.held_on, looks, parent)
    window.failed_with.connect(problems.warn)
    window.offer(
        Form(_("Table"), title, in_memory(partial(_write_plan, plan, False))),
        Form(
            _("Large print"),
            _("Action plan, large print"),
            in_memory(partial(_write_plan, plan, True)),
        ),
        Form(_("Wall poster, A3"), _("Wall poster"), in_memory(partial(_write_poster, plan))),
    )
    window.show()
    return window


def _write_summary(
    summary: WorkshopSummary, large: bool, target: BytesIO, *, cancelled: Callable[[], bool]
) -> None:
    from lqf_workshop.reports.session_summary import write_session_summary

    write_session_summary(summary, target, large=large, cancelled=cancelled)


def _write_plan(
    plan: ActionPlan, large: bool, target: BytesIO, *, cancelled: Callable[[], bool]
) -> None:
    from lqf_workshop.reports.action_plan import write_action_plan

    write_action_plan(plan, target, large=large, cancelled=cancelled)


def _write_poster(plan: ActionPlan, target: BytesIO, *, cancelled: Callable[[], bool]) -> None:
    from lqf_workshop.reports.wall_poster import write_wall_poster

    write_wall_poster(plan, target, cancelled=cancelled)
