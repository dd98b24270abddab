"""One meeting from the first start to the paper, with nothing but fields, buttons and keys."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.meeting import NoteKind, Part, Poll
from lqf_workshop.domain.workshop import WorkshopId, WorkshopState
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.actions_panel import ActionsPanel
from lqf_workshop_ui.console.card_panel import CardPanel
from lqf_workshop_ui.console.close_panel import ClosePanel
from lqf_workshop_ui.console.console import Console
from lqf_workshop_ui.console.focus_panel import FocusPanel
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.console.result_panel import ResultPanel
from lqf_workshop_ui.console.strengths_panel import StrengthsPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from lqf_workshop_ui.main_window import MainWindow
from lqf_workshop_ui.paper.preview import PaperWindow
from tests.ui.console.lead import button_of, click, close_popup, key_of, type_words

K = Qt.Key
P = TypeVar("P", bound=StepPanel)
TEAM = "Night team, Rowan House"
STORY = "She sat with Mr Adeyemi until his daughter came"
HEARD = "On nights we find out last"
SAID = "The plan protects us more than her"
PRIVATE = "Let Sam speak before Alex"
PARKED = "Pay on Sundays"
ACTION = "Ask Mrs Okafor and her family before every change"
DIFFERENCE = "She greets us by name"
OWNER = "Senior on nights"
KNOW = "Her diary says so each week"
FIRST = "Ring her daughter"
WORD = "hopeful"
VOTES = {"WO": "11122233345", "PQ": "44444455555", "MS": "11111555550"}


class Evening:
    """The facilitator of this meeting, at the whole program."""

    def __init__(self, window: MainWindow, services: Services, qtbot: QtBot) -> None:
        self.window, self.services, self.qtbot = window, services, qtbot

    @property
    def console(self) -> Console:
        return self.window.console

    def press(self, key: Qt.Key | str) -> None:
        where = QApplication.focusWidget() or self.window
        QTest.keyClick(where, key_of(key))

    def write(self, text: str, into: QWidget) -> None:
        close_popup()
        into.setFocus()
        if isinstance(into, QLineEdit):
            into.selectAll()
        type_words(into, text)

    def panel(self, kind: type[P]) -> P:
        self.qtbot.waitUntil(lambda: isinstance(self.console.panels.panel, kind))
        found = self.console.panels.panel
        assert isinstance(found, kind)
        return found

    def next(self) -> Part:
        """Go on with the clicker and say where the meeting is now."""
        self.press(K.Key_PageDown)
        return self.part

    @property
    def part(self) -> Part:
        stop = self.console.live.stop
        assert stop is not None
        return stop.part

    # The evening, step by step

    def prepare(self) -> WorkshopId:
        home = self.window.home_page
        self.qtbot.waitUntil(home.first.isVisible)
        click(home.first.new_button)
        new = self.window.prepare_page.new
        card = next(c for c in new.templates.cards if c.accessibleName().startswith("90"))
        click(card)
        form = new.details.form
        self.write(TEAM, form.team.line)
        self.write("11", form.headcount)
        self.write("Dining room", form.place)
        self.write("Grace", form.facilitator)
        close_popup()
        click(button_of(new, "Prepare this workshop"))
        self.qtbot.waitUntil(lambda: self.services.lists.count() == 1)
        return self.services.lists.workshops(1)[0].id

    def start(self) -> None:
        click(button_of(self.window.prepare_page, "Start the workshop"))
        self.qtbot.waitUntil(lambda: self.window.running)

    def welcome(self) -> None:
        self.write(PRIVATE, self.console.side.notes)
        self.console.setFocus()
        assert [self.next(), self.next(), self.next()] == [Part.RULES, Part.STORED, Part.START]

    def spot_strengths(self) -> None:
        panel = self.panel(StrengthsPanel)
        click(panel.counters["integrity"].more)
        click(panel.counters["integrity"].more)
        self.write(STORY, panel.stories.entry)
        self.press(K.Key_Return)
        assert self.next() is Part.NEEDED
        click(panel.counters["resilience"].more)
        self.console.setFocus()

    def rate(self) -> None:
        self.next()
        while self.part is Part.MEANING:
            code = self.console.live.stop.about if self.console.live.stop else ""
            assert self.next() is Part.MEANING  # the page with what good looks like
            assert self.next() is Part.VOTE
            self.panel(VotePanel)
            for key in VOTES.get(code, "33333333334"):
                self.press(key)
            self.press("r")
            result = self.panel(ResultPanel)
            if code == "WO":
                self.write(HEARD, result.heard.entry)
                self.press(K.Key_Return)
                self.console.setFocus()
            self.next()

    def focus(self) -> None:
        assert self.part is Part.GRID
        click(button_of(self.panel(FocusPanel), "Pick Working with others"))
        self.next()  # its result again, to talk about
        self.next()

    def explore(self) -> None:
        panel = self.panel(CardPanel)
        click(panel.chooser.weakest_button)
        assert self.next() is Part.PROMPT
        self.press("t")
        self.write(SAID, panel.notes.entry)
        self.press(K.Key_Return)
        click(self.console.side.tabs.buttons["parking"])
        self.write(PARKED, self.console.side.parking.entry)
        self.press(K.Key_Return)
        self.console.setFocus()
        while self.part in (Part.PROMPT, Part.FILL):
            self.next()

    def agree(self) -> None:
        panel = self.panel(ActionsPanel)
        form = panel.form
        for text, field in (
            (ACTION, form.what),
            (DIFFERENCE, form.difference),
            (OWNER, form.owner),
            (KNOW, form.how_we_know),
            (FIRST, form.first_step),
            ("30/11/2026", form.first_step_on.line),
            ("18/12/2026", form.due.line),
        ):
            self.write(text, field)
        click(panel.agree_button)
        self.console.setFocus()

    def close(self) -> ClosePanel:
        assert self.next() is Part.CONFIDENCE
        panel = self.panel(ClosePanel)
        for key in "33344444455":
            self.press(key)
        assert self.next() is Part.RETURN
        for key in "44444455555":
            self.press(key)
        assert self.next() is Part.WORD
        self.write(WORD, panel.words.entry)
        self.press(K.Key_Return)
        self.console.setFocus()
        assert self.next() is Part.END
        return panel

    def save_paper(self, file: Path, panel: ClosePanel, patch: pytest.MonkeyPatch) -> str:
        """Open the summary from the last slide, save it, and read it back."""
        click(panel.print_button)
        paper = self.window.findChild(PaperWindow)
        assert paper is not None
        self.qtbot.waitUntil(paper.toolbar.save.isEnabled, timeout=20_000)
        patch.setattr(type(paper), "ask_file", classmethod(lambda *_asked: file))
        click(paper.toolbar.save)
        paper.close()
        return words_of_paper(file.read_bytes())


def words_of_paper(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.mark.slow
def test_a_whole_meeting_from_the_first_start_to_the_paper(
    window: MainWindow,
    services: Services,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    evening = Evening(window, services, qtbot)
    workshop_id = evening.prepare()
    evening.start()
    evening.welcome()
    evening.spot_strengths()
    evening.rate()
    evening.focus()
    evening.explore()
    evening.agree()
    panel = evening.close()
    paper = evening.save_paper(tmp_path / "summary.pdf", panel, monkeypatch)
    click(panel.finish_button)

    assert not window.running
    assert window.results_page.isVisible()
    check_what_is_kept(services, workshop_id)
    check_the_paper(paper)


def check_what_is_kept(services: Services, workshop_id: WorkshopId) -> None:
    meeting = services.meetings.read(workshop_id)
    assert meeting.workshop.state is WorkshopState.DONE
    assert meeting.revealed("WO")[0].tally.counts == (3, 3, 3, 1, 1)
    assert meeting.picks == ("WO",)
    assert meeting.poll(Poll.CONFIDENCE) == {"3": 3, "4": 6, "5": 2}
    assert meeting.poll(Poll.RETURN) == {"4": 6, "5": 5}
    assert meeting.poll(Poll.SPOTTED) == {"integrity": 2}
    kept = {kind: [n.text for n in meeting.notes_of(kind)] for kind in NoteKind}
    assert kept[NoteKind.STRENGTH] == [STORY]
    assert kept[NoteKind.HEARD] == [HEARD]
    assert kept[NoteKind.CARD] == [SAID]
    assert kept[NoteKind.PARKING] == [PARKED]
    assert kept[NoteKind.WORD] == [WORD]
    assert [text for text in kept[NoteKind.PRIVATE] if text] == [PRIVATE]
    (action,) = meeting.actions
    assert action.state is ActionState.AGREED
    assert (action.text.what, action.text.owner) == (ACTION, OWNER)


def check_the_paper(paper: str) -> None:
    for typed in (
        TEAM,
        "Dining room",
        "25 November 2026",
        "11 people",
        STORY,
        HEARD,
        SAID,
        PARKED,
        ACTION,
        DIFFERENCE,
        OWNER,
        KNOW,
        FIRST,
        WORD,
    ):
        assert typed in paper, typed
    assert PRIVATE not in paper
    scale = "1 2 3 4 5"
    for counted in (
        f"WO Working with others {scale} middle vote 2 Mixed views 11 of 11 voted",
        f"PQ Personal qualities {scale} middle vote 4 Close together 11 of 11 voted",
        "5 I will help make it happen 2 4 I like it 6 3 Good enough to try 3",
        "5 Time very well spent 5 4 More than it cost me 6",
    ):
        assert counted in paper, counted


@pytest.mark.slow
def test_the_next_meeting_of_the_team_begins_with_its_action(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    evening = Evening(window, services, qtbot)
    first = evening.prepare()
    draft = services.actions.draft(first)
    services.actions.write(draft, ActionText(what=ACTION))
    services.actions.agree(draft)
    click(window.menu.buttons["home"])
    home = window.home_page
    qtbot.waitUntil(lambda: home.new_button.isVisible())
    click(home.new_button)
    new = window.prepare_page.new
    click(next(c for c in new.templates.cards if c.accessibleName().startswith("60")))
    evening.write(TEAM, new.details.form.team.line)
    close_popup()
    new.details.form.headcount.setFocus()
    assert new.details.form.headcount.text() == "11"  # filled in from last time
    click(button_of(new, "Prepare this workshop"))
    qtbot.waitUntil(lambda: services.lists.count() == 2)
    evening.start()
    for _slide in range(3):
        evening.next()
    assert evening.part is Part.ACTION
    assert ACTION in window.room.window.stage.accessibleDescription()
