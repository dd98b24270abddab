"""Fields that take the room of their words, or of their hint while they are empty."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lqf_workshop_ui.widgets.growing_text import GrowingLine

LONG = "For example: sit down with her at four, and ask what the tea means to her. " * 2


def made(qtbot: QtBot, hint: str, width: int = 220) -> GrowingLine:
    field = GrowingLine(lambda _text: None, "A line", hint=hint)
    qtbot.addWidget(field)
    field.resize(width, 40)
    field.show()
    return field


def test_a_long_hint_is_whole_while_nothing_is_typed(qtbot: QtBot, light: None) -> None:
    short, long = made(qtbot, "One word"), made(qtbot, LONG)
    line = short.fontMetrics().lineSpacing()
    assert long.height() >= short.height() + 2 * line
    long.setPlainText("Ask")
    assert long.height() >= short.height() + 2 * line, "it does not jump with the first letter"


def test_words_make_it_grow_to_six_lines_and_then_scroll(qtbot: QtBot, light: None) -> None:
    field = made(qtbot, "")
    before = field.height()
    field.setPlainText("one\ntwo\nthree")
    three = field.height()
    field.setPlainText("line\n" * 40)
    assert before < three < field.height()
    qtbot.waitUntil(field.verticalScrollBar().isVisible)
