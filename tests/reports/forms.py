"""What the tests of slips and sheets print: the shipped scales, roles and subjects."""

from __future__ import annotations

from lqf_workshop.domain.framework import (
    NHS_SCALE,
    SURENESS,
    Family,
    FrameworkEdition,
    Scale,
)
from lqf_workshop.domain.subject import Subject, of_dimension, of_element, of_skill
from tests.builders import SHELF


def classic() -> FrameworkEdition:
    """Return the classic edition."""
    edition = SHELF.edition("lqf-classic")
    assert edition is not None
    return edition


def shipped(code: str) -> Scale:
    """Return a scale that belongs to no edition."""
    scale = SHELF.scale(code)
    assert scale is not None
    return scale


SCALE = classic().own_scale
REACH = shipped(NHS_SCALE)
SURE = shipped(SURENESS)
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
