"""Everything shipped to read and use: frameworks, ideas, decks and agendas, each read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.agenda import AgendaTemplate
from lqf_workshop.domain.card_rules import card_problems
from lqf_workshop.domain.framework import (
    Behaviours,
    Family,
    FrameworkEdition,
    Glances,
    Idea,
    Ideas,
    NhsMap,
    Scale,
    ScalePoint,
    Scales,
)
from lqf_workshop.domain.notices import Notice, Screening
from lqf_workshop.domain.rating import CANT_SEE, SCALE
from lqf_workshop.domain.regulator import Regulator
from lqf_workshop.domain.scenario import Deck
from lqf_workshop.errors import ContentProblem
from lqf_workshop.library.activities import read_activity
from lqf_workshop.library.notices import read_notice, read_screening
from lqf_workshop.library.reading import expect, read_file, unique
from lqf_workshop.resource_files import resource
from lqf_workshop.wording import _

T = TypeVar("T")
EDITIONS = ("lqf-classic", "lqf-2026")
LONGEST_SITUATION = 60
"""Words on the front of a shipped card, so that it fits the big screen at its largest size."""
LONGEST_WORD = 2
"""Words of an answer: it stands large under its dots on the big screen."""
LONGEST_PICTURE = 22
"""Words of what you would see at one NHS stage."""
LONGEST_GLANCE = 16
"""Words on what you would see from one role level; four of them share the big screen."""
LONGEST_PLAINEST = 14
"""Words of a dimension's meaning in the plain-words view."""
LONGEST_MEANING = 6
"""Words that stand small under an answer, on two or three short lines."""


class Shelf:
    """The shipped content. A wrong file is left out and named in ``problems``."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._read: dict[str, object] = {}

    def edition(self, code: str) -> FrameworkEdition | None:
        """Return the shipped edition of a framework, if it could be read."""
        if code not in EDITIONS:
            return None
        return self._once(f"edition {code}", lambda: read_edition(code))

    def editions(self) -> tuple[FrameworkEdition, ...]:
        """Return every edition that could be read."""
        return tuple(e for e in map(self.edition, EDITIONS) if e)

    def behaviours(self) -> Behaviours:
        """Return what you would see, by element of the classic edition and role level."""
        return self._once("behaviours", self._behaviours) or {}

    def glances(self) -> Glances:
        """Return the most telling sentences, by dimension of the classic edition and role level."""
        return self._once("glances", self._glances) or {}

    def nhs(self) -> NhsMap | None:
        """Return the NHS framework beside the LQF."""
        return self._once("nhs", lambda: read_nhs(self.edition("lqf-classic")))

    def scale(self, code: str) -> Scale | None:
        """Return a scale that belongs to no edition; an edition's is its ``own_scale``."""
        scales = self._once("scales", read_scales) or ()
        return next((scale for scale in scales if scale.code == code), None)

    def ideas(self, family: Family) -> tuple[Idea, ...]:
        """Return one list of the common leadership approach."""
        ideas = self._once("ideas", read_ideas)
        return ideas.of(family) if ideas else ()

    def deck(self) -> Deck | None:
        """Return the shipped deck of wicked issues."""
        return self._once("deck", self._deck)

    def templates(self) -> tuple[AgendaTemplate, ...]:
        """Return every agenda template that could be read, in order."""
        found = (self._once(name, partial(read_template, name)) for name in _files("agendas"))
        return tuple(sorted((t for t in found if t), key=lambda t: t.order))

    def regulators(self) -> tuple[Regulator, ...]:
        """Return every regulator's framework that could be read, the one in force first."""
        found = (self._once(name, partial(read_regulator, name)) for name in _files("regulators"))
        return tuple(sorted((r for r in found if r), key=lambda r: r.order))

    def notice(self) -> Notice | None:
        """Return the privacy notice."""
        return self._once("notice", read_notice)

    def screening(self) -> Screening | None:
        """Return the questions that show whether an impact assessment is needed."""
        return self._once("screening", read_screening)

    def activities(self) -> tuple[Activity, ...]:
        """Return every activity a team can choose that could be read, in order."""
        return tuple(a for a in self._activities() if not a.on_card)

    def card_activity(self) -> Activity | None:
        """Return the steps that follow the prompts of every card."""
        return next((a for a in self._activities() if a.on_card), None)

    def _activities(self) -> list[Activity]:
        edition = self.edition("lqf-classic")
        found = (
            self._once(f"activity {name}", partial(read_activity, name, edition))
            for name in _files("activities")
        )
        return sorted((a for a in found if a), key=lambda a: a.order)

    def _behaviours(self) -> Behaviours:
        edition = self.edition("lqf-classic")
        return read_behaviours(edition) if edition else {}

    def _glances(self) -> Glances:
        edition = self.edition("lqf-classic")
        return read_glances(edition) if edition else {}

    def _deck(self) -> Deck:
        edition = self.edition("lqf-classic")
        return read_deck("wicked-issues", edition)

    def _once(self, key: str, read: Callable[[], T]) -> T | None:
        if key not in self._read:
            try:
                self._read[key] = read()
            except ContentProblem as problem:
                self._read[key] = None
                self.problems.append(str(problem))
        return self._read[key]  # type: ignore[return-value]


def read_edition(code: str) -> FrameworkEdition:
    """Read and check one edition of a framework."""
    name = f"resources/frameworks/{code}/framework.toml"
    edition = read_file(FrameworkEdition, "frameworks", code, "framework.toml")
    expect(edition.code == code, name, "code", f'"{code}"')
    points = tuple(p.point for p in edition.scale)
    expect(points == SCALE, name, "scale", _("the points 1 to 5 in order"))
    unique(name, "dimensions", (d.code for d in edition.dimensions))
    unique(name, "levels", (level.code for level in edition.levels))
    for n, dimension in enumerate(edition.dimensions):
        expect(len(dimension.code) == 2, name, f"dimensions[{n}].code", _("two letters"))
        good = all(e.code.startswith(dimension.code) for e in dimension.elements)
        expect(good, name, f"dimensions[{n}].elements", _("codes that begin with its letters"))
        if edition.complete:
            whole = len(dimension.elements) == 4
            expect(whole, name, f"dimensions[{n}].elements", _("four elements"))
        short = len(dimension.plainest.split()) <= LONGEST_PLAINEST
        wanted = _("at most {0} words").format(LONGEST_PLAINEST)
        expect(short, name, f"dimensions[{n}].plainest", wanted)
    return edition


def read_behaviours(edition: FrameworkEdition) -> Behaviours:
    """Read what you would see; every element needs a sentence for every role level."""
    name = f"resources/frameworks/{edition.code}/behaviours.toml"
    behaviours = read_file(Behaviours, "frameworks", edition.code, "behaviours.toml")
    known = {e.code for e in edition.elements}
    for code in behaviours:
        expect(code in known, name, code, _("the code of an element"))
    for code in sorted(known):
        for level in edition.levels:
            found = behaviours.get(code, {}).get(level.code, "").strip()
            expect(bool(found), name, f"{code}.{level.code}", _("what you would see, in words"))
    return behaviours


def read_glances(edition: FrameworkEdition) -> Glances:
    """Read the most telling sentences; every dimension needs one for every role level."""
    name = f"resources/frameworks/{edition.code}/at_a_glance.toml"
    glances = read_file(Glances, "frameworks", edition.code, "at_a_glance.toml")
    known = [d.code for d in edition.dimensions]
    levels = [level.code for level in edition.levels]
    for code, by_level in glances.items():
        expect(code in known, name, code, _("the code of a dimension"))
        for level in by_level:
            expect(level in levels, name, f"{code}.{level}", _("the code of a role level"))
    for code in known:
        for level in levels:
            text = glances.get(code, {}).get(level, "")
            expect(_is_short(text, LONGEST_GLANCE), name, f"{code}.{level}", _short(LONGEST_GLANCE))
    return glances


def _is_short(text: str, most: int) -> bool:
    return 0 < len(text.split()) <= most and text.rstrip("”").endswith(".")


def _short(most: int) -> str:
    return _("a sentence of at most {0} words, with its full stop").format(most)


def read_nhs(edition: FrameworkEdition | None) -> NhsMap:
    """Read the NHS framework and check that it joins only what the classic edition has."""
    name = "resources/frameworks/nhs-2011/map.toml"
    nhs = read_file(NhsMap, "frameworks", "nhs-2011", "map.toml")
    if edition is not None:
        _check_joins(name, nhs, edition)
    _check_pictures(name, nhs)
    return nhs


def _check_joins(name: str, nhs: NhsMap, edition: FrameworkEdition) -> None:
    levels, dimensions = {e.code for e in edition.levels}, {d.code for d in edition.dimensions}
    for n, stage in enumerate(nhs.stages):
        expect(set(stage.levels) <= levels, name, f"stages[{n}].levels", _("known role levels"))
    for n, domain in enumerate(nhs.domains):
        known = domain.lqf in dimensions
        expect(known, name, f"domains[{n}].lqf", _("a dimension of the classic edition"))
    elements = {e.code for e in edition.elements}
    for n, renamed in enumerate(nhs.renamed):
        known = renamed.lqf in elements and bool(renamed.name.strip())
        expect(known, name, f"renamed[{n}]", _("a known element and its NHS name"))


def _check_pictures(name: str, nhs: NhsMap) -> None:
    known, stages = {d.lqf for d in nhs.domains}, sorted(s.number for s in nhs.stages)
    for n, picture in enumerate(nhs.pictures):
        here = f"pictures[{n}]"
        expect(picture.lqf in known, name, f"{here}.lqf", _("the LQF code of a domain"))
        expect(picture.stage in stages, name, f"{here}.stage", _("the number of a stage"))
        short = _is_short(picture.text, LONGEST_PICTURE)
        expect(short, name, f"{here}.text", _short(LONGEST_PICTURE))
    for domain in nhs.domains:
        found = [picture.stage for picture in nhs.pictures_of(domain.lqf)]
        wanted = _("one picture of {0} for each stage").format(domain.lqf)
        expect(found == stages, name, "pictures", wanted)


def read_scales() -> tuple[Scale, ...]:
    """Read the scales that belong to no edition; each answer must fit under its dots."""
    name = "resources/frameworks/scales.toml"
    scales = read_file(Scales, "frameworks", "scales.toml").scales
    unique(name, "scales", (scale.code for scale in scales))
    for n, scale in enumerate(scales):
        here = f"scales[{n}]"
        points = tuple(p.point for p in scale.points)
        expect(points == SCALE, name, f"{here}.points", _("the points 1 to 5 in order"))
        unique(name, f"{here}.points", scale.words)
        expect(scale.ask.endswith("?"), name, f"{here}.ask", _("a question"))
        for k, point in enumerate(scale.points):
            _check_answer(name, f"{here}.points[{k}]", point)
        _check_answer(name, f"{here}.cant_see", scale.cant_see)
        beside = scale.cant_see.point == CANT_SEE
        expect(beside, name, f"{here}.cant_see.point", _("left out: it is no point"))
    return scales


def _check_answer(name: str, here: str, answer: ScalePoint) -> None:
    for key, text, most in (
        ("word", answer.word, LONGEST_WORD),
        ("meaning", answer.meaning, LONGEST_MEANING),
    ):
        good = 0 < len(text.split()) <= most
        expect(good, name, f"{here}.{key}", _("between 1 and {0} words").format(most))
    expect(answer.detail.endswith("."), name, f"{here}.detail", _("a sentence with a full stop"))


def read_ideas() -> Ideas:
    """Read the common leadership approach and check its lists are whole."""
    name = "resources/frameworks/ideas.toml"
    ideas = read_file(Ideas, "frameworks", "ideas.toml")
    unique(name, "ideas", (i.code for i in ideas.ideas))
    wanted = {
        Family.ATTRIBUTE: 8,
        Family.SKILL: 5,
        Family.LEADERSHIP_CONSTRUCT: 3,
        Family.KEY_CONSTRUCT: 5,
        Family.TAXONOMY: 8,
        Family.SYSTEMS_LEADERSHIP: 1,
    }
    for family, number in wanted.items():
        good = len(ideas.of(family)) == number
        expect(good, name, "ideas", _("{0} of family {1}").format(number, family.value))
    return ideas


def read_deck(code: str, edition: FrameworkEdition | None) -> Deck:
    """Read a deck and check every card against the framework it is tagged with."""
    name = f"resources/decks/{code}.toml"
    deck = read_file(Deck, "decks", f"{code}.toml")
    unique(name, "cards", (c.code for c in deck.cards))
    elements = {e.code for e in edition.elements} if edition else None
    levels = {level.code for level in edition.levels} if edition else None
    for n, card in enumerate(deck.cards):
        here = f"cards[{n}]"
        for problem in card_problems(card):
            raise ContentProblem(f"{name}: {here}.{problem.field.value}: {problem.sentence}")
        short = len(card.situation.split()) <= LONGEST_SITUATION
        expect(short, name, f"{here}.situation", _("at most {0} words").format(LONGEST_SITUATION))
        if elements is not None and levels is not None:
            expect(set(card.elements) <= elements, name, f"{here}.elements", _("known elements"))
            expect(set(card.levels) <= levels, name, f"{here}.levels", _("known role levels"))
    return deck


def read_template(file: str) -> AgendaTemplate:
    """Read an agenda and check that its steps fill its time."""
    name = f"resources/agendas/{file}"
    template = read_file(AgendaTemplate, "agendas", file)
    total = sum(step.minutes for step in template.steps)
    expect(total == template.minutes, name, "minutes", _("the sum of the steps, {0}").format(total))
    for n, step in enumerate(template.steps):
        good = "start" in step.scripts
        expect(good, name, f"steps[{n}].scripts", _("a script for the start"))
    return template


def read_regulator(file: str) -> Regulator:
    """Read one regulator's framework; every code begins with the framework's own."""
    name = f"resources/regulators/{file}"
    regulator = read_file(Regulator, "regulators", file)
    codes = [line.code for line in regulator.lines]
    unique(name, "questions", codes)
    for code in (*codes, *(question.code for question in regulator.questions)):
        good = code.startswith(f"{regulator.code}/")
        expect(good, name, code, _("a code that begins with “{0}/”").format(regulator.code))
    return regulator


def _files(folder: str) -> list[str]:
    """Return the names of the content files in a folder, in order."""
    return sorted(f.name for f in resource(folder).iterdir() if f.name.endswith(".toml"))
