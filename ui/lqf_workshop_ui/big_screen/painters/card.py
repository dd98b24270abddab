"""A scenario card on the table: the story on the left, one prompt at a time beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from lqf_workshop.scenes.scene import CardScene
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import (
    BODY,
    HEADLINE_LONG,
    HEIGHT,
    LEAD,
    MARGIN,
    SMALL,
    SUBHEAD,
    TOP,
    Look,
    colour,
)
from lqf_workshop_ui.big_screen.marks import Disc, Panel, Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    FULL,
    grid,
    headline,
    mark_page,
    marker_room,
    one_page_room,
    parts_of,
    rule,
    words,
)
from lqf_workshop_ui.big_screen.pieces import Box, Card, Gap, Piece, Stack
from lqf_workshop_ui.big_screen.timer_face import TimerPlace

STORY_WIDTH = 1060
BETWEEN = 64
PAD_X, PAD_Y = 76, 60
LARGE = (LEAD, BODY)


def draw(scene: CardScene, look: Look) -> list[Sheet]:
    """Lay out a card: alone while people read it, then beside its prompt and the countdown."""
    sheets = _laid(scene, look, one_page_room(look))
    if len(sheets) > 1:
        sheets = _laid(scene, look, marker_room(look))
        for number, sheet in enumerate(sheets, 1):
            mark_page(look, sheet, number, len(sheets), look.colours.stage_muted)
    return sheets


def _laid(scene: CardScene, look: Look, bottom: float) -> list[Sheet]:
    area = QRectF(MARGIN, TOP, FULL, HEIGHT - TOP - bottom)
    if not scene.prompt and not scene.notes and not scene.timer:
        return _story_alone(scene, look, area)
    if look.large or (look.scale > 1 and len(_story_parts(scene, look, _left(area), LARGE)) > 1):
        return [*_prompt_alone(scene, look, area), *_story_alone(scene, look, area)]
    return _side_by_side(scene, look, area)


def _left(area: QRectF) -> QRectF:
    """Return the story's place beside a prompt."""
    return QRectF(area.x(), area.y(), STORY_WIDTH, area.height())


def _new(look: Look) -> Sheet:
    return Sheet(colour(look.colours.stage))


# Story and prompt on one page


def _side_by_side(scene: CardScene, look: Look, area: QRectF) -> list[Sheet]:
    """Two columns that page on by themselves; one that has ended stays in sight."""
    left = _left(area)
    right = area.adjusted(STORY_WIDTH + BETWEEN, 0, 0, 0)
    stories = _story_parts(scene, look, left, LARGE)
    prompts, notes = _prompt_parts(scene, look, right)
    sheets = []
    for number in range(max(len(stories), len(prompts))):
        sheet = _new(look)
        _place_story(sheet, look, stories[min(number, len(stories) - 1)], left)
        if prompts:
            prompts[min(number, len(prompts) - 1)].place(sheet, _over_timer(scene, look, right))
        _place_timer(sheet, scene, look, right)
        sheets.append(sheet)
    return sheets + _note_pages(scene, look, left, right, notes)


def _prompt_parts(scene: CardScene, look: Look, right: QRectF) -> tuple[list[Piece], list[str]]:
    """Return the prompt's pages with as many notes as fit, and the notes that do not."""
    room = _over_timer(scene, look, right)
    pieces = _prompt(scene, look)
    parts = parts_of(Stack(pieces), room.width(), room.height())
    if len(parts) > 1:
        return parts, list(scene.notes)
    shown: list[str] = []
    for text in scene.notes:
        more: list[Piece | None] = [*pieces, Gap(16 if shown else 28), _note(look, text)]
        if Stack(more).height(room.width()) > room.height():
            break
        pieces = more
        shown.append(text)
    return parts_of(Stack(pieces), room.width(), room.height()), list(scene.notes[len(shown) :])


def _over_timer(scene: CardScene, look: Look, area: QRectF) -> QRectF:
    if scene.timer is None:
        return area
    high = TimerPlace(scene.timer, look, on_stage=True).height(area.width())
    return area.adjusted(0, 0, 0, -high - 32)


def _place_timer(sheet: Sheet, scene: CardScene, look: Look, area: QRectF) -> None:
    if scene.timer:
        TimerPlace(scene.timer, look, on_stage=True).place(sheet, area)


def _prompt(scene: CardScene, look: Look) -> list[Piece | None]:
    """Where we are, the prompt itself, and a dot for every prompt."""
    colours = look.colours
    place = ""
    if scene.prompt_number:
        place = _("Prompt {0} of {1}").format(scene.prompt_number, scene.prompts)
    where = " · ".join(part for part in (place, scene.hint) if part)
    base = SUBHEAD if len(scene.prompt) <= 70 else LEAD
    return [
        words(look, where, SMALL, colours.stage_muted, clings=True),
        Gap(20),
        words(look, scene.prompt, base, colours.on_stage, bold=True, pitch=1.26, balanced=True),
        Gap(28) if scene.prompt_number else None,
        _steps(scene, look),
    ]


def _steps(scene: CardScene, look: Look) -> Box | None:
    """A dot for every prompt, filled up to this one."""
    if not scene.prompt_number:
        return None
    side, pitch = look.space(22), look.space(40)
    discs = [
        Disc(
            QRectF(n * pitch, 0, side, side),
            colour(
                look.colours.stage_accent if n < scene.prompt_number else look.colours.stage_muted
            ),
            filled=n < scene.prompt_number,
            line_width=3,
        )
        for n in range(scene.prompts)
    ]
    return Box(pitch * scene.prompts, side, discs)


def _note(look: Look, text: str, base: int = BODY - 4) -> Card:
    """One of the team's own answers."""
    colours = look.colours
    inside = words(look, text, base, colours.on_stage, pitch=1.28)
    return Card(
        Stack([inside]),
        pad_x=28,
        pad_y=18,
        fill=colour(colours.stage_raised),
        line=colour(colours.line) if look.contrast else None,
        line_width=look.line,
        radius=20,
    )


def _note_pages(
    scene: CardScene, look: Look, left: QRectF, right: QRectF, notes: list[str]
) -> list[Sheet]:
    """Give notes that found no room the story's place, beside the same prompt and countdown."""
    if not notes:
        return []
    room = _over_timer(scene, look, right)
    prompt = parts_of(Stack(_prompt(scene, look)), room.width(), room.height())[0]
    sheets = []
    cells = [_note(look, text, BODY) for text in notes]
    for part in parts_of(grid(cells, 1, 20), left.width(), left.height()):
        sheet = _new(look)
        part.place(sheet, left)
        prompt.place(sheet, room)
        _place_timer(sheet, scene, look, right)
        sheets.append(sheet)
    return sheets


# The story


def _story_alone(scene: CardScene, look: Look, area: QRectF) -> list[Sheet]:
    """The card over the whole width, larger, for reading; what to do stands under it."""
    hint = None
    if not scene.prompt:
        hint = words(look, scene.hint, SMALL, look.colours.stage_muted)
    high = hint.height(area.width()) if hint else 0.0
    room = area.adjusted(0, 0, 0, -high - 24 if hint else 0)
    sheets = []
    for part in _story_parts(scene, look, room, (SUBHEAD, LEAD, BODY)):
        sheet = _new(look)
        _place_story(sheet, look, part, room)
        if hint:
            hint.place(sheet, QRectF(area.x() + PAD_X, area.bottom() - high, area.width(), high))
        sheets.append(sheet)
    return sheets


def _story_parts(scene: CardScene, look: Look, rect: QRectF, bases: Sequence[int]) -> list[Piece]:
    """Return the story in the largest of some sizes that takes one page, else in the last."""
    parts: list[Piece] = []
    for base in bases:
        inside = _inside(rect)
        parts = parts_of(_story(scene, look, rect, base), inside.width(), inside.height())
        if len(parts) == 1:
            break
    return parts


def _story(scene: CardScene, look: Look, rect: QRectF, base: int) -> Stack:
    colours = look.colours
    label = " · ".join(part for part in (scene.label, scene.why) if part)
    return Stack(
        [
            words(look, label, SMALL - 2, colours.sheet_warm, bold=True, clings=True),
            Gap(16),
            headline(
                look, scene.title, _inside(rect).width(), colours.on_sheet, most=HEADLINE_LONG + 12
            ),
            Gap(36),
            words(look, scene.situation, base, colours.on_sheet, pitch=1.42),
            Gap(40, stretch=1),
            rule(look, colours.line),
            Gap(22),
            words(look, scene.involved, SMALL - 2, colours.sheet_muted),
        ]
    )


def _inside(rect: QRectF) -> QRectF:
    return rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y + 12)


def _place_story(sheet: Sheet, look: Look, part: Piece, rect: QRectF) -> None:
    colours = look.colours
    line = colour(colours.line) if look.contrast else None
    sheet.marks.append(Panel(rect, colour(colours.sheet), line, look.line, 36))
    part.place(sheet, _inside(rect))


# A prompt with the whole width


def _prompt_alone(scene: CardScene, look: Look, area: QRectF) -> list[Sheet]:
    """The prompt, then its notes, with the countdown at the foot of every page."""
    notes: list[Piece | None] = []
    for text in scene.notes:
        notes += [Gap(20), _note(look, text)]
    pieces = [*_prompt(scene, look), *notes]
    if not any(pieces):
        return []
    room = _over_timer(scene, look, area)
    sheets = []
    for part in parts_of(Stack(pieces), room.width(), room.height()):
        sheet = _new(look)
        part.place(sheet, room)
        _place_timer(sheet, scene, look, area)
        sheets.append(sheet)
    return sheets
