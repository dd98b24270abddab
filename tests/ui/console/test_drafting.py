"""What an action came from, when it began as a note."""

from __future__ import annotations

import pytest

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.drafting import LEADS_TO_ACTIONS, source_of
from tests.ui.console.lead import Lead, button_of, click
from tests.ui.console.test_card import open_table


@pytest.mark.parametrize(
    ("kind", "about", "source"),
    [
        (NoteKind.HEARD, "WO", Source(SourceKind.DIMENSION, "WO")),
        (NoteKind.HEARD, "WO2", Source(SourceKind.DIMENSION, "WO")),
        (NoteKind.TALK, "4", Source()),
        (NoteKind.PARKING, "", Source(SourceKind.PARKING)),
        (NoteKind.CARD, "a-card-that-was-put-away/1", Source()),
    ],
)
def test_an_action_knows_what_it_came_from(
    services: Services, running: WorkshopId, kind: NoteKind, about: str, source: Source
) -> None:
    services.notes.add(running, kind, about, "Ask Nights first")
    meeting = services.meetings.read(running)
    assert source_of(meeting, meeting.notes[0]) == source


def test_only_what_can_be_done_leads_to_an_action() -> None:
    assert not {NoteKind.PRIVATE, NoteKind.WORD, NoteKind.STRENGTH} & set(LEADS_TO_ACTIONS)


def test_an_answer_on_a_card_becomes_an_action_from_that_card(lead: Lead) -> None:
    table = open_table(lead)
    table.chooser.choose(("wicked-issues", "happy-here"))
    lead.services.notes.add(lead.workshop_id, NoteKind.CARD, "happy-here/0", "Ask her")
    click(button_of(table, "Make an action from this note"))
    (action,) = lead.meeting.actions
    assert (action.text.what, action.source) == (
        "Ask her",
        Source(SourceKind.CARD, "Happy here?"),
    )
