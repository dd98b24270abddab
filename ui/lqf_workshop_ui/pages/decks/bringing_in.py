"""A deck that comes from a file: how far it is, and what became of each card."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.paper.making import Making
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.typed import breakable
from lqf_workshop_ui.widgets.words import words

if TYPE_CHECKING:
    from lqf_workshop.exchange.deck_reading import DeckReading, RowProblem


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What was read, and the code of the deck that was made of it, if any card was whole."""

    reading: DeckReading
    code: str


class BringingIn(QStackedWidget):
    """Reads a file in the background and tells what was wrong with its rows.

    ``done`` carries the code of the new deck when every card was whole and there is nothing to
    tell; ``asked_deck`` the same when somebody has read the report; ``closed`` when nothing came.
    """

    done = Signal(str, int)
    asked_deck = Signal(str)
    closed = Signal()

    def __init__(
        self, services: Services, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._problems = services, problems
        self._work: Work[BroughtIn] | None = None
        self._code = ""
        self.making = Making(_("Reading the file…"), self)
        self.making.cancel.clicked.connect(self.cancel)
        self.report = QWidget(self)
        self.heading = words("", "heading", self.report)
        self.sentence = words("", "", self.report)
        self.table = ProblemTable(self.report)
        self.look_button = button(_("Look at the deck"), self._look, kind="primary")
        self.close_button = button(_("Close"), self.closed.emit)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.look_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        box = QVBoxLayout(self.report)
        box.setContentsMargins(0, 8, 40, 24)
        box.setSpacing(10)
        box.addWidget(self.heading)
        box.addWidget(self.sentence)
        box.addWidget(self.table, 1)
        box.addLayout(row)
        self.addWidget(self.making)
        self.addWidget(self.report)

    def read(self, file: Path) -> None:
        """Read a file and store its whole cards as a new deck."""
        self.cancel()
        self.setCurrentWidget(self.making)
        self.making.cancel.setFocus()
        services = self._services
        work: Work[BroughtIn] = Work(lambda work: _bring_in(services, file, work), self)
        work.done.connect(self._tell)
        work.failed.connect(self._fail)
        work.finished.connect(work.deleteLater)
        self._work = work
        work.start()

    @Slot()
    def cancel(self) -> None:
        """Stop reading; nothing is stored."""
        work, self._work = self._work, None
        if work is not None:
            work.cancel()
            self.closed.emit()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        if self._work is not None:
            self._work = None
            self._problems.warn(sentence)
            self.closed.emit()

    @Slot(object)
    def _tell(self, brought: BroughtIn) -> None:
        if self._work is None:
            return
        self._work = None
        self._code, problems = brought.code, brought.reading.problems
        count = len(brought.reading.deck.cards)
        if self._code and not problems:
            self.done.emit(self._code, count)
            return
        self.heading.setText(
            ngettext("{n} card brought in", "{n} cards brought in", count)
            if count
            else _("No card was brought in")
        )
        self.sentence.setText(
            _("Mend what stands here in your file, then import it once more.")
            if problems
            else _("The file has the right columns, but no cards.")
        )
        self.table.show_problems(problems)
        self.table.setVisible(bool(problems))
        self.look_button.setVisible(bool(self._code))
        self.setCurrentWidget(self.report)
        (self.table if problems else self.close_button).setFocus()

    @Slot()
    def _look(self) -> None:
        self.asked_deck.emit(self._code)


class ProblemTable(QTableWidget):
    """Which row, which column, and what to do, a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setProperty("look", "figures")
        self.setAccessibleName(_("What is not right in the file"))
        self.setHorizontalHeaderLabels([_("Row"), _("Column"), _("What to do")])
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_problems(self, problems: tuple[RowProblem, ...]) -> None:
        """List these."""
        self.setRowCount(len(problems))
        for row, problem in enumerate(problems):
            texts = (str(problem.row), problem.column, breakable(problem.sentence))
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        if problems:
            self.setCurrentCell(0, 0)


def _bring_in(services: Services, file: Path, work: Work[BroughtIn]) -> BroughtIn:
    from lqf_workshop.exchange.deck_reading import read_deck
    from lqf_workshop.exchange.known import known_tags

    reading = read_deck(file, known_tags(services.shelf))
    code = ""
    if reading.deck.cards and not work.cancelled():
        code = services.decks.bring_in(reading.deck, work.cancelled)
    return BroughtIn(reading, code)
