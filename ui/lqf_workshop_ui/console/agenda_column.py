"""The agenda at the left of the console: what is done, what is on, planned and real minutes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from lqf_workshop.domain.agenda import AgendaStep
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.wording import _
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.surfaces import empty, hairline, scrolling
from lqf_workshop_ui.widgets.words import line, words


class StepRow(QPushButton):
    """One step: a mark for done, on or to come; its title; its minutes."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._step: AgendaStep | None = None
        self._now = False
        self.setProperty("kind", "quiet")
        self.setMinimumHeight(42)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """One line, as wide as the column."""
        return QSize(200, 42)

    def show_step(self, step: AgendaStep, *, now: bool) -> None:
        """Show a step and how it stands."""
        self._step, self._now = step, now
        plan = step.plan
        state = _("on now") if now else _("done") if step.visited else _("to come")
        self.setAccessibleName(
            _("{0}, {1}, {2} of {3} minutes").format(
                plan.title, state, step.actual_minutes, plan.minutes
            )
        )
        self.setToolTip(plan.title)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row; the mark tells its state by shape."""
        step = self._step
        if step is None:
            return
        c = self._looks.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._now or self.hasFocus() or self.underMouse():
            painter.setBrush(QColor(c.accent_soft if self._now else c.panel))
            wide = self.hasFocus() or (self._now and self._looks.theme.border > 1)
            painter.setPen(QPen(QColor(c.ink), 2) if wide else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, 10, 10)
        self._paint_mark(painter, QPointF(23, self.height() / 2))
        plan = step.plan
        used = f"{step.actual_minutes} / {plan.minutes}" if step.visited else str(plan.minutes)
        painter.setFont(firago(15, bold=self._now))
        room = painter.fontMetrics().horizontalAdvance(used) + 12
        painter.setPen(QColor(c.ink))
        box = QRectF(44, 0, self.width() - 44 - room, self.height())
        title = painter.fontMetrics().elidedText(
            plan.title, Qt.TextElideMode.ElideRight, int(box.width())
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, title)
        late = step.visited and step.actual_minutes > plan.minutes
        painter.setPen(QColor(c.warm if late else c.ink if self._now else c.muted))
        right = QRectF(0, 0, self.width() - 8, self.height())
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, used)
        painter.end()

    def _paint_mark(self, painter: QPainter, centre: QPointF) -> None:
        c = self._looks.theme.colours
        assert self._step is not None
        if self._now or self._step.visited:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawEllipse(centre, 11, 11)
            painter.setPen(QPen(QColor(c.on_accent), 2))
            if self._now:
                painter.setBrush(QColor(c.on_accent))
                painter.drawEllipse(centre, 3.5, 3.5)
            else:
                x, y = centre.x(), centre.y()
                painter.drawPolyline(
                    [QPointF(x - 4, y), QPointF(x - 1, y + 3.5), QPointF(x + 4.5, y - 3.5)]
                )
        else:
            painter.setPen(QPen(QColor(c.control), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 10, 10)


class AgendaColumn(QFrame):
    """Every step in order; a click goes there. ``chosen`` carries the step's number."""

    chosen = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(264)
        self._looks = looks
        self._rows: dict[int, StepRow] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 18, 14, 18)
        box.setSpacing(6)
        label = line(_("AGENDA"), "label", self)
        label.setContentsMargins(6, 0, 0, 4)
        box.addWidget(label)
        holder = QWidget(self)
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        box.addWidget(scrolling(holder, self), 1)
        box.addWidget(hairline(self))
        self.used = words("", "muted", self)
        self.pace = words("", "strong", self)
        for text in (self.used, self.pace):
            text.setContentsMargins(6, 4, 0, 0)
            box.addWidget(text)
        looks.changed.connect(self._wear)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the steps, and how the time goes."""
        if list(self._rows) != [step.id for step in meeting.steps]:
            self._build(meeting)
        stop = meeting.stop_now()
        for step in meeting.steps:
            self._rows[step.id].show_step(step, now=stop is not None and step.id == stop.step_id)
        self._show_pace(meeting)

    def _build(self, meeting: Meeting) -> None:
        empty(self._list)
        self._rows = {}
        for step in meeting.steps:
            row = StepRow(self._looks, self)
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.clicked.connect(partial(self.chosen.emit, step.id))
            self._list.addWidget(row)
            self._rows[step.id] = row
        self._list.addStretch(1)

    def _show_pace(self, meeting: Meeting) -> None:
        used = sum(step.actual_seconds for step in meeting.steps) // 60
        left = meeting.workshop.minutes - used
        self.used.setText(
            _("{0} min used · {1} left").format(used, left)
            if left >= 0
            else _("{0} min used · {1} over").format(used, -left)
        )
        self.pace.setText(pace_words(meeting))

    def _wear(self) -> None:
        for row in self._rows.values():
            row.update()


def pace_words(meeting: Meeting) -> str:
    """Say whether the meeting is ahead of its plan or behind it."""
    stop = meeting.stop_now()
    behind = 0
    for step in meeting.steps:
        now = stop is not None and step.id == stop.step_id
        over = step.actual_minutes - step.plan.minutes
        if now:
            behind += max(0, over)
            break
        behind += over
    if behind > 0:
        return _("{0} min behind plan").format(behind)
    if behind < 0:
        return _("{0} min ahead of plan").format(-behind)
    return _("On time")
