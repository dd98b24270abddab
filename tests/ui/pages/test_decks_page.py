"""The page of decks, with the keyboard alone where that says more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.scenario import Deck, ScenarioCard
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.decks_page import DecksPage
from lqf_workshop_ui.problems import Problems

K = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ONE_FRAME = 0.016


def card(title: str, *elements: str) -> ScenarioCard:
    told = f"{title}: something happens."
    return ScenarioCard(0, "", title, told, ("staff",), elements, ("FL",), ("Why?",), "", "")


@pytest.fixture
def mine(services: Services) -> str:
    """An own deck of three cards."""
    cards = tuple(card(title, "WO1") for title in ("One", "Two", "Three"))
    return services.decks.bring_in(Deck("", "Mine", 1, "", cards))


@pytest.fixture
def told(problems: Problems) -> list[str]:
    """The sentences that were told."""
    heard: list[str] = []
    problems.told.connect(lambda sentence, _wrong: heard.append(sentence))
    return heard


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
    page.hide()


def choose(page: DecksPage, name: str) -> None:
    """Choose a deck by its name, with the arrow keys."""
    page.column.list.setFocus()
    press(K.Key_Home)
    for _row in range(page.column.list.count()):
        if page.cards.head.name.text() == name:
            return
        press(K.Key_Down)
    raise AssertionError(name)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, key, held)


def write(text: str, into: QWidget) -> None:
    into.setFocus()
    QTest.keyClicks(into, text)


def titles(page: DecksPage) -> list[str]:
    return [held.card.title for held in page.cards.model.cards]


def stored(services: Services, deck: str) -> list[str]:
    return [one.title for one in services.decks.deck(deck).cards]


def test_a_shipped_card_can_be_read_and_not_changed(page: DecksPage) -> None:
    assert page.cards.head.name.text() == "Wicked issues"
    assert page.cards.model.rowCount() == 26
    assert page.editor.form.title.text() == "The rota that eats itself"
    assert page.editor.form.title.isReadOnly()
    assert page.editor.form.texts["prompts"].isReadOnly()
    assert not page.cards.tools.isVisible()
    assert page.editor.notice.heading.text() == "This card came with the app."
    assert page.editor.facts.isVisible()


def test_a_shipped_card_is_copied_and_the_copy_changed_with_the_keyboard_alone(
    qtbot: QtBot, page: DecksPage, services: Services
) -> None:
    page.cards.list.setFocus()
    press(K.Key_Down)
    press(K.Key_Return)
    assert page.editor.copy_button.hasFocus()
    press(K.Key_Space)
    assert page.cards.head.name.text() == "My cards"
    assert page.editor.form.title.hasFocus()
    press(K.Key_End)
    QTest.keyClicks(page.editor.form.title, ", again")
    deck = services.decks.decks()[1]
    qtbot.waitUntil(lambda: stored(services, deck.code) == ["Quarter to five on Friday, again"])
    assert page.editor.saved.text() == "Saved"
    assert titles(page) == ["Quarter to five on Friday, again"]
    press(K.Key_Tab)
    assert page.editor.form.texts["situation"].hasFocus()
    press(K.Key_Z, CONTROL)
    assert stored(services, deck.code) == ["Quarter to five on Friday"]
    assert page.editor.form.title.text() == "Quarter to five on Friday"
    press(K.Key_Z, CONTROL | SHIFT)
    assert page.editor.form.title.text() == "Quarter to five on Friday, again"


def test_with_several_own_decks_the_person_chooses_where_a_copy_goes(
    page: DecksPage, services: Services, mine: str
) -> None:
    nights = services.decks.new_deck("Nights")
    choose(page, "Wicked issues")
    page.editor.copy_button.click()
    assert [a.text() for a in page.editor.copy_menu.actions()] == ["Into “Mine”", "Into “Nights”"]
    page.editor.copy_menu.actions()[1].trigger()
    page.editor.copy_menu.hide()
    assert stored(services, nights) == ["The rota that eats itself"]
    assert page.cards.head.name.text() == "Nights"


def test_a_deck_is_made_named_and_filled_with_the_keyboard_alone(
    qtbot: QtBot, page: DecksPage, services: Services
) -> None:
    page.column.new_button.setFocus()
    press(K.Key_Space)
    assert page.cards.head.line.hasFocus()
    QTest.keyClicks(page.cards.head.line, "Night staff")
    press(K.Key_Return)
    page.cards.add_button.setFocus()
    press(K.Key_Space)
    assert page.editor.form.title.hasFocus()
    assert "Not finished" in page.editor.notice.heading.text()
    form = page.editor.form
    QTest.keyClicks(form.title, "The van")
    press(K.Key_Tab)
    QTest.keyClicks(form.texts["situation"], "The van is late again.")
    press(K.Key_Tab)
    QTest.keyClicks(form.texts["involved"], "the driver; residents")
    press(K.Key_Tab)
    QTest.keyClicks(form.texts["prompts"], "Who waits?")
    press(K.Key_Return)
    QTest.keyClicks(form.texts["prompts"], "Who decides?")
    press(K.Key_Tab)
    deck = services.decks.decks()[1]
    assert deck.name == "Night staff"
    (made,) = deck.cards
    assert made.title == "The van"
    assert made.involved == ("the driver", "residents")
    assert made.prompts == ("Who waits?", "Who decides?")
    assert not page.editor.notice.isVisible()
    assert [one.code for one in services.cards.decks()[1].cards] == [made.code]


def test_tags_are_ticked_and_taken_back(page: DecksPage, services: Services, mine: str) -> None:
    choose(page, "Mine")
    form = page.editor.form
    assert form.elements is not None
    assert form.ideas is not None
    assert form.levels is not None

    def now() -> ScenarioCard:
        return services.decks.deck(mine).cards[0]

    quality = form.elements.dimensions["CV"]
    assert not quality.elements.isVisible()
    quality.box.setFocus()
    press(K.Key_Space)
    assert now().elements == ("WO1", "CV")
    assert quality.elements.isVisible()
    quality.elements.boxes["CV2"].setFocus()
    press(K.Key_Space)
    assert now().elements == ("WO1", "CV2")
    form.levels.boxes["FW"].setFocus()
    press(K.Key_Space)
    form.ideas.boxes["public-value"].setFocus()
    press(K.Key_Space)
    assert (now().levels, now().ideas) == (("FW", "FL"), ("public-value",))
    for _times in range(4):
        press(K.Key_Z, CONTROL)
    assert (now().elements, now().levels, now().ideas) == (("WO1",), ("FL",), ())
    assert not form.ideas.boxes["public-value"].isChecked()
    assert not quality.box.isChecked()


def test_a_card_that_would_lose_its_title_keeps_it_and_the_person_is_told_where(
    qtbot: QtBot, page: DecksPage, services: Services, mine: str
) -> None:
    choose(page, "Mine")
    title = page.editor.form.fields["title"]
    page.editor.form.title.setFocus()
    page.editor.form.title.selectAll()
    press(K.Key_Delete)
    qtbot.waitUntil(title.problem.isVisible)
    assert title.problem.text() == "Please write a title."
    assert stored(services, mine)[0] == "One"
    page.cards.list.setCurrentIndex(page.cards.model.index(1))
    assert page.editor.form.title.text() == ""
    assert page.cards.looked_at is not None
    assert page.cards.looked_at.card.title == "One"
    QTest.keyClicks(page.editor.form.title, "First")
    page.cards.list.setCurrentIndex(page.cards.model.index(1))
    assert stored(services, mine)[0] == "First"
    assert page.editor.form.title.text() == "Two"
    assert not title.problem.isVisible()


def test_a_situation_too_long_for_the_big_screen_is_explained_and_not_cut(
    qtbot: QtBot, page: DecksPage, services: Services, mine: str
) -> None:
    choose(page, "Mine")
    field = page.editor.form.fields["situation"]
    page.editor.form.texts["situation"].setPlainText("word " * 130)
    qtbot.waitUntil(field.problem.isVisible)
    assert "at most 600" in field.problem.text()
    assert len(page.editor.form.texts["situation"].toPlainText()) == 650


def test_cards_are_put_into_order_with_alt_and_the_arrow_keys(
    page: DecksPage, services: Services, mine: str
) -> None:
    choose(page, "Mine")
    page.cards.list.setFocus()
    press(K.Key_Down, ALT)
    press(K.Key_Down, ALT)
    assert stored(services, mine) == ["Two", "Three", "One"]
    assert page.cards.looked_at is not None
    assert page.cards.looked_at.card.title == "One"
    press(K.Key_Up, ALT)
    assert titles(page) == ["Two", "One", "Three"]
    assert page.editor.place.text() == "Card 2 of 3"
    page.editor.form.title.setFocus()
    press(K.Key_Up, ALT)
    assert titles(page) == ["One", "Two", "Three"]


def test_the_order_stays_while_only_some_cards_are_shown(
    page: DecksPage, services: Services, mine: str
) -> None:
    choose(page, "Mine")
    write("t", page.cards.filters.search)
    assert page.cards.found.text() == "3 of 3 cards"
    assert not page.cards.up_button.isEnabled()
    page.cards.list.setFocus()
    press(K.Key_Down, ALT)
    assert stored(services, mine) == ["One", "Two", "Three"]


def test_a_card_is_binned_with_delete_and_restored_with_enter(
    page: DecksPage, services: Services, mine: str, told: list[str]
) -> None:
    choose(page, "Mine")
    page.cards.list.setFocus()
    press(K.Key_Down)
    press(K.Key_Delete)
    assert titles(page) == ["One", "Three"]
    assert told[-1] == "The card is in the bin. Ctrl + Z brings it back."
    assert page.editor.form.title.text() == "Three"
    assert page.column.bin_button.text() == "Bin (1)"
    page.column.bin_button.setFocus()
    press(K.Key_Space)
    assert page.bin.list.hasFocus()
    assert page.bin.list.item(0).text() == "Two, from “Mine”"
    press(K.Key_Return)
    assert titles(page) == ["One", "Two", "Three"]
    assert page.cards.list.isVisible()


def test_a_deck_is_binned_and_taken_back(page: DecksPage, services: Services, mine: str) -> None:
    choose(page, "Mine")
    page.cards.head.bin_action.trigger()
    assert page.cards.head.name.text() == "Wicked issues"
    assert page.column.list.count() == 1
    page.column.undo_button.click()
    assert page.column.list.count() == 2
    page.cards.head.bin_action.setEnabled(True)
    choose(page, "Mine")
    page.cards.head.bin_action.trigger()
    page.column.bin_button.click()
    assert page.bin.list.item(0).text() == "Deck “Mine”, 3 cards"
    page.bin.restore_button.click()
    assert page.column.list.count() == 2


def test_a_whole_deck_is_copied(page: DecksPage, services: Services) -> None:
    page.cards.head.copy_action.trigger()
    assert page.cards.head.name.text() == "Wicked issues, my copy"
    assert page.cards.model.rowCount() == 26
    assert not page.editor.form.title.isReadOnly()


def test_a_card_is_duplicated_behind_itself(page: DecksPage, services: Services, mine: str) -> None:
    choose(page, "Mine")
    page.editor.duplicate_button.click()
    assert titles(page) == ["One", "One", "Two", "Three"]
    assert page.cards.list.currentIndex().row() == 1


def test_cards_are_found_by_words_and_tags(qtbot: QtBot, page: DecksPage) -> None:
    page.cards.list.setFocus()
    press(K.Key_F, CONTROL)
    assert page.cards.filters.search.hasFocus()
    QTest.keyClicks(page.cards.filters.search, "kettle")
    assert titles(page) == ["The stairs and the kettle"]
    qtbot.waitUntil(lambda: page.editor.form.title.text() == "The stairs and the kettle")
    press(K.Key_Escape)
    assert page.cards.model.rowCount() == 26
    level, idea = page.cards.filters.level, page.cards.filters.idea
    level.setCurrentIndex(level.findData("SL"))
    idea.setCurrentIndex(idea.findData("scenario-planning"))
    assert 0 < page.cards.model.rowCount() < 26
    QTest.keyClicks(page.cards.filters.search, "zzz")
    assert page.cards.nothing.isVisible()
    qtbot.waitUntil(lambda: not page.editor.isVisible())


def test_facts_are_taken_off_a_copy(page: DecksPage, services: Services) -> None:
    page.editor.copy_button.click()
    deck = services.decks.decks()[1]
    off = page.editor.facts.findChildren(QPushButton)
    assert len(off) == len(deck.cards[0].facts) == 3
    off[0].click()
    assert len(services.decks.decks()[1].cards[0].facts) == 2
    page.column.undo_button.click()
    assert len(services.decks.decks()[1].cards[0].facts) == 3


def test_words_on_their_way_are_kept_when_the_page_goes_away(
    page: DecksPage, services: Services, mine: str
) -> None:
    choose(page, "Mine")
    page.editor.form.title.setText("Our one")
    page.editor.form.texts["situation"].setPlainText("The van is late.")
    page.hide()
    kept = services.decks.deck(mine).cards[0]
    assert (kept.title, kept.situation) == ("Our one", "The van is late.")


def test_what_another_part_changes_is_shown_when_the_page_comes_back(
    page: DecksPage, services: Services, mine: str
) -> None:
    choose(page, "Mine")
    page.hide()
    first = services.decks.deck(mine).cards[0]
    services.decks.keep_card(mine, replace(first, title="Elsewhere"))
    page.show()
    assert page.editor.form.title.text() == "Elsewhere"


def test_every_control_has_a_name_for_a_screen_reader(
    page: DecksPage, services: Services, mine: str
) -> None:
    choose(page, "Mine")
    page.cards.head.unfold()
    for kind in (QLineEdit, QPushButton, QToolButton, QCheckBox):
        for control in page.findChildren(kind):
            assert control.accessibleName(), control
    said = page.cards.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Card 2 of Mine: Two"


@pytest.mark.parametrize("theme", ["dark", "contrast", "light"])
def test_everything_fits_the_smallest_window(
    qtbot: QtBot, page: DecksPage, looks: Looks, mine: str, theme: str
) -> None:
    looks.choose(theme=theme)
    page.resize(964, 600)
    choose(page, "Mine")
    qtbot.wait(1)
    form = page.editor.form
    right = form.mapTo(page, form.rect().topRight()).x()
    assert right <= page.width()
    assert page.editor.form.width() >= 280
    assert not page.grab().isNull()


def test_a_deck_of_a_thousand_cards_is_narrowed_within_a_frame(
    page: DecksPage, services: Services
) -> None:
    many = tuple(card(f"Card {n} of a large deck", "WO1") for n in range(1000))
    page.show_deck(services.decks.bring_in(Deck("", "Many", 1, "", many)))
    assert page.cards.model.rowCount() == 1000
    search = page.cards.filters.search

    def seconds(text: str) -> float:
        begun = process_time()
        search.setText(text)
        return process_time() - begun

    assert min(seconds(f"large {n}") for n in range(1, 6)) < ONE_FRAME
    search.clear()
    begun = process_time()
    page.cards.list.setCurrentIndex(page.cards.model.index(999))
    assert process_time() - begun < 0.5
    assert page.editor.place.text() == "Card 1000 of 1000"
