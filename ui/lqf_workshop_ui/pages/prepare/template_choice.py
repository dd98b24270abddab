"""What kind of meeting it will be: one card for each ready-made plan, and a blank one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from lqf_workshop.domain.agenda import AgendaTemplate
from lqf_workshop.services.workshops import blank_steps
from lqf_workshop.wording import _, minutes, ngettext
from lqf_workshop_ui.widgets.card_button import CardButton
from lqf_workshop_ui.widgets.words import words

ACROSS = 4


class TemplateCard(CardButton):
    """One plan: its name, how long it takes, and when to choose it."""

    def __init__(self, template: AgendaTemplate | None, parent: QWidget | None = None) -> None:
        super().__init__("due", parent)
        self.template = template
        name, about, long = _("Blank"), "", sum(step.minutes for step in blank_steps())
        if template is not None:
            name, about, long = template.name, template.about, template.minutes
        else:
            about = _("A welcome and a close, and your own steps in between.")
        rated = template.dimensions if template else 0
        rating = ngettext("{n} dimension rated", "{n} dimensions rated", rated)
        parts = [minutes(long), rating if rated else _("No dimension rated")]
        self.setAccessibleName(f"{name}, {', '.join(parts)}")
        self.setAccessibleDescription(about)
        self.box.setContentsMargins(20, 14, 20, 20)
        self.box.setSpacing(2)
        self.add(
            words(str(long), "count", self),
            words(_("minutes"), "muted", self),
        )
        self.box.addSpacing(10)
        self.add(words(name, "heading", self), words(parts[1], "accent", self))
        self.box.addSpacing(4)
        self.add(words(about, "muted", self))
        self.box.addStretch(1)


class TemplateChoice(QWidget):
    """The cards side by side; arrow keys go from one to the next."""

    chosen = Signal(object)
    """An AgendaTemplate, or None for a blank plan."""

    def __init__(
        self, templates: tuple[AgendaTemplate, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        self.cards = [TemplateCard(template, self) for template in (*templates, None)]
        for n, card in enumerate(self.cards):
            card.clicked.connect(partial(self.chosen.emit, card.template))
            grid.addWidget(card, n // ACROSS, n % ACROSS)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)

    def focus(self, template: AgendaTemplate | None) -> None:
        """Move the keyboard to the card of a template."""
        for card in self.cards:
            if card.template == template:
                card.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the cards with the arrow keys."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -ACROSS,
            Qt.Key.Key_Down: ACROSS,
        }
        step = steps.get(Qt.Key(event.key()))
        now = next((n for n, card in enumerate(self.cards) if card.hasFocus()), None)
        if step is None or now is None:
            super().keyPressEvent(event)
        elif 0 <= now + step < len(self.cards):
            self.cards[now + step].setFocus(Qt.FocusReason.TabFocusReason)
