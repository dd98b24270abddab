"""At the right: what the room will see, the time it takes, and what is not right yet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import Activity, ActivityRun
from lqf_workshop.scenes.activity import beginning_scene, step_scene
from lqf_workshop.wording import _, minutes, ngettext
from lqf_workshop_ui.big_screen.stage import Stage
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.models.activity_draft import ActivityDraft
from lqf_workshop_ui.models.block_words import place_name, step_title
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import line, set_role, words

WIDE, NARROW = QSize(288, 162), QSize(232, 130)
FRAME = 9
"""Pixels of card around the miniature, whose ground may be that of the page."""
MOST_TOLD = 5
"""Things to mend that are told at once."""


class TimeWords(QWidget):
    """The minutes of the steps together against those that are stated."""

    asked_sum = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = words("", "strong", self)
        self.sum_button = button("", self.asked_sum.emit, parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addWidget(self.sum_button)
        row.addStretch(1)
        box.addLayout(row)

    def show_time(self, activity: Activity) -> None:
        """Say whether the steps fill the stated minutes."""
        total = sum(step.minutes for step in activity.steps)
        same = total == activity.minutes
        told = (
            _("The steps take {0}, as stated.").format(minutes(total))
            if same
            else _("The steps take {0} together. {1} stated.").format(
                minutes(total),
                ngettext("{n} minute is", "{n} minutes are", activity.minutes),
            )
        )
        self.sentence.setText(told)
        set_role(self.sentence, "strong" if same else "warm")
        self.sum_button.setText(_("State {0}").format(minutes(total)))
        self.sum_button.setAccessibleName(self.sum_button.text())
        self.sum_button.setVisible(not same and total > 0)


class ToMend(Surface):
    """Whether workshops can use it, and if not the first things that are in the way."""

    asked_next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent, margins=(16, 12, 16, 14), spacing=8)
        self.headline = words("", "strong", self)
        self.told = words("", "", self)
        self.next_button = button(_("Go to the first"), self.asked_next.emit, parent=self)
        self.box.addWidget(self.headline)
        self.box.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.next_button)
        row.addStretch(1)
        self.box.addLayout(row)

    def show_flaws(self, draft: ActivityDraft) -> None:
        """Say what is in the way, or that nothing is."""
        flaws = draft.flaws
        self.setProperty("surface", "warm" if flaws else "soft")
        self.style().unpolish(self)
        self.style().polish(self)
        self.headline.setText(
            ngettext(
                "{n} thing to mend, then workshops can use it",
                "{n} things to mend, then workshops can use it",
                len(flaws),
            )
            if flaws
            else _("Ready: workshops can use it")
        )
        told = [_told(draft.activity, f.where, f.sentence) for f in flaws[:MOST_TOLD]]
        more = len(flaws) - MOST_TOLD
        if more > 0:
            told.append(ngettext("and {n} more", "and {n} more", more))
        self.told.setText("\n".join(told) or _("You find it in the list of activities."))
        self.next_button.setVisible(bool(flaws))


def _told(activity: Activity, where: str, sentence: str) -> str:
    """Say a flaw with the step or the part it is in."""
    place = ""
    if where.startswith("steps["):
        place = step_title(activity, number_in(where))
    elif where.startswith("blocks["):
        place = activity.blocks[number_in(where)].name.strip() or _("A part")
    return f"{place}: {sentence}" if place else sentence


def with_names(activity: Activity) -> Activity:
    """Return an activity whose parts without a name are called by their number."""
    blocks = []
    for block in activity.blocks:
        singular, column = place_name(block.kind), _("Column")
        places = (
            place if place.name.strip() else replace(place, name=f"{singular} {n}")
            for n, place in enumerate(block.places, 1)
        )
        columns = (
            one if one.name.strip() else replace(one, name=f"{column} {n}")
            for n, one in enumerate(block.columns, 1)
        )
        blocks.append(replace(block, places=tuple(places), columns=tuple(columns)))
    return replace(activity, blocks=tuple(blocks))


def number_in(where: str) -> int:
    """Return the number in a place such as ``steps[2].name``."""
    return int(where.partition("[")[2].partition("]")[0])


class PreviewColumn(QWidget):
    """The miniature is the same stage as the big screen, with nothing filled in yet."""

    def __init__(self, draft: ActivityDraft, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._looks = draft, looks
        frame = Surface("card", self, margins=(FRAME, FRAME, FRAME, FRAME), spacing=0)
        self.miniature = Stage(looks.theme, frame)
        self.miniature.setAccessibleName(_("What the room sees"))
        frame.box.addWidget(self.miniature)
        self.pages = words("", "small", self)
        self.time = TimeWords(self)
        self.mend = ToMend(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 24)
        box.setSpacing(10)
        box.addWidget(line(_("THE ROOM SEES"), "label", self))
        box.addWidget(frame)
        box.addWidget(self.pages)
        box.addWidget(self.time)
        box.addWidget(self.mend)
        box.addStretch(1)
        looks.changed.connect(self._wear)
        self._wear()
        self.fit(wide=True)

    def fit(self, *, wide: bool) -> None:
        """Give room to the fields where the window is narrow."""
        size = WIDE if wide else NARROW
        self.miniature.setFixedSize(size)
        self.setFixedWidth(size.width() + 2 * FRAME)

    def show_step(self, code: str) -> None:
        """Show a step as the room sees it at its start; without one, the beginning."""
        activity = self._draft.activity
        worded = with_names(activity)
        run = ActivityRun(0, 0, worded)
        step = worded.step(code) if code else None
        self.miniature.show_scene(step_scene(run, step) if step else beginning_scene(run))
        self.miniature.turn_to(0)
        pages = self.miniature.pages
        self.pages.setText(_("It goes on to {0} pages before anything is written.").format(pages))
        self.pages.setVisible(pages > 1)
        self.time.show_time(activity)
        self.mend.show_flaws(self._draft)

    @Slot()
    def _wear(self) -> None:
        self.miniature.set_theme(self._looks.theme)
        self.miniature.set_text_scale(self._looks.preferences.room_text)
        self.miniature.set_reduced_motion(True)
