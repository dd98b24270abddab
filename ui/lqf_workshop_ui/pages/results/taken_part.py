"""What a team takes away besides its actions: agreements, a question, what to watch, next steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from lqf_workshop.domain.summary import TakeAway
from lqf_workshop.scenes.explored import taken_titles
from lqf_workshop.wording import _
from lqf_workshop_ui.pages.results.listed import Listed
from lqf_workshop_ui.pages.results.section import Section
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words


class TakenPart(Section):
    """A card for each kind of take-away; every line says where it came from."""

    def __init__(self, taken: Sequence[TakeAway], parent: QWidget | None = None) -> None:
        super().__init__(_("What we take away"), parent)
        for takes, title in taken_titles().items():
            found = [one for one in taken if one.takes is takes]
            if not found:
                continue
            surface = Surface("card", self, margins=(24, 16, 24, 18), spacing=8)
            surface.setAccessibleName(title)
            surface.box.addWidget(words(title, "heading", surface))
            for one in found:
                surface.box.addWidget(Listed(one.lines, surface))
                source = _("From: {0}").format(one.source)
                surface.box.addWidget(typed(source, "small", surface))
            self.box.addWidget(surface)
