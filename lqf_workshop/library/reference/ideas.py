"""The sheets of the common leadership approach: attributes, skills, constructs and methods."""

from __future__ import annotations

from collections.abc import Sequence

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.framework import Family, Idea
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet
from lqf_workshop.wording import _, minutes


def families() -> tuple[tuple[Family, str, str], ...]:
    """Return each list of ideas with its name and a line about it."""
    return (
        (Family.ATTRIBUTE, _("Eight attributes"), _("Spotted in real moments, never scored.")),
        (Family.SKILL, _("Five skills"), _("What leading asks us to practise.")),
        (
            Family.LEADERSHIP_CONSTRUCT,
            _("Three kinds of leadership"),
            _("Whom we lead with, and where."),
        ),
        (
            Family.KEY_CONSTRUCT,
            _("Five key ideas"),
            _("Ways to look at a service and its people."),
        ),
        (
            Family.TAXONOMY,
            _("Eight ways of working"),
            _("Activities for issues without one right answer."),
        ),
        (
            Family.SYSTEMS_LEADERSHIP,
            _("Systems leadership"),
            _("Leading where nobody is in charge of the whole."),
        ),
    )


def ideas_sheet(
    family: Family,
    title: str,
    about: str,
    ideas: tuple[Idea, ...],
    activities: Sequence[Activity] = (),
) -> Sheet:
    """Return the sheet of one list of ideas; each names the ``activities`` that come from it."""
    passages = tuple(_idea(idea, [a for a in activities if a.idea == idea.code]) for idea in ideas)
    return Sheet(f"ideas/{family.value}", Group.IDEAS, title, about, passages)


def _idea(idea: Idea, activities: Sequence[Activity]) -> Passage:
    rows = [Row(_("In the room"), idea.use)]
    if activities:
        named = "\n".join(f"{a.name}, {minutes(a.minutes)}" for a in activities)
        rows.append(Row(_("As an activity"), named))
    if idea.origin:
        rows.append(Row(_("Where it comes from"), idea.origin, quiet=True))
    return Passage(idea.code, idea.name, idea.plain, tuple(rows), aside=minutes(idea.minutes))
