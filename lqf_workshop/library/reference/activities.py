"""The sheets of the activities: what each is for, and what every step asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lqf_workshop.domain.activity import Activity, ActivityStep
from lqf_workshop.domain.framework import Family, FrameworkEdition, Idea
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet
from lqf_workshop.wording import _, minutes

_GROUPS = {
    Family.TAXONOMY: Group.TAXONOMY,
    Family.LEADERSHIP_CONSTRUCT: Group.CONSTRUCTS,
    Family.KEY_CONSTRUCT: Group.CONSTRUCTS,
    Family.SYSTEMS_LEADERSHIP: Group.SYSTEMS,
}


def activity_sheets(
    activities: Sequence[Activity], ideas: Sequence[Idea], classic: FrameworkEdition | None
) -> Iterator[Sheet]:
    """Yield a sheet for each activity, those of one group after each other."""
    by_code = {idea.code: idea for idea in ideas}
    for group in (Group.TAXONOMY, Group.CONSTRUCTS, Group.SYSTEMS, Group.MORE_ACTIVITIES):
        for activity in activities:
            idea = by_code.get(activity.idea)
            if _group(activity, idea) is group:
                yield _activity(activity, group, idea, classic)


def _group(activity: Activity, idea: Idea | None) -> Group:
    if activity.on_card or idea is None:
        return Group.MORE_ACTIVITIES
    return _GROUPS.get(idea.family, Group.MORE_ACTIVITIES)


def _activity(
    activity: Activity, group: Group, idea: Idea | None, classic: FrameworkEdition | None
) -> Sheet:
    steps = (_step(n, step, activity) for n, step in enumerate(activity.steps, 1))
    facts = (minutes(activity.minutes), _("{0} people").format(activity.people))
    return Sheet(
        f"activity/{activity.code}",
        group,
        activity.name,
        " · ".join(facts),
        (_about(activity, idea, classic), *steps),
    )


def _about(activity: Activity, idea: Idea | None, classic: FrameworkEdition | None) -> Passage:
    rows = [Row(_("Ends in"), activity.takeaway)]
    if activity.ready:
        rows.append(Row(_("Have ready"), "\n".join(activity.ready)))
    if classic is not None:
        rows += _touches(activity, classic)
    if idea is not None:
        rows.append(Row(_("The idea"), f"{idea.name}. {idea.plain}"))
    if activity.origin:
        rows.append(Row(_("Where it comes from"), activity.origin, quiet=True))
    return Passage("about", _("What it is for"), activity.about, tuple(rows))


def _touches(activity: Activity, classic: FrameworkEdition) -> Iterator[Row]:
    names = {d.code: d.name for d in classic.dimensions}
    elements = {e.code: e.name for e in classic.elements}
    dimension = f"{names.get(activity.dimension, activity.dimension)} ({activity.dimension})"
    yield Row(_("Dimension"), dimension)
    if activity.elements:
        touched = "\n".join(f"{elements.get(code, code)} ({code})" for code in activity.elements)
        yield Row(_("Elements"), touched)


def _step(number: int, step: ActivityStep, activity: Activity) -> Passage:
    rows = [Row(_("The room reads"), step.line)] if step.line else []
    for label, text in (
        (_("Say"), step.script.say),
        (_("Do"), step.script.do),
        (_("Watch for"), step.script.watch),
    ):
        if text:
            rows.append(Row(label, text))
    asked = "\n".join(_asked(step, activity))
    if asked:
        rows.append(Row(_("Fill in"), asked))
    return Passage(
        f"step/{step.code}",
        f"{number}  {step.name}",
        step.question,
        tuple(rows),
        aside=minutes(step.minutes),
    )


def _asked(step: ActivityStep, activity: Activity) -> Iterator[str]:
    """Say what is filled in: each block, what it asks, and its fields or parts by name."""
    for block, fields in activity.used(step):
        parts = [part.name for part in fields if part.name and part.name != block.name]
        parts = parts or [place.name for place in block.places]
        named = ": " + ", ".join(parts) if parts else ""
        yield f"“{block.name}”{named}. {_sentence(block.ask)}".rstrip()
        if block.private:
            yield _("It is private: each person’s own, stored nowhere.")


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".?!" else text + "."
