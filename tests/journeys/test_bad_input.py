"""Whatever people type is kept whole or explained in a sentence, on screen and on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from io import BytesIO

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.text import LINE_LIMIT
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.reports.session_summary import write_session_summary
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.actions_panel import ActionsPanel
from lqf_workshop_ui.console.talk_panel import TalkPanel
from lqf_workshop_ui.main_window import MainWindow
from tests.ui.console.lead import button_of, click, close_popup, words_on

BAD = {
    "long": "Wort " * 2000,
    "one long word": "W" * 10_000,
    "letters of the world": "👩🏾‍🦽 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 "
    "שאלנו את גב׳ כהן, then العائلة وافقت नमस्ते กำลังใจ 𝕳𝖊𝖑𝖑𝖔 𒀭 \U0010fffd",
    "combining": "Z̷̢̛͔a̴͉̓l̵̨͂g̶̰̈o̸͇͝ Ȧ̧̨̈ é e\u0301 " * 8,
    "controls": "a\x00b\x07c\x1b[31md\u202ee\u2028f\x7fg\x85h\r\none\rtwo\n\n\tfive",
    "invisible": "\u200b\u2060\ufeff",
    "markup": "<b>bold</b> & <script>alert(1)</script> %s {0} \\n",
}


def cleaned(text: str) -> str:
    """What is left of a text without what nobody can see and without line ends of one kind."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return "".join(
        letter
        for letter in lines.replace("\u202e", "")
        if letter in "\n\t" or unicodedata.category(letter) != "Cc"
    )


@pytest.fixture(params=list(BAD.values()), ids=list(BAD))
def bad(request: pytest.FixtureRequest) -> str:
    found = request.param
    assert isinstance(found, str)
    return found


@pytest.fixture
def leading(window: MainWindow, services: Services, prepared: WorkshopId) -> Iterator[MainWindow]:
    """A workshop being led."""
    window.run_workshop(prepared)
    yield window
    window.console.pause()


def go_to(services: Services, workshop_id: int, kind: StepKind) -> None:
    meeting = services.meetings.read(workshop_id)
    step = next(s for s in meeting.steps if s.plan.kind is kind)
    stop = next(s for s in meeting.stops() if s.step_id == step.id)
    services.runs.go(workshop_id, stop)


def see_everything(window: MainWindow, services: Services, workshop_id: int) -> None:
    """Paint the console, the room and the paper, where a strange letter could break something."""
    QCoreApplication.processEvents()
    for seen in (window, window.room.window):
        assert not seen.grab().isNull()
    paper = BytesIO()
    write_session_summary(services.summaries.gather(workshop_id), paper)
    assert paper.getvalue().startswith(b"%PDF")


@pytest.mark.slow
def test_notes_of_any_letters_are_kept_whole(
    leading: MainWindow, services: Services, prepared: WorkshopId, bad: str
) -> None:
    go_to(services, prepared, StepKind.TALK)
    panel = leading.console.panels.panel
    assert isinstance(panel, TalkPanel)
    panel.notes.entry.setPlainText(bad)
    click(panel.notes.show_button)
    leading.console.side.notes.setPlainText(bad)
    leading.console.side.flush()
    meeting = services.meetings.read(prepared)
    talked = [n.text for n in meeting.notes_of(NoteKind.TALK)]
    own = [n.text for n in meeting.notes_of(NoteKind.PRIVATE) if n.text]
    kept = cleaned(bad)
    assert talked == ([kept] if kept.strip() else [])
    assert own == [kept]
    see_everything(leading, services, prepared)


@pytest.mark.slow
def test_an_action_of_any_letters_is_kept_whole_or_explained(
    leading: MainWindow, services: Services, prepared: WorkshopId, bad: str
) -> None:
    go_to(services, prepared, StepKind.ACTIONS)
    panel = leading.console.panels.panel
    assert isinstance(panel, ActionsPanel)
    panel.form.what.setPlainText(bad)
    panel.form.owner.setText(bad)
    click(panel.agree_button)
    actions = services.meetings.read(prepared).actions
    told = leading.message_bar.text()
    if actions and actions[0].state.open:
        assert actions[0].text.what == cleaned(bad)
        assert told == ""
    else:
        assert told.endswith(("Please shorten it.", "Then agree it."))
        assert panel.form.what.toPlainText().strip()
    see_everything(leading, services, prepared)


@pytest.mark.slow
def test_a_team_of_any_letters_is_prepared_or_explained(
    window: MainWindow, services: Services, bad: str
) -> None:
    window.prepare_new()
    new = window.prepare_page.new
    click(new.templates.cards[0])
    form = new.details.form
    QApplication.clipboard().setText(bad)
    form.team.line.setFocus()
    QTest.keyClick(form.team.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    close_popup()
    form.headcount.setText("11")
    click(button_of(new, "Prepare this workshop"))
    lines = services.lists.workshops(5)
    if lines:
        assert lines[0].team == " ".join(cleaned(bad).split())
        window.run_workshop(lines[0].id)
        see_everything(window, services, lines[0].id)
        window.console.pause()
    else:
        assert len(cleaned(bad)) > LINE_LIMIT or not bad.strip("\u200b\u2060\ufeff")
        assert form.fields["team"].problem.text()
        assert form.fields["team"].problem.text() in words_on(window)


@pytest.mark.slow
def test_the_number_of_people_can_be_anything_typed(
    leading: MainWindow, services: Services, prepared: WorkshopId
) -> None:
    for bad in BAD.values():
        leading.console.header.people_changed.emit(bad)
        assert leading.message_bar.text() == ("How many people? Please type a number from 3 to 30.")
    assert services.workshops.workshop(prepared).plan.headcount == 11
