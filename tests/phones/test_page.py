from __future__ import annotations

import json
import re
import tomllib

import pytest

from lqf_workshop.phones import page
from lqf_workshop.phones.page import DIMENSIONS, assets, sentences
from lqf_workshop.resource_files import resource

PAGE = assets()
STYLE = PAGE["/phone.css"].body.decode()
SCRIPT = PAGE["/phone.js"].body.decode()
HTML = PAGE["/"].body.decode()
CODES = {"Content-Type"}
"""What a program reads, although it begins like a sentence."""


def test_the_whole_page_is_under_fifty_kilobytes() -> None:
    assert sum(len(asset.body) for asset in PAGE.values()) < 50_000


def test_the_page_has_every_dimensions_icon() -> None:
    assert all(f'id="icon-dimension-{code}"' in HTML for code in DIMENSIONS)
    assert "<!--" not in HTML


def test_every_sentence_of_the_page_can_be_said_in_another_language() -> None:
    source = resource("phone", "phone.js").read_text(encoding="utf-8")
    code = re.sub(r"(?m)^\s*//.*$|//\s.*$", "", source)
    fixed = {
        found[1:-1]
        for found in re.findall(r"(?:_\()?'[^'\n]*'", code)
        if not found.startswith("_(")
    }
    assert {one for one in fixed if re.search("[A-Z][a-z]", one)} - CODES == set()
    assert len(sentences(source)) > 40


def test_the_page_speaks_the_language_of_the_workshop(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"Send": "Absenden", "Join the workshop": "Beim Workshop mitmachen"}
    monkeypatch.setattr(page, "_", lambda text: said.get(text, text))
    script = assets()["/phone.js"].body.decode()
    told = json.loads(re.search(r"const WORDS = (\{.*\});", script).group(1))  # type: ignore[union-attr]
    assert told == said
    assert "const WORDS = {};" in SCRIPT


def test_words_from_elsewhere_are_never_put_in_as_html() -> None:
    for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert unsafe not in SCRIPT
    assert "style=" not in HTML
    assert not re.search(r"\son\w+=", HTML)


@pytest.mark.parametrize("newer", [r"\?\.\w", r"\?\?", r"catch \{", r"\.flat\(", "fromEntries"])
def test_a_phone_of_some_years_ago_understands_the_script(newer: str) -> None:
    assert not re.search(newer, SCRIPT)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_wears_the_colours_of_the_workshop(theme: str) -> None:
    wanted = tomllib.loads(resource("themes", f"{theme}.toml").read_text(encoding="utf-8"))
    dark = STYLE.index("prefers-color-scheme: dark")
    part = STYLE[dark:] if theme == "dark" else STYLE[:dark]
    worn = dict(re.findall(r"--([\w-]+): (#\w{6})", part))
    colours = {name.replace("_", "-"): value for name, value in wanted["colours"].items()}
    colours["on-mark"] = colours["on-dimension"]
    assert len(worn) >= 18
    assert worn == {name: (colours | wanted["dimensions"])[name] for name in worn}


def test_the_page_calls_nothing_outside_the_room() -> None:
    elsewhere = re.findall(r"https?://[^'\"\s]+", HTML + STYLE + SCRIPT)
    assert set(elsewhere) <= {"http://www.w3.org/2000/svg"}
