"""An activity of one's own: copied, changed, offered once it is whole, binned and restored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.activity_edit import changed_step, step_added, step_removed
from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.domain.block_edit import changed_block
from lqf_workshop.errors import StaleProblem, WorkshopProblem
from lqf_workshop.services.assembly import Services, open_services
from lqf_workshop.services.changes import Change
from tests.builders import plan, prepare

TRIANGLE = "strategic-triangle"


def copied(services: Services) -> str:
    return services.own_activities.copy(TRIANGLE)


def names(services: Services) -> list[str]:
    return [one.activity.name for one in services.own_activities.own()]


def offered(services: Services, code: str) -> bool:
    return code in {activity.code for activity in services.activities.choices()}


def test_a_copy_has_a_name_and_code_of_its_own_and_can_be_used_at_once(services: Services) -> None:
    first, second = copied(services), copied(services)
    assert first != second
    assert names(services) == ["Strategic triangle (our copy 2)", "Strategic triangle (our copy)"]
    made = services.own_activities.find(first)
    assert made.ready
    shipped = services.activities.choice(TRIANGLE)
    assert made.activity.steps == shipped.steps
    assert [a.code for a in services.activities.choices()][-2:] == [second, first]


def test_ones_own_can_be_copied_too(services: Services) -> None:
    again = services.own_activities.copy(copied(services))
    assert services.own_activities.find(again).activity.name.startswith("Strategic triangle (our")


def test_changing_a_copy_leaves_the_shipped_one_as_it_is(services: Services) -> None:
    before = services.activities.choice(TRIANGLE)
    own = services.own_activities.find(copied(services)).activity
    services.own_activities.keep(replace(own, about="Ours"))
    assert services.activities.choice(TRIANGLE) == before
    assert services.own_activities.find(own.code).activity.about == "Ours"


def test_a_shipped_activity_cannot_be_kept_over(services: Services) -> None:
    with pytest.raises(StaleProblem):
        services.own_activities.keep(services.activities.choice(TRIANGLE))


def test_a_half_made_one_is_kept_but_not_offered(services: Services) -> None:
    code = copied(services)
    own = services.own_activities.find(code).activity
    kept = services.own_activities.keep(step_added(own))
    assert "steps[5].name" in {flaw.where for flaw in kept.flaws}
    assert services.own_activities.find(code).activity.steps[-1].code == "step-6"
    assert not offered(services, code)
    with pytest.raises(StaleProblem):
        services.activities.choice(code)
    services.own_activities.keep(own)
    assert offered(services, code)


def test_words_are_cleaned_and_too_many_are_refused(services: Services) -> None:
    own = services.own_activities.find(copied(services)).activity
    kept = services.own_activities.keep(replace(own, about="A\x00b\u202ec"))
    assert kept.activity.about == "Abc"
    with pytest.raises(WorkshopProblem, match="at most 2,000"):
        services.own_activities.keep(replace(own, about="x" * 2001))
    assert services.own_activities.find(own.code).activity.about == "Abc"


def test_a_change_is_taken_back_and_words_typed_since_stay(services: Services) -> None:
    acts = services.own_activities
    own = acts.find(copied(services)).activity
    fewer = acts.change(step_removed(own, "verdict"), "removing a step").activity
    acts.keep(changed_step(fewer, "people", name="Typed since"))
    assert services.journal.undo() == "removing a step"
    back = acts.find(own.code).activity
    assert back == changed_step(own, "people", name="Typed since")
    assert services.journal.redo() == "removing a step"
    assert acts.find(own.code).activity == changed_step(fewer, "people", name="Typed since")
    services.journal.undo()
    assert acts.find(own.code).activity == back


def test_an_added_step_keeps_its_words_over_undo_and_redo(services: Services) -> None:
    acts = services.own_activities
    own = acts.find(copied(services)).activity
    more = acts.change(step_added(own), "a new step").activity
    acts.keep(changed_step(more, "step-6", name="Worded"))
    services.journal.undo()
    assert acts.find(own.code).activity == own
    services.journal.redo()
    step = acts.find(own.code).activity.step("step-6")
    assert step is not None
    assert step.name == "Worded"


def test_what_is_in_the_bin_is_not_offered_and_comes_back(services: Services) -> None:
    acts = services.own_activities
    code = copied(services)
    acts.bin(code)
    assert not offered(services, code)
    assert not acts.own()
    assert [one.activity.code for one in acts.binned()] == [code]
    with pytest.raises(StaleProblem):
        acts.find(code)
    acts.restore(code)
    assert offered(services, code)
    services.journal.undo()
    assert not acts.own()
    services.journal.undo()
    assert offered(services, code)


def test_copying_is_taken_back_and_done_again_with_its_latest_words(services: Services) -> None:
    acts = services.own_activities
    code = copied(services)
    acts.keep(replace(acts.find(code).activity, name="Ours"))
    services.journal.undo()
    assert not acts.own()
    services.journal.redo()
    assert names(services) == ["Ours"]


def test_a_workshop_keeps_the_words_it_began_with(services: Services) -> None:
    acts = services.own_activities
    workshop_id = prepare(services, plan(), StepKind.ACTIVITY)
    step_id = services.workshops.steps(workshop_id)[0].id
    own = acts.find(copied(services)).activity
    services.activities.begin(workshop_id, step_id, own)
    changed = acts.keep(changed_block(own, "people", name="Reworded")).activity
    assert changed.version == own.version + 1
    assert acts.keep(replace(changed, about="Once more")).activity.version == changed.version
    acts.bin(own.code)
    run = services.meetings.read(workshop_id).run_at(step_id)
    assert run is not None
    assert run.activity == own


def test_every_act_is_announced(services: Services) -> None:
    heard: list[Change] = []
    services.changes.subscribe(lambda change, _workshop: heard.append(change))
    code = copied(services)
    own = services.own_activities.find(code).activity
    services.own_activities.keep(replace(own, name="Ours"))
    services.own_activities.change(step_added(own), "a new step")
    services.own_activities.bin(code)
    services.own_activities.restore(code)
    while services.journal.undo():
        pass
    assert set(heard) == {Change.OWN_ACTIVITIES}
    assert len(heard) == 9


def test_it_is_there_when_the_library_is_opened_again(services: Services) -> None:
    code = copied(services)
    path = services.desk.database.path
    services.close()
    opened = open_services(path, services.shelf)
    assert offered(opened, code)
    opened.close()
