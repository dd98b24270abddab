"""What the room sees of a vote: closer looks, role levels, stages, plain words, the way in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.framework import NHS_SCALE
from lqf_workshop.domain.meeting import Cover, NoteKind, Part
from lqf_workshop.domain.subject import Depth
from lqf_workshop.domain.workshop import WorkshopId, WorkshopPlan
from lqf_workshop.scenes.build import PHONE_SCENES, scene_at, scene_for
from lqf_workshop.scenes.scene import (
    JoinFace,
    JoinScene,
    LevelsScene,
    MeaningScene,
    ResultScene,
    Scene,
    VoteScene,
)
from lqf_workshop.services.aids import aids_from
from lqf_workshop.services.assembly import Services
from tests.builders import begin, plan, prepare, rate
from tests.scenes.test_nothing_leaks import words_of

WAY_IN = JoinFace("192.168.1.20:8765", "KQXM", ((True, False), (False, True)))
MIXED = (2, 3, 3, 4, 2)
ALSO_MIXED = (1, 4, 4, 3, 4)


def started(services: Services, whole: WorkshopPlan) -> WorkshopId:
    made = prepare(services, whole)
    begin(services, made)
    return made


def by_role(services: Services, **votes: tuple[int, ...]) -> WorkshopId:
    """A revealed vote on PQ in which every role level gave these answers."""
    made = started(services, plan(headcount=14, by_level=True))
    for level, answers in votes.items():
        for answer in answers:
            services.ratings.cast(made, "PQ", answer, level)
    services.ratings.reveal(made, "PQ")
    return made


def parts_of(services: Services, workshop_id: int) -> list[tuple[Part, str]]:
    return [(s.part, s.about) for s in services.meetings.read(workshop_id).stops()]


def show(services: Services, workshop_id: int, part: Part, about: str, **aids: object) -> Scene:
    meeting = services.meetings.read(workshop_id)
    stop = next(s for s in meeting.stops() if (s.part, s.about) == (part, about))
    given = replace(aids_from(services.shelf), **aids)  # type: ignore[arg-type]
    return scene_at(meeting, stop, given)


def test_elements_are_voted_on_under_their_dimension_or_instead_of_it(services: Services) -> None:
    depths = {"PQ": Depth.BOTH, "WO": Depth.ELEMENTS}
    made = started(services, plan(dimensions=("PQ", "WO", "MS"), depths=depths))
    votes = [
        about for part, about in parts_of(services, made) if part is Part.VOTE and "@" not in about
    ]
    edition = services.meetings.read(made).edition
    elements = {code: [e.code for e in edition.dimension(code).elements] for code in ("PQ", "WO")}
    assert votes == ["PQ", *elements["PQ"], *elements["WO"], "MS"]


def test_the_vote_on_an_element_says_which_it_is(services: Services) -> None:
    made = started(services, plan(dimensions=("WO",), depths={"WO": Depth.ELEMENTS}))
    element = services.meetings.read(made).edition.dimension("WO").elements[1]
    scene = show(services, made, Part.VOTE, element.code)
    assert isinstance(scene, VoteScene)
    assert scene.name == element.name
    assert scene.plain == element.plain
    assert scene.place == "Element 2 of 4 · first vote"
    assert scene.badge.code == element.code


def test_two_roles_of_five_are_shown_beside_each_other(services: Services) -> None:
    made = by_role(services, FW=MIXED, FL=ALSO_MIXED)
    scene = show(services, made, Part.LEVELS, "PQ")
    assert isinstance(scene, LevelsScene)
    assert [face.counts for face in scene.faces] == [(0, 2, 2, 1, 0), (1, 0, 1, 3, 0)]
    assert "Everyone else" not in [face.name for face in scene.faces]


def test_five_others_of_several_roles_are_everyone_else(services: Services) -> None:
    made = by_role(services, FW=MIXED, FL=(1, 4, 4), OL=(3, 4))
    scene = show(services, made, Part.LEVELS, "PQ")
    assert isinstance(scene, LevelsScene)
    assert [face.name for face in scene.faces][1:] == ["Everyone else"]
    assert scene.faces[1].counts == (1, 0, 1, 3, 0)


@pytest.mark.parametrize(
    "votes",
    [
        {"FW": (2, 3, 3, 4, 2, 4, 1, 3), "OL": (3, 4)},
        {"FW": MIXED, "FL": (4, 4, 4, 4, 4)},
        {"FW": (2, 3, 3, 4)},
    ],
    ids=["two managers would be exposed", "all of one role agreed", "too few in all"],
)
def test_roles_that_could_be_told_have_no_place_and_leave_no_totals(
    services: Services, votes: dict[str, tuple[int, ...]]
) -> None:
    made = by_role(services, **votes)
    assert (Part.LEVELS, "PQ") not in parts_of(services, made)
    (found,) = services.meetings.read(made).revealed("PQ")
    assert found.by_level == ()


def test_a_second_vote_hides_the_roles_of_the_first_while_it_is_open(services: Services) -> None:
    made = by_role(services, FW=MIXED, FL=ALSO_MIXED)
    services.ratings.open_round(made, "PQ")
    assert (Part.LEVELS, "PQ") not in parts_of(services, made)


def test_a_small_room_is_not_asked_for_its_roles(services: Services) -> None:
    made = started(services, plan(headcount=9, by_level=True))
    scene = show(services, made, Part.VOTE, "PQ")
    assert isinstance(scene, VoteScene)
    assert scene.levels == ()


def test_a_few_voters_are_not_asked_for_comments(services: Services) -> None:
    few = started(services, plan(headcount=4, comments=True))
    more = started(services, plan("Alder Grange", headcount=5, comments=True))
    for made, asked in ((few, False), (more, True)):
        scene = show(services, made, Part.VOTE, "PQ")
        assert isinstance(scene, VoteScene)
        assert scene.comments is asked


def test_what_good_looks_like_is_told_for_the_roles_in_the_room(services: Services) -> None:
    made = started(services, plan(role_mix={"FW": 8, "OL": 3}))
    levels = {level.code: level.name for level in services.meetings.read(made).edition.levels}
    scene = show(services, made, Part.MEANING, "WO")
    assert isinstance(scene, MeaningScene)
    assert [name for name, _told in scene.seen] == [levels["FW"], levels["OL"]]
    assert all(told for _name, told in scene.seen)


def test_the_nhs_stages_take_the_place_of_roles_where_the_scale_speaks_of_them(
    services: Services,
) -> None:
    made = started(services, plan(scale_code=NHS_SCALE))
    other = started(services, plan("Alder Grange"))
    scene, vote = (show(services, made, part, "WO") for part in (Part.MEANING, Part.VOTE))
    plain = show(services, other, Part.VOTE, "WO")
    assert isinstance(plain, VoteScene)
    assert isinstance(scene, MeaningScene)
    assert isinstance(vote, VoteScene)
    assert scene.seen_title == "How far it can reach"
    assert len(scene.seen) == 4
    assert [a.word for a in vote.answers][:5] != [a.word for a in plain.answers][:5]


def test_plain_words_take_the_elements_away(services: Services) -> None:
    made = started(services, plan())
    whole = show(services, made, Part.MEANING, "PQ")
    plain = show(services, made, Part.MEANING, "PQ", plain=True)
    assert isinstance(whole, MeaningScene)
    assert isinstance(plain, MeaningScene)
    assert whole.elements
    assert plain.elements == ()
    assert plain.plain != whole.plain


def test_exact_words_stand_in_quotation_marks_and_only_when_shown(services: Services) -> None:
    made = started(services, plan())
    rate(services, made, "PQ", 2, 3, 3, 4, 5)
    for text, shown in (("Nobody asks nights.", True), ("I am scared of her.", False)):
        services.notes.add(made, NoteKind.QUOTE, "PQ", text, shown=shown)
    scene = show(services, made, Part.RESULT, "PQ")
    assert isinstance(scene, ResultScene)
    assert "“Nobody asks nights.”" in list(words_of(scene))
    assert "scared" not in " ".join(words_of(scene))


def test_the_way_in_stays_in_view_where_phones_take_part_and_nowhere_else(
    services: Services,
) -> None:
    made = started(services, plan())
    rate(services, made, "PQ", 2, 3, 3, 4, 5)
    meeting = services.meetings.read(made)
    aids = replace(aids_from(services.shelf), join=WAY_IN)
    kinds = set()
    for stop in meeting.stops():
        scene = scene_at(meeting, stop, aids)
        kinds.add(type(scene))
        assert (scene.join is not None) is isinstance(scene, PHONE_SCENES)
        assert scene.join is None or scene.join.modules == ()
        assert scene_at(meeting, stop, aids_from(services.shelf)).join is None
    assert {VoteScene, ResultScene} <= kinds


def test_the_join_slide_needs_phones(services: Services) -> None:
    made = started(services, plan())
    services.runs.cover(made, Cover.JOIN)
    meeting = services.meetings.read(made)
    aids = aids_from(services.shelf)
    scene = scene_for(meeting, replace(aids, join=WAY_IN))
    assert isinstance(scene, JoinScene)
    assert scene.join == WAY_IN
    assert "KQXM" in list(words_of(scene))
    assert not isinstance(scene_for(meeting, aids), JoinScene)
