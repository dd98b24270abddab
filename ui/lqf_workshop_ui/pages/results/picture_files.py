"""Pictures as files: each as .png for documents, and as .svg, which stays sharp."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.pictures import WIDTH, Picture
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole
from lqf_workshop_ui.fonts import FAMILY

LARGER = 2
"""Dots of a .png for each unit of the drawing."""


def write_pictures(
    pictures: Sequence[Picture],
    folder: Path,
    name: str,
    progress: Callable[[int, int], object],
    cancelled: Callable[[], bool],
) -> Path:
    """Write all pictures into a new folder and return it; cancelled, there is no such folder.

    May be called in another thread.
    """
    inside = _new_folder(folder, name)
    try:
        for number, picture in enumerate(pictures):
            if cancelled():
                shutil.rmtree(inside, ignore_errors=True)
                return inside
            progress(number, len(pictures))
            file = inside / picture.name
            write_whole(picture.svg.encode("utf-8"), file.with_name(f"{file.name}.svg"))
            write_whole(png_of(picture), file.with_name(f"{file.name}.png"))
    except WorkshopProblem:
        shutil.rmtree(inside, ignore_errors=True)
        raise
    return inside


def png_of(picture: Picture) -> bytes:
    """Return a picture drawn in dots."""
    drawing = QSvgRenderer(QByteArray(picture.set_in(FAMILY).encode("utf-8")))
    image = QImage(WIDTH * LARGER, picture.height * LARGER, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(content, "PNG")  # type: ignore[call-overload]
    return bytes(content.data().data())


def _new_folder(folder: Path, name: str) -> Path:
    """Make a folder of this name, or with a number behind it where that is taken."""
    for number in count(1):
        inside = folder / (name if number == 1 else f"{name} ({number})")
        try:
            inside.mkdir()
        except FileExistsError:
            continue
        except OSError as error:
            raise WorkshopProblem(
                _("No folder can be made there ({0}). Choose another place.").format(error.strerror)
            ) from error
        return inside
    raise AssertionError
