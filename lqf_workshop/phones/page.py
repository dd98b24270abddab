"""The files of the page, read once: few enough that the room's Wi-Fi has nothing to do."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass

from lqf_workshop.resource_files import resource
from lqf_workshop.wording import _

MARK = "<!-- icons -->"
WORDS = "{/* words */}"
NO_SCRIPT = "<!-- no script -->"
DIMENSIONS = ("PQ", "WO", "MS", "IS", "SD", "CV", "DS")
ICONS = ("screen", "check", "warning", *(f"dimension-{code}" for code in DIMENSIONS))


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as a browser gets it."""

    body: bytes
    content_type: str


def assets() -> dict[str, Asset]:
    """Return the page, its style and its script by the address they are asked for at."""
    page = _read("index.html").replace(MARK, "".join(map(_symbol, ICONS)))
    needs_script = _(
        "This page needs JavaScript. Please switch it on, or vote with a slip of paper: "
        "ask for one."
    )
    page = page.replace(NO_SCRIPT, html.escape(needs_script))
    script = _read("phone.js")
    script = script.replace(WORDS, json.dumps(_translated(script)))
    return {
        "/": Asset(page.encode(), "text/html"),
        "/phone.css": Asset(_read("phone.css").encode(), "text/css"),
        "/phone.js": Asset(script.encode(), "text/javascript"),
    }


def sentences(script: str) -> list[str]:
    """Return what the script says to people: every text that goes through its ``_``."""
    return re.findall(r"\b_\('([^']+)'", script)


def _translated(script: str) -> dict[str, str]:
    """Return those sentences that read otherwise in the language of the workshop."""
    pairs = {sentence: _(sentence) for sentence in sentences(script)}
    return {sentence: said for sentence, said in pairs.items() if said != sentence}


def _read(name: str) -> str:
    return resource("phone", name).read_text(encoding="utf-8")


def _symbol(name: str) -> str:
    """Return one of the program's icons for use inside the page."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    inside = re.sub(r"^<svg[^>]*>|</svg>\s*$", "", drawing.strip())
    tidy = " ".join(inside.split())
    return f'<symbol id="icon-{name}" viewBox="0 0 24 24">{tidy}</symbol>'
