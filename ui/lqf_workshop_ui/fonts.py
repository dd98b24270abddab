"""FiraGO, Regular and Bold: the one family of every screen, read from its package once."""

from __future__ import annotations

from functools import cache
from threading import Thread

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FAMILY = "FiraGO"
BODY_PIXELS = 15
_WEIGHTS = ("figo", "figbo")


class _Reading(Thread):
    """Unpacks one weight beside the start of the program; unpacking lets other threads run."""

    def __init__(self, weight: str) -> None:
        super().__init__(name=f"font {weight}", daemon=True)
        self._weight = weight
        self.unpacked = b""

    def run(self) -> None:
        """Unpack the font; ``unpacked`` is there once the thread has ended."""
        import pymupdf_fonts

        self.unpacked = pymupdf_fonts.myfont(self._weight)


@cache
def start_reading() -> tuple[_Reading, ...]:
    """Begin to unpack both weights; call it early, and ``use_firago`` need not wait.

    Unpacking takes some 45 ms a weight, which is worth doing beside something else.
    """
    readings = tuple(_Reading(weight) for weight in _WEIGHTS)
    for reading in readings:
        reading.start()
    return readings


@cache
def _register() -> bool:
    """Hand both weights to Qt, once for the whole program; say whether it took them."""
    taken = []
    for reading in start_reading():
        reading.join()
        taken.append(QFontDatabase.addApplicationFontFromData(QByteArray(reading.unpacked)))
    return -1 not in taken


def use_firago(app: QApplication) -> bool:
    """Make FiraGO the font of ``app``; return False when Qt would not read it.

    Without it the program still runs, in the system's own font.
    """
    taken = _register()
    app.setFont(firago(BODY_PIXELS))
    return taken


def firago(pixel_size: int, bold: bool = False) -> QFont:
    """Return FiraGO at a size in pixels, in Regular or Bold; there is no other weight."""
    font = QFont(FAMILY)
    font.setPixelSize(pixel_size)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
