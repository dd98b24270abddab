"""The sheets of the common leadership approach: attributes, skills, constructs and methods."""

from __future__ import annotations

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


def ideas_sheet(family: Family, title: str, about: str, ideas: tuple[Idea, ...]) -> Sheet:
    """Return the sheet of one list of ideas."""
    return Sheet(
        f"ideas/{family.value}", Group.IDEAS, title, about, tuple(_idea(idea) for idea in ideas)
    )


def _idea(idea: Idea) -> Passage:
    rows = [Row(_("In the room"), idea.use)]
    if idea.origin:
        rows.append(Row(_("Where it comes from"), idea.origin, quiet=True))
    return Passage(idea.code, idea.name, idea.plain, tuple(rows), aside=minutes(idea.minutes))
