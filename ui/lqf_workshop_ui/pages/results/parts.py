"""What a workshop came to besides its votes: talks, strengths, actions and the close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.domain.action import Action
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.scenes.build import confidence_key, return_key
from lqf_workshop.wording import _, ngettext, people
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.results.action_card import ActionCard
from lqf_workshop_ui.pages.results.section import Section, paragraphs
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import line, words


class TalksPart(Section):
    """What was written down in talks that were about no card."""

    def __init__(
        self, talks: Sequence[tuple[str, Sequence[str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("What we talked about"), parent)
        for title, notes in talks:
            surface = Surface("card", self, margins=(24, 16, 24, 18))
            surface.box.addWidget(words(title, "heading", surface))
            surface.box.addWidget(paragraphs(notes, surface))
            self.box.addWidget(surface)


class StrengthsPart(Section):
    """The attributes that were spotted, and the moments told. Counts, never a score."""

    def __init__(self, summary: WorkshopSummary, parent: QWidget | None = None) -> None:
        super().__init__(_("Strengths we spotted"), parent)
        surface = Surface("card", self, margins=(24, 18, 24, 18))
        for strength in summary.strengths:
            row = QHBoxLayout()
            name = words(strength.name, "strong", surface)
            name.setFixedWidth(220)
            row.addWidget(name)
            row.addWidget(words(_strength_words(strength.spotted, strength.needed)), 1)
            surface.box.addLayout(row)
        if summary.stories:
            surface.box.addWidget(words(_("Moments"), "label", surface))
            surface.box.addWidget(paragraphs(summary.stories, surface))
        self.box.addWidget(surface)


def _strength_words(spotted: int, needed: int) -> str:
    parts = []
    if spotted:
        parts.append(ngettext("spotted once", "spotted {n} times", spotted))
    if needed:
        parts.append(ngettext("{n} would like more of it", "{n} would like more of it", needed))
    return ", ".join(parts)


class ActionsPart(Section):
    """Actions to read, those of today or those of last time."""

    def __init__(
        self,
        title: str,
        actions: Sequence[Action],
        names: Mapping[str, str],
        today: date,
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        for action in actions:
            source = action.source
            name = names.get(source.code, "") if source.kind.rated else ""
            self.box.addWidget(ActionCard(action, name, today, looks, self))


class ClosePart(Section):
    """How the meeting ended: two shows of hands, one word each, and what was parked."""

    def __init__(self, summary: WorkshopSummary, parent: QWidget | None = None) -> None:
        super().__init__(_("How we finished"), parent)
        row = QHBoxLayout()
        row.setSpacing(12)
        polls = (
            (_("How sure we are of our plan"), summary.confidence, confidence_key()),
            (_("Was it worth our time?"), summary.returned, return_key()),
        )
        for title, counts, key in polls:
            if counts:
                row.addWidget(HandsCard(title, counts, key, self), 1)
        self.box.addLayout(row)
        for title, texts, joint in (
            (_("One word each"), summary.words, "  ·  "),
            (_("In the parking space"), summary.parking, "\n"),
        ):
            if texts:
                surface = Surface("card", self, margins=(24, 14, 24, 18), spacing=4)
                surface.box.addWidget(words(title, "label", surface))
                surface.box.addWidget(typed(joint.join(texts), "", surface))
                self.box.addWidget(surface)


class HandsCard(Surface):
    """A show of hands: how many for each number of fingers."""

    def __init__(
        self,
        title: str,
        counts: Mapping[str, int],
        key: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent, margins=(24, 16, 24, 18), spacing=6)
        self.setAccessibleName(title)
        self.box.addWidget(words(title, "heading", self))
        for number, meaning in reversed(key):
            count = counts.get(str(number), 0)
            if count:
                row = QHBoxLayout()
                row.setSpacing(12)
                who = line(people(count), "strong", self)
                who.setFixedWidth(84)
                row.addWidget(who, 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(words(f"{number}: {meaning}", "", self), 1)
                self.box.addLayout(row)
        self.box.addStretch(1)


def has_close(summary: WorkshopSummary) -> bool:
    """Whether there is anything to say about the end of the meeting."""
    return bool(summary.confidence or summary.returned or summary.words or summary.parking)
