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
    body_room,
    grid,
    headline,
    numeral,
    pages_of,
    words,
)
from lqf_workshop_ui.big_screen.pieces import (
    Box,
    Break,
    Card,
    Gap,
    Middle,
    Piece,
    Row,
    Stack,
    Wide,
    Wrap,
)
from lqf_workshop_ui.big_screen.text import one_line_width
from lqf_workshop_ui.big_screen.words import voted_words

GAP, PAD = 20, 24
GAP_BESIDE = 24
DOTS_IN_ROW = 16
MOST_DOTS = 64
"""More dots than these would be too small to see; the number says it too."""
MEANING = LEAST + 2


def draw(scene: VoteScene, look: Look) -> list[Sheet]:
    """Lay out an open vote: question, answers and turnout on one page while they fit."""
    if look.large:
        return _answers_first(scene, look)
    place = _place(scene, look)
    header = badge_header(look, scene.badge, place)
    count, promise = _turnout(scene, look, SUBHEAD)
    answers = [Gap(32, stretch=1), _answers(scene, look), Gap(0, stretch=1)]
    body = Stack([*_question(scene, look, LEAD), *answers, promise])
    if body.height(FULL) > body_room(look, header, count, scene.timer, GAP_BESIDE):
        return _answers_first(scene, look)
    return pages_of(look, body, header=header, footer=count, timer=scene.timer, gap=GAP_BESIDE)


def _answers_first(scene: VoteScene, look: Look) -> list[Sheet]:
    """In large text the answers come first, and what they answer on the page after."""
    name = words(look, scene.badge.name, BODY, bold=True, pitch=1.2, most_lines=2)
    count, promise = _turnout(scene, look, BODY)
    question = [*_question(scene, look, BODY), Gap(24), promise]
    return pages_of(
        look,
        Stack([_answer_list(scene, look), Break(), *question]),
        header=badge_header(look, scene.badge, name),
        again=badge_header(look, scene.badge, _place(scene, look)),
        footer=count,
        timer=scene.timer,
        gap=16,
    )


def _place(scene: VoteScene, look: Look) -> Piece | None:
    return words(look, scene.place, SMALL, look.colours.muted, most_lines=2)


def _question(scene: VoteScene, look: Look, base: int) -> list[Piece | None]:
    plain = words(look, scene.plain, base, pitch=1.3, balanced=True)
    return [headline(look, scene.name), Gap(16), plain]


def _answers(scene: VoteScene, look: Look) -> Piece:
    """The answers as cards, as many to a row as leave every word whole."""
    columns = _columns(scene, look)
    return grid([_answer(scene, look, answer, columns) for answer in scene.answers], columns, GAP)


def _columns(scene: VoteScene, look: Look) -> int:
    def need(answer: AnswerFace) -> float:
        word = one_line_width(answer.word[:40], look.style(BODY, True))
        parts = (one_line_width(w[:40], look.style(MEANING)) for w in answer.meaning.split())
        return max(word, *parts, 0.0)

    widest = max(map(need, scene.answers), default=0.0) + 2 * PAD
    return next((n for n in (6, 3, 2) if (FULL - GAP * (n - 1)) / n >= widest), 1)


def _answer(scene: VoteScene, look: Look, answer: AnswerFace, columns: int) -> Piece:
    """One answer; "can't see" has a dashed border, since it is not a point of the scale."""
    colours, aside = look.colours, answer.number == 0
    number = words(look, str(answer.number), 84, _ink(scene, look, answer), bold=True, pitch=1.1)
    text = Stack(
        [
            words(look, answer.word, BODY, bold=True, pitch=1.25, clings=True),
            Gap(6),
            words(look, answer.meaning, MEANING, colours.muted, pitch=1.28),
        ]
    )
    return Card(
        Row([number, text], 24, [None, 1.0]) if columns < 6 else Stack([number, text]),
        pad_x=PAD,
        pad_y=24,
        fill=None if aside else colour(colours.card),
        line=colour(colours.control if aside else colours.line),
        line_width=look.line,
        radius=24,
        dashed=aside,
    )


def _ink(scene: VoteScene, look: Look, answer: AnswerFace) -> str:
    return look.theme.dimension(scene.badge.code) if answer.number else look.colours.muted


def _answer_list(scene: VoteScene, look: Look) -> Stack:
    """The answers one under the other: number, word, meaning, each in its column."""
    bold = look.style(BODY, True)
    words_wide = max((one_line_width(a.word[:30], bold) for a in scene.answers), default=0.0)
    rows: list[Piece | None] = []
    for answer in scene.answers:
        number = numeral(look, answer.number, BODY, _ink(scene, look, answer), pitch=1.16)
        word = words(look, answer.word, BODY, bold=True, pitch=1.16)
        meaning = words(look, answer.meaning, MEANING, look.colours.muted, pitch=1.16)
        cells = [
            number,
            Wide(word, words_wide) if word else None,
            Middle(meaning) if meaning else None,
        ]
        rows += [Gap(4, stretch=1, most=28), Row(cells, look.space(24), [None, None, 1.0])]
    return Stack(rows[1:])


def _turnout(scene: VoteScene, look: Look, base: int) -> tuple[Piece, Piece | None]:
    """Return the foot: dots, "9 of 11 voted", and the promise; or the promise by itself."""
    count = words(look, voted_words(scene), base, bold=True, pitch=1.2)
    left = Wrap([_dots(scene, look), count], 32, 12)
    promise = words(look, scene.promise, SMALL, look.colours.muted)
    if promise is None or promise.width(FULL) > FULL - left.width(FULL) - 64:
        return left, promise
    return Row([left, Middle(promise, end=True)], 64, [None, 1.0]), None


def _dots(scene: VoteScene, look: Look) -> Box | None:
    """A dot for every person: filled once they have voted. Who voted is not known."""
    people = max(scene.expected, scene.voted)
    if not 0 < people <= MOST_DOTS:
        return None
    rows = ceil(people / DOTS_IN_ROW)
    columns = ceil(people / rows)
    side = (38 if rows == 1 else 28 if rows < 4 else 20) * min(look.scale, 1.25)
    pitch = side * 1.36
    ink = colour(look.theme.dimension(scene.badge.code))
    discs = [
        Disc(QRectF(n % columns * pitch, n // columns * pitch, side, side), ink, n < scene.voted)
        for n in range(people)
    ]
    return Box((columns - 1) * pitch + side, (rows - 1) * pitch + side, discs)
