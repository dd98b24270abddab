"""Bring workshops in from files: look at each, say what differs, and do what a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.files import FileLook, How
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.pages.workshops.file_row import FileRow, RefusedRow
from lqf_workshop_ui.pages.workshops.put_together import PutTogether
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.folders import documents
from lqf_workshop_ui.widgets.surfaces import scrolling
from lqf_workshop_ui.widgets.words import words

Seen = FileLook | tuple[Path, str]
"""What is in a file, or the file and why it cannot be read."""
SIZE = QSize(680, 560)


class BringIn(QDialog):
    """One row for each file; ``brought`` carries the numbers of the workshops that came in."""

    brought = Signal(list)
    read = Signal()

    def __init__(self, services: Services, files: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._work: Work[object] | None = None
        self._bringing = False
        self._closed = False
        self.rows: list[FileRow] = []
        self.refused: list[RefusedRow] = []
        self.setWindowTitle(_("Bring in workshops"))
        self.setModal(True)
        self.resize(SIZE)
        self.heading = words(_("Looking at the files…"), "heading", self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.heading.text())
        self.problem = words("", "warm", self)
        self.problem.hide()
        self.bring_button = button(_("Bring in"), self.bring, kind="primary", parent=self)
        self.bring_button.setEnabled(False)
        self.cancel_button = button(_("Cancel"), self.reject, parent=self)
        self.cancel_button.setAutoDefault(False)
        self._lay_out()
        self.finished.connect(self._close)
        self._do(lambda work: _look_at(services, files, work), self._show)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(28, 4, 28, 4)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(28, 24, 28, 8)
        head.setSpacing(12)
        head.addWidget(self.heading)
        head.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 12, 28, 24)
        foot.setSpacing(12)
        foot.addWidget(self.problem, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.bring_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(scrolling(inside, self), 1)
        box.addLayout(foot)

    @classmethod
    def ask_files(cls, parent: QWidget) -> list[Path]:
        """Ask which files to look at; none when the person changes their mind."""
        kinds = _("Workshops for this program ({0})").format("*.lqfworkshop")
        title = _("Bring in workshops")
        chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(documents()), kinds)
        return [Path(file) for file in chosen]

    # Looking

    @Slot(object)
    def _show(self, seen: Sequence[Seen]) -> None:
        names: dict[str, str] = {}
        for one in seen:
            if isinstance(one, FileLook):
                row = FileRow(one, names.get(one.mark, ""), self)
                names.setdefault(one.mark, one.path.name)
                row.changed.connect(self._count)
                row.asked_stays.connect(partial(self._choose_stays, row))
                self.rows.append(row)
                self._add(row)
            else:
                refused = RefusedRow(one[0].name, one[1], self)
                self.refused.append(refused)
                self._add(refused)
        self.bar.hide()
        self.heading.setText(ngettext("{n} file", "{n} files", len(seen)))
        self._count()
        (self.bring_button if self.bring_button.isEnabled() else self.cancel_button).setFocus()
        self.read.emit()

    def _add(self, row: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, row)

    @Slot()
    def _count(self) -> None:
        """Say on the button how many come in."""
        coming = sum(row.how is not How.KEEP_MINE for row in self.rows)
        self.bring_button.setEnabled(bool(coming))
        text = ngettext("Bring in {n} workshop", "Bring in {n} workshops", coming)
        self.bring_button.setText(text if coming else _("Bring in"))
        self.bring_button.setAccessibleName(self.bring_button.text())
        self.problem.hide()

    def _choose_stays(self, row: FileRow) -> None:
        """Ask what stays of each thing that differs."""
        both = row.look.joined
        if both is not None:
            asked = PutTogether(both, row.look.sides, row.look.stays, self)
            asked.chosen.connect(row.keep)
            asked.open()

    # Bringing in

    @Slot()
    def bring(self) -> None:
        """Do what was chosen, all of it or nothing."""
        chosen = [(row.look, row.how) for row in self.rows]
        self._set_bringing(True)
        self._do(lambda _work: self._services.files.take_in_all(chosen), self._end)

    @Slot(object)
    def _end(self, numbers: Sequence[int]) -> None:
        self._set_bringing(False)
        self.accept()
        self.brought.emit([number for number in numbers if number])

    def _set_bringing(self, going_on: bool) -> None:
        """Hold the dialog open while workshops come in: that is quick, and done whole."""
        self._bringing = going_on
        self.bar.setVisible(going_on)
        self.bring_button.setEnabled(not going_on)
        self.cancel_button.setEnabled(not going_on)

    def reject(self) -> None:
        """Close without bringing anything in."""
        if not self._bringing:
            super().reject()

    # Work

    def _do(self, job: Callable[[Work[object]], object], done: Callable[..., None]) -> None:
        work: Work[object] = Work(job, self)
        work.done.connect(done)
        work.failed.connect(self._fail)
        work.finished.connect(self._leave)
        self._work = work
        work.start()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._set_bringing(False)
        self.problem.setText(sentence)
        self.problem.show()

    @Slot()
    def _close(self) -> None:
        self._closed = True
        self._leave()

    @Slot()
    def _leave(self) -> None:
        """Go for good, once the dialog is closed and its work has come to an end."""
        if self._closed and self._work is not None:
            self._work.cancel()
        if self._closed and (self._work is None or self._work.over):
            self.deleteLater()


def _look_at(services: Services, files: Sequence[Path], work: Work[object]) -> list[Seen]:
    seen: list[Seen] = []
    for file in files:
        if work.cancelled():
            break
        try:
            seen.append(services.files.look(file))
        except WorkshopProblem as problem:
            seen.append((file, str(problem)))
    return seen
