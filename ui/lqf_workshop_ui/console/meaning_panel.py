"""Before a vote: what good looks like, for each role level in the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lqf_workshop.domain.framework import Dimension
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import Choices, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import words


class MeaningPanel(StepPanel):
    """The elements of a dimension, and what a person at a level would be seen doing."""

    redraws_on = frozenset({Change.RUN})
    script_first = True

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self._level_row = QHBoxLayout()
        self.levels: Choices | None = None
        self.box.addLayout(self._level_row)
        self._card = Surface("card", self, margins=(20, 14, 20, 14))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._card.box.addLayout(self._grid)
        self.box.addWidget(self._card)

    def arrive(self) -> None:
        """Offer the levels of this edition, the commonest in the room first chosen."""
        empty(self._level_row)
        meeting = self.live.meeting
        levels = [(level.code, level.name) for level in meeting.edition.levels]
        self.levels = Choices(levels, self, name=_("Role level"))
        mix = meeting.workshop.plan.role_mix
        here = [code for code, _name in levels if mix.get(code)]
        if here:
            self.levels.choose(max(here, key=lambda code: mix[code]))
        self.levels.chosen.connect(self._draw)
        self._level_row.addWidget(self.levels)
        self._level_row.addStretch(1)
        only_by_tab(self)

    def refresh(self) -> None:
        """Show the elements of the dimension."""
        self._draw()

    def _draw(self) -> None:
        codes = {d.code: d for d in self.live.meeting.edition.dimensions}
        dimension = codes.get(self.about)
        if dimension is None or self.levels is None:
            return
        empty(self._grid)
        self.levels.setVisible(bool(dimension.elements))
        rows = self._rows(dimension, self.levels.choice)
        for n, (head, text) in enumerate(rows):
            label = words(head, "strong", self._card)
            label.setFixedWidth(190)
            self._grid.addWidget(label, n, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words(text, "", self._card), n, 1)

    def _rows(self, dimension: Dimension, level: str) -> list[tuple[str, str]]:
        seen = self.services.shelf.behaviours()
        rows = [
            (e.name, seen.get(e.code, {}).get(level, "") or e.plain) for e in dimension.elements
        ]
        if not rows:
            rows = [
                (_("Around 2"), dimension.around_two),
                (_("Around 4"), dimension.around_four),
            ]
            rows += [(p.name, p.question) for p in self.live.meeting.edition.principles]
        rows.append((_("To find an example"), dimension.look_for))
        return rows
