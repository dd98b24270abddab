"""Each vote as a picture for slides and documents: SVG, from the one geometry of dots."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from lqf_workshop.charts.dot_plot import Dot, DotPlot, dot_plot
from lqf_workshop.domain.framework import Scale
from lqf_workshop.domain.subject import SubjectKind, skill_of
from lqf_workshop.domain.summary import SubjectResult, WorkshopSummary
from lqf_workshop.exchange.xml_letters import xml_text
from lqf_workshop.library.themes import theme
from lqf_workshop.scenes import findings
from lqf_workshop.wording import _

WIDTH, HEIGHT = 960, 480
"""Units of a picture; one that is drawn in dots is twice as wide and high or more."""
FONTS = "FiraGO, 'Fira Sans', Calibri, Arial, sans-serif"
_LEFT, _PLOT_WIDTH, _PLOT_TOP, _PLOT_HEIGHT = 48, 864, 164, 150
_BASE = _PLOT_TOP + _PLOT_HEIGHT
_NAME_LETTERS, _WORD_LETTERS = 50, 17


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what its file is called, and the drawing."""

    name: str
    svg: str
    height: int = HEIGHT

    def set_in(self, typeface: str) -> str:
        """Return the drawing for a program that is given one typeface and has it."""
        return self.svg.replace(FONTS, typeface)


def pictures(summary: WorkshopSummary) -> tuple[Picture, ...]:
    """Return a picture of each thing that has a revealed vote."""
    skills = (one for part in summary.skills for one in part.results)
    every = [one for one in (*summary.results, *skills) if one.rounds]
    return tuple(Picture(_name(result), _svg(result, _scale(summary, result))) for result in every)


def _name(result: SubjectResult) -> str:
    skill = skill_of(result.subject.code)
    return _("Votes {0}").format(f"{skill[0]}-{skill[1]}" if skill else result.subject.code)


def _scale(summary: WorkshopSummary, result: SubjectResult) -> Scale:
    skill = result.subject.kind is SubjectKind.SKILL
    return summary.sureness if skill and summary.sureness else summary.scale


def _svg(result: SubjectResult, scale: Scale) -> str:
    colours = theme("light").colours
    title = f"{result.subject.name}: {findings.headline(result.rounds[-1].tally)}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{FONTS}" role="img">',
        f"<title>{escape(xml_text(title))}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{colours.card}"/>',
        *_head(result),
        *_plot(result),
        *_points(result, scale),
        _text(_LEFT, HEIGHT - 30, _numbers(result), 17, colours.muted),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _head(result: SubjectResult) -> Iterator[str]:
    """Yield the badge, the name and the finding."""
    colours = theme("light").colours
    mark = result.subject.mark
    wide = 44 + 14 * len(mark)
    yield (
        f'<rect x="{_LEFT}" y="36" width="{wide}" height="44" rx="12" '
        f'fill="{theme("light").dimension(mark)}"/>'
    )
    yield _text(_LEFT + wide / 2, 65, mark, 20, colours.on_dimension, bold=True, middle=True)
    name = textwrap.shorten(result.subject.name, _NAME_LETTERS, placeholder=" …")
    yield _text(_LEFT + wide + 20, 67, name, 28, colours.ink, bold=True)
    finding = findings.headline(result.rounds[-1].tally)
    yield _text(_LEFT, 122, finding, 22, colours.ink)


def _plot(result: SubjectResult) -> Iterator[str]:
    latest = result.rounds[-1].tally.counts
    first = result.rounds[0].tally.counts if len(result.rounds) > 1 else None
    plot = dot_plot(latest, first, _PLOT_WIDTH, _PLOT_HEIGHT - 6, largest=15)
    colour = theme("light").dimension(result.subject.mark)
    yield from (_dot(dot, colour, filled=dot.second or first is None) for dot in plot.dots)
    yield (
        f'<line x1="{_LEFT}" y1="{_BASE}" x2="{_LEFT + _PLOT_WIDTH}" y2="{_BASE}" '
        f'stroke="{theme("light").colours.control}" stroke-width="2"/>'
    )
    yield from _frame(plot, findings.middle_span(result.rounds[-1].tally), colour)


def _dot(dot: Dot, colour: str, *, filled: bool) -> str:
    x, y = _LEFT + dot.x, _BASE - 6 - dot.y
    if filled:
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{dot.radius:.2f}" fill="{colour}"/>'
    pen = max(2.0, dot.radius * 0.3)
    return (
        f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{dot.radius - pen / 2:.2f}" fill="none" '
        f'stroke="{colour}" stroke-width="{pen:.2f}"/>'
    )


def _frame(plot: DotPlot, middle: tuple[int, int] | None, colour: str) -> Iterator[str]:
    """Yield the frame around the points of the middle vote."""
    if middle is not None:
        low, high = (plot.centres[point - 1] for point in middle)
        yield (
            f'<rect x="{_LEFT + low - 22:.2f}" y="{_BASE + 12}" width="{high - low + 44:.2f}" '
            f'height="40" rx="10" fill="none" stroke="{colour}" stroke-width="2.5"/>'
        )


def _points(result: SubjectResult, scale: Scale) -> Iterator[str]:
    """Yield each point under the line: its number, and its word on one line or two."""
    colours = theme("light").colours
    middle = findings.middle_span(result.rounds[-1].tally)
    slot = _PLOT_WIDTH / len(scale.points)
    for number, word in enumerate(scale.words, 1):
        x = _LEFT + slot * (number - 0.5)
        inside = middle is not None and middle[0] <= number <= middle[1]
        yield _text(x, _BASE + 40, str(number), 22, colours.ink, bold=inside, middle=True)
        for row, line in enumerate(_in_two(word)):
            yield _text(x, _BASE + 76 + 20 * row, line, 16, colours.muted, middle=True)


def _in_two(word: str) -> Sequence[str]:
    return textwrap.wrap(word, _WORD_LETTERS, max_lines=2, placeholder=" …")


def _numbers(result: SubjectResult) -> str:
    """Say the middle vote and how many voted, and what the rings are."""
    rounds = result.rounds
    parts = [findings.turnout(rounds[-1])]
    if rounds[-1].tally.rated:
        parts.insert(0, _("Middle vote {0}").format(findings.middle_and_before(rounds)))
    if len(rounds) > 1:
        parts.append(_("rings: first vote"))
    return " · ".join(parts)


def _text(
    x: float,
    y: float,
    words: str,
    size: int,
    colour: str,
    *,
    bold: bool = False,
    middle: bool = False,
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size}" fill="{colour}"{weight}{anchor}>'
        f"{escape(xml_text(words))}</text>"
    )
