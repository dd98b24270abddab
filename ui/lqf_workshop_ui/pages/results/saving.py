"""A workshop saved as a file: asks what and where, and writes in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.services.exports import Kind
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.forms import in_letterhead
from lqf_workshop_ui.widgets.folders import documents

Write = Callable[[Work[Path]], Path]


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file in the words of the menu, of its name, and of the file dialog."""

    menu: str
    name: str
    filter: str
    suffix: str
    kind: Kind | None = None


def workshop_file() -> FileKind:
    """Return the file for another laptop."""
    return FileKind(
        _("Workshop file, for another laptop…"),
        _("Workshop"),
        _("Workshop for this program ({0})"),
        "lqfworkshop",
    )


def other_kinds() -> tuple[FileKind, ...]:
    """Return the files for other programs, in the order of the menu."""
    table = _("Table as text ({0})")
    return (
        FileKind(_("Spreadsheet…"), _("Results"), _("Spreadsheet ({0})"), "xlsx", Kind.SPREADSHEET),
        FileKind(_("Results as .csv…"), _("Results"), table, "csv", Kind.RESULTS),
        FileKind(_("Actions as .csv…"), _("Actions"), table, "csv", Kind.ACTIONS),
        FileKind(
            _("Action plan for Word…"),
            _("Action plan"),
            _("Word document ({0})"),
            "docx",
            Kind.WORD,
        ),
        FileKind(
            _("Dates for a calendar…"),
            _("Action dates"),
            _("Calendar ({0})"),
            "ics",
            Kind.CALENDAR,
        ),
    )


class Saving(QObject):
    """One file at a time. ``saved`` carries what was written, ``failed`` why it was not.

    ``began`` and ``ended`` frame the writing; ``progressed`` tells how much of how much is done.
    """

    began = Signal()
    ended = Signal()
    saved = Signal(Path)
    failed = Signal(str)
    progressed = Signal(int, int)

    def __init__(self, services: Services, parent: QWidget, looks: Looks | None = None) -> None:
        """Write for ``parent``; with ``looks`` what is written wears the person's letterhead."""
        super().__init__(parent)
        self._looks = looks
        self._services, self._owner = services, parent
        self._work: Work[Path] | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._work is not None

    def save(self, workshop_id: int, held_on: date, kind: FileKind) -> None:
        """Ask where, and write a file for another program there."""
        file, wanted = self._ask(held_on, kind), kind.kind
        if file is not None and wanted is not None:
            self._write(file, lambda: self._services.exports.write(workshop_id, wanted, file))

    def save_workshop(self, workshop_id: int, held_on: date, *, private: bool) -> None:
        """Ask where, and write the file for another laptop there."""
        file, files = self._ask(held_on, workshop_file()), self._services.files
        if file is not None:
            self._write(file, lambda: files.write(workshop_id, file, private=private))

    def save_pictures(self, workshop_id: int, held_on: date) -> None:
        """Ask for a folder, and write pictures of every vote into a new one inside it."""
        folder = self.ask_folder(self._owner, documents())
        if folder is not None:
            name = f"{_('Pictures')} {held_on.isoformat()}"

            def job(work: Work[Path]) -> Path:
                from lqf_workshop_ui.pages.results.picture_files import write_pictures

                found = self._services.exports.pictures(workshop_id)
                return write_pictures(found, folder, name, self.progressed.emit, work.cancelled)

            self._start(job)

    @Slot()
    def cancel(self) -> None:
        """Ask the writing to stop; nothing half-written stays."""
        if self._work is not None:
            self._work.cancel()

    @classmethod
    def ask_file(cls, parent: QWidget, suggested: Path, kinds: str) -> Path | None:
        """Ask where to save; None when the person changes their mind."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save as"), str(suggested), kinds)
        return Path(chosen) if chosen else None

    @classmethod
    def ask_folder(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Ask for the folder to save in; None when the person changes their mind."""
        title = _("Where should the pictures go?")
        chosen = QFileDialog.getExistingDirectory(parent, title, str(suggested))
        return Path(chosen) if chosen else None

    def _ask(self, held_on: date, kind: FileKind) -> Path | None:
        # A file's name is seen by others; the team's name stays inside it.
        name = f"{kind.name} {held_on.isoformat()}.{kind.suffix}"
        wanted = kind.filter.format(f"*.{kind.suffix}")
        file = self.ask_file(self._owner, documents() / name, wanted)
        if file is None or file.suffix.casefold() == f".{kind.suffix}":
            return file
        return file.with_name(f"{file.name}.{kind.suffix}")

    def _write(self, file: Path, write: Callable[[], None]) -> None:
        def job(_work: Work[Path]) -> Path:
            write()
            return file

        self._start(job)

    def _start(self, job: Write) -> None:
        if self._work is not None:
            return
        self._work = Work(in_letterhead(job, self._looks) if self._looks else job, self)
        self._work.done.connect(self.saved)
        self._work.failed.connect(self.failed)
        self._work.finished.connect(self._end)
        self.began.emit()
        self._work.start()

    @Slot()
    def _end(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
            self._work = None
        self.ended.emit()
