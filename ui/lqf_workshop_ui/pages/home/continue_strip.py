"""The strip that takes a person back to the workshop they were leading."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.pages.home.reading import Stopped
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.elided import ElidedLabel
from lqf_workshop_ui.widgets.surfaces import Surface, empty


class ContinueStrip(Surface):
    """One workshop under way: its team, where it stopped, and Continue."""

    asked_run = Signal(int)

    def __init__(self, stopped: Stopped, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent, margins=(28, 20, 28, 20), spacing=24, across=True)
        self.setObjectName("continueStrip")
        self._workshop_id = int(stopped.line.id)
        said = QVBoxLayout()
        said.setSpacing(2)
        self.team = ElidedLabel(stopped.line.team, "figure", self)
        self.sentence = ElidedLabel(stopped.sentence, "muted", self)
        said.addWidget(self.team)
        said.addWidget(self.sentence)
        self.box.addLayout(said)
        self.go_on = button(
            _("Continue"),
            self._ask,
            kind="primary",
            parent=self,
        )
        self.go_on.setAccessibleName(_("Continue {0}").format(stopped.line.team))
        self.box.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _ask(self) -> None:
        self.asked_run.emit(self._workshop_id)


class ContinueStrips(QWidget):
    """Every workshop under way, the latest first; nothing when there is none."""

    asked_run = Signal(int)
    MOST = 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strips: list[ContinueStrip] = []
        self._shown: tuple[Stopped, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self.hide()

    def show_stopped(self, stopped: tuple[Stopped, ...]) -> None:
        """Show the workshops under way, the one last seen first."""
        latest = tuple(
            sorted(
                stopped,
                key=lambda s: s.line.last_seen.timestamp() if s.line.last_seen else 0.0,
                reverse=True,
            )
        )[: self.MOST]
        if latest == self._shown:
            return
        focused = any(strip.go_on.hasFocus() for strip in self.strips)
        empty(self._box)
        self._shown = latest
        self.strips = [ContinueStrip(one, self) for one in latest]
        for strip in self.strips:
            strip.asked_run.connect(self.asked_run)
            self._box.addWidget(strip)
        self.setVisible(bool(latest))
        if focused and self.strips:
            self.strips[0].show()  # what is not shown yet cannot have the keyboard
            self.strips[0].go_on.setFocus()
