from __future__ import annotations

import json
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.phones.host import Door, PhoneHost
from lqf_workshop.phones.keys import RoomKey
from lqf_workshop.phones.limits import Limits, Rate
from lqf_workshop.scenes.scene import BlankScene
from tests.phones.conftest import HERE
from tests.phones.fakes import (
    CARD,
    CLOSED,
    CONFIDENCE,
    DOTS,
    NEEDED,
    PLAIN_VOTE,
    RESULT,
    STRENGTHS,
    VOTE,
    Phone,
    VotesInMemory,
)

# ---- Joining ----


def test_a_stranger_sees_the_page_and_nothing_else(door: Door, host: PhoneHost) -> None:
    host.show(VOTE)
    stranger = Phone(door)
    assert stranger.send("GET", "/").status == 200
    assert stranger.send("GET", "/?code=XXXX").status == 200
    assert stranger.send("GET", "/phone.js").headers["Content-Type"].startswith("text/javascript")
    assert stranger.send("GET", "/phone.css").headers["Content-Type"].startswith("text/css")
    assert stranger.send("GET", "/state").status == 401
    assert stranger.vote(3).status == 401
    assert stranger.write("Hello").status == 401
    assert stranger.send("POST", "/pick", {"poll": "needed", "answer": "caring"}).status == 401


def test_the_letters_let_a_phone_in_for_a_day_and_scripts_cannot_read_why(door: Door) -> None:
    reply = Phone(door).join()
    cookie = reply.headers["Set-Cookie"]
    assert {part.strip() for part in cookie.split(";")[1:]} == {
        "HttpOnly",
        "Path=/",
        "SameSite=Strict",
        "Max-Age=86400",
    }


def test_joining_twice_is_still_one_phone(phone: Phone) -> None:
    before = phone.cookie
    assert "Set-Cookie" not in phone.join().headers
    assert phone.cookie == before


def test_wrong_letters_are_said_kindly_and_a_right_one_is_not_slowed(door: Door) -> None:
    phone = Phone(door)
    for _try in range(5):
        wrong = phone.join("ZZZZ")
        assert wrong.status == 403
        assert "Please look again" in wrong.problem
        assert "Set-Cookie" not in wrong.headers
    assert phone.join().status == 200


def test_many_wrong_letters_at_the_same_time_are_not_looked_at(door: Door) -> None:
    with ThreadPoolExecutor(30) as crowd:
        replies = list(crowd.map(lambda _n: Phone(door).join("ZZZZ").status, range(12)))
    assert set(replies) == {403, 429}
    assert Phone(door).join().status == 200


@pytest.mark.parametrize(
    "change",
    [
        lambda cookie: cookie[:-1] + ("A" if cookie[-1] != "A" else "B"),
        lambda cookie: cookie[:32],
        lambda cookie: RoomKey.new().new_device(),
        lambda cookie: "",
        lambda cookie: cookie + "A",
    ],
)
def test_a_forged_cookie_is_a_stranger(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, change: Callable[[str], str]
) -> None:
    host.show(VOTE)
    phone.cookie = change(phone.cookie)
    assert phone.vote(3).status == 401
    assert votes.votes == {}


# ---- What a phone shows ----


def test_a_phone_shows_what_is_on_show(phone: Phone, host: PhoneHost) -> None:
    assert phone.state()["face"]["key"] == "wait"
    for scene, key in ((VOTE, "vote"), (CARD, "write"), (RESULT, "dots"), (NEEDED, "pick")):
        host.show(scene)
        assert phone.state("x")["face"]["key"] == key
    host.show(BlankScene())
    assert phone.state()["face"]["key"] == "wait"


def test_a_phone_hears_at_once_that_the_screen_changed(phone: Phone, host: PhoneHost) -> None:
    with waiting(phone) as news:
        assert not news.done()
        host.show(VOTE)
        assert news.result(5)["face"]["key"] == "vote"


def test_the_same_face_wakes_nobody(phone: Phone, host: PhoneHost) -> None:
    host.show(VOTE)
    with waiting(phone) as news:
        host.show(replace(VOTE, voted=7))
        assert phone.send("GET", "/state").json["version"] == phone.state()["version"]
        assert not news.done()
        host.show(BlankScene())
        news.result(5)


def test_a_vote_tells_the_same_phones_other_window_and_no_other_phone(
    phone: Phone, door: Door, host: PhoneHost
) -> None:
    host.show(VOTE)
    other = Phone(door)
    other.join()
    with waiting(phone) as window, waiting(other) as others:
        phone.vote(4)
        assert window.result(5)["mine"]["answer"] == 4
        assert not others.done()
        host.show(BlankScene())


def test_the_page_says_how_many_phones_there_are(door: Door, host: PhoneHost) -> None:
    assert host.phones == 0
    for _phone in range(3):
        phone = Phone(door)
        phone.join()
        phone.state()
        phone.state()
    assert host.phones == 3


# ---- Voting ----


def test_a_vote_is_kept_and_can_be_changed(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(VOTE)
    assert phone.vote(3, level="senior").json["mine"]["answer"] == 3
    assert phone.vote(0).json["mine"] == {"answer": 0, "level": "", "comment": ""}
    assert list(votes.votes.values()) == [(0, "")]
    assert phone.state()["mine"]["answer"] == 0


def test_a_vote_sent_twice_counts_once(phone: Phone, host: PhoneHost, votes: VotesInMemory) -> None:
    host.show(VOTE)
    with ThreadPoolExecutor(8) as twice:
        assert {r.status for r in twice.map(lambda _n: phone.vote(4), range(8))} == {200}
    assert list(votes.votes.values()) == [(4, "")]


@pytest.mark.parametrize(("subject", "number"), [("WO", 2), ("PQ", 1), ("", 1), ("WO/1", 1)])
def test_a_vote_for_a_round_that_is_not_on_show_is_too_late(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, subject: str, number: int
) -> None:
    host.show(VOTE)
    reply = phone.vote(3, subject, number)
    assert (reply.status, reply.problem) == (409, "This vote is closed.")
    assert votes.votes == {}


def test_a_vote_after_the_reveal_is_too_late(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(VOTE)
    phone.vote(3)
    host.show(RESULT)
    assert phone.vote(5).problem == "This vote is closed."
    host.show(VOTE)
    votes.problem = CLOSED
    assert phone.vote(5).status == 409
    assert list(votes.votes.values()) == [(3, "")]


@pytest.mark.parametrize("answer", [6, -1, 3.5, "3", None, True, [3], 10**30])
def test_what_is_no_answer_is_refused(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, answer: object
) -> None:
    host.show(VOTE)
    reply = phone.vote(answer)
    assert reply.status == 400
    assert reply.problem.endswith(".")
    assert votes.votes == {}


def test_a_role_level_that_was_not_offered_is_refused(phone: Phone, host: PhoneHost) -> None:
    host.show(VOTE)
    assert phone.vote(3, level="owner").status == 400
    host.show(PLAIN_VOTE)
    assert phone.vote(3, "PQ", level="care").status == 400


def test_a_comment_needs_a_vote_that_asks_for_one(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(VOTE)
    reply = phone.write("Nights are left out.", "comment", "WO/1")
    assert reply.json["mine"]["comment"] == "Nights are left out."
    assert phone.write("Nights.", "comment", "WO/1").json["mine"]["comment"] == "Nights."
    assert len(votes.texts) == 1
    host.show(PLAIN_VOTE)
    assert phone.write("Hello", "comment", "PQ/1").status == 409
    assert phone.write("Hello", "comment", "WO/1").status == 409


# ---- Writing and choosing ----


def test_five_texts_at_most_and_each_can_be_taken_back(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(CARD)
    for place in range(5):
        assert phone.write(f"Text {place}", place=place).status == 200
    assert phone.write("One more", place=5).status == 400
    assert phone.write("", place=1).status == 200
    assert [text["text"] for text in phone.state()["mine"]["texts"]] == [
        "Text 0",
        "Text 2",
        "Text 3",
        "Text 4",
    ]
    assert len(votes.texts) == 4


def test_a_text_too_long_is_explained_and_not_cut(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(CARD)
    assert phone.write("é" * 200).status == 200
    reply = phone.write("é" * 201, place=1)
    assert reply.status == 409
    assert "at most 200" in reply.problem
    assert len(votes.texts) == 1


def test_a_script_in_a_text_stays_a_text(phone: Phone, host: PhoneHost) -> None:
    host.show(CARD)
    text = "<script>alert('1')</script> & \"so on\""
    assert phone.write(text).json["mine"]["texts"] == [{"place": 0, "text": text}]


def test_marks_that_nobody_can_see_are_left_out(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(CARD)
    phone.write(" One\u0000\n two\u202e ")
    phone.write("\u200b\u0007", place=1)
    assert list(votes.texts.values()) == ["One two"]


@pytest.mark.parametrize("kind", ["strength", "comment", "note", ""])
def test_a_text_of_another_kind_is_refused(phone: Phone, host: PhoneHost, kind: str) -> None:
    host.show(CARD)
    assert phone.write("Hello", kind).status in (400, 409)


def test_a_text_for_another_card_is_too_late(phone: Phone, host: PhoneHost) -> None:
    host.show(CARD)
    assert phone.write("Hello", about="empty-chair/1").problem == "This question is closed."


def test_several_strengths_are_spotted_and_one_story_told(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(STRENGTHS)
    for answer in ("caring", "engaging", "caring"):
        assert pick(phone, "spotted", answer).status == 200
    assert pick(phone, "spotted", "engaging", on=False).json["mine"]["picked"] == ["caring"]
    assert phone.write("She waited.", "strength", "").json["mine"]["story"] == "She waited."
    assert phone.write("", "strength", "").json["mine"]["story"] == ""
    assert len(votes.picks) == 1


def test_a_phone_gives_three_dots_and_no_fourth_and_can_move_them(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(DOTS)
    for answer in ("5", "6", "5", "7"):
        assert pick(phone, "dots", answer).status == 200
    fourth = pick(phone, "dots", "9")
    assert fourth.status == 409
    assert fourth.problem == "You have given all 3 dots. Take one back to move it."
    assert pick(phone, "dots", "6", on=False).json["mine"]["picked"] == ["5", "7"]
    assert pick(phone, "dots", "9").json["mine"]["picked"] == ["5", "7", "9"]
    assert sorted(votes.picks.values()) == ["12/5", "12/7", "12/9"]


def test_a_dot_goes_only_to_what_is_on_show(phone: Phone, host: PhoneHost) -> None:
    host.show(DOTS)
    assert pick(phone, "dots", "8").status == 400  # it is on a pile, and not the pile's name
    assert pick(phone, "dots", "12/5").status == 400
    assert phone.write("Hello", "strength", "").status == 409
    host.show(replace(DOTS, open=False))
    assert pick(phone, "dots", "5").problem == "This question is closed."


def test_a_dot_stays_with_its_answer_when_piles_change(phone: Phone, host: PhoneHost) -> None:
    host.show(DOTS)
    pick(phone, "dots", "7")
    together = replace(DOTS.faces[1], answers=(6, 7))
    host.show(replace(DOTS, faces=(DOTS.faces[0], together)))
    assert phone.state()["mine"]["picked"] == ["6"]
    assert pick(phone, "dots", "6", on=False).json["mine"]["picked"] == []


def test_every_phone_has_its_own_dots_and_every_step(
    phone: Phone, door: Door, host: PhoneHost
) -> None:
    host.show(DOTS)
    other = Phone(door)
    other.join()
    for answer in ("5", "6", "7"):
        assert pick(phone, "dots", answer).status == 200
        assert pick(other, "dots", answer).status == 200
    host.show(replace(DOTS, step_id=13))
    assert phone.state()["mine"]["picked"] == []
    assert pick(phone, "dots", "5").status == 200


def test_exactly_one_is_needed(phone: Phone, host: PhoneHost, votes: VotesInMemory) -> None:
    host.show(NEEDED)
    pick(phone, "needed", "caring")
    assert pick(phone, "needed", "sharing").json["mine"]["picked"] == ["sharing"]
    assert list(votes.picks.values()) == ["sharing"]
    assert phone.write("Hello", "strength", "").status == 409


def test_a_number_is_one_of_those_on_show(phone: Phone, host: PhoneHost) -> None:
    host.show(CONFIDENCE)
    assert pick(phone, "confidence", "4").json["mine"]["picked"] == ["4"]
    assert pick(phone, "confidence", "6").status == 400
    assert pick(phone, "return", "4").problem == "This question is closed."


def test_two_phones_never_see_each_others_answers(
    phone: Phone, door: Door, host: PhoneHost
) -> None:
    other = Phone(door)
    other.join()
    host.show(VOTE)
    phone.vote(2)
    phone.write("Mine", "comment", "WO/1")
    assert other.state()["mine"] == {"answer": None, "level": "", "comment": ""}
    host.show(CARD)
    phone.write("Mine")
    assert other.state()["mine"] == {"texts": []}


# ---- Where a request comes from ----


@pytest.mark.parametrize("host_name", ["workshop.example", "localhost:8765", HERE, "", None])
def test_another_name_for_this_address_is_refused(phone: Phone, host_name: str | None) -> None:
    for path in ("/", "/state", "/phone.js"):
        reply = phone.send("GET", path, Host=host_name)
        assert reply.status in (400, 421)
        assert b"<html" not in reply.body


@pytest.mark.parametrize(
    "origin", [None, "null", "", "http://workshop.example", "https://{0}", "http://{0}/", "{0}"]
)
def test_only_the_page_itself_can_send(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, origin: str | None
) -> None:
    host.show(VOTE)
    told = origin.format(phone.door.typed) if origin is not None else None
    reply = phone.send("POST", "/vote", {"subject": "WO", "number": 1, "answer": 3}, Origin=told)
    assert reply.status == 403
    assert phone.send("POST", "/join", {"code": "KQXM"}, Origin=told).status == 403
    assert votes.votes == {}


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_on_another_page_cannot_vote(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, kind: str | None
) -> None:
    host.show(VOTE)
    body = {"subject": "WO", "number": 1, "answer": 3}
    assert phone.send("POST", "/vote", body, Content_Type=kind).status == 415
    assert votes.votes == {}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/phone.js", 200),
        ("GET", "/state", 200),
        ("GET", "/nothing", 404),
        ("POST", "/vote", 403),
        ("PUT", "/vote", 404),
        ("GET", "/\u007f", 400),
    ],
)
def test_every_answer_is_closed_to_other_pages_and_says_nothing_of_the_server(
    phone: Phone, method: str, path: str, status: int
) -> None:
    if "\x7f" in path:
        reply = raw(phone.door, b"GET / HTTP/1.1\r\nBroken Header\r\n\r\n")
        head = reply.partition(b"\r\n\r\n")[0].decode().split("\r\n")
        headers = dict(line.split(": ", 1) for line in head[1:])
        assert head[0].split()[1] == str(status)
    else:
        answer = phone.send(method, path)
        headers = answer.headers
        assert answer.status == status
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers
    assert "aiohttp" not in str(headers).lower()


PATHS = [
    "/../../etc/passwd",
    "/%2e%2e/phone.js",
    "//",
    "/phone.js/",
    "/PHONE.JS",
    "/state/",
    "/.",
    "/%00",
]


@pytest.mark.parametrize("path", [*PATHS, "http://127.0.0.1/", "*", "/index.html", "/favicon.ico"])
def test_there_is_nothing_else_to_find(phone: Phone, path: str) -> None:
    reply = phone.send("GET", path)
    assert reply.status in (400, 404)
    assert len(reply.body) < 200


# ---- Too much, too slow, too broken ----


def test_a_body_over_four_kilobytes_is_not_read(phone: Phone, host: PhoneHost) -> None:
    host.show(CARD)
    assert phone.send("POST", "/write", raw=b" " * 4097).status == 413
    head = post_head(phone, "/write", b"Transfer-Encoding: chunked")
    chunk = b"1000\r\n" + b" " * 4096 + b"\r\n"
    reply = raw(phone.door, head + chunk * 3 + b"0\r\n\r\n")
    assert reply.startswith(b"HTTP/1.1 413")


BROKEN = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'"vote"',
    b'{"subject":"WO","number":1,"answer":3,"more":1}',
    b'{"subject":"WO","number":1}',
    b'{"subject":"\\ud800","number":1,"answer":3}',
    b'{"subject":"W\xff","number":1,"answer":3}',
    b"[" * 4000,
    b'{"subject":"WO","number":1e400,"answer":3}',
    b"\x00" * 100,
    b"\x1f\x8b\x08\x00",
]


@pytest.mark.parametrize("body", BROKEN)
def test_broken_json_is_answered_with_a_sentence(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, body: bytes
) -> None:
    host.show(VOTE)
    reply = phone.send("POST", "/vote", raw=body)
    assert reply.status == 400
    assert reply.problem.endswith(".")
    assert votes.votes == {}


METHODS = st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE"])
HOSTILE = st.one_of(
    st.binary(max_size=200),
    st.dictionaries(
        st.sampled_from(["subject", "number", "answer", "level", "kind", "about", "text", "x"]),
        st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=20), st.just([])),
    ).map(lambda body: json.dumps(body).encode()),
)


def test_nothing_hostile_is_a_fault_of_ours_or_changes_a_vote(
    host: PhoneHost, votes: VotesInMemory, key: RoomKey, caplog: pytest.LogCaptureFixture
) -> None:
    door = host.open(1, key, HERE)
    host.show(VOTE)
    voter = Phone(door)
    voter.join()
    voter.vote(4)
    kept = votes.kept

    @given(
        method=METHODS,
        path=st.sampled_from(["/", "/state", "/vote", "/write", "/pick", "/join", "/%2e", "/?a=%"]),
        body=HOSTILE,
        cookie=st.one_of(st.just(""), st.text("abcXYZ_-;= ", max_size=90)),
        origin=st.booleans(),
    )
    def attack(method: str, path: str, body: bytes, cookie: str, origin: bool) -> None:
        stranger = Phone(door)
        more: dict[str, str | None] = {} if origin else {"Origin": "http://elsewhere.example"}
        if cookie:
            more["Cookie"] = f"lqf={cookie}"
        reply = stranger.send(method, path, None, raw=body, timeout=10, **more)
        assert 200 <= reply.status < 500

    attack()
    assert votes.kept == kept
    assert voter.state()["mine"]["answer"] == 4
    assert caplog.records == []


@given(st.binary(min_size=1, max_size=300))
def test_no_bytes_at_all_are_a_fault_of_ours(data: bytes) -> None:
    host = shared_host()
    assert host.door
    reply = raw(host.door, data + b"\r\n\r\n", patience=0.05)
    assert not reply.startswith((b"HTTP/1.1 5", b"HTTP/1.0 5"))


def test_a_request_that_never_ends_is_cut_off() -> None:
    with quick_host(to_send=0.3) as door:
        body = post_head(Phone(door), "/join", b"Content-Length: 500")
        for start, letter in ((b"", b""), (b"GET / HTTP/1.1\r\nHost:", b"a"), (body, b"a")):
            with socket.create_connection((door.address, door.port), timeout=5) as slow:
                slow.sendall(start)
                drip(slow, letter)


def test_an_answer_in_time_is_not_cut_off(host: PhoneHost) -> None:
    with quick_host(to_send=0.3, poll=0.8) as door:
        phone = Phone(door)
        phone.join()
        version = phone.state()["version"]
        assert phone.state(version)["version"] == version


def test_a_connection_can_be_used_again_until_it_is_idle_too_long() -> None:
    with quick_host(to_send=0.4, idle=0.5) as door:
        ask = f"GET /phone.css HTTP/1.1\r\nHost: {door.typed}\r\n\r\n".encode()
        with socket.create_connection((door.address, door.port), timeout=5) as kept:
            for _request in range(3):
                kept.sendall(ask)
                assert b"--paper" in read_body(kept)
            assert kept.recv(1) == b""


def test_too_many_connections_are_closed_and_the_rest_go_on() -> None:
    with quick_host(connections=5) as door:
        crowd = [socket.create_connection((door.address, door.port)) for _one in range(12)]
        closed = [one for one in crowd if is_closed(one)]
        assert len(closed) == 7
        for one in crowd:
            one.close()
        assert until(lambda: Phone(door).send("GET", "/").status == 200)


def test_a_phone_that_asks_too_fast_is_asked_to_wait_and_no_other_is() -> None:
    with quick_host(device=Rate(5, 0.1)) as door:
        fast, other = Phone(door), Phone(door)
        fast.join()
        other.join()
        replies = [fast.send("GET", "/state") for _ask in range(8)]
        assert [reply.status for reply in replies].count(429) == 3
        assert replies[-1].headers["Retry-After"]
        assert "wait a moment" in replies[-1].problem
        assert other.send("GET", "/state").status == 200


def test_strangers_share_what_their_address_may_ask() -> None:
    with quick_host(address=Rate(6, 0.1)) as door:
        joined = Phone(door)
        joined.join()
        statuses = [Phone(door).send("GET", "/").status for _ask in range(8)]
        assert statuses == [200] * 5 + [429] * 3
        assert joined.send("GET", "/state").status == 200


def test_a_bug_is_logged_by_its_place_without_anybodys_words(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, caplog: pytest.LogCaptureFixture
) -> None:
    host.show(CARD)
    votes.problem = RuntimeError("She said: my secret words")
    with caplog.at_level(logging.DEBUG):
        reply = phone.write("my secret words")
    assert reply.status == 400
    assert reply.problem == "That did not work. Please try again."
    assert "RuntimeError at _act" in caplog.text
    assert "secret" not in caplog.text
    assert phone.cookie not in caplog.text


def test_a_problem_of_the_workshop_is_said_in_its_own_words(
    phone: Phone, host: PhoneHost, votes: VotesInMemory
) -> None:
    host.show(VOTE)
    votes.problem = WorkshopProblem("All eleven have voted. Ask the facilitator.")
    reply = phone.vote(3)
    assert (reply.status, reply.problem) == (409, "All eleven have voted. Ask the facilitator.")


def test_a_slow_disk_keeps_nobody_from_the_page(
    phone: Phone, host: PhoneHost, votes: VotesInMemory, door: Door
) -> None:
    host.show(VOTE)
    votes.hold = threading.Event()
    with ThreadPoolExecutor(1) as voting:
        vote = voting.submit(phone.vote, 4)
        assert until(lambda: votes.acts == 1)
        assert Phone(door).send("GET", "/").status == 200
        assert not vote.done()
        votes.hold.set()
        assert vote.result(5).status == 200


def test_a_full_room_joins_and_votes(host: PhoneHost, votes: VotesInMemory, door: Door) -> None:
    host.show(VOTE)

    def come_and_vote(_person: int) -> list[int]:
        phone = Phone(door)
        replies = [phone.send("GET", path) for path in ("/", "/phone.css", "/phone.js")]
        replies += [phone.join(), phone.send("GET", "/state"), phone.vote(3)]
        return [reply.status for reply in replies]

    with ThreadPoolExecutor(20) as room:
        statuses = list(room.map(come_and_vote, range(100)))
    assert statuses == [[200] * 6] * 100
    assert len(votes.votes) == 100


# ---- What these tests are made with ----


def pick(phone: Phone, poll: str, answer: str, *, on: bool = True) -> Any:  # noqa: ANN401
    return phone.send("POST", "/pick", {"poll": poll, "answer": answer, "on": on})


@contextmanager
def waiting(phone: Phone) -> Iterator[Any]:
    """A window of a phone that waits for news."""
    version = phone.state()["version"]
    with ThreadPoolExecutor(1) as window:
        news = window.submit(phone.state, version)
        time.sleep(0.1)
        yield news


@contextmanager
def quick_host(**limits: Any) -> Iterator[Door]:  # noqa: ANN401
    """A page with limits that a test can reach."""
    host = PhoneHost(VotesInMemory(), Limits(**limits))
    try:
        yield host.open(1, RoomKey(b"s" * 32, "KQXM"), HERE)
    finally:
        host.close()


_shared: list[PhoneHost] = []


@pytest.fixture(scope="module", autouse=True)
def _close_shared_host() -> Iterator[None]:
    yield
    for host in _shared:
        host.close()


def shared_host() -> PhoneHost:
    """One page for all examples of a law."""
    if not _shared:
        _shared.append(PhoneHost(VotesInMemory()))
        _shared[0].open(1, RoomKey.new(), HERE)
    return _shared[0]


def raw(door: Door, data: bytes, patience: float = 5) -> bytes:
    """Send bytes as they are and return what comes until the end, or until nothing comes."""
    with socket.create_connection((door.address, door.port), timeout=patience) as line:
        try:
            line.sendall(data)
            return line.recv(65536)
        except OSError:
            return b""


def read_body(line: socket.socket) -> bytes:
    got = b""
    while b"forced-colors" not in got or not got.endswith(b"}\n"):
        more = line.recv(65536)
        assert more
        got += more
    return got


def post_head(phone: Phone, path: str, more: bytes) -> bytes:
    here = phone.door.typed
    head = f"POST {path} HTTP/1.1\r\nHost: {here}\r\nOrigin: http://{here}\r\n"
    head += f"Content-Type: application/json\r\nCookie: lqf={phone.cookie}\r\n"
    return head.encode() + more + b"\r\n\r\n"


def drip(line: socket.socket, letter: bytes) -> None:
    """Send a letter now and then until the other side has had enough."""
    line.settimeout(0.05)
    for _letter in range(100):
        try:
            line.sendall(letter)
            if line.recv(1000) == b"":
                return
        except TimeoutError:
            continue
        except OSError:
            return
    raise AssertionError("it was never cut off")


def is_closed(line: socket.socket) -> bool:
    line.settimeout(0.2)
    try:
        return line.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def until(true: Callable[[], bool]) -> bool:
    """Try for at most a few seconds; a refused connection is not there yet."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            if true():
                return True
        except OSError:
            pass
        time.sleep(0.02)
    return False
