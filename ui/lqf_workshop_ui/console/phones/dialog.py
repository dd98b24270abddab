"""Switch phones on: choose the room's network, see that the page answers, show the way in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from lqf_workshop.scenes.scene import JoinFace
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.console.phones.addresses import Adapter
from lqf_workshop_ui.console.phones.link import PhoneLink
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import words

QUIET = 4
"""Modules of white around the square; cameras need them."""
SQUARE = 220


class QrSquare(QWidget):
    """The way in as a square for cameras, black on white in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self.setFixedSize(SQUARE, SQUARE)
        self.setAccessibleName(_("Square for a phone’s camera"))

    def show_join(self, join: JoinFace) -> None:
        """Show another square."""
        self._modules = join.modules
        self.update()

    def sizeHint(self) -> QSize:
        """Always the same."""
        return QSize(SQUARE, SQUARE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the modules on white."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        step = SQUARE / (len(self._modules) + 2 * QUIET)
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    place = QRectF((x + QUIET) * step, (y + QUIET) * step, step + 0.3, step + 0.3)
                    painter.fillRect(place, QColor("#000000"))
        painter.end()


class PhonesDialog(QDialog):
    """Two faces: which network, while phones are off; the way in, while they are on.

    ``asked_on`` carries the address chosen, ``asked_show`` asks for the way in on the big screen.
    """

    asked_on = Signal(str)
    asked_off = Signal()
    asked_show = Signal()

    def __init__(self, link: PhoneLink, found: Sequence[Adapter], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Phones"))
        self.setFixedWidth(720)
        self._link = link
        self.choices: list[QRadioButton] = []
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(14)
        self.title = words("", "panel-title", self)
        box.addWidget(self.title)
        self.off = self._off_face(found)
        self.on = self._on_face()
        self.problem = words("", "warm", self)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        for part in (self.off, self.on, self.problem):
            box.addWidget(part)
        box.addWidget(self._help())
        box.addLayout(self._foot)
        link.changed.connect(self.refresh)
        link.counted.connect(self.refresh)
        link.failed.connect(self._complain)
        self.refresh()

    def _off_face(self, found: Sequence[Adapter]) -> QWidget:
        face = QWidget(self)
        box = QVBoxLayout(face)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        told = _(
            "People vote on a page that this laptop serves on the room’s Wi-Fi. No app, no "
            "account, no internet. Which network are the phones on?"
        )
        box.addWidget(words(told, "", face))
        for one in found:
            choice = QRadioButton(f"{one.address}   {one.name}, {one.kind}", face)
            choice.setProperty("address", one.address)
            box.addWidget(choice)
            self.choices.append(choice)
        if self.choices:
            self.choices[0].setChecked(True)
        else:
            none = _(
                "This laptop is on no network. Join the room’s Wi-Fi, then open this again. "
                "Until then: hands, slips, or pass the laptop."
            )
            box.addWidget(words(none, "warm", face))
        return face

    def _on_face(self) -> QWidget:
        face = QWidget(self)
        face.setMinimumHeight(SQUARE)
        row = QHBoxLayout(face)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self.square = QrSquare(face)
        row.addWidget(self.square)
        column = QVBoxLayout()
        column.setSpacing(6)
        self.address = words("", "heading", face)
        self.code = words("", "panel-title", face)
        self.count = words("", "strong", face)
        column.addStretch(1)
        column.addWidget(words(_("In the browser of a phone:"), "muted", face))
        column.addWidget(self.address)
        column.addWidget(words(_("Then these letters:"), "muted", face))
        column.addWidget(self.code)
        column.addSpacing(8)
        column.addWidget(self.count)
        column.addStretch(1)
        row.addLayout(column, 1)
        return face

    def _help(self) -> Surface:
        """Say in plain words what else can be in the way, before anybody wonders."""
        surface = Surface("soft", self, margins=(18, 12, 18, 12), spacing=4)
        surface.box.addWidget(words(_("If a phone does not get there"), "strong", surface))
        for line in (
            _("It must be on the same Wi-Fi as this laptop, not on mobile data."),
            _(
                "Windows may ask whether to let LQF Workshop through its firewall. Say yes to "
                "private networks; without a yes, phones cannot get in."
            ),
            _("Some guest Wi-Fi keeps devices apart on purpose. Then no phone can get in."),
            _("Do not wait for it: count hands or slips. All ways go into the same vote."),
        ):
            surface.box.addWidget(words(f"•  {line}", "", surface))
        return surface

    @property
    def address_chosen(self) -> str:
        """The address whose network phones are on."""
        found = (c.property("address") for c in self.choices if c.isChecked())
        return str(next(found, ""))

    @Slot()
    def refresh(self) -> None:
        """Show the face that fits, and what can be done."""
        join, busy = self._link.join, self._link.busy
        self.off.setVisible(join is None)
        self.on.setVisible(join is not None)
        self.off.setEnabled(not busy)
        if join is not None:
            self.title.setText(_("Phones are on"))
            self.problem.clear()
            self.square.show_join(join)
            self.address.setText(join.address)
            self.code.setText(join.code)
            self._show_count()
        else:
            self.title.setText(_("Trying the page…") if busy else _("Let people vote by phone"))
        self.problem.setVisible(bool(self.problem.text()))
        self._show_buttons(on=join is not None, busy=busy)
        QTimer.singleShot(0, self, self._fit)  # once Qt has laid out the other face

    @Slot()
    def _fit(self) -> None:
        """Be as high as the words need at this width."""
        self.setFixedHeight(self._box.totalHeightForWidth(self.width()))

    def _show_count(self) -> None:
        count = self._link.phones
        if count:
            text = ngettext("{n} phone is here", "{n} phones are here", count)
        else:
            text = _("The page answers on this laptop. No phone is here yet.")
        self.count.setText(text)

    def _show_buttons(self, *, on: bool, busy: bool) -> None:
        empty(self._foot)
        self._foot.addStretch(1)
        if on:
            off = button(_("Switch phones off"), self.asked_off.emit, parent=self)
            show = button(
                _("Show the way in on the big screen"), self._show, kind="primary", parent=self
            )
            made = (off, show)
        else:
            later = button(_("Not now"), self.reject, parent=self)
            go = button(_("Switch phones on"), self._ask_on, kind="primary", parent=self)
            go.setEnabled(bool(self.choices) and not busy)
            made = (later, go)
        for one in made:
            self._foot.addWidget(one)
        made[-1].setDefault(True)

    @Slot()
    def _ask_on(self) -> None:
        self.problem.clear()
        self.asked_on.emit(self.address_chosen)

    @Slot()
    def _show(self) -> None:
        self.asked_show.emit()
        self.accept()

    @Slot(str)
    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.refresh()
