"""The colours of screen and paper, read from ``resources/themes``."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import cache

from lqf_workshop.domain.subject import dimension_code
from lqf_workshop.library.reading import expect, read_file
from lqf_workshop.wording import _

THEME_CODES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour by its job; ``on_x`` is text upon ``x``. Values are ``#RRGGBB``.

    ``stage`` colours are the dark surroundings of a scenario card, ``sheet`` the card itself;
    ``side`` is the main window's menu; ``control`` a border that alone marks a control.
    """

    paper: str
    panel: str
    card: str
    ink: str
    muted: str
    line: str
    control: str
    accent: str
    on_accent: str
    accent_soft: str
    warm: str
    warm_soft: str
    warm_line: str
    side: str
    side_raised: str
    on_side: str
    side_muted: str
    stage: str
    stage_raised: str
    on_stage: str
    stage_muted: str
    stage_accent: str
    sheet: str
    on_sheet: str
    sheet_muted: str
    sheet_warm: str
    on_dimension: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: colours, the width of borders, and the dimensions' own colours by code."""

    code: str
    name: str
    dark: bool
    border: int
    colours: Colours
    dimensions: dict[str, str]

    def dimension(self, code: str) -> str:
        """Return the colour of a mark's first two letters; where it has none, the accent."""
        return self.dimensions.get(dimension_code(code), self.colours.accent)


@cache
def theme(code: str) -> Theme:
    """Return a theme by its code, read once; ContentProblem if a colour is not one."""
    name = f"resources/themes/{code}.toml"
    found = read_file(Theme, "themes", f"{code}.toml")
    expect(found.code == code, name, "code", f'"{code}"')
    colours = {f"colours.{key}": colour for key, colour in asdict(found.colours).items()}
    colours |= {f"dimensions.{key}": colour for key, colour in found.dimensions.items()}
    for key, colour in colours.items():
        good = re.fullmatch("#[0-9A-Fa-f]{6}", colour) is not None
        expect(good, name, key, _("a colour such as #1C2B2D"))
    return found
