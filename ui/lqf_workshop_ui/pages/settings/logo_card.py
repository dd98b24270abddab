"""The logo at the head of every paper: chosen, shown, named, and taken away again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from lqf_workshop.domain.text import LINE_LIMIT, clean_line
from lqf_workshop.logo import drop_logo, keep_logo, kept_logo, logo_words
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.saved_line import KeptLine
from lqf_workshop_ui.widgets.surfaces import Surface
from lqf_workshop_ui.widgets.words import words

PICTURE = QSize(240, 72)
"""How large the logo is shown at most."""


class LogoCard(Surface):
    """Shows the logo, if there is one; the picture is read in the background."""

    def __init__(self, looks: Looks, problems: Problems, parent: QWidget | None = None) -> None:
        super().__init__("card", parent, margins=(24, 20, 24, 22), spacing=12)
        self._looks, self._problems = looks, problems
        self._work: Work[str] | None = None
        self._drawn = ""
        self.hint = words("", "small", self)
        self.picture = QLabel(self)
        self.choose_button = button(_("Choose a logo…"), self._choose, parent=self)
        self.remove_button = button(_("Remove the logo"), self._remove, parent=self)
        self.alt = KeptLine(_("What the logo shows"), self)
        self.alt.setMaxLength(LINE_LIMIT)
        self.alt.kept.connect(self._keep_alt)
        self._field = Field(
            self.alt.accessibleName(),
            self.alt,
            self,
            hint=_("Read out to people who cannot see it."),
        )
        self._lay_out()
        looks.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        self.box.addWidget(words(_("At the head of every paper"), "heading", self))
        self.box.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self.hint)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.box.addLayout(row)
        self.box.addWidget(self._field)

    @classmethod
    def ask_file(cls, parent: QWidget) -> Path | None:
        """Ask for a picture; None when the person changes their mind."""
        places = QStandardPaths.StandardLocation.PicturesLocation
        folder = QStandardPaths.writableLocation(places) or str(Path.home())
        kinds = _("Pictures ({0})").format("*.png *.jpg *.jpeg")
        chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a logo"), folder, kinds)
        return Path(chosen) if chosen else None

    @Slot()
    def _choose(self) -> None:
        file = self.ask_file(self)
        if file is None:
            return
        self.choose_button.setEnabled(False)
        self.hint.setText(_("Reading the picture…"))
        self._work = Work(partial(_keep, file, self._looks.folder), self)
        self._work.done.connect(self._take)
        self._work.failed.connect(self._problems.warn)
        self._work.finished.connect(self._show)
        self._work.start()

    @Slot(str)
    def _take(self, name: str) -> None:
        """Use the picture that was kept, and forget the one before."""
        before = self._looks.preferences.logo
        self._problems.attempt(lambda: self._looks.choose(logo=name))
        if before != name:
            drop_logo(before, self._looks.folder)

    @Slot()
    def _remove(self) -> None:
        before = self._looks.preferences.logo
        self._problems.attempt(lambda: self._looks.choose(logo="", logo_words=""))
        drop_logo(before, self._looks.folder)

    @Slot(str)
    def _keep_alt(self, text: str) -> None:
        self._problems.attempt(
            lambda: self._looks.choose(logo_words=clean_line(text, _("What the logo shows")))
        )

    @Slot()
    def _show(self) -> None:
        chosen = self._looks.preferences
        if chosen.logo != self._drawn or not chosen.logo:
            self._draw(chosen.logo)
        there = not self.picture.pixmap().isNull()
        self.picture.setVisible(there)
        self._field.setVisible(there)
        self.remove_button.setVisible(bool(chosen.logo))
        self.choose_button.setEnabled(self._work is None or self._work.over)
        self.choose_button.setText(_("Choose another…") if there else _("Choose a logo…"))
        self.hint.setText(_hint(there, bool(chosen.logo)))
        self.alt.show_text(chosen.logo_words)
        self.alt.setPlaceholderText(logo_words("", chosen.provider))
        self.picture.setAccessibleName(logo_words(chosen.logo_words, chosen.provider))

    def _draw(self, name: str) -> None:
        self._drawn = name
        found = QPixmap()
        content = kept_logo(name, self._looks.folder)
        if content and found.loadFromData(content):
            ratio = self.devicePixelRatioF()
            found = found.scaled(
                PICTURE * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            found.setDevicePixelRatio(ratio)
        self.picture.setPixmap(found)


def _hint(there: bool, chosen: bool) -> str:
    if chosen and not there:
        return _("The picture is not there any more. Choose it again, or remove it.")
    if there:
        return _("It stands beside the name of your organisation.")
    return _("The name of your organisation stands there. Add its logo: a PNG or JPEG file.")


def _keep(file: Path, folder: Path, _work: Work[str]) -> str:
    return keep_logo(file, folder)
