"""The lines of the regulator's framework that this laptop's owner works with."""

from __future__ import annotations

from lqf_workshop.domain.regulator import RegulatorLine
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks


def regulator_lines(shelf: Shelf, looks: Looks) -> tuple[RegulatorLine, ...]:
    """Return what an action may point to, with its question before it; none if none is chosen."""
    chosen = looks.preferences.regulator
    return tuple(
        RegulatorLine(line.code, _named(question.name, line.name))
        for regulator in shelf.regulators()
        if regulator.code == chosen
        for question in regulator.questions
        for line in (question.lines or (RegulatorLine(question.code, ""),))
    )


def regulator_words(shelf: Shelf, code: str) -> str:
    """Name the line an action shows, whichever framework is in use now; empty for none."""
    for regulator in shelf.regulators():
        for question in regulator.questions:
            lines = question.lines or (RegulatorLine(question.code, ""),)
            for line in lines:
                if line.code == code:
                    return f"{regulator.short_name} · {_named(question.name, line.name)}"
    return _("A line that is not in this library: {0}").format(code) if code else ""


def _named(question: str, line: str) -> str:
    return f"{question}: {line}" if line else question
