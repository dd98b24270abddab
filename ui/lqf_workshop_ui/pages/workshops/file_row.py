"""One file in the dialog that brings workshops in: what it holds, and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop.services.files import FileLook, How
from lqf_workshop.wording import _, long_date
from lqf_workshop_ui.models.plain_words import BETWEEN
from lqf_workshop_ui.widgets.buttons import Choices
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words


class FileRow(Surface):
    """A workshop that can come in; ``changed`` when another answer was chosen.

    ``twice`` names the file above that holds the same workshop, if there is one.
    """

    changed = Signal()

    def __init__(self, look: FileLook, twice: str = "", parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(20, 14, 20, 16), spacing=6)
        self.look = look
        workshop = look.file.workshop
        self.team = typed(workshop.team, "strong", self)
        self.provider = typed(workshop.provider, "small", self)
        self.provider.setVisible(bool(workshop.provider))
        state = [_("Not started")] if look.prepared_only else []
        told = [long_date(workshop.held_on), *state, *look.contents]
        self.contents = words(BETWEEN.join(told), "muted", self)
        self.file = typed(look.path.name, "small", self)
        self.standing = words(_standing(look, twice), "", self)
        self.differences = [words(f"•  {one.words}", "", self) for one in look.differences]
        head = (self.team, self.provider, self.contents, self.file, self.standing)
        for label in (*head, *self.differences):
            self.box.addWidget(label)
        self.choices = Choices(
            [(how.value, text) for how, text in _answers(look, twice)],
            self,
            name=_("What becomes of {0}").format(look.path.name),
        )
        self.choices.chosen.connect(self._tell)
        self.box.addSpacing(4)
        self.box.addWidget(self.choices)

    @property
    def how(self) -> How:
        """What was chosen."""
        return How(self.choices.choice)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class RefusedRow(Surface):
    """A file that cannot come in, and why."""

    def __init__(self, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__("warm", parent, margins=(20, 14, 20, 14), spacing=4)
        self.file = typed(name, "strong", self)
        self.sentence = typed(sentence, "", self)
        self.box.addWidget(self.file)
        self.box.addWidget(self.sentence)


def _standing(look: FileLook, twice: str) -> str:
    """Say how the file stands to what is here."""
    if twice:
        return _("The same workshop as in {0}, above. Bring in one of the two.").format(twice)
    if not look.here:
        return _("Not here yet.")
    if look.same:
        return _("Exactly this is here already.")
    return _("This workshop is here already, and the file differs:")


def _answers(look: FileLook, twice: str) -> tuple[tuple[How, str], ...]:
    """Return what can become of the file; the first answer is the safe one."""
    leave, copy = (How.KEEP_MINE, _("Leave it out")), (How.COPY, _("Bring in a copy"))
    if not look.here:
        bring = (How.NEW, _("Bring it in"))
        return (leave, bring, copy) if twice else (bring, leave)
    if look.same:
        return leave, copy
    keep = (How.KEEP_MINE, _("Keep mine"))
    take = (How.REPLACE, _("Take the file’s"))
    both = (How.COPY, _("Keep both"))
    return keep, take, both
