"""Phones from the facilitator's side: switched on, joined, voting, moderated, and off again."""

from __future__ import annotations

import threading
from dataclasses import replace
from http.client import HTTPConnection

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from lqf_workshop.domain.meeting import Cover, NoteKind, Part, Poll
from lqf_workshop.domain.rating import Tally
from lqf_workshop.phones.host import Door
from lqf_workshop.scenes.scene import JoinScene, VoteScene
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.console.phones.addresses import Adapter, sorted_adapters
from lqf_workshop_ui.console.phones.dialog import PhonesDialog
from lqf_workshop_ui.console.result_panel import ResultPanel
from lqf_workshop_ui.console.strengths_panel import StrengthsPanel
from lqf_workshop_ui.console.vote_panel import VotePanel
from tests.phones.fakes import Phone
from tests.ui.console.lead import Lead, button_of, click, words_on

HERE = "127.0.0.1"
WIFI = Adapter(HERE, "Wi-Fi 2", "Wi-Fi", 4)


def switch_on(lead: Lead) -> Door:
    """Switch phones on, and wait until the page has been seen to answer."""
    lead.console.phones.link.switch_on(lead.workshop_id, HERE)
    lead.until(lambda: lead.console.phones.link.door)
    door = lead.console.phones.link.door
    assert door is not None
    return door


def joined(door: Door, *, number: int = 1) -> list[Phone]:
    phones = [Phone(door) for _n in range(number)]
    for phone in phones:
        assert phone.join().status == 200
    return phones


def test_phones_are_off_until_somebody_switches_them_on(lead: Lead) -> None:
    assert lead.console.phones.link.door is None
    assert "phones" not in {thread.name for thread in threading.enumerate()}
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    click(button_of(panel, "Phones"))
    assert "Phones are off" in words_on(panel)


def test_the_dialog_names_the_networks_and_switches_on_the_one_chosen(lead: Lead) -> None:
    dialog = PhonesDialog(lead.console.phones.link, [WIFI], lead.window)
    dialog.asked_on.connect(
        lambda where: lead.console.phones.link.switch_on(lead.workshop_id, where)
    )
    dialog.open()
    assert [c.text() for c in dialog.findChildren(QRadioButton)] == ["127.0.0.1   Wi-Fi 2, Wi-Fi"]
    assert "firewall" in words_on(dialog)
    click(button_of(dialog, "Switch phones on"))
    lead.until(lambda: lead.console.phones.link.door)
    door = lead.console.phones.link.door
    assert door is not None
    assert door.typed in words_on(dialog)
    assert door.code in words_on(dialog)
    assert "No phone is here yet" in words_on(dialog)
    click(button_of(dialog, "Show the way in on the big screen"))
    dialog.close()


def test_without_a_network_the_dialog_says_what_to_do(lead: Lead) -> None:
    dialog = PhonesDialog(lead.console.phones.link, [], lead.window)
    dialog.open()
    assert "This laptop is on no network" in words_on(dialog)
    assert not button_of(dialog, "Switch phones on").isEnabled()
    dialog.close()


def test_an_address_nobody_can_listen_on_is_explained_and_the_vote_goes_on(lead: Lead) -> None:
    lead.console.phones.link.switch_on(lead.workshop_id, "203.0.113.7")
    lead.until(lambda: not lead.console.phones.link.busy)
    assert lead.console.phones.link.door is None
    assert "Phones cannot be switched on at 203.0.113.7" in lead.told
    lead.go_to(Part.VOTE, "PQ")
    lead.press("4")
    assert lead.panel(VotePanel).voted.text() == "1 of 11"


def test_real_wifi_comes_before_cables_and_what_no_phone_can_reach() -> None:
    made_up = Adapter("172.17.0.1", "vEthernet", "inside", 1)
    cable = Adapter("10.0.0.4", "Ethernet", "cable", 3)
    alone = Adapter("169.254.3.4", "Wi-Fi 3", "no network", 0)
    assert sorted_adapters([alone, made_up, cable, WIFI]) == (WIFI, cable, made_up, alone)


def test_the_room_is_shown_the_way_in_and_it_stays_in_a_corner(lead: Lead) -> None:
    door = switch_on(lead)
    lead.go_to(Part.VOTE, "PQ")
    assert isinstance(lead.scene, VoteScene)
    assert lead.scene.join is not None
    assert (lead.scene.join.address, lead.scene.join.code) == (door.typed, door.code)
    lead.press("j")
    assert isinstance(lead.scene, JoinScene)
    assert lead.scene.join is not None
    assert len(lead.scene.join.modules) > 20
    lead.press("j")
    assert isinstance(lead.scene, VoteScene)


def test_j_while_phones_are_off_says_so(lead: Lead) -> None:
    lead.press("j")
    assert "Phones are off" in lead.told
    assert lead.meeting.cover is Cover.NONE


def test_votes_by_phone_are_counted_beside_hands_and_revealed_together(lead: Lead) -> None:
    door = switch_on(lead)
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    for phone, answer in zip(joined(door, number=3), (2, 4, 4), strict=True):
        assert phone.vote(answer, "PQ").status == 200
    lead.until(lambda: panel.voted.text() == "3 of 11")
    assert "3 of 11 voted" in lead.room_reads
    for key in "555":
        lead.press(key)
    lead.press("r")
    lead.see_result()
    assert lead.meeting.revealed("PQ")[0].tally == Tally((0, 1, 0, 2, 3))


def test_no_phone_is_told_how_others_voted_before_the_reveal(lead: Lead) -> None:
    door = switch_on(lead)
    lead.go_to(Part.VOTE, "PQ")
    one, other = joined(door, number=2)
    before = other.state()
    one.vote(5, "PQ")
    assert other.state() == before


def test_a_phone_follows_the_big_screen(lead: Lead) -> None:
    door = switch_on(lead)
    (phone,) = joined(door)
    kinds = []
    for part, about in ((Part.START, ""), (Part.VOTE, "PQ"), (Part.MEANING, "PQ")):
        lead.go_to(part, about)
        kinds.append(phone.state()["face"]["key"])
    lead.go_to(Part.VOTE, "PQ")
    lead.press("n")
    kinds.append(phone.state()["face"]["key"])
    assert kinds == ["wait", "vote", "wait", "wait"]
    lead.press("n")
    lead.rate("PQ", 3, 4, 5, 5, 5, 2)
    lead.until(lambda: phone.state()["face"]["key"] == "dots")
    assert phone.state()["face"]["content"]["counts"] == [0, 1, 1, 1, 3]


def test_a_comment_by_phone_is_let_through_as_exact_words(lead: Lead) -> None:
    whole = lead.meeting.workshop.plan
    lead.services.workshops.change_plan(lead.workshop_id, replace(whole, comments=True))
    door = switch_on(lead)
    lead.go_to(Part.VOTE, "PQ")
    for n, phone in enumerate(joined(door, number=5)):
        phone.vote(1 + n, "PQ")
        sent = phone.write(f"<b>Nights {n}</b>", "comment", "PQ/1")
        assert sent.status == 200
    lead.press("r")
    panel = lead.panel(ResultPanel)
    lead.until(lambda: len(panel.inbox.texts) == 5)
    assert "5 lines from phones wait" in words_on(panel)
    assert "<b>" not in lead.room_reads
    first = panel.inbox.texts[0].text
    click(button_of(panel, f"Let it through, and show it to the room: {first}"))
    assert lead.notes(NoteKind.QUOTE) == [first]
    assert f"“{first}”" in lead.room_reads
    assert len(panel.inbox.texts) == 4


def test_words_from_phones_are_covered_while_the_room_sees_this_display(lead_alone: Lead) -> None:
    door = switch_on(lead_alone)
    lead_alone.go_to(Part.START)
    step = next(s for s in lead_alone.meeting.steps if s.plan.kind.value == "strengths")
    lead_alone.console._go_to_step(step.id)
    panel = lead_alone.panel(StrengthsPanel)
    (phone,) = joined(door)
    phone.write("She stayed late", "strength", "")
    lead_alone.until(lambda: panel.inbox.texts)
    assert "1 line from a phone waits" in words_on(panel)
    assert "She stayed late" not in lead_alone.reads


def test_strengths_spotted_by_phone_are_counted(lead: Lead) -> None:
    door = switch_on(lead)
    step = next(s for s in lead.meeting.steps if s.plan.kind.value == "strengths")
    lead.console._go_to_step(step.id)
    for phone in joined(door, number=2):
        for _twice in range(2):
            assert (
                phone.send("POST", "/pick", {"poll": "spotted", "answer": "integrity"}).status
                == 200
            )
    lead.until(lambda: lead.meeting.poll(Poll.SPOTTED) == {"integrity": 2})


def test_phones_go_off_when_the_console_is_left(lead: Lead) -> None:
    door = switch_on(lead)
    lead.console.leave()
    connection = HTTPConnection(door.address, door.port, timeout=2)
    with pytest.raises(OSError, match="refused"):
        connection.request("GET", "/")
    connection.close()
    assert "phones" not in {thread.name for thread in threading.enumerate()}


def test_phones_stay_joined_when_the_workshop_is_taken_up_again(lead: Lead) -> None:
    door = switch_on(lead)
    lead.go_to(Part.VOTE, "PQ")
    (phone,) = joined(door)
    phone.vote(4, "PQ")
    lead.console.pause()
    lead.console.begin(lead.workshop_id)
    again = switch_on(lead)
    assert again.code == door.code
    phone.door = again
    assert phone.vote(4, "PQ").status == 200
    assert lead.meeting.open_rounds[0].voted == 1


def test_many_votes_from_another_thread_are_told_together(lead: Lead) -> None:
    told: list[object] = []
    signals: ChangeSignals = lead.window.changes
    signals.changed.connect(lambda change, _id: told.append(change))
    lead.go_to(Part.VOTE, "PQ")
    told.clear()

    def many() -> None:
        for n in range(8):
            lead.services.phones.vote(lead.workshop_id, "PQ", 1, 10_000 + n, 4)

    thread = threading.Thread(target=many)
    thread.start()
    thread.join()
    lead.until(lambda: told)
    QApplication.processEvents()
    assert len(told) < 8
    assert lead.panel(VotePanel).voted.text() == "8 of 11"


# Slips


def test_slips_are_typed_with_one_key_each_and_the_last_one_is_said(lead: Lead) -> None:
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    click(button_of(panel, "Slips"))
    for key in "445":
        lead.press(key)
    assert panel.slips.last.text() == "Last slip: 5, Leading"
    assert "3 typed" in panel.slips.tally.text()
    lead.press(Qt.Key.Key_Backspace)
    assert "taken back" in panel.slips.last.text()
    assert panel.voted.text() == "2 of 11"


def test_the_tally_of_slips_is_hidden_from_a_room_that_sees_this_display(lead_alone: Lead) -> None:
    lead_alone.go_to(Part.VOTE, "PQ")
    panel = lead_alone.panel(VotePanel)
    click(button_of(panel, "Slips"))
    lead_alone.press("4")
    assert panel.slips.tally.text() == "1 typed"
    assert panel.slips.last.text() == "One more slip is in"


def test_undo_in_the_vote_takes_back_counts_and_nothing_else(lead: Lead) -> None:
    lead.services.notes.add(lead.workshop_id, NoteKind.STRENGTH, "", "She stayed late")
    lead.go_to(Part.VOTE, "PQ")
    panel = lead.panel(VotePanel)
    assert not panel.undo_button.isEnabled()
    lead.press("4")
    click(panel.undo_button)
    assert panel.voted.text() == "0 of 11"
    assert not panel.undo_button.isEnabled()
    lead.press(Qt.Key.Key_Backspace)
    assert lead.notes(NoteKind.STRENGTH) == ["She stayed late"]
