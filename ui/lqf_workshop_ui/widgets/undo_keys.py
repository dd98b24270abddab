"""Undo and redo on a page that is not the console: the keys, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lqf_workshop.services.journal import Journal
from lqf_workshop.wording import _
from lqf_workshop_ui.problems import Problems


class UndoKeys(QObject):
    """Ctrl+Z and Ctrl+Shift+Z wherever the keyboard is on a page.

    ``flush`` saves what is being typed first, so that nothing typed is lost on the way.
    """

    def __init__(
        self,
        journal: Journal,
        problems: Problems,
        page: QWidget,
        flush: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(page)
        self._journal, self._problems, self._flush = journal, problems, flush
        for keys, slot in (("Ctrl+Z", self.undo), ("Ctrl+Shift+Z", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @Slot()
    def undo(self) -> None:
        """Take back the latest act, and say which it was."""
        self._go(self._journal.undo, _("Taken back: {0}."), _("There is nothing to take back."))

    @Slot()
    def redo(self) -> None:
        """Do the act again that was taken back, and say which it was."""
        self._go(self._journal.redo, _("Done again: {0}."), _("There is nothing to do again."))

    def _go(self, step: Callable[[], str], told: str, nothing: str) -> None:
        if self._flush is not None:
            self._flush()

        def go() -> None:
            what = step()
            self._problems.tell(told.format(what) if what else nothing)

        self._problems.attempt(go)
