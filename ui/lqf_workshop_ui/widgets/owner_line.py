"""Who does an action: typed, or chosen from a list that knows this team."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QToolButton, QWidget

from lqf_workshop.wording import _
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.widgets.saved_text import Save, SavedLine


def roles() -> list[str]:
    """Return owners that fit most teams; a role is enough, a name is never needed."""
    return [
        _("Registered manager"),
        _("Deputy manager"),
        _("Senior on days"),
        _("Senior on nights"),
        _("Team leader"),
        _("Care coordinator"),
        _("Nurse in charge"),
        _("Practice leader"),
        _("Activities lead"),
        _("All of us"),
    ]


class OwnerLine(SavedLine):
    """One line that saves itself; Down or the arrow opens the whole list without typing."""

    def __init__(self, save: Save, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(save, _("Who"), parent, hint=_("A role is enough"))
        self._looks = looks
        self.names = QStringListModel(roles(), self)
        found = QCompleter(self.names, self)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        self.popup = QListView(self)
        self.popup.setObjectName("suggestions")
        found.setPopup(self.popup)
        self.setCompleter(found)
        self._all = QAction(_("Show who it may be"), self)
        self._all.triggered.connect(self.show_all)
        self.addAction(self._all, QLineEdit.ActionPosition.TrailingPosition)
        for made in self.findChildren(QToolButton):
            made.setAccessibleName(self._all.text())
        looks.changed.connect(self._wear)
        self._wear()

    def suggest(self, first: Iterable[str]) -> None:
        """Offer these before the roles that fit most teams."""
        names = list(dict.fromkeys([*first, *roles()]))
        if names != self.names.stringList():
            self.names.setStringList(names)

    @Slot()
    def show_all(self) -> None:
        """Open the list with everything in it, whatever stands in the line."""
        self.setFocus()
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    @Slot()
    def _wear(self) -> None:
        self._all.setIcon(self._looks.icon("down", self._looks.theme.colours.muted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Down."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.show_all()
        else:
            super().keyPressEvent(event)
