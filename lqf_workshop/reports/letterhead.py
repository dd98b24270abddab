"""The organisation's name and logo, set at the head of a paper."""

from __future__ import annotations

from lqf_workshop.letterhead import Letterhead, worn
from lqf_workshop.reports.flow import Block
from lqf_workshop.reports.prose import Prose, Type, clipped
from lqf_workshop.reports.rows import Align, Row
from lqf_workshop.reports.sheet import Sheet


def headed(words: str, provider: str = "") -> str:
    """Return the words at the head of a paper, after the name of whose paper it is.

    ``provider`` is who the workshop itself says it belongs to.
    """
    name = provider or worn().provider
    return " · ".join(part for part in (name, words if words != name else "") if part)


class Logo(Block):
    """The logo of the letterhead, up to ``high`` points high."""

    def __init__(self, letterhead: Letterhead, high: float) -> None:
        self._letterhead = letterhead
        self.wide, self._high = letterhead.logo_size(high)

    def height(self, width: float) -> float:
        """Return its height."""
        return self._high

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Place it."""
        whole = self._letterhead
        sheet.image(whole.logo, x, top - self._high, self.wide, self._high, whole.alt)


def marked(words: Block, high: float) -> Block:
    """Return words with the logo before them, if there is one."""
    letterhead = worn()
    if not letterhead.logo:
        return words
    logo = Logo(letterhead, high)
    row = Row((logo, words), (logo.wide, None), gap=high / 2, align=Align.MIDDLE)
    row.before, row.after, row.keep_with_next = words.before, words.after, words.keep_with_next
    return row


def one_line(words: str, kind: Type, width: float) -> Block:
    """Return ``words`` and whose paper it is on one line, cut where there is no more room."""
    high = kind.leading * 1.25
    letterhead = worn()
    taken = Logo(letterhead, high).wide + high / 2 if letterhead.logo else 0
    whole = " · ".join(part for part in (words, letterhead.provider) if part)
    return marked(Prose(clipped(whole, kind, width - taken), kind), high)
