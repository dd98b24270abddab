"""The activities of one's own: which there are, how far they are, and those in the bin."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import Activity
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.own_activities import OwnActivity
from lqf_workshop.wording import _, minutes
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.block_words import steps_words, to_mend
from lqf_workshop_ui.models.plain_words import BETWEEN
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.page_scroll import MARGIN, PageColumn
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.undo_keys import UndoKeys
from lqf_workshop_ui.widgets.words import words

INDENT = 12


class OwnRow(Surface):
    """One activity with what can be done with it."""

    def __init__(self, own: OwnActivity, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 14, 16, 14), spacing=12, across=True)
        activity = own.activity
        self.name = typed(activity.name.strip() or _("An activity without a name"), "strong", self)
        told = [minutes(activity.minutes), steps_words(len(activity.steps))]
        told.append(to_mend(len(own.flaws)) if own.flaws else _("Ready"))
        self.state = words(BETWEEN.join(told), "warm" if own.flaws else "muted", self)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.name)
        said.addWidget(self.state)
        self.box.addLayout(said, 1)
        self.main: QPushButton | None = None
        """The last of its buttons, where the keyboard goes."""

    def add(self, text: str, pressed: object, kind: str = "plain") -> None:
        """Add a button; its name for those who listen says which activity it is about."""
        made = button(text, kind=kind, parent=self, hint=f"{text}: {self.name.text()}")
        made.setToolTip("")
        made.clicked.connect(pressed)
        self.box.addWidget(made)
        self.main = made


class OwnList(QWidget):
    """Copies in use, then those in the bin; a new one begins as a copy."""

    left = Signal()
    asked_edit = Signal(str)

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._looks, self._problems = services, looks, problems
        self.back_button = button(_("Back"), kind="quiet", parent=self, hint=_("Back"))
        self.back_button.setIconSize(QSize(20, 20))
        self.back_button.clicked.connect(self.left)
        self.copy_button = button(_("Copy an activity"), kind="primary", parent=self)
        self.copy_menu = QMenu(self)
        self.copy_button.setMenu(self.copy_menu)
        self.copy_menu.aboutToShow.connect(self.offer)
        self.bring_button = button(_("Bring one in"), self.bring_in, parent=self)
        self.bring_button.setToolTip(_("From a file of another laptop"))
        area = PageColumn(self, left=INDENT)
        self._box = QVBoxLayout()
        self._box.setSpacing(12)
        area.column.addLayout(self._box)
        area.column.addStretch(1)
        self.rows: dict[str, OwnRow] = {}
        self.keys = UndoKeys(services.journal, problems, self)
        self._lay_out(area)
        looks.changed.connect(self._wear)
        self._wear()

    def _lay_out(self, area: PageColumn) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, MARGIN, 0)
        top.setSpacing(12)
        top.addWidget(self.back_button)
        top.addWidget(words(_("Our activities"), "title", self), 1)
        top.addWidget(self.bring_button)
        top.addWidget(self.copy_button)
        about = words(
            _(
                "Copies of activities, changed for your team. "
                "The ones in the library stay as they are."
            ),
            "muted",
            self,
        )
        under = QHBoxLayout()
        under.setContentsMargins(INDENT, 0, MARGIN, 0)
        under.addWidget(about)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN - INDENT, 20, 0, 0)
        box.setSpacing(14)
        box.addLayout(top)
        box.addLayout(under)
        box.addWidget(area, 1)

    @Slot()
    def _wear(self) -> None:
        self.back_button.setIcon(self._looks.icon("back"))

    def show_all(self) -> None:
        """Show what there is."""
        empty(self._box)
        self.rows = {}
        own, binned = self._services.own_activities.own(), self._services.own_activities.binned()
        if not own:
            self._box.addWidget(
                words(
                    _("None yet. Copy the activity that comes closest, then change it."), "", self
                )
            )
        for one in own:
            row, code = self._row(one), one.activity.code
            if one.ready:
                row.add(_("Save as a file"), partial(self.save_file, one.activity), kind="quiet")
            row.add(_("Put in the bin"), partial(self._bin, code), kind="quiet")
            row.add(_("Edit"), partial(self._edit, code))
        if binned:
            self._box.addSpacing(12)
            self._box.addWidget(words(_("In the bin"), "heading", self))
        for one in binned:
            self._row(one).add(_("Bring it back"), partial(self._restore, one.activity.code))

    def _row(self, own: OwnActivity) -> OwnRow:
        row = OwnRow(own, self)
        self.rows[own.activity.code] = row
        self._box.addWidget(row)
        return row

    @Slot()
    def offer(self) -> None:
        """Offer what can be copied."""
        self.copy_menu.clear()
        for activity in self._services.activities.choices():
            action = self.copy_menu.addAction(f"{activity.name}  ·  {minutes(activity.minutes)}")
            action.triggered.connect(partial(self._edit, activity.code))

    @Slot()
    def bring_in(self) -> None:
        """Ask for a file and take its activity in."""
        from lqf_workshop.exchange.activity_file import read_activity_file

        file = self.ask_open(self)
        if file is None:
            return
        edition, own = self._services.shelf.edition("lqf-classic"), self._services.own_activities
        if self._problems.attempt(lambda: own.bring_in(read_activity_file(file, edition))):
            self._problems.tell(_("It is here now. Look through it before you use it."))

    def save_file(self, activity: Activity, _checked: bool = False) -> None:
        """Ask where, and write an activity for another laptop there."""
        from lqf_workshop.exchange.activity_file import SUFFIX, write_activity_file

        # A file's name is seen by others; what somebody called the activity stays inside it.
        day = self._services.desk.today().isoformat()
        file = self.ask_save(self, Path(_folder()) / f"{_('Activity')} {day}{SUFFIX}")
        if file is None:
            return
        if file.suffix.casefold() != SUFFIX:
            file = file.with_name(f"{file.name}{SUFFIX}")
        if self._problems.attempt(lambda: write_activity_file(activity, file)):
            self._problems.tell(_("Saved: {0}").format(file.name))

    @classmethod
    def ask_open(cls, parent: QWidget) -> Path | None:
        """Ask for a file to read."""
        title = _("Bring an activity in")
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, _folder(), _kinds())
        return Path(chosen) if chosen else None

    @classmethod
    def ask_save(cls, parent: QWidget, suggested: Path) -> Path | None:
        """Ask where to save."""
        title = _("Save as a file")
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(suggested), _kinds())
        return Path(chosen) if chosen else None

    def _edit(self, code: str, _checked: bool = False) -> None:
        self.asked_edit.emit(code)

    def _bin(self, code: str, _checked: bool = False) -> None:
        if self._problems.attempt(lambda: self._services.own_activities.bin(code)):
            self._go_to(code)

    def _restore(self, code: str, _checked: bool = False) -> None:
        if self._problems.attempt(lambda: self._services.own_activities.restore(code)):
            self._go_to(code)

    def _go_to(self, code: str) -> None:
        """Keep the keyboard with an activity that has gone to another place of the list."""
        row = self.rows.get(code)
        if row is not None and row.main is not None:
            row.main.setFocus()


def _folder() -> str:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(documents) or str(Path.home())


def _kinds() -> str:
    return _("Activity for this program ({0})").format("*.lqfactivity")
