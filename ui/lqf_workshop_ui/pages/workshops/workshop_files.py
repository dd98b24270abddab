"""Workshops that go to other laptops and come from them: asked for, dropped, saved."""

from __future__ import annotations

from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.workshop import WorkshopLine
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.drop_files import DropFiles
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

if TYPE_CHECKING:
    from lqf_workshop_ui.pages.results.saving import Saving


class WorkshopFiles(QObject):
    """Files may be let go anywhere over ``page``; ``hint`` says so while they are held there.

    ``brought`` carries the numbers of the workshops that came in.
    """

    brought = Signal(list)

    def __init__(self, services: Services, problems: Problems, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._problems, self._page = services, problems, page
        self.hint = Surface("soft", page)
        self.hint.box.addWidget(words(_("Let go to see what is in the file."), "strong"))
        self.hint.hide()
        dropping = DropFiles(page)
        dropping.hovering.connect(self.hint.setVisible)
        dropping.dropped.connect(self.look_at)

    # From other laptops

    @Slot()
    def ask(self) -> None:
        """Ask for files, and look at them."""
        from lqf_workshop_ui.pages.workshops.bring_in import BringIn

        files = BringIn.ask_files(self._page)
        if files:
            self.look_at(files)

    @Slot(list)
    def look_at(self, files: list[Path]) -> None:
        """Show what is in some files, and bring in what is chosen."""
        from lqf_workshop_ui.pages.workshops.bring_in import BringIn

        dialog = BringIn(self._services, files, self._page)
        dialog.brought.connect(self._tell_brought)
        dialog.open()

    @Slot(list)
    def _tell_brought(self, numbers: list[int]) -> None:
        self.brought.emit(numbers)
        count = len(numbers)
        told = ngettext("{n} workshop is brought in.", "{n} workshops are brought in.", count)
        self._problems.tell(told + " " + _("Ctrl + Z takes it back."))

    # For other laptops

    def save(self, chosen: WorkshopLine) -> None:
        """Ask what goes along and where, and save a workshop."""
        from lqf_workshop_ui.pages.results.leaving import Leaving

        asked = Leaving(self._page)
        asked.agreed.connect(partial(self._save, int(chosen.id), chosen.held_on))
        asked.ask()

    def _save(self, workshop_id: int, held_on: date, private: bool) -> None:
        self.saving.save_workshop(workshop_id, held_on, private=private)

    @cached_property
    def saving(self) -> Saving:
        """Writes files; made when the first is asked for."""
        from lqf_workshop_ui.pages.results.saving import Saving

        saving = Saving(self._services, self._page)
        saving.saved.connect(self._tell_saved)
        saving.failed.connect(self._problems.warn)
        return saving

    @Slot(Path)
    def _tell_saved(self, file: Path) -> None:
        self._problems.tell(_("Saved as {0}").format(file))
