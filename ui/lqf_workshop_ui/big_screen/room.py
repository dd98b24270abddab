"""The room's side of a running workshop: its window, its display, and what is on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.scenes.scene import BlankScene, Scene
from lqf_workshop.services.desk import Clock
from lqf_workshop_ui.big_screen.displays import Displays, facts_of, key_of
from lqf_workshop_ui.big_screen.window import AudienceWindow
from lqf_workshop_ui.looks import Looks


class Room(QObject):
    """Shows scenes to the room, on its own display when there is one.

    When the display goes away the window is hidden and the scene kept; when it comes back
    the window returns to it. With one display nothing is shown until somebody asks.
    """

    changed = Signal()
    """Shown, hidden, moved, or the displays are others now."""
    page_turned = Signal()
    key_pressed = Signal(QKeyEvent)
    asked = Signal(str)

    def __init__(self, looks: Looks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._clock = clock
        self._owner = parent
        self._window: AudienceWindow | None = None
        self._scene: Scene = BlankScene()
        self._wanted = False
        self._apart = False
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        self.displays = Displays(app, self)
        self.displays.changed.connect(self._settle)
        looks.changed.connect(self._wear)

    @property
    def window(self) -> AudienceWindow:
        """The room's window, made when it is first needed."""
        if self._window is None:
            self._window = AudienceWindow(self._looks.theme, now=self._clock)
            self._window.key_pressed.connect(self.key_pressed)
            self._window.asked.connect(self.asked)
            self._window.left.connect(self._leave)
            self._window.stage.pages_changed.connect(self.page_turned)
            self._wear()
            self._window.stage.show_scene(self._scene)
        return self._window

    @property
    def showing(self) -> bool:
        """Whether the room's window is on a display now."""
        return self._window is not None and self._window.isVisible()

    @property
    def one_display(self) -> bool:
        """Whether the room looks at the same display as the facilitator."""
        return self._screen() is None

    @property
    def page(self) -> int:
        """The page of a long scene that is shown, from 0."""
        return self._window.stage.page if self._window is not None else 0

    @property
    def pages(self) -> int:
        """How many pages the scene has that is shown."""
        return self._window.stage.pages if self._window is not None else 1

    @property
    def display_name(self) -> str:
        """The name of the room's own display, or nothing when there is none."""
        screen = self._screen()
        return (screen.model() or screen.name()) if screen else ""

    def show_scene(self, scene: Scene, *, animate: bool = False) -> None:
        """Show a scene to the room from now on; one that moves is painted before all else."""
        self._scene = scene
        if self._window is not None:
            self._window.stage.show_scene(scene, animate=animate)
            if animate:
                self._window.stage.repaint()

    def open(self) -> None:
        """Show the room its window: on its own display, or full-screen on the only one."""
        self._wanted = True
        screen = self._screen()
        self._apart = screen is not None
        if screen is not None:
            self._make_way(screen)
        self.window.set_one_display(not self._apart)
        self.window.show_on(screen or self._owner.screen())
        if screen is not None:
            self._remember(screen)
            self._owner.activateWindow()
        self.changed.emit()

    def open_if_apart(self) -> None:
        """Show the window only when the room has a display of its own."""
        if not self.one_display:
            self.open()

    def close(self) -> None:
        """Take the window away."""
        self._wanted = False
        if self._window is not None:
            self._window.hide()
        self.changed.emit()

    def swap(self) -> bool:
        """Exchange the two displays; False when there is only one."""
        screen = self._screen()
        if screen is None:
            return False
        here = self._owner.screen()
        self._move_owner(screen)
        if self.showing:
            self.window.show_on(here)
        self._remember(here)
        self._owner.activateWindow()
        self.changed.emit()
        return True

    def _make_way(self, screen: QScreen) -> None:
        """Move the facilitator's window off a display that the room's window is to fill."""
        if self._owner.screen() is not screen:
            return
        there = facts_of(screen)
        others = (s for s in self.displays.screens() if not facts_of(s).mirrors(there))
        other = next(others, None)
        if other is not None:
            self._move_owner(other)

    def _move_owner(self, screen: QScreen) -> None:
        """Put the facilitator's window on a display; it fills it if it filled the other."""
        filled = self._owner.isMaximized()
        if filled:
            self._owner.showNormal()
        area = screen.availableGeometry()
        self._owner.setScreen(screen)
        self._owner.resize(self._owner.size().boundedTo(area.size()))
        self._owner.move(area.topLeft())
        if filled:
            self._owner.showMaximized()

    def turn(self, step: int) -> bool:
        """Turn to the next or the previous page of a long scene; False when there is none."""
        if self._window is None:
            return False
        stage = self._window.stage
        page = stage.page + step
        if not 0 <= page < stage.pages:
            return False
        stage.turn_to(page)
        return True

    def _screen(self) -> QScreen | None:
        return self.displays.room_screen(self._looks.preferences.room_display or None)

    def _remember(self, screen: QScreen) -> None:
        try:
            self._looks.choose(room_display=key_of(screen))
        except WorkshopProblem:
            return  # the choice holds for this sitting; the settings page tells about the file

    @Slot()
    def _settle(self) -> None:
        """Follow displays that came or went: hide at once, return when they are back."""
        screen = self._screen()
        if screen is None and self._apart and self._window is not None:
            self._window.hide()
        elif screen is not None and self._wanted:
            self.open()
            return
        self.changed.emit()

    @Slot()
    def _leave(self) -> None:
        self._wanted = False
        self.changed.emit()

    @Slot()
    def _wear(self) -> None:
        if self._window is None:
            return
        self._window.set_theme(self._looks.theme)
        self._window.stage.set_text_scale(self._looks.preferences.room_text)
        self._window.set_reduced_motion(self._looks.preferences.reduced_motion)
