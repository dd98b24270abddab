"""Agree what will be done, and come back to it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.action import (
    ACTIONS_BY_DEFAULT,
    OPEN_STATES,
    Action,
    ActionState,
    ActionText,
    DueAction,
    Source,
    SourceKind,
    check_before_agreeing,
)
from lqf_workshop.domain.text import clean_text
from lqf_workshop.errors import StaleProblem
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.same_team import namesakes_in
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.services.teams import shown_name
from lqf_workshop.services.whole_rows import Rows, put_action_rows, rows_of_an_action
from lqf_workshop.storage.records import ActionRecord, WorkshopRecord
from lqf_workshop.wording import _

CLOSED = (ActionState.DONE, ActionState.DROPPED)
"""States in which nobody has anything left to do; the day of coming to one is kept."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """How an action stands, and since when it is closed."""

    state: ActionState
    closed_on: date | None


class Actions:
    """The actions of every workshop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

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

    def everywhere(self, limit: int, words: str = "") -> list[DueAction]:
        """Return agreed and finished actions of all teams that hold ``words``, newest first."""
        query = (
            select(
                ActionRecord,
                WorkshopRecord.team,
                WorkshopRecord.team_key,
                WorkshopRecord.provider,
                WorkshopRecord.held_on,
            )
            .join(WorkshopRecord, WorkshopRecord.id == ActionRecord.workshop_id)
            .where(ActionRecord.state != ActionState.DRAFT.value)
            .order_by(WorkshopRecord.held_on.desc(), ActionRecord.id)
            .limit(limit)
        )
        for word in words.split():
            sought = word.casefold()
            query = query.where(
                func.casefold(ActionRecord.what).contains(sought, autoescape=True)
                | func.casefold(ActionRecord.owner).contains(sought, autoescape=True)
                | WorkshopRecord.team_key.contains(sought, autoescape=True)
            )
        with self._desk.database.reading() as session:
            rows = session.execute(query).all()
            names = namesakes_in(session, (key for _record, _team, key, _provider, _day in rows))
            return [
                DueAction(action_of(record), shown_name(team, provider, names[key]), held_on)
                for record, team, key, provider, held_on in rows
            ]

    def _remember(self, action_id: int, before: _Standing, after: _Standing, what: str) -> None:
        def put(standing: _Standing) -> None:
            with self._desk.database.transaction() as session:
                record = _action_record(session, action_id)
                _stand(record, standing)
                workshop_id = record.workshop_id
            self._desk.changes.announce(Change.ACTIONS, workshop_id)

        self._desk.journal.did(Act(what, lambda: put(before), lambda: put(after)))

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
