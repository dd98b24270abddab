"""A person's choices, as one typed value kept in a small file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person chose; every field has a default that suits a first start.

    ``theme`` is a code of ``library.themes``; ``room_text`` multiplies the type of the big
    screen, 1.0 to 2.0; ``plain_words`` asks for the simplest sentence a dimension has;
    ``room_display`` is the key of the display last used for the room; ``role_level`` is the
    code of the level the library reads for, or empty for all; ``regulator`` is the code of
    the framework whose lines actions point to, or empty for none; ``logo`` is the name of the
    kept picture of a logo, and ``logo_words`` says what it shows.
    """

    theme: str = "light"
    room_text: float = 1.0
    reduced_motion: bool = False
    plain_words: bool = False
    room_display: str = ""
    provider: str = ""
    facilitator: str = ""
    role_level: str = ""
    regulator: str = "cqc-2023"
    logo: str = ""
    logo_words: str = ""


def load_preferences(file: Path) -> Preferences:
    """Read the choices. A missing file gives the defaults; an unreadable one is set aside."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Preferences)
    except FileNotFoundError:
        return Preferences()
    except (OSError, msgspec.DecodeError):
        _set_aside(file)
        return Preferences()


def save_preferences(file: Path, preferences: Preferences) -> None:
    """Write the choices whole or not at all."""
    fresh = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(msgspec.json.encode(preferences))
        fresh.replace(file)
    except OSError as error:
        raise WorkshopProblem(
            _("Your choice holds for now, but could not be saved ({0}).").format(
                error.strerror or error
            )
        ) from None


def _set_aside(file: Path) -> None:
    """Keep a broken file for whoever wants to look, out of the way of the next save."""
    try:
        file.replace(file.with_suffix(".unreadable"))
    except OSError:
        return
