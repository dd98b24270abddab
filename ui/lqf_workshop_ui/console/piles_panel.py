"""Put answers together in piles, with the keyboard alone or with the mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lqf_workshop.domain.meeting import Note
from lqf_workshop.domain.piles import PILE_NAME_LIMIT, Pile, piles_at
from lqf_workshop.domain.text import has_words
from lqf_workshop.services.assembly import Services
from lqf_workshop.services.changes import Change
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.console.panel import StepPanel
from lqf_workshop_ui.fonts import firago
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.shortcuts import digit_of
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.saved_text import SavedLine
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import words

MARK = 28
LIST_HEIGHT = (200, 440)
AROUND_WORDS, ABOVE_AND_BELOW = 52, 22
"""Room the style leaves beside and around an answer's words, in pixels."""
NAME_WIDTH = 165
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _NameLine(SavedLine):
    """Keeps Enter to itself, which makes a new pile once the keyboard is in the list again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no Enter go on to the panel."""
        super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()


class PileName(QWidget):
    """Where a pile gets its name, which is on disk from its first letters on."""

    def __init__(self, services: Services, live: LiveMeeting, problems: Problems) -> None:
        super().__init__()
        self._services, self._live, self._problems = services, live, problems
        self._notes: tuple[int, ...] = ()
        self._before = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(words(_("Name of this pile, then Enter"), "label", self))
        self.line = _NameLine(self._save, _("Name of this pile"), self)
        self.line.setMaxLength(PILE_NAME_LIMIT)
        self.line.saver.refused.connect(problems.warn)
        self.line.editingFinished.connect(self.finish)
        box.addWidget(self.line)
        self.hide()

    def ask(self, pile: Pile) -> None:
        """Ask for the name of a pile; its present one is there to be typed over."""
        self.finish()
        self._notes, self._before = pile.note_ids, pile.name
        self.line.replace_text(pile.name)
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def _save(self, text: str) -> None:
        """Save a name as it is typed; while there is none the pile keeps the one before."""
        if self._notes and has_words(text):
            self._services.notes.type_pile_name(self._live.workshop_id, self._notes, text)

    @Slot()
    def finish(self) -> None:
        """Keep the name, as one act that can be taken back."""
        self.line.saver.flush()
        notes, self._notes = self._notes, ()
        if not notes:
            return
        text = self.line.text()
        self.hide()
        if has_words(text):
            rename = self._services.notes.rename_pile
            here = self._live.workshop_id
            self._problems.attempt(partial(rename, here, notes, self._before, text))


class PilesPanel(StepPanel):
    """The answers as a list, and the piles beside it with the digits that stand for them."""

    redraws_on = frozenset({Change.NOTES, Change.CARDS, Change.RUN})

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, live, looks, problems, parent)
        self.help = words(
            _(
                "Up and Down choose an answer. 1 to 9 put it on a pile, 0 takes it off. "
                "Enter makes a new pile, F2 names its pile afresh."
            ),
            "muted",
            self,
        )
        self.box.addWidget(self.help)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self._make_list(), 11)
        columns.addWidget(self._make_piles(), 9, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(columns)
        looks.changed.connect(self._wear)
        only_by_tab(self)

    def _make_list(self) -> Surface:
        holder = Surface("card", self, margins=(8, 8, 8, 8))
        self.list = QListWidget(holder)
        self.list.setAccessibleName(_("Answers"))
        self.list.setAccessibleDescription(self.help.text())
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(MARK, MARK))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemDoubleClicked.connect(self.make_pile)
        self.list.currentRowChanged.connect(self._follow_choice)
        holder.box.addWidget(self.list)
        return holder

    def _make_piles(self) -> Surface:
        holder = Surface("soft", self, margins=(14, 12, 14, 12), spacing=6)
        holder.box.addWidget(words(_("Piles"), "heading", holder))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        holder.box.addLayout(self._rows)
        self.name = PileName(self.services, self.live, self.problems)
        self.name.line.returnPressed.connect(self._back_to_list)
        holder.box.addWidget(self.name)
        self.new_button = button(
            _("New pile"), self.make_pile, hint=_("Put this answer on a new pile (Enter)")
        )
        self.off_button = button(
            _("Take off its pile"), self.take_off, kind="quiet", hint=_("Take off its pile (0)")
        )
        holder.box.addWidget(self.new_button)
        holder.box.addWidget(self.off_button)
        return holder

    # Showing

    @property
    def piles(self) -> tuple[Pile, ...]:
        """The named piles, in the order of their digits."""
        stop = self.live.stop
        piles = piles_at(self.live.meeting, stop.step_id) if stop else ()
        return tuple(pile for pile in piles if pile.name)

    @property
    def answers(self) -> tuple[Note, ...]:
        """The answers the room was shown, in the order they were given."""
        stop = self.live.stop
        return self.live.meeting.answers_at(stop.step_id) if stop else ()

    @property
    def chosen(self) -> Note | None:
        """The answer that is chosen in the list."""
        row, answers = self.list.currentRow(), self.answers
        return answers[row] if 0 <= row < len(answers) else None

    def arrive(self) -> None:
        """Begin with the first answer."""
        self.list.clear()

    def refresh(self) -> None:
        """Show every answer with the digit of its pile, and the piles."""
        piles = self.piles
        self._list_answers({n.id: place for place, p in enumerate(piles, 1) for n in p.notes})
        empty(self._rows)
        for place, pile in enumerate(piles, 1):
            self._rows.addWidget(self._row(place, pile))
        if not piles:
            hint = _("No piles yet. Choose an answer and press Enter.")
            self._rows.addWidget(words(hint, "muted", self))
        self._follow_choice()
        only_by_tab(self)

    def _list_answers(self, places: dict[int, int]) -> None:
        row = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        while self.list.count() > len(self.answers):
            self.list.takeItem(self.list.count() - 1)
        for n, note in enumerate(self.answers):
            item = self.list.item(n) or QListWidgetItem(self.list)
            place = places.get(note.id, 0)
            where = _("on pile {0}, {1}").format(place, note.heap) if place else _("on no pile")
            item.setText(note.text)
            item.setIcon(self._mark(place))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{note.text}, {where}")
            item.setToolTip(where)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self._fit()

    def _fit(self) -> None:
        """Make every row as high as its words need at this width, and the list as its rows."""
        wide = self.list.viewport().width() - MARK - AROUND_WORDS
        metrics, tall = self.list.fontMetrics(), 0
        for n in range(self.list.count()):
            item = self.list.item(n)
            room = QRect(0, 0, max(wide, MARK), 0)
            words_high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text()).height()
            high = max(words_high, MARK) + ABOVE_AND_BELOW
            item.setSizeHint(QSize(0, high))
            tall += high
        least, most = LIST_HEIGHT
        self.list.setFixedHeight(min(most, max(least, tall + 4)))
        self.list.scrollToItem(self.list.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the answers to the new width."""
        super().resizeEvent(event)
        if self.live.open:
            QTimer.singleShot(0, self, self._fit)

    def _row(self, place: int, pile: Pile) -> QWidget:
        """A pile: a press puts the chosen answer on it, the pencil names it afresh."""
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        count = len(pile.notes)
        held = ngettext("{n} answer", "{n} answers", count)
        put = button(
            "",
            partial(self.put_on, place),
            kind="row",
            parent=row,
            hint=_("Put on pile {0}: {1}, {2}").format(place, pile.name, held),
        )
        name = put.fontMetrics().elidedText(pile.name, Qt.TextElideMode.ElideRight, NAME_WIDTH)
        put.setText(f"{name}  ·  {count}")
        put.setIcon(self._mark(place))
        put.setIconSize(QSize(MARK, MARK))
        pencil = button(
            "",
            partial(self.rename, place),
            kind="quiet",
            parent=row,
            hint=_("Name pile {0} afresh: {1}").format(place, pile.name),
        )
        pencil.setIcon(self.looks.icon("pencil"))
        box.addWidget(put, 1)
        box.addWidget(pencil)
        return row

    def _mark(self, place: int) -> QIcon:
        """Return a disc with a pile's digit; an empty ring for no pile."""
        colours = self.looks.theme.colours
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(MARK, MARK) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(2, 2, MARK - 4, MARK - 4)
        if place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(disc)
            painter.setPen(QColor(colours.on_accent))
            painter.setFont(firago(15, bold=True))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place))
        else:
            painter.setPen(QPen(QColor(colours.control), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        painter.end()
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)  # or Qt would tint it
        return icon

    @Slot()
    def _follow_choice(self) -> None:
        chosen = self.chosen
        self.new_button.setEnabled(chosen is not None)
        self.off_button.setEnabled(chosen is not None and bool(chosen.heap))

    @Slot()
    def _wear(self) -> None:
        if self.live.open and self.isVisible():
            self.refresh()

    def flush(self) -> None:
        """Keep the name being typed."""
        self.name.finish()

    # Acting

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose, group, make and name with the keyboard alone."""
        key, digit = event.key(), digit_of(event)
        if digit is not None:
            self.put_on(digit)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if self.list.hasFocus():
                return False
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER and not isinstance(QApplication.focusWidget(), QAbstractButton):
            self.make_pile()
        elif key == Qt.Key.Key_F2:
            self._rename_chosen()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        row = self.list.currentRow() + by
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def put_on(self, place: int) -> None:
        """Put the chosen answer on the pile of a digit; 0 takes it off."""
        piles, chosen = self.piles, self.chosen
        if chosen is None:
            return
        if place > len(piles):
            self.problems.tell(_("There is no pile {0} yet. Enter makes one.").format(place))
            return
        name = piles[place - 1].name if place else ""
        self.attempt(
            partial(self.services.notes.put_on_pile, self.live.workshop_id, chosen.id, name)
        )

    @Slot()
    def take_off(self) -> None:
        """Take the chosen answer off its pile."""
        self.put_on(0)

    @Slot()
    def make_pile(self) -> None:
        """Put the chosen answer on a pile of its own and ask for its name."""
        chosen = self.chosen
        if chosen is None:
            return
        taken = {pile.name for pile in self.piles}
        numbers = range(1, len(taken) + 2)
        name = next(n for n in map(_("Pile {0}").format, numbers) if n not in taken)
        put = partial(self.services.notes.put_on_pile, self.live.workshop_id, chosen.id, name)
        if self.attempt(put):
            pile = next((p for p in self.piles if chosen.id in p.note_ids), None)
            if pile is not None:
                self.name.ask(pile)

    def rename(self, place: int) -> None:
        """Ask for another name of the pile of a digit."""
        piles = self.piles
        if 0 < place <= len(piles):
            self.name.ask(piles[place - 1])

    def _rename_chosen(self) -> None:
        chosen = self.chosen
        pile = next((p for p in self.piles if chosen and chosen.id in p.note_ids), None)
        if pile is None:
            self.problems.tell(_("This answer is on no pile. Enter makes one."))
        else:
            self.name.ask(pile)

    @Slot()
    def _back_to_list(self) -> None:
        self.list.setFocus()
