"""The screen that goes from hand to hand: one person, one vote, nobody else's on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.disclosure import open_mode
from lqf_workshop.domain.framework import ScalePoint
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.scenes.rating import levels_asked
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.shortcuts import vote_of
from lqf_workshop_ui.widgets.badges import DimensionBadge
from lqf_workshop_ui.widgets.buttons import Choices, button
from lqf_workshop_ui.widgets.words import line, words


class VoteRow(QPushButton):
    """One answer, as large as a thumb: number, word, meaning."""

    def __init__(self, point: ScalePoint, parent: QWidget) -> None:
        super().__init__(parent)
        self.answer = point.point
        self.setProperty("kind", "answer")
        self.setCheckable(True)
        self.setAutoDefault(False)  # Enter gives the vote, also after a click on a row
        self.setAccessibleName(f"{point.point}, {point.word}: {point.meaning}")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(24)
        number = line(str(point.point), "panel-title", self)
        number.setFixedWidth(28)
        row.addWidget(number)
        row.addWidget(line(point.word, "heading", self))
        row.addWidget(line(point.meaning, "muted", self), 1)
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class PassLaptop(QDialog):
    """Two faces in turn: "next person", and the question with its six answers.

    A number chooses; Enter or the button gives the vote. Until then it can be changed, and
    after it nobody can see it. Esc stops the round of the laptop.
    """

    def __init__(
        self, services: Services, live: LiveMeeting, looks: Looks, code: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._owner = parent
        self._services, self._live, self._looks, self._code = services, live, looks, code
        self.setWindowTitle(_("Vote"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.faces = QStackedWidget(self)
        self._add_next_face()
        self._add_vote_face()
        self._problem = words("", "warm", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 40, 64, 40)
        column.addWidget(self.faces, 1)
        column.addWidget(self._problem)

    def go_round(self) -> None:
        """Fill the laptop's display and begin with the first person."""
        self.setGeometry(self._owner.screen().geometry())
        self._hand_over()
        self.showFullScreen()

    def _add_next_face(self) -> None:
        face = QWidget(self)
        box = QVBoxLayout(face)
        box.setSpacing(20)
        box.addStretch(1)
        self._thanks = line("", "panel-title", face)
        self._turnout = line("", "heading", face)
        self._hint = words(_("Hand the laptop to the next person."), "heading", face)
        for label in (self._thanks, self._hint, self._turnout):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        self.next_button = button(_("I am the next person"), self._ask, kind="primary")
        self.stop_button = button(_("Facilitator: take the laptop back"), self.reject, kind="quiet")
        row.addWidget(self.stop_button)
        row.addWidget(self.next_button)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(2)
        self.faces.addWidget(face)

    def _add_vote_face(self) -> None:
        subject = self._live.meeting.subject(self._code)
        face = QWidget(self)
        box = QVBoxLayout(face)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(DimensionBadge(subject.mark, subject.name, self._looks, face, side=56))
        head.addWidget(words(subject.name, "title", face), 1)
        box.addLayout(head)
        box.addWidget(words(subject.plain, "heading", face))
        box.addSpacing(24)
        scale = self._live.meeting.scale_of(self._code)
        self.rows = [VoteRow(point, face) for point in (*scale.points, scale.cant_see)]
        for row in self.rows:
            row.clicked.connect(partial(self._choose, row.answer))
            box.addWidget(row)
        self._add_levels(face, box)
        box.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(words(self._promise(), "muted", face), 1)
        self.give_button = button(_("Give this vote"), self._give, kind="primary")
        foot.addWidget(self.give_button)
        box.addLayout(foot)
        self.faces.addWidget(face)

    def _promise(self) -> str:
        """Promise no more than so many voters allow."""
        if open_mode(self._live.meeting.workshop.expected_voters):
            return _("We are few, so votes may be guessed. We talk about them openly.")
        return _("Nobody sees this but you. No name is kept.")

    def _add_levels(self, face: QWidget, box: QVBoxLayout) -> None:
        """Ask for the role level, where this team looks at those; it need not be told."""
        asked = levels_asked(self._live.meeting)
        self.levels: Choices | None = None
        if asked:
            row = QHBoxLayout()
            row.addWidget(line(_("My role:"), "strong", face))
            self.levels = Choices([("", _("I’d rather not say")), *asked], face, name=_("My role"))
            row.addWidget(self.levels)
            row.addStretch(1)
            box.addLayout(row)

    @property
    def choice(self) -> int | None:
        """The answer chosen and not yet given."""
        return next((row.answer for row in self.rows if row.isChecked()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with a number, go on with Enter, stop with Esc."""
        voting = self.faces.currentIndex() == 1
        vote = vote_of(event)
        if voting and vote is not None:
            self._choose(vote)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._give if voting else self._ask)()
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()

    def _choose(self, answer: int) -> None:
        for row in self.rows:
            row.setChecked(row.answer == answer)
        self.give_button.setEnabled(True)

    @Slot()
    def _ask(self) -> None:
        """Show the question with nothing chosen."""
        for row in self.rows:
            row.setChecked(False)
        if self.levels is not None:
            self.levels.choose("")
        self.give_button.setEnabled(False)
        self._problem.clear()
        self.faces.setCurrentIndex(1)
        self.setFocus()

    @Slot()
    def _give(self) -> None:
        """Put the vote in, and show a screen that tells nothing about it."""
        choice = self.choice
        if choice is None:
            return
        try:
            level = self.levels.choice if self.levels is not None else ""
            self._services.ratings.cast(self._live.workshop_id, self._code, choice, level)
        except WorkshopProblem as problem:
            self._problem.setText(str(problem))
            return
        self._thanks.setText(_("Thank you. Your vote is in."))
        self._hand_over()

    def _hand_over(self) -> None:
        voting = self._live.meeting.open_round(self._code)
        expected = self._live.meeting.workshop.expected_voters
        voted = voting.voted if voting else 0
        self._turnout.setText(_("{0} of {1} voted").format(voted, expected))
        done = voted >= expected
        self.next_button.setVisible(not done)
        self._hint.setText(
            _("All votes are in. Give the laptop back to the facilitator.")
            if done
            else _("Hand the laptop to the next person.")
        )
        self.faces.setCurrentIndex(0)
        (self.stop_button if done else self.next_button).setFocus()
