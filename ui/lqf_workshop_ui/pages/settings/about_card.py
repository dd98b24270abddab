"""What this program is, whose words it speaks, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lqf_workshop import __version__
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.disclosure import Disclosure
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class AboutCard(Surface):
    """Version, independence, licence, and the parts by others on request."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 12), spacing=8)
        self.box.addWidget(words(_("About LQF Workshop"), "heading", self))
        self.version = words(_("Version {0}").format(__version__), "strong", self)
        self.box.addWidget(self.version)
        sentences = (
            _(
                "LQF Workshop is independent of, and not endorsed by, Skills for Care or the NHS. "
                "The names of frameworks stand as published; all other words are our own."
            ),
            _("It is free to use, change and pass on under the MIT licence."),
        )
        for sentence in sentences:
            self.box.addWidget(words(sentence, "", self))
        self.parts = PartsList(self)
        self.licences = Disclosure(
            _("Parts by others, and their licences"), self.parts, looks, self
        )
        self.licences.button.toggled.connect(self.parts.fill)
        self.box.addWidget(self.licences)


class PartsList(QWidget):
    """The list, made when somebody wants to see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(10, 4, 0, 10)
        self._box.setSpacing(10)

    @Slot()
    def fill(self) -> None:
        """Look the parts up, once."""
        if self._filled:
            return
        from lqf_workshop_ui.pages.settings.parts_used import parts_used

        self._filled = True
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for column, stretch in enumerate((3, 2, 5, 5)):
            grid.setColumnStretch(column, stretch)
        top = Qt.AlignmentFlag.AlignTop
        for row, part in enumerate(parts_used()):
            cells = (
                (part.name, "strong"),
                (part.version, ""),
                (part.licence, ""),
                (part.job, "muted"),
            )
            for column, (text, role) in enumerate(cells):
                grid.addWidget(words(text, role, self), row, column, top)
        self._box.addLayout(grid)
