"""The facilitator's window: a menu, one page at a time, and the console of a running workshop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.background import stop_all
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.home_page import HomePage
from lqf_workshop_ui.problems import MessageBar, Problems
from lqf_workshop_ui.widgets.buttons import button

if TYPE_CHECKING:
    from lqf_workshop_ui.big_screen.room import Room
    from lqf_workshop_ui.console.console import Console
    from lqf_workshop_ui.pages.actions_page import ActionsPage
    from lqf_workshop_ui.pages.decks_page import DecksPage
    from lqf_workshop_ui.pages.library_page import LibraryPage
    from lqf_workshop_ui.pages.own_activities_page import OwnActivitiesPage
    from lqf_workshop_ui.pages.prepare_page import PreparePage
    from lqf_workshop_ui.pages.results_page import ResultsPage
    from lqf_workshop_ui.pages.settings_page import SettingsPage
    from lqf_workshop_ui.pages.trends_page import TrendsPage
    from lqf_workshop_ui.pages.workshops_page import WorkshopsPage

SIZE = QSize(1366, 768)
SMALLEST = QSize(1180, 660)


class SideMenu(QWidget):
    """The menu at the left: the name of the program, and one button for each page."""

    chosen = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(216)
        self._looks = looks
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(14, 22, 14, 16)
        self._box.setSpacing(4)
        name = QLabel("LQF Workshop", self)
        name.setContentsMargins(12, 0, 0, 14)
        self._box.addWidget(name)
        self._box.addStretch(1)
        looks.changed.connect(self._wear)

    def add(self, page: str, text: str) -> None:
        """Add the button of a page; the page's name is also its icon's."""
        made = button(text, kind="side", parent=self)
        made.setCheckable(True)
        made.setIconSize(QSize(20, 20))
        self._group.addButton(made)
        self._box.insertWidget(self._box.count() - 1, made)
        self.buttons[page] = made
        self._wear()

    @Slot()
    def _wear(self) -> None:
        for page, made in self.buttons.items():
            made.setIcon(self._looks.icon(page, self._looks.theme.colours.on_side))

    @Slot(QPushButton)
    def _tell(self, pressed: QPushButton) -> None:
        self.chosen.emit(next(page for page, made in self.buttons.items() if made is pressed))


class MainWindow(QMainWindow):
    """Places pages and the console; what they do is theirs.

    Home is there from the start. Everything else is imported and built when it is first
    asked for, so that Home comes up at once.
    """

    def __init__(
        self, services: Services, changes: ChangeSignals, looks: Looks, problems: Problems
    ) -> None:
        super().__init__()
        self.setWindowTitle("LQF Workshop")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self._services, self._changes = services, changes
        self._looks, self._problems = looks, problems
        self.menu = SideMenu(looks, self)
        self.message_bar = MessageBar(problems, looks, self)
        self._pages = QStackedWidget(self)
        self._sides = QStackedWidget(self)
        self.home_page = HomePage(services, changes, looks, problems, self)
        self._pages.addWidget(self.home_page)
        self._before_activities: QWidget = self.home_page
        self._listen(self.home_page)
        self.home_page.asked_page.connect(self.show_page)
        self.home_page.asked_looks.connect(self.show_looks)
        self._lay_out()
        self.menu.chosen.connect(self.show_page)
        self.show_page("home")

    def _lay_out(self) -> None:
        for page, text in (
            ("home", _("Home")),
            ("workshops", _("Workshops")),
            ("actions", _("Actions")),
            ("trends", _("Over time")),
            ("library", _("Library")),
            ("settings", _("Settings")),
        ):
            self.menu.add(page, text)
        shell = QWidget(self)
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.menu)
        row.addWidget(self._pages, 1)
        self._sides.addWidget(shell)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sides, 1)
        column.addWidget(self.message_bar)
        self.setCentralWidget(centre)

    def _listen(self, page: HomePage | WorkshopsPage) -> None:
        page.asked_new.connect(self.prepare_new)
        page.asked_open.connect(self.open_workshop)
        page.asked_run.connect(self.run_workshop)

    # What is built when it is first asked for

    @cached_property
    def workshops_page(self) -> WorkshopsPage:
        """All workshops."""
        from lqf_workshop_ui.pages.workshops_page import WorkshopsPage

        page = WorkshopsPage(self._services, self._changes, self._looks, self._problems, self)
        self._listen(page)
        self._pages.addWidget(page)
        return page

    @cached_property
    def prepare_page(self) -> PreparePage:
        """The plan of a workshop."""
        from lqf_workshop_ui.pages.prepare_page import PreparePage

        page = PreparePage(self._services, self._changes, self._looks, self._problems, self)
        page.asked_run.connect(self.run_workshop)
        page.left.connect(self.show_home)
        page.asked_activities.connect(self.open_activity_editor)
        self._pages.addWidget(page)
        return page

    @cached_property
    def own_activities_page(self) -> OwnActivitiesPage:
        """Activities made by copying one."""
        from lqf_workshop_ui.pages.own_activities_page import OwnActivitiesPage

        page = OwnActivitiesPage(self._services, self._changes, self._looks, self._problems, self)
        page.left.connect(self._leave_activities)
        self._pages.addWidget(page)
        return page

    @cached_property
    def results_page(self) -> ResultsPage:
        """What a workshop came to."""
        from lqf_workshop_ui.pages.results_page import ResultsPage

        page = ResultsPage(self._services, self._changes, self._looks, self._problems, self)
        page.asked_run.connect(self.run_workshop)
        page.asked_plan.connect(self.plan_workshop)
        self._pages.addWidget(page)
        return page

    @cached_property
    def actions_page(self) -> ActionsPage:
        """The actions of every team."""
        from lqf_workshop_ui.pages.actions_page import ActionsPage

        page = ActionsPage(self._services, self._changes, self._looks, self._problems, self)
        page.asked_open.connect(self.open_workshop)
        page.asked_plan.connect(self.plan_workshop)
        self._pages.addWidget(page)
        return page

    @cached_property
    def trends_page(self) -> TrendsPage:
        """Teams over time and side by side."""
        from lqf_workshop_ui.pages.trends_page import TrendsPage

        page = TrendsPage(self._services, self._changes, self._looks, self._problems, self)
        page.asked_new.connect(self.prepare_new)
        self._pages.addWidget(page)
        return page

    @cached_property
    def library_page(self) -> LibraryPage:
        """What there is to read."""
        from lqf_workshop_ui.pages.library_page import LibraryPage

        page = LibraryPage(self._services, self._changes, self._looks, self._problems, self)
        page.asked_decks.connect(self.show_decks)
        page.asked_activities.connect(self.open_activity_editor)
        self._pages.addWidget(page)
        return page

    @cached_property
    def decks_page(self) -> DecksPage:
        """Decks of scenario cards, shipped and own."""
        from lqf_workshop_ui.pages.decks_page import DecksPage

        page = DecksPage(self._services, self._changes, self._looks, self._problems, self)
        page.left.connect(self.show_library)
        self._pages.addWidget(page)
        return page

    @cached_property
    def settings_page(self) -> SettingsPage:
        """The person's choices."""
        from lqf_workshop_ui.pages.settings_page import SettingsPage

        page = SettingsPage(self._services, self._changes, self._looks, self._problems, self)
        self._pages.addWidget(page)
        return page

    @cached_property
    def room(self) -> Room:
        """The room's side of a running workshop."""
        from lqf_workshop_ui.big_screen.room import Room

        return Room(self._looks, self._services.desk.clock, self)

    @cached_property
    def console(self) -> Console:
        """The facilitator's side of a running workshop."""
        from lqf_workshop_ui.console.console import Console

        made = Console(self._services, self._changes, self._looks, self._problems, self.room, self)
        made.left.connect(self.leave_console)
        self._sides.addWidget(made)
        return made

    def _built(self, name: str) -> bool:
        return name in self.__dict__

    # Going from one to the other

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Show one of the menu's pages."""
        self.menu.buttons[page].setChecked(True)
        self._pages.setCurrentWidget(getattr(self, f"{page}_page"))
        self._sides.setCurrentIndex(0)

    @Slot()
    def show_looks(self) -> None:
        """Show the actions that it is time to look at again."""
        self.show_page("actions")
        self.actions_page.show_looks()

    @Slot()
    def show_home(self) -> None:
        """Go back to Home."""
        self.show_page("home")

    @Slot()
    def show_library(self) -> None:
        """Go back to the library."""
        self.show_page("library")

    @Slot()
    def show_decks(self) -> None:
        """Open the decks, which are a part of the library."""
        self.menu.buttons["library"].setChecked(True)
        self._pages.setCurrentWidget(self.decks_page)

    @Slot()
    def prepare_new(self) -> None:
        """Begin a new workshop."""
        self.prepare_page.prepare_new()
        self._pages.setCurrentWidget(self.prepare_page)

    @Slot(int)
    def plan_workshop(self, workshop_id: int) -> None:
        """Open the plan of a workshop."""
        if self._problems.attempt(lambda: self.prepare_page.show_workshop(workshop_id)):
            self._pages.setCurrentWidget(self.prepare_page)

    @Slot(str)
    def open_activity_editor(self, code: str = "") -> None:
        """Edit an activity of one's own, or the copy of another; without a code list them.

        Back leads to the page that was on before.
        """
        page = self.own_activities_page
        if not code:
            page.show_list()
        elif not self._problems.attempt(lambda: page.edit(code)):
            return
        before = self._pages.currentWidget()
        if before is not None and before is not page:
            self._before_activities = before
        self._pages.setCurrentWidget(page)
        if page.editor.isVisible():
            page.editor.column.rows.setFocus()

    @Slot()
    def _leave_activities(self) -> None:
        self._pages.setCurrentWidget(self._before_activities)

    @Slot(int)
    def open_workshop(self, workshop_id: int) -> None:
        """Open a workshop where it makes sense: its plan before it is held, else its results."""

        def go() -> None:
            if self._services.workshops.workshop(workshop_id).state is WorkshopState.PREPARED:
                self.plan_workshop(workshop_id)
            else:
                self.menu.buttons["workshops"].setChecked(True)
                self.results_page.show_workshop(workshop_id)
                self._pages.setCurrentWidget(self.results_page)

        self._problems.attempt(go)

    @Slot(int)
    def run_workshop(self, workshop_id: int) -> None:
        """Open the console and start the workshop, or take it up where it was left."""
        self.message_bar.clear()
        if self._problems.attempt(lambda: self.console.begin(workshop_id)):
            self._sides.setCurrentWidget(self.console)
            self.console.setFocus()

    @Slot(int)
    def leave_console(self, workshop_id: int) -> None:
        """Go from the console to the results of its workshop."""
        self._sides.setCurrentIndex(0)
        self.message_bar.clear()
        self.show_page("home")
        self.open_workshop(workshop_id)

    @property
    def running(self) -> bool:
        """Whether the console is on."""
        return self._built("console") and self._sides.currentWidget() is self.console

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, end background work and take the room's window down."""
        if self.running:
            self.console.pause()
        if self._built("room"):
            self.room.close()
        stop_all(self)
        super().closeEvent(event)
