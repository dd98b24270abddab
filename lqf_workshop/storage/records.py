"""The shape of a library file: one class per table. Records store; they carry no rules."""

from __future__ import annotations

from datetime import date, datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import ForeignKey, Index, MetaData, UniqueConstraint, false
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from lqf_workshop.domain.rating import Tally
from lqf_workshop.storage.columns import JsonColumn, MomentColumn, TallyColumn

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


NEVER_AGAIN = {"sqlite_autoincrement": True}
"""For tables whose numbers are remembered elsewhere: one that was removed is not given again."""


def new_mark() -> str:
    """Return what tells a thing from every other of its kind, on whichever laptop it was made."""
    return token_hex(8)


class Record(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Base of everything we store; constraints are named so that migrations can find them."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)


class WorkshopRecord(Record):
    """One meeting of one team, and how far it has come."""

    __tablename__ = "workshop"
    __table_args__ = (
        Index(None, "held_on"),
        Index(None, "state"),
        Index(None, "team_key", "held_on"),
        Index(None, "team_key", "provider", "held_on"),
        Index(None, "mark"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    team: Mapped[str]
    team_key: Mapped[str]
    place: Mapped[str]
    facilitator: Mapped[str]
    provider: Mapped[str]
    held_on: Mapped[date]
    headcount: Mapped[int]
    facilitator_votes: Mapped[bool]
    role_mix: Mapped[Any] = mapped_column(JsonColumn, nullable=False)
    edition_code: Mapped[str]
    edition_version: Mapped[int]
    dimensions: Mapped[Any] = mapped_column(JsonColumn, nullable=False)
    minutes: Mapped[int]
    state: Mapped[str]
    picks: Mapped[Any] = mapped_column(JsonColumn, nullable=False, default_factory=list)
    at_step: Mapped[int | None] = mapped_column(default=None)
    at_part: Mapped[str | None] = mapped_column(default=None)
    at_about: Mapped[str | None] = mapped_column(default=None)
    cover: Mapped[str] = mapped_column(default="none")
    timer_total: Mapped[int | None] = mapped_column(default=None)
    timer_left: Mapped[int | None] = mapped_column(default=None)
    timer_ends_at: Mapped[datetime | None] = mapped_column(MomentColumn, default=None)
    counted_until: Mapped[datetime | None] = mapped_column(MomentColumn, default=None)
    last_seen: Mapped[datetime | None] = mapped_column(MomentColumn, default=None)
    depths: Mapped[Any] = mapped_column(
        JsonColumn, nullable=False, default_factory=dict, server_default="{}"
    )
    scale_code: Mapped[str] = mapped_column(default="team", server_default="team")
    scale_words: Mapped[Any | None] = mapped_column(JsonColumn, default=None)
    by_level: Mapped[bool] = mapped_column(default=False, server_default=false())
    comments: Mapped[bool] = mapped_column(default=False, server_default=false())
    phone_key: Mapped[bytes | None] = mapped_column(default=None)
    room_code: Mapped[str | None] = mapped_column(default=None)
    mark: Mapped[str] = mapped_column(default_factory=new_mark, server_default="")
    same_people: Mapped[int | None] = mapped_column(default=None)


class StepRecord(Record):
    """One step of a workshop's agenda, with the words that help to lead it."""

    __tablename__ = "step"
    __table_args__ = (Index(None, "workshop_id"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str]
    minutes: Mapped[int]
    purpose: Mapped[str]
    scripts: Mapped[Any] = mapped_column(JsonColumn, nullable=False)
    actual_seconds: Mapped[int] = mapped_column(default=0)
    visited: Mapped[bool] = mapped_column(default=False)


class RoundRecord(Record):
    """One round of rating. ``tally`` is empty until the reveal; a second round is a second row.

    ``by_level`` holds the totals of the role levels that may be shown, each as text.
    """

    __tablename__ = "rating_round"
    __table_args__ = (UniqueConstraint("workshop_id", "subject", "number"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    subject: Mapped[str]
    number: Mapped[int]
    expected: Mapped[int]
    tally: Mapped[Tally | None] = mapped_column(TallyColumn, default=None)
    by_level: Mapped[Any] = mapped_column(JsonColumn, nullable=False, default_factory=dict)


class BallotRecord(Record):
    """One secret vote while its round is open. Ids are random, so rows are in no telling order.

    ``level`` is empty unless the team chose to look at results by role level.
    """

    __tablename__ = "ballot"
    __table_args__ = (Index(None, "round_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    round_id: Mapped[int] = mapped_column(ForeignKey("rating_round.id", ondelete="CASCADE"))
    answer: Mapped[int]
    level: Mapped[str] = mapped_column(default="", server_default="")


class HandCountRecord(Record):
    """How many hands or slips were counted for one answer while a round is open."""

    __tablename__ = "hand_count"

    round_id: Mapped[int] = mapped_column(
        ForeignKey("rating_round.id", ondelete="CASCADE"), primary_key=True
    )
    level: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int]


class DrawnCardRecord(Record):
    """A card on the table of a step, with its words as they were that day."""

    __tablename__ = "drawn_card"
    __table_args__ = (Index(None, "workshop_id"),)

    step_id: Mapped[int] = mapped_column(
        ForeignKey("step.id", ondelete="CASCADE"), primary_key=True
    )
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    deck_code: Mapped[str]
    deck_version: Mapped[int]
    card_code: Mapped[str]
    words: Mapped[Any] = mapped_column(JsonColumn, nullable=False)
    reason: Mapped[str]
    reason_dimension: Mapped[str]


class NoteRecord(Record):
    """Words typed in a meeting; ``shown`` when the facilitator let the room see them.

    ``heap`` is the name of the pile that an answer on a card was put on.
    """

    __tablename__ = "note"
    __table_args__ = (Index(None, "workshop_id"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    kind: Mapped[str]
    about: Mapped[str]
    text: Mapped[str]
    shown: Mapped[bool]
    heap: Mapped[str] = mapped_column(default="", server_default="")


class ActionRecord(Record):
    """One action, from being typed to being finished."""

    __tablename__ = "action"
    __table_args__ = (
        Index(None, "workshop_id"),
        Index(None, "state", "due"),
        Index(None, "state", "review_on"),
        Index(None, "mark"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    what: Mapped[str] = mapped_column(default="")
    difference: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    first_step: Mapped[str] = mapped_column(default="")
    first_step_on: Mapped[date | None] = mapped_column(default=None)
    due: Mapped[date | None] = mapped_column(default=None)
    how_we_know: Mapped[str] = mapped_column(default="")
    baseline: Mapped[str] = mapped_column(default="")
    target: Mapped[str] = mapped_column(default="")
    review_on: Mapped[date | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(default="draft")
    source_kind: Mapped[str] = mapped_column(default="")
    source_code: Mapped[str] = mapped_column(default="")
    happened: Mapped[str] = mapped_column(default="")
    learnt: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None] = mapped_column(default=None)
    helpers: Mapped[str] = mapped_column(default="", server_default="")
    needs: Mapped[str] = mapped_column(default="", server_default="")
    evidences: Mapped[str] = mapped_column(default="", server_default="")
    mark: Mapped[str] = mapped_column(default_factory=new_mark, server_default="")


class ProgressRecord(Record):
    """What was said about an action on one day; ``look`` is the follow-up it answers, or empty."""

    __tablename__ = "action_progress"
    __table_args__ = (Index(None, "action_id"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    said_on: Mapped[date]
    look: Mapped[str]
    text: Mapped[str]


class PollCountRecord(Record):
    """How many hands went up for one answer of an open poll."""

    __tablename__ = "poll_count"

    workshop_id: Mapped[int] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )
    poll: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class PhonePickRecord(Record):
    """What one phone chose in an open poll. The id is random; nobody can tell which phone."""

    __tablename__ = "phone_pick"
    __table_args__ = (Index(None, "workshop_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    poll: Mapped[str]
    answer: Mapped[str]


class PhoneTextRecord(Record):
    """Words from a phone, waiting until the facilitator lets them through or puts them aside."""

    __tablename__ = "phone_text"
    __table_args__ = (Index(None, "workshop_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    kind: Mapped[str]
    about: Mapped[str]
    text: Mapped[str]
    state: Mapped[str]


class KeptEditionRecord(Record):
    """A framework edition as it was when a workshop first used it: history keeps its words."""

    __tablename__ = "kept_edition"

    code: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    words: Mapped[Any] = mapped_column(JsonColumn, nullable=False)


class ActivityRunRecord(Record):
    """An activity at one step of a workshop, in its words of that day; lines stand beside it.

    ``card`` holds the words of the card it began from. ``continues`` is the mark of the run whose
    lines it began with; that run may be gone by now or on another laptop, so it is no key.
    """

    __tablename__ = "activity_run"
    __table_args__ = (
        Index(None, "workshop_id"),
        Index(None, "mark"),
        UniqueConstraint("step_id"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    step_id: Mapped[int] = mapped_column(ForeignKey("step.id", ondelete="CASCADE"))
    activity_code: Mapped[str]
    activity_version: Mapped[int]
    words: Mapped[Any] = mapped_column(JsonColumn, nullable=False)
    card: Mapped[Any | None] = mapped_column(JsonColumn, default=None)
    shown: Mapped[Any] = mapped_column(JsonColumn, nullable=False, default_factory=list)
    mark: Mapped[str] = mapped_column(default_factory=new_mark)
    continues: Mapped[str] = mapped_column(default="")


class ActivityEntryRecord(Record):
    """One line that a team wrote into a block of an activity."""

    __tablename__ = "activity_entry"
    __table_args__ = (Index(None, "run_id"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("activity_run.id", ondelete="CASCADE"))
    block: Mapped[str]
    place: Mapped[str]
    position: Mapped[int]
    words: Mapped[Any] = mapped_column(JsonColumn, nullable=False)


class OwnActivityRecord(Record):
    """An activity that the facilitator made by copying one; ``binned`` ones can be restored."""

    __tablename__ = "own_activity"

    code: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[Any] = mapped_column(JsonColumn, nullable=False)
    binned: Mapped[bool] = mapped_column(default=False)


class OwnDeckRecord(Record):
    """A deck of the facilitator's own."""

    __tablename__ = "own_deck"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    about: Mapped[str]
    version: Mapped[int]
    binned: Mapped[bool] = mapped_column(default=False)


class OwnCardRecord(Record):
    """A card of an own deck; ``binned`` ones can be restored."""

    __tablename__ = "own_card"
    __table_args__ = (Index(None, "deck_code", "position"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    deck_code: Mapped[str] = mapped_column(ForeignKey("own_deck.code", ondelete="CASCADE"))
    position: Mapped[int]
    code: Mapped[str]
    words: Mapped[Any] = mapped_column(JsonColumn, nullable=False)
    binned: Mapped[bool] = mapped_column(default=False)
