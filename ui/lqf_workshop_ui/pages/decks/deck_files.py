"""Decks as files: asks where, and writes in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lqf_workshop.domain.scenario import Deck
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work


class DeckFiles(QObject):
    """``saved`` carries the file that was written, ``failed`` why it could not be."""

    saved = Signal(Path)
    failed = Signal(str)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._owner = services, parent

    def ask_import(self) -> Path | None:
        """Ask which file to bring in; None when the person changes their mind."""
        kinds = _("Decks and spreadsheets ({0})").format("*.lqfdeck *.xlsx *.csv")
        return self.ask_open(self._owner, kinds)

    def export(self, deck: Deck) -> None:
        """Ask where, and write a deck there."""
        kinds = (
            (_("Deck for this program ({0})"), "lqfdeck"),
            (_("Spreadsheet ({0})"), "xlsx"),
            (_("Table as text ({0})"), "csv"),
        )
        # A file's name is seen by others; what somebody called the deck stays inside it.
        name = _("Scenario cards {0}").format(self._services.desk.today().isoformat())
        file = self._ask(name, kinds)
        if file is not None:
            self._write(lambda: _write_deck(deck, file), file)

    def template(self) -> None:
        """Ask where, and write an empty spreadsheet for new cards there."""
        kinds = ((_("Spreadsheet ({0})"), "xlsx"), (_("Table as text ({0})"), "csv"))
        file = self._ask(_("Template for scenario cards"), kinds)
        if file is not None:
            self._write(lambda: _write_template(self._services, file), file)

    @classmethod
    def ask_open(cls, parent: QWidget, kinds: str) -> Path | None:
        """Ask for a file to read."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, _("Import a deck"), _folder(), kinds)
        return Path(chosen) if chosen else None

    @classmethod
    def ask_save(cls, parent: QWidget, suggested: Path, kinds: str) -> tuple[Path, str] | None:
        """Ask where to save; return the file and the kind that was chosen."""
        chosen, kind = QFileDialog.getSaveFileName(parent, _("Save as"), str(suggested), kinds)
        return (Path(chosen), kind) if chosen else None

    def _ask(self, name: str, kinds: tuple[tuple[str, str], ...]) -> Path | None:
        filters = {text.format(f"*.{suffix}"): suffix for text, suffix in kinds}
        suggested = Path(_folder()) / f"{name}.{kinds[0][1]}"
        answer = self.ask_save(self._owner, suggested, ";;".join(filters))
        if answer is None:
            return None
        file, kind = answer
        known = {f".{suffix}" for suffix in filters.values()}
        if file.suffix.casefold() in known:
            return file
        return file.with_name(f"{file.name}.{filters.get(kind, kinds[0][1])}")

    def _write(self, write: Callable[[], None], file: Path) -> None:
        def job(_work: Work[Path]) -> Path:
            write()
            return file

        work: Work[Path] = Work(job, self)
        work.done.connect(self.saved)
        work.failed.connect(self.failed)
        work.finished.connect(work.deleteLater)
        work.start()


def _folder() -> str:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(documents) or str(Path.home())


def _write_deck(deck: Deck, file: Path) -> None:
    from lqf_workshop.exchange.deck_writing import write_deck

    write_deck(deck, file)


def _write_template(services: Services, file: Path) -> None:
    from lqf_workshop.exchange.deck_writing import write_template
    from lqf_workshop.exchange.known import known_tags

    write_template(file, known_tags(services.shelf))
