"""The steps of an activity at the left: chosen, added, doubled, moved and taken out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from lqf_workshop.domain.activity_edit import step_added, step_doubled, step_moved, step_removed
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.activity_draft import ActivityDraft
from lqf_workshop_ui.models.block_words import step_title, to_mend
from lqf_workshop_ui.models.plain_words import BETWEEN
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.icon_tool import IconTool
from lqf_workshop_ui.widgets.surfaces import Surface

CODE = Qt.ItemDataRole.UserRole
ABOUT = ""
"""The row that stands for the activity as a whole."""


class StepRows(QListWidget):
    """The activity itself, then its steps; Alt with the arrows moves, Delete takes out."""

    asked_move = Signal(int)
    asked_remove = Signal()
    asked_edit = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Steps of the activity"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take out, or go on to the fields."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.asked_move.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.asked_remove.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_edit.emit()
        else:
            super().keyPressEvent(event)


class StepColumn(Surface):
    """The list and what can be done to it; ``chosen`` carries a step's code, or nothing."""

    chosen = Signal(str)

    def __init__(self, draft: ActivityDraft, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(10, 10, 10, 10), spacing=8)
        self._draft, self._looks = draft, looks
        self.rows = StepRows(self)
        self.add_button = button(_("Add a step"), self.add, parent=self)
        self.add_button.setProperty("withIcon", True)
        self.double_tool = IconTool("copy", _("Copy the step"), looks, self)
        self.up_tool = IconTool("up", _("Move the step up (Alt + Up)"), looks, self)
        self.down_tool = IconTool("down", _("Move the step down (Alt + Down)"), looks, self)
        self.remove_tool = IconTool("bin", _("Take the step out (Delete)"), looks, self)
        self._tools = (self.double_tool, self.up_tool, self.down_tool, self.remove_tool)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addStretch(1)
        for tool in self._tools:
            row.addWidget(tool)
        self.box.addWidget(self.rows, 1)
        self.box.addLayout(row)
        self.box.addWidget(self.add_button)
        acts = (self.double, self._up, self._down, self.remove)
        for tool, act in zip(self._tools, acts, strict=True):
            tool.clicked.connect(act)
        self.rows.currentItemChanged.connect(self._tell)
        self.rows.asked_move.connect(self.move_step)
        self.rows.asked_remove.connect(self.remove)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self.add_button.setIcon(self._looks.icon("plus"))

    @property
    def code(self) -> str:
        """The chosen step's code; nothing stands for the activity as a whole."""
        item = self.rows.currentItem()
        return str(item.data(CODE)) if item else ABOUT

    def choose(self, code: str) -> None:
        """Choose a step."""
        for row in range(self.rows.count()):
            if self.rows.item(row).data(CODE) == code:
                self.rows.setCurrentRow(row)

    def show_steps(self) -> None:
        """Show the steps as they are stored; the chosen one stays chosen."""
        activity, kept, row = self._draft.activity, self.code, self.rows.currentRow()
        told = [(ABOUT, _("About the activity"))]
        for n, step in enumerate(activity.steps):
            wrong = self._flaws_in(n)
            parts = [_("{0} min").format(step.minutes), *([to_mend(wrong)] if wrong else [])]
            title = f"{n + 1}.  {step_title(activity, n)}"
            told.append((step.code, f"{title}\n{BETWEEN.join(parts)}"))
        self.rows.blockSignals(True)
        while self.rows.count() > len(told):
            self.rows.takeItem(self.rows.count() - 1)
        while self.rows.count() < len(told):
            QListWidgetItem(self.rows)
        for n, (code, text) in enumerate(told):
            item = self.rows.item(n)
            item.setText(text)
            item.setData(CODE, code)
            item.setToolTip(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ", "))
        codes = [code for code, _text in told]
        now = codes.index(kept) if kept in codes else min(max(row, 0), len(codes) - 1)
        self.rows.setCurrentRow(now)
        self.rows.blockSignals(False)
        self._allow()

    def _flaws_in(self, number: int) -> int:
        """Count what is wrong in a step and in the blocks it works on."""
        activity = self._draft.activity
        uses = {use.block for use in activity.steps[number].uses}
        blocks = [n for n, block in enumerate(activity.blocks) if block.code in uses]
        heads = (f"steps[{number}].", *(f"blocks[{n}]." for n in blocks))
        return sum(flaw.where.startswith(heads) for flaw in self._draft.flaws)

    def _allow(self) -> None:
        row, last = self.rows.currentRow(), self.rows.count() - 1
        for tool in self._tools:
            tool.setEnabled(row > 0)
        self.up_tool.setEnabled(row > 1)
        self.down_tool.setEnabled(0 < row < last)

    @Slot()
    def _tell(self) -> None:
        self._allow()
        self.chosen.emit(self.code)

    # Acting

    @Slot()
    def add(self) -> None:
        """Add a step under the chosen one, or at the end."""
        before = {step.code for step in self._draft.activity.steps}
        self._draft.act(_("a new step"), lambda now: step_added(now, self.code))
        self._choose_new(before)
        self.rows.asked_edit.emit()

    @Slot()
    def double(self) -> None:
        """Put a copy of the chosen step under it."""
        before = {step.code for step in self._draft.activity.steps}
        self._draft.act(_("copying a step"), lambda now: step_doubled(now, self.code))
        self._choose_new(before)

    def _choose_new(self, before: set[str]) -> None:
        new = [s.code for s in self._draft.activity.steps if s.code not in before]
        self.choose(new[0] if new else self.code)

    @Slot()
    def remove(self) -> None:
        """Take the chosen step out; undo brings it back."""
        if self.code != ABOUT:
            self._draft.act(_("taking a step out"), lambda now: step_removed(now, self.code))
            self.chosen.emit(self.code)

    @Slot(int)
    def move_step(self, by: int) -> None:
        """Move the chosen step up or down."""
        if self.code != ABOUT:
            self._draft.act(_("moving a step"), lambda now: step_moved(now, self.code, by))

    @Slot()
    def _up(self) -> None:
        self.move_step(-1)

    @Slot()
    def _down(self) -> None:
        self.move_step(1)
