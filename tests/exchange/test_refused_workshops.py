"""A file that is no workshop is refused with a plain sentence, whatever is in it."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.exchange.workshop_file import read_workshop, workshop_bytes, workshop_of
from lqf_workshop.exchange.workshop_parts import FORMAT_VERSION
from lqf_workshop.exchange.workshop_version_1 import brought_up_to_date
from lqf_workshop.library.shelf import Shelf
from tests.builders import library_of
from tests.exchange.version_1 import as_version_1
from tests.services.whole_workshops import EVERYTHING, live

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def whole(
    empty_library: Path, shelf: Shelf, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """A file with something of everything, as JSON values."""
    path = tmp_path_factory.mktemp("whole") / "whole.lqfworkshop"
    with library_of(empty_library, tmp_path_factory.mktemp("library") / "a", shelf) as services:
        services.files.write(live(services, EVERYTHING), path, private=True)
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def changed(whole: dict[str, Any], change: Change) -> bytes:
    copy = json.loads(json.dumps(whole))
    change(copy)
    return json.dumps(copy).encode()


def nest(depth: int) -> bytes:
    return b'[{"a":' * (depth // 2) + b"1" + b"}]" * (depth // 2)


def refusal(content: bytes) -> str:
    with pytest.raises(WorkshopProblem) as caught:
        workshop_of(content)
    return str(caught.value)


def test_the_file_is_read_as_long_as_nobody_changes_it(whole: dict[str, Any]) -> None:
    content = json.dumps(whole).encode()
    assert json.loads(workshop_bytes(workshop_of(content))) == whole
    assert workshop_of(b"\xef\xbb\xbf" + content) == workshop_of(content)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda f: f.update(format="lqf-deck"), "not a workshop"),
        (lambda f: f.pop("format"), "not a workshop"),
        (lambda f: f.update(format_version=3), "newer version of LQF Workshop"),
        (lambda f: f.update(format_version=3, more=[1]), "newer version of LQF Workshop"),
        (lambda f: f.update(format_version=0), "format_version"),
        (lambda f: f.update(more=1), "unknown field `more`"),
        (lambda f: f["workshop"].update(votes=1), "unknown field `votes`"),
        (lambda f: f["edition"].update(colour=1), "unknown field `colour`"),
        (lambda f: f["edition"]["dimensions"][0].update(x=1), "unknown field `x`"),
        (lambda f: f["cards"][0]["card"].update(y=1), "unknown field `y`"),
        (lambda f: f.pop("notes"), "`notes`"),
        (lambda f: f["workshop"].update(mark="1"), "mark"),
        (lambda f: f["workshop"].update(mark="0123456789abcdef\n"), "mark"),
        (lambda f: f.pop("workshop"), "workshop"),
        (lambda f: f.update(workshop=[]), "workshop"),
        (lambda f: f.update(actions=None), "actions"),
        (lambda f: f["actions"].append([]), "actions"),
        (lambda f: f["activities"][0].pop("step"), "step"),
        (lambda f: f["workshop"].update(headcount=2), "a plan that cannot be made"),
        (lambda f: f["workshop"].update(team=" "), "a plan that cannot be made"),
        (
            lambda f: f["workshop"].update(dimensions=["QQ"], depths={}),
            "the framework does not have",
        ),
        (lambda f: f["workshop"].update(picks=["QQ"]), "the framework does not have"),
        (lambda f: f["workshop"].update(edition_version=9), "another framework"),
        (lambda f: f["workshop"].update(scale_code="team"), "another scale"),
        (lambda f: f["edition"]["scale"].pop(), "five points"),
        (lambda f: f["edition"]["dimensions"][0].update(code="Q"), "codes of dimensions"),
        (lambda f: f["rounds"].pop(0), "a second vote without a first"),
        (lambda f: f["rounds"].append(f["rounds"][0]), "there twice"),
        (lambda f: f["rounds"][2].update(subject="QQ"), "a vote on nothing"),
        (lambda f: f["rounds"][2].update(subject="confidence@99"), "a vote on nothing"),
        (lambda f: f["rounds"][2].update(subject="confidence@01"), "a vote on nothing"),
        (lambda f: f["rounds"][0]["total"].update(cant_see=-1), "cant_see"),
        (lambda f: f["rounds"][0]["total"].update(counts=[1, 2, 3]), "length"),
        (
            lambda f: f["rounds"][0].update(
                by_level={"FW": {"counts": [0, 0, 0, 1, 0], "cant_see": 0}}
            ),
            "may not be shown",
        ),
        (lambda f: f["cards"][0].update(step=99), "at no step of its own"),
        (lambda f: f["cards"].append(f["cards"][0]), "at no step of its own"),
        (lambda f: f["activities"][0]["lines"][0].update(block="none"), "nothing is kept"),
        (lambda f: f["activities"][0]["lines"][0].update(words={"no": ""}), "nothing is kept"),
        (lambda f: f["activities"][0]["activity"].update(version=10**30), "cannot be"),
        (lambda f: f["activities"][0]["activity"]["blocks"].pop(), "not whole"),
        (lambda f: f["cards"][0].update(deck_version=10**30), "deck_version"),
        (lambda f: f["notes"][-1].update(about="99"), "a note about no step"),
        (lambda f: f["notes"][-1].update(about=""), "a note about no step"),
        (
            lambda f: f["notes"][0].update(kind="heard", about="be-strategic@999/1"),
            "a note about no step",
        ),
        (
            lambda f: f["polls"].append(
                {"poll": "felt", "answer": "be-strategic@999:better", "count": 1}
            ),
            "an answer about no step",
        ),
        (
            lambda f: f["workshop"].update(
                at={"step": 1, "part": "vote", "about": "be-strategic@999"}
            ),
            "a moment of no step",
        ),
        (lambda f: f.update(private_notes=False), "private notes"),
        (lambda f: f["notes"][0].update(text="\u202egnihton"), "cannot be seen"),
        (lambda f: f["notes"][0].update(text="x" * 50_001), "too long"),
        (lambda f: f["notes"][0].update(kind="secret"), "secret"),
        (lambda f: f["actions"][0].update(owner="x" * 161), "owner"),
        (lambda f: f["actions"][0].update(what="x" * 2_001), "too long"),
        (lambda f: f["polls"].append(f["polls"][0]), "there twice"),
        (lambda f: f["polls"].append({"poll": "dots", "answer": "1/999", "count": 1}), "a dot on"),
        (lambda f: f["polls"].append({"poll": "dots-shown", "answer": "", "count": 1}), "dots of"),
        (lambda f: f["steps"][0].update(minutes=0), "minutes"),
        (lambda f: f.update(steps=f["steps"] * 40), "<= 200"),
    ],
)
@pytest.mark.parametrize("version", [1, FORMAT_VERSION])
def test_a_file_with_a_wrong_part_is_refused(
    whole: dict[str, Any], version: int, change: Change, sentence: str
) -> None:
    file = as_version_1(whole) if version == 1 else whole
    assert sentence in refusal(changed(file, change))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda f: f["actions"][0].pop("mark"), "mark"),
        (lambda f: f["actions"][0].update(mark=""), "mark"),
        (lambda f: f["actions"][0].update(mark="0123456789ABCDEF"), "mark"),
        (lambda f: f["activities"][0].update(mark="0123456789abcdef\n"), "mark"),
        (lambda f: f["activities"][0].pop("continues"), "continues"),
        (lambda f: f["activities"][0].update(continues=0), "continues"),
        (lambda f: f["activities"][0].update(continues="\n"), "continues"),
        (
            lambda f: f["actions"][0].update(mark=f["actions"][1]["mark"]),
            "mark that is there twice",
        ),
        (lambda f: f["activities"][0].update(mark=f["activities"][1]["mark"]), "there twice"),
        (lambda f: f["actions"][0].update(mark=f["activities"][0]["mark"]), "there twice"),
    ],
)
def test_a_file_with_a_wrong_mark_is_refused(
    whole: dict[str, Any], change: Change, sentence: str
) -> None:
    assert sentence in refusal(changed(whole, change))


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f["actions"][0].update(mark="0123456789abcdef"),
        lambda f: f["activities"][0].update(mark="0123456789abcdef"),
        lambda f: f["activities"][0].update(continues=""),
    ],
)
def test_a_file_of_version_1_has_no_key_of_version_2(whole: dict[str, Any], change: Change) -> None:
    assert "unknown field" in refusal(changed(as_version_1(whole), change))


@pytest.mark.parametrize("version", [1, FORMAT_VERSION])
def test_a_number_that_is_too_large_for_any_machine_is_refused(
    whole: dict[str, Any], version: int
) -> None:
    file = as_version_1(whole) if version == 1 else whole
    content = json.dumps(file).encode()
    huge = content.replace(b'"edition": {', b'"edition": {"z": 1e400, ', 1)
    assert huge != content
    assert refusal(huge)


def test_a_file_of_version_1_is_read_with_marks_that_are_the_same_for_everybody(
    whole: dict[str, Any],
) -> None:
    content = json.dumps(as_version_1(whole)).encode()
    file = workshop_of(content)
    assert file == workshop_of(b"\xef\xbb\xbf" + content)
    assert as_version_1(json.loads(workshop_bytes(file))) == as_version_1(whole)
    assert all(run.continues == "" for run in file.activities)
    assert workshop_of(workshop_bytes(file)) == file
    another = changed(as_version_1(whole), lambda f: f["workshop"].update(mark="0" * 16))
    assert not set(workshop_of(another).marks) & set(file.marks)


def test_the_marks_of_a_file_of_version_1_never_change() -> None:
    """They are in libraries and calendars by now: another way to make them would double all."""
    file = {"workshop": {"mark": "0123456789abcdef"}, "actions": [{}, {}], "activities": [{}]}
    assert brought_up_to_date(file, 2) == ""
    assert file == {
        "format_version": 2,
        "workshop": {"mark": "0123456789abcdef"},
        "actions": [{"mark": "ed1effb999a84444"}, {"mark": "90fb2b464323d985"}],
        "activities": [{"mark": "361f0f5f49319633", "continues": ""}],
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b"\x00" * 1000,
        b"[" * 200_000,
        b'{"format":' * 100_000,
        b'{"format":"lqf-workshop","format_version":1,"more":' + b"[" * 200_000,
        b'{"format":"lqf-workshop","format_version":2,"more":' + b"[" * 200_000,
        b'{"format":"lqf-workshop\xff","format_version":1}',
    ],
)
def test_nonsense_is_no_workshop(content: bytes) -> None:
    assert "not a workshop" in refusal(content)


@pytest.mark.parametrize("version", [1, FORMAT_VERSION])
@pytest.mark.parametrize("depth", [300, 900, 200_000])
def test_nesting_without_end_inside_a_kept_word_is_refused(
    whole: dict[str, Any], version: int, depth: int
) -> None:
    content = json.dumps(as_version_1(whole) if version == 1 else whole).encode()
    deep = content.replace(b'"edition": {', b'"edition": {"z": ' + nest(depth) + b", ", 1)
    assert deep != content
    assert refusal(deep)


def test_a_file_cut_short_anywhere_is_refused(whole: dict[str, Any]) -> None:
    content = json.dumps(whole).encode()
    for end in range(0, len(content), 401):
        assert refusal(content[:end])


@pytest.mark.parametrize("version", [1, FORMAT_VERSION])
def test_a_file_with_any_byte_changed_is_read_or_refused(
    whole: dict[str, Any], version: int
) -> None:
    content = json.dumps(as_version_1(whole) if version == 1 else whole).encode()

    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.integers(0, len(content) - 1), st.integers(0, 255))
    def check(place: int, value: int) -> None:
        with suppress(WorkshopProblem):
            workshop_of(content[:place] + bytes([value]) + content[place + 1 :])

    check()


def test_a_hundred_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.lqfworkshop"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    tracemalloc.start()
    with pytest.raises(WorkshopProblem, match="far larger than a workshop"):
        read_workshop(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 80 * 2**20


def test_a_file_that_is_gone_or_a_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "folder.lqfworkshop").mkdir()
    for name in ("gone.lqfworkshop", "folder.lqfworkshop"):
        with pytest.raises(WorkshopProblem, match="cannot be opened"):
            read_workshop(tmp_path / name)
