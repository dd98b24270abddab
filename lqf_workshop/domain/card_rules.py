"""What makes a scenario card whole, wherever it was written: in a form, a spreadsheet, a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from lqf_workshop.domain.scenario import Fact, ScenarioCard
from lqf_workshop.domain.text import clean_text, has_words
from lqf_workshop.wording import _, ngettext

LONGEST_TITLE = 80
"""Characters of a title: two lines of the big screen's headline."""
LONGEST_SITUATION = 600
"""Characters of a situation: at most two pages of the big screen, read in under a minute."""
LONGEST_PROMPT = 160
MOST_PROMPTS = 6
LONGEST_PERSON = 60
MOST_INVOLVED = 12
LONGEST_SCRIPT = 600
"""Characters of what is read aloud, and of what to watch for."""
MOST_TAGS = 12
LONGEST_ABOUT = 600
"""Characters of what is said of a deck."""
LONGEST_FACT = 400
MOST_FACTS = 6
_BETWEEN_PEOPLE = re.compile("[;\n]")


class CardField(Enum):
    """The part of a card that a problem is about; the value is its name in ``ScenarioCard``."""

    TITLE = "title"
    SITUATION = "situation"
    INVOLVED = "involved"
    PROMPTS = "prompts"
    READ_ALOUD = "read_aloud"
    WATCH_FOR = "watch_for"
    ELEMENTS = "elements"
    LEVELS = "levels"
    IDEAS = "ideas"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class CardProblem:
    """Why a card is not whole yet; the sentence stands beside the name of the field.

    ``item`` counts from 1 where the field is a list and one of its items is meant.
    """

    field: CardField
    sentence: str
    item: int = 0


def tidy_card(card: ScenarioCard) -> ScenarioCard:
    """Return the card without what nobody can see: control characters, empty lines, repeats.

    People who share a line, parted by semicolons, become one item each.
    """
    return replace(
        card,
        title=tidy_line(card.title),
        situation=tidy_paragraphs(card.situation),
        involved=_items(_BETWEEN_PEOPLE.split(_clean("\n".join(card.involved)))),
        prompts=_items(card.prompts),
        read_aloud=tidy_paragraphs(card.read_aloud),
        watch_for=tidy_paragraphs(card.watch_for),
        elements=_items(card.elements),
        levels=_items(card.levels),
        ideas=_items(card.ideas),
        facts=tuple(_tidy_fact(fact) for fact in card.facts),
    )


def card_problems(card: ScenarioCard) -> tuple[CardProblem, ...]:
    """Return what keeps a tidied card from being whole, field by field; empty when it is."""
    return (
        *_text(CardField.TITLE, card.title, LONGEST_TITLE, _("Please write a title.")),
        *_text(
            CardField.SITUATION,
            card.situation,
            LONGEST_SITUATION,
            _("Please write what happens, in a few sentences."),
        ),
        *_list(CardField.INVOLVED, card.involved, MOST_INVOLVED, LONGEST_PERSON),
        *_questions(card.prompts),
        *_text(CardField.READ_ALOUD, card.read_aloud, LONGEST_SCRIPT),
        *_text(CardField.WATCH_FOR, card.watch_for, LONGEST_SCRIPT),
        *_list(CardField.ELEMENTS, card.elements, MOST_TAGS, LONGEST_PERSON),
        *_list(CardField.LEVELS, card.levels, MOST_TAGS, LONGEST_PERSON),
        *_list(CardField.IDEAS, card.ideas, MOST_TAGS, LONGEST_PERSON),
        *_facts(card.facts),
    )


def tidy_line(text: str) -> str:
    """Return ``text`` on one line, without control characters, however long it is."""
    return " ".join(_clean(text).split())


def tidy_paragraphs(text: str) -> str:
    """Return ``text`` without control characters and outer spaces, its lines kept."""
    return "\n".join(line.strip() for line in _clean(text).split("\n")).strip()


def _clean(text: str) -> str:
    return clean_text(text, limit=len(text))


def _items(texts: Iterable[str]) -> tuple[str, ...]:
    lines = (tidy_line(text) for text in texts)
    return tuple(dict.fromkeys(line for line in lines if has_words(line)))


def _tidy_fact(fact: Fact) -> Fact:
    return replace(fact, text=tidy_line(fact.text), source=tidy_line(fact.source))


def _questions(prompts: tuple[str, ...]) -> Iterator[CardProblem]:
    if not prompts:
        yield CardProblem(CardField.PROMPTS, _("Please write at least one question."), 1)
    yield from _list(CardField.PROMPTS, prompts, MOST_PROMPTS, LONGEST_PROMPT)


def _facts(facts: tuple[Fact, ...]) -> Iterator[CardProblem]:
    yield from _few(CardField.FACTS, len(facts), MOST_FACTS)
    for number, fact in enumerate(facts, 1):
        yield from _text(
            CardField.FACTS, fact.text, LONGEST_FACT, _("Please write the fact."), number
        )
        missing = _("Please say where the fact comes from.")
        yield from _text(CardField.FACTS, fact.source, LONGEST_FACT, missing, number)


def _list(
    field: CardField, items: tuple[str, ...], most: int, longest: int
) -> Iterator[CardProblem]:
    yield from _few(field, len(items), most)
    for number, item in enumerate(items, 1):
        yield from _text(field, item, longest, item=number)


def _few(field: CardField, found: int, most: int) -> Iterator[CardProblem]:
    if found > most:
        there = ngettext("There is {n}", "There are {n}", found)
        yield CardProblem(
            field, _("{0}; at most {1} fit on a card. Please keep the best.").format(there, most)
        )


def _text(
    field: CardField, text: str, longest: int, missing: str = "", item: int = 0
) -> Iterator[CardProblem]:
    if missing and not has_words(text):
        yield CardProblem(field, missing, item)
    elif len(text) > longest:
        sentence = _("That is {0} characters long; at most {1} fit here. Please shorten it.")
        yield CardProblem(field, sentence.format(f"{len(text):,}", f"{longest:,}"), item)
