"""The workshop that is being led, read afresh whenever something about it is stored."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from lqf_workshop.domain.agenda import AgendaStep
from lqf_workshop.domain.meeting import Meeting, Stop
from lqf_workshop.scenes.aids import Aids
from lqf_workshop.scenes.build import scene_at, scene_for
from lqf_workshop.scenes.scene import JoinFace, Scene
from lqf_workshop.services.aids import aids_from
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop_ui.changes import ChangeSignals


class LiveMeeting(QObject):
    """Holds the latest meeting; ``changed`` after every reading, with what had changed."""

    changed = Signal(Change)

    def __init__(self, services: Services, changes: ChangeSignals, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._stop: Stop | None = None
        self._join: JoinFace | None = None
        self._plain = False
        self._aids: Aids | None = None
        changes.changed.connect(self._follow)

    @property
    def open(self) -> bool:
        """Whether a workshop is being led."""
        return self._meeting is not None

    @property
    def meeting(self) -> Meeting:
        """The workshop as it was last read; only while one is open."""
        assert self._meeting is not None, "no workshop is open"
        return self._meeting

    @property
    def workshop_id(self) -> int:
        """The number of the workshop being led."""
        return self.meeting.workshop.id

    @property
    def stop(self) -> Stop | None:
        """Where the meeting is."""
        return self._stop

    @property
    def step(self) -> AgendaStep | None:
        """The step the meeting is at."""
        stop = self.stop
        return next((s for s in self.meeting.steps if stop and s.id == stop.step_id), None)

    def take(self, workshop_id: int) -> None:
        """Lead this workshop from now on."""
        self._look_at(self._services.meetings.read(workshop_id))
        self.changed.emit(Change.RUN)

    def let_go(self) -> None:
        """Lead no workshop."""
        self._meeting = self._stop = None

    def reload(self) -> None:
        """Read again, for what is not announced: the minutes that pass."""
        if self._meeting is not None:
            self._look_at(self._services.meetings.read(self.workshop_id))

    def _look_at(self, meeting: Meeting) -> None:
        self._meeting, self._stop = meeting, meeting.stop_now()

    def neighbour(self, step: int) -> Stop | None:
        """Return the stop before (-1) or after (+1) this one, or None at an end."""
        stops, stop = self.meeting.stops(), self.stop
        if stop is None:
            return None
        place = stops.index(stop) + step
        return stops[place] if 0 <= place < len(stops) else None

    @property
    def aids(self) -> Aids:
        """What the scenes are built from beside the meeting."""
        if self._aids is None:
            self._aids = aids_from(self._services.shelf, join=self._join, plain=self._plain)
        return self._aids

    def let_join(self, join: JoinFace | None) -> None:
        """Show how phones join, for as long as they are on; None when they are not."""
        self._join, self._aids = join, None
        self._show_again()

    def speak_plainly(self, plain: bool) -> None:
        """Show the plain-words view from now on, or the fuller one."""
        if plain != self._plain:
            self._plain, self._aids = plain, None
            self._show_again()

    def _show_again(self) -> None:
        if self._meeting is not None:
            self.changed.emit(Change.RUN)

    def scene(self) -> Scene:
        """Return what the room may see now."""
        return scene_for(self.meeting, self.aids)

    def scene_of(self, stop: Stop) -> Scene:
        """Return what the room would see at another stop."""
        return scene_at(self.meeting, stop, self.aids)

    @Slot(Change, int)
    def _follow(self, change: Change, workshop_id: int) -> None:
        if self._meeting is None:
            return
        elsewhere = {action.workshop_id for action in self._meeting.last_actions}
        if workshop_id == self._meeting.workshop.id or (
            change is Change.ACTIONS and workshop_id in elsewhere
        ):
            self._look_at(self._read_again(change, self._meeting))
            self.changed.emit(change)

    def _read_again(self, change: Change, meeting: Meeting) -> Meeting:
        """Read what a change can have changed; a vote and a reveal must not wait for the rest."""
        if change in (Change.VOTES, Change.RATINGS):
            return self._services.meetings.with_rounds(meeting)
        return self._services.meetings.read(meeting.workshop.id)
