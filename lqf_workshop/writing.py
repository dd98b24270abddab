"""Put a finished file where a person wants it: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.wording import _


def write_whole(content: bytes, target: BinaryIO | Path) -> None:
    """Write ``content``; a file that was there stays as it was until the new one is complete.

    Raises WorkshopProblem when the folder is missing, full or read-only, or when the file is
    open elsewhere.
    """
    if not isinstance(target, Path):
        target.write(content)
        return
    unfinished: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".lqf-", suffix=".part", dir=target.parent)
        unfinished = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError as error:
        if unfinished is not None:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        raise WorkshopProblem(_sentence(error, target)) from error


def _sentence(error: OSError, target: Path) -> str:
    """Say what stopped us; the workshop is never in danger, for it is kept elsewhere."""
    if isinstance(error, FileNotFoundError):
        why = _("The folder {0} is not there any more.").format(target.parent)
    elif isinstance(error, PermissionError):
        why = _("{0} cannot be written: the folder is read-only, or the file is open.").format(
            target
        )
    else:
        why = _("{0} cannot be written: {1}.").format(target, error.strerror or error)
    return why + " " + _("Your workshop is safe. Choose another folder or name, then try again.")
