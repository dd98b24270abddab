"""Reading votes in plain words: every sentence must be true of the votes it is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.rating import RevealedRound, Tally
from lqf_workshop_ui.pages.results.reading import figures, reading
from tests.builders import tally

WORDS = ("Not yet", "Starting", "Usually", "Reliably", "Leading")


def read(*tallies: Tally) -> str:
    rounds = [RevealedRound("PQ", n, one, one.voters) for n, one in enumerate(tallies, 1)]
    return reading(rounds, WORDS)


@pytest.mark.parametrize(
    ("votes", "sentence"),
    [
        (tally(3, 3, 4, 4, 4), "All who rated this chose 3 or 4."),
        (tally(4, 4, 4, 4, 4, 4), "All who rated this chose 4, “Reliably”."),
        (tally(1, 2, 2, 2, 2, 3, 3, 3, 3, 4), "Most votes are close to each other"),
        (tally(1, 4, 4, 4, 4, 5, 5), "Votes reach from 1 to 5 without one clear centre."),
        (tally(1, 1, 1, 5, 5, 5), "Some of us are at 1 or 2, some at 4 or 5"),
        (tally(1, 2, 3, 4, 5), "Votes are spread wide, from 1 to 5."),
        (tally(2, 3, 5), "Fewer than five people rated this."),
        (tally(cant_see=6), "Nobody can see this from their role."),
        (tally(3, 3, 3, 3, 4, cant_see=5), "As many people can’t see this"),
    ],
)
def test_each_kind_of_spread_has_its_sentence(votes: Tally, sentence: str) -> None:
    assert sentence in read(votes)


def test_a_second_vote_that_moved_claims_no_better_work() -> None:
    words = read(tally(2, 2, 3, 3, 3), tally(3, 4, 4, 4, 4))
    assert "was 3, afterwards 4" in words
    assert "the work itself has not changed yet" in words


def test_a_second_vote_with_the_same_middle_says_so() -> None:
    assert "same middle" in read(tally(2, 3, 3, 3, 4), tally(3, 3, 3, 3, 3))


COUNTS = st.lists(st.integers(0, 12), min_size=5, max_size=5)


@given(COUNTS, st.integers(0, 6))
def test_what_is_said_about_a_vote_is_true(counts: list[int], cant_see: int) -> None:
    votes = Tally(tuple(counts), cant_see)
    words = read(votes)
    low, high = (votes.votes[0], votes.votes[-1]) if votes.rated else (0, 0)
    if "All who rated this chose" in words:
        assert high - low <= 1
    if "without one clear centre" in words or "spread wide" in words:
        assert f"from {low} to {high}" in words
    if "Some of us are at 1 or 2, some at 4 or 5" in words:
        assert sum(counts[:2])
        assert sum(counts[3:])
    assert ("Fewer than five" in words) == (0 < votes.rated < 5)
    assert bool(figures(votes)) == (votes.rated >= 5)
