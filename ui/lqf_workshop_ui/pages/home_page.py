"""The Home page: what is in progress, what is next, what was done and what falls due."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.plain_words import greeting
from lqf_workshop_ui.pages.home.continue_strip import ContinueStrips
from lqf_workshop_ui.pages.home.falling_due import FallingDue
from lqf_workshop_ui.pages.home.first_start import FirstStart
from lqf_workshop_ui.pages.home.reading import HomeView, read_home
from lqf_workshop_ui.pages.home.workshop_rows import WorkshopRows
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.page_scroll import MARGIN, PageColumn
from lqf_workshop_ui.widgets.words import line

SHOWN = frozenset({Change.WORKSHOPS, Change.RUN, Change.FOCUS, Change.ACTIONS})
"""The changes after which Home looks different."""
MINUTE = 60_000


class HomePage(QWidget):
    """Paints first, then reads; looks again when something changed and when it comes up."""

    asked_new = Signal()
    asked_open = Signal(int)
    asked_run = Signal(int)
    asked_page = Signal(str)
    asked_looks = Signal()

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._problems = problems
        self._stale = True
        self._begun = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh_if_seen)
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(self._refresh_if_seen)
        self.greeting = line(_("Welcome"), "title", self)
        self.find_button = button(_("Find…"), self._find, parent=self, hint=_("Find a workshop"))
        self.new_button = button(_("New workshop"), kind="primary", parent=self)
        self._area = PageColumn(self)
        inside = self._area.content
        self.strips = ContinueStrips(inside)
        self.first = FirstStart(services, looks, problems, inside)
        self.rows = WorkshopRows(looks, inside)
        self.due = FallingDue(looks, inside)
        self._lay_out()
        self._connect(changes)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.setContentsMargins(0, 0, MARGIN, 0)
        head.addWidget(self.greeting, 1)
        head.addWidget(self.find_button)
        head.addWidget(self.new_button)
        inside = self._area.column
        inside.setSpacing(24)
        inside.addWidget(self.strips)
        inside.addWidget(self.first)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        for side in (self.rows, self.due):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        columns.addWidget(self.rows, 58)
        columns.addWidget(self.due, 42)
        inside.addLayout(columns)
        inside.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(MARGIN, 28, 0, 0)
        outside.setSpacing(24)
        outside.addLayout(head)
        outside.addWidget(self._area, 1)
        for later in (self.first, self.rows, self.due, self.find_button, self.new_button):
            later.hide()

    def _connect(self, changes: ChangeSignals) -> None:
        self.new_button.clicked.connect(self.asked_new)
        self.first.asked_new.connect(self.asked_new)
        self.first.sample.ended.connect(self._soon.start)
        self.strips.asked_run.connect(self.asked_run)
        self.rows.asked_open.connect(self.asked_open)
        self.rows.asked_run.connect(self.asked_run)
        self.rows.asked_all.connect(self._find)
        self.due.asked_actions.connect(self._see_actions)
        self.due.asked_looks.connect(self.asked_looks)
        changes.changed.connect(self._note_change)
        finding = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        finding.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        finding.activated.connect(self._find)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again soon, after this has been painted."""
        super().showEvent(event)
        self._minute.start()
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    @Slot(Change, int)
    def _note_change(self, change: Change, _workshop_id: int) -> None:
        if change not in SHOWN:
            return
        self._stale = True
        if self.isVisible():
            self._soon.start()

    @property
    def stale(self) -> bool:
        """Whether something changed that is not on show yet."""
        return self._stale

    @Slot()
    def refresh(self) -> None:
        """Read what Home shows, and show it."""
        self._problems.attempt(self._read)

    @Slot()
    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _read(self) -> None:
        self._show(read_home(self._services))
        self._stale = False

    def _show(self, view: HomeView) -> None:
        self.greeting.setText(greeting(view.hour))
        first = not view.lines or self.first.sample.filling
        for part in (self.rows, self.due, self.find_button, self.new_button):
            part.setVisible(not first)
        self.first.setVisible(first)
        self.strips.show_stopped(() if first else view.stopped)
        self.rows.show_lines(view.lines, view.more, view.today)
        self.due.show_due(view.due, view.more_due, view.looks)
        self._order_tabs()
        if not self._begun:
            self._begin_with_what_is_next()

    def _begin_with_what_is_next(self) -> None:
        """Put the keyboard on what a person most likely wants, once, on the first start."""
        self._begun = True
        if self.strips.strips:
            self.strips.strips[0].go_on.setFocus()
        elif self.new_button.isVisible():
            self.new_button.setFocus()
        else:
            self.first.new_button.setFocus()

    def _order_tabs(self) -> None:
        """Let the Tab key go from top to bottom, whatever was redrawn last."""
        order: list[QWidget] = [self.find_button, self.new_button]
        order += [strip.go_on for strip in self.strips.strips]
        for row in self.rows.rows:
            order += [row, *([row.beside] if row.beside else [])]
        order += [self.rows.see_all, *self.due.cards, *self.due.looks, self.due.see_all]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _find(self) -> None:
        self.asked_page.emit("workshops")

    @Slot()
    def _see_actions(self) -> None:
        self.asked_page.emit("actions")
