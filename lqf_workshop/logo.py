"""The organisation's logo: read without trust, made small and clean, kept beside the choices."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole

LARGEST_FILE = 8 * 2**20
"""Bytes that a picture's file may have."""
LARGEST_PICTURE = 40_000_000
"""Dots that a picture may have; opened, each takes four bytes."""
KEPT_SIZE = 900, 360
"""Dots that the kept picture has at most; on paper it is never wider than two inches."""
KINDS = ("PNG", "JPEG")


def keep_logo(source: Path, folder: Path) -> str:
    """Copy a picture into ``folder`` as a clean one, and return the name of the copy.

    The copy holds dots and nothing else the file may have had in it. Raises WorkshopProblem
    when the file is no picture that can be used, or the disk refuses the copy.
    """
    picture = cleaned(_content(source))
    name = f"logo-{hashlib.sha256(picture).hexdigest()[:12]}.png"
    with suppress(FileExistsError):
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(picture, folder / name)
    return name


def kept_logo(name: str, folder: Path) -> bytes:
    """Return the kept picture, or nothing when there is none or it cannot be read any more."""
    if not name:
        return b""
    try:
        return (folder / Path(name).name).read_bytes()
    except OSError:
        return b""


def drop_logo(name: str, folder: Path) -> None:
    """Delete a kept picture; one that is gone already is no problem."""
    if name:
        with suppress(OSError):
            (folder / Path(name).name).unlink(missing_ok=True)


def logo_words(said: str, provider: str) -> str:
    """Say what a logo shows: as a person said it, or else whose it is."""
    if said:
        return said
    return _("Logo of {0}").format(provider) if provider else _("Logo")


def _content(source: Path) -> bytes:
    try:
        with source.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise WorkshopProblem(
            _("{0} cannot be read ({1}). Choose another picture.").format(
                source.name, error.strerror or error
            )
        ) from None
    if len(content) > LARGEST_FILE:
        raise WorkshopProblem(
            _("That picture’s file is larger than 8 MB. Save it smaller, then choose it again.")
        )
    return content


def cleaned(content: bytes) -> bytes:
    """Return a picture as a small PNG on white paper. Raises WorkshopProblem when it is none."""
    from PIL import Image, ImageOps

    refused = WorkshopProblem(
        _("That file is not a picture this app can use. Choose a PNG or JPEG file.")
    )
    try:
        with Image.open(BytesIO(content), formats=KINDS) as opened:
            if opened.width * opened.height > LARGEST_PICTURE:
                raise _too_many_dots()
            opened.draft("RGB", (2 * KEPT_SIZE[0], 2 * KEPT_SIZE[1]))
            turned = ImageOps.exif_transpose(opened).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_dots() from None
    except (OSError, SyntaxError, ValueError, ArithmeticError, EOFError, MemoryError):
        raise refused from None  # what Pillow raises for files that are cut short or forged
    turned.thumbnail(KEPT_SIZE)
    flat = Image.new("RGB", turned.size, "white")
    flat.paste(turned, mask=turned.getchannel("A"))
    file = BytesIO()
    flat.save(file, "PNG", optimize=True)
    return file.getvalue()


def _too_many_dots() -> WorkshopProblem:
    return WorkshopProblem(
        _("That picture has too many dots. Save it smaller, then choose it again.")
    )
