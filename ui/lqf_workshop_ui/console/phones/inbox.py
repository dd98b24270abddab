"""Words from phones, waiting: nothing a phone sends is shown before somebody lets it through."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.domain.sent import SentKind, SentText
from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _, ngettext
from lqf_workshop_ui.console.live import LiveMeeting
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.buttons import button, only_by_tab
from lqf_workshop_ui.widgets.surfaces import Surface, empty
from lqf_workshop_ui.widgets.words import words


class Inbox(QWidget):
    """The texts that wait about one thing, each with three ways to deal with it.

    While the room looks at this display only their number is shown.
    """

    def __init__(
        self,
        services: Services,
        live: LiveMeeting,
        problems: Problems,
        kind: SentKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._live = services, live
        self._problems, self._kind = problems, kind
        self._shown: tuple[tuple[SentText, ...], bool] | None = None
        self.texts: tuple[SentText, ...] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        head = QHBoxLayout()
        self.title = words("", "strong", self)
        head.addWidget(self.title, 1)
        box.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        box.addLayout(self._rows)

    def show_about(self, about: str, *, covered: bool) -> None:
        """Show what waits about something; nothing at all where nothing waits."""
        self.texts = self._services.phones.waiting(self._live.workshop_id, self._kind, about)
        self.setVisible(bool(self.texts))
        if (self.texts, covered) == self._shown:
            return
        self._shown = (self.texts, covered)
        count = len(self.texts)
        text = ngettext("{n} line from a phone waits", "{n} lines from phones wait", count)
        if covered:
            text += ". " + _("They are covered while the room can see this display.")
        self.title.setText(text)
        empty(self._rows)
        for one in () if covered else self.texts:
            self._rows.addWidget(self._row(one))
        only_by_tab(self)

    def _row(self, one: SentText) -> Surface:
        row = Surface("card", self, margins=(14, 8, 8, 8), across=True)
        row.box.addWidget(words(one.text, parent=row), 1)
        phones, here = self._services.phones, self._live.workshop_id
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (
                _("Show"),
                _("Let it through, and show it to the room"),
                partial(phones.let_through, here, one.id, shown=True),
            ),
            (
                _("Keep"),
                _("Let it through to the notes, without showing it"),
                partial(phones.let_through, here, one.id, shown=False),
            ),
            (_("Put aside"), _("Nobody sees it"), partial(phones.put_aside, here, one.id)),
        )
        for text, hint, act in acts:
            made = button(text, kind="quiet", parent=row, hint=f"{hint}: {one.text[:60]}")
            made.setToolTip(hint)
            made.clicked.connect(partial(self._problems.attempt, act))
            row.box.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return row
