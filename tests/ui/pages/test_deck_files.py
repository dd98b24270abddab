"""Decks that come and go as files, and cards that go to the printer, from the page of decks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import process_time

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.scenario import Deck, ScenarioCard
from lqf_workshop.exchange.deck_reading import DeckReading
from lqf_workshop.exchange.deck_writing import write_deck
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.background import stop_all
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.decks.deck_files import DeckFiles
from lqf_workshop_ui.pages.decks_page import DecksPage
from lqf_workshop_ui.paper.card_papers import CardPapers
from lqf_workshop_ui.problems import Problems


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> Iterator[DecksPage]:
    page = DecksPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    stop_all(page)
    page.hide()


@pytest.fixture
def told(problems: Problems) -> list[str]:
    """The sentences that were told."""
    heard: list[str] = []
    problems.told.connect(lambda sentence, _wrong: heard.append(sentence))
    return heard


def card(title: str) -> ScenarioCard:
    told = f"{title}: something happens."
    return ScenarioCard(0, "", title, told, ("staff",), ("WO1",), ("FL",), ("Why?",), "", "")


def table(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "Ours.csv"
    file.write_text("\r\n".join(("Title,Situation,Question 1,Elements", *lines)), "utf-8")
    return file


def test_a_whole_deck_is_brought_in_and_looked_at(
    qtbot: QtBot, page: DecksPage, services: Services, tmp_path: Path, told: list[str]
) -> None:
    file = table(tmp_path, "Kettle,It is broken.,Who minds?,MS2", "Lift,It is stuck.,Why?,CV")
    with qtbot.waitSignal(page.bringing_in.done):
        page.bring_in(file)
    assert page.cards.head.name.text() == "Ours"
    assert [held.card.title for held in page.cards.model.cards] == ["Kettle", "Lift"]
    assert told[-1] == "2 cards brought in."
    assert services.decks.decks()[1].cards[1].elements == ("CV",)
    page.column.undo_button.click()
    assert len(services.decks.decks()) == 1


def test_rows_that_are_not_right_are_listed_beside_what_was_brought_in(
    qtbot: QtBot, page: DecksPage, tmp_path: Path
) -> None:
    file = table(tmp_path, "Kettle,It is broken.,Who minds?,MS2", ",It is stuck.,,ZZ9")
    page.bring_in(file)
    report = page.bringing_in
    qtbot.waitUntil(report.report.isVisible)
    assert report.heading.text() == "1 card brought in"
    assert report.table.hasFocus()
    lines = range(report.table.rowCount())
    items = [[report.table.item(row, column) for column in range(3)] for row in lines]
    rows = [[item.text() if item else "" for item in row] for row in items]
    assert rows[0] == ["3", "Title", "Please write a title."]
    assert ["3", "Question 1", "Please write at least one question."] in rows
    assert any("ZZ9" in row[2] for row in rows)
    report.look_button.setFocus()
    QTest.keyClick(report.look_button, Qt.Key.Key_Space)
    assert page.cards.head.name.text() == "Ours"
    assert page.cards.list.hasFocus()


def test_a_file_without_one_whole_card_makes_no_deck(
    qtbot: QtBot, page: DecksPage, services: Services, tmp_path: Path
) -> None:
    page.bring_in(table(tmp_path, ",It is stuck.,,"))
    qtbot.waitUntil(page.bringing_in.report.isVisible)
    assert page.bringing_in.heading.text() == "No card was brought in"
    assert not page.bringing_in.look_button.isVisible()
    assert len(services.decks.decks()) == 1
    page.bringing_in.close_button.click()
    assert page.cards.isVisible()


def test_a_file_that_cannot_be_read_is_explained(
    qtbot: QtBot, page: DecksPage, tmp_path: Path, told: list[str]
) -> None:
    file = tmp_path / "deck.xlsx"
    file.write_bytes(b"this is no workbook")
    page.bring_in(file)
    qtbot.waitUntil(page.cards.isVisible)
    assert len(told) == 1
    assert told[0].endswith(".")


def test_reading_is_cancelled_and_leaves_nothing(
    qtbot: QtBot,
    page: DecksPage,
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, go_on = Event(), Event()

    def slow(_file: Path, _tags: object) -> DeckReading:
        reading.set()
        assert go_on.wait(10)
        return DeckReading(Deck("", "Ours", 1, "", (card("Kettle"),)), ())

    monkeypatch.setattr("lqf_workshop.exchange.deck_reading.read_deck", slow)
    page.bring_in(tmp_path / "any.csv")
    qtbot.waitUntil(reading.is_set)
    assert page.bringing_in.making.isVisible()
    assert page.bringing_in.making.cancel.hasFocus()
    QTest.keyClick(page.bringing_in.making.cancel, Qt.Key.Key_Space)
    assert page.cards.isVisible()
    go_on.set()
    stop_all(page)
    assert len(services.decks.decks()) == 1


def test_a_thousand_cards_come_in_within_two_seconds_of_work(
    qtbot: QtBot, page: DecksPage, services: Services, tmp_path: Path
) -> None:
    shipped = services.decks.decks()[0]
    many = tuple(
        replace(shipped.cards[n % 26], code="", number=n + 1, facts=()) for n in range(1000)
    )
    file = tmp_path / "many.xlsx"
    write_deck(replace(shipped, cards=many), file)

    def bring_in() -> float:
        """Return the seconds of work, which do not grow when others use the machine too."""
        begun = process_time()
        with qtbot.waitSignal(page.bringing_in.done, timeout=20_000):
            page.bring_in(file)
        return process_time() - begun

    assert min(bring_in() for _again in range(2)) < 2
    assert page.cards.model.rowCount() == 1000


def test_a_deck_is_exported_under_a_name_that_tells_nothing(
    qtbot: QtBot,
    page: DecksPage,
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def ask(_kind: object, _parent: QWidget, suggested: Path, kinds: str) -> tuple[Path, str]:
        asked.append(suggested.name)
        return tmp_path / "ours", kinds.split(";;")[1]

    monkeypatch.setattr(DeckFiles, "ask_save", classmethod(ask))
    page.show_deck(services.decks.bring_in(Deck("", "Ours", 1, "", (card("Kettle"),))))
    with qtbot.waitSignal(page.files.saved):
        page.cards.head.export_action.trigger()
    assert asked == ["Scenario cards 2026-11-25.lqfdeck"]
    file = tmp_path / "ours.xlsx"
    assert str(file) in page.saved.text.text()
    with qtbot.waitSignal(page.bringing_in.done):
        page.bring_in(file)
    assert page.cards.head.name.text() == "Ours (2)"


def test_a_template_is_saved(
    qtbot: QtBot, page: DecksPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "template.xlsx"
    monkeypatch.setattr(
        DeckFiles, "ask_save", classmethod(lambda _kind, _parent, _file, kinds: (file, kinds))
    )
    with qtbot.waitSignal(page.files.saved):
        page.column.template_button.click()
    assert len(openpyxl.load_workbook(file).sheetnames) >= 2


def test_a_folder_that_cannot_be_written_is_explained(
    qtbot: QtBot,
    page: DecksPage,
    tmp_path: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = tmp_path / "missing" / "deck.lqfdeck"
    monkeypatch.setattr(
        DeckFiles, "ask_save", classmethod(lambda _kind, _parent, _file, kinds: (missing, kinds))
    )
    with qtbot.waitSignal(page.files.failed):
        page.cards.head.export_action.trigger()
    assert len(told) == 1


def test_changing_ones_mind_saves_nothing(
    page: DecksPage, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setattr(DeckFiles, "ask_save", classmethod(lambda *_about: None))
    monkeypatch.setattr(DeckFiles, "ask_open", classmethod(lambda *_about: None))
    page.cards.head.export_action.trigger()
    page.column.template_button.click()
    page.column.import_button.click()
    assert page.cards.isVisible()
    assert told == []


def test_the_cards_that_were_looked_for_are_printed(
    qtbot: QtBot, page: DecksPage, services: Services
) -> None:
    page.cards.filters.search.setText("kettle")
    page.cards.head.print_action.trigger()
    (dialog,) = page.findChildren(CardPapers)
    assert [one.title for one in dialog.paper.cards] == ["The stairs and the kettle"]
    assert dialog.paper.names["WO"] == "Working with others"
    dialog.reject()


def test_an_unfinished_card_is_not_printed(
    page: DecksPage, services: Services, told: list[str]
) -> None:
    deck = services.decks.new_deck("Ours")
    services.decks.add_card(deck)
    page.show_deck(deck)
    page.print_cards()
    assert told == ["There is no finished card here to print."]
    assert page.findChildren(CardPapers) == []
