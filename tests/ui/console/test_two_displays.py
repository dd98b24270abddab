"""The room's screen on a television of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest

from lqf_workshop.domain.meeting import Part
from lqf_workshop_ui.big_screen.displays import Displays, key_of
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.ui.console.lead import Lead, click

K = Qt.Key


def display(name: str) -> QScreen:
    return next(s for s in QGuiApplication.screens() if s.name() == name)


def place(lead: Lead) -> tuple[str, str]:
    """Say where the console and the room's window are."""
    return lead.window.screen().name(), lead.room.window.screen().name()


@pytest.fixture
def unplug(monkeypatch: pytest.MonkeyPatch, lead: Lead) -> Iterator[None]:
    """Pull the television's plug, as Qt reports it."""
    with monkeypatch.context() as pulled:
        pulled.setattr(Displays, "room_screen", lambda _displays, _key=None: None)
        lead.room.displays.changed.emit()
        yield


def test_the_room_is_shown_on_the_television_and_the_console_on_the_laptop(lead: Lead) -> None:
    assert place(lead) == ("laptop", "television")
    assert lead.room.showing
    assert lead.room.window.isFullScreen()
    assert lead.room.window.geometry() == display("television").geometry()


def test_the_console_keeps_the_keyboard(lead: Lead) -> None:
    lead.qtbot.waitUntil(lead.window.isActiveWindow)
    assert lead.console.hasFocus()


def test_the_header_names_the_display(lead: Lead) -> None:
    assert lead.console.header.screen_label.text() == "Room screen: television"
    assert not lead.console.header.show_button.isVisible()


def test_nothing_is_covered_on_the_facilitators_own_display(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    lead.press("3")
    assert panel.hands.counters[3].count.text() == "1"
    assert lead.console.side.notes.isVisible()


@pytest.mark.parametrize("from_room", [False, True])
def test_escape_leaves_the_big_screen_and_f5_shows_it_again(lead: Lead, from_room: bool) -> None:
    if from_room:
        lead.press_in_the_room(K.Key_Escape)
    else:
        lead.press(K.Key_Escape)
    assert not lead.room.showing
    assert lead.console.header.screen_label.text() == "Not on television yet"
    lead.press(K.Key_F5)
    assert lead.room.showing
    assert place(lead) == ("laptop", "television")


def test_the_show_button_does_what_f5_does(lead: Lead) -> None:
    lead.press(K.Key_Escape)
    click(lead.console.header.show_button)
    assert lead.room.showing


def test_the_scene_goes_on_while_the_big_screen_is_left(lead: Lead) -> None:
    lead.press(K.Key_Escape)
    lead.press(K.Key_PageDown)
    lead.press(K.Key_F5)
    assert "How we talk today" in lead.room_reads


def test_s_swaps_the_displays_and_swaps_them_back(lead: Lead) -> None:
    lead.press("s")
    assert place(lead) == ("television", "laptop")
    assert lead.room.window.geometry() == display("laptop").geometry()
    assert lead.console.header.screen_label.text() == "Room screen: laptop"
    lead.press("s")
    assert place(lead) == ("laptop", "television")


def test_the_swap_button_does_what_s_does(lead: Lead) -> None:
    click(lead.console.header.swap)
    assert place(lead) == ("television", "laptop")


def test_s_works_from_the_rooms_window(lead: Lead) -> None:
    lead.press_in_the_room("s")
    assert place(lead) == ("television", "laptop")


def test_a_swap_is_remembered_the_next_time(lead: Lead) -> None:
    lead.press("s")
    assert lead.window.looks.preferences.room_display == key_of(display("laptop"))
    click(lead.console.header.leave)
    lead.begin()
    assert place(lead) == ("television", "laptop")


def test_the_rooms_window_never_covers_the_console(lead: Lead) -> None:
    lead.press(K.Key_Escape)
    lead.window.setScreen(display("television"))
    lead.window.move(display("television").availableGeometry().topLeft())
    lead.press(K.Key_F5)
    assert place(lead) == ("laptop", "television")


def test_a_swap_remembered_from_last_time_does_not_cover_the_console(lead: Lead) -> None:
    lead.window.looks.choose(room_display=key_of(display("laptop")))
    lead.press(K.Key_Escape)
    lead.press(K.Key_F5)
    assert place(lead) == ("television", "laptop")


def test_a_console_that_fills_its_display_fills_the_other_after_a_swap(lead: Lead) -> None:
    lead.window.showMaximized()
    lead.qtbot.waitUntil(lambda: lead.window.height() == display("laptop").availableSize().height())
    lead.press("s")
    assert place(lead) == ("television", "laptop")
    assert lead.window.isMaximized()


def test_an_unplugged_television_hides_the_room_and_covers_the_votes(
    lead: Lead, unplug: None
) -> None:
    assert not lead.room.showing
    assert lead.console.header.screen_label.text() == "One display"
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    assert panel.hands.counters[3].count.text() == "–"


def test_a_television_that_comes_back_shows_the_same_scene(
    lead: Lead, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead.press(K.Key_PageDown)
    with monkeypatch.context() as pulled:
        pulled.setattr(Displays, "room_screen", lambda _displays, _key=None: None)
        lead.room.displays.changed.emit()
        lead.press(K.Key_PageDown)
    lead.room.displays.changed.emit()
    assert lead.room.showing
    assert place(lead) == ("laptop", "television")
    assert "What is stored" in lead.room_reads
    assert lead.console.side.notes.isVisible()


def test_a_big_screen_left_on_purpose_does_not_come_back_by_itself(lead: Lead) -> None:
    lead.press(K.Key_Escape)
    lead.room.displays.changed.emit()
    assert not lead.room.showing


def test_keys_from_the_rooms_window_do_what_they_do_at_the_console(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    lead.panel(VotePanel)
    for key in "334":
        lead.press_in_the_room(key)
    lead.press_in_the_room("r")
    assert lead.meeting.revealed("PQ")[0].tally.counts == (0, 0, 2, 1, 0)


def test_typing_at_the_console_does_not_stop_the_clicker(lead: Lead) -> None:
    lead.write("abc", lead.console.side.notes)
    QTest.keyClick(lead.room.window, K.Key_PageDown)
    assert lead.stop.part is Part.RULES


def test_long_scenes_are_read_page_by_page_before_going_on(lead: Lead) -> None:
    lead.window.looks.choose(room_text=2.0)
    lead.go_to(Part.MEANING, "PQ")
    stage = lead.room.window.stage
    assert stage.pages > 1
    for page in range(1, stage.pages):
        lead.press(K.Key_PageDown)
        assert (stage.page, lead.stop.part) == (page, Part.MEANING)
        assert lead.console.side.miniature.page == page
    lead.press(K.Key_PageDown)
    assert lead.stop.part is Part.VOTE
