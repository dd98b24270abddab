"""Scenario cards on paper: asks in which form, then shows them in the preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words

if TYPE_CHECKING:
    from lqf_workshop.reports.cards import CardForm, CardPaper


class CardPapers(QDialog):
    """Asks how the cards of a deck, or some of them, are to be printed."""

    def __init__(
        self,
        cards: Sequence[ScenarioCard],
        deck: str,
        names: Mapping[str, str],
        looks: Looks,
        problems: Problems,
        parent: QWidget,
    ) -> None:
        """Offer the forms; ``names`` are those of ``reports.cards.card_names``."""
        from lqf_workshop.reports.cards import CardForm

        super().__init__(parent)
        self.setWindowTitle(_("Print cards"))
        self.setFixedWidth(560)
        self._cards, self._deck, self._names = tuple(cards), deck, names
        self._looks, self._problems, self._owner = looks, problems, parent
        self.window_made: PaperWindow | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(12)
        box.addWidget(words(_("Print cards"), "panel-title", self))
        count = ngettext("{n} card", "{n} cards", len(self._cards))
        box.addWidget(words(f"{deck} · {count}" if deck else count, "muted", self))
        self.forms: dict[CardForm, QRadioButton] = {}
        for form, text in (
            (CardForm.PAGE, _("A page each, for the table")),
            (CardForm.QUARTER, _("Four to a page, to cut out, with the questions on the back")),
            (CardForm.LARGE, _("Large print, with the script")),
        ):
            choice = QRadioButton(text, self)
            choice.toggled.connect(self._tell)
            box.addWidget(choice)
            self.forms[form] = choice
        self.note = words("", "muted", self)
        box.addWidget(self.note)
        box.addLayout(self._foot())
        self.forms[CardForm.PAGE].setChecked(True)
        self.finished.connect(self.deleteLater)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject, parent=self))
        self.go_button = button(_("Look at it"), self._make, kind="primary", parent=self)
        self.go_button.setDefault(True)
        row.addWidget(self.go_button)
        return row

    @property
    def paper(self) -> CardPaper:
        """The cards in the form that is chosen."""
        from lqf_workshop.reports.cards import CardPaper

        form = next(form for form, choice in self.forms.items() if choice.isChecked())
        return CardPaper(self._cards, form, self._deck, self._names)

    @Slot()
    def _tell(self) -> None:
        """Say what to mind when printing in this form."""
        if any(choice.isChecked() for choice in self.forms.values()):
            self.note.setText(self.paper.note)
            self.note.setVisible(bool(self.paper.note))

    @Slot()
    def _make(self) -> None:
        """Open the paper in the preview, from where it is printed or saved."""
        paper = self.paper
        window = PaperWindow(
            paper.title,
            date.today(),
            self._looks,
            self._owner,
            note=paper.note,
            two_sided=paper.two_sided,
        )
        window.failed_with.connect(self._problems.warn)
        window.make(lambda work: _pdf(paper, work))
        window.show()
        self.window_made = window
        self.accept()


def _pdf(paper: CardPaper, work: Work[bytes]) -> bytes:
    page = BytesIO()
    paper.write(page, cancelled=work.cancelled)
    return page.getvalue()
