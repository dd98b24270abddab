"""At the right of the console: what the room sees, what comes next, notes, the parking space."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.meeting import Meeting, NoteKind
from lqf_workshop.scenes.scene import Scene
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.room import Room
from lqf_workshop_ui.big_screen.stage import Stage
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.note_list import NoteList
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.saved_text import SavedText, saved_words
from lqf_workshop_ui.widgets.surfaces import Surface, scrolling
from lqf_workshop_ui.widgets.words import line, words

MINIATURE = QSize(344, 194)


class SideColumn(Surface):
    """The miniature is the same stage as the big screen, only small."""

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        room: Room,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", parent, margins=(18, 18, 18, 14), spacing=8)
        self.setFixedWidth(380)
        self._services, self._live, self._looks, self._room = services, live, looks, room
        self._step_id: int | None = None
        self._covered = False
        self.box.addWidget(line(_("THE ROOM SEES"), "label", self))
        self.miniature = Stage(looks.theme, self, now=services.desk.clock)
        self.miniature.setFixedSize(MINIATURE)
        self.box.addWidget(self.miniature)
        self.next = words("", "", self)
        self.box.addWidget(self.next)
        self.box.addSpacing(4)
        self.tabs = Choices(
            [("notes", _("Your notes")), ("parking", _("Parking space"))],
            self,
            name=_("Notes or parking space"),
        )
        self.tabs.chosen.connect(self._choose)
        self.box.addWidget(self.tabs)
        self._add_notes(problems)
        self.parking = NoteList(
            services,
            live,
            looks,
            problems,
            NoteKind.PARKING,
            name=_("Parking space: for later"),
            hint=_("For later. Enter keeps it."),
            for_room=False,
        )
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parking)
        column.addStretch(1)
        self._parking_area = scrolling(holder, self)
        self.box.addWidget(self._parking_area, 1)
        self._choose(self.tabs.choice)
        looks.changed.connect(self._wear)
        self._wear()

    def _add_notes(self, problems: Problems) -> None:
        self.notes_box = QWidget(self)
        column = QVBoxLayout(self.notes_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.notes = SavedText(
            self._keep, _("Your notes on this step, never shown"), self.notes_box
        )
        self.notes.setPlaceholderText(_("Only for you: never shown, never printed."))
        self.saved = words("", "small", self.notes_box)
        self.notes.saver.saved.connect(self._tell_saved)
        self.notes.saver.refused.connect(problems.warn)
        self.notes.textChanged.connect(self.saved.clear)
        column.addWidget(self.notes, 1)
        row = QHBoxLayout()
        self.unfold_button = button(
            _("Unfold"),
            self._unfold,
            kind="quiet",
            parent=self.notes_box,
            hint=_("Show my notes on this display, though the room can see it"),
        )
        row.addWidget(self.saved, 1)
        row.addWidget(self.unfold_button)
        column.addLayout(row)
        self.box.addWidget(self.notes_box, 1)

    def show_scene(self, scene: Scene, next_words: str) -> None:
        """Show what the room sees now, and say what comes next."""
        self.miniature.show_scene(scene)
        self.say_next(next_words)

    def say_next(self, next_words: str) -> None:
        """Say what comes next."""
        self.next.setText(_("Next: {0}").format(next_words) if next_words else "")

    def follow_page(self) -> None:
        """Show the page of a long scene that the room reads."""
        self.miniature.turn_to(self._room.page)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the notes of the step that is on."""
        stop = meeting.stop_now()
        if stop is None:
            return
        about = str(stop.step_id)
        found = meeting.notes_of(NoteKind.PRIVATE, about)
        text = found[0].text if found else ""
        self.parking.show_notes("")
        if stop.step_id == self._step_id:
            self.notes.show_text(text)
            return
        self.notes.saver.flush()
        if self.notes.saver.waiting:
            return  # words that could not be saved stay in sight, and with their step
        self._step_id = stop.step_id
        self.notes.replace_text(text)
        self._tell_folded()

    def set_covered(self, covered: bool) -> None:
        """Fold the notes away while the room looks at this display."""
        self.notes.setVisible(not covered)
        self.unfold_button.setVisible(covered)
        self._covered = covered
        self._tell_folded()

    def _tell_folded(self) -> None:
        folded = _("Folded away: the room can see this display.")
        self.saved.setText(folded if self._covered else "")

    @Slot()
    def _unfold(self) -> None:
        """Show the notes all the same, because the person asked for it."""
        self.set_covered(False)
        self.notes.setFocus()

    def flush(self) -> None:
        """Save what is being typed."""
        self.notes.saver.flush()
        self.parking.finish(shown=False)

    def let_go(self) -> None:
        """Forget every word on show, before a workshop is led afresh."""
        self._step_id = None
        self.notes.replace_text("")
        self.parking.let_go()

    def _keep(self, text: str) -> None:
        if self._step_id is not None:
            self._services.notes.keep_private(self._live.workshop_id, str(self._step_id), text)

    @Slot()
    def _tell_saved(self) -> None:
        self.saved.setText(saved_words())

    @Slot(str)
    def _choose(self, tab: str) -> None:
        self.notes_box.setVisible(tab == "notes")
        self._parking_area.setVisible(tab == "parking")

    @Slot()
    def _wear(self) -> None:
        self.miniature.set_theme(self._looks.theme)
        self.miniature.set_text_scale(self._looks.preferences.room_text)
        self.miniature.set_reduced_motion(True)
