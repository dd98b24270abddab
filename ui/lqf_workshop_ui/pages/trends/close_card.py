"""How a team's meetings ended: how sure people were, whether it was worth it, and their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.trend import CloseOfMeeting
from lqf_workshop.scenes import movements, trend_faces
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.read_this_as import ReadThisAs
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.trend_dots import TrendDots
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words


class HandsOverTime(Surface):
    """One show of hands at the close, meeting by meeting."""

    def __init__(
        self,
        hands: trend_faces.Hands,
        closes: Sequence[CloseOfMeeting],
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 20), spacing=12)
        self.setAccessibleName(hands.title)
        self.box.addWidget(words(hands.title, "heading", self))
        faces = trend_faces.hand_faces(closes, hands)
        told = trend_faces.hands_in_words(faces, hands.answers)
        self.dots = TrendDots(
            faces, hands.answers, "", _("Hands over time as dots"), told, looks, self
        )
        self.box.addWidget(self.dots)
        self.box.addWidget(ReadThisAs(hands.reading, self))


class WordsOverTime(Surface):
    """The one word each that people left, meeting by meeting."""

    def __init__(self, closes: Sequence[CloseOfMeeting], parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 20), spacing=4)
        self.setAccessibleName(_("One word each"))
        self.box.addWidget(words(_("One word each"), "heading", self))
        for close in closes:
            if close.words:
                self.box.addSpacing(6)
                self.box.addWidget(words(movements.short_day(close.held_on), "label", self))
                self.box.addWidget(typed("  ·  ".join(close.words), "", self))
