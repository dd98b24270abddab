"""What a first start offers: prepare a workshop, or look at a library of invented ones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.background import Work
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button
from lqf_workshop_ui.widgets.invitation import Invitation
from lqf_workshop_ui.widgets.words import words

SAMPLE_WORKSHOPS = 12
SAMPLE_SEED = 36
"""Twelve teams among whom everything happens: elements, roles, the NHS stages, second votes."""


class FirstStart(QWidget):
    """Two ways to begin, side by side."""

    asked_new = Signal()

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        own = Invitation(
            "new",
            _("Prepare your first workshop"),
            _(
                "It takes about five minutes. Choose a ready-made plan, say who comes, and start "
                "when your team is in the room. Everything stays on this laptop."
            ),
            looks,
            self,
        )
        self.new_button = button(_("New workshop"), kind="primary", parent=own)
        self.new_button.clicked.connect(self.asked_new)
        own.offer(self.new_button)
        self.sample = SampleOffer(services, looks, problems, self)
        self.sample.begun.connect(self._wait_for_sample)
        self.sample.ended.connect(self._wait_for_sample)
        row.addWidget(own, 1)
        row.addWidget(self.sample, 1)

    @Slot()
    def _wait_for_sample(self) -> None:
        self.new_button.setEnabled(not self.sample.filling)


class SampleOffer(Invitation):
    """Fills the library with invented workshops, in a thread, with progress and Cancel."""

    begun = Signal()
    ended = Signal()

    def __init__(
        self, services: Services, looks: Looks, problems: Problems, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "eye",
            _("Look at a sample"),
            _(
                "See what a finished workshop looks like: this adds some invented workshops of "
                "invented teams. Delete them whenever you like."
            ),
            looks,
            parent,
        )
        self._services = services
        self._problems = problems
        self._work: Work[int] | None = None
        self.sample_button = button(_("Look at a sample"), self.fill, parent=self)
        self.offer(self.sample_button)
        self._going: QLabel = words(_("Adding invented workshops…"), "muted", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress of adding the sample"))
        self.cancel_button = button(_("Cancel"), self.cancel, parent=self)
        self.box.insertWidget(4, self._going)
        self.box.insertWidget(5, self.bar)
        self.offer(self.cancel_button)
        self._show_going(False)

    @property
    def filling(self) -> bool:
        """Whether the sample is being added now."""
        return self._work is not None

    def sizeHint(self) -> QSize:
        """Keep the same height while the progress shows."""
        return super().sizeHint().expandedTo(QSize(0, 260))

    def _show_going(self, going: bool) -> None:
        for widget in (self._going, self.bar, self.cancel_button):
            widget.setVisible(going)
        self.sample_button.setVisible(not going)

    @Slot()
    def fill(self) -> None:
        """Begin to add the sample."""
        if self._work is not None:
            return
        self.bar.setRange(0, SAMPLE_WORKSHOPS)
        self.bar.setValue(0)
        self._show_going(True)
        self.cancel_button.setFocus()
        self._work = Work(self._job, self)
        self._work.progressed.connect(self.bar.setValue)
        self._work.done.connect(self._tell_done)
        self._work.failed.connect(self._problems.warn)
        self._work.finished.connect(self._end)
        self._work.start()
        self.begun.emit()

    def _job(self, work: Work[int]) -> int:
        """Add the sample; this runs in the thread of ``work``."""
        from lqf_workshop.services.sample import fill_with_sample

        return fill_with_sample(
            self._services,
            SAMPLE_WORKSHOPS,
            SAMPLE_SEED,
            progress=work.progressed.emit,
            cancelled=work.cancelled,
        )

    @Slot()
    def cancel(self) -> None:
        """Stop adding; what was added is taken out again."""
        if self._work is not None:
            self._going.setText(_("Stopping…"))
            self._work.cancel()

    @Slot()
    def _tell_done(self) -> None:
        self._problems.tell(_("The sample is here. Open any workshop to see its results."))

    @Slot()
    def _end(self) -> None:
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self._going.setText(_("Adding invented workshops…"))
        self._show_going(False)
        self.ended.emit()
