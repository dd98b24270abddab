"""The one gate: from a meeting to the scene that its room may see now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lqf_workshop.domain.action import Action, ActionState
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.focus import Quadrant, placings
from lqf_workshop.domain.framework import Idea
from lqf_workshop.domain.meeting import Cover, Meeting, NoteKind, Part, Poll, Stop, Timer
from lqf_workshop.domain.scenario import DrawReason
from lqf_workshop.scenes.activity import activity_scene
from lqf_workshop.scenes.aids import NO_AIDS, Aids
from lqf_workshop.scenes.piles import dots_scene, piles_scene
from lqf_workshop.scenes.rating import badge, issue_scene, meaning_scene, skills_scene, voting_scene
from lqf_workshop.scenes.scene import (
    ActionFace,
    ActionsScene,
    Badge,
    BlankScene,
    CardScene,
    DotsScene,
    EndScene,
    FocusScene,
    JoinFace,
    JoinScene,
    LastActionScene,
    NeutralScene,
    PollFace,
    PollScene,
    QuadrantFace,
    Scene,
    StrengthFace,
    StrengthsScene,
    TimerFace,
    TitleScene,
    VoteScene,
    WordsScene,
)
from lqf_workshop.wording import _, long_date, ngettext, short_date

PHONE_SCENES = (VoteScene, CardScene, DotsScene, StrengthsScene, PollScene)
"""Where phones take part, and somebody who comes late may still want to join."""


def scene_for(meeting: Meeting, aids: Aids = NO_AIDS) -> Scene:
    """Return what the room may see at this moment of ``meeting``."""
    if meeting.cover is Cover.BLANK:
        return BlankScene()
    if meeting.cover is Cover.NEUTRAL:
        return NeutralScene(_("A short pause"), _("We go on in a moment."))
    if meeting.cover is Cover.JOIN and aids.join is not None:
        return _join(aids.join)
    stop = meeting.stop_now()
    return _title(meeting, None) if stop is None else scene_at(meeting, stop, aids)


def scene_at(meeting: Meeting, stop: Stop, aids: Aids = NO_AIDS) -> Scene:
    """Return the scene of one stop, covers aside; used to show what comes next."""
    scene = _scene_at(meeting, stop, aids)
    if aids.join is None or not isinstance(scene, PHONE_SCENES):
        return scene
    return replace(scene, join=JoinFace(aids.join.address, aids.join.code))


def _join(join: JoinFace) -> JoinScene:
    steps = (
        _("Join this room’s Wi-Fi. No app, no account."),
        _("Point your camera at the square. Or open {0} and type {1}.").format(
            join.address, join.code
        ),
        _("No phone, or no wish to? Vote on paper or with the laptop. It counts the same."),
    )
    return JoinScene(_("Vote with your phone"), steps, _("No name is asked or kept."), join=join)


def _scene_at(meeting: Meeting, stop: Stop, aids: Aids) -> Scene:
    step = next((s for s in meeting.steps if s.id == stop.step_id), None)
    if step is None:
        return _title(meeting, None)
    timer = _timer_face(meeting.timer, stop.part)
    match step.plan.kind, stop.part:
        case StepKind.WELCOME, Part.RULES:
            return _ground_rules(timer)
        case StepKind.WELCOME, Part.STORED:
            return _what_is_stored(meeting, timer)
        case StepKind.WELCOME, _part:
            return _title(meeting, timer)
        case StepKind.STRENGTHS, part:
            return _strengths(meeting, aids.attributes, part, timer)
        case StepKind.LAST_ACTIONS, Part.ACTION:
            return _last_action(meeting, stop, timer)
        case StepKind.RATE, Part.MEANING:
            return meaning_scene(meeting, stop.about, aids, timer)
        case (
            (StepKind.RATE | StepKind.FOCUS | StepKind.SKILLS),
            (Part.VOTE | Part.RESULT | Part.LEVELS),
        ):
            return voting_scene(meeting, stop, timer)
        case StepKind.SKILLS, Part.LOWEST:
            return skills_scene(meeting, stop.step_id, timer)
        case StepKind.SKILLS, _part if meeting.issue_of(step.id):
            return issue_scene(meeting, step.id, timer)
        case StepKind.FOCUS, _part:
            return _focus(meeting, timer)
        case (StepKind.CARD, Part.FILL) | (StepKind.ACTIVITY, _):
            return activity_scene(meeting, stop, timer)
        case StepKind.CARD, Part.PILES:
            return piles_scene(meeting, step.id, timer)
        case StepKind.CARD, Part.DOTS:
            return dots_scene(meeting, step.id, timer)
        case StepKind.CARD, _part if meeting.drawn(step.id):
            return _card(meeting, stop, timer)
        case StepKind.ACTIONS, _part:
            return _actions(meeting, timer)
        case StepKind.CLOSE, part:
            return _close(meeting, part, timer)
        case kind, _part:
            shown = tuple(n.text for n in meeting.notes_of(NoteKind.TALK, str(step.id)) if n.shown)
            label = _("Break") if kind is StepKind.BREAK else ""
            purpose = (step.plan.purpose,) if step.plan.purpose else ()
            return WordsScene(label, step.plan.title, purpose + shown, timer=timer)


def _timer_face(timer: Timer | None, part: Part) -> TimerFace | None:
    if timer is None:
        return None
    caption = _("quiet writing, then share in pairs") if part is Part.PROMPT else ""
    return TimerFace(timer.total_seconds, timer.ends_at, timer.seconds_left, caption)


def _title(meeting: Meeting, timer: TimerFace | None) -> TitleScene:
    plan = meeting.workshop.plan
    where = " · ".join(part for part in (long_date(plan.held_on), plan.place) if part)
    purpose = next((s.plan.purpose for s in meeting.steps if s.plan.purpose), "")
    return TitleScene(plan.team, purpose or _("How do we lead, together?"), where, timer=timer)


def _ground_rules(timer: TimerFace | None) -> WordsScene:
    rules = (
        _("Everyone’s view counts, whatever their role."),
        _("Nobody has to explain their vote."),
        _("No names of people we support."),
        _("What is said here stays kind."),
    )
    return WordsScene(_("Welcome"), _("How we talk today"), rules, timer=timer)


def _what_is_stored(meeting: Meeting, timer: TimerFace | None) -> WordsScene:
    few = open_mode(meeting.workshop.expected_voters)
    lines = (
        _("This laptop keeps totals and our notes, never who voted what."),
        _("Our team and our manager see the summary."),
        _("It is kept until our manager deletes it."),
    )
    foot = _("We are few, so a vote may be guessed. We talk openly instead.") if few else ""
    return WordsScene(_("Welcome"), _("What is stored"), lines, foot=foot, timer=timer)


def _strengths(
    meeting: Meeting, attributes: Sequence[Idea], part: Part, timer: TimerFace | None
) -> StrengthsScene:
    needed = part is Part.NEEDED
    counts = meeting.poll(Poll.NEEDED if needed else Poll.SPOTTED)
    faces = tuple(StrengthFace(i.name, i.plain, counts.get(i.code, 0), i.code) for i in attributes)
    stories = () if needed else meeting.notes_of(NoteKind.STRENGTH)
    return StrengthsScene(
        _("What will we need more of?") if needed else _("Strengths we have spotted"),
        _("Pick one for the next three months.")
        if needed
        else _("Think of a colleague this month. What did you see? No names needed."),
        faces,
        tuple(n.text for n in stories if n.shown),
        (Poll.NEEDED if needed else Poll.SPOTTED).value,
        timer=timer,
    )


def _last_action(meeting: Meeting, stop: Stop, timer: TimerFace | None) -> Scene:
    place, action = next(
        (n, a) for n, a in enumerate(meeting.last_actions, 1) if str(a.id) == stop.about
    )
    text = action.text
    return LastActionScene(
        _("From last time, {0} of {1}").format(place, len(meeting.last_actions)),
        text.what,
        text.owner,
        _("due {0}").format(short_date(text.due)) if text.due else "",
        text.how_we_know,
        action_state_words(action.state),
        action.learnt,
        timer=timer,
    )


def action_state_words(state: ActionState) -> str:
    """Name the state of an action in a word or two."""
    return {
        ActionState.DRAFT: _("Being written"),
        ActionState.AGREED: _("Agreed"),
        ActionState.GOING_ON: _("Going on"),
        ActionState.DONE: _("Done"),
        ActionState.DROPPED: _("Dropped"),
    }[state]


def quadrant_words(quadrant: Quadrant, *, few: bool = False) -> tuple[str, str]:
    """Return the title of a field of the focus grid, and its line.

    Of ``few`` votes, fewer than five, nothing is claimed but where the dots lie.
    """
    if few:
        return {
            Quadrant.FIX: (_("Fix"), _("Low, and close together")),
            Quadrant.EXPLORE: (_("Explore"), _("Low, and further apart")),
            Quadrant.KEEP: (_("Keep"), _("High, and close together")),
            Quadrant.REACH: (_("Reach"), _("High, and further apart")),
        }[quadrant]
    return {
        Quadrant.FIX: (_("Fix"), _("We agree it is weak: act now")),
        Quadrant.EXPLORE: (_("Explore"), _("Whose experience differs, and why?")),
        Quadrant.KEEP: (_("Keep"), _("Write down why it works")),
        Quadrant.REACH: (_("Reach"), _("Works for whom? Who is left out?")),
    }[quadrant]


def _focus(meeting: Meeting, timer: TimerFace | None) -> FocusScene:
    placed = placings(meeting.rounds)
    few = any(open_mode(p.latest.tally.rated) for p in placed)
    faces = []
    for quadrant in (Quadrant.KEEP, Quadrant.REACH, Quadrant.FIX, Quadrant.EXPLORE):
        badges = tuple(badge(meeting.subject(p.subject)) for p in placed if p.quadrant is quadrant)
        faces.append(QuadrantFace(quadrant, *quadrant_words(quadrant, few=few), badges))
    return FocusScene(
        _("Where shall we put our time?"),
        _("We are few, so we decide by talking. Pick one or two.")
        if few
        else _("Pick one or two. Low and split usually teaches most."),
        tuple(faces),
        meeting.picks,
        timer=timer,
    )


def reason_words(reason: DrawReason) -> str:
    """Say why a card was drawn."""
    return {
        DrawReason.CHOSEN: "",
        DrawReason.WEAKEST: _("drawn for us: our lowest dimension"),
        DrawReason.SPLIT: _("drawn for us: our most split dimension"),
    }[reason]


def _card(meeting: Meeting, stop: Stop, timer: TimerFace | None) -> CardScene:
    drawn = meeting.drawn(stop.step_id)
    assert drawn is not None
    card = drawn.card
    number = int(stop.about) if stop.part is Part.PROMPT else 0
    notes = meeting.notes_of(NoteKind.CARD, f"{card.code}/{number}")
    return CardScene(
        _("WICKED ISSUE {0}").format(card.number),
        reason_words(drawn.reason),
        card.title,
        card.situation,
        " · ".join(card.involved),
        card.prompts[number - 1] if number else "",
        number,
        len(card.prompts),
        _("write first, then talk") if number else _("read it to yourself first"),
        tuple(n.text for n in notes if n.shown),
        f"{card.code}/{number}",
        timer=timer,
    )


def action_badge(meeting: Meeting, action: Action) -> Badge | None:
    """Return the badge of the dimension an action came from, if it came from one."""
    if not action.source.kind.rated:
        return None
    try:
        return badge(meeting.subject(action.source.code))
    except KeyError:
        return None


def _actions(meeting: Meeting, timer: TimerFace | None) -> ActionsScene:
    shown = [a for a in meeting.actions if a.state is not ActionState.DROPPED and not a.text.empty]
    faces = tuple(
        ActionFace(
            a.text.what,
            a.text.difference,
            a.text.owner,
            _("by {0}").format(short_date(a.text.due)) if a.text.due else "",
            a.text.how_we_know,
            action_badge(meeting, a),
            a.state is ActionState.DRAFT,
        )
        for a in shown
    )
    return ActionsScene(
        _("What will we do?") if not faces else _("What we agree"),
        _("Begin with a verb. What will a person we support notice?"),
        faces,
        timer=timer,
    )


def confidence_key() -> tuple[tuple[int, str], ...]:
    """Return the fist-of-five key: how sure each number of fingers is."""
    return (
        (0, _("I cannot go along with this")),
        (1, _("Serious doubts")),
        (2, _("Some doubts: let me say them")),
        (3, _("Good enough to try")),
        (4, _("I like it")),
        (5, _("I will help make it happen")),
    )


def return_key() -> tuple[tuple[int, str], ...]:
    """Return the key for return on time invested."""
    return (
        (1, _("A waste of my time")),
        (2, _("I got a little")),
        (3, _("About what it cost me")),
        (4, _("More than it cost me")),
        (5, _("Time very well spent")),
    )


def _close(meeting: Meeting, part: Part, timer: TimerFace | None) -> Scene:
    if part is Part.CONFIDENCE:
        return _poll_scene(
            meeting,
            Poll.CONFIDENCE,
            _("How sure are we of our plan?"),
            _("Show fingers together. What would make a low number a three?"),
            confidence_key(),
            timer,
        )
    if part is Part.RETURN:
        return _poll_scene(
            meeting,
            Poll.RETURN,
            _("Was this worth your time?"),
            _("Show fingers together, one to five."),
            return_key(),
            timer,
        )
    words = tuple(n.text for n in meeting.notes_of(NoteKind.WORD) if n.shown)
    if part is Part.WORD:
        return EndScene(
            _("One word to finish"), (_("How do you leave today?"),), words, timer=timer
        )
    agreed = sum(a.state.open for a in meeting.actions)
    lines = [
        ngettext("We agreed {n} action.", "We agreed {n} actions.", agreed)
        if agreed
        else _("Thank you for your time and your honesty.")
    ]
    firsts = sorted(
        a.text.first_step_on for a in meeting.actions if a.state.open and a.text.first_step_on
    )
    if firsts:
        lines.append(_("The first step is on {0}.").format(long_date(firsts[0])))
    return EndScene(_("Thank you"), tuple(lines), words, timer=timer)


def _poll_scene(
    meeting: Meeting,
    poll: Poll,
    title: str,
    line: str,
    key: tuple[tuple[int, str], ...],
    timer: TimerFace | None,
) -> PollScene:
    counts = meeting.poll(poll)
    faces = tuple(
        PollFace(number, meaning, counts.get(str(number), 0) if counts else None)
        for number, meaning in key
    )
    return PollScene(title, line, faces, poll.value, timer=timer)
