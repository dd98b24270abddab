"""A wrong file is named, with the place and the need, and the rest of the shelf goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lqf_workshop.domain.framework import Family
from lqf_workshop.errors import ContentProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.library.themes import theme
from tests.builders import ROOT

CLASSIC = "frameworks/lqf-classic/framework.toml"
BEHAVIOURS = "frameworks/lqf-classic/behaviours.toml"
GLANCES = "frameworks/lqf-classic/at_a_glance.toml"
IDEAS = "frameworks/ideas.toml"
SCALES = "frameworks/scales.toml"
NHS = "frameworks/nhs-2011/map.toml"
DECK = "decks/wicked-issues.toml"
AGENDA = "agendas/60-minutes.toml"
THEME = "themes/light.toml"
ON_THE_SHELF = (CLASSIC, BEHAVIOURS, GLANCES, IDEAS, SCALES, NHS, DECK, AGENDA)
EVERY_KIND = (*ON_THE_SHELF, THEME)
TITLE_OF_THE_FIRST_CARD = 'title = "The rota that eats itself"'


@dataclass
class Resources:
    """A copy of the shipped content, to be spoilt."""

    root: Path

    def spoil(self, file: str, old: str, new: str) -> None:
        """Replace the first ``old`` in a file."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has changed: {old} is not in it"
        path.write_text(text.replace(old, new, 1), "utf-8")

    def problem(self, file: str) -> str:
        """Return what is said about a file."""
        if file == THEME:
            with pytest.raises(ContentProblem) as caught:
                theme.__wrapped__("light")
            return str(caught.value)
        (problem,) = problems_of(read_all())
        return problem


def read_all() -> Shelf:
    shelf = Shelf()
    shelf.editions()
    shelf.behaviours()
    shelf.glances()
    shelf.nhs()
    shelf.scale("confidence")
    shelf.ideas(Family.SKILL)
    shelf.deck()
    shelf.templates()
    return shelf


def problems_of(shelf: Shelf) -> list[str]:
    return shelf.problems


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Resources:
    """The shelf reads from a copy of the shipped content."""
    root = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", root, ignore=shutil.ignore_patterns("*.svg"))

    def resource(*parts: str) -> Path:
        return root.joinpath(*parts)

    monkeypatch.setattr("lqf_workshop.library.reading.resource", resource)
    monkeypatch.setattr("lqf_workshop.library.shelf.resource", resource)
    return Resources(root)


def test_the_copy_is_read_without_a_problem(resources: Resources) -> None:
    assert read_all().problems == []
    assert theme.__wrapped__("light") == theme("light")


@dataclass(frozen=True)
class Wrong:
    """One way to spoil a file, and what has to be said about it."""

    file: str
    old: str
    new: str
    said: tuple[str, ...]


MISSING_KEYS = [
    Wrong(CLASSIC, 'edition = "classic edition"\n', "", ("`edition`",)),
    Wrong(CLASSIC, 'word = "Starting"\n', "", ("`word`", "scale[1]")),
    Wrong(IDEAS, 'name = "Moral purpose"\n', "", ("`name`", "ideas[0]")),
    Wrong(NHS, "number = 1\n", "", ("`number`", "stages[0]")),
    Wrong(SCALES, 'ask = "How far does this reach?"\n', "", ("`ask`", "scales[0]")),
    Wrong(DECK, TITLE_OF_THE_FIRST_CARD + "\n", "", ("`title`", "cards[0]")),
    Wrong(AGENDA, 'title = "Welcome"\n', "", ("`title`", "steps[0]")),
    Wrong(THEME, 'paper = "#FAF6EE"\n', "", ("`paper`", "colours")),
]
UNKNOWN_KEYS = [
    Wrong(CLASSIC, "version = 1\n", "version = 1\ncolour = 3\n", ("the key colour is not one",)),
    Wrong(CLASSIC, 'word = "Not yet"\n', 'word = "Not yet"\nwrod = ""\n', ("key scale[0].wrod",)),
    Wrong(BEHAVIOURS, "[PQ1]", "[PQ9]\nFW = 'x'\n[PQ1]", ("PQ9 should be the code of an element",)),
    Wrong(GLANCES, "[PQ]", "[PX]", ("PX should be the code of a dimension",)),
    Wrong(GLANCES, "FL = ", "XX = 'x'\nFL = ", ("PQ.XX should be the code of a role level",)),
    Wrong(IDEAS, "version = 1\n", "version = 1\ncolour = 3\n", ("the key colour is not one",)),
    Wrong(NHS, "number = 1\n", "number = 1\ncolor = 3\n", ("the key stages[0].color",)),
    Wrong(SCALES, "point = 2\n", "point = 2\nwrod = ''\n", ("key scales[0].points[1].wrod",)),
    Wrong(
        DECK,
        TITLE_OF_THE_FIRST_CARD,
        TITLE_OF_THE_FIRST_CARD + "\nsubtitle = 'x'",
        ("the key cards[0].subtitle is not one",),
    ),
    Wrong(AGENDA, "  [steps.scripts.start]\n", "  [steps.scripts.start]\nsya = ''\n", ("sya",)),
    Wrong(THEME, "[colours]\n", '[colours]\npapre = "#FFFFFF"\n', ("the key colours.papre",)),
]
WRONG_TYPES = [
    Wrong(
        CLASSIC, "version = 1\n", 'version = "one"\n', ("Expected `int`, got `str`", "`version`")
    ),
    Wrong(CLASSIC, "checked_on = 2026-07-31", 'checked_on = "May"', ("date", "`checked_on`")),
    Wrong(BEHAVIOURS, "FW = ", "FW = 3\nFX = ", ("Expected `str`, got `int`",)),
    Wrong(GLANCES, "FW = ", "FW = 3\nFX = ", ("Expected `str`, got `int`",)),
    Wrong(IDEAS, 'family = "attribute"', 'family = "virtue"', ("'virtue'", "ideas[0].family")),
    Wrong(SCALES, "point = 2", "point = '2'", ("Expected `int`", "scales[0].points[1].point")),
    Wrong(NHS, "stage = 1\n", "stage = 'one'\n", ("Expected `int`", "pictures[0].stage")),
    Wrong(NHS, 'levels = ["FW", "FL"]', 'levels = "FW"', ("Expected `array`", "stages[0].levels")),
    Wrong(DECK, "number = 1\n", "number = true\n", ("Expected `int`", "cards[0].number")),
    Wrong(DECK, 'kind = "figure"', 'kind = "rumour"', ("'rumour'", "cards[0].facts[0].kind")),
    Wrong(AGENDA, 'kind = "welcome"', 'kind = "party"', ("'party'", "steps[0].kind")),
    Wrong(AGENDA, "minutes = 60", 'minutes = "sixty"', ("Expected `int`", "`minutes`")),
    Wrong(THEME, "dark = false", 'dark = "no"', ("Expected `bool`, got `str`", "`dark`")),
]
WRONG_VALUES = [
    Wrong(CLASSIC, 'code = "lqf-classic"', 'code = "lqf"', ('code should be "lqf-classic"',)),
    Wrong(CLASSIC, "point = 3", "point = 4", ("scale should be the points 1 to 5 in order",)),
    Wrong(CLASSIC, 'code = "FL"', 'code = "FW"', ("levels should be without the same code", "FW")),
    Wrong(CLASSIC, 'code = "WO"', 'code = "PQ"', ("dimensions should be without the same", "PQ")),
    Wrong(CLASSIC, 'code = "WO"', 'code = "WOW"', ("dimensions[1].code should be two letters",)),
    Wrong(
        CLASSIC, 'code = "PQ4"', 'code = "WO9"', ("dimensions[0].elements should be codes that",)
    ),
    Wrong(
        CLASSIC,
        '  code = "PQ4"',
        '  code = "PQ4"\n  name = "One too many"\n  plain = ""\n\n  [[dimensions.elements]]\n'
        '  code = "PQ5"',
        ("dimensions[0].elements should be four elements",),
    ),
    Wrong(BEHAVIOURS, "SL = ", "XX = ", (".SL should be what you would see, in words",)),
    Wrong(GLANCES, "SL = ", "# SL = ", ("PQ.SL should be a sentence of at most 16 words",)),
    Wrong(GLANCES, "Owns", "Always " * 5 + "owns", ("PQ.FW should be", "at most 16 words")),
    Wrong(GLANCES, "put it right.", "put it right", ("PQ.FW should be", "with its full stop")),
    Wrong(CLASSIC, "We stay calm", "very " * 7 + "calm", ("dimensions[0].plainest", "14 words")),
    Wrong(IDEAS, 'family = "attribute"', 'family = "skill"', ("ideas should be 8 of family",)),
    Wrong(IDEAS, 'code = "integrity"', 'code = "insight"', ("the same code twice: insight",)),
    Wrong(SCALES, 'code = "confidence"', 'code = "nhs-stages"', ("the same code twice: nhs-st",)),
    Wrong(SCALES, "point = 3", "point = 4", ("scales[0].points should be the points 1 to 5",)),
    Wrong(SCALES, '"Partners"', '"Wider"', ("scales[0].points should be", "twice: Wider")),
    Wrong(SCALES, "reach?", "reach", ("scales[0].ask should be a question",)),
    Wrong(SCALES, '"Wider"', '"Wider than us"', ("points[3].word", "between 1 and 2 words")),
    Wrong(SCALES, '"Can’t see"', '""', ("scales[0].cant_see.word should be between 1 and 2",)),
    Wrong(SCALES, 'meaning = "Our', 'meaning = "It is our very', ("points[1].meaning", "6 words")),
    Wrong(SCALES, "goes home with them.", "goes", ("points[0].detail", "with a full stop")),
    Wrong(SCALES, "cant_see]", "cant_see]\n  point = 6", ("cant_see.point should be left out",)),
    Wrong(NHS, 'levels = ["SL"]', 'levels = ["XX"]', ("stages[3].levels should be known role",)),
    Wrong(NHS, 'lqf = "DS"\nstage = 4', 'lqf = "XX"\nstage = 4', ("pictures[27].lqf", "a domain")),
    Wrong(NHS, "stage = 4", "stage = 5", ("pictures[3].stage should be the number of a stage",)),
    Wrong(NHS, "stage = 4", "stage = 3", ("pictures should be one picture of PQ for each stage",)),
    Wrong(NHS, "Two coll", "very " * 22 + "Two coll", ("pictures[0].text", "at most 22 words")),
    Wrong(NHS, "go home.", "go home", ("pictures[0].text should be a sentence of at most 22",)),
    Wrong(NHS, 'lqf = "WO"', 'lqf = "XX"', ("domains[1].lqf should be a dimension",)),
    Wrong(DECK, '"MS2"', '"MS9"', ("cards[0].elements should be known elements",)),
    Wrong(DECK, '"FL", "OL"', '"FL", "ZZ"', ("cards[0].levels should be known role levels",)),
    Wrong(
        DECK, 'situation = "', 'situation = "' + "very " * 60, ("cards[0].situation", "60 words")
    ),
    Wrong(DECK, '"quarter-to-five', '"rota-that-eats-itself" #', ("rota-that-eats-itself",)),
    Wrong(AGENDA, "minutes = 60", "minutes = 61", ("minutes should be the sum of the steps, 60",)),
    Wrong(AGENDA, "scripts.start]", "scripts.begin]", ("steps[0].scripts should be a script for",)),
    Wrong(THEME, '"#FAF6EE"', '"cream"', ("colours.paper should be a colour such as #1C2B2D",)),
    Wrong(THEME, '"#7B3F8C"', '"#7B3F8"', ("dimensions.PQ should be a colour such as",)),
    Wrong(THEME, 'code = "light"', 'code = "lite"', ('code should be "light"',)),
]


@pytest.mark.parametrize(
    "wrong",
    [*MISSING_KEYS, *UNKNOWN_KEYS, *WRONG_TYPES, *WRONG_VALUES],
    ids=lambda wrong: f"{wrong.file}: {wrong.said[0]}",
)
def test_a_wrong_file_is_named_with_the_place_and_the_need(
    resources: Resources, wrong: Wrong
) -> None:
    resources.spoil(wrong.file, wrong.old, wrong.new)
    said = resources.problem(wrong.file)
    assert said.startswith(f"resources/{wrong.file}: ")
    for part in wrong.said:
        assert part in said


@pytest.mark.parametrize("file", EVERY_KIND)
def test_a_file_that_is_not_toml_is_named_with_the_line(resources: Resources, file: str) -> None:
    resources.spoil(file, "\n", "\nthis is = = not toml\n")
    said = resources.problem(file)
    assert said.startswith(f"resources/{file}: ")
    assert "at line 2" in said


@pytest.mark.parametrize("file", EVERY_KIND)
def test_a_file_that_is_not_utf_8_is_named_with_the_byte(resources: Resources, file: str) -> None:
    path = resources.root / file
    path.write_bytes(b"# caf\xe9\n" + path.read_bytes())
    assert resources.problem(file) == f"resources/{file}: expected UTF-8 text, but byte 5 is not."


@pytest.mark.parametrize("file", [f for f in EVERY_KIND if f != AGENDA])
def test_a_file_that_is_missing_is_named(resources: Resources, file: str) -> None:
    (resources.root / file).unlink()
    assert resources.problem(file) == f"resources/{file} is missing or cannot be read."


def test_an_agenda_that_was_taken_away_is_no_problem(resources: Resources) -> None:
    (resources.root / AGENDA).unlink()
    shelf = read_all()
    assert shelf.problems == []
    assert "60-minutes" not in [template.code for template in shelf.templates()]


def without(file: str) -> Callable[[Shelf], bool]:
    """Return how to tell that a shelf goes on without a file."""
    return {
        CLASSIC: lambda shelf: shelf.edition("lqf-classic") is None,
        BEHAVIOURS: lambda shelf: shelf.behaviours() == {},
        GLANCES: lambda shelf: shelf.glances() == {},
        IDEAS: lambda shelf: shelf.ideas(Family.ATTRIBUTE) == (),
        NHS: lambda shelf: shelf.nhs() is None,
        SCALES: lambda shelf: shelf.scale("nhs-stages") is None,
        DECK: lambda shelf: shelf.deck() is None,
        AGENDA: lambda shelf: len(shelf.templates()) == 6,
    }[file]


@pytest.mark.parametrize("file", ON_THE_SHELF)
def test_the_shelf_goes_on_without_a_wrong_file_and_names_it_once(
    resources: Resources, file: str
) -> None:
    (resources.root / file).write_text("wrong", "utf-8")
    shelf = read_all()
    assert without(file)(shelf)
    assert len(shelf.problems) == 1
    assert file in shelf.problems[0]


@pytest.mark.parametrize("file", ON_THE_SHELF)
def test_one_wrong_file_takes_no_other_from_the_shelf(resources: Resources, file: str) -> None:
    (resources.root / file).write_text("wrong", "utf-8")
    shelf = read_all()
    gone = {other for other in ON_THE_SHELF if without(other)(shelf)}
    assert gone == ({CLASSIC, BEHAVIOURS, GLANCES} if file == CLASSIC else {file})


def test_an_edition_that_is_not_shipped_is_not_looked_for() -> None:
    shelf = Shelf()
    assert shelf.edition("../../../etc/passwd") is None
    assert shelf.problems == []
