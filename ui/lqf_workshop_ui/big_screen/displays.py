"""Which display is the room's: remembered, plugged in and out, and mirrored ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen

SETTLE_MILLISECONDS = 350
"""Plugging in one projector makes Qt report several changes; they settle within this time."""
_BUILT_IN = ("edp", "lvds", "dsi", "lcd")


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """What is known of one display; lengths in Qt's own pixels."""

    name: str
    maker: str
    model: str
    serial: str
    x: int
    y: int
    width: int
    height: int
    primary: bool

    @property
    def key(self) -> str:
        """What a display is remembered by, from one day to the next."""
        return "|".join((self.name, self.maker, self.model, self.serial))

    @property
    def built_in(self) -> bool:
        """Whether its name is one that laptops give their own panel."""
        return self.name.lower().lstrip("\\.").startswith(_BUILT_IN)

    def covers(self, other: ScreenFacts) -> bool:
        """Say whether all that ``other`` shows is on this display too."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.x + self.width >= other.x + other.width
            and self.y + self.height >= other.y + other.height
        )

    def mirrors(self, other: ScreenFacts) -> bool:
        """Say whether the two show the same desktop, one of them perhaps less of it."""
        return self.covers(other) or other.covers(self)


def laptop_of(screens: Sequence[ScreenFacts]) -> ScreenFacts | None:
    """Return the display that the facilitator looks at."""
    named = next((s for s in screens if s.built_in), None)
    main = next((s for s in screens if s.primary), None)
    return named or main or next(iter(screens), None)


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """The display chosen for the room, and those that stood beside it and were not.

    When the chosen one is unplugged, the scene does not jump to one of the others, which
    may be the facilitator's own second display.
    """

    chosen: str | None = None
    beside: frozenset[str] = frozenset()


def choose_room(
    screens: Sequence[ScreenFacts], preferred: str | None, before: RoomChoice = RoomChoice()
) -> tuple[ScreenFacts | None, RoomChoice]:
    """Choose the display for the room, or None for one display that serves both.

    ``preferred`` is the key of a remembered display, which counts for as long as it is
    plugged in; ``before`` is the choice of this run so far.
    """
    keys = {screen.key for screen in screens}
    wanted = preferred if preferred in keys else before.chosen
    apart = [s for s in screens if any(not s.mirrors(other) for other in screens)]
    found = next((s for s in apart if s.key == wanted), None)
    if found is None:
        lost = before.chosen is not None and before.chosen not in keys
        found = _first_free(screens, before.beside if lost else frozenset())
    if found is None:
        return None, before
    return found, RoomChoice(found.key, frozenset(keys - {found.key}))


def _first_free(screens: Sequence[ScreenFacts], beside: frozenset[str]) -> ScreenFacts | None:
    """Return the first display that shows something else than the laptop's."""
    laptop = laptop_of(screens)
    free = [s for s in screens if laptop and not s.mirrors(laptop) and s.key not in beside]
    return next(iter(free), None)


def facts_of(screen: QScreen) -> ScreenFacts:
    """Read the facts of a display from Qt."""
    area = screen.geometry()
    return ScreenFacts(
        screen.name(),
        screen.manufacturer(),
        screen.model(),
        screen.serialNumber(),
        area.x(),
        area.y(),
        area.width(),
        area.height(),
        screen is QGuiApplication.primaryScreen(),
    )


def key_of(screen: QScreen) -> str:
    """Return what to remember a display by."""
    return facts_of(screen).key


class Displays(QObject):
    """Knows the displays, and says once when something about them has changed."""

    changed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self.changed)
        self._choice = RoomChoice()
        app.screenAdded.connect(self._watch)
        app.screenAdded.connect(self._note)
        app.screenRemoved.connect(self._note)
        app.primaryScreenChanged.connect(self._note)
        for screen in app.screens():
            self._watch(screen)

    def screens(self) -> list[QScreen]:
        """Return all displays, the main one first."""
        return QGuiApplication.screens()

    def room_screen(self, preferred_key: str | None = None) -> QScreen | None:
        """Return the display for the room now, or None: then use one display for both.

        A display that was chosen and unplugged is not replaced by another that was there
        all along; it is found again by its key when it comes back.
        """
        screens = self.screens()
        facts = [facts_of(screen) for screen in screens]
        found, self._choice = choose_room(facts, preferred_key, self._choice)
        return screens[facts.index(found)] if found else None

    def key_of(self, screen: QScreen) -> str:
        """Return what to remember a display by."""
        return key_of(screen)

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._note)

    @Slot()
    def _note(self) -> None:
        self._settle.start()
