"""How sure a team is of its skills on one issue, and what it will practise."""

from __future__ import annotations

from lqf_workshop.scenes.scene import SkillsScene
from lqf_workshop.wording import _
from lqf_workshop_ui.big_screen.look import BODY, LEAD, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters.canvas import (
    grid,
    pages_of,
    quote,
    running_title,
    strip,
    title_and_line,
    words,
)
from lqf_workshop_ui.big_screen.painters.vote_rows import VoteRow, vote_rows
from lqf_workshop_ui.big_screen.pieces import Break, Gap, Piece, Stack


def draw(scene: SkillsScene, look: Look) -> list[Sheet]:
    """Lay out the skills under each other; what was promised comes on a page after."""
    tight = len(_draft(scene, look, tight=False)) > (2 if scene.pledges else 1)
    return _draft(scene, look, tight=tight)


def _draft(scene: SkillsScene, look: Look, *, tight: bool) -> list[Sheet]:
    rows = [
        VoteRow(
            face.name,
            _("Middle vote {0}").format(face.middle),
            face.counts,
            _("least sure") if face.lowest else "",
        )
        for face in scene.faces
    ]
    return pages_of(
        look,
        Stack([*_votes(scene, rows, look, tight), *_pledges(scene, look)]),
        header=title_and_line(look, scene.title, scene.issue, scene.timer),
        again=running_title(look, scene.title),
        footer=strip(look, scene.question),
        timer=scene.timer,
        gap=24,
    )


def _votes(scene: SkillsScene, rows: list[VoteRow], look: Look, tight: bool) -> list[Piece | None]:
    if rows:
        return vote_rows(look, rows, scene.words, look.colours.accent, tight=tight)
    return [words(look, _("We have not voted on a skill yet."), LEAD, look.colours.muted)]


def _pledges(scene: SkillsScene, look: Look) -> list[Piece | None]:
    """What the team will practise, in large words on a page of its own."""
    if not scene.pledges:
        return []
    title = words(look, _("What we will practise"), LEAD, bold=True)
    told = [quote(look, text, LEAD if len(scene.pledges) < 3 else BODY) for text in scene.pledges]
    return [Break(), title, Gap(20), grid(told, 1, 20)]
