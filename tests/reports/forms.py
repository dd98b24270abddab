"""What the tests of slips and sheets print: the classic edition's scale, roles and subjects."""

from __future__ import annotations

from lqf_workshop.domain.framework import Family, FrameworkEdition, Scale, ScalePoint
from lqf_workshop.domain.subject import Subject, of_dimension, of_element, of_skill
from lqf_workshop.library.shelf import Shelf

SHELF = Shelf()


def classic() -> FrameworkEdition:
    """Return the classic edition."""
    edition = SHELF.edition("lqf-classic")
    assert edition is not None
    return edition


SCALE = Scale(
    "how-well",
    "How well",
    1,
    "How well do we do this, as a team?",
    classic().scale,
    classic().cant_see,
)
SURE = Scale(
    "how-sure",
    "How sure",
    1,
    "How sure are we, on this issue?",
    tuple(
        ScalePoint(word, f"{word}, as far as we can tell today", "", point)
        for point, word in enumerate(
            ("Not at all", "A little", "Half sure", "Quite sure", "Very sure"), 1
        )
    ),
    classic().cant_see,
)
LEVELS = tuple((level.code, level.name) for level in classic().levels)
PERSONAL = of_dimension(classic().dimension("PQ"))
SECOND_ELEMENT = of_element(classic().dimension("PQ").elements[1])
STRATEGIC = of_skill(SHELF.ideas(Family.SKILL)[0], 3)


def everything() -> tuple[Subject, ...]:
    """Return all that a team can vote on: 7 dimensions, 28 elements and 5 skills."""
    edition = classic()
    return (
        *(of_dimension(dimension) for dimension in edition.dimensions),
        *(of_element(element) for element in edition.elements),
        *(of_skill(skill, 3) for skill in SHELF.ideas(Family.SKILL)),
    )
