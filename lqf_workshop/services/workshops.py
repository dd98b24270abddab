"""Prepare workshops, find them again, and delete them for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from lqf_workshop.domain.agenda import (
    AgendaStep,
    AgendaTemplate,
    Script,
    StepKind,
    StepPlan,
    check_minutes,
)
from lqf_workshop.domain.framework import TEAM_SCALE, FrameworkEdition, Scale
from lqf_workshop.domain.subject import Depth, dimension_code
from lqf_workshop.domain.team import Team
from lqf_workshop.domain.workshop import (
    Workshop,
    WorkshopId,
    WorkshopPlan,
    WorkshopState,
    check_headcount,
    team_key,
)
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.last_time import with_last_actions
from lqf_workshop.services.same_team import of_team
from lqf_workshop.services.stored import step_record, workshop_record
from lqf_workshop.services.teams import gathered, shown_name
from lqf_workshop.storage.records import (
    KeptEditionRecord,
    RoundRecord,
    StepRecord,
    WorkshopRecord,
)
from lqf_workshop.wording import _, ngettext

LEAST_RATING_MINUTES = 8
SHORT_TEMPLATE = "ratings-only"
"""The agenda of a meeting that only rates something again."""


@dataclass(frozen=True, slots=True)
class KnownTeam:
    """A team to choose when preparing; ``shown`` tells it from others of the same name."""

    shown: str
    name: str
    provider: str


class Workshops:
    """The list of workshops, and the plan of each."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def prepare(self, plan: WorkshopPlan, steps: Sequence[StepPlan]) -> WorkshopId:
        """Store a new workshop and return its number.

        A team that has open actions, or may agree some before then, meets them first.
        """
        checked = plan.checked()
        edition, scale = self._edition(checked.edition_code), self._scale(checked.scale_code)
        _check_dimensions(checked, {d.code for d in edition.dimensions})
        if not checked.dimensions and any(step.kind is StepKind.RATE for step in steps):
            checked = replace(checked, dimensions=edition.suggested)
        with self._desk.database.transaction() as session:
            _keep_edition(session, edition)
            record = _new_record(checked, edition.version, scale)
            session.add(record)
            session.flush()
            planned = with_last_actions(session, record, steps, self._desk.today())
            for position, step in enumerate(planned):
                session.add(step_record(record.id, position, step))
            record.minutes = sum(step.minutes for step in planned)
            workshop_id = WorkshopId(record.id)
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)
        return workshop_id

    def from_template(self, plan: WorkshopPlan, template: AgendaTemplate | None) -> WorkshopId:
        """Prepare a workshop from a template, or a blank one with a welcome and a close."""
        if template is None:
            return self.prepare(plan, blank_steps())
        return self.prepare(plan, [_retitled(s, template, plan) for s in template.steps])

    def rate_again(self, workshop_id: int, code: str) -> WorkshopId:
        """Prepare a short meeting of the same team, today, that rates one thing again.

        ``code`` is a dimension's or an element's; an element is rated alone. Everything else is
        as it was that day, so that the two votes can be compared.
        """
        before = self.workshop(workshop_id).plan
        dimension = dimension_code(code)
        plan = replace(
            before,
            held_on=self._desk.today(),
            dimensions=(dimension,),
            depths={} if code == dimension else dict.fromkeys((dimension, code), Depth.ELEMENTS),
        )
        template = next((t for t in self._shelf.templates() if t.code == SHORT_TEMPLATE), None)
        if template is None:
            return self.prepare(plan, blank_steps())
        share = max(1, template.dimensions)
        title = _("Rate again: {0}").format(self._edition(plan.edition_code).names.get(code, code))
        return self.prepare(
            plan,
            [
                replace(step, title=title, minutes=max(LEAST_RATING_MINUTES, step.minutes // share))
                if step.kind is StepKind.RATE
                else step
                for step in template.steps
            ],
        )

    def suggested_dimensions(
        self, edition_code: str, template: AgendaTemplate | None
    ) -> tuple[str, ...]:
        """Return as many of the edition's dimensions as the template has time for."""
        edition = self._edition(edition_code)
        if template is None:
            return edition.suggested
        every = tuple(d.code for d in edition.dimensions)
        chosen = edition.suggested if template.dimensions <= len(edition.suggested) else every
        return chosen[: template.dimensions]

    def change_plan(self, workshop_id: int, plan: WorkshopPlan) -> None:
        """Store a changed plan; dimensions that were rated already stay in it."""
        checked = plan.checked()
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            if checked.edition_code != record.edition_code:
                raise WorkshopProblem(
                    _("The framework edition cannot change once a workshop is prepared.")
                )
            rated = _rated(session, workshop_id)
            _check_dimensions(checked, _kept_dimensions(session, record))
            if checked.scale_code != record.scale_code:
                self._change_scale(record, checked.scale_code, voted=bool(rated))
            _put_plan(record, checked.with_rated(rated))
            record.picks = [code for code in record.picks if code[:2] in record.dimensions]
            _expect_everyone(session, record)
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)

    def change_headcount(self, workshop_id: int, headcount: object) -> int:
        """Say how many people are in the room now, and return how many votes are expected."""
        number = check_headcount(headcount)
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            record.headcount = number
            expected = _expect_everyone(session, record)
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)
        return expected

    def steps(self, workshop_id: int) -> tuple[AgendaStep, ...]:
        """Return the agenda of a workshop, in order."""
        with self._desk.database.reading() as session:
            return read_steps(session, workshop_id)

    def change_steps(
        self, workshop_id: int, steps: Sequence[tuple[int | None, StepPlan]]
    ) -> tuple[AgendaStep, ...]:
        """Store a changed agenda: kept steps by number, new ones without; others are removed."""
        for _number, step in steps:
            check_minutes(step.minutes)
        with self._desk.database.transaction() as session:
            record = workshop_record(session, workshop_id)
            old = {s.id: s for s in _step_records(session, workshop_id)}
            kept_numbers = {number for number, _step in steps}
            record.at_step = _nearest_kept(record.at_step, list(old), kept_numbers)
            for number in set(old) - kept_numbers:
                session.delete(old[number])
            for position, (kept_as, step) in enumerate(steps):
                _store_step(session, workshop_id, old.get(kept_as or 0), position, step)
            record.minutes = sum(step.minutes for _number, step in steps)
            session.flush()
            kept = read_steps(session, workshop_id)
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)
        return kept

    def workshop(self, workshop_id: int) -> Workshop:
        """Return one workshop."""
        with self._desk.database.reading() as session:
            return workshop_of(workshop_record(session, workshop_id))

    def delete(self, workshop_id: int) -> None:
        """Delete a workshop with its votes, notes and actions, beyond recovery."""
        with self._desk.database.transaction() as session:
            workshop_record(session, workshop_id)
            session.execute(delete(WorkshopRecord).where(WorkshopRecord.id == workshop_id))
        self._desk.database.wipe_traces()
        self._desk.journal.clear()
        self._desk.changes.announce(Change.WORKSHOPS, workshop_id)

    def teams(self, limit: int = 50) -> list[KnownTeam]:
        """Return known teams, most recent first, to choose from when preparing."""
        with self._desk.database.reading() as session:
            rows = session.execute(
                select(
                    WorkshopRecord.team_key,
                    WorkshopRecord.provider,
                    WorkshopRecord.team,
                    func.max(WorkshopRecord.held_on),
                )
                .group_by(WorkshopRecord.team_key, WorkshopRecord.provider)
                .order_by(func.max(WorkshopRecord.held_on).desc())
            ).all()
        names = gathered({row[0] for row in rows}, ((row[0], row[1]) for row in rows))
        found: dict[Team, KnownTeam] = {}
        for key, provider, name, _last in rows:
            team = Team(key, names[key].provider_of(provider))
            shown = shown_name(name, provider, names[key])
            found.setdefault(team, KnownTeam(shown, name, provider))
        return list(found.values())[:limit]

    def latest_plan(self, team: str, provider: str = "") -> WorkshopPlan | None:
        """Return the plan of a team's latest workshop, to begin the next one from.

        Where that rated one element alone, the next looks at all of them.
        """
        with self._desk.database.reading() as session:
            record = session.scalar(
                select(WorkshopRecord)
                .where(of_team(session, Team.of(team, provider)))
                .order_by(WorkshopRecord.held_on.desc(), WorkshopRecord.id.desc())
                .limit(1)
            )
            if record is None:
                return None
            plan = workshop_of(record).plan
            depths = {c: depth for c, depth in plan.depths.items() if c in plan.dimensions}
            return replace(plan, depths=depths)

    def _scale(self, code: str) -> Scale | None:
        """Return a scale to be kept with the workshop; None for the edition's own."""
        if code == TEAM_SCALE:
            return None
        scale = self._shelf.scale(code)
        if scale is None:
            raise WorkshopProblem(_("That wording of the scale could not be read. Choose another."))
        return scale

    def _change_scale(self, record: WorkshopRecord, code: str, *, voted: bool) -> None:
        if voted:
            raise WorkshopProblem(
                _("People have voted on the old wording. It stays until the workshop is over.")
            )
        scale = self._scale(code)
        record.scale_code = code
        record.scale_words = msgspec.to_builtins(scale) if scale else None

    def _edition(self, code: str) -> FrameworkEdition:
        edition = self._shelf.edition(code)
        if edition is None:
            raise WorkshopProblem(
                _("The framework {0} could not be read, so it cannot be chosen.").format(code)
            )
        return edition


def blank_steps() -> tuple[StepPlan, ...]:
    """Return the least a meeting has: a welcome and a close."""
    return (
        StepPlan(StepKind.WELCOME, _("Welcome"), 5, scripts={"start": Script("", "", "")}),
        StepPlan(StepKind.CLOSE, _("Close"), 5, scripts={"start": Script("", "", "")}),
    )


def _retitled(step: StepPlan, template: AgendaTemplate, plan: WorkshopPlan) -> StepPlan:
    """Let the title of a rating step say how many dimensions are really rated."""
    planned, chosen = str(template.dimensions), len(plan.dimensions)
    if step.kind is not StepKind.RATE or not chosen or planned not in step.title:
        return step
    return replace(step, title=ngettext("Rate {n} dimension", "Rate {n} dimensions", chosen))


def _keep_edition(session: Session, edition: FrameworkEdition) -> None:
    session.execute(
        upsert(KeptEditionRecord)
        .values(code=edition.code, version=edition.version, words=msgspec.to_builtins(edition))
        .on_conflict_do_nothing()
    )


def _new_record(plan: WorkshopPlan, edition_version: int, scale: Scale | None) -> WorkshopRecord:
    return WorkshopRecord(
        team=plan.team,
        team_key=team_key(plan.team),
        place=plan.place,
        facilitator=plan.facilitator,
        provider=plan.provider,
        held_on=plan.held_on,
        headcount=plan.headcount,
        facilitator_votes=plan.facilitator_votes,
        role_mix=plan.role_mix,
        edition_code=plan.edition_code,
        edition_version=edition_version,
        dimensions=list(plan.dimensions),
        depths=_depths(plan),
        scale_code=plan.scale_code,
        scale_words=msgspec.to_builtins(scale) if scale else None,
        by_level=plan.by_level,
        comments=plan.comments,
        minutes=0,
        state=WorkshopState.PREPARED.value,
    )


def _put_plan(record: WorkshopRecord, plan: WorkshopPlan) -> None:
    record.team, record.team_key = plan.team, team_key(plan.team)
    record.place, record.facilitator, record.provider = plan.place, plan.facilitator, plan.provider
    record.held_on, record.headcount = plan.held_on, plan.headcount
    record.facilitator_votes, record.role_mix = plan.facilitator_votes, plan.role_mix
    record.dimensions, record.depths = list(plan.dimensions), _depths(plan)
    record.by_level, record.comments = plan.by_level, plan.comments


def _depths(plan: WorkshopPlan) -> dict[str, str]:
    return {code: depth.value for code, depth in plan.depths.items()}


def _check_dimensions(plan: WorkshopPlan, known: set[str]) -> None:
    for code in plan.dimensions:
        if code not in known:
            raise WorkshopProblem(
                _("This framework has no dimension {0}. Please choose others.").format(code)
            )


def _kept_dimensions(session: Session, record: WorkshopRecord) -> set[str]:
    """Return the dimensions of the edition as it was when the workshop was prepared."""
    kept = session.get_one(KeptEditionRecord, (record.edition_code, record.edition_version))
    return {dimension["code"] for dimension in kept.words["dimensions"]}


def _expect_everyone(session: Session, record: WorkshopRecord) -> int:
    """Let open rounds expect the people who are here now, and return how many those are."""
    expected = record.headcount + int(record.facilitator_votes)
    session.execute(
        update(RoundRecord)
        .where(RoundRecord.workshop_id == record.id, RoundRecord.tally.is_(None))
        .values(expected=expected)
    )
    return expected


def _rated(session: Session, workshop_id: int) -> Sequence[str]:
    """Return what people have voted on, or are voting on now."""
    return session.scalars(
        select(RoundRecord.subject)
        .where(RoundRecord.workshop_id == workshop_id)
        .order_by(RoundRecord.id)
    ).all()


def _nearest_kept(at: int | None, order: list[int], kept: set[int | None]) -> int | None:
    """Return the step a meeting is at once others are removed: the next kept one, or the last."""
    if at not in order or at in kept:
        return at
    place = order.index(at)
    after = [number for number in order[place:] if number in kept]
    before = [number for number in order[:place] if number in kept]
    return after[0] if after else before[-1] if before else at


def _step_records(session: Session, workshop_id: int) -> Sequence[StepRecord]:
    return session.scalars(
        select(StepRecord)
        .where(StepRecord.workshop_id == workshop_id)
        .order_by(StepRecord.position, StepRecord.id)
    ).all()


def read_steps(session: Session, workshop_id: int) -> tuple[AgendaStep, ...]:
    """Return the agenda of a workshop, in order."""
    return tuple(
        AgendaStep(
            record.id,
            StepPlan(
                StepKind(record.kind),
                record.title,
                record.minutes,
                record.purpose,
                {moment: Script(**words) for moment, words in record.scripts.items()},
            ),
            record.actual_seconds,
            record.visited,
        )
        for record in _step_records(session, workshop_id)
    )


def _store_step(
    session: Session, workshop_id: int, old: StepRecord | None, position: int, step: StepPlan
) -> None:
    fresh = step_record(workshop_id, position, step)
    if old is None:
        session.add(fresh)
        return
    old.position, old.title, old.minutes = fresh.position, fresh.title, fresh.minutes
    old.purpose, old.scripts = fresh.purpose, fresh.scripts


def workshop_of(record: WorkshopRecord) -> Workshop:
    """Return a stored workshop as a value."""
    plan = WorkshopPlan(
        team=record.team,
        held_on=record.held_on,
        headcount=record.headcount,
        place=record.place,
        facilitator=record.facilitator,
        provider=record.provider,
        facilitator_votes=record.facilitator_votes,
        role_mix=dict(record.role_mix),
        edition_code=record.edition_code,
        dimensions=tuple(record.dimensions),
        depths={code: Depth(depth) for code, depth in record.depths.items()},
        scale_code=record.scale_code,
        by_level=record.by_level,
        comments=record.comments,
    )
    return Workshop(
        WorkshopId(record.id),
        plan,
        record.edition_version,
        record.minutes,
        WorkshopState(record.state),
        record.last_seen,
    )
