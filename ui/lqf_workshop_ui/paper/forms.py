"""The forms one paper comes in, for example in normal and in large print, and their switch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.buttons import Choices

T = TypeVar("T")
Make = Callable[[Work[bytes]], bytes]


class Write(Protocol):
    """What writes a paper, as those of ``reports`` do."""

    def __call__(self, target: BytesIO, *, cancelled: Callable[[], bool]) -> None:
        """Write it to ``target``; nothing once ``cancelled`` says yes."""


def in_memory(write: Write) -> Make:
    """Return what makes a paper without a file, for a window to show."""

    def make(work: Work[bytes]) -> bytes:
        page = BytesIO()
        write(page, cancelled=work.cancelled)
        return page.getvalue()

    return make


def in_letterhead(make: Callable[[Work[T]], T], looks: Looks) -> Callable[[Work[T]], T]:
    """Return what makes the same, paper or file, with the chosen name and logo at its head."""
    chosen, folder = looks.preferences, looks.folder

    def made(work: Work[T]) -> T:
        from lqf_workshop.letterhead import letterhead_of, wearing

        with wearing(letterhead_of(chosen, folder)):
            return make(work)

    return made


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a paper: how it is called in the switch, by itself, and how it is made."""

    name: str
    title: str
    make: Make


class FormStrip(QFrame):
    """A choice between the forms of a paper; one that has a single form has no strip."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.choices: Choices | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 10, 24, 10)
        self.hide()

    def offer(self, forms: Sequence[Form]) -> None:
        """Offer the forms, the first of them chosen."""
        offered = [(str(number), form.name) for number, form in enumerate(forms)]
        self.choices = Choices(offered, self, name=_("Form of the paper"))
        self.choices.chosen.connect(self._tell)
        self._row.addStretch(1)
        self._row.addWidget(self.choices)
        self._row.addStretch(1)
        self.show()

    def choose(self, number: int) -> None:
        """Show which form is on the screen."""
        if self.choices is not None:
            self.choices.choose(str(number))

    @Slot(str)
    def _tell(self, code: str) -> None:
        self.chosen.emit(int(code))
