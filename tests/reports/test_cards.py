"""Scenario cards on paper, read back as a person's computer and printer do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.domain.card_rules import card_problems, tidy_card
from lqf_workshop.domain.scenario import Fact, FactKind, ScenarioCard
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports.cards import CardForm, CardPaper, card_names
from lqf_workshop.reports.page import HEIGHT, WIDTH
from tests.builders import SHELF
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
    strings,
    text_of,
)

NAMES = card_names(SHELF)
UNPRINTABLE = 17
"""The edge that a home printer leaves white, 6 mm, in points."""
PAGE, QUARTER, LARGE = CardForm.PAGE, CardForm.QUARTER, CardForm.LARGE


def shipped() -> tuple[ScenarioCard, ...]:
    deck = SHELF.deck()
    assert deck is not None
    return deck.cards


def words(length: int, mark: str = "word") -> str:
    """Return a text of exactly this length."""
    return (f"{mark} " * length)[: length - 1] + "x"


LONGEST = ScenarioCard(
    number=7,
    code="",
    title=words(80, "title"),
    situation=words(600, "story"),
    involved=tuple(words(60, f"person{n}") for n in range(12)),
    elements=("MS2", "WO1", "PQ1", "IS1", "SD1", "CV1", "DS1"),
    levels=("FW", "FL", "OL", "SL"),
    prompts=tuple(words(160, f"ask{n}") for n in range(6)),
    read_aloud=words(600, "aloud"),
    watch_for=words(600, "watch"),
    facts=tuple(
        Fact(words(400, f"fact{n}"), words(400, f"from{n}"), date(2026, 7, 31), FactKind.LAW)
        for n in range(6)
    ),
    ideas=("adaptive-leadership",),
)
ARABIC = replace(
    LONGEST,
    title="جدول المناوبات",
    situation="غادر ثلاثة موظفين ذوي خبرة خلال ثلاثة أشهر.",
    involved=("الموظفون", "العائلات"),
    prompts=("ماذا قال لنا المغادرون؟",),
    read_aloud="اقرأها بهدوء.",
    watch_for="اللوم.",
    facts=(),
)


@lru_cache(maxsize=16)
def printed(form: CardForm, *cards: ScenarioCard, deck: str = "Night deck") -> bytes:
    file = BytesIO()
    CardPaper(cards, form, deck, NAMES).write(file, printed_on=date(2026, 11, 25))
    return file.getvalue()


def on_card(card: ScenarioCard, form: CardForm) -> list[str]:
    """Return every text that belongs on a card in this form."""
    texts = [card.title, card.situation, *card.involved, *card.prompts, *card.dimensions]
    if form is not QUARTER:
        texts += [text for fact in card.facts for text in (fact.text, fact.source)]
        texts += [NAMES[code] for code in (*card.dimensions, *card.levels, *card.ideas)]
    if form is not PAGE:
        texts += [card.read_aloud, card.watch_for]
    return texts


def said_in(pdf: bytes, form: CardForm) -> str:
    """Return all words of the cards without spaces, as if no page had ever broken them."""
    pages = [squeezed(page) for page in pages_of(pdf)]
    if form is QUARTER:
        return "".join(pages[0::2] + pages[1::2])
    foot = re.compile(r"Aninventedsituation\..*?Page\d+of\d+$")
    return "".join(foot.sub("", page).removeprefix("Nightdeck") for page in pages)


def missing(pdf: bytes, form: CardForm, *cards: ScenarioCard) -> list[str]:
    said = said_in(pdf, form)
    for card in cards:
        said = said.replace(squeezed(f"{card.title}(continued)"), "")
    return [text for card in cards for text in on_card(card, form) if squeezed(text) not in said]


def inside(pdf: bytes) -> bool:
    """Whether no word reaches into the edge that a printer leaves white."""
    return all(
        left >= UNPRINTABLE
        and bottom >= UNPRINTABLE
        and right <= WIDTH - UNPRINTABLE
        and top <= HEIGHT - UNPRINTABLE
        for _page, left, bottom, right, top in boxes(pdf)
    )


@pytest.mark.parametrize("form", CardForm)
def test_every_shipped_card_is_printed_with_every_word(form: CardForm) -> None:
    pdf = printed(form, *shipped())
    assert missing(pdf, form, *shipped()) == []
    assert inside(pdf)
    assert overlapping(printed(form, *shipped()[:5])) == []


def test_every_shipped_card_has_one_page_and_a_place_in_the_list_of_contents() -> None:
    pdf = printed(PAGE, *shipped())
    pages = pages_of(pdf)
    assert len(pages) == 26
    assert outline(pdf) == [card.title for card in shipped()]
    for card, page in zip(shipped(), pages, strict=True):
        assert squeezed(card.title) in squeezed(page)


def test_the_script_is_for_whoever_leads_and_not_on_the_page_for_the_table() -> None:
    said = text_of(printed(PAGE, *shipped()))
    assert "Watch for" not in said
    assert "Read aloud" not in said


def test_four_shipped_cards_share_a_page_and_its_back() -> None:
    pages = pages_of(printed(QUARTER, *shipped()))
    assert len(pages) == 2 * 7
    for number, card in enumerate(shipped()):
        front, back = pages[number // 4 * 2 : number // 4 * 2 + 2]
        assert card.situation[:20] in front
        assert card.prompts[0][:20] in back
        assert card.prompts[0][:20] not in front


def quarter(left: float, bottom: float) -> tuple[int, int]:
    """Return the row and column of the quarter of a page that a place is in."""
    return int(bottom < HEIGHT / 2), int(left > WIDTH / 2)


def test_each_back_lies_behind_its_front_when_the_page_is_turned_like_a_book() -> None:
    cards = [
        replace(
            LONGEST,
            title=f"Front{n}",
            situation="So.",
            involved=(),
            prompts=(f"Back{n}?",),
            read_aloud="",
            watch_for="",
        )
        for n in range(6)
    ]
    found = strings(printed(QUARTER, *cards))
    for number in range(6):
        [front] = [s for s in found if s[5] == f"Front{number}" and s[0] % 2 == 0]
        [back] = [s for s in found if s[5] == f"Back{number}?"]
        assert back[0] == front[0] + 1
        row, column = quarter(front[1], front[2])
        assert quarter(back[1], back[2]) == (row, 1 - column)


def test_both_sides_of_a_card_keep_the_same_distance_from_their_cuts() -> None:
    found = strings(printed(QUARTER, *shipped()[:4]))
    edges = {
        side: sorted(
            {
                round(
                    min(s[1] for s in found if s[0] == side and quarter(s[1], s[2])[1] == c)
                    - c * WIDTH / 2,
                    0,
                )
                for c in (0, 1)
            }
        )
        for side in (0, 1)
    }
    assert all(abs(edge - 26) <= 1 for side in edges.values() for edge in side)


def test_the_file_asks_the_printer_to_turn_the_page_on_its_long_edge() -> None:
    two_sided = CardPaper(shipped(), QUARTER)
    preferences = reader(printed(QUARTER, *shipped())).trailer["/Root"]["/ViewerPreferences"]  # type: ignore[index]
    assert preferences["/Duplex"] == "/DuplexFlipLongEdge"
    assert "flip on long edge" in two_sided.note
    for form in (PAGE, LARGE):
        preferences = reader(printed(form, LONGEST)).trailer["/Root"]["/ViewerPreferences"]  # type: ignore[index]
        assert "/Duplex" not in preferences
        assert CardPaper(shipped(), form).note == ""


@pytest.mark.parametrize("form", CardForm)
@pytest.mark.parametrize("lines", [False, True])
def test_the_longest_card_that_can_be_written_loses_no_word(form: CardForm, lines: bool) -> None:
    card = replace(LONGEST, situation="a\n" * 299 + "zz") if lines else LONGEST
    assert card_problems(card) == ()
    pdf = printed(form, card, shipped()[0])
    assert missing(pdf, form, card, shipped()[0]) == []
    assert inside(pdf)
    assert overlapping(pdf) == []


@pytest.mark.parametrize("form", CardForm)
def test_a_card_of_one_endless_word_stays_on_its_paper(form: CardForm) -> None:
    card = replace(LONGEST, title="t" * 80, situation="s" * 600, prompts=("q" * 160,))
    pdf = printed(form, card)
    assert missing(pdf, form, card) == []
    assert inside(pdf)


def test_a_card_that_needs_more_room_goes_on_to_the_next_card_on_both_sides() -> None:
    found = strings(printed(QUARTER, LONGEST, shipped()[0]))

    def slot(words: str, side: int) -> int:
        """Return where the first such words are, cards counted as one reads the fronts."""
        page, left, bottom, *_others = next(
            s for s in found if s[0] % 2 == side and s[5].startswith(words)
        )
        row, column = quarter(left, bottom)
        return page // 2 * 4 + row * 2 + (1 - column if side else column)

    assert slot("title title", 0) == slot("title title", 1) == 0
    assert slot("The rota", 0) == slot("The rota", 1) > 1


@pytest.mark.parametrize(("form", "least"), [(PAGE, 9), (QUARTER, 8.5), (LARGE, 18)])
def test_no_type_is_smaller_than_can_be_read(form: CardForm, least: float) -> None:
    # The letters in a badge belong to its picture, which is told in words beside it or by its code.
    pdf = printed(
        form, replace(LONGEST, elements=()), *(replace(c, elements=()) for c in shipped())
    )
    assert smallest_type(pdf) >= least


def test_a_short_situation_is_set_larger_than_a_long_one() -> None:
    def size_of(card: ScenarioCard, form: CardForm) -> float:
        found = strings(printed(form, replace(card, facts=())))
        return max(top - bottom for _p, _l, bottom, _r, top, said in found if "story" in said)

    short = replace(LONGEST, situation="story goes on", involved=(), prompts=("Why?",))
    for form in (PAGE, QUARTER):
        assert size_of(short, form) > size_of(LONGEST, form) * 1.2


def test_large_print_is_black_on_white() -> None:
    for page in reader(printed(LARGE, *shipped()[:3])).pages:
        contents = page.get_contents()
        assert contents is not None
        drawn = contents.get_data().decode("latin-1")
        texts = re.findall(
            r"BT(.*?)ET", re.sub(r"/Figure.*?EMC", "", drawn, flags=re.DOTALL), re.DOTALL
        )
        colours = {one for text in texts for one in re.findall(r"([\d. ]+) rg", text)}
        assert {colour.strip() for colour in colours} <= {"0 0 0"}


@pytest.mark.parametrize("form", CardForm)
def test_a_card_in_arabic_begins_at_the_right(form: CardForm) -> None:
    pdf = printed(form, ARABIC)
    assert inside(pdf)
    assert overlapping(pdf) == []
    assert "جدول المناوبات" in text_of(pdf)


def test_a_fact_stands_with_its_source_and_the_day_it_was_checked() -> None:
    said = text_of(printed(PAGE, shipped()[0]))
    assert "checked on 31 July 2026" in said
    assert "https://cohesionrecruitment.com/insights/2025-state-of-" in said


@pytest.mark.parametrize("form", CardForm)
def test_people_who_listen_hear_headings_lists_and_badges(form: CardForm) -> None:
    kinds = set(spoken(printed(form, *shipped()[:2])))
    assert {"/H1", "/L", "/LI", "/Figure"} <= kinds


@pytest.mark.parametrize("form", CardForm)
def test_the_file_says_of_itself_nothing_that_somebody_typed(form: CardForm) -> None:
    said = said_of_itself(printed(form, replace(LONGEST, title="Mrs Jones"), deck="Our secret"))
    assert "Scenario cards" in said
    assert "Jones" not in said
    assert "secret" not in said


def test_a_deck_without_cards_is_not_printed(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match="no card to print"):
        CardPaper((), PAGE).write(tmp_path / "cards.pdf")


@pytest.mark.parametrize("form", CardForm)
def test_nothing_is_written_once_it_is_not_wanted(tmp_path: Path, form: CardForm) -> None:
    CardPaper(shipped(), form).write(tmp_path / "cards.pdf", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=25, deadline=None)
@given(
    st.text(max_size=80),
    st.text(max_size=600),
    st.lists(st.text(max_size=160), max_size=6),
    st.sampled_from(CardForm),
)
def test_whatever_is_typed_stays_inside_the_page(
    title: str, situation: str, prompts: list[str], form: CardForm
) -> None:
    card = tidy_card(
        replace(LONGEST, title=title, situation=situation, prompts=tuple(prompts), facts=())
    )
    assert inside(printed(form, card))
