from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from lqf_workshop.__main__ import main
from tests.commands.running import is_one_sentence, run, start


def wait_for(path: Path, workshops: int, child: subprocess.Popen[str]) -> None:
    """Wait until so many workshops are on disk, and the child still writes."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        assert child.poll() is None, "the sample was written before it could be stopped"
        if path.exists() and _count(path) >= workshops:
            return
        time.sleep(0.02)
    raise AssertionError("nothing was written in 30 seconds")


def _count(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            found: int = connection.execute("SELECT count(*) FROM workshop").fetchone()[0]
        except sqlite3.OperationalError:
            return 0  # the tables are not there yet
        return found


def test_a_sample_is_written_and_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new.lqf"
    done = run("sample", path, "--workshops", "4", "--seed", "7")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "new.lqf is written: 4 workshops.\n"
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == "new.lqf is whole: 4 workshops.\n"


def test_a_file_that_is_there_is_refused_and_stays_as_it_is(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Tea")
    content = sample.read_bytes()
    for path in (sample, text, tmp_path):
        assert main(["sample", str(path)]) == 2
        assert is_one_sentence(capsys.readouterr().err)
    assert sample.read_bytes() == content
    assert text.read_text() == "Tea"


@pytest.mark.parametrize("number", ["0", "-3", "10001"])
def test_an_impossible_number_is_explained_and_leaves_no_library(
    number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.lqf"
    assert main(["sample", str(path), f"--workshops={number}"]) == 2
    assert is_one_sentence(capsys.readouterr().err)
    assert not path.exists()


def test_a_sample_killed_half_way_is_a_whole_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.lqf"
    with start("sample", path, "--workshops", "900") as child:
        wait_for(path, 5, child)
        child.kill()
    assert main(["check", str(path)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("new.lqf is whole: ")
    assert 5 <= int(told.split()[-2]) < 900


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for one process alone")
def test_ctrl_c_stops_a_sample_without_a_word_and_leaves_no_library(tmp_path: Path) -> None:
    path = tmp_path / "new.lqf"
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a job of the shell's background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    with start("sample", path, "--workshops", "900") as child:
        wait_for(path, 2, child)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, "", "")
    assert not path.exists()
    assert main(["sample", str(path), "--workshops", "1"]) == 0
