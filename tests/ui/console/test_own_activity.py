"""Parts of every kind, added to a copy by hand, are led and printed like shipped ones."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from PySide6.QtTest import QTest

from lqf_workshop.domain.activity import Activity, BlockKind
from lqf_workshop.domain.activity_edit import block_added
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.block_edit import changed_block
from lqf_workshop.domain.meeting import Part, Stop
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.reports.activity_sheet import write_activity
from lqf_workshop.scenes.scene import ActivityScene
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.activity.activity_panel import ActivityPanel
from lqf_workshop_ui.widgets.growing_text import GrowingText
from tests.builders import plan, prepare
from tests.ui.console.lead import Lead


@pytest.fixture
def prepared(services: Services) -> WorkshopId:
    """Prepare a workshop with a step for an activity."""
    return prepare(services, plan(), StepKind.WELCOME, StepKind.ACTIVITY)


def with_part(activity: Activity, kind: BlockKind) -> Activity:
    """Add a part of a kind to the last step, with a name for everything it has."""
    made = block_added(activity, activity.steps[-1].code, kind)
    block = made.blocks[-1]
    return changed_block(
        made,
        block.code,
        name="Heron",
        places=tuple(replace(p, name=f"Place {n}") for n, p in enumerate(block.places)),
        columns=tuple(replace(c, name=f"Column {n}") for n, c in enumerate(block.columns)),
        ends=tuple(f"End {n}" for n, _end in enumerate(block.ends)),
    )


@pytest.mark.parametrize("kind", BlockKind)
def test_a_part_of_any_kind_is_filled_in_shown_and_printed(lead: Lead, kind: BlockKind) -> None:
    own = lead.services.own_activities
    activity = with_part(own.find(own.copy("practice-pledge")).activity, kind)
    kept = own.keep(activity)
    assert kept.ready, kept.flaws
    step_id = lead.meeting.steps[1].id
    lead.services.runs.go(lead.workshop_id, Stop(step_id, Part.START))
    lead.panel(ActivityPanel).chooser.choose(activity.code)
    last = activity.steps[-1].code
    lead.services.runs.go(lead.workshop_id, Stop(step_id, Part.FILL, last))
    panel = lead.panel(ActivityPanel)
    views = [view for view in panel.blocks if view.block.code == activity.blocks[-1].code]
    assert bool(views) == (kind is not BlockKind.PRIVATE)
    for view in views:
        field = view.findChildren(GrowingText)[0]
        field.setFocus()
        QTest.keyClicks(field, "Kingfisher")
    panel.flush()
    scene = lead.scene
    assert isinstance(scene, ActivityScene)
    assert ("Kingfisher" in str(scene)) == (kind is not BlockKind.PRIVATE)
    run = lead.meeting.run_at(step_id)
    assert run is not None
    paper = BytesIO()
    write_activity(run, "Rowan House", paper)
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    assert ("Kingfisher" in text) == (kind is not BlockKind.PRIVATE)
