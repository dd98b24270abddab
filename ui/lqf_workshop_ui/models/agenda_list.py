"""The agenda of a workshop as a Qt model: steps that can be dragged, added and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from lqf_workshop.domain.agenda import AgendaStep, StepPlan
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, minutes

STEP_ROLE = Qt.ItemDataRole.UserRole
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
STEP_DRAG = "application/x-lqf-workshop-step"
_NOWHERE = QModelIndex()
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RemovedStep:
    """A step that was taken away a moment ago, with where it stood and its card."""

    row: int
    plan: StepPlan
    card: ScenarioCard | None


class AgendaList(QAbstractListModel):
    """Shows the steps as they are stored. Every act is stored first, then read back."""

    refused = Signal(str)
    """The sentence of an act that could not be done; nothing was changed."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._workshop_id = 0
        self._steps: tuple[AgendaStep, ...] = ()
        self._cards: dict[int, ScenarioCard] = {}
        self.fixed = False

    @property
    def steps(self) -> tuple[AgendaStep, ...]:
        """The steps in order."""
        return self._steps

    @property
    def total(self) -> int:
        """The minutes of all steps."""
        return sum(step.plan.minutes for step in self._steps)

    def show_steps(
        self, workshop_id: int, steps: Sequence[AgendaStep], cards: dict[int, ScenarioCard]
    ) -> None:
        """Show what is stored; rows that stay keep their place in the view."""
        same = workshop_id == self._workshop_id and [s.id for s in steps] == [
            s.id for s in self._steps
        ]
        if same and tuple(steps) == self._steps and cards == self._cards:
            return
        if not same:
            self.beginResetModel()
        self._workshop_id, self._steps, self._cards = workshop_id, tuple(steps), dict(cards)
        if not same:
            self.endResetModel()
        elif self._steps:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._steps) - 1, 0))

    def step(self, row: int) -> AgendaStep | None:
        """Return the step of a row, if there is one."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def row_of(self, step_id: int) -> int:
        """Return the row of a step, or -1 when it is gone."""
        return next((n for n, step in enumerate(self._steps) if step.id == step_id), -1)

    def card_of(self, step_id: int) -> ScenarioCard | None:
        """Return the card chosen by hand for a step."""
        return self._cards.get(step_id)

    def change(self, step_id: int, **fields: object) -> None:
        """Store other words or minutes of one step; WorkshopProblem when they cannot be kept."""
        row = self.row_of(step_id)
        if row < 0:
            raise StaleProblem(_("That step is no longer in the agenda."))
        changed = replace(self._steps[row].plan, **fields)  # type: ignore[arg-type]
        self._store([(s.id, changed if s.id == step_id else s.plan) for s in self._steps])

    def change_all(self, plans: Sequence[StepPlan]) -> None:
        """Store other plans for the same steps."""
        self._store([(s.id, plan) for s, plan in zip(self._steps, plans, strict=True)])

    def add(self, plan: StepPlan, row: int) -> int:
        """Store a new step at a row, and return the row it got, or -1."""
        wanted: list[tuple[int | None, StepPlan]] = [(s.id, s.plan) for s in self._steps]
        row = min(max(row, 0), len(wanted))
        wanted.insert(row, (None, plan))
        return row if self._try(wanted) else -1

    def remove(self, row: int) -> RemovedStep | None:
        """Take a step away; what is returned can be put back."""
        step = self.step(row)
        if step is None or self.fixed:
            return None
        if step.visited:
            self.refused.emit(
                _("“{0}” has been on in the meeting already, so it stays.").format(step.plan.title)
            )
            return None
        removed = RemovedStep(row, step.plan, self.card_of(step.id))
        kept = [(s.id, s.plan) for s in self._steps if s.id != step.id]
        return removed if self._try(kept) else None

    def put_back(self, removed: RemovedStep) -> int:
        """Put a step back where it was, with its card, and return its row, or -1."""
        row = self.add(removed.plan, removed.row)
        step = self.step(row)
        if removed.card is not None and step is not None:
            self._lay(step.id, removed.card)
        return row

    def _lay(self, step_id: int, card: ScenarioCard) -> None:
        try:
            self._services.cards.lay(self._workshop_id, step_id, card)
        except WorkshopProblem as problem:
            self.refused.emit(str(problem))

    def without_card(self, row: int) -> bool:
        """Let go of a card chosen by hand, by putting a fresh copy of its step in its place."""
        step = self.step(row)
        if step is None or step.visited:
            return False
        wanted = [(None if s.id == step.id else s.id, s.plan) for s in self._steps]
        return self._try(wanted)

    def move(self, row: int, to: int) -> bool:
        """Move a step to another row."""
        if not (0 <= row < len(self._steps) and 0 <= to < len(self._steps)) or row == to:
            return False
        below = to + 1 if to > row else to
        return self.moveRows(_NOWHERE, row, 1, _NOWHERE, below)

    def moveRows(
        self,
        sourceParent: AnyIndex,
        sourceRow: int,
        count: int,
        destinationParent: AnyIndex,
        destinationChild: int,
    ) -> bool:
        """Move one step to stand before another, as the view asks when it was dropped there."""
        steps = list(self._steps)
        if count != 1 or self.fixed or not 0 <= sourceRow < len(steps):
            return False
        if destinationChild in (sourceRow, sourceRow + 1):
            return False
        moved = steps.pop(sourceRow)
        steps.insert(destinationChild - (destinationChild > sourceRow), moved)
        if not self.beginMoveRows(
            sourceParent, sourceRow, sourceRow, destinationParent, destinationChild
        ):
            return False
        before, self._steps = self._steps, tuple(steps)
        self.endMoveRows()
        if self._try([(s.id, s.plan) for s in steps]):
            return True
        self.beginResetModel()
        self._steps = before
        self.endResetModel()
        return False

    def _try(self, wanted: Sequence[tuple[int | None, StepPlan]]) -> bool:
        try:
            self._store(wanted)
        except WorkshopProblem as problem:
            self.refused.emit(str(problem))
            return False
        return True

    def _store(self, wanted: Sequence[tuple[int | None, StepPlan]]) -> None:
        stored = self._services.workshops.change_steps(self._workshop_id, wanted)
        self.show_steps(self._workshop_id, stored, self._cards)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count the steps."""
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the step for the delegate, and words for everything else."""
        step = self.step(index.row()) if index.isValid() else None
        if step is None:
            return None
        if role == STEP_ROLE:
            return step
        if role == CARD_ROLE:
            return self.card_of(step.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return step.plan.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = _("Step {0} of {1}").format(index.row() + 1, len(self._steps))
            return f"{place}: {step.plan.title}, {minutes(step.plan.minutes)}"
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Steps are dragged between steps, never onto one."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags if self.fixed else Qt.ItemFlag.ItemIsDropEnabled
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        return flags if self.fixed else flags | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What is dragged is a step of this list, and nothing else is taken."""
        return [STEP_DRAG]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the row; its words stay where they are stored."""
        carried = QMimeData()
        carried.setData(STEP_DRAG, b",".join(str(i.row()).encode() for i in indexes))
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        """Dragging moves."""
        return Qt.DropAction.MoveAction
