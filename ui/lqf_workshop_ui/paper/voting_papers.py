"""What a room needs on paper to vote: slips, number cards, and two sheets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.scenes.slips import slip_for_now, slips_for_all
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.paper.preview import PaperWindow
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.words import words

MOST_COPIES = 60


class VotingPapers(QDialog):
    """Asks which paper, how many, and how large; the preview does the rest."""

    def __init__(
        self,
        meeting: Meeting,
        shelf: Shelf,
        about: str,
        looks: Looks,
        problems: Problems,
        parent: QWidget,
    ) -> None:
        """Offer papers for a meeting; ``about`` names the vote that is open, if one is."""
        super().__init__(parent)
        self.setWindowTitle(_("Print for voting"))
        self.setFixedWidth(560)
        self._meeting, self._shelf, self._about = meeting, shelf, about
        self._looks, self._problems, self._owner = looks, problems, parent
        self.window_made: PaperWindow | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(12)
        box.addWidget(words(_("Print for voting"), "panel-title", self))
        self.kinds: dict[str, QRadioButton] = {}
        for code, text in self._offers():
            choice = QRadioButton(text, self)
            box.addWidget(choice)
            self.kinds[code] = choice
        next(iter(self.kinds.values())).setChecked(True)
        self.large = QCheckBox(_("Large print: one to a page"), self)
        box.addWidget(self.large)
        box.addLayout(self._copies_row())
        box.addLayout(self._foot())
        self.finished.connect(self.deleteLater)

    def _offers(self) -> list[tuple[str, str]]:
        """Say what can be printed; slips for the open vote come first."""
        offers = []
        if self._about:
            name = self._meeting.subject(self._about).short_name
            offers.append(("this", _("Slips for this vote: {0}").format(name)))
        if self._meeting.rated:
            offers.append(("all", _("Slips for everything we rate")))
        return [
            *offers,
            ("cards", _("Number cards to hold up")),
            ("strengths", _("Strengths sheet")),
            ("skills", _("Skills sheet")),
        ]

    def _copies_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.copies = QSpinBox(self)
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.copies.setValue(self._meeting.workshop.expected_voters)
        self.copies.setAccessibleName(_("How many people"))
        row.addWidget(self.copies)
        row.addWidget(words(_("people. A few to spare do no harm."), "muted", self), 1)
        return row

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
    def kind(self) -> str:
        """The paper that is chosen."""
        return next(code for code, choice in self.kinds.items() if choice.isChecked())

    @Slot()
    def _make(self) -> None:
        """Open the paper in the preview, from where it is printed or saved."""
        title = {
            "cards": _("Number cards"),
            "strengths": _("Strengths sheet"),
            "skills": _("Skills sheet"),
        }.get(self.kind, _("Voting slips"))
        held_on = self._meeting.workshop.plan.held_on
        window = PaperWindow(title, held_on, self._looks, self._owner)
        window.failed_with.connect(self._problems.warn)
        window.make(partial(_pdf, self._writer()))
        window.show()
        self.window_made = window
        self.accept()

    def _writer(self) -> Callable[[BytesIO, Callable[[], bool]], None]:
        """Return what writes the chosen paper; everything is read from the screen here and now."""
        from lqf_workshop.reports import scale_cards, sheets, slips

        meeting, large, copies = self._meeting, self.large.isChecked(), self.copies.value()
        team = meeting.workshop.plan.team
        match self.kind:
            case "cards":
                scale = meeting.scale_of(self._about or "")
                return lambda to, stop: scale_cards.write_scale_cards(scale, to, cancelled=stop)
            case "strengths":
                attributes = self._shelf.ideas(Family.ATTRIBUTE)
                return lambda to, stop: sheets.write_strengths_sheet(
                    attributes, team, to, large=large, cancelled=stop
                )
            case "skills":
                return self._skills_writer(large)
        found = (
            slip_for_now(meeting, self._about) if self.kind == "this" else slips_for_all(meeting)
        )
        return lambda to, stop: slips.write_slips(found, copies, to, large=large, cancelled=stop)

    def _skills_writer(self, large: bool) -> Callable[[BytesIO, Callable[[], bool]], None]:
        from lqf_workshop.reports import sheets

        meeting, step = self._meeting, self._meeting.step
        issue = meeting.issue_of(step.id) if step else None
        title, team = issue.card.title if issue else "", meeting.workshop.plan.team
        scale = meeting.sureness or meeting.edition.own_scale
        return lambda to, stop: sheets.write_skills_sheet(
            meeting.skills, scale, title, team, to, large=large, cancelled=stop
        )


def _pdf(write: Callable[[BytesIO, Callable[[], bool]], None], work: Work[bytes]) -> bytes:
    page = BytesIO()
    write(page, work.cancelled)
    return page.getvalue()
