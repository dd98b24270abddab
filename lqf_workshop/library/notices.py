"""Read the shipped papers about data protection, and say what is wrong with one that is not."""

from __future__ import annotations

from collections.abc import Iterable

from lqf_workshop.domain.notices import PROVIDER, Notice, NoticePart, Screening
from lqf_workshop.domain.scenario import Fact
from lqf_workshop.library.reading import expect, read_file
from lqf_workshop.wording import _

NOTICE, SCREENING = "privacy-notice.toml", "dpia-screening.toml"
LONGEST_QUESTION = 20
"""Words of a question: it is read on a narrow column beside its boxes."""


def read_notice() -> Notice:
    """Read the privacy notice; it names the organisation somewhere, and what it rests on."""
    notice = read_file(Notice, "papers", NOTICE)
    name = f"resources/papers/{NOTICE}"
    _check_parts(name, "parts", notice.parts)
    _check_law(name, notice.law)
    named = any(PROVIDER in line for part in notice.parts for line in part.lines)
    expect(named, name, "parts", _("lines that name {0}").format(PROVIDER))
    return notice


def read_screening() -> Screening:
    """Read the screening sheet; every question says what the app does."""
    screening = read_file(Screening, "papers", SCREENING)
    name = f"resources/papers/{SCREENING}"
    expect(bool(screening.questions), name, "questions", _("at least one"))
    for n, question in enumerate(screening.questions):
        here = f"questions[{n}]"
        expect(question.ask.strip().endswith("?"), name, f"{here}.ask", _("a question"))
        short = len(question.ask.split()) <= LONGEST_QUESTION
        expect(short, name, f"{here}.ask", _("at most {0} words").format(LONGEST_QUESTION))
        expect(bool(question.here.strip()), name, f"{here}.here", _("what the app does"))
    _check_parts(name, "after", screening.after)
    _check_law(name, screening.law)
    return screening


def _check_parts(name: str, key: str, parts: Iterable[NoticePart]) -> None:
    for n, part in enumerate(parts):
        here = f"{key}[{n}]"
        expect(bool(part.title.strip()), name, f"{here}.title", _("a title"))
        expect(bool(part.lines) and all(part.lines), name, f"{here}.lines", _("lines of words"))
        for line in part.lines:
            left = line.replace(PROVIDER, "")
            good = "{" not in left and "}" not in left
            expect(good, name, f"{here}.lines", _("without braces except {0}").format(PROVIDER))


def _check_law(name: str, law: Iterable[Fact]) -> None:
    found = tuple(law)
    expect(bool(found), name, "law", _("what it rests on"))
    for n, fact in enumerate(found):
        good = bool(fact.text.strip() and fact.source.strip())
        expect(good, name, f"law[{n}]", _("words and a source"))
