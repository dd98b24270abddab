"""One activity being edited: its steps at the left, one of them in the middle, the room's view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.activity_draft import ActivityDraft
from lqf_workshop_ui.pages.own_activities.about_form import AboutForm
from lqf_workshop_ui.pages.own_activities.editor_head import EditorHead
from lqf_workshop_ui.pages.own_activities.preview import PreviewColumn, number_in
from lqf_workshop_ui.pages.own_activities.step_form import StepForm
from lqf_workshop_ui.pages.own_activities.step_list import ABOUT, StepColumn
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.page_scroll import BAR, MARGIN, PageColumn
from lqf_workshop_ui.widgets.undo_keys import UndoKeys

INDENT = 12
"""Pixels that the words of the quiet back button stand inside of its edge."""
LIST_WIDTH, LEAST_LIST = 240, 190
WIDE_FROM = 1080
"""Pixels of the page from which the miniature is as wide as in the console, nearly."""
GAP = 4
"""Pixels between what scrolls and its bar."""


class ActivityEditor(QWidget):
    """Shows what is stored and stores what is changed; nothing waits for a Save button."""

    left = Signal()

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._problems = services, problems
        self._shown = ABOUT
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.draft = ActivityDraft(services, changes, problems, self)
        self.head = EditorHead(looks, self)
        self.column = StepColumn(self.draft, looks, self)
        self.column.setMinimumWidth(LEAST_LIST)
        self.column.setMaximumWidth(LIST_WIDTH)
        self._sides = QStackedWidget(self)
        edition = services.shelf.edition("lqf-classic")
        first, second, third = self._areas = [
            PageColumn(self, bottom=0, margin=GAP + BAR) for _area in range(3)
        ]
        self.about = AboutForm(self.draft, edition, looks, first.content)
        self.form = StepForm(self.draft, looks, second.content)
        self.preview = PreviewColumn(self.draft, looks, third.content)
        self.keys = UndoKeys(services.journal, problems, self, self.flush)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for area, part in zip(self._areas, (self.about, self.form, self.preview), strict=True):
            area.column.addWidget(part)
        for area in self._areas[:2]:
            self._sides.addWidget(area)
        three = QHBoxLayout()
        three.setContentsMargins(INDENT, 0, MARGIN - BAR - GAP, 0)
        three.setSpacing(16)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 24)
        left.addWidget(self.column)
        three.addLayout(left, 2)
        three.addWidget(self._sides, 5)
        three.addWidget(self._areas[2])
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, MARGIN, 0)
        top.addWidget(self.head)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN - INDENT, 20, 0, 0)
        box.setSpacing(16)
        box.addLayout(top)
        box.addLayout(three, 1)

    def _connect(self) -> None:
        self.draft.changed.connect(self._refresh)
        self.draft.refused.connect(self._soon.start)
        self._soon.timeout.connect(self._tell_saved)
        self.draft.about_to_act.connect(self.flush)
        self.draft.gone.connect(self._leave_gone)
        self.column.chosen.connect(self._choose)
        self.column.rows.asked_edit.connect(self._go_to_fields)
        self.preview.time.asked_sum.connect(self._state_sum)
        self.preview.mend.asked_next.connect(self._go_to_first)
        self.head.left.connect(self.leave)
        self.head.bin_button.clicked.connect(self._bin)
        self.head.undo_tool.clicked.connect(self.keys.undo)
        self.head.redo_tool.clicked.connect(self.keys.redo)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.leave)

    def edit(self, code: str) -> None:
        """Take up an activity; StaleProblem when it is gone."""
        self.form.forget()
        self._shown = ABOUT
        self.draft.open(code)
        self.column.choose(ABOUT)
        self.column.rows.setFocus()

    # Showing

    @Slot()
    def _refresh(self) -> None:
        """Show what is stored now."""
        if not self.draft.is_open:
            return
        activity = self.draft.activity
        if self._shown and activity.step(self._shown) is None:
            self._shown = ABOUT
        self.head.name.setText(activity.name.strip() or _("An activity without a name"))
        self.column.show_steps()
        if self.column.code != self._shown:
            self._shown = self.column.code
        if self._shown == ABOUT:
            self.about.show_activity(activity)
        else:
            self.form.show_step(activity, self._shown)
        self._sides.setCurrentIndex(0 if self._shown == ABOUT else 1)
        self.preview.show_step(self._shown)
        self._soon.start()

    @Slot()
    def _tell_saved(self) -> None:
        """Say so a moment later, when every field knows what became of its words."""
        self.head.tell_saved(not self._waiting)

    @property
    def _waiting(self) -> bool:
        """Whether words could not be stored as they are."""
        return self.form.waiting or self.about.waiting

    @Slot(str)
    def _choose(self, code: str) -> None:
        """Show another step; words that could not be stored are not left behind."""
        if code == self._shown or not self.draft.is_open:
            return
        self.flush()
        if self._waiting:
            self._problems.warn(_("Please mend what is not saved yet, then go on."))
            self.column.choose(self._shown)
            return
        self._shown = code
        self._areas[1].verticalScrollBar().setValue(0)
        self._refresh()

    @Slot()
    def _go_to_fields(self) -> None:
        fields = self.about.fields if self._shown == ABOUT else self.form.head.fields
        fields["name"].text.setFocus()
        fields["name"].text.selectAll()

    @Slot()
    def _go_to_first(self) -> None:
        """Go to the field of the first thing that is not right."""
        if not self.draft.flaws:
            return
        where = self.draft.flaws[0].where
        if where.startswith(("steps[", "blocks[")):
            self._go_into_step(where)
        else:
            self.column.choose(ABOUT)
            field = self.about.field_at(where)
            if field is not None:
                field.setFocus()

    def _go_into_step(self, where: str) -> None:
        activity, number = self.draft.activity, number_in(where)
        _place, _dot, rest = where.partition(".")
        if where.startswith("steps["):
            self.column.choose(activity.steps[number].code)
            field = self.form.field_at(rest)
            if field is not None:
                field.setFocus()
            return
        block = activity.blocks[number].code
        step = next((s for s in activity.steps if any(u.block == block for u in s.uses)), None)
        if step is not None:
            self.column.choose(step.code)
            self.form.cards[block].field_at(rest).setFocus()

    # Acting

    @Slot()
    def flush(self) -> None:
        """Save what is being typed."""
        if self.draft.is_open:
            self.about.flush()
            if self.form.code:
                self.form.flush()

    @Slot()
    def _state_sum(self) -> None:
        total = sum(step.minutes for step in self.draft.activity.steps)
        self.draft.act(_("the minutes"), lambda now: replace(now, minutes=total))

    @Slot()
    def _bin(self) -> None:
        """Put the activity in the bin, where it can be brought back from."""
        self.flush()
        code = self.draft.activity.code
        self._problems.attempt(lambda: self._services.own_activities.bin(code))

    @Slot()
    def leave(self) -> None:
        """Go back, with everything typed saved."""
        self.flush()
        self.left.emit()

    @Slot()
    def _leave_gone(self) -> None:
        self.form.forget()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the miniature give way in a narrow window."""
        super().resizeEvent(event)
        self.preview.fit(wide=self.width() >= WIDE_FROM)
        self._areas[2].setFixedWidth(self.preview.width() + GAP + BAR)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is being typed when another page comes up, or the program ends."""
        self.flush()
        super().hideEvent(event)
