"""Find the other workshops of a team, and of no other team that has the same name."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.team import Namesakes, Team
from lqf_workshop.services.teams import gathered
from lqf_workshop.storage.records import WorkshopRecord


def namesakes_in(session: Session, keys: Iterable[str]) -> dict[str, Namesakes]:
    """Return, for the key of each name, every organisation that has a team of that name."""
    wanted = set(keys)
    rows = session.execute(
        select(WorkshopRecord.team_key, WorkshopRecord.provider)
        .where(WorkshopRecord.team_key.in_(wanted))
        .distinct()
    )
    return gathered(wanted, ((key, provider) for key, provider in rows))


def of_team(session: Session, team: Team) -> ColumnElement[bool]:
    """Return the condition under which a workshop is this team's."""
    names = namesakes_in(session, (team.key,))[team.key]
    return and_(
        WorkshopRecord.team_key == team.key,
        WorkshopRecord.provider.in_(names.written_by(team.provider)),
    )


def of_same_team(session: Session, record: WorkshopRecord) -> ColumnElement[bool]:
    """Return the condition under which a workshop is of the team that met in this one."""
    return of_team(session, Team.of(record.team, record.provider))
