"""All rows of one workshop or action: taken out and put back exactly as they were, for undo.

Open votes are never among them: no copy may outlive their reveal.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, delete, insert, select
from sqlalchemy.orm import Session

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.storage.records import (
    ActionRecord,
    BallotRecord,
    HandCountRecord,
    PhonePickRecord,
    PhoneTextRecord,
    ProgressRecord,
    Record,
    RoundRecord,
    WorkshopRecord,
)
from lqf_workshop.wording import _

WORKSHOP = WorkshopRecord.__tablename__
VOTES = (BallotRecord.__tablename__, HandCountRecord.__tablename__)
Rows = dict[str, list[dict[str, Any]]]
"""By the name of the table, each table after those it points to."""


def tables_of_a_workshop() -> dict[str, Table]:
    """Return every table whose rows belong to a workshop, itself first."""
    found: dict[str, Table] = {}
    for table in Record.metadata.sorted_tables:
        points_to = {key.column.table.name for key in table.foreign_keys}
        if table.name == WORKSHOP or points_to & found.keys():
            found[table.name] = table
    return found


def rows_of(session: Session, workshop_id: int) -> Rows:
    """Return every row of a workshop but its open votes."""
    found: Rows = {}
    for name, table in tables_of_a_workshop().items():
        if name not in VOTES:
            where = _belonging(table, workshop_id, found)
            rows = session.execute(select(table).where(where)).mappings()
            found[name] = [dict(row) for row in rows]
    return found


def voted_and_sent(session: Session, workshop_id: int) -> Rows:
    """Return the revealed votes of a workshop and what phones sent to it."""
    found: Rows = {}
    for kind in (RoundRecord, PhonePickRecord, PhoneTextRecord):
        table = kind.__table__
        query = select(table).where(table.c.workshop_id == workshop_id).order_by(table.c.id)
        if kind is RoundRecord:
            query = query.where(RoundRecord.tally.is_not(None))
        found[kind.__tablename__] = [dict(row) for row in session.execute(query).mappings()]
    return found


def take_rows(session: Session, workshop_id: int) -> Rows:
    """Take a workshop out and return its rows; refused while people are voting in it."""
    refuse_while_voting(session, workshop_id)
    rows = rows_of(session, workshop_id)
    session.expunge_all()
    session.execute(delete(WorkshopRecord).where(WorkshopRecord.id == workshop_id))
    return rows


def put_rows(session: Session, rows: Rows) -> None:
    """Put a workshop back."""
    for name, table in tables_of_a_workshop().items():
        if rows.get(name):
            session.execute(insert(table), rows[name])


def rows_of_an_action(session: Session, action_id: int) -> Rows:
    """Return the row of an action and those of what was said about it."""
    action, said = _action_tables()
    wanted = ((action, action.c.id == action_id), (said, said.c.action_id == action_id))
    return {
        table.name: [dict(row) for row in session.execute(select(table).where(where)).mappings()]
        for table, where in wanted
    }


def put_action_rows(session: Session, rows: Rows) -> None:
    """Put an action back with what was said about it."""
    for table in _action_tables():
        if rows[table.name]:
            session.execute(insert(table), rows[table.name])


def _action_tables() -> tuple[Table, Table]:
    tables = Record.metadata.tables
    return tables[ActionRecord.__tablename__], tables[ProgressRecord.__tablename__]


def refuse_while_voting(session: Session, workshop_id: int) -> None:
    """Explain that votes which nobody has seen would be lost."""
    rounds = select(RoundRecord.id).where(RoundRecord.workshop_id == workshop_id)
    cast = select(BallotRecord.round_id).where(BallotRecord.round_id.in_(rounds))
    raised = select(HandCountRecord.round_id).where(
        HandCountRecord.round_id.in_(rounds), HandCountRecord.count > 0
    )
    for votes in (cast, raised):
        if session.execute(votes).first():
            raise WorkshopProblem(
                _("People are voting in this workshop. Reveal the vote first, then try again.")
            )


def _belonging(table: Table, workshop_id: int, found: Rows) -> Any:  # noqa: ANN401
    """Return the condition that a row belongs to the workshop, directly or through another."""
    if table.name == WORKSHOP:
        return table.c.id == workshop_id
    if "workshop_id" in table.c:
        return table.c.workshop_id == workshop_id
    key = next(key for key in table.foreign_keys if key.column.table.name in found)
    numbers = [row["id"] for row in found[key.column.table.name]]
    return key.parent.in_(numbers)
