"""What phones may do: vote into a slot, choose, write; and what is let through of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.rating import Tally
from lqf_workshop.domain.sent import LONGEST_SENT, SentKind
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.storage.records import BallotRecord, PhoneTextRecord
from tests.builders import plan

SLOTS = [(1 << 61) + 7919 * n for n in range(40)]


def by_phone(services: Services, workshop_id: int, *answers: int, subject: str = "PQ") -> None:
    for slot, answer in zip(SLOTS, answers, strict=False):
        services.phones.vote(workshop_id, subject, 1, slot, answer)


def test_a_vote_by_phone_counts_like_any_other(services: Services, running: WorkshopId) -> None:
    by_phone(services, running, 3, 4)
    services.ratings.cast(running, "PQ", 4)
    services.ratings.count_hands(running, "PQ", 2, by=2)
    assert services.ratings.reveal(running, "PQ") == Tally((0, 2, 1, 2, 0))


def test_a_vote_can_change_until_the_reveal_and_is_counted_once(
    services: Services, running: WorkshopId
) -> None:
    for answer in (1, 5, 5, 2):
        services.phones.vote(running, "PQ", 1, SLOTS[0], answer)
    assert services.phones.vote_of(running, "PQ", 1, SLOTS[0]) == (2, "")
    assert services.ratings.reveal(running, "PQ") == Tally((0, 1, 0, 0, 0))


def test_after_the_reveal_a_phone_is_too_late_and_its_vote_is_nowhere(
    services: Services, running: WorkshopId
) -> None:
    by_phone(services, running, 3)
    services.ratings.reveal(running, "PQ")
    with pytest.raises(WorkshopProblem, match="This vote is closed"):
        services.phones.vote(running, "PQ", 1, SLOTS[0], 4)
    assert services.phones.vote_of(running, "PQ", 1, SLOTS[0]) is None


def test_a_late_vote_joins_only_by_a_full_second_vote(
    services: Services, running: WorkshopId
) -> None:
    by_phone(services, running, 3)
    services.ratings.reveal(running, "PQ")
    services.phones.vote(running, "PQ", 2, SLOTS[1], 5)
    assert services.ratings.reveal(running, "PQ") == Tally((0, 0, 0, 0, 1))
    assert len(services.meetings.read(running).revealed("PQ")) == 2


def test_a_full_room_takes_changes_but_no_more_votes(
    services: Services, running: WorkshopId
) -> None:
    by_phone(services, running, *[3] * 11)
    with pytest.raises(WorkshopProblem, match="All 11 votes are in"):
        services.phones.vote(running, "PQ", 1, SLOTS[20], 4)
    services.phones.vote(running, "PQ", 1, SLOTS[0], 5)
    assert services.ratings.reveal(running, "PQ") == Tally((0, 0, 10, 0, 1))


def test_no_phone_can_vote_on_what_is_not_rated(services: Services, running: WorkshopId) -> None:
    for subject in ("ZZ", "be-strategic@999", ""):
        with pytest.raises(WorkshopProblem):
            services.phones.vote(running, subject, 1, SLOTS[0], 4)


def test_a_phone_finds_its_vote_again_after_the_program_was_killed(
    services: Services, running: WorkshopId, library: Path
) -> None:
    by_phone(services, running, 4)
    services.phones.keep_key(running, b"s" * 32, "KQXM")
    services.close()
    again = open_services(library, services.shelf)
    assert again.phones.key_of(running) == (b"s" * 32, "KQXM")
    assert again.phones.vote_of(running, "PQ", 1, SLOTS[0]) == (4, "")
    again.phones.vote(running, "PQ", 1, SLOTS[0], 4)
    assert again.meetings.read(running).open_rounds[0].voted == 1
    again.close()


def test_the_key_is_gone_when_the_workshop_is_over(services: Services, running: WorkshopId) -> None:
    services.phones.keep_key(running, b"s" * 32, "KQXM")
    services.runs.finish(running)
    assert services.phones.key_of(running) is None


def test_the_file_knows_a_vote_by_its_slot_and_nothing_else(
    services: Services, running: WorkshopId
) -> None:
    by_phone(services, running, 3, 4, 5)
    with services.desk.database.reading() as session:
        stored = session.scalars(select(BallotRecord)).all()
    assert {(r.answer, r.level) for r in stored} == {(3, ""), (4, ""), (5, "")}
    assert {r.id for r in stored} == set(SLOTS[:3])


# Role levels


def by_role(services: Services, workshop_id: int) -> None:
    """Eight care workers by phone, and six others: the levels are asked for."""
    for slot, answer in zip(SLOTS, (2, 2, 3, 3, 3, 4, 4, 5), strict=False):
        services.phones.vote(workshop_id, "PQ", 1, slot, answer, "FW")
    for answer in (3, 4, 4):
        services.ratings.cast(workshop_id, "PQ", answer, "FL")
    services.ratings.count_hands(workshop_id, "PQ", 5, by=3, level="OL")


def test_only_levels_that_may_be_shown_reach_the_file(
    services: Services, running: WorkshopId
) -> None:
    services.workshops.change_plan(running, plan(headcount=14, by_level=True, dimensions=("PQ",)))
    by_role(services, running)
    services.ratings.reveal(running, "PQ")
    (revealed,) = services.meetings.read(running).revealed("PQ")
    assert revealed.by_level == (("FW", Tally((0, 2, 3, 2, 1))),)


def test_slips_of_a_level_are_counted_apart(services: Services, running: WorkshopId) -> None:
    services.ratings.count_hands(running, "PQ", 4, by=2, level="FW")
    services.ratings.count_hands(running, "PQ", 4, by=1)
    assert services.ratings.hand_counts(running, "PQ", "FW")[4] == 2
    assert services.ratings.hand_counts(running, "PQ")[4] == 1
    services.ratings.take_back(running, "PQ")
    assert services.ratings.hand_counts(running, "PQ")[4] == 0
    assert services.ratings.hand_counts(running, "PQ", "FW")[4] == 2


# Open polls


def test_choices_by_phone_add_to_the_hands(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.NEEDED, "integrity", by=2)
    services.phones.pick(running, "needed", SLOTS[0], "integrity")
    services.phones.pick(running, "needed", SLOTS[1], "insight")
    services.phones.pick(running, "needed", SLOTS[1], "integrity")
    services.phones.pick(running, "needed", SLOTS[2], "insight")
    services.phones.pick(running, "needed", SLOTS[2], None)
    assert services.meetings.read(running).poll(Poll.NEEDED) == {"integrity": 4}
    assert services.phones.picked(running, "needed", SLOTS[:3]) == {
        SLOTS[0]: "integrity",
        SLOTS[1]: "integrity",
    }


# Words


def test_words_wait_until_they_are_let_through(services: Services, running: WorkshopId) -> None:
    services.phones.write(running, "card", "rota/1", SLOTS[0], "  Ask the night staff \n")
    assert services.meetings.read(running).notes_of(NoteKind.CARD) == ()
    (waiting,) = services.phones.waiting(running, SentKind.CARD, "rota/1")
    assert waiting.text == "Ask the night staff"
    services.phones.let_through(running, waiting.id, shown=True)
    (note,) = services.meetings.read(running).notes_of(NoteKind.CARD, "rota/1")
    assert (note.text, note.shown) == ("Ask the night staff", True)
    assert services.phones.waiting(running, SentKind.CARD, "rota/1") == ()
    assert services.phones.written(running, "card", "rota/1", SLOTS[:1]) == {
        SLOTS[0]: "Ask the night staff"
    }


def test_letting_through_can_be_undone_and_done_again(
    services: Services, running: WorkshopId
) -> None:
    services.phones.write(running, "card", "rota/1", SLOTS[0], "One")
    (waiting,) = services.phones.waiting(running, SentKind.CARD, "rota/1")
    services.phones.let_through(running, waiting.id, shown=False)
    services.journal.undo()
    assert services.meetings.read(running).notes_of(NoteKind.CARD) == ()
    assert services.phones.waiting(running, SentKind.CARD, "rota/1") == (waiting,)
    services.journal.redo()
    assert len(services.meetings.read(running).notes_of(NoteKind.CARD)) == 1
    assert services.phones.waiting(running, SentKind.CARD, "rota/1") == ()


def test_words_put_aside_are_seen_by_nobody_and_can_come_back(
    services: Services, running: WorkshopId
) -> None:
    services.phones.write(running, "strength", "", SLOTS[0], "Not kind")
    (waiting,) = services.phones.waiting(running, SentKind.STRENGTH, "")
    services.phones.put_aside(running, waiting.id)
    assert services.phones.waiting(running, SentKind.STRENGTH, "") == ()
    services.journal.undo()
    assert services.phones.waiting(running, SentKind.STRENGTH, "") == (waiting,)


def test_words_that_were_taken_up_cannot_be_changed_by_their_writer(
    services: Services, running: WorkshopId
) -> None:
    services.phones.write(running, "card", "rota/1", SLOTS[0], "One")
    (waiting,) = services.phones.waiting(running, SentKind.CARD, "rota/1")
    services.phones.let_through(running, waiting.id, shown=True)
    services.phones.write(running, "card", "rota/1", SLOTS[0], "One")
    with pytest.raises(WorkshopProblem, match="taken up"):
        services.phones.write(running, "card", "rota/1", SLOTS[0], "Something else")


def test_words_taken_back_by_their_writer_are_gone(services: Services, running: WorkshopId) -> None:
    services.phones.write(running, "card", "rota/1", SLOTS[0], "One")
    services.phones.write(running, "card", "rota/1", SLOTS[0], " \u200b ")
    assert services.phones.waiting(running, SentKind.CARD, "rota/1") == ()


def test_words_that_are_too_long_are_explained(services: Services, running: WorkshopId) -> None:
    with pytest.raises(WorkshopProblem, match="characters"):
        services.phones.write(running, "card", "rota/1", SLOTS[0], "x" * (LONGEST_SENT + 1))


def test_comments_wait_unseen_for_the_reveal_of_five_votes(
    services: Services, running: WorkshopId
) -> None:
    by_phone(services, running, 3, 4, 4, 5, 5)
    for slot in SLOTS[:5]:
        services.phones.write(running, "comment", "PQ/1", slot, f"Nights are hard {slot}")
    assert services.phones.waiting(running, SentKind.COMMENT, "PQ/1") == ()
    services.ratings.reveal(running, "PQ")
    waiting = services.phones.waiting(running, SentKind.COMMENT, "PQ/1")
    assert len(waiting) == 5
    services.phones.let_through(running, waiting[0].id, shown=True)
    (quote,) = services.meetings.read(running).notes_of(NoteKind.QUOTE, "PQ")
    assert quote.text == waiting[0].text


def test_comments_of_fewer_than_five_voters_are_deleted_at_the_reveal(
    services: Services, running: WorkshopId
) -> None:
    by_phone(services, running, 3, 4, 4, 5)
    services.phones.write(running, "comment", "PQ/1", SLOTS[0], "You know who I am")
    services.ratings.reveal(running, "PQ")
    assert services.phones.waiting(running, SentKind.COMMENT, "PQ/1") == ()
    with services.desk.database.reading() as session:
        assert session.scalars(select(PhoneTextRecord)).all() == []


def test_a_comment_after_the_reveal_is_too_late(services: Services, running: WorkshopId) -> None:
    by_phone(services, running, 3, 4, 4, 5, 5)
    services.ratings.reveal(running, "PQ")
    with pytest.raises(WorkshopProblem, match="closed"):
        services.phones.write(running, "comment", "PQ/1", SLOTS[0], "One more thing")


def test_the_order_of_comments_is_not_the_order_they_came_in(
    services: Services, running: WorkshopId
) -> None:
    by_phone(services, running, *[3] * 6)
    came_in = [SLOTS[n] for n in (4, 0, 3, 5, 1, 2)]
    for turn, slot in enumerate(came_in):
        services.phones.write(running, "comment", "PQ/1", slot, str(turn))
    services.ratings.reveal(running, "PQ")
    shown = [one.id for one in services.phones.waiting(running, SentKind.COMMENT, "PQ/1")]
    assert shown == sorted(shown)
    assert shown != came_in
