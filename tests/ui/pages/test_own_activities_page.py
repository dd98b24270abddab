"""Activities of one's own: copied, edited by keyboard, mended, binned, used like shipped ones."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.activity import Activity, BlockKind, ColumnKind, Takes
from lqf_workshop.domain.activity_edit import block_added, changed_step
from lqf_workshop.scenes.scene import ActivityScene, WordsScene
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.own_activities.editor import ActivityEditor
from lqf_workshop_ui.pages.own_activities_page import OwnActivitiesPage
from lqf_workshop_ui.problems import Problems

TRIANGLE = "strategic-triangle"
K = Qt.Key
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(
    qtbot: QtBot,
    light: None,
    services: Services,
    changes: ChangeSignals,
    looks: Looks,
    problems: Problems,
) -> OwnActivitiesPage:
    page = OwnActivitiesPage(services, changes, looks, problems)
    qtbot.addWidget(page)
    page.resize(1150, 708)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def editor(page: OwnActivitiesPage) -> ActivityEditor:
    page.edit(TRIANGLE)
    return page.editor


def stored(services: Services) -> Activity:
    (own,) = services.own_activities.own()
    return own.activity


def step(services: Services, number: int) -> str:
    return stored(services).steps[number].name


def type_into(field: QPlainTextEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def alt(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key, Qt.KeyboardModifier.AltModifier)


def undo(editor: ActivityEditor) -> None:
    editor.column.rows.setFocus()
    QTest.keyClick(editor.column.rows, K.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_editing_a_shipped_activity_begins_with_a_copy(
    editor: ActivityEditor, services: Services
) -> None:
    assert editor.head.name.text() == "Strategic triangle (our copy)"
    assert services.activities.choice(TRIANGLE).name == "Strategic triangle"
    assert isinstance(editor.preview.miniature.scene, WordsScene)
    assert "35 minutes, as stated" in editor.preview.time.sentence.text()
    assert editor.preview.mend.headline.text() == "Ready: workshops can use it"


def test_a_name_is_saved_as_it_is_typed_and_shown_at_once(
    qtbot: QtBot, editor: ActivityEditor, services: Services
) -> None:
    type_into(editor.about.fields["name"].text, "Our triangle")
    qtbot.waitUntil(lambda: stored(services).name == "Our triangle")
    assert editor.head.name.text() == "Our triangle"
    scene = editor.preview.miniature.scene
    assert isinstance(scene, WordsScene)
    assert scene.title == "Our triangle"


def test_what_is_wrong_is_told_beside_the_field_and_the_rest_is_kept(
    qtbot: QtBot, editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("proposal")
    field = editor.form.head.fields["question"]
    type_into(field.text, "one two three four five six seven eight nine ten eleven twelve thirteen")
    qtbot.waitUntil(lambda: field.problem.isVisible())
    assert field.problem.text().startswith("That is 13 words. At most 12 fit here")
    assert stored(services).steps[0].question.endswith("thirteen")
    assert not [a for a in services.activities.choices() if "~" in a.code]
    assert "1 thing to mend" in editor.preview.mend.headline.text()
    assert "The proposal: That is 13 words" in editor.preview.mend.told.text()
    type_into(field.text, "Shorter now?")
    qtbot.waitUntil(lambda: not field.problem.isVisible())
    assert [a for a in services.activities.choices() if "~" in a.code]


def test_words_are_saved_when_the_page_is_left(
    page: OwnActivitiesPage, editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("people")
    type_into(editor.form.script.fields["say"].text, "Half a thou")
    page.hide()
    assert stored(services).steps[4].script.say == "Half a thou"


def test_going_to_another_step_saves_and_shows_its_own_words(
    editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("people")
    type_into(editor.form.head.fields["line"].text, "Whom do we owe a word?")
    editor.column.choose("proposal")
    assert stored(services).steps[4].line == "Whom do we owe a word?"
    assert editor.form.head.fields["name"].text.toPlainText() == "The proposal"
    assert editor.form.head.fields["line"].text.toPlainText().startswith("One sentence")
    scene = editor.preview.miniature.scene
    assert isinstance(scene, ActivityScene)
    assert scene.title == "What do we want to do, and for whom?"


def test_words_that_are_too_many_stay_in_sight(
    qtbot: QtBot, editor: ActivityEditor, services: Services, problems: Problems
) -> None:
    editor.column.choose("people")
    field = editor.form.script.fields["do"]
    before = stored(services).steps[4].script.do
    field.text.setPlainText("x" * 2001)
    with qtbot.waitSignal(problems.told):
        editor.column.choose("proposal")
    assert editor.column.code == "people"
    assert "at most 2,000" in field.problem.text()
    qtbot.waitUntil(lambda: editor.head.saved.text() == "Not all is saved")
    assert stored(services).steps[4].script.do == before
    field.text.setPlainText("Shorter")
    editor.column.choose("proposal")
    assert stored(services).steps[4].script.do == "Shorter"
    qtbot.waitUntil(lambda: editor.head.saved.text() == "Saved")


def test_steps_are_added_copied_moved_and_taken_out_with_the_keyboard(
    editor: ActivityEditor, services: Services
) -> None:
    rows = editor.column.rows
    rows.setFocus()
    QTest.keyClick(rows, K.Key_Down)
    QTest.keyClick(rows, K.Key_Down)
    assert editor.column.code == "strength"
    alt(rows, K.Key_Up)
    assert step(services, 0) == "How strong is each corner?"
    assert editor.column.code == "strength"
    QTest.keyClick(rows, K.Key_Delete)
    assert step(services, 0) == "The proposal"
    undo(editor)
    assert step(services, 0) == "How strong is each corner?"
    undo(editor)
    assert step(services, 0) == "The proposal"
    editor.column.double_tool.setFocus()
    editor.column.choose("proposal")
    QTest.keyClick(editor.column.double_tool, K.Key_Space)
    assert [step(services, 0), step(services, 1)] == ["The proposal", "The proposal"]
    assert editor.column.rows.currentRow() == 2


def test_a_new_step_is_filled_in_from_its_title_on(
    qtbot: QtBot, editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("verdict")
    QTest.keyClick(editor.column.add_button, K.Key_Space)
    assert editor.column.code == "step-6"
    title = editor.form.head.fields["name"]
    assert title.text.hasFocus()
    assert title.problem.text() == "Give the step a title."
    assert "The steps take 40 minutes together" in editor.preview.time.sentence.text()
    QTest.keyClick(editor.preview.time.sum_button, K.Key_Space)
    assert stored(services).minutes == 40
    QTest.keyClicks(title.text, "Who is missing?")
    QTest.keyClick(title.text, K.Key_Return)
    assert not title.text.hasFocus()
    qtbot.waitUntil(lambda: step(services, 4) == "Who is missing?")


def test_a_step_whose_last_part_goes_says_what_it_needs(
    editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("people")
    QTest.keyClick(editor.form.cards["people"].remove_tool, K.Key_Space)
    assert not editor.form.cards
    assert editor.form.problem.text().startswith("The last step needs a part")
    undo(editor)
    assert editor.form.cards["people"].takes is not None
    assert not editor.form.problem.text()


@pytest.mark.parametrize("kind", BlockKind)
def test_a_block_of_any_kind_is_added_worded_and_shown(
    qtbot: QtBot, editor: ActivityEditor, services: Services, kind: BlockKind
) -> None:
    editor.column.choose("people")
    editor.form.offer()
    editor.form.add_menu.actions()[list(BlockKind).index(kind)].trigger()
    card = editor.form.cards["part-5"]
    assert card.name.text.hasFocus()
    for n, field in enumerate(card.findChildren(QPlainTextEdit)):
        answers = field.accessibleName().endswith("commas between them")
        if not answers:
            type_into(field, f"Word {n}")
    editor.flush()
    left = [flaw.sentence for flaw in editor.draft.flaws]
    assert not left, left
    qtbot.waitUntil(lambda: card.name.text.toPlainText() == stored(services).block("part-5").name)
    scene = editor.preview.miniature.scene
    assert isinstance(scene, ActivityScene)
    assert ("part-5" in [c.code for c in scene.canvases]) == (kind is not BlockKind.PRIVATE)
    assert editor.grab().toImage().pixelColor(4, 4) != QColor("black")


def test_a_column_is_added_given_answers_moved_and_taken_out(
    qtbot: QtBot, editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("people")
    editor.form.cards["people"].parts[0].add_button.click()
    row = editor.form.cards["people"].parts[0].rows["column-4"]
    assert row.name.text.hasFocus()
    type_into(row.name.text, "Likely?")
    assert row.kind is not None
    choice = row.kind.findData(ColumnKind.CHOICE.value)
    row.kind.setCurrentIndex(choice)
    row.kind.activated.emit(choice)
    assert row.options is not None
    qtbot.waitUntil(row.options.isVisible)
    assert row.options.problem.text().startswith("Write 2 to 5 answers")
    type_into(row.options.text, "Yes, Perhaps , No")
    editor.flush()
    column = stored(services).block("people").columns[3]
    assert (column.name, column.kind, column.options) == (
        "Likely?",
        ColumnKind.CHOICE,
        ("Yes", "Perhaps", "No"),
    )
    assert not editor.draft.flaws
    alt(row.name.text, K.Key_Up)
    assert [c.code for c in stored(services).block("people").columns][2] == "column-4"
    row = editor.form.cards["people"].parts[0].rows["column-4"]
    assert row.name.text.hasFocus()
    row.out.trigger()
    assert len(stored(services).block("people").columns) == 3


def test_a_shared_part_says_where_else_it_is_and_which_columns_are_filled_in_here(
    editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("strength")
    card = editor.form.cards["corners"]
    assert card.elsewhere.text() == "The same part as in: The weakest corner."
    gap = card.parts[0].rows["gap"].here
    assert gap is not None
    assert not gap.isChecked()
    gap.click()
    assert stored(services).steps[1].uses[0].columns == ("strength", "evidence", "gap")


def test_a_step_goes_on_with_a_part_of_another(editor: ActivityEditor, services: Services) -> None:
    editor.column.choose("verdict")
    editor.form.offer()
    texts = [action.text() for action in editor.form.add_menu.actions()]
    editor.form.add_menu.actions()[texts.index("Go on with “Our proposal”")].trigger()
    assert [use.block for use in stored(services).steps[3].uses] == ["verdict", "proposal"]
    editor.form.cards["proposal"].up_tool.click()
    assert [use.block for use in stored(services).steps[3].uses] == ["proposal", "verdict"]


def test_taking_away_and_holding_back_are_chosen(
    editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("people")
    card = editor.form.cards["people"]
    assert card.takes is not None
    assert card.held is not None
    row = card.takes.findData(Takes.WATCH.value)
    card.takes.setCurrentIndex(row)
    card.takes.activated.emit(row)
    card.held.click()
    block = stored(services).block("people")
    assert (block.takes, block.held) == (Takes.WATCH, True)
    scene = editor.preview.miniature.scene
    assert isinstance(scene, ActivityScene)
    assert not scene.canvases
    undo(editor)
    undo(editor)
    assert card.takes.currentData() == Takes.ACTIONS.value


def test_the_first_thing_to_mend_is_gone_to(editor: ActivityEditor, services: Services) -> None:
    own = stored(services)
    services.own_activities.keep(changed_step(own, "verdict", question=""))
    editor.column.choose("")
    editor.preview.mend.next_button.click()
    assert editor.form.head.fields["question"].text.hasFocus()
    services.own_activities.keep(block_added(own, "people", BlockKind.SORT))
    editor.preview.mend.next_button.click()
    assert editor.form.cards["part-5"].name.text.hasFocus()
    services.own_activities.keep(own)
    assert not editor.preview.mend.next_button.isVisible()


def test_the_dimension_and_the_minutes_are_chosen(
    qtbot: QtBot, editor: ActivityEditor, services: Services
) -> None:
    row = editor.about.dimension.findData("WO")
    editor.about.dimension.setCurrentIndex(row)
    editor.about.dimension.activated.emit(row)
    assert stored(services).dimension == "WO"
    editor.about.minutes.more.click()
    qtbot.waitUntil(lambda: stored(services).minutes == 40)
    assert "35 minutes together, but 40" in editor.about.minutes_field.problem.text()
    undo(editor)
    undo(editor)
    assert (stored(services).dimension, stored(services).minutes) == ("DS", 35)


@pytest.mark.slow
@pytest.mark.parametrize("activity", range(17))
def test_every_shipped_activity_can_be_edited(
    page: OwnActivitiesPage, services: Services, activity: int
) -> None:
    page.edit(services.shelf.activities()[activity].code)
    before = stored(services)
    for one in before.steps:
        page.editor.column.choose(one.code)
        assert list(page.editor.form.cards) == [use.block for use in one.uses]
    page.editor.flush()
    assert stored(services) == before
    nameless = [
        type(w).__name__
        for kind in (QAbstractButton, QPlainTextEdit, QComboBox)
        for w in page.editor.findChildren(kind)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not (w.accessibleName() or _text(w))
    ]
    assert not nameless


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_tab_goes_through_a_step_from_top_to_bottom(editor: ActivityEditor) -> None:
    editor.column.choose("verdict")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    start = editor.form.head.fields["name"].text
    start.setFocus()
    seen: list[QWidget] = []
    while (now := editor.focusWidget()) is not editor.form.add_button and len(seen) < 60:
        seen.append(now)
        QTest.keyClick(now, K.Key_Tab)
    tops = [w.mapTo(editor.form, w.rect().center()).y() for w in seen]
    assert len(seen) > 15
    assert all(b >= a - 12 for a, b in pairwise(tops)), [
        (t, w.accessibleName()) for t, w in zip(tops, seen, strict=True)
    ]


def test_the_copy_there_is_is_edited_again_and_of_several_one_is_chosen(
    page: OwnActivitiesPage, editor: ActivityEditor, services: Services
) -> None:
    editor.leave()
    page.edit(TRIANGLE)
    assert editor.isVisible()
    first = stored(services).code
    second = services.own_activities.copy(first)
    page.edit(TRIANGLE)
    assert page.list.isVisible()
    assert set(page.list.rows) == {first, second}
    services.own_activities.bin(first)
    page.edit(TRIANGLE)
    assert editor.isVisible()
    assert editor.draft.activity.code == second


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["dark", "contrast", "light"])
def test_everything_fits_the_smallest_window(
    qtbot: QtBot, page: OwnActivitiesPage, services: Services, looks: Looks, theme: str
) -> None:
    looks.choose(theme=theme)
    page.resize(964, 600)
    for code in (TRIANGLE, "scenario-planning"):
        page.edit(code)
        editor = page.editor
        for row in range(editor.column.rows.count()):
            editor.column.rows.setCurrentRow(row)
            qtbot.wait(1)
            part = editor.form if row else editor.about
            area = editor._areas[1 if row else 0]
            assert part.width() <= area.viewport().width()
            for card in editor.form.cards.values():
                assert card.minimumSizeHint().width() <= part.width()
        edge = editor.preview.mapTo(page, editor.preview.rect().topRight()).x()
        assert edge <= page.width()


# The list and the bin


def test_the_list_copies_edits_bins_and_brings_back(
    qtbot: QtBot, page: OwnActivitiesPage, services: Services
) -> None:
    page.show_list()
    page.list.offer()
    names = [action.text() for action in page.list.copy_menu.actions()]
    page.list.copy_menu.actions()[names.index("Power map  ·  35 minutes")].trigger()
    assert page.editor.isVisible()
    page.editor.leave()
    assert page.list.isVisible()
    (row,) = page.list.rows.values()
    assert row.name.text() == "Power map (our copy)"
    assert row.state.text() == "35 minutes · 4 steps · Ready"
    _press(row, "Put in the bin")
    assert not services.own_activities.own()
    (row,) = page.list.rows.values()
    assert row.main is not None
    qtbot.waitUntil(row.main.hasFocus)
    for keys in (Qt.KeyboardModifier.ControlModifier, CONTROL_SHIFT):
        QTest.keyClick(page.focusWidget(), K.Key_Z, keys)
        assert bool(services.own_activities.own()) == (keys != CONTROL_SHIFT)
        page.list.copy_button.setFocus()
    (row,) = page.list.rows.values()
    _press(row, "Bring it back")
    assert stored(services).name == "Power map (our copy)"
    (row,) = page.list.rows.values()
    _press(row, "Edit")
    assert page.editor.head.name.text() == "Power map (our copy)"


def _press(row: QWidget, text: str) -> None:
    next(b for b in row.findChildren(QAbstractButton) if b.text() == text).click()


def test_binning_from_the_editor_leads_to_the_list_and_undo_brings_it_back(
    page: OwnActivitiesPage, services: Services
) -> None:
    page.edit(TRIANGLE)
    page.editor.head.bin_button.click()
    assert page.list.isVisible()
    assert not services.own_activities.own()
    services.journal.undo()
    assert stored(services).name == "Strategic triangle (our copy)"


def test_an_activity_that_is_taken_away_meanwhile_is_left(
    page: OwnActivitiesPage, editor: ActivityEditor, services: Services
) -> None:
    editor.column.choose("people")
    type_into(editor.form.head.fields["line"].text, "Being typed")
    while services.journal.undo():
        pass
    assert page.list.isVisible()
    assert not services.own_activities.own()


def test_an_activity_goes_to_another_laptop_as_a_file(
    page: OwnActivitiesPage,
    services: Services,
    problems: Problems,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    services.own_activities.copy(TRIANGLE)
    page.show_list()
    asked: list[Path] = []

    def save_here(_parent: QWidget, suggested: Path) -> Path:
        asked.append(suggested)
        return tmp_path / "ours"

    monkeypatch.setattr(page.list, "ask_save", save_here)
    monkeypatch.setattr(page.list, "ask_open", lambda _parent: tmp_path / "ours.lqfactivity")
    (row,) = page.list.rows.values()
    _press(row, "Save as a file")
    assert asked[0].name == "Activity 2026-11-25.lqfactivity"
    page.list.bring_button.click()
    first, second = services.own_activities.own()
    assert first.activity.code != second.activity.code
    assert first.activity.steps == second.activity.steps
    (tmp_path / "ours.lqfactivity").write_text("{}")
    with qtbot.waitSignal(problems.told) as told:
        page.list.bring_button.click()
    assert "not an activity" in told.args[0]
    assert len(services.own_activities.own()) == 2
    services.own_activities.keep(changed_step(first.activity, "people", name=""))
    rows = page.list.rows.values()
    texts = [b.text() for row in rows for b in row.findChildren(QAbstractButton)]
    assert texts.count("Save as a file") == 1
