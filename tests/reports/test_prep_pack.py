"""The prep pack: each paper by itself, and all of them in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest

from lqf_workshop.domain.agenda import Script, StepKind
from lqf_workshop.domain.meeting import Meeting
from lqf_workshop.domain.workshop import WorkshopId
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.letterhead import Letterhead, wearing
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.logo import cleaned
from lqf_workshop.reports.prep_pack import PackPart, PrepPack
from lqf_workshop.reports.printable import printable
from lqf_workshop.scenes.slips import slips_for_all
from lqf_workshop.services.assembly import Services
from tests import builders
from tests.pictures import picture
from tests.reports import plans
from tests.reports.paper import (
    boxes,
    outline,
    overlapping,
    pages_of,
    reader,
    said_of_itself,
    smallest_type,
    spoken,
    squeezed,
    text_colours,
    text_of,
    tick_boxes,
    too_light,
)
from tests.reports.plans import WORDS

DAY = date(2026, 11, 24)


@pytest.fixture
def meeting(services: Services, shelf: Shelf) -> Meeting:
    """A planned hour with a card chosen for it."""
    plan = builders.plan(
        team="Night team",
        provider="Rowan House Care Ltd",
        dimensions=("PQ", "WO"),
        role_mix={"FW": 7},
    )
    workshop = services.workshops.from_template(plan, shelf.templates()[0])
    step = next(s for s in services.workshops.steps(workshop) if s.plan.kind is StepKind.CARD)
    deck = shelf.deck()
    assert deck is not None
    services.cards.lay(workshop, step.id, deck.cards[2])
    return services.meetings.read(workshop)


def pack(meeting: Meeting, shelf: Shelf, **more: object) -> PrepPack:
    return PrepPack(meeting, shelf, slips_for_all(meeting), **more)  # type: ignore[arg-type]


def pdf_of(whole: PrepPack, *parts: PackPart, large: bool = False) -> bytes:
    file = BytesIO()
    whole.write(parts or whole.parts, file, large=large, printed_on=DAY)
    return file.getvalue()


def test_the_agenda_has_running_minutes_or_times_of_the_day(meeting: Meeting, shelf: Shelf) -> None:
    text = text_of(pdf_of(pack(meeting, shelf), PackPart.AGENDA))
    assert "minute 0 Welcome 5 minutes" in text
    assert "minute 60: the end" in text
    text = text_of(pdf_of(pack(meeting, shelf, starts=time(13, 45)), PackPart.AGENDA))
    assert "13:45 Welcome 5 minutes" in text
    assert "13:45 to 14:45" in text
    assert "14:45: the end" in text


def test_the_agenda_has_every_word_of_the_script_and_what_is_on_the_table(
    meeting: Meeting, shelf: Shelf
) -> None:
    found = squeezed(text_of(pdf_of(pack(meeting, shelf), PackPart.AGENDA)))
    for step in meeting.steps:
        assert squeezed(step.plan.title) in found
        for script in step.plan.scripts.values():
            for words in (script.say, script.do, script.watch):
                assert squeezed(words)[:60] in found
    assert squeezed(f"The card: {meeting.cards[0].card.title}") in found
    assert squeezed("We rate: Personal qualities, Working with others") in found


def test_a_step_without_a_card_says_that_it_is_chosen_later(meeting: Meeting, shelf: Shelf) -> None:
    text = text_of(pdf_of(pack(replace(meeting, cards=()), shelf), PackPart.AGENDA))
    assert "The card is chosen in the workshop" in text


def test_the_pack_offers_only_what_the_workshop_has(meeting: Meeting, shelf: Shelf) -> None:
    assert PackPart.CARDS in pack(meeting, shelf).parts
    bare = PrepPack(replace(meeting, cards=()), shelf)
    assert not {PackPart.CARDS, PackPart.SLIPS, PackPart.GUIDES} & set(bare.parts)


def test_all_in_one_has_every_paper_in_order_each_numbered_for_itself(
    meeting: Meeting, shelf: Shelf
) -> None:
    pdf = pdf_of(pack(meeting, shelf))
    titles = outline(pdf)
    wanted = [
        "Night team",
        meeting.cards[0].card.title,
        "Working with others",
        "How many came",
        "Privacy notice",
        "Data protection screening",
    ]
    assert [title for title in titles if title in wanted] == wanted
    pages = pages_of(pdf)
    privacy = next(page for page in pages if "Who is responsible" in page)
    assert "Page 1 of 1" in privacy
    assert "Prep pack" in said_of_itself(pdf)
    assert "Night" not in said_of_itself(pdf)
    assert reader(pdf).trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]
    assert spoken(pdf).count("/H1") >= 4


@pytest.mark.parametrize("large", [False, True])
def test_every_paper_stays_on_its_page_in_both_prints(
    meeting: Meeting, shelf: Shelf, large: bool
) -> None:
    pdf = pdf_of(pack(meeting, shelf), large=large)
    assert overlapping(pdf) == []
    assert all(x > 0 and right < 595 and y > 0 and top < 842 for _p, x, y, right, top in boxes(pdf))
    assert smallest_type(pdf) >= (18 if large else 9)


def test_the_headcount_sheet_has_numbers_and_no_room_for_names(
    meeting: Meeting, shelf: Shelf
) -> None:
    pdf = pdf_of(pack(meeting, shelf), PackPart.HEADCOUNT)
    text = text_of(pdf)
    assert "Everyone who takes part 11 people expected" in text
    assert "Front-line worker 7 people expected" in text
    assert "Please write no names." in text
    assert sum(tick_boxes(pdf)) == len(meeting.edition.levels) + 3


def test_the_privacy_notice_names_the_organisation_and_its_law(
    meeting: Meeting, shelf: Shelf
) -> None:
    text = text_of(pdf_of(pack(meeting, shelf), PackPart.PRIVACY))
    for words in (
        "Rowan House Care Ltd is responsible for what is kept.",
        "Where it is, and who sees it",
        "How long",
        "Your rights",
        "Who to ask, and how to complain",
        "Information Commissioner’s Office",
        "checked on 29 November 2026",
    ):
        assert words in text
    assert "{provider}" not in text


def test_the_privacy_notice_is_one_page_and_every_part_can_be_found(
    meeting: Meeting, shelf: Shelf
) -> None:
    notice = shelf.notice()
    assert notice is not None
    with wearing(Letterhead("Rowan House Care Ltd", cleaned(picture()), "Ours")):
        pdf = pdf_of(pack(meeting, shelf), PackPart.PRIVACY)
    assert len(reader(pdf).pages) == 1
    assert outline(pdf) == [notice.name, *(part.title for part in notice.parts)]


def test_without_a_name_the_notice_leaves_a_line_for_it(meeting: Meeting, shelf: Shelf) -> None:
    plan = replace(meeting.workshop.plan, provider="")
    unnamed = replace(meeting, workshop=replace(meeting.workshop, plan=plan))
    text = text_of(pdf_of(pack(unnamed, shelf), PackPart.PRIVACY))
    assert "Organisation:" in text
    assert "Our organisation is responsible" in text
    named = text_of(pdf_of(pack(unnamed, shelf, provider="Meadow Care"), PackPart.PRIVACY))
    assert "Meadow Care is responsible" in named


def test_the_screening_sheet_has_three_boxes_for_each_question(
    meeting: Meeting, shelf: Shelf
) -> None:
    screening = shelf.screening()
    assert screening is not None
    for large in (False, True):
        pdf = pdf_of(pack(meeting, shelf), PackPart.SCREENING, large=large)
        after = sum(len(part.boxes) for part in screening.after)
        assert sum(tick_boxes(pdf)) == 3 * len(screening.questions) + after
        found = squeezed(text_of(pdf))
        assert all(squeezed(one.here) in found for one in screening.questions)
    heads = spoken(pdf_of(pack(meeting, shelf), PackPart.SCREENING)).count("/TH")
    assert heads == 4 * 2  # again on the second page


@pytest.mark.parametrize("words", WORDS)
def test_what_people_really_type_into_a_script_is_read_back(
    meeting: Meeting, shelf: Shelf, words: str
) -> None:
    step = meeting.steps[0]
    plan = replace(step.plan, title=words, purpose=words)
    plan = replace(plan, scripts={"start": Script(words, words, words)})
    typed = replace(meeting, steps=(replace(step, plan=plan),))
    for large in (False, True):
        pdf = pdf_of(pack(typed, shelf), PackPart.AGENDA, large=large)
        assert squeezed(printable(words)) in squeezed(text_of(pdf))
        assert overlapping(pdf, slack=6) == []
        assert all(x > 0 and right < 595 for _page, x, _y, right, _top in boxes(pdf))


def test_nothing_ticked_is_explained(meeting: Meeting, shelf: Shelf) -> None:
    with pytest.raises(WorkshopProblem, match="Tick at least one"):
        pack(meeting, shelf).write([], BytesIO())


def test_a_cancelled_pack_writes_nothing(meeting: Meeting, shelf: Shelf, tmp_path: Path) -> None:
    whole = pack(meeting, shelf)
    whole.write(whole.parts, tmp_path / "pack.pdf", cancelled=lambda: True)
    assert not (tmp_path / "pack.pdf").exists()


def test_a_meeting_that_is_read_as_it_is_now_prints(
    services: Services, shelf: Shelf, prepared: WorkshopId
) -> None:
    meeting = services.meetings.read(prepared)
    assert text_of(pdf_of(pack(meeting, shelf), PackPart.AGENDA))


def test_an_activity_on_the_agenda_brings_its_guide(
    services: Services, shelf: Shelf, prepared: WorkshopId
) -> None:
    activity = shelf.activities()[0]
    plan = replace(builders.step(StepKind.ACTIVITY, 20), title="Together")
    workshop = services.workshops.prepare(builders.plan(), (plan,))
    (step,) = services.workshops.steps(workshop)
    services.activities.begin(workshop, step.id, activity)
    meeting = services.meetings.read(workshop)
    pdf = pdf_of(pack(meeting, shelf), PackPart.AGENDA, PackPart.GUIDES)
    assert f"The activity: {activity.name}" in text_of(pdf)
    assert activity.name in outline(pdf)
    assert squeezed(activity.steps[0].script.say)[:60] in squeezed(text_of(pdf))


def test_all_words_can_be_read_in_black_and_white(meeting: Meeting, shelf: Shelf) -> None:
    own = [part for part in pack(meeting, shelf).parts if part is not PackPart.SLIPS]
    papers = [
        pdf_of(pack(meeting, shelf), *own),
        plans.pdf_of(plans.plan(plans.planned())),
        plans.poster_of(plans.plan(plans.planned())),
    ]
    assert len({colour for pdf in papers for colour in text_colours(pdf)}) > 2
    assert set().union(*map(too_light, papers)) == set()
