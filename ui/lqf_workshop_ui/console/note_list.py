"""Notes typed in the room: an entry line that saves itself, and the notes below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lqf_workshop.domain.meeting import Note, NoteKind
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.console.drafting import LEADS_TO_ACTIONS, draft_action, source_of
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.saved_text import SavedText
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import words


class NoteEntry(SavedText):
    """Where the next note is typed. It is a note on disk from its first letters on.

    Enter finishes it; Ctrl+Enter finishes it and shows it to the room.
    """

    def __init__(self, notes: NoteList, name: str, hint: str) -> None:
        super().__init__(notes.save_entry, name, notes, hint=hint)
        self._notes = notes
        self.setFixedHeight(64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish on Enter; Shift+Enter begins a new line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers()
            if not held & Qt.KeyboardModifier.ShiftModifier:
                self._notes.finish(shown=bool(held & Qt.KeyboardModifier.ControlModifier))
                return
        super().keyPressEvent(event)


class NoteList(QWidget):
    """The notes of one kind about one thing, newest at the end."""

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        kind: NoteKind,
        *,
        name: str,
        hint: str,
        for_room: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make the list; ``for_room`` offers to show notes on the big screen."""
        super().__init__(parent)
        self._services, self._live, self._looks = services, live, looks
        self._problems = problems
        self._kind, self._for_room = kind, for_room
        self._about = ""
        self._typing: int | None = None
        self._shown: tuple[Note, ...] | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.entry = NoteEntry(self, name, hint)
        self.entry.saver.refused.connect(problems.warn)
        row.addWidget(self.entry, 1)
        top = Qt.AlignmentFlag.AlignTop
        self.add_button = button(_("Add"), self.add, parent=self, hint=_("Add this note (Enter)"))
        row.addWidget(self.add_button, 0, top)
        self.show_button = button(
            _("Add and show"), self.add_and_show, parent=self, hint=_("Ctrl + Enter")
        )
        self.show_button.setVisible(for_room)
        row.addWidget(self.show_button, 0, top)
        box.addLayout(row)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        box.addLayout(self._rows)
        only_by_tab(self)

    def show_notes(self, about: str) -> None:
        """Show the notes about something; a note being typed about another is finished first."""
        if about != self._about:
            self.finish(shown=False)
            self._about = about
        notes = tuple(
            n for n in self._live.meeting.notes_of(self._kind, about) if n.id != self._typing
        )
        if notes != self._shown:
            self._shown = notes
            self._draw(notes)

    @Slot()
    def add(self) -> None:
        """Finish the note being typed, for the facilitator only."""
        self.finish(shown=False)
        self.entry.setFocus()

    @Slot()
    def add_and_show(self) -> None:
        """Finish the note being typed and show it to the room."""
        self.finish(shown=True)
        self.entry.setFocus()

    def save_entry(self, text: str) -> None:
        """Keep what is being typed; called by the entry as it saves itself."""
        notes, workshop_id = self._services.notes, self._live.workshop_id
        if self._typing is None:
            if text.strip():
                self._typing = notes.add(workshop_id, self._kind, self._about, text)
                self.show_notes(self._about)  # it is in the entry, so not in the list
            return
        try:
            notes.change(workshop_id, self._typing, text)
        except StaleProblem:  # taken back with undo while its words still stand in the entry
            self._typing = notes.add(workshop_id, self._kind, self._about, text)

    def finish(self, *, shown: bool) -> None:
        """Make the words being typed a note of the list, and begin afresh."""
        self.entry.saver.flush()
        note_id, self._typing = self._typing, None
        text = self.entry.toPlainText()
        if self.entry.saver.waiting:
            self._typing = note_id  # it could not be saved: the words stay where they are
            return
        self.entry.replace_text("")
        if note_id is None:
            return
        if not text.strip():
            self._problems.attempt(partial(self._remove, note_id))
        elif shown:
            self._problems.attempt(partial(self._let_through, note_id, shown=True))
        self._shown = None
        self.show_notes(self._about)

    def let_go(self) -> None:
        """Forget every word on show, those too that could not be saved."""
        self._typing = None
        self._shown = None
        self.entry.saver.accept(self.entry.toPlainText())
        self.entry.replace_text("")
        empty(self._rows)

    def _remove(self, note_id: int) -> None:
        self._services.notes.remove(self._live.workshop_id, note_id)

    def _let_through(self, note_id: int, *, shown: bool) -> None:
        self._services.notes.let_through(self._live.workshop_id, note_id, shown=shown)

    def _draw(self, notes: tuple[Note, ...]) -> None:
        empty(self._rows)
        for note in reversed(notes):
            self._rows.addWidget(self._row(note))
        only_by_tab(self)

    def _row(self, note: Note) -> Surface:
        row = Surface("card", self, margins=(14, 8, 8, 8), across=True)
        row.box.addWidget(words(note.text, parent=row), 1)
        if self._for_room:
            text = _("On screen") if note.shown else _("Show")
            hint = _("Take off the big screen") if note.shown else _("Show on the big screen")
            show = button(text, kind="quiet", parent=row, hint=hint)
            show.setIcon(self._looks.icon("eye" if note.shown else "eye-off"))
            show.clicked.connect(
                partial(
                    self._problems.attempt,
                    partial(self._let_through, note.id, shown=not note.shown),
                )
            )
            row.box.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        if note.kind in LEADS_TO_ACTIONS:
            row.box.addWidget(self._action_button(note, row), 0, Qt.AlignmentFlag.AlignTop)
        away = button("", kind="quiet", parent=row, hint=_("Remove this note"))
        away.setIcon(self._looks.icon("bin"))
        away.setIconSize(QSize(18, 18))
        away.clicked.connect(partial(self._problems.attempt, partial(self._remove, note.id)))
        row.box.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _action_button(self, note: Note, row: Surface) -> QPushButton:
        """One step from what was said to an action; in a narrow list only its flag."""
        made = button(
            _("Make an action") if self._for_room else "",
            partial(self._draft, note),
            kind="quiet",
            parent=row,
            hint=_("Make an action from this note"),
        )
        if not self._for_room:
            made.setIcon(self._looks.icon("flag"))
            made.setIconSize(QSize(18, 18))
        return made

    def _draft(self, note: Note) -> None:
        source = source_of(self._live.meeting, note)
        draft_action(self._services, self._live, self._problems, note.text, source)
