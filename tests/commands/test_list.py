from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lqf_workshop.__main__ import main
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.services.assembly import open_services
from tests import builders
from tests.commands.running import environment, is_one_sentence, run, start

NAME = "Zespół nocny, Łąka Śródpolna ęąż"


@pytest.fixture
def polish(empty_library: Path, tmp_path: Path, shelf: Shelf) -> Path:
    """A library of one team whose name no old code page has."""
    path = Path(shutil.copy(empty_library, tmp_path / "polish.lqf"))
    services = open_services(path, shelf)
    builders.prepare(services, replace(builders.plan(), team=NAME))
    services.close()
    return path


def test_the_list_as_json_has_every_workshop_with_its_figures(sample: Path) -> None:
    done = run("list", "--json", "--library", sample)
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(done.stdout)
    services = open_services(sample, read_only=True)
    lines = services.lists.workshops(100)
    services.close()
    assert rows == [
        {
            "id": line.id,
            "team": line.team,
            "date": line.held_on.isoformat(),
            "place": line.place,
            "headcount": line.headcount,
            "minutes": line.minutes,
            "state": line.state.value,
            "actions_open": line.actions_open,
            "actions_total": line.actions_total,
        }
        for line in lines
    ]


def test_the_table_has_a_row_for_every_workshop_under_its_headings(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--library", str(sample)]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["ID", "Date", "State", "People", "Minutes", "Actions", "Team", "Place"]
    assert len(rows) == 12
    assert rows[0].split()[2] == "running"


def test_an_empty_library_says_so_and_is_an_empty_list_as_json(
    empty_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--library", str(empty_library)]) == 0
    assert capsys.readouterr().out == "There are no workshops yet.\n"
    assert main(["list", "--json", "--library", str(empty_library)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_library_that_is_not_there_is_explained_and_not_made(tmp_path: Path) -> None:
    absent = tmp_path / "folder" / "absent.lqf"
    done = run("list", "--library", absent)
    assert (done.returncode, done.stdout) == (2, "")
    assert is_one_sentence(done.stderr)
    assert "no library" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_library_may_be_named_in_the_environment(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done = run("list", changes={"LQF_WORKSHOP_LIBRARY": str(sample)})
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 13
    monkeypatch.setenv("LQF_WORKSHOP_LIBRARY", str(sample.with_name("another.lqf")))
    assert main(["list"]) == 2
    assert "another.lqf" in capsys.readouterr().err


def test_the_library_may_be_named_before_the_command_or_after_it(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", str(sample), "list", "--json"]) == 0
    before = capsys.readouterr().out
    absent = str(tmp_path / "absent.lqf")
    assert main(["--library", absent, "list", "--json", "--library", str(sample)]) == 0
    assert capsys.readouterr().out == before


def test_the_list_is_read_while_another_program_holds_the_library(sample: Path) -> None:
    hold = (
        "import sys; from pathlib import Path\n"
        "from lqf_workshop.services.assembly import open_services\n"
        "services = open_services(Path(sys.argv[1]))\n"
        "services.workshops.change_headcount(1, 9)\n"
        "print('held', flush=True); sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(sample)],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        done = run("list", "--json", "--library", sample)
        assert done.returncode == 0, done.stderr
        assert next(r for r in json.loads(done.stdout) if r["id"] == 1)["headcount"] == 9
        assert main(["check", str(sample)]) == 0
        holder.communicate("")


def test_a_reader_that_has_had_enough_is_left_in_peace(sample: Path) -> None:
    for words in (("list", "--library", str(sample)), ("--help",)):
        listing = start(*words)
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.close()
        assert listing.stderr.read() == ""
        listing.stderr.close()
        assert listing.wait(30) == 0


@pytest.mark.parametrize("letters", ["cp437", "ascii"])
def test_a_name_that_an_old_code_page_lacks_is_printed_as_well_as_can_be(
    polish: Path, letters: str
) -> None:
    done = run("list", "--library", polish, changes={"PYTHONIOENCODING": letters})
    assert (done.returncode, done.stderr) == (0, "")
    assert "? nocny, ??ka" in done.stdout
    done = run("list", "--json", "--library", polish, changes={"PYTHONIOENCODING": letters})
    assert json.loads(done.stdout)[0]["team"] == NAME


def test_a_terminal_that_knows_every_letter_gets_the_name_itself(polish: Path) -> None:
    assert NAME in run("list", "--library", polish).stdout
    assert NAME in run("list", "--json", "--library", polish).stdout


def _without_rights() -> tuple[str, ...]:
    """Return what to put before a command so that even root may not write to what is locked."""
    if os.name == "nt":
        pytest.skip("folders are locked in another way on Windows")
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may write anywhere, and setpriv is missing")
    rights = "-dac_override,-dac_read_search"
    return ("setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}")


def test_a_library_that_may_only_be_read_is_listed_and_stays_as_it_is(sample: Path) -> None:
    before, content = _without_rights(), sample.read_bytes()
    sample.chmod(0o444)
    done = run("list", "--library", sample, before=before)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 13
    assert sample.read_bytes() == content


def test_a_library_in_a_folder_that_may_only_be_read_is_listed(
    sample: Path,
) -> None:
    before = _without_rights()
    sample.parent.chmod(0o555)
    try:
        done = run("list", "--library", sample, before=before)
    finally:
        sample.parent.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 13
