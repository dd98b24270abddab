"""How a team rates, for those who want more than the usual: closer, by role, in other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.disclosure import OPEN_MODE_BELOW
from lqf_workshop.domain.framework import NHS_SCALE, TEAM_SCALE, Dimension, Scale
from lqf_workshop.domain.subject import Depth, dimension_code, subject_codes
from lqf_workshop.domain.workshop import WorkshopPlan, only_elements
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.disclosure import Disclosure
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.surfaces import empty
from lqf_workshop_ui.widgets.words import line, words


@dataclass(frozen=True, slots=True)
class RatingChoice:
    """What can be chosen here, as a plan keeps it."""

    depths: Mapping[str, Depth] = field(default_factory=dict)
    scale_code: str = TEAM_SCALE
    by_level: bool = False
    comments: bool = False

    def put_into(self, plan: WorkshopPlan) -> WorkshopPlan:
        """Return the plan with these choices."""
        return replace(
            plan,
            depths=dict(self.depths),
            scale_code=self.scale_code,
            by_level=self.by_level,
            comments=self.comments,
        )


def choice_of(plan: WorkshopPlan) -> RatingChoice:
    """Return what a plan has chosen."""
    return RatingChoice(dict(plan.depths), plan.scale_code, plan.by_level, plan.comments)


def scales_to_choose(shelf: Shelf) -> tuple[Scale, ...]:
    """Return the wordings of the five points, the team's own first."""
    own = next((edition.own_scale for edition in shelf.editions()), None)
    return tuple(scale for scale in (own, shelf.scale(NHS_SCALE)) if scale is not None)


def depth_words(depth: Depth) -> str:
    """Say how closely a dimension is rated."""
    return {
        Depth.WHOLE: _("As a whole"),
        Depth.BOTH: _("As a whole, then its elements"),
        Depth.ELEMENTS: _("Its elements only"),
    }[depth]


class RatingWays(QWidget):
    """Folded away until somebody asks; ``changed`` when a person chose something else."""

    changed = Signal()

    def __init__(
        self, scales: Sequence[Scale], looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._scales = {scale.code: scale for scale in scales}
        self._dimensions: tuple[Dimension, ...] = ()
        self._depths: dict[str, Depth] = {}
        self.depths: dict[str, PickBox] = {}
        content = QWidget(self)
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        self._closer = words(_("Look closer at some"), "strong", content)
        box.addWidget(self._closer)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        box.addLayout(self._grid)
        self._add_scale(box, content)
        self._add_checks(box, content)
        self.fold = Disclosure(_("More ways to rate"), content, looks, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.fold)

    def _add_scale(self, box: QVBoxLayout, content: QWidget) -> None:
        box.addSpacing(8)
        box.addWidget(words(_("Words of the five points"), "strong", content))
        self.scale = PickBox(self._looks, _("Words of the five points"), content)
        self.scale.setMinimumContentsLength(28)
        for code, scale in self._scales.items():
            self.scale.addItem(scale.name, code)
        self.preview = words("", "small", content)
        self.scale.currentIndexChanged.connect(self._choose_scale)
        box.addWidget(self.scale)
        box.addWidget(self.preview)

    def _add_checks(self, box: QVBoxLayout, content: QWidget) -> None:
        box.addSpacing(8)
        self.by_level = QCheckBox(_("Look at results by role too"), content)
        self.level_note = words("", "small", content)
        self.comments = QCheckBox(_("Phones may add a comment to a vote"), content)
        told = _("Comments are shuffled, and shown only when five people or more have voted.")
        for part in (self.by_level, self.level_note, self.comments, words(told, "small", content)):
            box.addWidget(part)
        for check in (self.by_level, self.comments):
            check.toggled.connect(self.changed)
        self.tell_people(None)

    @property
    def choice(self) -> RatingChoice:
        """What is chosen."""
        here = {d.code for d in self._dimensions}
        depths = {
            c: d
            for c, d in self._depths.items()
            if dimension_code(c) in here and d is not Depth.WHOLE
        }
        return RatingChoice(
            depths,
            str(self.scale.currentData() or TEAM_SCALE),
            self.by_level.isChecked(),
            self.comments.isChecked(),
        )

    @property
    def votes(self) -> int:
        """How many votes the dimensions on show take."""
        depths = self.choice.depths
        return sum(
            len(subject_codes(d, depths.get(d.code, Depth.WHOLE), only_elements(depths, d.code)))
            for d in self._dimensions
        )

    def show_choice(self, choice: RatingChoice) -> None:
        """Show what is chosen, unfolded where it is more than the usual."""
        self._depths = dict(choice.depths)
        quiet = [QSignalBlocker(part) for part in (self.scale, self.by_level, self.comments)]
        try:
            self.scale.setCurrentIndex(max(0, self.scale.findData(choice.scale_code)))
            self.by_level.setChecked(choice.by_level)
            self.comments.setChecked(choice.comments)
        finally:
            for one in quiet:
                one.unblock()
        self._preview_scale()
        self._show_depths()
        if choice != RatingChoice():
            self.fold.unfold()

    def show_dimensions(self, dimensions: Sequence[Dimension]) -> None:
        """Offer to look closer at these; those without elements are rated as a whole."""
        if tuple(dimensions) == self._dimensions:
            return
        self._dimensions = tuple(dimensions)
        empty(self._grid)
        self.depths = {}
        for row, dimension in enumerate(d for d in dimensions if d.elements):
            badge = DimensionBadge(dimension.code, dimension.name, self._looks, self, side=28)
            pick = PickBox(self._looks, _("How closely: {0}").format(dimension.name), self)
            pick.setMinimumContentsLength(22)
            for depth in Depth:
                pick.addItem(depth_words(depth), depth.value)
            pick.currentIndexChanged.connect(self._choose_depths)
            self._grid.addWidget(badge, row, 0)
            self._grid.addWidget(line(dimension.short_name, "", self), row, 1)
            self._grid.addWidget(pick, row, 2)
            self.depths[dimension.code] = pick
        self._closer.setVisible(bool(self.depths))
        self._show_depths()

    def tell_people(self, voters: int | None) -> None:
        """Say what looking by role needs; with too few people it cannot be chosen."""
        enough = voters is None or voters >= 2 * OPEN_MODE_BELOW
        self.by_level.setEnabled(enough or self.by_level.isChecked())
        self.level_note.setText(
            _("People say their role with their vote. Only roles of five people or more are shown.")
            if enough
            else _("This needs ten people or more: five of a role, and five others.")
        )

    def _show_depths(self) -> None:
        for code, pick in self.depths.items():
            with QSignalBlocker(pick):
                wanted = self._depths.get(code, Depth.WHOLE)
                pick.setCurrentIndex(list(Depth).index(wanted))

    @Slot()
    def _choose_depths(self) -> None:
        for code, pick in self.depths.items():
            wanted = Depth(pick.currentData())
            if wanted is not self._depths.get(code, Depth.WHOLE):
                for element in only_elements(self._depths, code):
                    del self._depths[element]  # chosen afresh, it is all elements again
            self._depths[code] = wanted
        self.changed.emit()

    @Slot()
    def _choose_scale(self) -> None:
        self._preview_scale()
        self.changed.emit()

    def _preview_scale(self) -> None:
        scale = self._scales.get(str(self.scale.currentData()))
        if scale is not None:
            points = " · ".join(f"{n} {word}" for n, word in enumerate(scale.words, 1))
            self.preview.setText(f"{scale.ask} {points}")
