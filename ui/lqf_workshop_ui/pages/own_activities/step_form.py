"""One step of an activity: what the room reads, what the facilitator says, what is filled in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import Activity, ActivityStep, Block, BlockKind
from lqf_workshop.domain.activity_edit import block_added, block_used, changed_step, step_in
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.activity_draft import ActivityDraft
from lqf_workshop_ui.models.block_words import block_name, block_use
from lqf_workshop_ui.pages.own_activities.block_card import BlockCard, structure_of
from lqf_workshop_ui.pages.own_activities.fields import WordsField
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.pickers import Stepper
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

LONGEST_STEP = 120


class StepHead(Surface):
    """A step's title, its minutes, its question and the line beneath it."""

    def __init__(self, draft: ActivityDraft, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 18), spacing=12)
        self._draft = draft
        self.code = ""
        self.fields = {"name": self._words("name", _("Title of the step"))}
        self.minutes = Stepper(1, LONGEST_STEP, 1, _("Minutes"), self)
        self.fields |= {
            "question": self._words("question", _("Question, large on the big screen")),
            "line": self._words("line", _("Small line beneath it, if it helps")),
        }
        self.minutes_field = Field(_("Minutes"), self.minutes, self)
        self.minutes.changed.connect(self._save_minutes)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.fields["name"], 0, 0, top)
        grid.addWidget(self.minutes_field, 0, 1, top)
        grid.addWidget(self.fields["question"], 1, 0, 1, 2, top)
        grid.addWidget(self.fields["line"], 2, 0, 1, 2, top)
        self.box.addLayout(grid)

    def _words(self, key: str, name: str) -> WordsField:
        def save(text: str) -> None:
            self._draft.write(lambda now: changed_step(now, self.code, **{key: text}))

        return WordsField(name, save, self)

    def show_step(self, step: ActivityStep, here: str) -> None:
        """Show what is stored; what is being typed stays."""
        other, self.code = step.code != self.code, step.code
        for key, field in self.fields.items():
            flaw = self._draft.flaw(f"{here}.{key}")
            field.show_words(getattr(step, key), flaw, other=other)
        self.minutes.show_value(step.minutes)
        self.minutes_field.complain(self._draft.flaw(f"{here}.minutes"))

    @Slot(int)
    def _save_minutes(self, minutes: int) -> None:
        if step_in(self._draft.activity, self.code).minutes != minutes:
            self._draft.act(
                _("the minutes"), lambda now: changed_step(now, self.code, minutes=minutes)
            )


class StepScript(Surface):
    """What to say, what to do and what to watch for."""

    def __init__(self, draft: ActivityDraft, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 18), spacing=10)
        self._draft = draft
        self.code = ""
        self.box.addWidget(words(_("Your script"), "heading", self))
        names = {"say": _("Say"), "do": _("Do"), "watch": _("Watch for")}
        self.fields = {
            part: WordsField(name, partial(self._save, part), self, lines=True)
            for part, name in names.items()
        }
        for field in self.fields.values():
            self.box.addWidget(field)

    def show_step(self, step: ActivityStep, here: str) -> None:
        """Show what is stored; what is being typed stays."""
        other, self.code = step.code != self.code, step.code
        for part, field in self.fields.items():
            flaw = self._draft.flaw(f"{here}.script.{part}")
            field.show_words(getattr(step.script, part), flaw, other=other)

    def _save(self, part: str, text: str) -> None:
        def edit(now: Activity) -> Activity:
            script = replace(step_in(now, self.code).script, **{part: text})
            return changed_step(now, self.code, script=script)

        self._draft.write(edit)


class StepForm(QWidget):
    """All of one step. Cards of blocks stay while their fields stay the same."""

    def __init__(self, draft: ActivityDraft, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._looks = draft, looks
        self.code = ""
        self.head = StepHead(draft, self)
        self.script = StepScript(draft, self)
        self.cards: dict[str, BlockCard] = {}
        self._aside: dict[tuple[str, str], BlockCard] = {}
        self._cards_box = QVBoxLayout()
        self._cards_box.setSpacing(14)
        self.problem = words("", "problem", self)
        self.add_button = button(_("Add a part to fill in"), parent=self)
        self.add_button.setProperty("withIcon", True)
        self.add_menu = QMenu(self)
        self.add_button.setMenu(self.add_menu)
        self.add_menu.aboutToShow.connect(self.offer)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_button)
        bottom.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 24)
        box.setSpacing(14)
        box.addWidget(self.head)
        box.addWidget(self.script)
        box.addWidget(words(_("What is filled in"), "heading", self))
        box.addWidget(self.problem)
        box.addLayout(self._cards_box)
        box.addLayout(bottom)
        box.addStretch(1)
        looks.changed.connect(self._wear)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        self.add_button.setIcon(self._looks.icon("plus"))

    def show_step(self, activity: Activity, code: str) -> None:
        """Show a step as it is stored; what is being typed stays."""
        step = step_in(activity, code)
        if code != self.code:
            self._put_aside()
            self.code = code
        here = f"steps[{activity.steps.index(step)}]"
        self.head.show_step(step, here)
        self.script.show_step(step, here)
        told = self._draft.flaw(f"{here}.uses")
        self.problem.setText(told)
        self.problem.setVisible(bool(told))
        self._show_blocks(activity, step, here)

    def _show_blocks(self, activity: Activity, step: ActivityStep, here: str) -> None:
        wanted = [use.block for use in step.uses]
        before = list(self.cards.values())
        self._drop([code for code in self.cards if code not in wanted])
        for n, code in enumerate(wanted):
            block = activity.block(code)
            shared = sum(use.block == code for s in activity.steps for use in s.uses) > 1
            card = self._card(step.code, block, shared=shared)
            if self._cards_box.indexOf(card) != n:
                self._cards_box.removeWidget(card)
                self._cards_box.insertWidget(n, card)
                card.show()
            card.show_block(activity, f"{here}.uses[{n}]")
        if before != sorted(self.cards.values(), key=self._cards_box.indexOf):
            self._order_tabs()

    def _card(self, step: str, block: Block, *, shared: bool) -> BlockCard:
        """Return the card of a block: one that was there before, if its fields are the same."""
        card = self.cards.get(block.code) or self._aside.pop((step, block.code), None)
        if card is not None and card.structure != structure_of(block, shared=shared):
            self.cards[block.code] = card
            self._drop([block.code])
            card = None
        if card is None:
            card = BlockCard(self._draft, step, block, self._looks, self, shared=shared)
            card.acted.connect(partial(self._go_to_part, block.code))
        self.cards[block.code] = card
        return card

    def _put_aside(self) -> None:
        """Keep the cards of a step for when it is looked at again: making them takes time."""
        for code, card in self.cards.items():
            self._cards_box.removeWidget(card)
            card.hide()
            self._aside[self.code, code] = card
        self.cards = {}

    def _order_tabs(self) -> None:
        """Let Tab go from the script through the cards, as they stand, to the button below."""
        cards = sorted(self.cards.values(), key=self._cards_box.indexOf)
        inside = (one for card in cards for one in card.findChildren(QWidget))
        takes = Qt.FocusPolicy.TabFocus
        row = [
            self.script.fields["watch"].text,
            *(one for one in inside if one.focusPolicy() & takes and one.window() is self.window()),
            self.add_button,
        ]
        for before, after in pairwise(row):
            QWidget.setTabOrder(before, after)

    def _drop(self, codes: list[str]) -> None:
        for code in codes:
            card = self.cards.pop(code)
            self._cards_box.removeWidget(card)
            card.hide()
            card.deleteLater()

    def flush(self) -> None:
        """Save what is being typed."""
        for field in (*self.head.fields.values(), *self.script.fields.values()):
            field.text.saver.flush()
        self.head.minutes.flush()
        for card in list(self.cards.values()):
            card.flush()

    @property
    def waiting(self) -> bool:
        """Whether there are words that could not be stored as they are."""
        heads = (*self.head.fields.values(), *self.script.fields.values())
        return any(field.waiting for field in heads) or any(
            card.waiting for card in self.cards.values()
        )

    def forget(self) -> None:
        """Show no step any more."""
        self._put_aside()
        for card in self._aside.values():
            card.deleteLater()
        self._aside = {}
        self.code = self.head.code = self.script.code = ""

    def field_at(self, where: str) -> QWidget | None:
        """Return the control that a flaw of this step is about; ``where`` without its step."""
        key = where.removeprefix("script.")
        fields = self.script.fields if key != where else self.head.fields
        if key in fields:
            return fields[key].text
        return self.head.minutes.number if key == "minutes" else self.add_button

    # Adding

    @Slot()
    def offer(self) -> None:
        """Offer every kind of block, and those of other steps to go on with."""
        self.add_menu.clear()
        for kind in BlockKind:
            action = self.add_menu.addAction(f"{block_name(kind)}  ·  {block_use(kind)}")
            action.triggered.connect(partial(self.add, kind))
        activity = self._draft.activity
        there = {use.block for use in step_in(activity, self.code).uses}
        others = [block for block in activity.blocks if block.code not in there and block.name]
        if others:
            self.add_menu.addSeparator()
        for block in others:
            action = self.add_menu.addAction(_("Go on with “{0}”").format(block.name))
            action.triggered.connect(partial(self.go_on, block.code))

    def add(self, kind: BlockKind, _checked: bool = False) -> None:
        """Add an empty block, and go to its heading."""
        if self._draft.act(_("a new part"), lambda now: block_added(now, self.code, kind)):
            self._go_to_last()

    def go_on(self, block: str, _checked: bool = False) -> None:
        """Let this step go on with a block of another one."""
        if self._draft.act(
            _("a part to go on with"), lambda now: block_used(now, self.code, block)
        ):
            self._go_to_last()

    def _go_to_part(self, block: str, row: str, part: str) -> None:
        """Keep the keyboard at what was added or moved, though its card was made anew."""
        card = self.cards.get(block)
        if card is not None:
            card.go_to(row, part)

    def _go_to_last(self) -> None:
        uses = step_in(self._draft.activity, self.code).uses
        if uses and uses[-1].block in self.cards:
            self.cards[uses[-1].block].name.text.setFocus()
