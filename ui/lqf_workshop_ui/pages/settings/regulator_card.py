"""Which regulator's framework actions point to: one of those shipped, or none."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.library.shelf import Shelf
from lqf_workshop.wording import _, long_date
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class RegulatorCard(Surface):
    """A list to choose from, and what is known of the chosen one."""

    def __init__(
        self, shelf: Shelf, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 22), spacing=12)
        self._looks, self._problems = looks, problems
        self._regulators = shelf.regulators()
        self.box.addWidget(words(_("What actions show the regulator"), "heading", self))
        self.choice = PickBox(looks, _("Framework of the regulator"), self)
        self.choice.addItem(_("None"), "")
        for regulator in self._regulators:
            self.choice.addItem(regulator.name, regulator.code)
        self.choice.activated.connect(self._choose)
        self.box.addWidget(self.choice)
        self.about = words("", "small", self)
        self.box.addWidget(self.about)
        looks.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        chosen = self._looks.preferences.regulator
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        found = next((r for r in self._regulators if r.code == chosen), None)
        if found is None:
            self.about.setText(_("Actions do not ask for a line. What they have stays."))
        else:
            checked = _("Checked on {0}.").format(long_date(found.checked_on))
            self.about.setText(f"{found.about} {checked}")

    @Slot()
    def _choose(self) -> None:
        code = self.choice.currentData() or ""
        self._problems.attempt(lambda: self._looks.choose(regulator=code))
