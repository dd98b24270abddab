"""What was explored and what is taken away, in words: the same on the page and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from lqf_workshop.domain.activity import Takes
from lqf_workshop.domain.summary import CardNotes, PileNotes
from lqf_workshop.scenes.piles import finding
from lqf_workshop.wording import _, ngettext


def piles_title(card: CardNotes) -> str:
    """Name the part of a card that has its piles."""
    return _("Where our dots lie") if card.dotted else _("What belongs together")


def dots_reading(piles: Sequence[PileNotes]) -> str:
    """Say which pile has most dots, and what that is good for."""
    found = finding([f"“{one.name or one.notes[0]}”" for one in piles if one.most])
    if not any(one.dots for one in piles):
        return found
    return found + " " + _("Dots say what to talk about first. They decide nothing.")


def dots_words(count: int) -> str:
    """Say how many dots a pile was given."""
    return ngettext("{n} dot", "{n} dots", count) if count else _("No dots")


def piled_words(count: int) -> str:
    """Say where the answers to a prompt are."""
    return ngettext(
        "One answer is on the piles, above.", "{n} answers are on the piles, above.", count
    )


def stopped_words() -> str:
    """Say that an activity has not come to its end."""
    return _("We have not yet written what we take away. It can be taken up another day.")


def held_words(name: str) -> str:
    """Say that a block was kept from the room."""
    return _("“{0}” was not shown to the room, so it is not here.").format(name)


def taken_titles() -> dict[Takes, str]:
    """Return what each kind of take-away is called, in the order of paper and page."""
    return {
        Takes.AGREEMENTS: _("Our agreements"),
        Takes.QUESTION: _("A question to keep"),
        Takes.WATCH: _("What we watch for"),
        Takes.ACTIONS: _("Next steps we wrote down"),
    }
