"""The invisible order of a page for people who listen to it: headings, paragraphs, tables.

ReportLab writes no tagged PDF, so the marks and the tree they hang on are written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

ORNAMENT = "Artifact"
"""The tag of lines, grounds and page numbers, which are not read out."""


@dataclass(slots=True)
class Part:
    """A heading, paragraph, table or picture. ``kids`` are parts, or marks on a page."""

    kind: str
    alt: str = ""
    kids: list[Part | tuple[int, int]] = field(default_factory=list)


class Tags:
    """What one document is made of, gathered while it is drawn."""

    def __init__(self) -> None:
        self._root = Part("Document")
        self._open = [self._root]
        self._pages: list[list[Part]] = []
        self._page_refs: list[Any] = []

    def turn_page(self, page: Any) -> None:  # noqa: ANN401
        """Begin a page; ``page`` is a reference to it."""
        self._pages.append([])
        self._page_refs.append(page)

    @contextmanager
    def inside(self, kind: str) -> Iterator[None]:
        """Put the parts that follow into one of this kind; without a kind, where they are."""
        if not kind:
            yield
            return
        part = Part(kind)
        self._open[-1].kids.append(part)
        self._open.append(part)
        yield
        self._open.pop()

    def begin(self, kind: str, alt: str = "") -> str:
        """Return the operator that begins a part on the page; "EMC" ends it."""
        if kind == ORNAMENT:
            return f"/{ORNAMENT} BMC"
        page = self._pages[-1]
        part = Part(kind, alt, [(len(self._pages) - 1, len(page))])
        self._open[-1].kids.append(part)
        page.append(part)
        return f"/{kind} <</MCID {len(page) - 1}>> BDC"

    def write(self, document: Any) -> None:  # noqa: ANN401
        """Add the tree to a document whose pages have all been drawn."""
        refs: dict[int, Any] = {}
        tree = pdfdoc.PDFDictionary({"Type": "/StructTreeRoot"})
        root = document.Reference(tree, "parts")
        tree.dict["K"] = self._element(document, self._root, root, refs)
        numbers: list[Any] = []
        for number, (page, ref) in enumerate(zip(self._pages, self._page_refs, strict=True)):
            marked = pdfdoc.PDFArray([refs[id(part)] for part in page])
            numbers += [number, document.Reference(marked)]
            drawn = document.idToObject[ref.name]
            drawn.__NoDefault__ = [*drawn.__NoDefault__, "StructParents", "Tabs"]
            drawn.StructParents, drawn.Tabs = number, "/S"
        tree.dict["ParentTree"] = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        tree.dict["ParentTreeNextKey"] = len(self._pages)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _element(self, document: Any, part: Part, parent: Any, refs: dict[int, Any]) -> Any:  # noqa: ANN401
        entry = pdfdoc.PDFDictionary({"Type": "/StructElem", "S": f"/{part.kind}", "P": parent})
        ref = refs[id(part)] = document.Reference(entry)
        kids: list[Any] = []
        for kid in part.kids:
            if isinstance(kid, Part):
                kids.append(self._element(document, kid, ref, refs))
            else:
                entry.dict["Pg"] = self._page_refs[kid[0]]
                kids.append(kid[1])
        entry.dict["K"] = pdfdoc.PDFArray(kids)
        if part.alt:
            entry.dict["Alt"] = pdfdoc.PDFString(part.alt)
        return ref
