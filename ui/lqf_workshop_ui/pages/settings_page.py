"""A person's choices, all live: look, names, the clicker, and where everything is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lqf_workshop.services.assembly import Services
from lqf_workshop.wording import _
from lqf_workshop_ui.changes import ChangeSignals
from lqf_workshop_ui.looks import Looks
from lqf_workshop_ui.pages.settings.about_card import AboutCard
from lqf_workshop_ui.pages.settings.clicker import ClickerCard
from lqf_workshop_ui.pages.settings.keys_card import KeysCard
from lqf_workshop_ui.pages.settings.logo_card import LogoCard
from lqf_workshop_ui.pages.settings.look_card import LookCard
from lqf_workshop_ui.pages.settings.own_cards import LibraryCard, NamesCard
from lqf_workshop_ui.pages.settings.regulator_card import RegulatorCard
from lqf_workshop_ui.pages.settings.room_card import RoomTextCard
from lqf_workshop_ui.problems import Problems
from lqf_workshop_ui.widgets.page_scroll import PageScroll
from lqf_workshop_ui.widgets.words import words

MARGIN = 40
GAP = 16


class SettingsPage(QWidget):
    """Cards in two columns; each choice holds as soon as it is made."""

    def __init__(
        self,
        services: Services,
        changes: ChangeSignals,
        looks: Looks,
        problems: Problems,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        content = QWidget(self)
        self.look = LookCard(looks, problems, content)
        self.room = RoomTextCard(looks, problems, content)
        self.names = NamesCard(looks, problems, content)
        self.logo = LogoCard(looks, problems, content)
        self.library = LibraryCard(services.desk.database.path, problems, content)
        self.regulator = RegulatorCard(services.shelf, looks, problems, content)
        self.clicker = ClickerCard(content)
        self.keys = KeysCard(content)
        self.about = AboutCard(looks, content)
        self._lay_out(content)

    def _lay_out(self, content: QWidget) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        for cards in (
            (self.look, self.room, self.names, self.logo),
            (self.clicker, self.keys, self.regulator),
        ):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        inner.setSpacing(GAP)
        inner.addLayout(columns)
        inner.addWidget(self.library)
        inner.addWidget(self.about)
        self.area = PageScroll(content, self)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 28, MARGIN, 12)
        head.addWidget(words(_("Settings"), "title", self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.area, 1)
