"""A date as people write it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.date_field import DateField, in_weeks, read_date

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18/12/2026", date(2026, 12, 18)),
        ("18/12/26", date(2026, 12, 18)),
        ("18.12.2026", date(2026, 12, 18)),
        ("18-12-2026", date(2026, 12, 18)),
        ("18 12 2026", date(2026, 12, 18)),
        ("  18/12  ", date(2026, 12, 18)),
        ("1/1", date(2027, 1, 1)),
        ("25/11", date(2026, 11, 25)),
        ("24/11", date(2027, 11, 24)),
        ("18 Dec", date(2026, 12, 18)),
        ("18dec", date(2026, 12, 18)),
        ("18 December 2026", date(2026, 12, 18)),
        ("18 dec. 27", date(2027, 12, 18)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_dates_as_they_are_written_in_britain(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "32/1/2026",
        "30/2/2027",
        "29/2",
        "18/13",
        "2026",
        "18/12/2026/3",
        "18 Foo",
        "0/0/0000",
        "-1/1/2026",
        "١٨/١٢/٢٠٢٦x",
        "18/12/20266",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.fixture
def field(qtbot: QtBot, light: None, preferences: Path) -> DateField:
    made = DateField("Due", Looks(preferences), lambda: TODAY, [in_weeks(2)])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.button.setFocus()  # nobody is typing here yet
    return made


def test_a_typed_date_is_told(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.line, "18/12")
    assert field.day == date(2026, 12, 18)


def test_an_emptied_date_is_told(field: DateField, qtbot: QtBot) -> None:
    field.show_date(date(2026, 12, 18))
    with qtbot.waitSignal(field.changed):
        field.line.clear()
    assert field.day is None


def test_what_is_no_date_stays_and_is_marked(field: DateField) -> None:
    QTest.keyClicks(field.line, "soon")
    assert field.line.text() == "soon"
    assert field.line.property("wrong")
    assert field.line.toolTip() == "Please write a date as 18/12/2026."


def test_the_mark_goes_when_it_is_a_date(field: DateField) -> None:
    QTest.keyClicks(field.line, "soon")
    field.line.setText("18/12/2026")
    assert not field.line.property("wrong")
    assert field.line.toolTip() == ""


def test_a_stored_date_is_shown_without_telling_of_a_change(field: DateField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.show_date(date(2026, 12, 18))
    assert field.line.text() == "18/12/2026"


def test_a_stored_date_does_not_disturb_the_person_typing(field: DateField) -> None:
    field.line.setFocus()
    QTest.keyClicks(field.line, "18/12")
    field.show_date(date(2027, 1, 1))
    assert field.line.text() == "18/12"


def test_no_date_leaves_an_unreadable_text_to_be_mended(field: DateField) -> None:
    QTest.keyClicks(field.line, "soon")
    field.show_date(None)
    assert field.line.text() == "soon"


def test_another_thing_without_a_date_does_not_get_the_text_of_the_first(
    field: DateField,
) -> None:
    QTest.keyClicks(field.line, "soon")
    field.replace_date(None)
    assert field.line.text() == ""
    assert not field.line.property("wrong")


def test_a_choice_in_words_fills_the_date_in(field: DateField) -> None:
    field.button.menu().actions()[0].trigger()
    assert field.day == TODAY + timedelta(weeks=2)
    assert field.line.text() == "09/12/2026"


def test_no_date_is_a_choice(field: DateField) -> None:
    field.show_date(date(2026, 12, 18))
    next(a for a in field.button.menu().actions() if a.text() == "No date").trigger()
    assert field.day is None


def test_a_day_is_picked_from_the_calendar(field: DateField) -> None:
    calendar = field.button.menu().findChild(QCalendarWidget)
    assert calendar is not None
    calendar.clicked.emit(QDate(2026, 12, 18))
    assert field.line.text() == "18/12/2026"


def test_it_is_named_for_those_who_listen(field: DateField) -> None:
    assert field.line.accessibleName() == "Due"
    assert field.button.accessibleName() == "Due: choose a day"
