"""One paper in several forms: switched in its window, printed as each page is turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.paper.workshop_papers import open_action_plan, open_summary
from lqf_workshop_ui.problems import Problems
from tests.reports.paper import squeezed

LONG = 20_000
TABLE, LARGE, POSTER = "0", "1", "2"


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QWidget]:
    owner = QWidget()
    yield owner
    for window in owner.findChildren(PaperWindow):
        window.close()
    qtbot.waitUntil(lambda: not owner.findChildren(PaperWindow), timeout=LONG)
    owner.deleteLater()


@pytest.fixture
def action(services: Services, running: WorkshopId) -> int:
    action_id = services.actions.draft(running)
    services.actions.write(action_id, ActionText(what="Ask before supper.", owner="The cook"))
    services.actions.agree(action_id)
    return action_id


@pytest.fixture
def plan(
    qtbot: QtBot,
    light: None,
    services: Services,
    running: WorkshopId,
    action: int,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> PaperWindow:
    window = open_action_plan(services, running, looks, problems, owner)
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass  # the work is done in a thread, and told when this loop turns
    return window


def change(qtbot: QtBot, window: PaperWindow, form: str) -> None:
    assert window.forms.choices is not None
    with qtbot.waitSignal(window.made, timeout=LONG):
        window.forms.choices.buttons[form].click()


def words_of(window: PaperWindow) -> str:
    document = pypdfium2.PdfDocument(bytes(window._pdf.data()))
    return " ".join(page.get_textpage().get_text_range() for page in document)


def size_of(window: PaperWindow) -> tuple[float, float]:
    size = window.document.pagePointSize(0)
    return round(size.width()), round(size.height())


def test_the_plan_changes_between_table_large_print_and_poster(
    qtbot: QtBot, plan: PaperWindow
) -> None:
    assert plan.forms.isVisible()
    assert size_of(plan) == (842, 595)
    change(qtbot, plan, LARGE)
    assert size_of(plan) == (595, 842)
    assert plan.windowTitle() == "Action plan, large print"
    change(qtbot, plan, POSTER)
    assert size_of(plan) == (1191, 842)
    assert plan.toolbar.title.text() == "Wall poster"
    assert "Ask before supper." in words_of(plan)
    change(qtbot, plan, TABLE)
    assert plan.windowTitle() == "Action plan"


def test_each_form_is_saved_under_its_own_name(
    qtbot: QtBot, plan: PaperWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_kind: type[PaperWindow], _parent: QWidget, suggested: Path) -> None:
        asked.append(suggested.name)

    monkeypatch.setattr(PaperWindow, "ask_file", classmethod(ask))
    plan.toolbar.save.click()
    change(qtbot, plan, POSTER)
    plan.toolbar.save.click()
    assert asked == ["Action plan 2026-11-25.pdf", "Wall poster 2026-11-25.pdf"]


def test_a_form_that_cannot_be_made_leaves_the_one_on_show(
    qtbot: QtBot,
    services: Services,
    running: WorkshopId,
    action: int,
    light: None,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> None:
    services.actions.set_state(action, ActionState.DONE)
    window = open_action_plan(services, running, looks, problems, owner)
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass
    assert window.forms.choices is not None
    window.forms.choices.buttons[POSTER].click()
    qtbot.waitUntil(lambda: "still open" in window.message_bar.text(), timeout=LONG)
    assert window.isVisible()
    assert window.forms.choices.choice == TABLE
    assert window.toolbar.print.isEnabled()
    assert size_of(window) == (842, 595)


def test_another_form_can_be_cancelled_before_it_is_there(qtbot: QtBot, plan: PaperWindow) -> None:
    def slow(work: object) -> bytes:
        while not work.cancelled():  # type: ignore[attr-defined]
            pass
        return b""

    plan._forms = (plan._forms[0], replace(plan._forms[1], make=slow), plan._forms[2])
    assert plan.forms.choices is not None
    plan.forms.choices.buttons[LARGE].click()
    assert not plan.toolbar.print.isEnabled()
    plan.making.cancel.click()
    assert plan.forms.choices.choice == TABLE
    assert plan.toolbar.print.isEnabled()
    assert plan.isVisible()


def test_the_printer_is_asked_for_a_sheet_like_the_page(
    qtbot: QtBot, plan: PaperWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: True)
    printer = PaperWindow.ask_printer(plan, 1)
    assert printer is not None
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    change(qtbot, plan, POSTER)
    printer = PaperWindow.ask_printer(plan, 1)
    assert printer is not None
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A3


def test_a_page_on_its_side_fills_the_sheet(
    qtbot: QtBot, plan: PaperWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "printed.pdf"

    def ask(_kind: type[PaperWindow], _parent: QWidget, _pages: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(printed))
        return printer

    monkeypatch.setattr(PaperWindow, "ask_printer", classmethod(ask))
    with qtbot.waitSignal(plan.printed, timeout=LONG) as whole:
        plan.toolbar.print.click()
    assert whole.args == [True]
    assert pypdfium2.PdfDocument(printed)[0].get_size() == pytest.approx((842, 595), abs=2)


def test_the_summary_comes_in_large_print(
    qtbot: QtBot,
    services: Services,
    running: WorkshopId,
    light: None,
    looks: Looks,
    problems: Problems,
    owner: QWidget,
) -> None:
    window = open_summary(services, running, looks, problems, owner)
    with qtbot.waitSignal(window.made, timeout=LONG):
        pass
    size = window._pdf.size()
    change(qtbot, window, LARGE)
    assert window.windowTitle() == "Session summary, large print"
    assert window._pdf.size() != size
    assert squeezed("How we rated ourselves") in squeezed(words_of(window))
