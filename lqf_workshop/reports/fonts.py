"""FiraGO on paper: shaped by HarfBuzz, embedded as a subset, and copied out as it was typed.

ReportLab's own TrueType fonts map shaped glyphs to private characters, so that Arabic or a
ligature could be read but neither searched nor copied. Here every glyph carries the
characters it stands for.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from types import SimpleNamespace
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import pymupdf_fonts
import uharfbuzz
from reportlab.pdfbase import pdfdoc, pdfmetrics

REGULAR = "FiraGO"
BOLD = "FiraGO-Bold"
_NOT_ON_PAPER = ("GSUB", "GPOS", "GDEF", "name", "cmap", "OS/2", "post", "DSIG", "FFTM", "gasp")


class Glyph(NamedTuple):
    """One glyph and the characters it stands for; lengths are thousandths of the type size."""

    number: int
    text: str
    advance: int
    right: int = 0
    up: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A stretch of text as glyphs from left to right, whatever its direction."""

    glyphs: tuple[Glyph, ...]
    width: int


@dataclass(slots=True)
class _Used:
    """The glyphs one document uses; a pair of glyph and text gets a code of its own."""

    name: str
    codes: dict[tuple[int, str], int] = field(default_factory=dict)
    pieces: dict[tuple[Shaped, float], str] = field(default_factory=dict)


class GlyphFont:
    """One face in the shape ReportLab asks of a dynamic font, for canvases and Drawings alike."""

    _dynamicFont = 1
    _multiByte = 1
    shapable = False

    def __init__(self, name: str, file: bytes) -> None:
        self.fontName = name
        self._file: Any = uharfbuzz.Face(file)
        self.shaper: Any = uharfbuzz.Font(self._file)
        self.characters = frozenset(map(chr, self._file.unicodes))
        extents = self.shaper.get_font_extents("ltr")
        self.face = SimpleNamespace(
            name=name, ascent=extents.ascender, descent=extents.descender, subfontNameX=b""
        )
        self._used: WeakKeyDictionary[Any, _Used] = WeakKeyDictionary()
        self._widths: dict[int, int] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:
        """Return the width of plain text, as Drawings ask for it."""
        return sum(self._width(self._glyph(letter)) for letter in text) * size / 1000

    def splitString(self, text: str, document: Any) -> list[tuple[int, bytes]]:  # noqa: ANN401
        """Return plain text as codes of this document's font."""
        used = self._of(document)
        codes = (self._code(used, self._glyph(letter), letter) for letter in text)
        return [(0, b"".join(code.to_bytes(2, "big") for code in codes))]

    def getSubsetInternalName(self, subset: int, document: Any) -> str:  # noqa: ANN401
        """Return the name of this font in a page's resources."""
        return f"/{self._of(document).name}"

    def show(self, document: Any, pieces: Sequence[Shaped], size: float) -> str:  # noqa: ANN401
        """Return the PDF operators that show ``pieces`` one after the other."""
        used = self._of(document)
        known = used.pieces
        parts = []
        for piece in pieces:
            key = (piece, size)
            if key not in known:
                known[key] = self._operands(used, piece, size)
            parts.append(known[key])
        return f"[{' '.join(parts)}] TJ".replace("> <", "")

    def _operands(self, used: _Used, piece: Shaped, size: float) -> str:
        """Write glyphs as one hexadecimal string, moved where HarfBuzz moved them."""
        parts = []
        shift = 0
        for glyph in piece.glyphs:
            shift -= glyph.right
            code = f"<{self._code(used, glyph.number, glyph.text):04X}>"
            if glyph.up:
                code = f"] TJ {glyph.up * size / 1000:.4g} Ts [{code}] TJ 0 Ts ["
            parts += [f"{shift}", code] if shift else [code]
            shift = self._width(glyph.number) - glyph.advance + glyph.right
        return " ".join([*parts, f"{shift}"] if shift else parts)

    def _glyph(self, letter: str) -> int:
        return int(self.shaper.get_nominal_glyph(ord(letter)) or 0)

    def _width(self, glyph: int) -> int:
        if glyph not in self._widths:
            self._widths[glyph] = self.shaper.get_glyph_h_advance(glyph)
        return self._widths[glyph]

    def _of(self, document: Any) -> _Used:  # noqa: ANN401
        if document not in self._used:
            name = f"F{len(document.fontMapping) + 1}"
            document.fontMapping[self.fontName] = f"/{name}"
            document.delayedFonts.append(self)
            self._used[document] = _Used(name)
        return self._used[document]

    def _code(self, used: _Used, glyph: int, text: str) -> int:
        return used.codes.setdefault((glyph, text), len(used.codes) + 1)

    def addObjects(self, document: Any) -> None:  # noqa: ANN401
        """Write the font, cut down to the glyphs in use; ReportLab calls this at the end."""
        used = self._used.pop(document)
        file, numbers = self._subset({glyph for glyph, _text in used.codes})
        name = f"{_tag(file)}+{self.fontName}"
        codes = [(code, glyph, text) for (glyph, text), code in used.codes.items()]
        places = b"".join(struct.pack(">H", numbers[glyph]) for _code, glyph, _text in codes)
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{name}",
                "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                "FontDescriptor": document.Reference(self._descriptor(document, name, file)),
                "DW": 0,
                "W": f"[1 [{' '.join(str(self._width(glyph)) for _code, glyph, _text in codes)}]]",
                "CIDToGIDMap": document.Reference(_stream(document, b"\0\0" + places)),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(document, _to_unicode(codes))),
            }
        )
        document.idToObject["BasicFonts"].dict[used.name] = document.Reference(font)

    def _subset(self, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
        """Return a font file with only ``glyphs``, and their new numbers."""
        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.drop_table_tag_set.update(
            int.from_bytes(table.ljust(4).encode(), "big") for table in _NOT_ON_PAPER
        )
        plan = uharfbuzz.SubsetPlan(self._file, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping.items())

    def _descriptor(self, document: Any, name: str, file: bytes) -> Any:  # noqa: ANN401
        head = self._file.reference_table("head").data
        stream = _stream(document, file)
        stream.dictionary["Length1"] = len(file)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{name}",
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(struct.unpack(">4h", head[36:44]))),
                "ItalicAngle": 0,
                "Ascent": self.face.ascent,
                "Descent": self.face.descent,
                "CapHeight": self.shaper.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT),
                "StemV": 150 if "Bold" in name else 90,
                "FontFile2": document.Reference(stream),
            }
        )


def font(bold: bool = False) -> GlyphFont:
    """Return a face, known to ReportLab under its name from the first call on."""
    return _fonts()[bold]


@cache
def _fonts() -> tuple[GlyphFont, GlyphFont]:
    faces = (
        GlyphFont(REGULAR, pymupdf_fonts.myfont("figo")),
        GlyphFont(BOLD, pymupdf_fonts.myfont("figbo")),
    )
    for face in faces:
        pdfmetrics.registerFont(face)
    return faces


def _tag(file: bytes) -> str:
    """Return the six capitals that mark a subset, the same for the same glyphs."""
    return "".join(chr(65 + byte % 26) for byte in sha256(file).digest()[:6])


def _stream(document: Any, content: bytes) -> Any:  # noqa: ANN401
    stream = pdfdoc.PDFStream(content=content)
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream


def _to_unicode(codes: list[tuple[int, int, str]]) -> bytes:
    """Return the map from codes back to the characters that were typed."""
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, _glyph, text in codes
    ]
    blocks = [lines[n : n + 100] for n in range(0, len(lines), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()
