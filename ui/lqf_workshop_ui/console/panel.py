"""What every step's panel is: controls for one kind of moment, redrawn from the meeting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.domain.sent import SentKind
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.note_list import NoteList
from lqf_workshop_ui.console.phones.inbox import Inbox
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems


class StepPanel(QWidget):
    """Base of the panels. A panel shows the meeting and asks services; it remembers nothing."""

    redraws_on: frozenset[Change] = frozenset(Change)
    """The changes after which the panel has to look again."""
    script_first: bool = False
    """Whether the words to say stand above the panel, because it is mostly for reading."""

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.live = live
        self.looks = looks
        self.problems = problems
        self.covered = False
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(12)

    def add_notes(self, kind: NoteKind, name: str, hint: str) -> NoteList:
        """Add a place for notes of one kind at the panel's end."""
        made = NoteList(
            self.services, self.live, self.looks, self.problems, kind, name=name, hint=hint
        )
        self.box.addWidget(made)
        return made

    def add_inbox(self, kind: SentKind) -> Inbox:
        """Add the words of one kind that wait to be let through, at the panel's end."""
        made = Inbox(self.services, self.live, self.problems, kind, self)
        self.box.addWidget(made)
        return made

    @property
    def has_main(self) -> bool:
        """Whether the panel has the screen's one main button, so that "next" is a plain one."""
        return False

    @property
    def about(self) -> str:
        """What the moment is about: a dimension's code, a prompt's number, an action's id."""
        stop = self.live.stop
        return stop.about if stop else ""

    def refresh(self) -> None:
        """Show the meeting as it is now."""

    def arrive(self) -> None:
        """Get ready for a moment that has just been come to; refresh follows."""

    def set_covered(self, covered: bool) -> None:
        """Hide what the room may not see, because it looks at this display."""
        self.covered = covered
        self.refresh()

    def flush(self) -> None:
        """Save what is being typed."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that means something on this panel only; False lets it go on."""
        return False

    def reveal(self) -> bool:
        """Show the room what this panel has covered; False when it has nothing of its own."""
        return False

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something that may be refused with a sentence."""
        return self.problems.attempt(action)
