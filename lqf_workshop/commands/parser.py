"""What may be typed after ``lqf-workshop``, and what it means."""

from __future__ import annotations

import argparse
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NoReturn

from lqf_workshop import __version__
from lqf_workshop.commands.console import say
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.user_folders import default_library
from lqf_workshop.wording import _

PROGRAM = "lqf-workshop"
SAMPLE_WORKSHOPS = 12
SAMPLE_SEED = 1


class UsageProblem(WorkshopProblem):
    """What was typed is no command; nothing was done."""


class Parser(argparse.ArgumentParser):
    """An argument parser that explains in one sentence, and leaves the exit to ``main``."""

    def error(self, message: str) -> NoReturn:
        """Raise the message as a sentence."""
        raise UsageProblem(
            _("{0}; {1} --help says what is possible.").format(
                message[:1].upper() + message[1:], PROGRAM
            )
        )


def parse(words: list[str] | None) -> argparse.Namespace | None:
    """Return what ``words`` ask for, or nothing when --help or --version was the answer.

    ``command`` is None when they ask for the window.
    """
    told = StringIO()
    try:
        with redirect_stdout(told):
            choices = _parser().parse_args(words)
    except SystemExit:
        say(told.getvalue(), end="")
        return None
    if choices.library is None:
        choices.library = default_library()
    return choices


def _parser() -> Parser:
    parser = Parser(
        prog=PROGRAM,
        description=_("Run a team workshop on leadership in adult social care, offline."),
        epilog=_("Without a command, the window opens."),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"LQF Workshop {__version__}")
    _add_library(parser, default=None)
    commands = parser.add_subparsers(
        dest="command", metavar=_("COMMAND"), title=_("commands"), parser_class=Parser
    )
    _add_sample(commands)
    _add_list(commands)
    _add_summary(commands)
    _add_export(commands)
    _add_import(commands)
    _add_check(commands)
    return parser


def _add_sample(commands: argparse._SubParsersAction[Parser]) -> None:
    words = _("write a new library of invented workshops")
    parser = commands.add_parser("sample", help=words, description=words, allow_abbrev=False)
    parser.add_argument("file", metavar=_("FILE"), type=_file, help=_("the library to write"))
    parser.add_argument(
        "--workshops",
        metavar="N",
        type=_number,
        default=SAMPLE_WORKSHOPS,
        help=_("how many (%(default)s when not said)"),
    )
    parser.add_argument(
        "--seed",
        metavar="S",
        type=_number,
        default=SAMPLE_SEED,
        help=_("the same number gives the same workshops on the same day"),
    )


def _add_list(commands: argparse._SubParsersAction[Parser]) -> None:
    words = _("list the workshops of a library")
    parser = commands.add_parser("list", help=words, description=words, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    _add_library(parser, default=argparse.SUPPRESS)


def _add_summary(commands: argparse._SubParsersAction[Parser]) -> None:
    words = _("write the session summary of one workshop as a PDF")
    parser = commands.add_parser("summary", help=words, description=words, allow_abbrev=False)
    parser.add_argument(
        "id", metavar="ID", type=_number, help=_("the workshop’s number, as list shows it")
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=_("FILE.pdf"),
        type=_file,
        required=True,
        help=_("the PDF to write"),
    )
    _add_library(parser, default=argparse.SUPPRESS)


def _add_export(commands: argparse._SubParsersAction[Parser]) -> None:
    words = _("write one workshop as a file for another laptop or another program")
    parser = commands.add_parser("export", help=words, description=words, allow_abbrev=False)
    parser.add_argument(
        "id", metavar="ID", type=_number, help=_("the workshop’s number, as list shows it")
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=_("FILE"),
        type=_file,
        required=True,
        help=_(
            "the file to write: .lqfworkshop, .xlsx, .docx, .ics, or .csv for the votes and "
            ".actions.csv for the actions"
        ),
    )
    parser.add_argument(
        "--private-notes",
        action="store_true",
        help=_("put the facilitator’s own notes into a .lqfworkshop file too"),
    )
    _add_library(parser, default=argparse.SUPPRESS)


def _add_import(commands: argparse._SubParsersAction[Parser]) -> None:
    words = _("bring in workshops from .lqfworkshop files, all or none")
    parser = commands.add_parser("import", help=words, description=words, allow_abbrev=False)
    parser.add_argument("files", metavar=_("FILE"), type=_file, nargs="+")
    known = parser.add_mutually_exclusive_group()
    ways = {
        "merge": _(
            "a workshop that is here already is put together with the file’s: all of both stays, "
            "and where the same thing differs, as it is here"
        ),
        "replace": _("a workshop that is here already gives way to the file’s"),
        "copy": _("a workshop that is here already comes in as a copy, and counts as two meetings"),
    }
    for way, meaning in ways.items():
        known.add_argument(f"--{way}", dest="known", action="store_const", const=way, help=meaning)
    _add_library(parser, default=argparse.SUPPRESS)


def _add_check(commands: argparse._SubParsersAction[Parser]) -> None:
    words = _("read a library through and say whether it is whole")
    parser = commands.add_parser("check", help=words, description=words, allow_abbrev=False)
    parser.add_argument("file", metavar=_("FILE"), type=_file, help=_("the library to read"))


def _add_library(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    """Let the library be named before or after the command; the last one counts."""
    parser.add_argument(
        "--library",
        metavar=_("FILE"),
        type=_file,
        default=default,
        help=_("the library file, when it is not the usual one"),
    )


def _file(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(_("the name of a file is missing"))
    return Path(text)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{0}” is not a whole number").format(text)) from None
