"""What a vote is about: a dimension, one of its elements, or a skill on the issue in hand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from lqf_workshop.domain.framework import Dimension, Element, Idea


class SubjectKind(Enum):
    """The three things a team can vote on; a skill is never compared with the others."""

    DIMENSION = "dimension"
    ELEMENT = "element"
    SKILL = "skill"


class Depth(Enum):
    """How closely a dimension is rated: as a whole, then its elements too, or only those."""

    WHOLE = "whole"
    BOTH = "both"
    ELEMENTS = "elements"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing people vote on. ``code`` is stored with its rounds.

    ``mark`` is what stands on its badge: two letters, and an element's number behind them.
    """

    code: str
    kind: SubjectKind
    mark: str
    name: str
    short_name: str
    plain: str


SKILL_MARK = "SK"
_APART = "@"


def of_dimension(dimension: Dimension) -> Subject:
    """Return a dimension as something to vote on."""
    return Subject(
        dimension.code,
        SubjectKind.DIMENSION,
        dimension.code,
        dimension.name,
        dimension.short_name,
        dimension.plain,
    )


def of_element(element: Element) -> Subject:
    """Return an element as something to vote on; its code begins with its dimension's."""
    return Subject(
        element.code, SubjectKind.ELEMENT, element.code, element.name, element.name, element.plain
    )


def of_skill(skill: Idea, step_id: int) -> Subject:
    """Return a skill on the issue of one step; another step's issue is another subject."""
    return Subject(
        skill_code(skill.code, step_id),
        SubjectKind.SKILL,
        SKILL_MARK,
        skill.name,
        skill.name,
        skill.plain,
    )


def skill_code(skill: str, step_id: int) -> str:
    """Return the code under which votes on a skill are stored, for one step."""
    return f"{skill}{_APART}{step_id}"


def skill_of(code: str) -> tuple[str, int] | None:
    """Return the skill and the step that a subject's code names; None for a dimension's."""
    skill, apart, step = code.partition(_APART)
    return (skill, int(step)) if apart and step.isdecimal() else None


def dimension_code(code: str) -> str:
    """Return the dimension that a dimension's or an element's code belongs to."""
    return code[:2]


def icon_of(mark: str) -> str:
    """Return the name of the icon that goes with a badge's mark."""
    return f"dimension-{mark[:2]}"


def subject_codes(
    dimension: Dimension, depth: Depth, only: Collection[str] = ()
) -> tuple[str, ...]:
    """Return what a dimension's votes are about at a depth, the whole before its parts.

    ``only`` names the elements that are rated, where not all of them are.
    """
    every = tuple(element.code for element in dimension.elements)
    elements = tuple(code for code in every if code in only) or every
    if depth is Depth.WHOLE or not elements:
        return (dimension.code,)
    return elements if depth is Depth.ELEMENTS else (dimension.code, *elements)
