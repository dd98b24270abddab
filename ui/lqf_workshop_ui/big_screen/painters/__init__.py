"""One painter for each kind of scene: it lays the scene out on pages, and adds nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from lqf_workshop.library.themes import theme
from lqf_workshop.scenes.scene import (
    ActionsScene,
    BlankScene,
    CardScene,
    EndScene,
    FocusScene,
    LastActionScene,
    MeaningScene,
    NeutralScene,
    PollScene,
    ResultScene,
    Scene,
    StrengthsScene,
    TitleScene,
    VoteScene,
    WordsScene,
)
from lqf_workshop_ui.big_screen.look import Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters import (
    actions,
    blank,
    card,
    end,
    focus,
    last_action,
    meaning,
    neutral,
    poll,
    result,
    strengths,
    title,
    vote,
    words_page,
)

PAINTERS: dict[type[Scene], Callable[[Any, Look], list[Sheet]]] = {
    ActionsScene: actions.draw,
    BlankScene: blank.draw,
    CardScene: card.draw,
    EndScene: end.draw,
    FocusScene: focus.draw,
    LastActionScene: last_action.draw,
    MeaningScene: meaning.draw,
    NeutralScene: neutral.draw,
    PollScene: poll.draw,
    ResultScene: result.draw,
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
    return PAINTERS[type(scene)](scene, Look(theme(theme_code), scale))
