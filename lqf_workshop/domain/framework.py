"""A leadership framework as a team meets it: dimensions, elements, role levels and the scale."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from lqf_workshop.wording import _


@dataclass(frozen=True, slots=True)
class Element:
    """One of the parts a dimension is made of."""

    code: str
    name: str
    plain: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a team rates itself on; ``code`` is the two letters on its badge.

    ``plainest`` is its meaning in one short sentence, for the plain-words view.
    """

    code: str
    name: str
    short_name: str
    senior: bool
    plain: str
    around_two: str
    around_four: str
    look_for: str
    elements: tuple[Element, ...] = ()
    plainest: str = ""


@dataclass(frozen=True, slots=True)
class RoleLevel:
    """A level of responsibility, from front-line worker to strategic leader."""

    code: str
    name: str
    plain: str
    question: str


@dataclass(frozen=True, slots=True)
class ScalePoint:
    """One anchored answer: a word, what it means in a few words, and in full."""

    word: str
    meaning: str
    detail: str
    point: int = 0


TEAM_SCALE = "team"
"""The code of the scale that an edition brings with it, in the team's own words."""
NHS_SCALE = "nhs-stages"
"""The code of the scale that asks how far a dimension reaches, by the NHS framework's stages."""
SURENESS = "confidence"
"""The code of the scale on which a team says how sure it is of a skill."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Five anchored points to choose from, and the answer beside them that is no point.

    ``ask`` is the question that the points answer. Votes on two scales are never joined.
    """

    code: str
    name: str
    version: int
    ask: str
    points: tuple[ScalePoint, ...]
    cant_see: ScalePoint

    @property
    def words(self) -> tuple[str, ...]:
        """The word of each point, lowest first."""
        return tuple(point.word for point in self.points)


@dataclass(frozen=True, slots=True)
class Scales:
    """The scales that belong to no edition, as one file."""

    scales: tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle that is talked about and never scored."""

    code: str
    name: str
    plain: str
    question: str


@dataclass(frozen=True, slots=True)
class FrameworkEdition:
    """One edition of a framework. Results of two editions are never joined."""

    code: str
    name: str
    edition: str
    version: int
    published: str
    complete: bool
    note: str
    source: str
    checked_on: date
    levels: tuple[RoleLevel, ...]
    scale: tuple[ScalePoint, ...]
    cant_see: ScalePoint
    dimensions: tuple[Dimension, ...]
    principles: tuple[Principle, ...] = ()

    @property
    def own_scale(self) -> Scale:
        """The scale in the team's own words, which every workshop has unless it chose another."""
        return Scale(
            TEAM_SCALE,
            _("Team wording"),
            self.version,
            _("How far do we do this?"),
            self.scale,
            self.cant_see,
        )

    def dimension(self, code: str) -> Dimension:
        """Return a dimension by its two letters; KeyError when this edition has none such."""
        for dimension in self.dimensions:
            if dimension.code == code:
                return dimension
        raise KeyError(code)

    @property
    def suggested(self) -> tuple[str, ...]:
        """The dimensions for everyone, which a new workshop starts with."""
        return tuple(d.code for d in self.dimensions if not d.senior)

    @property
    def names(self) -> dict[str, str]:
        """The short names of dimensions and the names of elements, by code."""
        names = {d.code: d.short_name for d in self.dimensions}
        return names | {element.code: element.name for element in self.elements}

    @property
    def elements(self) -> tuple[Element, ...]:
        """Every element, in order."""
        return tuple(element for d in self.dimensions for element in d.elements)


Behaviours = dict[str, dict[str, str]]
"""What you would see: element code, then role level code, to one or two sentences."""
Glances = dict[str, dict[str, str]]
"""What is most telling: dimension code, then role level code, to one short sentence."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the four stages of the NHS framework and the role levels it is closest to."""

    number: int
    name: str
    plain: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NhsDomain:
    """A domain of the NHS framework and the LQF dimension of the same place."""

    code: str
    name: str
    lqf: str
    difference: str


@dataclass(frozen=True, slots=True)
class NhsElement:
    """An element that the NHS framework calls by another name than the LQF does."""

    lqf: str
    name: str


@dataclass(frozen=True, slots=True)
class StagePicture:
    """What you would see when a dimension reaches as far as one stage."""

    lqf: str
    stage: int
    text: str


@dataclass(frozen=True, slots=True)
class NhsMap:
    """The NHS Leadership Framework beside the LQF."""

    code: str
    name: str
    edition: str
    version: int
    note: str
    source: str
    checked_on: date
    stages: tuple[Stage, ...]
    domains: tuple[NhsDomain, ...]
    pictures: tuple[StagePicture, ...] = ()
    renamed: tuple[NhsElement, ...] = ()

    def domain_of(self, dimension_code: str) -> NhsDomain | None:
        """Return the domain in the place of an LQF dimension, if there is one."""
        return next((d for d in self.domains if d.lqf == dimension_code), None)

    def other_name(self, element_code: str) -> str:
        """Return the NHS name of an LQF element, or nothing where both names are the same."""
        return next((e.name for e in self.renamed if e.lqf == element_code), "")

    def pictures_of(self, dimension_code: str) -> tuple[StagePicture, ...]:
        """Return the pictures of an LQF dimension, nearest stage first."""
        found = (picture for picture in self.pictures if picture.lqf == dimension_code)
        return tuple(sorted(found, key=lambda picture: picture.stage))


class Family(Enum):
    """The lists that the common leadership approach is made of."""

    ATTRIBUTE = "attribute"
    SKILL = "skill"
    LEADERSHIP_CONSTRUCT = "leadership-construct"
    KEY_CONSTRUCT = "key-construct"
    TAXONOMY = "taxonomy"
    SYSTEMS_LEADERSHIP = "systems-leadership"


@dataclass(frozen=True, slots=True)
class Idea:
    """An attribute, skill, construct or method: what it means and how the room uses it."""

    code: str
    family: Family
    name: str
    plain: str
    use: str
    origin: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Ideas:
    """The common leadership approach, as one file."""

    version: int
    ideas: tuple[Idea, ...] = field(default=())

    def of(self, family: Family) -> tuple[Idea, ...]:
        """Return the ideas of one list, in their order."""
        return tuple(idea for idea in self.ideas if idea.family is family)
