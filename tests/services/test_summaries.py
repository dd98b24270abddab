"""What may leave the laptop: everything the team did, and nothing that was not for others."""

from __future__ import annotations

from lqf_workshop.domain.action import ActionState, ActionText
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.summary import StrengthCount
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.services.assembly import Services
from tests.builders import TODAY, day, plan, prepare, rate, vote


def step_of(services: Services, workshop_id: int, kind: StepKind) -> int:
    return next(s.id for s in services.workshops.steps(workshop_id) if s.plan.kind is kind)


def test_a_summary_of_an_empty_workshop_can_be_made(
    services: Services, prepared: WorkshopId
) -> None:
    found = services.summaries.gather(prepared)
    assert found.rated == ()
    assert [r.subject.code for r in found.results] == ["PQ", "WO", "MS", "IS", "SD"]
    assert found.printed_on == TODAY


def test_a_summary_holds_both_rounds_of_a_dimension(
    services: Services, running: WorkshopId
) -> None:
    first = rate(services, running, "WO", 2, 2, 3)
    second = rate(services, running, "WO", 4, 4, 3)
    (result,) = services.summaries.gather(running).rated
    assert [r.tally for r in result.rounds] == [first, second]


def test_a_summary_says_that_a_vote_is_open_and_no_more(
    services: Services, running: WorkshopId
) -> None:
    vote(services, running, "PQ", 1, 5)
    found = services.summaries.gather(running)
    assert (found.results[0].voting, found.results[0].rounds) == (True, ())
    assert found.placed == ()


def test_private_notes_are_in_no_summary(services: Services, running: WorkshopId) -> None:
    services.notes.keep_private(running, "1", "Slow down for Sam")
    assert "Slow down" not in repr(services.summaries.gather(running))


def test_empty_notes_are_left_out(services: Services, running: WorkshopId) -> None:
    for text in ("", "  \n", "We listened"):
        services.notes.add(running, NoteKind.PARKING, "", text)
    assert services.summaries.gather(running).parking == ("We listened",)


def test_what_was_heard_stands_with_its_dimension(services: Services, running: WorkshopId) -> None:
    services.notes.add(running, NoteKind.HEARD, "WO", "Nights wait")
    assert services.summaries.gather(running).results[1].heard == ("Nights wait",)


def test_the_notes_of_a_card_stand_with_their_prompts(
    services: Services, running: WorkshopId
) -> None:
    card = services.cards.deck().cards[0]
    services.cards.lay(running, step_of(services, running, StepKind.CARD), card)
    services.notes.add(running, NoteKind.CARD, f"{card.code}/0", "Poor rota")
    services.notes.add(running, NoteKind.CARD, f"{card.code}/2", "A fixed Tuesday")
    (found,) = services.summaries.gather(running).cards
    assert [(p.prompt, p.notes) for p in found.prompts] == [
        ("First thoughts", ("Poor rota",)),
        (card.prompts[0], ()),
        (card.prompts[1], ("A fixed Tuesday",)),
        (card.prompts[2], ()),
        (card.prompts[3], ()),
    ]


def test_every_fact_of_a_card_says_when_it_was_checked(
    services: Services, running: WorkshopId
) -> None:
    card = services.cards.deck().cards[0]
    services.cards.lay(running, step_of(services, running, StepKind.CARD), card)
    (found,) = services.summaries.gather(running).cards
    assert len(found.facts) == len(card.facts)
    assert all("Checked on Friday 31 July 2026." in fact for fact in found.facts)


def test_talk_stands_with_the_title_of_its_step(services: Services, running: WorkshopId) -> None:
    step_id = step_of(services, running, StepKind.TALK)
    services.notes.add(running, NoteKind.TALK, str(step_id), "We listened")
    assert services.summaries.gather(running).talks == (("Talk", ("We listened",)),)


def test_strengths_are_named_with_both_counts(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.SPOTTED, "integrity", by=3)
    services.polls.count(running, Poll.NEEDED, "integrity")
    services.polls.count(running, Poll.NEEDED, "insight", by=2)
    assert services.summaries.gather(running).strengths == (
        StrengthCount("Integrity", 3, 1),
        StrengthCount("Insight", 0, 2),
    )


def test_an_empty_draft_is_left_out_and_a_written_one_is_not(
    services: Services, running: WorkshopId
) -> None:
    services.actions.draft(running)
    services.actions.write(services.actions.draft(running), ActionText(what="Try"))
    assert [a.text.what for a in services.summaries.gather(running).actions] == ["Try"]


def test_last_actions_are_told_only_where_the_meeting_came_back_to_them(
    services: Services,
) -> None:
    before = prepare(services, plan(held_on=day(-30)))
    number = services.actions.draft(before)
    services.actions.write(number, ActionText(what="Try"))
    services.actions.agree(number)
    services.actions.set_state(number, ActionState.DONE)
    with_step = prepare(services)
    without = prepare(services, plan(), StepKind.WELCOME)
    assert len(services.summaries.gather(with_step).last_actions) == 1
    assert services.summaries.gather(without).last_actions == ()


def test_polls_and_last_words_are_told(services: Services, running: WorkshopId) -> None:
    services.polls.count(running, Poll.CONFIDENCE, "4", by=9)
    services.polls.count(running, Poll.RETURN, "5")
    services.notes.add(running, NoteKind.WORD, "", "calm")
    found = services.summaries.gather(running)
    assert (found.confidence, found.returned, found.words) == ({"4": 9}, {"5": 1}, ("calm",))


def test_the_page_and_the_paper_are_given_one_value(
    services: Services, running: WorkshopId
) -> None:
    rate(services, running, "PQ", 4, 4, 4, 5, 5)
    services.runs.pick(running, "PQ")
    meeting = services.meetings.read(running)
    assert services.summaries.of(meeting, TODAY) == services.summaries.gather(running)
