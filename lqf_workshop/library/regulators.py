"""The lines of regulators' frameworks in words, for the form, the page and the paper alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lqf_workshop.domain.regulator import Regulator, RegulatorLine
from lqf_workshop.wording import _


def lines_of(regulators: Iterable[Regulator], chosen: str) -> tuple[RegulatorLine, ...]:
    """Return what an action may point to, with its question before it; none if none is chosen."""
    return tuple(
        line for regulator in regulators if regulator.code == chosen for line in _named(regulator)
    )


def line_words(regulators: Iterable[Regulator], code: str) -> str:
    """Name the line an action shows, whichever framework is in use now; empty for none."""
    for regulator in regulators:
        for line in _named(regulator):
            if line.code == code:
                return f"{regulator.short_name} · {line.name}"
    return _("A line that is not in this library: {0}").format(code) if code else ""


def _named(regulator: Regulator) -> Iterator[RegulatorLine]:
    """Yield each line under its question's name; a question without lines is its own line."""
    for question in regulator.questions:
        for line in question.lines:
            yield RegulatorLine(line.code, f"{question.name}: {line.name}")
        if not question.lines:
            yield RegulatorLine(question.code, question.name)
