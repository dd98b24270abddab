"""What to say, what to do and what to watch for, at each moment of a step; saved as typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from math import ceil

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from lqf_workshop.domain.agenda import AgendaStep, Script
from lqf_workshop.domain.text import clean_text
from lqf_workshop.library.moments import moment_names
from lqf_workshop.wording import _
from lqf_workshop_ui.widgets.buttons import Choices
from lqf_workshop_ui.widgets.growing_text import GrowingText
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import line, words

LONGEST_SCRIPT = 2_000
MOST_IN_A_ROW = 4
"""Moments side by side in the smallest window; more stand in two rows."""
SaveScript = Callable[[str, Script], None]


class ScriptEditor(Surface):
    """Three fields for the chosen moment; a step with one moment shows no choice."""

    def __init__(self, save: SaveScript, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 18), spacing=10)
        self._save = save
        self._step: AgendaStep | None = None
        self._moment = "start"
        self.moments: Choices | None = None
        self._moments_row = QHBoxLayout()
        self._moments_row.setContentsMargins(0, 0, 0, 0)
        self.problem = words("", "problem", self)
        self.problem.hide()
        self.texts: dict[str, GrowingText] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        names = {"say": _("Say"), "do": _("Do"), "watch": _("Watch for")}
        for n, (part, name) in enumerate(names.items()):
            text = GrowingText(partial(self._keep, part), name, self)
            text.saver.refused.connect(self._complain)
            text.saver.saved.connect(partial(self._complain, ""))
            label = line(name, "accent", self)
            label.setBuddy(text)
            label.setMinimumWidth(80)
            label.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(label, n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, n, 1)
            self.texts[part] = text
        grid.setColumnStretch(1, 1)
        self.box.addWidget(words(_("Your script"), "heading", self))
        self.box.addLayout(self._moments_row)
        self.box.addLayout(grid)
        self.box.addWidget(self.problem)

    def _keep(self, part: str, text: str) -> None:
        """Store one of the three texts of the moment that is shown."""
        if self._step is None:
            return
        now = self._script
        clean = clean_text(text, limit=LONGEST_SCRIPT)
        say, do, watch = now.say, now.do, now.watch
        said = {"say": say, "do": do, "watch": watch, part: clean}
        self._save(self._moment, Script(said["say"], said["do"], said["watch"]))

    @property
    def _script(self) -> Script:
        found = self._step.plan.scripts.get(self._moment) if self._step else None
        return found or Script("", "", "")

    @Slot(str)
    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def show_step(self, step: AgendaStep) -> None:
        """Show the words of a step; words that are being typed stay."""
        other = self._step is None or self._step.id != step.id
        if other:
            self.flush()
            self._complain("")
        kinds_changed = self._step is None or self._step.plan.kind is not step.plan.kind
        self._step = step
        if other:
            self._moment = "start"
        if other and (kinds_changed or self.moments is None):
            self._offer_moments()
        elif other and self.moments is not None:
            self.moments.choose("start")
        self._show(fresh=other)

    def _offer_moments(self) -> None:
        empty(self._moments_row)
        self.moments = None
        names = moment_names(self._step.plan.kind) if self._step else {}
        if len(names) > 1:
            in_a_row = ceil(len(names) / 2) if len(names) > MOST_IN_A_ROW else len(names)
            self.moments = Choices(
                list(names.items()), self, name=_("Moments of this step"), in_a_row=in_a_row
            )
            self.moments.chosen.connect(self._choose_moment)
            self._moments_row.addWidget(self.moments)
            self._moments_row.addStretch(1)
            order = [*self.moments.buttons.values(), *self.texts.values()]
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)

    @Slot(str)
    def _choose_moment(self, moment: str) -> None:
        self.flush()
        self._moment = moment
        self._show(fresh=True)

    def _show(self, *, fresh: bool) -> None:
        script = self._script
        for part, text in self.texts.items():
            stored = getattr(script, part)
            if fresh:
                text.saver.accept(text.toPlainText())
                text.replace_text(stored)
            else:
                text.show_text(stored)

    def flush(self) -> None:
        """Save what is being typed."""
        for text in self.texts.values():
            text.saver.flush()

    def allow(self, editable: bool) -> None:
        """Let the words be changed, or only read."""
        for text in self.texts.values():
            text.setReadOnly(not editable)
