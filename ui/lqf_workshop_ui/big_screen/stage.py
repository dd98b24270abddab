"""The surface the room looks at: one scene, laid out at 1920x1080 and scaled to its widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lqf_workshop.library.themes import Theme
from lqf_workshop.scenes.scene import BlankScene, Scene, TimerFace
from lqf_workshop_ui.big_screen.look import HEIGHT, WIDTH, Look
from lqf_workshop_ui.big_screen.marks import Sheet
from lqf_workshop_ui.big_screen.painters import compose
from lqf_workshop_ui.big_screen.timer_face import milliseconds_to_change, timer_sheet
from lqf_workshop_ui.big_screen.words import words_of

FALL_MILLISECONDS = 360


def utc_now() -> datetime:
    """Return the time now, with its zone."""
    return datetime.now(UTC)


def subject_of(scene: Scene) -> tuple[object, ...]:
    """Return what a scene is about; a scene on the same subject keeps the page people read."""
    names = ("badge", "place", "label", "title", "name", "prompt_number", "what", "subtitle")
    return (type(scene), *(getattr(scene, name, None) for name in names))


def said_in(scene: Scene) -> int:
    """Count the room's own words on a scene, which come in one by one and stand last."""
    names = ("notes", "heard", "words", "lines", "pledges", "stories")
    return sum(len(getattr(scene, name, ())) for name in names)


def _laid_out(scene: Scene) -> Scene:
    """Return what decides a scene's layout: all of it, but not how much time is left."""
    face = scene.timer
    return replace(scene, timer=face and TimerFace(0, None, 0, face.caption))


class Stage(QWidget):
    """Paints one scene and nothing else. It is the big screen and, small, its miniature."""

    painted = Signal()
    """A newly shown scene has been painted for the first time."""
    pages_changed = Signal()
    """The number of pages, or the page that is shown, has changed."""
    settled = Signal()
    """The dots of a reveal have come to rest."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._now = now
        self._look = Look(theme)
        self._reduced_motion = False
        self._scene: Scene = BlankScene()
        self._sheets: list[Sheet] = compose(self._scene, self._look)
        self._page = 0
        self._unpainted = False
        self._still: QPixmap | None = None
        self._fall = QVariantAnimation(self)
        self._fall.setStartValue(0.0)
        self._fall.setEndValue(1.0)
        self._fall.setDuration(FALL_MILLISECONDS)
        self._fall.valueChanged.connect(self._repaint_fall)
        self._fall.finished.connect(self._settle)
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.timeout.connect(self._tick)

    def sizeHint(self) -> QSize:
        """Ask for a quarter of the canvas."""
        return QSize(WIDTH // 4, HEIGHT // 4)

    def hasHeightForWidth(self) -> bool:
        """Keep the shape of the canvas."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Keep the shape of the canvas."""
        return width * HEIGHT // WIDTH

    # What is shown

    @property
    def scene(self) -> Scene:
        """The scene that is shown."""
        return self._scene

    def show_scene(self, scene: Scene, *, animate: bool = False) -> None:
        """Show ``scene`` from now on; ``animate`` lets the dots of a reveal fall into place."""
        before, self._scene = self._scene, scene
        other = _laid_out(scene) != _laid_out(before)
        if other:
            self._compose(self._page_after(before, scene))
        if other or animate:
            self._start_fall(animate)
        self._unpainted = True
        self._tick()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._look = Look(theme, self._look.scale)
        self._compose(self._page)

    def set_text_scale(self, scale: float) -> None:
        """Set all words larger, 1.0 to 2.0; what no longer fits goes on to further pages."""
        self._look = Look(self._look.theme, scale)
        self._compose(self._page)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Show everything in place at once when ``reduced``."""
        self._reduced_motion = reduced
        if reduced:
            self._fall.stop()
            self._end_fall()

    # Pages

    @property
    def pages(self) -> int:
        """How many pages the scene takes at this text size."""
        return len(self._sheets)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    def turn_to(self, page: int) -> None:
        """Show another page of the scene; a number outside stays at the nearest page."""
        page = min(max(page, 0), self.pages - 1)
        if page != self._page:
            self._page = page
            self._fall.stop()
            self._end_fall()
            self.pages_changed.emit()
            self.update()

    def sheets(self) -> list[Sheet]:
        """Return the laid-out pages, for those who check them."""
        return self._sheets

    def _page_after(self, before: Scene, scene: Scene) -> int | None:
        """Keep the page of the same subject; None means the last, where new words stand."""
        if subject_of(before) != subject_of(scene):
            return 0
        grown = said_in(scene) > said_in(before)
        return None if grown else self._page

    def _compose(self, page: int | None) -> None:
        before = (self.pages, self._page)
        self._sheets = compose(self._scene, self._look)
        last = self.pages - 1
        self._page = last if page is None else min(page, last)
        self._still = None
        words = words_of(self._scene)
        self.setAccessibleName(words.partition("\n")[0])
        self.setAccessibleDescription(words)
        if (self.pages, self._page) != before:
            self.pages_changed.emit()
        self.update()

    # Painting

    @property
    def _sheet(self) -> Sheet:
        return self._sheets[self._page]

    def to_canvas(self) -> QTransform:
        """Return how canvas units become this widget's pixels: as large as fits, centred."""
        factor = min(self.width() / WIDTH, self.height() / HEIGHT)
        left, top = (self.width() - WIDTH * factor) / 2, (self.height() - HEIGHT * factor) / 2
        return QTransform(factor, 0, 0, factor, left, top)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and over it what moves: falling dots and the countdown."""
        painter = QPainter(self)
        sheet, transform = self._sheet, self.to_canvas()
        kept = self._falling and not self._unpainted  # the first frame must not wait for a copy
        if kept:
            painter.drawPixmap(0, 0, self._still_picture())
        else:
            painter.fillRect(event.rect(), sheet.background)
        _ready(painter, transform)
        inverted, _possible = transform.inverted()
        if not kept:
            sheet.paint_still(painter, inverted.mapRect(QRectF(event.rect())))
        sheet.paint_falling(painter, self._fall.currentValue() if self._falling else 1.0)
        self._paint_timer(painter)
        painter.end()
        if self._unpainted:
            self._unpainted = False
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget the picture kept for the old size."""
        self._still = None
        super().resizeEvent(event)

    def _paint_timer(self, painter: QPainter) -> None:
        spot, face = self._sheet.timer, self._scene.timer
        if spot and face:
            sheet = timer_sheet(spot, face, face.left(self._now()), self._look)
            sheet.paint_still(painter, spot.rect)

    def _still_picture(self) -> QPixmap:
        """Return all that does not fall, painted once for the length of an animation."""
        if self._still is None:
            ratio = self.devicePixelRatioF()
            self._still = QPixmap((QRectF(self.rect()).size() * ratio).toSize())
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(self._sheet.background)
            painter = QPainter(self._still)
            _ready(painter, self.to_canvas())
            self._sheet.paint_still(painter, QRectF(0, 0, WIDTH, HEIGHT))
            painter.end()
        return self._still

    # The reveal

    @property
    def _falling(self) -> bool:
        return self._fall.state() is QVariantAnimation.State.Running

    def _start_fall(self, animate: bool) -> None:
        self._fall.stop()
        if animate and not self._reduced_motion and self._sheet.falling:
            self._fall.start()
        else:
            self._end_fall()

    @Slot()
    def _repaint_fall(self) -> None:
        area = self.to_canvas().mapRect(self._sheet.fall_area)
        self.update(area.toAlignedRect())

    @Slot()
    def _settle(self) -> None:
        self._end_fall()
        self.settled.emit()

    def _end_fall(self) -> None:
        """Show the dots in place; all else is on the screen already."""
        self._still = None
        self._repaint_fall()

    # The countdown

    def showEvent(self, event: QShowEvent) -> None:
        """Let the countdown run where people see it."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._second.stop()

    @property
    def ticking(self) -> bool:
        """Whether it will wake by itself for the next second of a countdown."""
        return self._second.isActive()

    @Slot()
    def _tick(self) -> None:
        """Paint the countdown, and come back when its next second is due."""
        spot, face = self._sheet.timer, self._scene.timer
        self._second.stop()
        if spot is None or face is None:
            return
        self.update(self.to_canvas().mapRect(spot.rect).toAlignedRect())
        wait = milliseconds_to_change(face, self._now())
        if wait is not None and self.isVisible():
            self._second.start(wait)


def _ready(painter: QPainter, transform: QTransform) -> None:
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.setTransform(transform, True)
