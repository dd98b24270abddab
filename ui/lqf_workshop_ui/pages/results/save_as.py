"""The Results page's menu "Save as", and the strip at its foot that tells what became of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.leaving import Leaving
from lqf_workshop_ui.pages.results.saving import FileKind, Saving, other_kinds, workshop_file
from lqf_workshop_ui.pages.results.saving_strip import SavingStrip
from lqf_workshop_ui.pages.results.title_block import TitleBlock
from lqf_workshop_ui.paper.saved_strip import SavedStrip
from lqf_workshop_ui.problems import Problems


class SaveAs(QWidget):
    """Fills the menu of the title block; what is chosen there is done here."""

    def __init__(
        self,
        services: Services,
        title: TitleBlock,
        looks: Looks,
        problems: Problems,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._looks, self._problems, self._title = looks, problems, title
        self._summary: WorkshopSummary | None = None
        self.saving = Saving(services, self, looks)
        self.strip = SavingStrip(self)
        self.saved = SavedStrip(problems, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self.saved)
        self._fill_menu()
        self._connect()
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self._title.save.setIcon(self._looks.icon("down"))

    def _fill_menu(self) -> None:
        menu = self._title.save_menu
        self.workshop_action = menu.addAction(workshop_file().menu, self._ask_workshop)
        menu.addSeparator()
        self.entries = {
            kind.kind: menu.addAction(kind.menu, partial(self._save, kind))
            for kind in other_kinds()
        }
        self.pictures_action = menu.addAction(_("Pictures…"), self._save_pictures)

    def _connect(self) -> None:
        self.strip.cancel.clicked.connect(self.saving.cancel)
        self.saving.began.connect(self._begin)
        self.saving.progressed.connect(self.strip.tell)
        self.saving.ended.connect(self._end)
        self.saving.saved.connect(self._tell)
        self.saving.failed.connect(self._problems.warn)

    def show_summary(self, summary: WorkshopSummary) -> None:
        """Know which workshop is on the page; another one has not been saved yet."""
        if self._summary is None or self._summary.workshop.id != summary.workshop.id:
            self.saved.hide()
        self._summary = summary
        self.pictures_action.setEnabled(
            bool(summary.rated)
            or any(r.rounds for one in summary.skills for r in one.results)
            or any((*summary.confidence.values(), *summary.returned.values()))
        )

    @Slot()
    def _ask_workshop(self) -> None:
        if self._summary is not None:
            asked = Leaving(self)
            asked.agreed.connect(self._save_workshop)
            asked.ask()

    @Slot(bool)
    def _save_workshop(self, private: bool) -> None:
        if self._summary is not None:
            workshop = self._summary.workshop
            self.saving.save_workshop(workshop.id, workshop.plan.held_on, private=private)

    def _save(self, kind: FileKind) -> None:
        if self._summary is not None:
            workshop = self._summary.workshop
            self.saving.save(workshop.id, workshop.plan.held_on, kind)

    @Slot()
    def _save_pictures(self) -> None:
        if self._summary is not None:
            workshop = self._summary.workshop
            self.saving.save_pictures(workshop.id, workshop.plan.held_on)

    @Slot()
    def _begin(self) -> None:
        self.saved.hide()
        self._title.save.setEnabled(False)
        self.strip.begin()

    @Slot()
    def _end(self) -> None:
        self._title.save.setEnabled(True)
        self.strip.end()

    @Slot(Path)
    def _tell(self, file: Path) -> None:
        self.saved.tell(file)
