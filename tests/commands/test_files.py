"""Workshops leave and come in on the command line too."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from lqf_workshop.__main__ import main
from lqf_workshop.commands import exporting
from lqf_workshop.domain.meeting import NoteKind
from lqf_workshop.logo import keep_logo
from lqf_workshop.preferences import Preferences, save_preferences
from lqf_workshop.services.assembly import Services, open_services
from tests.commands.running import is_one_sentence
from tests.pictures import picture

T = TypeVar("T")
ENDINGS = (".lqfworkshop", ".xlsx", ".docx", ".csv", ".actions.csv")


def export(sample: Path, target: Path, *more: str, number: int = 3) -> int:
    return main(["export", str(number), "-o", str(target), "--library", str(sample), *more])


def with_services(library: Path, act: Callable[[Services], T]) -> T:
    """Do something in a library as the app would."""
    services = open_services(library)
    try:
        return act(services)
    finally:
        services.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_workshop_is_written_and_the_library_stays_as_it_is(
    ending: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, target = sample.read_bytes(), tmp_path / f"one{ending}"
    assert export(sample, target) == 0
    assert capsys.readouterr().out == f"one{ending} is written.\n"
    assert target.stat().st_size > 200
    assert sample.read_bytes() == content


def test_the_word_plan_wears_the_logo_that_was_chosen(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ours.png").write_bytes(picture())
    choices = tmp_path / "choices" / "preferences.json"
    logo = keep_logo(tmp_path / "ours.png", choices.parent)
    save_preferences(choices, Preferences(logo=logo, logo_words="A meadow"))
    monkeypatch.setattr(exporting, "preferences_file", lambda: choices)
    assert export(sample, tmp_path / "one.docx") == 0
    with zipfile.ZipFile(tmp_path / "one.docx") as packed:
        heads = [packed.read(name) for name in packed.namelist() if "header" in name]
    assert any(b"A meadow" in head for head in heads)


def test_a_workshop_goes_to_another_library_once(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, files = tmp_path / "other.lqf", [tmp_path / f"{n}.lqfworkshop" for n in (5, 4)]
    for number, file in zip((5, 4), files, strict=True):
        assert export(sample, file, number=number) == 0
    bring = ["import", *map(str, files), "--library", str(other)]
    capsys.readouterr()
    assert main(bring) == 0
    assert capsys.readouterr().out.count("It is brought in.") == 2
    assert main(bring) == 0
    assert capsys.readouterr().out.count("The same is here already.") == 2
    assert export(sample, files[0], "--private-notes", number=5) == 0
    assert main(bring) == 2
    told = capsys.readouterr().err
    assert "differs (Notes: 1 more in the file)" in told
    assert is_one_sentence(told)
    assert main([*bring, "--replace"]) == 0
    assert "takes the place" in capsys.readouterr().out


def test_two_states_of_a_workshop_are_put_together(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, file = tmp_path / "other.lqf", tmp_path / "one.lqfworkshop"
    bring = ["import", str(file), "--library", str(other)]
    assert export(sample, file, "--private-notes") == 0
    assert main(bring) == 0
    with_services(other, lambda here: here.notes.add(1, NoteKind.WORD, "", "Only here"))
    with_services(sample, lambda there: there.notes.add(3, NoteKind.WORD, "", "Only there"))
    assert export(sample, file) == 0
    capsys.readouterr()
    assert main([*bring, "--merge"]) == 0
    assert "It is put together with the one here." in capsys.readouterr().out
    words = with_services(other, lambda here: here.meetings.read(1).notes_of(NoteKind.WORD))
    assert [note.text for note in words][-2:] == ["Only here", "Only there"]


@pytest.mark.parametrize("name", ["one.pdf", "one", "one.lqf"])
def test_another_kind_of_file_is_explained(
    name: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(sample, tmp_path / name) == 2
    assert "end with .lqfworkshop" in capsys.readouterr().err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("number", "more", "sentence"),
    [(99, [], "no workshop 99"), (3, ["--private-notes"], "Your own notes can only be")],
)
def test_what_cannot_be_exported_is_explained(
    number: int,
    more: list[str],
    sentence: str,
    sample: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert export(sample, tmp_path / "one.xlsx", *more, number=number) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert is_one_sentence(told)


def test_a_file_that_is_no_workshop_brings_nothing_in(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, wrong = tmp_path / "whole.lqfworkshop", tmp_path / "wrong.lqfworkshop"
    assert export(sample, whole) == 0
    wrong.write_text("{}")
    other = tmp_path / "other.lqf"
    assert main(["import", str(whole), str(wrong), "--library", str(other)]) == 2
    assert is_one_sentence(capsys.readouterr().err)
    assert main(["list", "--library", str(other)]) == 0
    assert "There are no workshops yet." in capsys.readouterr().out
