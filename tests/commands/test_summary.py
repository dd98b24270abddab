from __future__ import annotations

from pathlib import Path

import pytest

from lqf_workshop.__main__ import main
from tests.commands.running import is_one_sentence, run


def test_a_summary_is_written_and_the_library_stays_as_it_is(sample: Path, tmp_path: Path) -> None:
    content, target = sample.read_bytes(), tmp_path / "summary.pdf"
    done = run("summary", "5", "-o", target, "--library", sample)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("summary.pdf is written: ")
    assert target.read_bytes().startswith(b"%PDF-")
    assert sample.read_bytes() == content


@pytest.mark.parametrize("number", ["13", "0", "-1", "9" * 30])
def test_a_number_that_no_workshop_has_is_explained_and_nothing_is_written(
    number: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "summary.pdf"
    assert main(["summary", "-o", str(target), "--library", str(sample), "--", number]) == 2
    told = capsys.readouterr().err
    assert f"no workshop {number} " in told
    assert is_one_sentence(told)
    assert not target.exists()


def test_the_library_itself_is_never_the_target(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = sample.read_bytes()
    there = sample.parent / "." / sample.name
    assert main(["summary", "1", "-o", str(there), "--library", str(sample)]) == 2
    assert is_one_sentence(capsys.readouterr().err)
    assert sample.read_bytes() == content


@pytest.mark.parametrize("target", [".", "no/such/folder/summary.pdf", ""])
def test_a_place_where_no_pdf_can_be_is_explained(
    target: str,
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["summary", "1", "-o", target, "--library", str(sample)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Traceback" not in told


def test_a_summary_of_an_absent_library_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absent, target = tmp_path / "absent.lqf", tmp_path / "summary.pdf"
    assert main(["summary", "1", "-o", str(target), "--library", str(absent)]) == 2
    assert is_one_sentence(capsys.readouterr().err)
    assert list(tmp_path.iterdir()) == []
