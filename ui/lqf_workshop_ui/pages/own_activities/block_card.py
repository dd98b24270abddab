"""One block of a step, with whatever fields its kind has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from lqf_workshop.domain.activity import Activity, Block, Takes
from lqf_workshop.domain.activity_edit import block_left_out, block_moved
from lqf_workshop.domain.activity_shapes import SHAPES
from lqf_workshop.domain.block_edit import COLUMNS, PLACES, changed_block, changed_end
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.activity_draft import ActivityDraft
from lqf_workshop_ui.models.block_words import (
    block_name,
    block_use,
    end_names,
    step_title,
    takes_name,
)
from lqf_workshop_ui.pages.own_activities.fields import WordsField
from lqf_workshop_ui.pages.own_activities.part_rows import PartRows
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.icon_tool import IconTool
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words


class BlockCard(Surface):
    """Its heading, what to write, its parts, and what the team takes away from it."""

    acted = Signal(str, str)
    """A row of parts and the code of the one to go to, after the card may be another one."""

    def __init__(
        self,
        draft: ActivityDraft,
        step: str,
        block: Block,
        looks: Looks,
        parent: QWidget | None = None,
        *,
        shared: bool = False,
    ) -> None:
        super().__init__("card", parent, margins=(20, 12, 20, 18), spacing=10)
        self._draft, self._step, self.code = draft, step, block.code
        self._looks, self._shared = looks, shared
        self.structure = structure_of(block, shared=shared)
        self._add_head(block)
        self.problem = words("", "problem", self)
        self.elsewhere = words("", "small", self)
        self.box.addWidget(self.problem)
        self.box.addWidget(self.elsewhere)
        self.name = self._words("name", _("Heading"))
        self.ask = self._words("ask", _("What to write"), _("A sentence or an example"))
        self.box.addWidget(self.name)
        self.box.addWidget(self.ask)
        self.ends: list[WordsField] = []
        self._add_ends(block)
        self.parts = [self._part_rows(block, row) for row in _rows_of(block)]
        self.takes: PickBox | None = None
        self.held: QCheckBox | None = None
        if not SHAPES[block.kind].private:
            self._add_taking()

    def _add_head(self, block: Block) -> None:
        name = block_name(block.kind)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(words(name, "heading", self), 1)
        self.up_tool = IconTool("up", _("Move this part up"), self._looks, self)
        self.down_tool = IconTool("down", _("Move this part down"), self._looks, self)
        self.remove_tool = IconTool("bin", _("Take this part out of the step"), self._looks, self)
        for tool, act in (
            (self.up_tool, self._up),
            (self.down_tool, self._down),
            (self.remove_tool, self.remove),
        ):
            tool.clicked.connect(act)
            row.addWidget(tool)
        self.box.addLayout(row)
        self.box.addWidget(words(block_use(block.kind), "muted", self))

    def _words(self, key: str, name: str, hint: str = "") -> WordsField:
        def save(text: str) -> None:
            self._draft.write(lambda now: changed_block(now, self.code, **{key: text}))

        return WordsField(name, save, self, hint=hint)

    def _add_ends(self, block: Block) -> None:
        number = SHAPES[block.kind].ends
        if not number or block.ends_from:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for n, name in enumerate(end_names(number)):
            field = WordsField(name, partial(self._save_end, n, number), self)
            grid.addWidget(field, *divmod(n, 2))
            self.ends.append(field)
        self.box.addLayout(grid)

    def _part_rows(self, block: Block, row: str) -> PartRows:
        made = PartRows(self._draft, self._step, block, row, self._looks, self, shared=self._shared)
        made.acted.connect(partial(self.acted.emit, row))
        self.box.addWidget(made)
        return made

    def _add_taking(self) -> None:
        self.takes = PickBox(self._looks, _("What the team takes away from it"), self)
        for takes in Takes:
            self.takes.addItem(takes_name(takes), takes.value)
        self.takes.activated.connect(self._save_takes)
        self.box.addWidget(Field(_("What the team takes away from it"), self.takes, self))
        self.held = QCheckBox(_("Hold it back until you show it"), self)
        self.held.clicked.connect(self._save_held)
        self.box.addWidget(self.held)

    # Showing

    def show_block(self, activity: Activity, where: str) -> None:
        """Show the block as it is stored; ``where`` is the place of its use in the flaws."""
        block = activity.block(self.code)
        here = f"blocks[{activity.blocks.index(block)}]"
        step = next(s for s in activity.steps if s.code == self._step)
        use = next(use for use in step.uses if use.block == self.code)
        flaw = self._draft.flaw
        told = flaw(where) or flaw(f"{where}.columns") or flaw(here)
        self.problem.setText(told)
        self.problem.setVisible(bool(told))
        self._tell_elsewhere(activity, block)
        self.name.show_words(block.name, flaw(f"{here}.name"))
        self.ask.show_words(block.ask, "")
        ends = (*block.ends, "", "", "", "")
        for n, field in enumerate(self.ends):
            field.show_words(ends[n], flaw(f"{here}.ends") if n == 0 else "")
        for rows in self.parts:
            rows.show_block(block, use, here)
        if self.takes is not None and self.held is not None:
            self.takes.setCurrentIndex(self.takes.findData(block.takes.value))
            self.held.setChecked(block.held)
        place = step.uses.index(use)
        self.up_tool.setEnabled(place > 0)
        self.down_tool.setEnabled(place < len(step.uses) - 1)

    def _tell_elsewhere(self, activity: Activity, block: Block) -> None:
        """Say which other steps go on with the same block, and where names come from."""
        others = [
            step_title(activity, n)
            for n, step in enumerate(activity.steps)
            if step.code != self._step and any(use.block == block.code for use in step.uses)
        ]
        told = []
        if others:
            told.append(_("The same part as in: {0}.").format(", ".join(others)))
        if block.places_from:
            told.append(_("Its rows are the people on the card the team works on."))
        if block.ends_from:
            name = activity.block(block.ends_from).name
            told.append(_("The team names its ends itself, in “{0}”.").format(name))
        self.elsewhere.setText(" ".join(told))
        self.elsewhere.setVisible(bool(told))

    def flush(self) -> None:
        """Save what is being typed."""
        for field in (self.name, self.ask, *self.ends):
            field.text.saver.flush()
        for rows in self.parts:
            rows.flush()

    @property
    def waiting(self) -> bool:
        """Whether there are words that could not be stored as they are."""
        own = any(field.waiting for field in (self.name, self.ask, *self.ends))
        return own or any(rows.waiting for rows in self.parts)

    def go_to(self, row: str, part: str) -> None:
        """Go to a column or a place."""
        for rows in self.parts:
            if rows.row == row:
                rows.go_to(part)

    def field_at(self, where: str) -> QWidget:
        """Return the control that a flaw is about; ``where`` without the block."""
        for rows in self.parts:
            if where.startswith(f"{rows.row}["):
                return rows.field_at(where)
        if where == "takes" and self.takes is not None:
            return self.takes
        return self.ends[0].text if where == "ends" and self.ends else self.name.text

    # Acting

    def _save_end(self, end: int, ends: int, text: str) -> None:
        self._draft.write(lambda now: changed_end(now, self.code, end, ends, text))

    @Slot(int)
    def _save_takes(self, index: int) -> None:
        takes = list(Takes)[index]
        self._draft.act(
            _("what is taken away"), lambda now: changed_block(now, self.code, takes=takes)
        )

    @Slot(bool)
    def _save_held(self, held: bool) -> None:
        self._draft.act(
            _("keeping a part back"), lambda now: changed_block(now, self.code, held=held)
        )

    @Slot()
    def remove(self) -> None:
        """Take the block out of the step; undo brings it back."""
        self._draft.act(
            _("taking a part out"), lambda now: block_left_out(now, self._step, self.code)
        )

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        self._draft.act(_("moving a part"), lambda now: block_moved(now, self._step, self.code, by))


def _rows_of(block: Block) -> list[str]:
    """Return which rows of parts a block has that can be edited."""
    shape = SHAPES[block.kind]
    rows = [COLUMNS] if shape.columns[1] else []
    return [*rows, PLACES] if shape.places[1] and not block.places_from else rows


def structure_of(block: Block, *, shared: bool) -> tuple[object, ...]:
    """Return what decides which fields a card has; other fields need another card."""
    columns = tuple(column.code for column in block.columns)
    places = tuple(place.code for place in block.places)
    return (block.kind, columns, places, block.places_from, block.ends_from, shared)
