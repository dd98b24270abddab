"""The columns or the places of a block: named, given a hint, added, moved and taken out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import Block, Column, ColumnKind, Place, Use
from lqf_workshop.domain.activity_edit import column_worked_on
from lqf_workshop.domain.activity_shapes import SHAPES
from lqf_workshop.domain.block_edit import (
    COLUMNS,
    changed_kind,
    changed_part,
    part_added,
    part_moved,
    part_removed,
    parts_of,
)
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.activity_draft import ActivityDraft
from lqf_workshop_ui.models.block_words import (
    add_words,
    column_kind_name,
    place_name,
    places_name,
)
from lqf_workshop_ui.pages.own_activities.fields import WordsField
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.icon_tool import IconTool
from lqf_workshop_ui.widgets.pickers import PickBox
from lqf_workshop_ui.widgets.surfaces import hairline
from lqf_workshop_ui.widgets.words import words


class PartRow(QWidget):
    """One column or place: its name, its hint, and for a column what it holds."""

    def __init__(
        self, rows: PartRows, part: Column | Place, name: str, looks: Looks, *, shared: bool
    ) -> None:
        super().__init__(rows)
        self._rows, self.code = rows, part.code
        self.name = WordsField(name, partial(rows.save, part.code, "name"), self)
        self.kind = self._kind_box(name, looks) if isinstance(part, Column) else None
        self._holds = Field(_("What it holds"), self.kind, self) if self.kind else None
        self.menu_tool = IconTool("more", _("{0}: move or take out").format(name), looks, self)
        self.menu_tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.menu_tool)
        self.up = self.menu.addAction(_("Move up (Alt + Up)"))
        self.down = self.menu.addAction(_("Move down (Alt + Down)"))
        self.out = self.menu.addAction(_("Take out"))
        self.up.triggered.connect(partial(rows.move_part, part.code, -1))
        self.down.triggered.connect(partial(rows.move_part, part.code, 1))
        self.out.triggered.connect(partial(rows.take_out, part.code))
        self.menu_tool.setMenu(self.menu)
        self.options = self._options_field(name) if isinstance(part, Column) else None
        self.hint = WordsField(
            _("A hint or an example"),
            partial(rows.save, part.code, "hint"),
            self,
            spoken=_("{0}: a hint or an example").format(name),
        )
        self.here: QCheckBox | None = None
        self._lay_out()
        if isinstance(part, Column) and shared:
            self._add_here(name)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.name, 3, Qt.AlignmentFlag.AlignTop)
        if self._holds is not None:
            top.addWidget(self._holds, 2, Qt.AlignmentFlag.AlignTop)
        under = QVBoxLayout()
        under.addWidget(words(" ", "label", self))
        under.addWidget(self.menu_tool)
        under.addStretch(1)
        top.addLayout(under)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(top)
        if self.options is not None:
            box.addWidget(self.options)
        box.addWidget(self.hint)
        self._box = box

    def _kind_box(self, name: str, looks: Looks) -> PickBox:
        made = PickBox(looks, _("{0}: what it holds").format(name), self)
        for kind in ColumnKind:
            made.addItem(column_kind_name(kind), kind.value)
        made.activated.connect(partial(self._rows.save_kind, self.code))
        return made

    def _options_field(self, name: str) -> WordsField:
        return WordsField(
            _("Answers, with commas between them"),
            partial(self._rows.save_options, self.code),
            self,
            spoken=_("{0}: answers, with commas between them").format(name),
        )

    def _add_here(self, name: str) -> None:
        self.here = QCheckBox(_("Filled in at this step"), self)
        self.here.setAccessibleName(_("{0}: filled in at this step").format(name))
        self.here.clicked.connect(self._take_up)
        self._box.addWidget(self.here)

    @Slot(bool)
    def _take_up(self, wanted: bool) -> None:
        self._rows.take_up(self.code, wanted)

    def show_part(self, part: Column | Place, use: Use, flaw: str, wrong_options: str) -> None:
        """Show what is stored and what is not right."""
        self.name.show_words(part.name, flaw)
        self.name.say(_("The team writes this name itself.") if part.named_by else "")
        self.hint.show_words(part.hint, "")
        if not isinstance(part, Column) or self.kind is None or self.options is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(part.kind.value))
        self.options.setVisible(part.kind is ColumnKind.CHOICE)
        self.options.show_words(", ".join(part.options), wrong_options)
        if self.here is not None:
            self.here.setChecked(not use.columns or part.code in use.columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, wherever in the row the keyboard is."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._rows.move_part(self.code, -1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def flush(self) -> None:
        """Save what is being typed."""
        for field in self._fields:
            field.text.saver.flush()

    @property
    def waiting(self) -> bool:
        """Whether there are words that could not be stored as they are."""
        return any(field.waiting for field in self._fields)

    @property
    def _fields(self) -> list[WordsField]:
        fields = (self.name, self.hint, self.options)
        return [field for field in fields if field is not None]


class PartRows(QWidget):
    """All columns, or all places, of one block as one step works on it."""

    acted = Signal(str)
    """The code of the part to go to next; nothing means the button that adds one."""

    def __init__(
        self,
        draft: ActivityDraft,
        step: str,
        block: Block,
        row: str,
        looks: Looks,
        parent: QWidget,
        *,
        shared: bool,
    ) -> None:
        super().__init__(parent)
        self._draft, self._step, self._block, self.row = draft, step, block.code, row
        columns = row == COLUMNS
        self._limits = SHAPES[block.kind].columns if columns else SHAPES[block.kind].places
        title = _("Columns") if columns else places_name(block.kind)
        singular = _("Column") if columns else place_name(block.kind)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(10)
        box.addWidget(hairline(self))
        box.addWidget(words(title, "strong", self))
        self.problem = words("", "problem", self)
        box.addWidget(self.problem)
        self.rows: dict[str, PartRow] = {}
        for n, part in enumerate(parts_of(block, row)):
            made = PartRow(self, part, f"{singular} {n + 1}", looks, shared=shared)
            self.rows[part.code] = made
            box.addWidget(made)
        self.add_button = button(add_words(block.kind, column=columns), self.add, parent=self)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_button)
        bottom.addStretch(1)
        box.addLayout(bottom)

    def show_block(self, block: Block, use: Use, here: str) -> None:
        """Show the parts as they are stored; ``here`` is where the block stands in its flaws."""
        parts, (fewest, most) = parts_of(block, self.row), self._limits
        told = self._draft.flaw(f"{here}.{self.row}")
        self.problem.setText(told)
        self.problem.setVisible(bool(told))
        self.add_button.setVisible(len(parts) < most)
        for n, part in enumerate(parts):
            made, there = self.rows[part.code], f"{here}.{self.row}[{n}]"
            flaw, options = self._draft.flaw(f"{there}.name"), self._draft.flaw(f"{there}.options")
            made.show_part(part, use, flaw, options)
            made.up.setEnabled(n > 0)
            made.down.setEnabled(n < len(parts) - 1)
            made.out.setEnabled(len(parts) > fewest)

    def flush(self) -> None:
        """Save what is being typed."""
        for row in self.rows.values():
            row.flush()

    @property
    def waiting(self) -> bool:
        """Whether there are words that could not be stored as they are."""
        return any(row.waiting for row in self.rows.values())

    def go_to(self, part: str) -> None:
        """Go to the name of a part, or to the button below."""
        if part in self.rows:
            self.rows[part].name.text.setFocus()
        else:
            self.add_button.setFocus()

    def field_at(self, where: str) -> QWidget:
        """Return the control that a flaw is about, as in ``columns[1].options``."""
        number, _bracket, key = where.removeprefix(f"{self.row}[").partition("].")
        row = list(self.rows.values())[int(number)]
        return row.options.text if key == "options" and row.options else row.name.text

    # Acting

    def save(self, part: str, field: str, text: str) -> None:
        """Store a name or a hint."""
        change = {field: text}
        self._draft.write(lambda now: changed_part(now, self._block, self.row, part, **change))

    def save_options(self, part: str, text: str) -> None:
        """Store the answers of a choice."""
        kept = tuple(one.strip() for one in text.split(",") if one.strip())
        self._draft.write(lambda now: changed_part(now, self._block, self.row, part, options=kept))

    def save_kind(self, part: str, index: int) -> None:
        """Store what a column holds."""
        kind = list(ColumnKind)[index]
        self._draft.act(
            _("what a column holds"), lambda now: changed_kind(now, self._block, part, kind)
        )

    def take_up(self, part: str, wanted: bool) -> None:
        """Let this step fill in a column, or leave it to the others."""
        self._draft.act(
            _("the columns of a step"),
            lambda now: column_worked_on(now, self._step, self._block, part, wanted=wanted),
        )

    def move_part(self, part: str, by: int, _checked: bool = False) -> None:
        """Move a column or a place."""
        self._draft.act(
            _("moving a part"), lambda now: part_moved(now, self._block, self.row, part, by)
        )
        self.acted.emit(part)

    def take_out(self, part: str, _checked: bool = False) -> None:
        """Take a column or a place out."""
        if len(self.rows) > self._limits[0]:
            self._draft.act(
                _("taking a part out"), lambda now: part_removed(now, self._block, self.row, part)
            )
            self.acted.emit("")

    @Slot()
    def add(self) -> None:
        """Add a column or a place at the end."""
        if self._draft.act(
            _("a new part"), lambda now: part_added(now, self._step, self._block, self.row)
        ):
            block = self._draft.activity.block(self._block)
            self.acted.emit(parts_of(block, self.row)[-1].code)
