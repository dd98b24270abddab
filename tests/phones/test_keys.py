from __future__ import annotations

import base64

from hypothesis import given
from hypothesis import strategies as st

from lqf_workshop.phones.keys import CODE_LENGTH, LETTERS, RoomKey, slot

KEY = RoomKey.new()
ANY_TOPIC = st.lists(st.one_of(st.text(max_size=5), st.integers(0, 9)), min_size=1, max_size=4)
DEVICES = st.binary(min_size=24, max_size=24)


def test_letters_are_easy_to_tell_apart_and_make_no_words() -> None:
    assert not set("AEIOUY") & set(LETTERS)
    for alike in ("IL", "OQD", "VWY", "MN", "CG", "SZ", "FE"):
        assert len(set(alike) & set(LETTERS)) <= 2 - (alike != "OQD")


def test_a_new_room_has_four_different_letters_and_a_long_secret() -> None:
    rooms = [RoomKey.new() for _room in range(50)]
    assert all(len(set(room.code)) == CODE_LENGTH for room in rooms)
    assert all(set(room.code) <= set(LETTERS) for room in rooms)
    assert len({room.secret for room in rooms}) == 50
    assert all(len(room.secret) == 32 for room in rooms)


def test_a_room_never_shows_its_secret_by_accident() -> None:
    assert repr(KEY.secret) not in repr(KEY)


def test_the_letters_may_be_typed_small_and_with_spaces() -> None:
    room = RoomKey(b"s" * 32, "KQXM")
    assert room.is_code(" kq xm")
    assert not room.is_code("KQX")
    assert not room.is_code("")
    assert not room.is_code("ＫＱＸＭ" + "\ud800")


def test_a_phone_stays_known_when_the_program_starts_again() -> None:
    cookie = KEY.new_device()
    again = RoomKey(KEY.secret, KEY.code)
    assert again.device(cookie) == KEY.device(cookie)
    assert KEY.device(cookie) is not None


def test_no_two_phones_are_the_same() -> None:
    assert len({KEY.device(KEY.new_device()) for _phone in range(100)}) == 100


def test_another_rooms_phone_is_not_ours() -> None:
    assert KEY.device(RoomKey.new().new_device()) is None


@given(place=st.integers(0, 74), letter=st.characters())
def test_a_cookie_with_one_letter_changed_is_refused(place: int, letter: str) -> None:
    cookie = KEY.new_device()
    changed = cookie[:place] + letter + cookie[place + 1 :]
    assert (KEY.device(changed) is None) == (changed != cookie)


@given(st.text(max_size=120))
def test_a_made_up_cookie_is_refused(cookie: str) -> None:
    assert KEY.device(cookie) is None


def test_a_cookie_without_its_seal_is_refused() -> None:
    number = base64.urlsafe_b64encode(b"n" * 24).decode()
    assert KEY.device(number) is None
    assert KEY.device(number + "A" * 43) is None


@given(device=DEVICES, topic=ANY_TOPIC)
def test_the_same_phone_finds_the_same_slot_again(device: bytes, topic: list[str | int]) -> None:
    assert slot(device, *topic) == slot(device, *topic)
    assert 0 <= slot(device, *topic) < 2**62


@given(device=DEVICES, one=ANY_TOPIC, other=ANY_TOPIC)
def test_two_topics_have_two_slots(
    device: bytes, one: list[str | int], other: list[str | int]
) -> None:
    same = [str(part) for part in one] == [str(part) for part in other]
    assert (slot(device, *one) == slot(device, *other)) == same


@given(one=DEVICES, other=DEVICES, topic=ANY_TOPIC)
def test_two_phones_have_two_slots(one: bytes, other: bytes, topic: list[str | int]) -> None:
    assert (slot(one, *topic) == slot(other, *topic)) == (one == other)
