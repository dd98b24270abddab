"""What an activity is as a whole: its name, its purpose, its time and what it ends in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.activity_draft import ActivityDraft
from lqf_workshop_ui.pages.own_activities.fields import WordsField
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.pickers import PickBox, Stepper
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

LONGEST_ACTIVITY = 240


class AboutForm(QWidget):
    """The fields of the whole activity."""

    def __init__(
        self,
        draft: ActivityDraft,
        edition: FrameworkEdition | None,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._code = ""
        card = Surface("card", self, margins=(20, 14, 20, 18), spacing=12)
        self._card = card
        self.fields = {
            "name": self._words("name", _("Name")),
            "about": self._words("about", _("What it is for"), _("One sentence for the room")),
            "takeaway": self._words(
                "takeaway", _("What the team takes away"), _("What you will have at the end")
            ),
            "people": self._words("people", _("For how many people"), _("For example: 3 to 12")),
        }
        self.ready = WordsField(
            _("What to have ready, one thing on a line"), self._save_ready, card, lines=True
        )
        self.minutes = Stepper(5, LONGEST_ACTIVITY, 5, _("Minutes in all"), card)
        self.minutes_field = Field(_("Minutes in all"), self.minutes, card)
        self.minutes.changed.connect(self._save_minutes)
        self.dimension = PickBox(looks, _("The dimension it belongs to"), card)
        for one in edition.dimensions if edition else ():
            self.dimension.addItem(f"{one.code}  {one.name}", one.code)
        self.dimension.activated.connect(self._save_dimension)
        self.dimension_field = Field(_("The dimension it belongs to"), self.dimension, card)
        self._lay_out()

    def _words(self, key: str, name: str, hint: str = "") -> WordsField:
        def save(text: str) -> None:
            change: dict[str, Any] = {key: text}
            self._draft.write(lambda now: replace(now, **change))

        return WordsField(name, save, self._card, hint=hint)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.fields["name"], 0, 0, 1, 2, top)
        grid.addWidget(self.fields["about"], 1, 0, 1, 2, top)
        grid.addWidget(self.fields["takeaway"], 2, 0, 1, 2, top)
        grid.addWidget(self.dimension_field, 3, 0, 1, 2, top)
        grid.addWidget(self.fields["people"], 4, 0, top)
        grid.addWidget(self.minutes_field, 4, 1, top)
        grid.addWidget(self.ready, 5, 0, 1, 2, top)
        self._card.box.addWidget(words(_("About the activity"), "heading", self._card))
        self._card.box.addLayout(grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 24)
        box.addWidget(self._card)
        box.addStretch(1)

    def show_activity(self, activity: Activity) -> None:
        """Show what is stored; what is being typed stays."""
        draft, other = self._draft, activity.code != self._code
        self._code = activity.code
        for key, field in self.fields.items():
            field.show_words(getattr(activity, key), draft.flaw(key), other=other)
        self.ready.show_words("\n".join(activity.ready), "", other=other)
        self.minutes.show_value(activity.minutes)
        self.minutes_field.complain(draft.flaw("minutes"))
        self.dimension.setCurrentIndex(self.dimension.findData(activity.dimension))
        self.dimension_field.complain(draft.flaw("dimension"))

    def field_at(self, where: str) -> QWidget | None:
        """Return the control that a flaw is about."""
        if where in self.fields:
            return self.fields[where].text
        return {"minutes": self.minutes.number, "dimension": self.dimension}.get(where)

    @property
    def waiting(self) -> bool:
        """Whether there are words that could not be stored as they are."""
        return any(field.waiting for field in (*self.fields.values(), self.ready))

    def flush(self) -> None:
        """Save what is being typed."""
        for field in (*self.fields.values(), self.ready):
            field.text.saver.flush()
        self.minutes.flush()

    def _save_ready(self, text: str) -> None:
        things = tuple(line.strip() for line in text.splitlines() if line.strip())
        self._draft.write(lambda now: replace(now, ready=things))

    @Slot(int)
    def _save_minutes(self, minutes: int) -> None:
        if minutes != self._draft.activity.minutes:
            self._draft.act(_("the minutes"), lambda now: replace(now, minutes=minutes))

    @Slot(int)
    def _save_dimension(self, row: int) -> None:
        code = str(self.dimension.itemData(row))
        if code != self._draft.activity.dimension:
            self._draft.act(_("the dimension"), lambda now: replace(now, dimension=code))
