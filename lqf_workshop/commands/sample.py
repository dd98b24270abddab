"""``lqf-workshop sample``: write a new library of invented workshops."""

from __future__ import annotations

from pathlib import Path

from lqf_workshop.commands.console import ProgressLine, say
from lqf_workshop.services.sample import write_sample
from lqf_workshop.wording import _, ngettext


def make_sample(library: Path, workshops: int, seed: int) -> None:
    """Write the sample and say so; stopped half-way it leaves no file."""
    line = ProgressLine(_("{0} of {1} workshops").format("{0:,}", f"{workshops:,}"))
    try:
        write_sample(library, workshops, seed, progress=line.show)
    finally:
        line.end()
    written = ngettext("{n} workshop", "{n} workshops", workshops)
    say(_("{0} is written: {1}.").format(library.name, written))
