from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.domain.action import ActionState
from lqf_workshop.domain.summary import WorkshopSummary
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.reports.session_summary import write_session_summary
from tests.reports import plans, samples
from tests.reports.paper import (
    boxes,
    outline,
    overlapping,
    pages_of,
    printed,
    reader,
    rings_and_dots,
    sample_pdf,
    squeezed,
    text_colours,
    text_of,
    too_light,
)
from tests.reports.samples import action, blank, rated, result

SAMPLES = (
    samples.real,
    samples.long,
    samples.half_done,
    samples.closer,
    samples.few,
    samples.unanimous,
    samples.ugly,
    samples.blank,
    samples.explored,
)
PROMISE = "Counts only: no vote can be traced to a person."
NAMES_ONLY_ON_ACTIONS = (
    "Names appear only where somebody typed them: who led, who does what, and in notes."
)


def test_the_cover_says_who_met_when_where_and_with_what() -> None:
    first = pages_of(sample_pdf(samples.real))[0]
    assert first.startswith("Rowan House Care Ltd Session summary Night team, Rowan House")
    assert "Wednesday 25 November 2026, 60 minutes · 11 people took part" in first
    assert "Facilitator: Sam Okafor · Dining room" in first
    assert "Leadership Qualities Framework, classic edition, five dimensions" in first


def test_a_meeting_that_rates_nothing_counts_no_dimensions() -> None:
    first = pages_of(printed(samples.planned(blank(), dimensions=())))[0]
    assert "Leadership Qualities Framework, classic edition How we rated" in first


def test_an_edition_known_by_its_names_only_says_so() -> None:
    assert "only the names were in reach" in text_of(printed(blank(edition_complete=False)))
    assert "only the names" not in text_of(printed(blank()))


def test_each_dimension_shows_its_letters_middle_vote_spread_and_turnout() -> None:
    text = text_of(sample_pdf(samples.real))
    assert "PQ Personal qualities" in text
    assert "middle vote 4 Mostly together 11 of 11 voted" in text
    assert "middle vote 4, was 3 We see this differently" in text
    assert "11 of 11 voted, 1 can’t see this from their role" in text


def test_every_vote_is_drawn_as_one_dot_and_a_first_vote_stays_beside_the_second() -> None:
    assert rings_and_dots(printed(rated(result("PQ", (0, 1, 2, 7, 1))))) == 11
    assert rings_and_dots(printed(rated(result("PQ", (0, 4, 3, 4, 0), (0, 3, 2, 5, 1))))) == 22


def test_a_vote_that_is_still_open_is_told_in_words_and_draws_no_dot() -> None:
    pdf = printed(rated(result("PQ", voting=True), result("WO")))
    assert "Personal qualities Voting was open when this was printed" in text_of(pdf)
    assert "Working with others Not rated" in text_of(pdf)
    assert "middle vote" not in text_of(pdf)
    assert rings_and_dots(pdf) == 0


def test_an_open_second_vote_shows_only_the_first() -> None:
    pdf = printed(rated(result("WO", (0, 4, 3, 4, 0), voting=True)))
    assert rings_and_dots(pdf) == 11
    assert "middle vote 3" in text_of(pdf)
    assert "A second vote was open when this was printed" in text_of(pdf)


def test_nobody_could_rate_is_said_without_a_number() -> None:
    text = text_of(printed(rated(result("PQ", (0, 0, 0, 0, 0), cant_see=6))))
    assert "Nobody could rate this" in text
    assert "middle vote 0" not in text


def test_under_five_voters_nothing_claims_agreement_or_secrecy() -> None:
    text = text_of(sample_pdf(samples.few))
    assert "Open discussion: under five votes" in text
    assert "With fewer than five people, votes may be guessed." in text
    for claim in (PROMISE, "We agree", "We differ", "together", "traced", "Fix"):
        assert claim not in text
    assert "We chose to put our time into Working with others." in text


def test_one_round_with_few_voters_is_enough_to_withdraw_the_promise() -> None:
    text = text_of(printed(rated(result("PQ", (0, 1, 1, 1, 0)))))
    assert PROMISE not in text
    assert "votes may be guessed" in text


def test_a_unanimous_vote_is_not_called_untraceable() -> None:
    text = text_of(sample_pdf(samples.unanimous))
    assert PROMISE not in text
    assert "Where all chose the same point, everyone’s vote is known." in text


def test_each_page_has_its_promise_and_its_number() -> None:
    pages = pages_of(sample_pdf(samples.long))
    assert len(pages) >= 12
    for number, page in enumerate(pages, 1):
        assert f"{PROMISE} {NAMES_ONLY_ON_ACTIONS}" in page
        assert f"Page {number} of {len(pages)}" in page


def test_the_grid_places_dimensions_and_names_the_picks_in_words() -> None:
    text = text_of(sample_pdf(samples.real))
    assert "Where we put our time" in text
    assert "Improving services Our pick" in text
    assert "We chose to put our time into Improving services and Working with others." in text


def test_a_half_done_workshop_says_so_and_when_it_was_printed() -> None:
    text = text_of(sample_pdf(samples.half_done))
    assert "Printed part-way through the workshop on Wednesday 25 November 2026" in text
    assert "We have not picked one yet." in text
    assert "part-way" not in text_of(sample_pdf(samples.real))


def test_a_workshop_not_yet_begun_can_be_printed_too() -> None:
    text = text_of(printed(samples.in_state(blank(), WorkshopState.PREPARED)))
    assert "Printed before the workshop" in text
    assert "We have not rated a dimension yet." in text
    assert "We have not agreed an action yet." in text


def test_sections_with_nothing_in_them_are_left_out() -> None:
    text = text_of(printed(blank()))
    assert "We did not rate a dimension this time." in text
    assert "We did not agree an action this time." in text
    for heading in (
        "Where we put our time",
        "Strengths we spotted",
        "Last time’s actions",
        "What we explored",
        "What we talked about",
        "How sure we are",
        "Parking space",
        "What happens next",
    ):
        assert heading not in text


def test_sections_come_in_the_order_of_the_meeting() -> None:
    assert outline(sample_pdf(samples.real)) == [
        "Night team, Rowan House",
        "How we rated ourselves",
        "Where we put our time",
        "Strengths we spotted",
        "Last time’s actions",
        "What we explored",
        "The stairs and the kettle",
        "What we talked about",
        "What else is on our minds?",
        "What we agreed",
        "How sure we are",
        "Parking space",
        "What happens next",
    ]


def test_strengths_show_counts_and_stories() -> None:
    text = text_of(sample_pdf(samples.real))
    assert "Courageous in conversations spotted 6 times · 1 asks for more" in text
    assert "Shares the reasons spotted once · 5 ask for more" in text
    assert "Somebody stayed on to explain a new inhaler" in text


def test_last_times_actions_say_how_it_went_and_what_was_learnt() -> None:
    text = text_of(sample_pdf(samples.real))
    assert "Done Ring the day senior when a night plan changes due 30 Oct · Night senior" in text
    assert "What happened: 21 of 24 changes were rung through." in text
    assert "What we learnt: A call at 7.40 is heard; one at 7.55 is not." in text


def test_a_card_shows_only_the_prompts_that_were_answered_and_its_facts() -> None:
    text = text_of(sample_pdf(samples.real))
    assert "Whose fear is the plan managing? • We think the night plan protects us" in text
    assert "Who else should be asked?" not in text
    assert "From the back of the card One in four of the kettles" in text


def test_the_table_holds_each_action_with_its_dates_and_signs() -> None:
    text = text_of(sample_pdf(samples.real))
    for words in (
        "Write each night plan with the person. Mrs B decides about her tea.",
        "From the card “The stairs and the kettle”",
        "From Working with others",
        "Ask Mrs B and her son what a good night looks like Mon 30 Nov",
        "18 Dec",
        "8 Jan 2027",
        "Now: 0 of 6 Goal: 6 of 6",
        "Not yet agreed Find out who holds the key to the clinic room",
    ):
        assert words in text


@pytest.mark.parametrize("large", [False, True])
def test_the_table_tells_all_that_is_known_of_an_action(large: bool) -> None:
    file = BytesIO()
    write_session_summary(blank(planned=(plans.planned(),)), file, large=large)
    found = squeezed(text_of(file.getvalue()))
    for words in (
        "Senior on nights",
        "With: The cook, two bank colleagues",
        "Needs: Twenty minutes at handover",
        "From the card “The stairs and the kettle”",
        "Shows: CQC 2023 · Well-led: Learning, improvement and innovation",
        "What happened: Four were written.",
        "What we learnt: Ask before supper.",
    ):
        assert squeezed(words) in found
    bare = text_of(printed(blank(actions=(action(1, "Ring the GP"),))))
    assert not any(label in bare for label in ("With:", "Needs:", "Shows:", "What happened:"))


def test_the_close_shows_hands_with_the_words_of_the_key() -> None:
    text = text_of(sample_pdf(samples.real))
    assert "5 I will help make it happen 2" in text
    assert "0 I cannot go along with this –" in text
    assert "4 More than it cost me 5" in text
    assert "hopeful · tired · heard · lighter · hungry" in text


def test_what_happens_next_is_in_the_order_of_dates() -> None:
    text = text_of(sample_pdf(samples.real)).partition("What happens next")[2]
    days = ["Thu 26 Nov", "Mon 30 Nov", "Fri 18 Dec", "Fri 8 Jan 2027", "Wed 13 Jan 2027"]
    places = [text.index(day) for day in days]
    assert places == sorted(places)
    assert "Look again: Write each night plan with the person." in text
    assert "clinic room" not in text


def test_a_plan_without_a_day_to_look_again_says_so() -> None:
    pdf = printed(blank(actions=(action(1, "Ring the GP", due=samples.HELD_ON),)))
    assert "We have not set a day to look at this again." in text_of(pdf)


def test_a_dropped_action_is_named_as_such_and_asks_nothing_of_anyone() -> None:
    text = text_of(printed(blank(actions=(action(1, "Buy a tray", state=ActionState.DROPPED),))))
    assert "Dropped Buy a tray" in text
    assert "What happens next" not in text


@pytest.mark.parametrize(
    "typed",
    [
        "N" * 160,
        "Ada Lovelace-Okonjo " * 8,
        samples.ESCAPES,
        samples.HEBREW,
        samples.ARABIC,
        samples.ACCENTS,
        "क्षत्रिय हिन्दी",
        "Ελένη Şükrü Łukasz Đặng ქეთევან Привет",
        "AT&T <ops@example.org> 100% “quoted” – O’Neill",
        "office staff affluent fjord",
    ],
)
def test_names_come_back_from_the_paper_as_they_were_typed(typed: str) -> None:
    pdf = printed(samples.planned(blank(), team=typed))
    assert squeezed(typed) in squeezed(text_of(pdf))
    assert squeezed(typed) in squeezed(reader(pdf).metadata.title or "")  # type: ignore[union-attr]


def test_notes_keep_their_line_breaks_and_their_odd_spaces() -> None:
    pdf = printed(blank(parking=("First line\n  second, indented\n\nfourth",)))
    lines = reader(pdf).pages[0].extract_text().split("\n")
    first = next(n for n, line in enumerate(lines) if "First line" in line)
    assert lines[first + 1].rstrip() == "  second, indented"
    assert "fourth" in lines[first + 2 :]


def test_pictures_and_unknown_letters_are_named_or_marked_and_the_rest_is_kept() -> None:
    text = text_of(printed(blank(parking=("Great shift 🙂👍🏽 and 漢字 too",))))
    assert "Great shift [slightly smiling face][thumbs up sign] and 漢字 too" in text
    assert "▯ stands for a character that our typeface does not have." in text
    assert "stands for a character" not in text_of(sample_pdf(samples.real))


def test_a_note_of_twenty_thousand_characters_is_printed_whole() -> None:
    note = " ".join(f"word{n}" for n in range(2_400))[:20_000]
    heard = result("PQ", (0, 1, 2, 7, 1), heard=(note,))
    pdf = printed(rated(heard, cards=(samples.stairs((note,)),), parking=(note,)))
    story = _without_furniture(pdf)
    assert squeezed(story).count(squeezed(note)) == 3


def test_an_action_of_twenty_thousand_characters_runs_over_pages_and_repeats_the_head() -> None:
    what = " ".join(f"step{n}" for n in range(2_300))[:20_000]
    pdf = printed(blank(actions=(action(1, what, difference=what, owner="O" * 160),)))
    story = squeezed(_without_furniture(pdf))
    for part in what.split():
        assert part in story
    holding = [page for page in pages_of(pdf) if "step" in page and "How we’ll know" in page]
    assert len(holding) > 10


def test_forty_actions_split_between_rows_and_none_is_lost() -> None:
    many = tuple(
        action(n, f"Action number {n:02} is done.", how_we_know=f"Sign {n:02}.") for n in range(40)
    )
    pages = pages_of(printed(blank(actions=many)))
    table = [page for page in pages if "Action number" in page and "Sign" in page]
    assert len(table) > 1
    for page in table:
        assert "Who First step Due How we’ll know" in page
        assert page.count("Action number") > 1
    for n in range(40):
        assert (
            sum(f"Action number {n:02}" in page and f"Sign {n:02}" in page for page in pages) == 1
        )


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_heading_stands_last_on_a_page(sample: Callable[[], WorkshopSummary]) -> None:
    pdf = sample_pdf(sample)
    titles = {squeezed(title) for title in outline(pdf)}
    for page in reader(pdf).pages:
        lines = [squeezed(line) for line in page.extract_text().split("\n") if line.strip()]
        story = [line for line in lines if not _is_furniture(line)]
        assert story[-1] not in titles


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_words_lie_on_others(sample: Callable[[], WorkshopSummary]) -> None:
    assert overlapping(printed(sample())) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_all_words_stay_inside_the_margins(sample: Callable[[], WorkshopSummary]) -> None:
    found = boxes(sample_pdf(sample))
    assert found
    for page, left, bottom, right, top in found:
        assert left > 55, (page, left)
        assert right < 540, (page, right)
        assert bottom > 15, (page, bottom)
        assert top < 842 - 30, (page, top)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_file_says_what_it_is_and_never_who_made_it(
    sample: Callable[[], WorkshopSummary],
) -> None:
    summary = sample()
    pdf = reader(printed(summary))
    about = pdf.metadata
    assert about is not None
    team = summary.workshop.plan.team
    assert about.title == f"Session summary: {team}, Wednesday 25 November 2026"
    assert about.author == ""
    assert about.creator == "LQF Workshop"
    assert str(about["/CreationDate"]).startswith("D:20261125")
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "en-GB"  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert {(float(p.mediabox.width), float(p.mediabox.height)) for p in pdf.pages} == {
        (595.2756, 841.8898)
    }


@pytest.mark.parametrize("sample", SAMPLES)
def test_only_firago_is_used_and_it_travels_in_the_file(
    sample: Callable[[], WorkshopSummary],
) -> None:
    for page in reader(sample_pdf(sample)).pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        for one in fonts.values():
            font = one.get_object()
            assert font["/BaseFont"].split("+")[1] in ("FiraGO", "FiraGO-Bold")
            descendant = font["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in descendant["/FontDescriptor"].get_object()


def test_the_same_summary_is_the_same_file() -> None:
    assert printed(samples.real()) == printed(samples.real())


def test_people_who_listen_get_headings_table_cells_and_the_votes_in_words() -> None:
    root = reader(sample_pdf(samples.real)).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    kinds: list[str] = []
    told: list[str] = []

    def walk(element: dict[str, object]) -> None:
        kinds.append(str(element["/S"]))
        if "/Alt" in element:
            told.append(str(element["/Alt"]))
        for kid in element["/K"]:  # type: ignore[attr-defined]
            if not isinstance(kid, int):
                walk(kid.get_object())

    walk(root["/StructTreeRoot"]["/K"].get_object())  # type: ignore[index]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 10
    assert kinds.count("/TR") == 4
    assert kinds.count("/TH") == 5
    assert "first vote, from 1 to 5: 0, 4, 3, 3, 0; second vote, from 1 to 5: 0, 3, 1, 5, 1" in told


def test_a_cancelled_summary_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    asked = iter([False, False, True])
    write_session_summary(samples.long(), target, cancelled=lambda: next(asked, True))
    assert list(tmp_path.iterdir()) == []
    file = BytesIO()
    write_session_summary(samples.real(), file, cancelled=lambda: True)
    assert file.getvalue() == b""


def test_a_path_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "Zusammenfassung – שלום.pdf"
    target.write_bytes(b"the old one")
    write_session_summary(samples.real(), target, cancelled=lambda: False)
    assert target.read_bytes() == sample_pdf(samples.real)
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_written_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_where: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(WorkshopProblem, match=r"read-only.*Your workshop is safe"):
        write_session_summary(blank(), tmp_path / "summary.pdf")


TYPED = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n אבشلह🙂\u0301()12 "),
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(TYPED, min_size=8, max_size=8))
def test_whatever_is_typed_can_be_printed(words: list[str]) -> None:
    what, owner, note, team, place, step, sign, word = words
    summary = rated(
        result("PQ", (0, 1, 2, 7, 1), heard=(note, what)),
        actions=(action(1, what, owner=owner, first_step=step, how_we_know=sign),),
        cards=(replace(samples.stairs((note,)), title=team, facts=(place,)),),
        words=(word, team),
        parking=(note,),
    )
    pdf = printed(samples.planned(summary, team=team or "x", place=place, provider=owner))
    for page, left, bottom, right, top in boxes(pdf):
        assert page >= 0
        assert left > 45
        assert right < 550
        assert bottom > 5
        assert top < 842
    assert len(reader(pdf).pages) >= 1


def _is_furniture(line: str) -> bool:
    return line.startswith(
        ("Page", squeezed(PROMISE), "Namesappear", "Withfewer", "Countsonly", "Wednesday25")
    )


def _without_furniture(pdf: bytes) -> str:
    """Return the story without the heads and feet between two pages."""
    kept = []
    for page in reader(pdf).pages:
        lines = page.extract_text().split("\n")
        kept += [line for line in lines if not _is_furniture(squeezed(line))]
    return "\n".join(kept)


def test_elements_stand_under_their_dimension_with_their_own_marks() -> None:
    text = text_of(sample_pdf(samples.closer))
    places = [text.index(words) for words in ("WO Working with others", "WO1", "WO2", "WO4")]
    assert places == sorted(places)
    assert "WO3 Encouraging contribution" in text


def test_role_levels_are_told_only_as_they_were_kept() -> None:
    text = text_of(sample_pdf(samples.closer))
    assert "By role, groups of five or more" in text
    assert "Front-line worker Middle vote between 2 and 3 · 8 rated" in text
    assert "Strategic leader" not in text


def test_exact_words_stand_in_quotation_marks() -> None:
    assert "“Nights hear about changes last.”" in text_of(sample_pdf(samples.closer))


def test_skills_say_the_issue_the_scale_the_least_sure_and_the_practice() -> None:
    text = text_of(sample_pdf(samples.closer))
    assert "How sure we are of our skills" in text
    assert "On The stairs and the kettle" in text
    assert "1 Not sure · 2 A little" in text
    assert "We feel least sure of Cope with uncertainty." in text
    assert "At handover one of us asks what we do not know." in text


def test_when_too_few_could_rate_nothing_is_promised() -> None:
    few = rated(result("PQ", (0, 1, 1, 1, 0), cant_see=3, expected=6))
    assert PROMISE not in text_of(printed(few))
    assert "votes may be guessed" in text_of(printed(few))


def test_its_words_can_be_read_in_black_and_white() -> None:
    pdf = printed(samples.real())
    assert text_colours(pdf)
    assert too_light(pdf) == set()
