"""The scenes of rating: what is rated, the open vote, its result, and the skills on one issue."""

from __future__ import annotations

from lqf_workshop.domain.disclosure import OPEN_MODE_BELOW, open_mode, tally_without
from lqf_workshop.domain.focus import lowest_of
from lqf_workshop.domain.framework import NHS_SCALE
from lqf_workshop.domain.meeting import Meeting, NoteKind, Part, Poll, Stop
from lqf_workshop.domain.subject import Subject, dimension_code, skill_of
from lqf_workshop.domain.trend import Felt, felt_answer
from lqf_workshop.scenes import findings, movements
from lqf_workshop.scenes.aids import Aids
from lqf_workshop.scenes.scene import (
    AnswerFace,
    Badge,
    CardScene,
    LevelFace,
    LevelsScene,
    MeaningScene,
    ResultScene,
    Scene,
    SkillFace,
    SkillsScene,
    TimerFace,
    VoteScene,
)
from lqf_workshop.wording import _


def badge(subject: Subject) -> Badge:
    """Return the badge of what is rated."""
    return Badge(subject.mark, subject.short_name)


def meaning_scene(meeting: Meeting, code: str, aids: Aids, timer: TimerFace | None) -> MeaningScene:
    """Show what a dimension means, and what it looks like for the role levels in the room."""
    dimension = meeting.edition.dimension(code)
    return MeaningScene(
        badge(meeting.subject(code)),
        place_words(meeting, code),
        dimension.name,
        (aids.plain and dimension.plainest) or dimension.plain,
        () if aids.plain else tuple(element.name for element in dimension.elements),
        dimension.around_two,
        dimension.around_four,
        *_seen(meeting, code, aids),
        timer=timer,
    )


def _seen(meeting: Meeting, code: str, aids: Aids) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return what good looks like, by stage where the scale speaks of stages, else by level."""
    if meeting.workshop.plan.scale_code == NHS_SCALE and aids.stages.get(code):
        return tuple(aids.stages[code]), _("How far it can reach")
    glances = aids.glances.get(code, {})
    mix = meeting.workshop.plan.role_mix
    levels = [level for level in meeting.edition.levels if mix.get(level.code) or not mix]
    pairs = tuple((level.name, glances[level.code]) for level in levels if level.code in glances)
    return pairs, _("What good looks like")


def voting_scene(meeting: Meeting, stop: Stop, timer: TimerFace | None) -> Scene:
    """Show a vote, or its result once that exists, or that result by role level."""
    subject, revealed = meeting.subject(stop.about), meeting.revealed(stop.about)
    if stop.part is Part.LEVELS and revealed and revealed[-1].by_level:
        return _levels(meeting, subject, timer)
    if stop.part is not Part.VOTE and revealed:
        return _result(meeting, subject, timer)
    return _vote(meeting, subject, timer)


def place_words(meeting: Meeting, code: str) -> str:
    """Say which subject this is of how many, for example "Rate 2 of 5"."""
    skill = skill_of(code)
    if skill is not None:
        codes = [one.code for one in meeting.skills_of(skill[1])]
        word = _("Skill {0} of {1}")
    elif code == dimension_code(code):
        codes = [d.code for d in meeting.dimensions]
        word = _("Rate {0} of {1}")
    else:
        codes = [e.code for e in meeting.edition.dimension(dimension_code(code)).elements]
        word = _("Element {0} of {1}")
    return word.format(codes.index(code) + 1, len(codes)) if code in codes else ""


def round_words(number: int) -> str:
    """Name a round: first vote or second vote."""
    return _("first vote") if number == 1 else _("second vote")


def _vote(meeting: Meeting, subject: Subject, timer: TimerFace | None) -> VoteScene:
    voting = meeting.open_round(subject.code)
    number = voting.number if voting else len(meeting.revealed(subject.code)) + 1
    expected = voting.expected if voting else meeting.workshop.expected_voters
    scale, plan = meeting.scale_of(subject.code), meeting.workshop.plan
    answers = [AnswerFace(p.point, p.word, p.meaning) for p in scale.points]
    answers.append(AnswerFace(0, scale.cant_see.word, scale.cant_see.meaning))
    place = place_words(meeting, subject.code)
    few = open_mode(expected)
    return VoteScene(
        badge(subject),
        " · ".join(part for part in (place, round_words(number)) if part),
        subject.name,
        subject.plain,
        tuple(answers),
        voting.voted if voting else 0,
        expected,
        _("We are few: we show our votes and talk")
        if few
        else _("Nothing is shown before the reveal"),
        subject.code,
        number,
        levels_asked(meeting),
        plan.comments and not few,
        timer=timer,
    )


def levels_asked(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Return the role levels people are asked for: none in a room too small to show any."""
    everyone = meeting.workshop.expected_voters
    if not meeting.workshop.plan.by_level or everyone < 2 * OPEN_MODE_BELOW:
        return ()
    return tuple((level.code, level.name) for level in meeting.edition.levels)


def _result(meeting: Meeting, subject: Subject, timer: TimerFace | None) -> ResultScene:
    rounds = meeting.revealed(subject.code)
    tally = rounds[-1].tally
    numbers = findings.turnout(rounds[-1])
    if tally.rated:
        middle = _("Middle vote {0}").format(findings.middle_and_before(rounds))
        numbers = f"{middle} · {numbers}"
    second = len(rounds) > 1
    heard = meeting.notes_of(NoteKind.HEARD, subject.code)
    quotes = meeting.notes_of(NoteKind.QUOTE, subject.code)
    return ResultScene(
        badge(subject),
        subject.short_name,
        _("second vote beside the first") if second else _("first vote"),
        findings.headline(tally),
        numbers,
        tally.counts,
        rounds[0].tally.counts if second else None,
        findings.middle_span(tally),
        meeting.scale_of(subject.code).words,
        findings.question(tally),
        (
            *(n.text for n in heard if n.shown),
            *(quoted(n.text) for n in quotes if n.shown),
        ),
        subject.code,
        _felt(meeting, subject.code),
        timer=timer,
    )


def _felt(meeting: Meeting, code: str) -> str:
    """Return the question and the hands counted for each answer, once there is one."""
    hands = meeting.poll(Poll.FELT)
    said = movements.felt_words([hands.get(felt_answer(code, felt), 0) for felt in Felt])
    return f"{movements.felt_question()} {said}" if said else ""


def quoted(text: str) -> str:
    """Return somebody's exact words as such."""
    return f"“{text.strip()}”"


def _levels(meeting: Meeting, subject: Subject, timer: TimerFace | None) -> LevelsScene:
    latest = meeting.revealed(subject.code)[-1]
    names = {level.code: level.name for level in meeting.edition.levels}
    faces = [
        LevelFace(names.get(code, code), tally.counts, findings.level_numbers(tally))
        for code, tally in latest.by_level
    ]
    rest = tally_without(latest.tally, [tally for _code, tally in latest.by_level])
    if rest.voters:
        faces.append(LevelFace(_("Everyone else"), rest.counts, findings.level_numbers(rest)))
    return LevelsScene(
        badge(subject),
        subject.short_name,
        _("How it looks from different roles"),
        tuple(faces),
        meeting.scale_of(subject.code).words,
        _("Only groups of five or more are shown, so that nobody’s vote can be told."),
        timer=timer,
    )


def issue_scene(meeting: Meeting, step_id: int, timer: TimerFace | None) -> CardScene:
    """Show the issue that a team is about to say how sure it is on."""
    drawn = meeting.issue_of(step_id)
    assert drawn is not None
    card = drawn.card
    return CardScene(
        _("WICKED ISSUE {0}").format(card.number),
        "",
        card.title,
        card.situation,
        " · ".join(card.involved),
        "",
        0,
        len(card.prompts),
        _("how sure are we of our skills on this one?"),
        timer=timer,
    )


def skills_scene(meeting: Meeting, step_id: int, timer: TimerFace | None) -> SkillsScene:
    """Show every skill that was voted on, with the lowest marked."""
    skills, issue = meeting.skills_of(step_id), meeting.issue_of(step_id)
    lowest = lowest_of(meeting.rounds, [skill.code for skill in skills])
    faces = []
    for skill in skills:
        rounds = meeting.revealed(skill.code)
        if rounds:
            tally = rounds[-1].tally
            middle = findings.middle_words(tally)
            faces.append(SkillFace(skill.name, tally.counts, middle, skill.code in lowest))
    pledges = meeting.notes_of(NoteKind.PLEDGE, str(step_id))
    return SkillsScene(
        _("How sure are we?"),
        issue.card.title if issue else "",
        tuple(faces),
        meeting.sureness.words if meeting.sureness and faces else (),
        _("What would move us up by one?"),
        tuple(n.text for n in pledges if n.shown),
        timer=timer,
    )
