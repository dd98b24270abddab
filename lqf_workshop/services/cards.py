"""Bring a scenario card to the table: chosen by hand, or drawn for the team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from lqf_workshop.domain.activity import ActivityRun
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.focus import most_split, placings, weakest
from lqf_workshop.domain.rating import RevealedRound
from lqf_workshop.domain.scenario import Deck, DrawReason, ScenarioCard, Seen, cards_of, draw
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.activities import place_run, stored_run
from lqf_workshop.services.changes import Change
from lqf_workshop.services.desk import Desk
from lqf_workshop.services.journal import Act
from lqf_workshop.services.own_decks import own_decks, whole_decks
from lqf_workshop.services.same_team import of_same_team
from lqf_workshop.services.stored import workshop_record
from lqf_workshop.storage.records import DrawnCardRecord, StepRecord, WorkshopRecord
from lqf_workshop.wording import _

OnTable = tuple[DrawnCardRecord | None, ActivityRun | None]
"""A card on a table, and the steps that follow it as the team has filled them in."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A card for the team, and why this one."""

    card: ScenarioCard
    reason: DrawReason
    dimension: str
    deck: Deck


class Cards:
    """The cards on the tables of every workshop."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf

    def deck(self) -> Deck:
        """Return the shipped deck; one that could not be read is explained."""
        deck = self._shelf.deck()
        if deck is None:
            raise WorkshopProblem(
                _("The scenario cards could not be read. The rest of the workshop works.")
            )
        return deck

    def decks(self) -> tuple[Deck, ...]:
        """Return every deck to choose from, with the cards that are whole; shipped ones first."""
        with self._desk.database.reading() as session:
            own = whole_decks(own_decks(session))
        shipped = self._shelf.deck()
        if shipped is None:
            return own or (self.deck(),)
        return (shipped, *own)

    def suggest(
        self, workshop_id: int, rounds: Sequence[RevealedRound], wanted: DrawReason
    ) -> Suggestion:
        """Suggest a card for the weakest or the most split dimension that has been rated.

        Where nothing is split the weakest serves; where nothing is rated, any unseen card.
        Every deck has its chance.
        """
        placed = placings(rounds)
        place = most_split(placed) if wanted is DrawReason.SPLIT else None
        reason = DrawReason.SPLIT if place else DrawReason.WEAKEST
        place = place or weakest(placed)
        subject = place.subject if place else None
        held = draw(cards_of(self.decks()), subject, self._seen(workshop_id))
        if held is None:
            raise WorkshopProblem(_("There is no card in the deck."))
        why = reason if place else DrawReason.CHOSEN
        return Suggestion(held.card, why, subject or "", held.deck)

    def lay(
        self,
        workshop_id: int,
        step_id: int,
        card: ScenarioCard,
        reason: DrawReason = DrawReason.CHOSEN,
        dimension: str = "",
        deck: Deck | None = None,
    ) -> None:
        """Put a card on the table of a step, with its words as they are today.

        ``deck`` is the one it was taken from, the shipped one if none is named.
        """
        deck = deck or self.deck()
        with self._desk.database.transaction() as session:
            _step_must_be_there(session, step_id)
            before = session.get(DrawnCardRecord, step_id)
            old = _copy(before) if before else None, stored_run(session, step_id)
            new = DrawnCardRecord(
                step_id=step_id,
                workshop_id=workshop_id,
                deck_code=deck.code,
                deck_version=deck.version,
                card_code=card.code,
                words=msgspec.to_builtins(card),
                reason=reason.value,
                reason_dimension=dimension,
            )
            again = _copy(new)
            session.merge(new)
            self._follow_with_steps(session, workshop_id, step_id, card)
            new_run = stored_run(session, step_id)
        self._remember(workshop_id, step_id, old, (again, new_run))
        self._desk.changes.announce(Change.CARDS, workshop_id)

    def _follow_with_steps(
        self, session: Session, workshop_id: int, step_id: int, card: ScenarioCard
    ) -> None:
        """Let the steps that belong to every card follow this one, with its own people."""
        activity = self._shelf.card_activity()
        step = session.get(StepRecord, step_id)
        if activity is not None and step is not None and step.kind == StepKind.CARD.value:
            run = ActivityRun(0, step_id, activity, card)
            place_run(session, workshop_id, step_id, run)

    def _remember(self, workshop_id: int, step_id: int, old: OnTable, new: OnTable) -> None:
        """Let undo and redo swap what lies on a table, each time with its latest lines."""
        kept = {False: old, True: new}

        def swap(there: bool) -> None:
            with self._desk.database.reading() as session:
                kept[not there] = kept[not there][0], stored_run(session, step_id)
            self._put(workshop_id, step_id, *kept[there])

        self._desk.journal.did(Act(_("laying a card"), lambda: swap(False), lambda: swap(True)))

    def _put(
        self,
        workshop_id: int,
        step_id: int,
        record: DrawnCardRecord | None,
        run: ActivityRun | None,
    ) -> None:
        with self._desk.database.transaction() as session:
            _step_must_be_there(session, step_id)
            if record is not None:
                session.merge(_copy(record))
            else:
                there = session.get(DrawnCardRecord, step_id)
                if there is not None:
                    session.delete(there)
            place_run(session, workshop_id, step_id, run)
        self._desk.changes.announce(Change.CARDS, workshop_id)

    def _seen(self, workshop_id: int) -> Seen:
        """Return the cards this team has had on its table in other meetings."""
        with self._desk.database.reading() as session:
            rows = _seen_query(session, workshop_id)
        return Seen(
            frozenset((deck, code) for deck, code, _words in rows),
            frozenset(words["situation"] for _deck, _code, words in rows),
        )


def _step_must_be_there(session: Session, step_id: int) -> None:
    if session.get(StepRecord, step_id) is None:
        raise StaleProblem(_("That step of the agenda has been removed."))


def _seen_query(session: Session, workshop_id: int) -> Sequence[Row[str, str, Any]]:
    same_team = of_same_team(session, workshop_record(session, workshop_id))
    return session.execute(
        select(DrawnCardRecord.deck_code, DrawnCardRecord.card_code, DrawnCardRecord.words)
        .join(WorkshopRecord, WorkshopRecord.id == DrawnCardRecord.workshop_id)
        .where(same_team, DrawnCardRecord.workshop_id != workshop_id)
    ).all()


def _copy(record: DrawnCardRecord) -> DrawnCardRecord:
    return DrawnCardRecord(
        step_id=record.step_id,
        workshop_id=record.workshop_id,
        deck_code=record.deck_code,
        deck_version=record.deck_version,
        card_code=record.card_code,
        words=record.words,
        reason=record.reason,
        reason_dimension=record.reason_dimension,
    )
