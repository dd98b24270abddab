"""Buttons: one main button a screen, plain ones beside it, each with a name and a reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks


def button(
    text: str,
    pressed: Callable[[], object] | None = None,
    *,
    kind: str = "plain",
    parent: QWidget | None = None,
    hint: str = "",
) -> QPushButton:
    """Return a button. Kinds: primary, plain, quiet, danger, round, choice, row, side."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAccessibleName(hint or text)
    if hint:
        made.setToolTip(hint)
    if pressed is not None:
        made.clicked.connect(pressed)
    return made


CAP_GAP = 10


class KeyButton(QPushButton):
    """A button that shows the key which does the same, like a keycap beside its words."""

    def __init__(
        self, text: str, key: str, looks: Looks, parent: QWidget | None = None, kind: str = "plain"
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._looks = looks
        self.setProperty("kind", kind)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words, and say them with the key to those who listen."""
        super().setText(text)
        self.setAccessibleName(f"{text}, {self._key}")

    def sizeHint(self) -> QSize:
        """Leave room for the keycap."""
        return super().sizeHint() + QSize(self._cap_width() + CAP_GAP, 0)

    def minimumSizeHint(self) -> QSize:
        """Never hide the keycap."""
        return self.sizeHint()

    def _cap_width(self) -> int:
        return max(20, 12 + 8 * len(self._key))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the style paint the shape; place the words and the keycap as one group."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(self._ink())
        cap = self._cap_width()
        painter.setFont(firago(16, bold=True))
        words = painter.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - words - CAP_GAP - cap) / 2
        painter.setPen(ink)
        box = QRectF(left, 0, words + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        frame = QRectF(left + words + CAP_GAP, (self.height() - 20) / 2, cap, 20)
        painter.setPen(QPen(ink, 1))
        painter.drawRoundedRect(frame, 5, 5)
        painter.setFont(firago(12, bold=True))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _ink(self) -> str:
        colours = self._looks.theme.colours
        if not self.isEnabled():
            return colours.muted
        return colours.on_accent if self.property("kind") == "primary" else colours.ink


class Choices(QFrame):
    """A row of choices of which one is on, like tabs; ``chosen`` carries its name."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: list[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        name: str = "",
        in_a_row: int = 0,
    ) -> None:
        """Make the row from pairs of name and words; the first is on.

        More than ``in_a_row`` choices go on under the first ones; 0 keeps all in one row.
        """
        super().__init__(parent)
        self.setObjectName("choices")
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 4, 4, 4)
        grid.setSpacing(2)
        for n, (code, text) in enumerate(choices):
            made = button(text, kind="choice", parent=self)
            made.setCheckable(True)
            made.setProperty("choice", code)
            group.addButton(made)
            grid.addWidget(made, *divmod(n, in_a_row or len(choices)))
            self.buttons[code] = made
        group.buttonClicked.connect(self._tell)
        if choices:
            self.buttons[choices[0][0]].setChecked(True)

    @property
    def choice(self) -> str:
        """The name of the choice that is on."""
        return next((code for code, made in self.buttons.items() if made.isChecked()), "")

    def choose(self, code: str) -> None:
        """Turn a choice on without announcing it."""
        self.buttons[code].setChecked(True)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.choice)


def only_by_tab(root: QWidget) -> None:
    """Keep the mouse from moving the keyboard's place to a button.

    Otherwise the space bar, which means "next", would press the button clicked last.
    """
    for made in root.findChildren(QAbstractButton):
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
