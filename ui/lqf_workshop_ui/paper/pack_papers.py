"""What a planned workshop needs on paper: ticked, then looked at in one window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lqf_workshop.domain.agenda import clock_time
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.scenes.slips import slips_for_all
from lqf_workshop.wording import _, people
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.forms import Form, in_memory
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.words import words

if TYPE_CHECKING:
    from lqf_workshop.reports.prep_pack import PackPart, PrepPack


class PackPapers(QDialog):
    """Asks which papers, and when the workshop begins; the preview does the rest.

    ``asked_more`` when somebody wants number cards or sheets to vote on instead.
    """

    asked_more = Signal()

    def __init__(
        self,
        meeting: Meeting,
        shelf: Shelf,
        looks: Looks,
        problems: Problems,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print pack"))
        self.setFixedWidth(600)
        self._meeting, self._shelf = meeting, shelf
        self._looks, self._problems, self._owner = looks, problems, parent
        self.window_made: PaperWindow | None = None
        self.ticks: dict[PackPart, QCheckBox] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(10)
        box.addWidget(words(_("Print pack"), "panel-title", self))
        box.addWidget(words(_("Tick what you want on paper."), "muted", self))
        for part, name in self._offers():
            tick = QCheckBox(name, self)
            tick.setChecked(True)
            tick.toggled.connect(self._tell)
            box.addWidget(tick)
            self.ticks[part] = tick
        box.addSpacing(6)
        box.addWidget(self._begin_field())
        box.addSpacing(6)
        box.addLayout(self._foot())
        self.finished.connect(self.deleteLater)

    def _offers(self) -> list[tuple[PackPart, str]]:
        """Name the papers there are, with what is in them."""
        from lqf_workshop.reports.prep_pack import PackPart, part_names

        voters = people(self._meeting.workshop.expected_voters)
        pack = self._pack(None)
        cards = ", ".join(card.title for card in pack.cards)
        activities = ", ".join(activity.name for activity in pack.activities)
        told = {
            PackPart.SLIPS: _("Voting slips for {0}").format(voters),
            PackPart.CARDS: _("Scenario card: {0}").format(cards),
            PackPart.GUIDES: _("Guide to the activity: {0}").format(activities),
            PackPart.HEADCOUNT: _("How many came: a sheet for numbers, no names"),
            PackPart.PRIVACY: _("Privacy notice for the team"),
            PackPart.SCREENING: _("Data protection screening (DPIA), to tick by pen"),
        }
        return [(part, told.get(part, part_names()[part])) for part in pack.parts]

    def _begin_field(self) -> Field:
        self.begins = QLineEdit(self)
        self.begins.setMaxLength(12)
        self.begins.setPlaceholderText(_("14:00"))
        self.begins.textEdited.connect(self._tell)
        self.begin_field = Field(
            _("The workshop begins at"),
            self.begins,
            self,
            hint=_("The agenda then shows times of the day. Leave it empty for running minutes."),
        )
        return self.begin_field

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.more_button = button(_("More to vote on…"), self._ask_more, parent=self)
        row.addWidget(self.more_button)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject, parent=self))
        self.go_button = button(_("Look at it"), self._make, kind="primary", parent=self)
        self.go_button.setDefault(True)
        row.addWidget(self.go_button)
        return row

    def _pack(self, starts: time | None) -> PrepPack:
        from lqf_workshop.reports.prep_pack import PrepPack

        provider = self._looks.preferences.provider
        return PrepPack(self._meeting, self._shelf, slips_for_all(self._meeting), starts, provider)

    @Slot()
    def _tell(self) -> None:
        """Let a person go on once something is ticked."""
        self.begin_field.complain("")
        self.go_button.setEnabled(any(tick.isChecked() for tick in self.ticks.values()))

    @Slot()
    def _ask_more(self) -> None:
        self.reject()
        self.asked_more.emit()

    @Slot()
    def _make(self) -> None:
        """Open the papers in the preview, from where they are printed or saved."""
        try:
            starts = clock_time(self.begins.text())
        except WorkshopProblem as problem:
            self.begin_field.complain(str(problem))
            self.begins.setFocus()
            return
        wanted = [part for part, tick in self.ticks.items() if tick.isChecked()]
        pack, title = self._pack(starts), self._title(wanted)
        held_on = self._meeting.workshop.plan.held_on
        window = PaperWindow(title, held_on, self._looks, self._owner)
        window.failed_with.connect(self._problems.warn)
        window.offer(
            Form(_("Normal print"), title, in_memory(partial(_write, pack, wanted, False))),
            Form(
                _("Large print"),
                _("{0}, large print").format(title),
                in_memory(partial(_write, pack, wanted, True)),
            ),
        )
        window.show()
        self.window_made = window
        self.accept()

    def _title(self, wanted: list[PackPart]) -> str:
        from lqf_workshop.reports.prep_pack import part_names

        return part_names()[wanted[0]] if len(wanted) == 1 else _("Prep pack")


def _write(
    pack: PrepPack,
    wanted: list[PackPart],
    large: bool,
    target: BytesIO,
    *,
    cancelled: Callable[[], bool],
) -> None:
    pack.write(wanted, target, large=large, cancelled=cancelled)
