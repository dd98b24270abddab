"""One painter for each kind of scene: it lays the scene out on pages, and adds nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from lqf_workshop.library.themes import theme
from lqf_workshop.scenes.scene import (
    ActionsScene,
    ActivityScene,
    BlankScene,
    CardScene,
    DotsScene,
    EndScene,
    FocusScene,
    JoinScene,
    LastActionScene,
    LevelsScene,
    MeaningScene,
    NeutralScene,
    PilesScene,
    PollScene,
    ResultScene,
    Scene,
    SkillsScene,
    StrengthsScene,
    TitleScene,
    VoteScene,
    WordsScene,
)
from lqf_workshop_ui.big_screen.look import Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters import (
    actions,
    activity,
    blank,
    card,
    dots,
    end,
    focus,
    join,
    last_action,
    levels,
    meaning,
    neutral,
    piles,
    poll,
    result,
    skills,
    strengths,
    title,
    vote,
    words_page,
)
from lqf_workshop_ui.big_screen.painters.canvas import mark_way_in

PAINTERS: dict[type[Scene], Callable[[Any, Look], list[Sheet]]] = {
    ActionsScene: actions.draw,
    ActivityScene: activity.draw,
    BlankScene: blank.draw,
    CardScene: card.draw,
    DotsScene: dots.draw,
    EndScene: end.draw,
    FocusScene: focus.draw,
    JoinScene: join.draw,
    LastActionScene: last_action.draw,
    LevelsScene: levels.draw,
    MeaningScene: meaning.draw,
    NeutralScene: neutral.draw,
    PilesScene: piles.draw,
    PollScene: poll.draw,
    ResultScene: result.draw,
    SkillsScene: skills.draw,
    StrengthsScene: strengths.draw,
    TitleScene: title.draw,
    VoteScene: vote.draw,
    WordsScene: words_page.draw,
}


def compose(scene: Scene, look: Look) -> list[Sheet]:
    """Lay out a scene on its pages. A kind of scene without a painter is a bug."""
    return list(_pages(scene, look.theme.code, look.scale))


@lru_cache(maxsize=4)
def _pages(scene: Scene, theme_code: str, scale: float) -> list[Sheet]:
    """Lay out once for the big screen and its miniature, which show the same."""
    late = scene.join is not None and not isinstance(scene, JoinScene)
    look = Look(theme(theme_code), scale, foot_line=late)
    sheets = PAINTERS[type(scene)](scene, look)
    if late and scene.join is not None:
        ink = look.colours.stage_muted if isinstance(scene, CardScene) else ""
        for sheet in sheets:
            mark_way_in(look, sheet, scene.join, ink)
    return sheets
