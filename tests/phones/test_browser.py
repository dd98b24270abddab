"""The page as people meet it: in a real browser of three sizes, on a real connection."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from lqf_workshop.phones.host import Door, PhoneHost
from lqf_workshop.phones.keys import RoomKey
from lqf_workshop.scenes.scene import Scene
from tests.phones.conftest import HERE
from tests.phones.fakes import (
    ANSWERS,
    CARD,
    CLOSED,
    CONFIDENCE,
    DOTS,
    NEEDED,
    PLAIN_VOTE,
    RESULT,
    SECOND_RESULT,
    STRENGTHS,
    VOTE,
    VotesInMemory,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SIZES = {"small": (360, 640), "usual": (390, 844), "large": (412, 915)}
A_REFUSAL = re.compile(r"Failed to load resource: (the server responded|net::ERR_)")
"""What a browser says by itself of an answer that is no page; the page shows it kindly."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return SIZES[request.param]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with Watched(browser, SIZES["usual"]) as made:
        yield made


@pytest.fixture
def page(context: BrowserContext, door: Door) -> Page:
    """A phone that came by the QR code."""
    made = context.new_page()
    made.goto(door.url)
    expect(made.get_by_role("heading")).to_have_text("Please look at the big screen")
    return made


class Watched:
    """A browser of its own that fails the test for any error of the page's own."""

    def __init__(self, browser: Browser, size: tuple[int, int], scheme: str = "light") -> None:
        self.troubles: list[str] = []
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            is_mobile=True,
            has_touch=True,
        )
        self.context.set_default_timeout(10_000)
        self.context.on("page", self._watch)

    def _watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on(
            "console",
            lambda line: (
                self.troubles.append(line.text)
                if line.type in ("error", "warning") and not A_REFUSAL.match(line.text)
                else None
            ),
        )

    def __enter__(self) -> BrowserContext:
        return self.context

    def __exit__(self, *_error: object) -> None:
        self.context.close()
        assert self.troubles == []


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def choose(page: Page, word: str) -> None:
    page.get_by_role("radio", name=word).check()


def send(page: Page) -> None:
    page.get_by_role("button", name="Send", exact=True).click()


# ---- Joining ----


def test_the_qr_code_joins_at_once_and_leaves_no_letters_in_the_address(
    page: Page, door: Door
) -> None:
    assert page.url == f"http://{door.typed}/"


def test_wrong_letters_are_said_and_the_right_ones_join(
    context: BrowserContext, door: Door
) -> None:
    page = context.new_page()
    page.goto(f"http://{door.typed}/")
    heading(page, "Join the workshop")
    page.get_by_label("Type the four letters").fill("zzzz")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("alert")).to_have_text(
        "Those are not the letters on the big screen. Please look again."
    )
    page.get_by_label("Type the four letters").fill("kqxm")
    page.keyboard.press("Enter")
    heading(page, "Please look at the big screen")


def test_an_old_qr_code_asks_for_the_letters(context: BrowserContext, door: Door) -> None:
    page = context.new_page()
    page.goto(f"http://{door.typed}/?code=WXYZ")
    expect(page.get_by_role("alert")).to_contain_text("Please look again")
    assert page.url == f"http://{door.typed}/"


def test_a_new_room_asks_for_its_letters(
    page: Page, host: PhoneHost, key: RoomKey, door: Door
) -> None:
    host.close()
    host.open(1, RoomKey.new(), HERE, door.port)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    heading(page, "Join the workshop")


# ---- Voting ----


def test_a_vote_is_chosen_sent_changed_and_there_after_a_reload(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(PLAIN_VOTE)
    heading(page, "Demonstrating personal qualities")
    expect(page.get_by_role("radio")).to_have_count(6)
    send(page)
    expect(page.get_by_role("alert")).to_have_text("Please choose an answer first.")
    choose(page, "3 Usually")
    send(page)
    thanks = page.get_by_text("Thank you. Your vote is in. You can change it until the reveal.")
    expect(thanks).to_be_visible()
    expect(page.locator(".chosen")).to_contain_text("Usually")
    expect(page.locator("#screen")).not_to_contain_text("null")
    page.reload()
    expect(thanks).to_be_visible()
    expect(page.locator(".chosen")).to_contain_text("Usually")
    page.get_by_role("button", name="Change my vote").click()
    expect(page.get_by_role("radio", name="3 Usually")).to_be_checked()
    choose(page, "Can’t see this from my role")
    send(page)
    expect(page.locator(".chosen")).to_contain_text("Can’t see this")
    assert [answer for answer, _level in votes.votes.values()] == [0]


def test_a_vote_sent_in_the_moment_the_page_loads_again_is_in(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(PLAIN_VOTE)
    heading(page, "Demonstrating personal qualities")
    choose(page, "3 Usually")
    page.evaluate("document.getElementById('send').click(); location.reload()")
    expect(page.get_by_text("Thank you. Your vote is in.")).to_be_visible()
    assert [answer for answer, _level in votes.votes.values()] == [3]


def test_a_vote_needs_no_mouse_and_no_finger(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(PLAIN_VOTE)
    heading(page, "Demonstrating personal qualities")
    assert page.evaluate("document.activeElement.id") == "heading"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".chosen")).to_contain_text("Starting")
    assert page.evaluate("document.activeElement.id") == "done"
    expect(page.locator("#said")).to_have_text("Thank you. Your vote is in.")


def test_a_role_is_chosen_once(page: Page, host: PhoneHost, votes: VotesInMemory) -> None:
    host.show(VOTE)
    page.get_by_label("Your role, if you wish").select_option("Senior care worker")
    choose(page, "4 Reliably")
    send(page)
    expect(page.locator(".chosen")).to_contain_text("Reliably")
    host.show(replace(VOTE, number=2, place="Rate 2 of 5 · second vote"))
    expect(page.get_by_text("second vote")).to_be_visible()
    expect(page.get_by_label("Your role, if you wish")).to_have_value("senior")
    choose(page, "5 Leading")
    send(page)
    expect(page.locator(".chosen")).to_contain_text("Leading")
    assert sorted(votes.votes.values()) == [(4, "senior"), (5, "senior")]


def test_a_comment_can_be_sent_changed_and_taken_back(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(VOTE)
    choose(page, "2 Starting")
    send(page)
    field = page.get_by_label("Would you like to say why?")
    field.fill("<b>Nights</b> are left out.")
    page.get_by_role("button", name="Send comment").click()
    expect(page.locator("blockquote")).to_have_text("<b>Nights</b> are left out.")
    page.get_by_role("button", name="Change", exact=True).click()
    expect(field).to_have_value("<b>Nights</b> are left out.")
    field.fill("Nights are left out.")
    page.get_by_role("button", name="Send comment").click()
    expect(page.locator("blockquote")).to_have_text("Nights are left out.")
    page.get_by_role("button", name="Remove").click()
    expect(field).to_have_value("")
    assert votes.texts == {}


def test_a_vote_that_comes_too_late_is_said(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(PLAIN_VOTE)
    choose(page, "3 Usually")
    votes.problem = CLOSED
    send(page)
    expect(page.get_by_text("This vote is closed.")).to_be_visible()
    host.show(RESULT)
    heading(page, "We see this differently")
    expect(page.get_by_text("This vote is closed.")).to_be_visible()


def test_a_second_window_shows_the_same_vote(
    context: BrowserContext, page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(PLAIN_VOTE)
    second = context.new_page()
    second.goto(page.url)
    heading(second, "Demonstrating personal qualities")
    choose(page, "3 Usually")
    send(page)
    expect(second.locator(".chosen")).to_contain_text("Usually")
    assert len(votes.votes) == 1


# ---- The connection ----


def test_a_lost_connection_is_said_and_the_vote_goes_when_it_is_back(
    context: BrowserContext, page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(PLAIN_VOTE)
    heading(page, "Demonstrating personal qualities")
    context.set_offline(True)
    lost = page.get_by_text("No connection. Your vote so far is safe. Trying again…")
    expect(lost).to_be_visible()
    choose(page, "4 Reliably")
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Not sent yet")
    assert votes.votes == {}
    context.set_offline(False)
    expect(page.locator("#done")).to_contain_text("Your vote is in")
    expect(lost).to_be_hidden()
    assert [answer for answer, _level in votes.votes.values()] == [4]


def test_a_vote_closed_while_the_connection_was_lost_is_said(
    context: BrowserContext, page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(PLAIN_VOTE)
    heading(page, "Demonstrating personal qualities")
    context.set_offline(True)
    choose(page, "4 Reliably")
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Not sent yet")
    host.show(RESULT)
    context.set_offline(False)
    heading(page, "We see this differently")
    expect(page.get_by_text("closed before your answer could be sent")).to_be_visible()
    assert votes.votes == {}


def test_the_laptop_may_go_and_come_back(
    page: Page, host: PhoneHost, door: Door, key: RoomKey
) -> None:
    host.show(PLAIN_VOTE)
    heading(page, "Demonstrating personal qualities")
    host.close()
    expect(page.locator("#banner")).to_contain_text("No connection")
    host.open(1, key, HERE, door.port)
    host.show(CARD)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    heading(page, "What might each person here be trying to protect?")
    expect(page.locator("#banner")).to_be_empty()


# ---- Writing, choosing, looking ----


def test_texts_are_written_listed_and_removed(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(CARD)
    heading(page, "What might each person here be trying to protect?")
    for place in range(5):
        page.get_by_role("textbox").fill(f"Thought {place} <script>alert(1)</script>")
        send(page)
        expect(page.get_by_role("listitem")).to_have_count(place + 1)
    expect(page.get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_text("You have written five.")).to_be_visible()
    page.get_by_role("button", name="Remove: Thought 2").click()
    expect(page.get_by_role("listitem")).to_have_count(4)
    expect(page.get_by_role("textbox")).to_have_value("")
    assert len(votes.texts) == 4
    page.reload()
    expect(page.get_by_role("listitem")).to_have_count(4)


def test_what_somebody_types_stays_while_their_other_window_sends(
    context: BrowserContext, page: Page, host: PhoneHost
) -> None:
    host.show(CARD)
    other = context.new_page()
    other.goto(page.url)
    page.get_by_role("textbox").fill("Half a thou")
    other.get_by_role("textbox").fill("A whole thought")
    send(other)
    expect(page.get_by_role("listitem")).to_have_text(re.compile("A whole thought"))
    expect(page.get_by_role("textbox")).to_have_value("Half a thou")


def test_strengths_are_spotted_by_a_tap_each(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(STRENGTHS)
    page.get_by_role("checkbox", name="Leading with care").check()
    expect(page.locator("#said")).to_have_text("Kept.")
    page.get_by_role("checkbox", name="Engaging the team").check()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    page.get_by_role("checkbox", name="Leading with care").uncheck()
    page.get_by_label("What did you see, in one line?").fill("She waited for the quiet ones.")
    send(page)
    expect(page.locator("blockquote")).to_have_text("She waited for the quiet ones.")
    page.reload()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    assert list(votes.picks.values()) == ["engaging"]


def test_dots_stop_at_the_limit_and_can_be_moved(
    page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(DOTS)
    expect(page.locator("#left")).to_have_text("You have 3 dots left.")
    for name in ("Handover is too short", "Who decides?", "Tired people"):
        page.get_by_role("checkbox", name=name).check()
    expect(page.locator("#left")).to_have_text("All your dots are given. Take one back to move it.")
    page.get_by_role("checkbox", name="Families hear it last").click()
    expect(page.get_by_role("alert")).to_have_text(
        "You have given all 3 dots. Take one back to move it."
    )
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(3)
    with page.expect_response(lambda reply: reply.request.method == "POST"):
        page.get_by_role("checkbox", name="Who decides?").uncheck()
    expect(page.locator("#left")).to_have_text("You have 1 dot left.")
    expect(page.locator("#wrong")).to_be_empty()
    with page.expect_response(lambda reply: reply.request.method == "POST"):
        page.get_by_role("checkbox", name="Families hear it last").check()
    expect(page.locator("#said")).to_have_text("Kept.")
    page.reload()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(3)
    expect(page.get_by_role("checkbox", name="Families hear it last")).to_be_checked()
    expect(page.get_by_text("What did you see")).to_have_count(0)
    assert sorted(votes.picks.values()) == ["12/5", "12/7", "12/9"]


def test_two_quick_taps_are_both_kept(page: Page, host: PhoneHost, votes: VotesInMemory) -> None:
    host.show(STRENGTHS)
    heading(page, "Strengths we have spotted")
    with page.expect_response(lambda reply: "sharing" in (reply.request.post_data or "")):
        page.evaluate("for (const n of [0, 2, 4]) document.getElementById('answer-' + n).click()")
    page.reload()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(3)
    assert len(votes.picks) == 3


def test_taps_without_a_connection_all_go_when_it_is_back(
    context: BrowserContext, page: Page, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(STRENGTHS)
    heading(page, "Strengths we have spotted")
    context.set_offline(True)
    for name in ("Leading with care", "Sharing the vision", "Engaging the team"):
        page.get_by_role("checkbox", name=name).check()
    expect(page.locator("#banner")).to_contain_text("No connection")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(3)
    with page.expect_response(lambda reply: "engaging" in (reply.request.post_data or "")):
        context.set_offline(False)
    expect(page.locator("#banner")).to_be_empty()
    page.reload()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(3)
    assert sorted(votes.picks.values()) == ["caring", "engaging", "sharing"]


@pytest.mark.parametrize(
    ("scene", "word", "kept"),
    [(NEEDED, "Sharing the vision", "sharing"), (CONFIDENCE, "4 I like it", "4")],
)
def test_one_answer_is_chosen_and_changed(
    page: Page, host: PhoneHost, votes: VotesInMemory, scene: Scene, word: str, kept: str
) -> None:
    host.show(scene)
    page.get_by_role("radio").first.check()
    send(page)
    expect(page.locator("#done")).to_contain_text("Thank you. Your answer is in.")
    page.get_by_role("button", name="Change my answer").click()
    choose(page, word)
    send(page)
    expect(page.locator(".chosen")).to_contain_text(word.removeprefix("4 "))
    assert list(votes.picks.values()) == [kept]


def test_a_result_is_dots_and_words(page: Page, host: PhoneHost) -> None:
    host.show(SECOND_RESULT)
    heading(page, "We have come closer")
    rows = page.get_by_role("list", name="Votes for each answer").get_by_role("listitem")
    expect(rows).to_have_count(5)
    expect(rows.nth(3)).to_contain_text("first vote 1, second vote 6, the middle vote")
    expect(rows.nth(3).locator(".dots:not(.rings) i")).to_have_count(6)
    expect(page.get_by_text("Middle vote 4, was 3")).to_be_visible()


# ---- Every size, light and dark ----

SCREENS = (VOTE, CARD, STRENGTHS, NEEDED, CONFIDENCE, DOTS, RESULT, SECOND_RESULT)
WIDEST = """
() => [document.documentElement.scrollWidth, window.innerWidth,
  ...[...document.querySelectorAll('button, select, textarea, .letters, .answer')]
    .map((e) => e.getBoundingClientRect()).filter((r) => r.width).map((r) => r.height)]
"""


def test_every_screen_fits_and_every_target_is_large(
    browser: Browser, host: PhoneHost, door: Door, size: tuple[int, int]
) -> None:
    with Watched(browser, size) as context:
        page = context.new_page()
        page.goto(f"http://{door.typed}/")
        heading(page, "Join the workshop")
        all_fits(page)
        page.goto(door.url)
        heading(page, "Please look at the big screen")
        for scene in SCREENS:
            host.show(scene)
            headline = getattr(scene, "headline", None) or getattr(scene, "prompt", None)
            name = getattr(scene, "name", "") or getattr(scene, "title", "")
            heading(page, str(headline or name))
            all_fits(page)


def all_fits(page: Page) -> None:
    wide, window, *heights = page.evaluate(WIDEST)
    assert wide <= window
    assert all(height >= 48 for height in heights)


def test_on_a_small_phone_all_six_answers_and_the_button_are_there_at_once(
    browser: Browser, host: PhoneHost, door: Door
) -> None:
    host.show(PLAIN_VOTE)
    with Watched(browser, SIZES["small"]) as context:
        page = context.new_page()
        page.goto(door.url)
        expect(page.get_by_text(ANSWERS[-1].word)).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)


def test_the_page_is_dark_where_the_phone_is(browser: Browser, host: PhoneHost, door: Door) -> None:
    with Watched(browser, SIZES["usual"], "dark") as context:
        page = context.new_page()
        page.goto(door.url)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == "rgb(20, 33, 31)"
