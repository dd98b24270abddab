"""The person's choices of look, live: theme, text size and motion, kept as they change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from lqf_workshop.library.themes import Theme, theme
from lqf_workshop.preferences import Preferences, load_preferences, save_preferences
from lqf_workshop_ui.icons import icon

ROOM_TEXT_SIZES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class Looks(QObject):
    """What everything on the screen wears; ``changed`` when a choice has changed."""

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._preferences = load_preferences(file)

    @property
    def preferences(self) -> Preferences:
        """The choices as they are now."""
        return self._preferences

    @property
    def theme(self) -> Theme:
        """The chosen theme; an unknown one falls back to light."""
        known = {"light", "dark", "contrast"}
        chosen = self._preferences.theme
        return theme(chosen if chosen in known else "light")

    @property
    def folder(self) -> Path:
        """Where the choices are kept, and the logo with them."""
        return self._file.parent

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """Return an icon in a colour, the theme's ink by default."""
        return icon(name, colour or self.theme.colours.ink)

    def choose(self, **fields: object) -> None:
        """Change choices by the names of ``Preferences``' fields, and keep them.

        They hold at once, even when saving raises WorkshopProblem.
        """
        changed = replace(self._preferences, **fields)  # type: ignore[arg-type]
        if changed == self._preferences:
            return
        self._preferences = changed
        self.changed.emit()
        save_preferences(self._file, changed)

    def next_room_text(self, step: int) -> float:
        """Return the next larger (+1) or smaller (-1) text size of the big screen."""
        now = self._preferences.room_text
        nearest: Callable[[float], float] = lambda size: abs(size - now)  # noqa: E731
        place = ROOM_TEXT_SIZES.index(min(ROOM_TEXT_SIZES, key=nearest)) + step
        return ROOM_TEXT_SIZES[min(max(place, 0), len(ROOM_TEXT_SIZES) - 1)]
