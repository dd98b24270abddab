"""Which workshops are one team's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.domain.team import Namesakes, Team

SPELLINGS = st.frozensets(
    st.sampled_from(["", " ", "Oak Care", "oak  care", "OAK CARE ", "Elm House", "Willow"])
)


def test_a_team_is_the_same_however_its_name_and_organisation_are_spelled() -> None:
    assert Team.of("Night  team", "OAK care") == Team.of("night team ", "Oak  Care")
    assert Team.of("Night team", "Oak Care") != Team.of("Night team", "Elm House")


def test_a_workshop_without_an_organisation_goes_with_the_only_one_of_that_name() -> None:
    only = Namesakes(frozenset({"", "Oak Care", "oak  care"}))
    assert not only.several
    assert only.provider_of("") == "oak care"
    assert set(only.written_by("OAK CARE")) == {"", "Oak Care", "oak  care"}
    assert only.written_by("") == only.written_by("oak care")


def test_among_several_organisations_it_stands_by_itself() -> None:
    both = Namesakes(frozenset({"", "Oak Care", "Elm House"}))
    assert both.several
    assert both.written_by("") == ("",)
    assert both.written_by("elm house") == ("Elm House",)


def test_an_organisation_that_has_no_such_team_has_no_workshops() -> None:
    assert Namesakes(frozenset({"Oak Care"})).written_by("Elm House") == ()
    assert Namesakes(frozenset()).written_by("") == ()


@given(written=SPELLINGS)
def test_every_spelling_belongs_to_exactly_one_team(written: frozenset[str]) -> None:
    names = Namesakes(written)
    teams = {names.written_by(one) for one in written}
    assert sorted(one for team in teams for one in team) == sorted(written)
    assert names.several == (len(teams) > 1)
