"""What belongs to the person: names to begin with, and where the library is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.text import LINE_LIMIT, clean_line
from lqf_workshop.user_folders import backups_of
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.folders import open_folder
from lqf_workshop_ui.widgets.saved_line import KeptLine
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import breakable
from lqf_workshop_ui.widgets.words import words


class NamesCard(Surface):
    """The organisation and the facilitator that every new workshop begins with."""

    def __init__(self, looks: Looks, problems: Problems, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 22), spacing=12)
        self._looks = looks
        self._problems = problems
        self.provider = KeptLine(_("Organisation"), self)
        self.facilitator = KeptLine(_("Facilitator"), self)
        self.box.addWidget(words(_("New workshops begin with"), "heading", self))
        for line in (self.provider, self.facilitator):
            line.setMaxLength(LINE_LIMIT)
            self.box.addWidget(Field(line.accessibleName(), line, self))
        self.box.addWidget(words(_("Both can be changed in each workshop."), "small", self))
        self.provider.kept.connect(self._keep_provider)
        self.facilitator.kept.connect(self._keep_facilitator)
        looks.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        chosen = self._looks.preferences
        self.provider.show_text(chosen.provider)
        self.facilitator.show_text(chosen.facilitator)

    @Slot(str)
    def _keep_provider(self, text: str) -> None:
        self._problems.attempt(
            lambda: self._looks.choose(provider=clean_line(text, _("Organisation")))
        )

    @Slot(str)
    def _keep_facilitator(self, text: str) -> None:
        self._problems.attempt(
            lambda: self._looks.choose(facilitator=clean_line(text, _("Facilitator")))
        )


class LibraryCard(Surface):
    """Where everything is kept, and that it stays there."""

    def __init__(self, library: Path, problems: Problems, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 22), spacing=8)
        self._library = library
        self._problems = problems
        self.path = words(breakable(str(library)), "strong", self)
        self.path.setAccessibleName(str(library))
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = button(_("Open folder"), self._open, parent=self)
        self.box.addWidget(words(_("Where everything is kept"), "heading", self))
        self.box.addWidget(words(_("All workshops are in one file on this laptop:"), "", self))
        self.box.addWidget(self.path)
        backups = _("Before an upgrade a safety copy is made beside it, in {0}.").format(
            backups_of(library).name
        )
        self.box.addWidget(words(backups, "muted", self))
        private = _("Nothing leaves this laptop: no account, no internet, nobody is told anything.")
        self.box.addWidget(words(private, "muted", self))
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.open)
        row.addStretch(1)
        self.box.addLayout(row)

    @Slot()
    def _open(self) -> None:
        self._problems.attempt(lambda: open_folder(self._library.absolute().parent))
