"""From characters to glyphs: kerned, joined and stacked as each script wants it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise, zip_longest

import uharfbuzz

from lqf_workshop.reports.fonts import Glyph, Shaped, font
from lqf_workshop.reports.printable import drawn

_SIMPLE_BELOW = "\u0590"
_SCRIPTS = (
    ("Hebr", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("Arab", re.compile("[\u0600-\u07ff\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")),
    ("Deva", re.compile("[\u0900-\u0950\u0953-\u0963\u0966-\u097f\ua8e0-\ua8ff]")),
    ("Thai", re.compile("[\u0e00-\u0e7f]")),
    ("Geor", re.compile("[\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f]")),
)
_FEATURES = {"kern": True, "liga": True}


@lru_cache(maxsize=30_000)
def shape(text: str, bold: bool = False, rtl: bool = False) -> Shaped:
    """Return ``text``, which runs one way, as glyphs from left to right.

    Words come back again and again, so their glyphs are kept.
    """
    if not text:
        return Shaped((), 0)
    if text.isascii() or all(letter < _SIMPLE_BELOW for letter in text):
        return _shape(text, "", bold, rtl)
    parts = [_shape(part, script, bold, rtl) for script, part in _by_script(text)]
    if rtl:
        parts.reverse()
    if len(parts) == 1:
        return parts[0]
    glyphs = tuple(glyph for part in parts for glyph in part.glyphs)
    return Shaped(glyphs, sum(part.width for part in parts))


def _by_script(text: str) -> list[tuple[str, str]]:
    """Cut text where its script changes; spaces, marks and signs stay with what precedes."""
    scripts: list[str] = []
    for letter in text:
        found = next((code for code, letters in _SCRIPTS if letters.match(letter)), "")
        follows = not found and not letter.isalpha() and scripts
        scripts.append(scripts[-1] if follows else found)
    parts = groupby(zip(scripts, text, strict=True), key=lambda pair: pair[0])
    return [(script, "".join(letter for _script, letter in pairs)) for script, pairs in parts]


def _shape(text: str, script: str, bold: bool, rtl: bool) -> Shaped:
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(drawn(text))
    buffer.language = "en"
    buffer.direction = "rtl" if rtl else "ltr"
    if script:
        buffer.script = script
    buffer.guess_segment_properties()
    uharfbuzz.shape(font(bold).shaper, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    texts = _texts(text, [info.cluster for info in infos], rtl)
    glyphs = tuple(
        Glyph(info.codepoint, part, place.x_advance, place.x_offset, place.y_offset)
        for info, place, part in zip(infos, positions, texts, strict=True)
    )
    return Shaped(glyphs, sum(glyph.advance for glyph in glyphs))


def _texts(text: str, clusters: list[int], rtl: bool) -> list[str]:
    """Share the characters of ``text`` out among the glyphs, so that none is lost or doubled.

    Glyphs of one cluster get a character each in typed order, the last one what is left.
    """
    if clusters == list(range(len(text))):
        return list(text)
    starts = [*sorted(set(clusters)), len(text)]
    ends = dict(pairwise(starts))
    order = range(len(clusters))[::-1] if rtl else range(len(clusters))
    texts = [""] * len(clusters)
    done = 0
    for glyph, after in zip_longest(order, order[1:]):
        end = ends[clusters[glyph]]
        if after is not None and clusters[after] == clusters[glyph]:
            end = min(done + 1, end)
        texts[glyph] = text[done:end]
        done = end
    return texts
