"""A field of an activity that saves itself and says beside it what is not right yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from lqf_workshop_ui.widgets.fields import Field
from lqf_workshop_ui.widgets.growing_text import GrowingLine, SingleLine

Save = Callable[[str], object]


class WordsField(Field):
    """Words with their name. What could not be stored is told before what is not right yet."""

    def __init__(
        self,
        name: str,
        save: Save,
        parent: QWidget,
        *,
        hint: str = "",
        spoken: str = "",
        lines: bool = False,
    ) -> None:
        """Make a field; ``lines`` lets it have line breaks, ``spoken`` is its name out of sight.

        ``hint`` is an example that stands in the field while it is empty.
        """
        self._keep = save
        kind = GrowingLine if lines else SingleLine
        self.text = kind(save if lines else self._save_line, spoken or name, parent, hint=hint)
        super().__init__(name, self.text, parent)
        self._refused = self._flaw = ""
        self.text.saver.refused.connect(self._refuse)
        self.text.saver.saved.connect(self._accept)

    def _save_line(self, words: str) -> None:
        self._keep(" ".join(words.split()))

    def show_words(self, words: str, flaw: str, *, other: bool = False) -> None:
        """Show what is stored, unless somebody is typing here, and what is not right.

        With ``other`` the words are of something else now, so they are shown in any case.
        """
        if other:
            self.text.saver.accept(self.text.toPlainText())
            self.text.replace_text(words)
            self._refused = ""
        else:
            self.text.show_text(words)
        self._flaw = flaw
        self._tell()

    @property
    def waiting(self) -> bool:
        """Whether there are words that could not be stored as they are."""
        return bool(self._refused)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self._refused = sentence
        self._tell()

    @Slot()
    def _accept(self) -> None:
        self._refused = ""
        self._tell()

    def _tell(self) -> None:
        self.complain(self._refused or self._flaw)
