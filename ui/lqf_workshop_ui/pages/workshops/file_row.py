"""One file in the dialog that brings workshops in: what it holds, and what becomes of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lqf_workshop.exchange.workshop_joined import FilePart
from lqf_workshop.exchange.workshop_merge import Keep
from lqf_workshop.services.files import FileLook, How
from lqf_workshop.wording import _, long_date, ngettext
from lqf_workshop_ui.models.plain_words import BETWEEN, shortened
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.typed import typed
from lqf_workshop_ui.widgets.words import words

FEW = 3
"""How many things that differ are named in a row; all stand in the list of what stays."""


class FileRow(Surface):
    """A workshop that can come in; ``changed`` when another answer was chosen.

    ``asked_stays`` when a person wants to say what stays of each thing that differs.

    ``twice`` names the file above that holds the same workshop, if there is one.
    """

    changed = Signal()
    asked_stays = Signal()

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
        self.differences = [typed(f"•  {text}", "", self) for text in _differing(look)]
        head = (self.team, self.provider, self.contents, self.file, self.standing)
        for label in (*head, *self.differences):
            self.box.addWidget(label)
        self.choices = Choices(
            [(how.value, text) for how, text in _answers(look, twice)],
            self,
            name=_("What becomes of {0}").format(look.path.name),
        )
        self.choices.chosen.connect(self._tell)
        self.stays = words("", "muted", self)
        self.stays_button = button(_("Choose what stays…"), self.asked_stays.emit, parent=self)
        self.stays_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.stays, 1)
        row.addWidget(self.stays_button)
        self.box.addSpacing(4)
        self.box.addWidget(self.choices)
        self.box.addLayout(row)
        if look.apart and look.differences:
            self.box.addWidget(words(look.apart, "small", self))
        self._show_stays()

    @property
    def how(self) -> How:
        """What was chosen."""
        return How(self.choices.choice)

    def keep(self, keeps: tuple[Keep, ...]) -> None:
        """Let these sides stay when the two are put together."""
        self.look = replace(self.look, keeps=keeps)
        self._show_stays()

    def _show_stays(self) -> None:
        merging, copying = self.how is How.MERGE, self.how is How.COPY
        self.stays.setVisible(merging or copying)
        self.stays_button.setVisible(merging)
        if merging:
            self.stays.setText(stays_words(self.look.stays))
        elif copying:
            self.stays.setText(counted_twice())

    @Slot()
    def _tell(self) -> None:
        self._show_stays()
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
    merge = (How.MERGE, _("Put together"))
    take = (How.REPLACE, _("Take the file’s"))
    both = (How.COPY, _("Keep both"))
    return (keep, take, both) if look.apart or twice else (keep, merge, take, both)


def _differing(look: FileLook) -> list[str]:
    """Say of each part how much differs, and what: the first few by name."""
    things = zip(look.joined.differing, look.sides, strict=True) if look.joined else ()
    names: dict[FilePart, list[str]] = defaultdict(list)
    for thing, sides in things:
        if thing.head and sides.name not in names[thing.part]:
            names[thing.part].append(sides.name)
    return [
        f"{one.words} ({_first_few(names[one.part])})" if names[one.part] else one.words
        for one in look.differences
    ]


def _first_few(names: list[str]) -> str:
    few = ", ".join(shortened(name, 48) for name in names[:FEW])
    return f"{few} …" if len(names) > FEW else few


def counted_twice() -> str:
    """Say what it means to keep a meeting twice."""
    return _(
        "Then it is two meetings: its votes stand twice over time, and its actions twice in every "
        "list, until you delete one of the two."
    )


def stays_words(keeps: Sequence[Keep]) -> str:
    """Say how many things stay as they are here, come from the file, or are left out."""
    counted = Counter(keeps)
    here, file, out = counted[Keep.MINE], counted[Keep.FILE], counted[Keep.NEITHER]
    said = (
        (here, ngettext("{n} stays as it is here", "{n} stay as they are here", here)),
        (file, ngettext("{n} comes from the file", "{n} come from the file", file)),
        (out, ngettext("{n} is left out", "{n} are left out", out)),
    )
    return BETWEEN.join(text for count, text in said if count)
