from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lqf_workshop.__main__ import main
from tests.commands.running import is_one_sentence, run


def damaged(sample: Path, *statements: str) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_whole_library_is_called_whole_with_its_number_of_workshops(sample: Path) -> None:
    content = sample.read_bytes()
    done = run("check", sample)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "sample.lqf is whole: 12 workshops.\n"
    assert sample.read_bytes() == content


def test_a_text_file_is_no_library_and_stays_as_it_is(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Tea, biscuits, and a projector.\n" * 20)
    done = run("check", text)
    assert (done.returncode, done.stdout) == (2, "")
    assert is_one_sentence(done.stderr.replace("library. It", "library; it"))
    assert text.read_text() == "Tea, biscuits, and a projector.\n" * 20


def test_a_file_cut_in_half_is_called_damaged(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = sample.read_bytes()
    sample.write_bytes(content[: len(content) // 2])
    assert main(["check", str(sample)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "missing or damaged" in told.err
    assert told.err.count("\n") == 1
    assert sample.read_bytes() == content[: len(content) // 2]


@pytest.mark.parametrize("size", [0, 50, 5000])
def test_a_file_with_nothing_useful_in_it_is_explained(
    tmp_path: Path, size: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.lqf"
    path.write_bytes(bytes(size))
    assert main(["check", str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert path.read_bytes() == bytes(size)


@pytest.mark.parametrize("name", ["", "   ", ".", "absent.lqf", "no/such/folder/a.lqf", "x" * 300])
def test_a_name_that_leads_to_no_file_is_explained(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", name]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert is_one_sentence(told.err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE step SET scripts = '{broken' WHERE workshop_id = 7",
        "UPDATE workshop SET dimensions = '[\"XX\"]' WHERE id = 7",
        "UPDATE drawn_card SET words = '{}' WHERE workshop_id = 7",
        "UPDATE note SET kind = 'gossip' WHERE workshop_id = 7",
        "UPDATE rating_round SET tally = 'many' WHERE workshop_id = 7",
    ],
)
def test_a_workshop_that_cannot_be_read_is_named(
    sample: Path, statement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table = statement.split()[1]
    with closing(sqlite3.connect(sample)) as connection:
        key = "id" if table == "workshop" else "workshop_id"
        holder = connection.execute(f"SELECT max({key}) FROM {table}").fetchone()[0]
    damaged(sample, statement.replace("= 7", f"= {holder}"))
    assert main(["check", str(sample)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"workshop {holder}," in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE workshop SET state = 'asleep' WHERE id = 3",
        "UPDATE workshop SET held_on = 'yesterday' WHERE id = 3",
        "UPDATE note SET workshop_id = 999 WHERE id = 1",
    ],
)
def test_rows_that_make_no_sense_are_a_damaged_library(
    sample: Path, statement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged(sample, statement)
    assert main(["check", str(sample)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "sample.lqf" in told.err


@pytest.mark.parametrize("wrong", ["state = 'zzz'", "role_mix = '{'", "held_on = 'soon'"])
def test_values_that_mean_nothing_are_named_in_one_sentence_by_every_command(
    sample: Path, tmp_path: Path, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged(sample, f"UPDATE workshop SET {wrong}")
    summary = ["summary", "1", "--library", str(sample), "-o", str(tmp_path / "out.pdf")]
    listed = [] if "role_mix" in wrong else [["list", "--library", str(sample)]]
    for words in (["check", str(sample)], summary, *listed):
        assert main(words) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert is_one_sentence(told.err)
