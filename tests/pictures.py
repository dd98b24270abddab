"""Pictures for the tests of logos, good and bad."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw


def picture(kind: str = "PNG", size: tuple[int, int] = (600, 200), mode: str = "RGB") -> bytes:
    """Return a teal bar on a light ground as a file of one kind."""
    made = Image.new("RGB", size, "#DCEDEA")
    ImageDraw.Draw(made).rectangle(
        (size[0] // 8, size[1] // 3, size[0] // 2, size[1] // 3 * 2), fill="#0B6E6E"
    )
    file = BytesIO()
    made.convert(mode).save(file, kind)
    return file.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """Return a small PNG that says it is enormous."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = zlib.crc32(name + body)
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
