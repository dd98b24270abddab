"""Voting is open: the question, six answers, and only how many have voted."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF

from lqf_workshop.scenes.scene import AnswerFace, VoteScene
from lqf_workshop_ui.big_screen.look import BODY, LEAD, LEAST, SMALL, SUBHEAD, Look, colour
from lqf_workshop_ui.big_screen.marks import Disc, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    badge_header,
    grid,
    headline,
    pages_of,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Card, Gap, Middle, Piece, Row, Stack, Wrap
from lqf_workshop_ui.big_screen.text import one_line_width
from lqf_workshop_ui.big_screen.words import voted_words

GAP, PAD = 20, 24
DOTS_IN_ROW = 16


def draw(scene: VoteScene, look: Look) -> list[Sheet]:
    """Lay out an open vote."""
    place = words(look, scene.place, SMALL, look.colours.muted, most_lines=2)
    name = words(look, scene.name, LEAD, bold=True, most_lines=1)
    body = Stack(
        [
            headline(look, scene.name),
            Gap(16),
            words(look, scene.plain, LEAD, pitch=1.3, balanced=True),
            Gap(48, stretch=1),
            _answers(scene, look),
            Gap(16, stretch=1),
        ]
    )
    return pages_of(
        look,
        body,
        header=badge_header(look, scene.badge, place),
        again=badge_header(look, scene.badge, name, place),
        footer=_turnout(scene, look),
        timer=scene.timer,
        gap=24,
    )


def _answers(scene: VoteScene, look: Look) -> Piece:
    """The answers as cards, as many to a row as leave every word whole."""
    columns = _columns(scene, look)
    return grid([_answer(scene, look, answer, columns) for answer in scene.answers], columns, GAP)


def _columns(scene: VoteScene, look: Look) -> int:
    def need(answer: AnswerFace) -> float:
        word = one_line_width(answer.word[:40], look.font(BODY, True))
        parts = (one_line_width(w[:40], look.font(LEAST + 2)) for w in answer.meaning.split())
        return max(word, *parts, 0.0)

    widest = max(map(need, scene.answers), default=0.0) + 2 * PAD
    return next((n for n in (6, 3, 2) if (FULL - GAP * (n - 1)) / n >= widest), 1)


def _answer(scene: VoteScene, look: Look, answer: AnswerFace, columns: int) -> Piece:
    """One answer; "can't see" has a dashed border, since it is not a point of the scale."""
    colours, aside = look.colours, answer.number == 0
    ink = colours.muted if aside else look.theme.dimension(scene.badge.code)
    number = words(look, str(answer.number), 84, ink, bold=True, pitch=1.1)
    text = Stack(
        [
            words(look, answer.word, BODY, bold=True, pitch=1.25, clings=True),
            words(look, answer.meaning, LEAST + 2, colours.muted, pitch=1.28),
        ]
    )
    beside = columns < 6
    return Card(
        Row([number, text], 24, [None, 1.0]) if beside else Stack([number, text]),
        pad_x=PAD,
        pad_y=24,
        fill=None if aside else colour(colours.card),
        line=colour(colours.control if aside else colours.line),
        line_width=look.line,
        radius=24,
        dashed=aside,
    )


def _turnout(scene: VoteScene, look: Look) -> Piece:
    """The dots, "9 of 11 voted", and the promise, in one line while they fit."""
    count = words(look, voted_words(scene), SUBHEAD, bold=True, pitch=1.2)
    left = Wrap([_dots(scene, look), count], look.space(32), 12)
    promise = words(look, scene.promise, SMALL, look.colours.muted)
    if promise is None:
        return left
    room = FULL - left.width(FULL) - 64
    if promise.width(FULL) <= room:
        return Row([left, Middle(promise, end=True)], 64, [None, 1.0])
    return Stack([left, Gap(8), promise])


def _dots(scene: VoteScene, look: Look) -> Box | None:
    """A dot for every person: filled once they have voted. Who voted is not known."""
    people = max(scene.expected, scene.voted)
    if not people:
        return None
    rows = ceil(people / DOTS_IN_ROW)
    columns = ceil(people / rows)
    side = look.space(38 if rows == 1 else 28 if rows < 4 else 20)
    pitch = side * 1.36
    ink = colour(look.theme.dimension(scene.badge.code))
    discs = [
        Disc(QRectF(n % columns * pitch, n // columns * pitch, side, side), ink, n < scene.voted)
        for n in range(people)
    ]
    return Box((columns - 1) * pitch + side, (rows - 1) * pitch + side, discs)
