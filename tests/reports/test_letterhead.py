"""The organisation's name and logo are at the head of every paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.slip import ANY_ROUND, Slip
from lqf_workshop.letterhead import Letterhead, wearing
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.logo import cleaned
from lqf_workshop.reports.activity_sheet import write_activity_guide
from lqf_workshop.reports.cards import CardForm, CardPaper
from lqf_workshop.reports.scale_cards import write_scale_cards
from lqf_workshop.reports.sheets import write_strengths_sheet
from lqf_workshop.reports.slips import write_slips
from tests.pictures import picture
from tests.reports import plans, samples
from tests.reports.paper import boxes, overlapping, pages_of, printed, reader, said_of_itself

HEAD = Letterhead("Meadow Care", cleaned(picture()), "A green bar")
SHELF = Shelf()


def written(write: Callable[..., None], *about: object, **more: object) -> bytes:
    file = BytesIO()
    write(*about, file, **more)
    return file.getvalue()


def guide() -> bytes:
    return written(write_activity_guide, SHELF.activities()[0])


def sheet() -> bytes:
    return written(write_strengths_sheet, SHELF.ideas(Family.ATTRIBUTE), "Night team")


def slips() -> bytes:
    found = samples.real().results[0].subject
    slip = Slip(found, samples.SCALE, "Nights", ANY_ROUND, (), "")
    return written(write_slips, [slip], 4)


def number_cards() -> bytes:
    return written(write_scale_cards, samples.SCALE)


def cards(form: CardForm) -> bytes:
    deck = SHELF.deck()
    assert deck is not None
    return written(CardPaper(deck.cards[:4], form, deck.name).write)


PAPERS = (
    lambda: printed(samples.blank()),
    lambda: plans.pdf_of(plans.plan(plans.planned())),
    lambda: plans.pdf_of(plans.plan(plans.planned()), large=True),
    lambda: plans.poster_of(plans.plan(plans.planned())),
    guide,
    sheet,
    slips,
    number_cards,
    lambda: cards(CardForm.PAGE),
    lambda: cards(CardForm.QUARTER),
    lambda: cards(CardForm.LARGE),
)


@pytest.fixture
def _head() -> Iterator[None]:
    with wearing(HEAD):
        yield


def alts(pdf: bytes) -> Iterator[str]:
    document = reader(pdf)
    for number in range(1, len(document.xref[0]) + 1 if document.xref else 0):
        found = document.get_object(number)
        if isinstance(found, dict) and found.get("/Alt"):
            yield str(found["/Alt"])


@pytest.mark.usefixtures("_head")
@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_bears_name_and_logo_with_its_words(paper: Callable[[], bytes]) -> None:
    pdf = paper()
    images = [image for page in reader(pdf).pages for image in page.images]
    assert images
    assert "A green bar" in set(alts(pdf))
    whose = "Rowan House Care Ltd" if "Rowan House Care" in pages_of(pdf)[0] else "Meadow Care"
    assert whose in pages_of(pdf)[0]
    assert overlapping(pdf) == []
    size = reader(pdf).pages[0].mediabox
    assert all(x > 0 and y > 0 and right < size.width and top < size.height
               for _page, x, y, right, top in boxes(pdf))  # fmt: skip
    assert "Meadow" not in said_of_itself(pdf)


@pytest.mark.usefixtures("_head")
def test_a_workshop_that_names_another_organisation_keeps_its_name() -> None:
    first = pages_of(printed(samples.blank()))[0]
    assert first.startswith("Rowan House Care Ltd Session summary")
    assert "Meadow" not in first
    unnamed = samples.planned(samples.blank(), provider="")
    assert pages_of(printed(unnamed))[0].startswith("Meadow Care Session summary")


@pytest.mark.usefixtures("_head")
def test_one_logo_is_in_the_file_once_however_often_it_is_drawn() -> None:
    assert len(slips()) < 3 * len(HEAD.logo) + 60_000


def test_without_a_letterhead_papers_have_no_picture() -> None:
    assert not any(page.images for page in reader(sheet()).pages)
    assert pages_of(sheet())[0].startswith("Night team")


@pytest.mark.parametrize("size", [(900, 20), (30, 360), (1, 1)])
def test_a_logo_of_any_shape_stays_in_its_place(size: tuple[int, int]) -> None:
    with wearing(Letterhead("Meadow Care", cleaned(picture(size=size)), "Ours")):
        pdf = sheet()
    assert overlapping(pdf) == []
    assert "Meadow Care · Night team" in pages_of(pdf)[0]
