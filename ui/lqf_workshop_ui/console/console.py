"""The facilitator's console: one workshop being led, from the first slide to the last word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import Cover, Part, Stop
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.room import Room
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.console.agenda_column import AgendaColumn
from lqf_workshop_ui.console.ask_twice import AskTwice
from lqf_workshop_ui.console.foot import Foot
from lqf_workshop_ui.console.header import Header
from lqf_workshop_ui.console.key_help import KeyHelp
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.moments import being_written, script_at
from lqf_workshop_ui.console.panels import Panels
from lqf_workshop_ui.console.phones.phones import Phones
from lqf_workshop_ui.console.side_column import SideColumn
from lqf_workshop_ui.console.timer_keys import TimerKeys
from lqf_workshop_ui.console.title import Title, next_words
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.shortcuts import Command, command_of
from lqf_workshop_ui.widgets.buttons import only_by_tab
from lqf_workshop_ui.widgets.surfaces import hairline

HEARTBEAT_MILLISECONDS = 15_000
_TYPING = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
_OWN_ARROWS = (QAbstractItemView, QComboBox)


class Console(QWidget):
    """Places the columns, and turns keys and buttons into acts of the services."""

    left = Signal(int)
    """The console was left; carries the workshop's number."""

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        room: Room,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a click beside a field ends the typing
        self._services, self._looks, self._problems, self._room = services, looks, problems, room
        self.live = LiveMeeting(services, changes, self)
        self.header = Header(looks, room, self)
        self.agenda = AgendaColumn(looks, self)
        self.title = Title(looks, self)
        self.phones = Phones(services, self.live, self.header, problems, self)
        self.panels = Panels(services, self.live, looks, problems, self.phones.link, self)
        self.foot = Foot(looks, services.desk.clock, self)
        self.side = SideColumn(services, self.live, looks, problems, room, self)
        self._timer = TimerKeys(services, self.live)
        self._twice = AskTwice()
        self._lay_out()
        self._connect()
        self._heartbeat = QTimer(self, interval=HEARTBEAT_MILLISECONDS)
        self._heartbeat.timeout.connect(self._beat)
        only_by_tab(self)

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(28, 18, 18, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.panels, 1)
        column.addWidget(self.foot)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.agenda)
        row.addWidget(hairline(self, upright=True))
        row.addWidget(centre, 1)
        row.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        self.live.changed.connect(self._follow)
        self.header.asked.connect(self.do)
        self.header.leaving.connect(self.leave)
        self.header.people_changed.connect(self._change_people)
        self.foot.asked.connect(self.do)
        self.agenda.chosen.connect(self._go_to_step)
        self.panels.asked_finish.connect(self.finish)
        self.panels.asked_print.connect(self._print)
        self.panels.asked_reveal.connect(partial(self.do, Command.REVEAL))
        self.panels.asked_papers.connect(self._print_for_voting)
        self.panels.asked_way_in.connect(self.phones.show_way_in)
        self.panels.asked_phones.connect(self.phones.ask)
        self._room.key_pressed.connect(self._take_room_key)
        self._room.asked.connect(self._take_strip)
        self._room.changed.connect(self._cover_or_uncover)
        self._room.page_turned.connect(self._follow_page)
        self._looks.changed.connect(self._choose_words)
        self._choose_words()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    # Beginning and leaving

    def begin(self, workshop_id: int) -> None:
        """Start a workshop, or take it up where it was left; problems rise."""
        meeting = self._services.meetings.read(workshop_id)
        first = meeting.stop_now()
        if first is None:
            raise WorkshopProblem(_("This workshop has no steps yet. Add one, then start."))
        news = self._services.runs.begin(workshop_id, first)
        self.panels.let_go()
        self.side.let_go()
        self.live.take(workshop_id)
        self._heartbeat.start()
        self._cover_or_uncover()
        self._room.open_if_apart()
        self._problems.tell(news)

    @Slot()
    def pause(self) -> None:
        """Save everything and stop leading; the workshop can be continued."""
        if not self.live.open:
            return
        self._heartbeat.stop()
        self.phones.link.switch_off()
        self.side.flush()
        self.panels.flush()
        self._problems.attempt(partial(self._services.runs.still_here, self.live.workshop_id))
        self._room.close()
        self.live.let_go()

    @Slot()
    def leave(self) -> None:
        """Leave the console; nothing is finished and nothing is lost."""
        workshop_id = self.live.workshop_id
        self.pause()
        self.left.emit(workshop_id)

    @Slot()
    def finish(self) -> None:
        """Close the workshop and show what it came to; votes not revealed are asked about."""
        workshop_id = self.live.workshop_id
        self.panels.flush()
        left = [one for one in self.live.meeting.open_rounds if one.voted]
        names = ", ".join(self.live.meeting.subject(one.subject).short_name for one in left)
        warning = _(
            "There are votes that nobody has seen: {0}. Go back and press R to reveal "
            "them, or press Finish again to delete them."
        ).format(names)
        if left and self._twice.first_time(warning, self.live.stop):
            self._problems.warn(warning)
            return
        if self._problems.attempt(partial(self._services.runs.finish, workshop_id)):
            self.leave()

    # Showing

    @Slot(Change)
    def _follow(self, change: Change) -> None:
        """Show the room first, then the facilitator."""
        if change in {Change.RUN, Change.RATINGS}:
            self._twice.forget()
        scene = self.live.scene()
        self._room.show_scene(scene, animate=change is Change.RATINGS)
        self.phones.link.show(scene)
        if change is Change.RATINGS:
            QTimer.singleShot(0, self, partial(self._show_rest, change))
            QTimer.singleShot(1500, self, self._wipe)
        else:
            self._show_rest(change)

    def _next_words(self) -> str:
        stop, page = self.live.stop, self._room.page + 1
        if page < self._room.pages:
            return _("page {0} of {1} of this").format(page + 1, self._room.pages)
        if stop is not None and stop.part is Part.VOTE and self.live.meeting.open_round(stop.about):
            return _("the reveal")
        there = self.live.neighbour(1)
        return next_words(self.live.meeting, there, self.live.scene_of(there) if there else None)

    def _show_rest(self, change: Change) -> None:
        if not self.live.open:
            return
        self.side.show_scene(self.live.scene(), self._next_words())
        self._follow_panel(change)
        meeting, stop = self.live.meeting, self.live.stop
        if change is Change.VOTES or stop is None:
            return
        self.header.show_meeting(meeting)
        self.agenda.show_meeting(meeting)
        self.title.show_stop(meeting, stop)
        self.side.show_meeting(meeting)
        self._show_script(stop)
        self.foot.show_timer(meeting.timer)
        self.foot.show_way(
            back=self.live.neighbour(-1) is not None,
            on=self.live.neighbour(1) is not None,
            main=self._next_is_main(stop),
        )

    def _follow_panel(self, change: Change) -> None:
        """Show the panel of the moment; a new one does not get the keyboard of the old one."""
        before, focus = self.panels.panel, QApplication.focusWidget()
        typed_there = focus is not None and self.panels.isAncestorOf(focus)
        self.panels.follow(change)
        if typed_there and self.panels.panel is not before:
            self.setFocus()

    def _next_is_main(self, stop: Stop) -> bool:
        """Only one main button a screen: these moments have their own."""
        panel = self.panels.panel
        return stop.part is not Part.END and panel is not None and not panel.has_main

    def _show_script(self, stop: Stop) -> None:
        step = self.live.step
        if step is None:
            return
        script = script_at(self.live.meeting, step, stop)
        drawn = self.live.meeting.drawn(stop.step_id)
        if script is not None and drawn is not None and stop.part is Part.START:
            script = replace(script, watch=drawn.card.watch_for)
        self.panels.show_script(script)

    @Slot()
    def _follow_page(self) -> None:
        """Show the page the room reads, and say what comes after it."""
        self.side.follow_page()
        if self.live.open:
            self.side.say_next(self._next_words())

    @Slot()
    def _choose_words(self) -> None:
        """Speak to the room in plain words, or in the fuller ones."""
        self.live.speak_plainly(self._looks.preferences.plain_words)

    @Slot()
    def _cover_or_uncover(self) -> None:
        """Cover the counts and notes while the room looks at this display."""
        covered = self._room.one_display
        self.panels.set_covered(covered)
        self.side.set_covered(covered)

    @Slot()
    def _wipe(self) -> None:
        """Remove the deleted votes from the library's journal too, once the room has its dots."""
        self._problems.attempt(self._services.ratings.wipe_traces)

    @Slot()
    def _beat(self) -> None:
        """Note that the meeting goes on, and show the minutes that passed."""
        if self.live.open and self._problems.attempt(
            partial(self._services.runs.still_here, self.live.workshop_id)
        ):
            self.live.reload()
            self.agenda.show_meeting(self.live.meeting)

    # Acting

    @Slot(Command)
    def do(self, command: Command) -> None:
        """Do what a key or a button asks for."""
        acts: dict[Command, Callable[[], object]] = {
            Command.NEXT: partial(self._walk, 1),
            Command.BACK: partial(self._walk, -1),
            Command.BLANK: partial(self._cover, Cover.BLANK),
            Command.NEUTRAL: partial(self._cover, Cover.NEUTRAL),
            Command.REVEAL: self._reveal,
            Command.JOIN: self.phones.show_or_hide_way_in,
            Command.SWAP: self._swap,
            Command.SHOW: self._room.open,
            Command.LEAVE: self._room.close,
            Command.TIMER: self._timer.start_or_pause,
            Command.MORE_TIME: self._timer.add_time,
            Command.UNDO: self._undo,
            Command.REDO: self._redo,
            Command.PRINT: self._print,
            Command.HELP: self._help,
            Command.LARGER: partial(self._resize_words, 1),
            Command.SMALLER: partial(self._resize_words, -1),
        }
        if self.live.open:
            self._problems.attempt(acts[command])

    def _walk(self, step: int) -> None:
        """Go to the next or the previous page or stop; an open vote is not left by accident."""
        if self.live.meeting.cover is not Cover.NONE:
            self._services.runs.cover(self.live.workshop_id, Cover.NONE)
            return
        if self._room.turn(step):
            return
        stop, there = self.live.stop, self.live.neighbour(step)
        if there is None or stop is None:
            self._problems.tell(_("This is the last slide.") if step > 0 else "")
            return
        if step > 0 and self._all_in(stop):
            self._reveal()
            return
        if step > 0 and self._would_leave_unfinished(stop):
            return
        self._services.runs.go(self.live.workshop_id, there)

    def _all_in(self, stop: Stop) -> bool:
        """Whether everyone has voted, so that going on can only mean the reveal."""
        voting = self.live.meeting.open_round(stop.about) if stop.part is Part.VOTE else None
        return voting is not None and voting.voted > 0 and voting.still_to_come <= 0

    def _would_leave_unfinished(self, stop: Stop) -> bool:
        """Warn once when something here is not finished; the second time it goes on."""
        warning = self._unfinished(stop)
        if not warning or not self._twice.first_time(warning, stop):
            return False
        self._problems.tell(warning)
        return True

    def _unfinished(self, stop: Stop) -> str:
        """Say what would be left behind: votes not revealed, or an action half written."""
        meeting, step = self.live.meeting, self.live.step
        voting = meeting.open_round(stop.about) if stop.part is Part.VOTE else None
        if voting is not None and voting.voted > 0:
            return _(
                "{0} of {1} voted. Press R to reveal, or go on once more to leave the vote open."
            ).format(voting.voted, voting.expected)
        writing = any(being_written(a) for a in meeting.actions)
        if step is not None and step.plan.kind is StepKind.ACTIONS and writing:
            return _("An action is still being written. Agree it, or go on once more to leave it.")
        return ""

    @Slot(int)
    def _go_to_step(self, step_id: int) -> None:
        """Go to a step of the agenda; what is not finished here is warned of once."""
        here = self.live.stop
        if here is not None and here.step_id != step_id and self._would_leave_unfinished(here):
            return
        stops = [s for s in self.live.meeting.stops() if s.step_id == step_id]
        if stops:
            go = partial(self._services.runs.go, self.live.workshop_id, stops[0])
            self._problems.attempt(go)

    def _cover(self, cover: Cover) -> None:
        now = self.live.meeting.cover
        self._services.runs.cover(self.live.workshop_id, Cover.NONE if now is cover else cover)

    def _reveal(self) -> None:
        stop, panel = self.live.stop, self.panels.panel
        if panel is not None and panel.reveal():
            return
        if stop is None or stop.part is not Part.VOTE:
            self._problems.tell(_("There is no vote to reveal here."))
            return
        ratings, workshop_id = self._services.ratings, self.live.workshop_id
        alike = _(
            "All votes so far are the same, so the reveal tells each person’s vote. "
            "Press R again to show it."
        )
        would_tell = ratings.would_tell_everyone(workshop_id, stop.about)
        if would_tell and self._twice.first_time(alike, stop):
            self._problems.tell(alike)
            return
        ratings.reveal(workshop_id, stop.about)

    @Slot()
    def _print_for_voting(self) -> None:
        """Offer slips and sheets for this workshop."""
        from lqf_workshop_ui.paper.voting_papers import VotingPapers

        stop = self.live.stop
        about = stop.about if stop is not None and stop.part is Part.VOTE else ""
        VotingPapers(
            self.live.meeting,
            self._services.shelf,
            about,
            self._looks,
            self._problems,
            self.window(),
        ).open()

    def _swap(self) -> None:
        if not self._room.swap():
            self._problems.tell(_("There is only one display. F5 shows the room its screen."))

    def _undo(self) -> None:
        what = self._services.journal.undo()
        self._problems.tell(
            _("Taken back: {0}.").format(what) if what else _("There is nothing to take back.")
        )

    def _redo(self) -> None:
        what = self._services.journal.redo()
        self._problems.tell(
            _("Done again: {0}.").format(what) if what else _("There is nothing to do again.")
        )

    def _resize_words(self, step: int) -> None:
        self._looks.choose(room_text=self._looks.next_room_text(step))

    def _help(self) -> None:
        KeyHelp(self.live.step, self._looks, self).open()

    @Slot()
    def _print(self) -> None:
        """Open what the step has on paper: the plan while actions are agreed, else the summary."""
        from lqf_workshop_ui.paper.workshop_papers import open_action_plan, open_summary

        self.panels.flush()
        step, agreed = self.live.step, any(a.state.open for a in self.live.meeting.actions)
        planning = step is not None and step.plan.kind is StepKind.ACTIONS and agreed
        opening = open_action_plan if planning else open_summary
        opening(self._services, self.live.workshop_id, self._looks, self._problems, self.window())

    @Slot(str)
    def _change_people(self, answer: str) -> None:
        def change() -> None:
            expected = self._services.workshops.change_headcount(self.live.workshop_id, answer)
            self._services.ratings.set_expected(self.live.workshop_id, expected)

        self._problems.attempt(change)

    # Keys

    @Slot(QKeyEvent)
    def _take_room_key(self, event: QKeyEvent) -> None:
        """Treat a key pressed in the room's window as if it had been pressed here."""
        if self.live.open:
            self._take_key(event, typing=False)

    @Slot(str)
    def _take_strip(self, asked: str) -> None:
        self.do(Command(asked))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every key first while the console is in front, dialogs excepted."""
        if (
            isinstance(event, QKeyEvent)  # asked first: every event of the program comes by
            and event.type() == QEvent.Type.KeyPress
            and self.live.open
            and self.isVisible()
            and isinstance(watched, QWidget)
            and watched.window() is self.window()
            and QApplication.activeModalWidget() is None
            and QApplication.activePopupWidget() is None
        ):
            return self._take_widget_key(event)
        return False

    def _take_widget_key(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        key = Qt.Key(event.key())
        if isinstance(focus, QAbstractButton) and key == Qt.Key.Key_Space:
            return False
        if isinstance(focus, _OWN_ARROWS) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        return self._take_key(event, typing=isinstance(focus, _TYPING))

    def _take_key(self, event: QKeyEvent, *, typing: bool) -> bool:
        command = command_of(event, typing=typing)
        if event.isAutoRepeat() and (command or not typing):
            return True  # a key held down is one press: one vote, one blank screen
        if command is not None:
            self.do(command)
            return True
        panel = self.panels.panel
        return not typing and panel is not None and panel.take_key(event)
