"""An activity on paper, as a team filled it in."""

from __future__ import annotations

from functools import partial
from io import BytesIO

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.activity import ActivityRun
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems


def open_filled(
    services: Services,
    workshop_id: int,
    step_id: int,
    looks: Looks,
    problems: Problems,
    parent: QWidget | None,
    large: bool = False,
) -> PaperWindow:
    """Open the activity of one step as it is filled in now.

    One that is gone raises WorkshopProblem; a PDF that cannot be made is told by ``problems``.
    """
    meeting = services.meetings.read(workshop_id)
    run = meeting.run_at(step_id)
    if run is None:
        raise StaleProblem(_("That activity has been taken away."))
    plan = meeting.workshop.plan
    window = PaperWindow(run.activity.name, plan.held_on, looks, parent)
    window.failed_with.connect(problems.warn)
    window.make(partial(_filled_pdf, run, plan.team, large))
    window.show()
    return window


def _filled_pdf(run: ActivityRun, team: str, large: bool, work: Work[bytes]) -> bytes:
    from lqf_workshop.reports.activity_sheet import write_activity

    page = BytesIO()
    write_activity(run, team, page, large=large, cancelled=work.cancelled)
    return page.getvalue()
