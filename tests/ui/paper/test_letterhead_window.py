"""Every paper that is opened wears the person's name and logo."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.logo import keep_logo
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.paper.workshop_papers import open_summary
from lqf_workshop_ui.problems import Problems
from tests.pictures import picture

LONG = 20_000


def test_the_window_puts_the_chosen_name_and_logo_on_its_paper(
    qtbot: QtBot,
    light: None,
    services: Services,
    running: WorkshopId,
    looks: Looks,
    problems: Problems,
    tmp_path: Path,
) -> None:
    (tmp_path / "ours.png").write_bytes(picture())
    name = keep_logo(tmp_path / "ours.png", looks.folder)
    looks.choose(provider="Meadow Care", logo=name)
    owner = QWidget()
    window = open_summary(services, running, looks, problems, owner)
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass
    first = pypdf.PdfReader(BytesIO(window._pdf.data())).pages[0]
    assert first.extract_text().startswith("Meadow Care")
    assert len(first.images) == 1
    window.close()
    qtbot.waitUntil(lambda: not owner.findChildren(PaperWindow), timeout=LONG)
    owner.deleteLater()
