"""Start LQF Workshop: its window, or a command that needs none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lqf_workshop.commands.console import ReaderGone, be_ready_for_any_letter, complain
from lqf_workshop.commands.parser import parse
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _

PROBLEM = 2
INTERRUPTED = 130
WINDOW_PARTS = ("PySide6", "shiboken6", "lqf_workshop_ui")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks for and return the exit status.

    What a person can mend is one sentence on stderr and status 2.
    """
    be_ready_for_any_letter()
    try:
        choices = parse(None if argv is None else list(argv))
        if choices is None:
            return 0
        if choices.command is None:
            return _open_window(choices.library)
        _run(choices)
    except WorkshopProblem as problem:
        complain(str(problem))
        return PROBLEM
    except KeyboardInterrupt:
        return INTERRUPTED
    except ReaderGone:
        pass  # whoever read along has seen enough; there is nobody left to tell
    return 0


def _run(choices: argparse.Namespace) -> None:
    """Run a command; each is imported only now, so that --help need not wait for the others."""
    try:
        match choices.command:
            case "sample":
                from lqf_workshop.commands.sample import make_sample

                make_sample(choices.file, choices.workshops, choices.seed)
            case "list":
                from lqf_workshop.commands.listing import list_workshops

                list_workshops(choices.library, as_json=choices.json)
            case "summary":
                from lqf_workshop.commands.summary import write_summary

                write_summary(choices.library, choices.id, choices.output)
            case "export":
                from lqf_workshop.commands.exporting import export_workshop

                export_workshop(
                    choices.library, choices.id, choices.output, private=choices.private_notes
                )
            case "import":
                from lqf_workshop.commands.importing import import_workshops

                import_workshops(choices.library, choices.files, choices.known)
            case "check":
                from lqf_workshop.commands.check import check_library

                check_library(choices.file)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise WorkshopProblem(
            _("That did not work ({0}{1}).").format(place, error.strerror or error)
        ) from error


def _open_window(library: Path) -> int:
    checkout_ui = Path(__file__).resolve().parents[1] / "ui"
    if (checkout_ui / "lqf_workshop_ui").is_dir():  # a checkout that was never installed
        sys.path.insert(0, str(checkout_ui))
    try:
        from lqf_workshop_ui.app import run
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in WINDOW_PARTS:
            raise
        raise WorkshopProblem(
            _("The window cannot open, because a part of it is missing ({0}).").format(error)
        ) from error
    return run(library)


if __name__ == "__main__":
    sys.exit(main())
