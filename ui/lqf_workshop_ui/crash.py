"""When a bug rises: keep a technical log without people's words, and say the work is saved."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from lqf_workshop import __version__
from lqf_workshop.user_folders import log_folder
from lqf_workshop.wording import _

LOG_BYTES = 200_000
log = logging.getLogger("lqf_workshop")


def catch_crashes() -> None:
    """Send every unexpected error to the log and to the crash dialog."""
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_folder() / "problems.log", maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        log.addHandler(handler)
    except OSError:
        log.addHandler(logging.StreamHandler())
    sys.excepthook = tell


def places(error: BaseException) -> str:
    """Return where an error rose, without its message, which could hold words people typed."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return f"{type(error).__name__}\n  " + "\n  ".join(lines)


def tell(
    _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    """Log an unexpected error and tell the person that their work is safe."""
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    log.error("LQF Workshop %s, Python %s: %s", __version__, sys.version.split()[0], places(error))
    if QApplication.instance() is None:
        return
    box = QMessageBox(QMessageBox.Icon.Warning, "LQF Workshop", "")
    box.setText(_("Something went wrong in the program. Your work is saved."))
    box.setInformativeText(
        _("You can go on. If it happens again, close the program and open it: it comes back here.")
    )
    box.setDetailedText(places(error))
    box.exec()
