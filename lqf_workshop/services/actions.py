"""Agree what will be done, and come back to it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import (
    ACTIONS_BY_DEFAULT,
    OPEN_STATES,
    Action,
    ActionState,
    ActionText,
    Source,
    SourceKind,
    Terms,
    check_before_agreeing,
)
from lqf_workshop.domain.text import clean_text
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.services.whole_rows import Rows, put_action_rows, rows_of_an_action
from lqf_workshop.storage.records import ActionRecord
from lqf_workshop.wording import _

CLOSED = (ActionState.DONE, ActionState.DROPPED)
"""States in which nobody has anything left to do; the day of coming to one is kept."""


ONE_SITTING = timedelta(seconds=30)
"""Changes of the same thing that follow each other so soon are one act, letter by letter."""


@dataclass(slots=True)
class _Amendment:
    """A change to who and when of one action, as far as it has been typed."""

    action_id: int
    before: dict[str, object]
    after: dict[str, object]
    latest: datetime
    act: Act


@dataclass(frozen=True, slots=True)
class _Standing:
    """How an action stands, and since when it is closed."""

    state: ActionState
    closed_on: date | None


class Actions:
    """The actions of every workshop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._amended: _Amendment | None = None

    def draft(self, workshop_id: int, source: Source = Source(), what: str = "") -> int:  # noqa: B008
        """Begin an action and return its number; its words are saved as they are typed.

        ``what`` is something said in the room that the action begins with.
        """
        text = ActionText(what=what).cleaned()
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            record = ActionRecord(
                workshop_id=workshop_id, source_kind=source.kind.value, source_code=source.code
            )
            _put(record, text)
            session.add(record)
            session.flush()
            action_id = record.id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)
        return action_id

    def write(self, action_id: int, text: ActionText) -> None:
        """Save an action's words and dates as they are being typed, right or not yet right."""
        clean = text.cleaned()
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            _put(record, clean)
            workshop_id = record.workshop_id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def set_source(self, action_id: int, source: Source) -> None:
        """Say what an action came from."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            record.source_kind, record.source_code = source.kind.value, source.code
            workshop_id = record.workshop_id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def agree(self, action_id: int) -> str:
        """Agree a drafted action; return a friendly warning when there are many, or nothing."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            held_on = workshop_record(session, record.workshop_id).held_on
            check_before_agreeing(text_of(record), held_on)
            workshop_id, before = record.workshop_id, _standing(record)
            if before.state.open:
                return ""
            agreed = session.scalars(
                select(ActionRecord.id).where(
                    ActionRecord.workshop_id == workshop_id, ActionRecord.state.in_(OPEN_STATES)
                )
            ).all()
            after = _Standing(ActionState.AGREED, None)
            _stand(record, after)
        self._remember(action_id, before, after, _("agreeing an action"))
        self._desk.changes.announce(Change.ACTIONS, workshop_id)
        if len(agreed) >= ACTIONS_BY_DEFAULT:
            return _("That makes {0}. Three that happen are worth more than ten that wait.").format(
                len(agreed) + 1
            )
        return ""

    def set_state(self, action_id: int, state: ActionState) -> None:
        """Move an action on: going on, done or dropped; saying it again keeps the first day."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            workshop_id, before = record.workshop_id, _standing(record)
            closed_on = self._desk.today() if state in CLOSED else None
            after = before if before.state is state else _Standing(state, closed_on)
            _stand(record, after)
        self._remember(action_id, before, after, _("the state of an action"))
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def change_terms(self, action_id: int, terms: Terms) -> None:
        """Change who does an action, by when, or when to look again; typing on is one act."""
        clean = terms.cleaned()
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            old = {one.name: getattr(record, one.name) for one in fields(Terms)}
            after = {name: getattr(clean, name) for name in old}
            changed = [name for name in old if old[name] != after[name]]
            for name in changed:
                setattr(record, name, after[name])
            workshop_id = record.workshop_id
        if changed:
            self._remember_terms(action_id, _only(old, changed), _only(after, changed))
            self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def tell(
        self, action_id: int, *, happened: str | None = None, learnt: str | None = None
    ) -> None:
        """Save what happened with an action, and what was learnt."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            if happened is not None:
                record.happened = clean_text(happened)
            if learnt is not None:
                record.learnt = clean_text(learnt)
            workshop_id = record.workshop_id
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def remove(self, action_id: int) -> None:
        """Delete an action; undo brings it back with every word."""
        workshop_id, rows = self._delete(action_id)

        def bring_back() -> None:
            with self._desk.database.transaction() as session:
                workshop_record(session, workshop_id)
                put_action_rows(session, rows)
            self._desk.changes.announce(Change.ACTIONS, workshop_id)

        def take_away() -> None:
            nonlocal rows
            _workshop_id, rows = self._delete(action_id)
            self._desk.changes.announce(Change.ACTIONS, workshop_id)

        self._desk.journal.did(Act(_("removing an action"), bring_back, take_away))
        self._desk.changes.announce(Change.ACTIONS, workshop_id)

    def _remember(self, action_id: int, before: _Standing, after: _Standing, what: str) -> None:
        def put(standing: _Standing) -> None:
            with self._desk.database.transaction() as session:
                record = _action_record(session, action_id)
                _stand(record, standing)
                workshop_id = record.workshop_id
            self._desk.changes.announce(Change.ACTIONS, workshop_id)

        self._desk.journal.did(Act(what, lambda: put(before), lambda: put(after)))

    def _remember_terms(
        self, action_id: int, before: dict[str, object], after: dict[str, object]
    ) -> None:
        now, going_on = self._desk.clock(), self._amended
        if (
            going_on is not None
            and going_on.act is self._desk.journal.latest
            and (going_on.action_id, going_on.before.keys()) == (action_id, before.keys())
            and now - going_on.latest <= ONE_SITTING
        ):
            going_on.after, going_on.latest = after, now
            return

        def put(words: dict[str, object]) -> None:
            with self._desk.database.transaction() as session:
                record = _action_record(session, action_id)
                for name, value in words.items():
                    setattr(record, name, value)
                workshop_id = record.workshop_id
            self._desk.changes.announce(Change.ACTIONS, workshop_id)

        act = Act(_("changing who or when"), lambda: put(made.before), lambda: put(made.after))
        made = self._amended = _Amendment(action_id, before, after, now, act)
        self._desk.journal.did(act)

    def _delete(self, action_id: int) -> tuple[int, Rows]:
        """Delete an action with all that was said about it; return its workshop and its rows."""
        with self._desk.database.transaction() as session:
            record = _action_record(session, action_id)
            workshop_id, rows = record.workshop_id, rows_of_an_action(session, action_id)
            session.delete(record)
        return workshop_id, rows


def _action_record(session: Session, action_id: int) -> ActionRecord:
    record = session.get(ActionRecord, action_id)
    if record is None:
        raise StaleProblem(_("That action has been removed."))
    return record


def _only(words: dict[str, object], names: list[str]) -> dict[str, object]:
    return {name: words[name] for name in names}


def _standing(record: ActionRecord) -> _Standing:
    return _Standing(ActionState(record.state), record.closed_on)


def _stand(record: ActionRecord, standing: _Standing) -> None:
    record.state, record.closed_on = standing.state.value, standing.closed_on


def _put(record: ActionRecord, text: ActionText) -> None:
    for one in fields(ActionText):
        setattr(record, one.name, getattr(text, one.name))


def text_of(record: ActionRecord) -> ActionText:
    """Return the words of a stored action."""
    return ActionText(**{one.name: getattr(record, one.name) for one in fields(ActionText)})


def action_of(record: ActionRecord) -> Action:
    """Return a stored action as a value."""
    return Action(
        record.id,
        record.workshop_id,
        text_of(record),
        ActionState(record.state),
        Source(SourceKind(record.source_kind), record.source_code),
        record.happened,
        record.learnt,
        record.mark,
    )
