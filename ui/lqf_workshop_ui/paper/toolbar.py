"""The strip above a paper: its pages, its size on the screen, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import line


class PaperToolbar(QFrame):
    """Buttons and two short texts; what they do is the window's."""

    def __init__(self, title: str, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._looks = looks
        self.title = line(title, "heading", self)
        self.back = self._small("back", _("Page before"))
        self.page = line("", "", self)
        self.next = self._small("next", _("Next page"))
        self.smaller = self._small("minus", _("Smaller"))
        self.zoom = line("", "", self)
        self.larger = self._small("plus", _("Larger"))
        self.print = button(_("Print"), parent=self)
        self.save = button(_("Save as…"), kind="primary", parent=self)
        self._lay_out()
        looks.changed.connect(self._wear)
        self._wear()

    def _small(self, picture: str, name: str) -> QPushButton:
        made = button("", kind="round", parent=self, hint=name)
        made.setProperty("picture", picture)
        made.setIconSize(QSize(18, 18))
        made.setFixedWidth(38)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addStretch(1)
        for label, width in ((self.page, 104), (self.zoom, 56)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setFixedWidth(width)
        for widget in (self.back, self.page, self.next):
            row.addWidget(widget)
        row.addSpacing(16)
        for widget in (self.smaller, self.zoom, self.larger):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.print)
        row.addWidget(self.save)

    def enable(self, ready: bool) -> None:
        """Let the buttons be used once there is a paper."""
        for made in self.findChildren(QPushButton):
            made.setEnabled(ready)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is in view, counted from 1."""
        self.page.setText(_("Page {0} of {1}").format(page, pages) if pages else "")
        self.back.setEnabled(page > 1)
        self.next.setEnabled(page < pages)

    def show_zoom(self, factor: float) -> None:
        """Say how large the paper is on the screen."""
        self.zoom.setText(f"{round(factor * 100)} %")

    @Slot()
    def _wear(self) -> None:
        for made in self.findChildren(QPushButton):
            picture = made.property("picture")
            if picture:
                made.setIcon(self._looks.icon(picture))
