"""A tally in words: true, kind, and never pointing at a person."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.agreement import Spread, spread_of
from lqf_workshop.domain.rating import SCALE, RevealedRound, Tally
from lqf_workshop.scenes import findings
from tests.builders import tally

tallies = st.builds(
    Tally,
    st.lists(st.sampled_from(SCALE), max_size=30).map(lambda v: tally(*v).counts),
    st.integers(0, 9),
)
few = st.builds(
    Tally,
    st.lists(st.sampled_from(SCALE), max_size=4).map(lambda v: tally(*v).counts),
    st.integers(0, 9),
)
CLAIMS_OF_SPREAD = re.compile(r"differently|much the same|together|mixed|agree", re.IGNORECASE)
POINTS_AT_SOMEBODY = re.compile(
    r"\b(one|1) (person|of us|voter|vote|member|colleague)\b|\bonly one\b"
    r"|(?<!someone )\bwho (voted|chose|gave)"
    r"|\bwhose vote\b|\byour vote\b|\bowns? \b|\bdid you\b|\bwhy did\b|\bdisagrees\b",
    re.IGNORECASE,
)


def revealed(found: Tally, expected: int = 11, number: int = 1) -> RevealedRound:
    return RevealedRound("PQ", number, found, expected)


def everything_said(found: Tally) -> list[str]:
    return [
        findings.headline(found),
        findings.spread_label(found),
        findings.question(found),
        findings.middle_words(found),
        findings.turnout(revealed(found)),
        findings.middle_and_before([revealed(found), revealed(found, number=2)]),
    ]


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ((4, 4, 5), "4"),
        ((2, 3), "between 2 and 3"),
        ((1, 1, 1, 5, 5, 5), "between 1 and 5"),
        ((4, 4), "4"),
        ((), "none"),
    ],
)
def test_the_middle_vote_is_said_in_words(votes: tuple[int, ...], words: str) -> None:
    assert findings.middle_words(tally(*votes)) == words


def test_the_first_middle_vote_stands_beside_the_second() -> None:
    rounds = [revealed(tally(2, 3)), revealed(tally(4, 4, 4), number=2)]
    assert findings.middle_and_before(rounds) == "4, was between 2 and 3"


@pytest.mark.parametrize(
    ("found", "expected", "words"),
    [
        (tally(3, 3, 3), 11, "3 of 11 voted"),
        (tally(3, cant_see=2), 11, "3 of 11 voted, 2 can’t see this from their role"),
        (tally(3, 3, cant_see=1), 3, "3 of 3 voted, 1 can’t see this from their role"),
        (tally(3, 3, 3), 2, "3 of 3 voted"),
    ],
)
def test_turnout_counts_everybody_who_voted(found: Tally, expected: int, words: str) -> None:
    assert findings.turnout(revealed(found, expected)) == words


@pytest.mark.parametrize(
    ("found", "headline"),
    [
        (tally(4, 4, 4, 4, 5), "We see this much the same"),
        (tally(1, 1, 1, 5, 5, 5), "We see this differently"),
        (Tally((1, 2, 5, 2, 0)), "We mostly agree"),
        (tally(1, 4, 4, 4, 4, 5, 5), "Our views are mixed"),
        (tally(1, 5, 5), "Let’s talk about this"),
        (Tally((0,) * 5, 4), "Nobody could rate this"),
    ],
)
def test_the_headline_says_the_finding(found: Tally, headline: str) -> None:
    assert findings.headline(found) == headline


@given(few)
def test_of_a_few_votes_no_spread_is_claimed(found: Tally) -> None:
    for words in everything_said(found):
        assert not CLAIMS_OF_SPREAD.search(words)


@given(few)
def test_a_few_are_not_promised_that_votes_are_hidden(found: Tally) -> None:
    said = " ".join(everything_said(found)).casefold()
    assert not re.search(r"anonym|secret|nobody sees|nobody knows", said)


@given(tallies)
def test_nobody_is_pointed_at(found: Tally) -> None:
    for words in everything_said(found):
        assert not POINTS_AT_SOMEBODY.search(words)


def test_what_points_at_somebody_would_be_noticed() -> None:
    bad = ("one person disagrees", "1 person voted 2", "Who chose 2?", "Why did you vote 2?")
    assert all(POINTS_AT_SOMEBODY.search(words) for words in bad)


@given(tallies)
def test_a_question_is_asked_and_answered_by_a_story(found: Tally) -> None:
    assert findings.question(found).endswith("?")


@given(tallies)
def test_where_people_differ_the_question_asks_what_might_have_been_seen(found: Tally) -> None:
    if found.rated and spread_of(found).differ:
        lowest = found.votes[0]
        assert findings.question(found) == (
            f"What might someone who chose {lowest} have seen on their shifts?"
        )


def test_the_question_under_five_asks_for_an_example() -> None:
    assert findings.question(tally(1, 5)) == "What is one example from the last two weeks?"


def test_a_low_and_close_vote_is_asked_what_would_help() -> None:
    assert (
        findings.question(tally(2, 2, 2, 3, 3)) == "What is one thing that would move us up by one?"
    )


def test_a_high_and_close_vote_is_asked_what_makes_it_work() -> None:
    assert findings.question(tally(4, 4, 4, 5, 5)).startswith("What do we do that makes this work")


@given(tallies)
def test_words_are_calm_and_have_no_percentages_or_decimals(found: Tally) -> None:
    for words in everything_said(found):
        assert not re.search(r"[!\"'%]|\d\.\d", words)


@given(tallies)
def test_every_spread_has_a_headline_of_few_words(found: Tally) -> None:
    assert 1 <= len(findings.headline(found).split()) <= 7
    assert 1 <= len(findings.spread_label(found).split()) <= 5


@given(tallies)
def test_the_frame_is_around_votes_that_were_cast(found: Tally) -> None:
    span = findings.middle_span(found)
    if span is None:
        assert not found.rated
    else:
        low, high = span
        assert low <= high
        assert found.count(low)
        assert found.count(high)


def test_every_kind_of_spread_has_words() -> None:
    seen = {spread_of(found) for found in (tally(1), tally(1, 1, 1, 5, 5, 5), tally(*[4] * 6))}
    seen |= {spread_of(Tally((1, 2, 5, 2, 0))), spread_of(tally(1, 4, 4, 4, 4, 5, 5))}
    assert seen == set(Spread)
