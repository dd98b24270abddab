"""A console that leads the prepared workshop, with two displays or with one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.big_screen.displays import Displays
from tests.ui.console.lead import Lead


@pytest.fixture
def one_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the television away."""
    monkeypatch.setattr(Displays, "room_screen", lambda _displays, _key=None: None)


@pytest.fixture
def lead(
    qtbot: QtBot, light: None, services: Services, prepared: WorkshopId, preferences: Path
) -> Iterator[Lead]:
    """A facilitator at the first slide of the prepared workshop, the room's screen on the TV."""
    leading = Lead(qtbot, services, prepared, preferences)
    leading.begin()
    yield leading
    leading.end()


@pytest.fixture
def lead_alone(one_display: None, lead: Lead) -> Lead:
    """The same with one display for both."""
    return lead
