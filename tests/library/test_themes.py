"""Every pair of colours that meets on screen or paper can be told apart by tired eyes."""

from __future__ import annotations

import re

import pytest

from lqf_workshop.library.shelf import Shelf
from lqf_workshop.library.themes import THEME_CODES, theme

FOR_TEXT, FOR_MARKS = 4.5, 3.0
TEXT = [
    *[("ink", ground) for ground in ("paper", "panel", "card", "accent_soft", "warm_soft")],
    *[("muted", ground) for ground in ("paper", "panel", "card", "accent_soft", "warm_soft")],
    *[("accent", ground) for ground in ("paper", "panel", "card", "accent_soft")],
    *[("warm", ground) for ground in ("paper", "panel", "card", "warm_soft")],
    ("on_accent", "accent"),
    *[("on_side", ground) for ground in ("side", "side_raised")],
    *[("side_muted", ground) for ground in ("side", "side_raised")],
    *[("on_stage", ground) for ground in ("stage", "stage_raised")],
    *[("stage_muted", ground) for ground in ("stage", "stage_raised")],
    *[("stage_accent", ground) for ground in ("stage", "stage_raised")],
    *[(words, "sheet") for words in ("on_sheet", "sheet_muted", "sheet_warm")],
]
"""Words and what they stand on."""
MARKS = [
    *[("control", ground) for ground in ("paper", "panel", "card")],
    *[("accent", ground) for ground in ("paper", "panel", "card", "accent_soft")],
    ("stage_accent", "stage"),
    ("stage_accent", "stage_raised"),
]
"""Borders, bars and frames that alone say something, and what they stand on."""
GROUNDS_OF_DIMENSIONS = ("paper", "card", "panel", "accent_soft")
every_theme = pytest.mark.parametrize("code", THEME_CODES)


def luminance(colour: str) -> float:
    """Return how bright a colour is, as WCAG 2 reckons it."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_greatest_contrast_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@every_theme
@pytest.mark.parametrize(("words", "ground"), TEXT)
def test_words_can_be_read_on_their_ground(code: str, words: str, ground: str) -> None:
    colours = theme(code).colours
    assert contrast(getattr(colours, words), getattr(colours, ground)) >= FOR_TEXT


@every_theme
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_controls_and_marks_can_be_seen_on_their_ground(code: str, mark: str, ground: str) -> None:
    colours = theme(code).colours
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= FOR_MARKS


@every_theme
@pytest.mark.parametrize("ground", GROUNDS_OF_DIMENSIONS)
def test_a_dimension_in_its_colour_can_be_read_on_every_ground(code: str, ground: str) -> None:
    found = theme(code)
    for colour in found.dimensions.values():
        assert contrast(colour, getattr(found.colours, ground)) >= FOR_TEXT


@every_theme
def test_the_two_letters_on_a_badge_can_be_read(code: str) -> None:
    found = theme(code)
    for colour in found.dimensions.values():
        assert contrast(found.colours.on_dimension, colour) >= FOR_TEXT


@every_theme
def test_the_two_letters_of_a_dimension_from_elsewhere_can_be_read(code: str) -> None:
    found = theme(code)
    assert contrast(found.colours.on_dimension, found.dimension("XX")) >= FOR_TEXT


@every_theme
def test_every_shipped_dimension_has_a_colour_of_its_own(code: str, shelf: Shelf) -> None:
    for edition in shelf.editions():
        assert {d.code for d in edition.dimensions} <= set(theme(code).dimensions)


@pytest.mark.parametrize("code", ["light", "dark"])
def test_no_two_dimensions_share_a_colour(code: str) -> None:
    colours = list(theme(code).dimensions.values())
    assert len(set(colours)) == len(colours)


@every_theme
def test_every_colour_is_written_the_same_way(code: str) -> None:
    found = theme(code)
    values = [getattr(found.colours, name) for name in found.colours.__slots__]
    for colour in (*values, *found.dimensions.values()):
        assert re.fullmatch(r"#[0-9A-F]{6}", colour)


@every_theme
def test_a_dark_theme_has_light_words_on_a_dark_ground(code: str) -> None:
    found = theme(code)
    assert found.dark is (luminance(found.colours.ink) > luminance(found.colours.paper))


def test_high_contrast_has_thick_borders_that_can_be_seen() -> None:
    found = theme("contrast")
    assert found.border == 2
    assert contrast(found.colours.line, found.colours.card) >= FOR_MARKS
