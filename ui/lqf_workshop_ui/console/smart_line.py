"""Five questions about the action in the form: which are answered, and the next one to ask."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lqf_workshop.domain.action import ActionText
from lqf_workshop.domain.smart import Aspect, smart_check
from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.words import line, set_role, words

MARK = QSize(16, 16)


def aspect_words(aspect: Aspect) -> str:
    """Name a question in a word or two."""
    return {
        Aspect.CLEAR: _("Clear"),
        Aspect.SEEN: _("Can be seen"),
        Aspect.DOABLE: _("Can be done"),
        Aspect.MATTERS: _("Matters"),
        Aspect.TIMED: _("Has a date"),
    }[aspect]


class SmartLine(QWidget):
    """A tick or a dot for each question, and the first open one in words. It never blocks."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._good: dict[Aspect, bool] = dict.fromkeys(Aspect, False)
        self.marks: dict[Aspect, QLabel] = {}
        self.names: dict[Aspect, QLabel] = {}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for aspect in Aspect:
            self.marks[aspect], self.names[aspect] = QLabel(self), line("", "small", self)
            row.addWidget(self.marks[aspect])
            row.addWidget(self.names[aspect])
            row.addSpacing(12)
        row.addStretch(1)
        self.hint = words("", "muted", self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.hint)
        looks.changed.connect(self._wear)
        self._wear()

    def show_text(self, text: ActionText, held_on: date) -> None:
        """Ask the five questions of an action; of an empty one nothing is asked yet."""
        points = smart_check(text, held_on)
        self.setVisible(not text.empty)
        self._good = {point.aspect: point.good for point in points}
        self.hint.setText(next((p.hint for p in points if not p.good), ""))
        self.hint.setVisible(bool(self.hint.text()))
        for point in points:
            for label in (self.marks[point.aspect], self.names[point.aspect]):
                label.setToolTip(point.hint)
        self._wear()

    @Slot()
    def _wear(self) -> None:
        colours = self._looks.theme.colours
        for aspect, good in self._good.items():
            icon = self._looks.icon("check", colours.accent) if good else None
            icon = icon or self._looks.icon("dot", colours.control)
            self.marks[aspect].setPixmap(icon.pixmap(MARK, self.devicePixelRatioF()))
            name = self.names[aspect]
            name.setText(aspect_words(aspect))
            said = _("yes") if good else _("not yet")
            name.setAccessibleName(f"{aspect_words(aspect)}: {said}")
            set_role(name, "strong" if good else "small")
