"""Work that would hold up the screen: done in a thread, shown, and cancelled on request."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from lqf_workshop.errors import WorkshopProblem

T = TypeVar("T")
Cancelled = Callable[[], bool]


class Work(QThread, Generic[T]):
    """One piece of work. ``done`` carries its result, ``failed`` a problem's sentence.

    Anything but a WorkshopProblem is a bug: it is raised again on the screen's thread,
    where the crash dialog finds it.
    """

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(int)
    _broke = Signal(object)

    def __init__(self, job: Callable[[Work[T]], T], parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._cancel = threading.Event()
        self.over = False
        """Whether it has come to an end, as far as the screen's thread has heard."""
        self.finished.connect(self._end)
        self._broke.connect(self._raise)

    def run(self) -> None:
        """Do the work; called by the thread itself."""
        try:
            result = self._job(self)
        except WorkshopProblem as problem:
            self.failed.emit(str(problem))
        except Exception as error:
            self._broke.emit(error)
        else:
            if not self.cancelled():
                self.done.emit(result)

    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop; the job looks at this often."""
        return self._cancel.is_set()

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop soon."""
        self._cancel.set()

    @Slot()
    def _end(self) -> None:
        self.over = True

    @Slot(object)
    def _raise(self, error: Exception) -> None:
        raise error


def stop_all(owner: QObject) -> None:
    """Cancel and wait for every piece of work under ``owner``, before the program ends."""
    for work in owner.findChildren(Work):
        work.cancel()
        work.wait()
