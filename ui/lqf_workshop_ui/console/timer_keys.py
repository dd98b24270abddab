"""What T and + do to the timer of a meeting."""

from __future__ import annotations

from lqf_workshop.domain.meeting import Part
from lqf_workshop.services.assembly import Services
from lqf_workshop_ui.console.live import LiveMeeting

WRITING_SECONDS = 120
VOTING_SECONDS = 60
MORE_SECONDS = 120


class TimerKeys:
    """Starts, pauses and lengthens the one timer; problems rise."""

    def __init__(self, services: Services, live: LiveMeeting) -> None:
        self._services, self._live = services, live

    def start_or_pause(self) -> None:
        """Start the usual time for this moment, or pause, go on, or clear what has run out."""
        timer, workshop_id = self._live.meeting.timer, self._live.workshop_id
        now = self._services.desk.clock()
        if timer is not None and timer.left(now) > 0:
            self._services.runs.pause_or_go_on(workshop_id, timer)
        elif timer is not None:
            self._services.runs.clear_timer(workshop_id)
        else:
            self._services.runs.start_timer(workshop_id, self._usual_seconds())

    def add_time(self) -> None:
        """Give two more minutes."""
        timer = self._live.meeting.timer
        if timer is None:
            self._services.runs.start_timer(self._live.workshop_id, MORE_SECONDS)
        else:
            self._services.runs.add_time(self._live.workshop_id, timer, MORE_SECONDS)

    def _usual_seconds(self) -> int:
        stop, step = self._live.stop, self._live.step
        if stop is not None and stop.part is Part.PROMPT:
            return WRITING_SECONDS
        if stop is not None and stop.part is Part.VOTE:
            return VOTING_SECONDS
        run = self._live.meeting.run_at(stop.step_id) if stop else None
        now = run.activity.step(stop.about) if run and stop else None
        if now is not None:
            return now.minutes * 60
        return step.plan.minutes * 60 if step else WRITING_SECONDS
