"""The private sheet: typed and printed at once, and nowhere kept.

What is typed here is in no service, no file, no undo and no scene. Closing forgets it.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from io import BytesIO

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from lqf_workshop.domain.activity import Block
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import scrolling
from lqf_workshop_ui.widgets.words import words

FIELD_HEIGHT = 72


class PrivateSheet(QDialog):
    """One person's sheet in a window of its own, so that no other screen can show it."""

    def __init__(self, block: Block, looks: Looks, problems: Problems, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Private sheet"))
        self.resize(620, 640)
        self._block, self._looks, self._problems, self._owner = block, looks, problems, parent
        self.window_made: PaperWindow | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(12)
        box.addWidget(words(block.name, "panel-title", self))
        box.addWidget(
            words(
                _(
                    "This is for you alone. Nothing here is saved or shown. "
                    "Print it, or close it: then the words are gone."
                ),
                "muted",
                self,
            )
        )
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        self.fields: dict[str, QPlainTextEdit] = {}
        for field in block.columns:
            column.addWidget(words(field.name, "strong", holder))
            column.addWidget(self._field(field.code, field.name, field.hint, holder))
        column.addStretch(1)
        box.addWidget(scrolling(holder, self), 1)
        box.addLayout(self._foot())
        self.finished.connect(self.forget)

    def _field(self, code: str, name: str, hint: str, parent: QWidget) -> QPlainTextEdit:
        made = QPlainTextEdit(parent)
        made.setUndoRedoEnabled(False)
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.setTabChangesFocus(True)
        made.setFixedHeight(FIELD_HEIGHT)
        self.fields[code] = made
        return made

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(button(_("Forget it and close"), self.reject, parent=self))
        self.print_button = button(_("Print it"), self._print, kind="primary", parent=self)
        row.addWidget(self.print_button)
        return row

    @Slot()
    def _print(self) -> None:
        """Show the sheet as paper, from where it goes to a printer and nowhere else."""
        found = {code: field.toPlainText() for code, field in self.fields.items()}
        self.window_made = print_private(self._block, found, self._looks, self._problems, self)

    @Slot()
    def forget(self) -> None:
        """Let every word go, in the fields and on the paper."""
        for field in self.fields.values():
            field.clear()
        for window in self.findChildren(PaperWindow):
            window.close()
        self.window_made = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window forgets, too."""
        self.forget()
        super().closeEvent(event)


def print_private(
    block: Block, found: dict[str, str], looks: Looks, problems: Problems, owner: QWidget
) -> PaperWindow:
    """Open one private sheet as paper; without words it has lines to write on."""
    window = PaperWindow(_("Private sheet"), date.today(), looks, owner, saving=False)
    window.failed_with.connect(problems.warn)
    window.make(partial(_pdf, block, found))
    window.show()
    return window


def _pdf(block: Block, found: dict[str, str], work: Work[bytes]) -> bytes:
    from lqf_workshop.reports.activity_sheet import write_private_sheet

    page = BytesIO()
    write_private_sheet(block, found, page, cancelled=work.cancelled)
    return page.getvalue()
