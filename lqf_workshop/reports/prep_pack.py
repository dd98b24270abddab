"""The prep pack: what a planned workshop needs on paper, singly or all in one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from lqf_workshop.domain.activity import Activity
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.domain.slip import Slip
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.reports.activity_sheet import guide
from lqf_workshop.reports.agenda_pages import agenda
from lqf_workshop.reports.card_pages import card_pages
from lqf_workshop.reports.cards import card_names
from lqf_workshop.reports.flow import Block
from lqf_workshop.reports.handout import LARGE, NORMAL, Print
from lqf_workshop.reports.headcount_sheet import headcount_sheet
from lqf_workshop.reports.notice_pages import privacy_notice, screening_sheet
from lqf_workshop.reports.page import Cancelled, Furniture, Label, bound, furnished
from lqf_workshop.reports.sheet import Sheet
from lqf_workshop.reports.slips import slip_pages
from lqf_workshop.wording import _
from lqf_workshop.writing import write_whole

Pages = Sequence[Callable[[Sheet], None]]


class PackPart(Enum):
    """A paper of the pack, in the order they lie in it."""

    AGENDA = "agenda"
    GUIDES = "guides"
    CARDS = "cards"
    SLIPS = "slips"
    HEADCOUNT = "headcount"
    PRIVACY = "privacy"
    SCREENING = "screening"


@dataclass(frozen=True, slots=True)
class PrepPack:
    """The papers of one planned workshop; ``starts`` is when it begins, if that is known.

    ``provider`` stands for the organisation where the workshop names none.
    """

    meeting: Meeting
    shelf: Shelf
    slips: tuple[Slip, ...] = ()
    starts: time | None = None
    provider: str = ""

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The activities of the agenda, each once; what follows a card's questions is none."""
        runs = (run.activity for run in self.meeting.activities)
        return tuple({one.code: one for one in runs if not one.on_card}.values())

    @property
    def cards(self) -> tuple[ScenarioCard, ...]:
        """The cards chosen for it, each once."""
        return tuple({one.card.code: one.card for one in self.meeting.cards}.values())

    @property
    def parts(self) -> tuple[PackPart, ...]:
        """The papers this workshop has: slips if it rates, cards and guides if any are chosen."""
        there = {
            PackPart.GUIDES: bool(self.activities),
            PackPart.CARDS: bool(self.cards),
            PackPart.SLIPS: bool(self.slips),
            PackPart.PRIVACY: self.shelf.notice() is not None,
            PackPart.SCREENING: self.shelf.screening() is not None,
        }
        return tuple(part for part in PackPart if there.get(part, True))

    def write(
        self,
        wanted: Collection[PackPart],
        target: BinaryIO | Path,
        *,
        large: bool = False,
        printed_on: date | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Write the wanted papers after each other, each numbered for itself.

        A file at a path is written whole or not at all; nothing once ``cancelled`` says yes.
        Raises WorkshopProblem when nothing is wanted, or the disk refuses the file.
        """
        chosen = [part for part in self.parts if part in wanted]
        if not chosen:
            raise WorkshopProblem(_("There is no paper to print. Tick at least one."))
        names = part_names()
        title = names[chosen[0]] if len(chosen) == 1 else _("Prep pack")
        label = Label(title, title, printed_on or date.today())
        look = LARGE if large else NORMAL
        try:
            pages = chain.from_iterable(
                self._pages(part, look, label, cancelled) for part in chosen
            )
            content = bound(pages, label, cancelled)
        except Cancelled:
            return
        write_whole(content, target)

    def _pages(
        self, part: PackPart, look: Print, label: Label, cancelled: Callable[[], bool] | None
    ) -> Iterator[Callable[[Sheet], None]]:
        if part is PackPart.SLIPS:
            copies = self.meeting.workshop.expected_voters
            yield from slip_pages(self.slips, copies, look is LARGE)
        elif part is PackPart.CARDS:
            names = card_names(self.shelf)
            yield from card_pages(self.cards, "", names, label, look is LARGE, cancelled)
        else:
            for story, furniture in self._stories(part, look, label.printed_on):
                yield from furnished(story, furniture, cancelled)

    def _stories(self, part: PackPart, look: Print, day: date) -> Iterator[tuple[Block, Furniture]]:
        plan = self.meeting.workshop.plan
        provider = plan.provider or self.provider
        notice, screening = self.shelf.notice(), self.shelf.screening()
        match part:
            case PackPart.AGENDA:
                yield agenda(self.meeting, self.starts, look, day)
            case PackPart.GUIDES:
                for activity in self.activities:
                    yield guide(activity, look, day)
            case PackPart.HEADCOUNT:
                yield headcount_sheet(self.meeting, look, day)
            case PackPart.PRIVACY if notice is not None:
                yield privacy_notice(notice, provider, look, day)
            case PackPart.SCREENING if screening is not None:
                yield screening_sheet(screening, plan.team, provider, look, day)


def part_names() -> dict[PackPart, str]:
    """Return how each paper is called."""
    return {
        PackPart.AGENDA: _("Agenda with script"),
        PackPart.GUIDES: _("Guide to the activity"),
        PackPart.CARDS: _("Scenario card"),
        PackPart.SLIPS: _("Voting slips"),
        PackPart.HEADCOUNT: _("How many came"),
        PackPart.PRIVACY: _("Privacy notice"),
        PackPart.SCREENING: _("Data protection screening"),
    }
