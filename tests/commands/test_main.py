from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from lqf_workshop import __version__
from lqf_workshop.__main__ import main
from tests.commands.running import PROGRAM, ROOT, environment, is_one_sentence, run

QT = ("PySide6", "shiboken6")


@pytest.fixture
def without_qt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which any import of Qt fails loudly."""
    folder = tmp_path_factory.mktemp("no-qt")
    for name in QT:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(
            f"raise ImportError('{name} was imported', name='{name}')\n"
        )
    return {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Stand in for the window, and note which library it was asked to open."""
    asked: list[Path] = []

    def open_window(library: Path) -> int:
        asked.append(library)
        return 7

    app = ModuleType("lqf_workshop_ui.app")
    app.run = open_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lqf_workshop_ui.app", app)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return asked


def test_without_a_command_the_window_opens_on_the_library_that_is_named(
    opened: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LQF_WORKSHOP_LIBRARY", str(tmp_path / "usual.lqf"))
    assert main([]) == 7
    assert main(["--library", str(tmp_path / "other.lqf")]) == 7
    assert opened == [tmp_path / "usual.lqf", tmp_path / "other.lqf"]


def test_no_command_needs_qt(without_qt: dict[str, str], sample: Path, tmp_path: Path) -> None:
    listed = run("list", "--library", sample, changes=without_qt)
    assert (listed.returncode, listed.stderr) == (0, "")
    every = [
        ["list", "--json", "--library", str(sample)],
        ["check", str(sample)],
        ["sample", str(tmp_path / "new.lqf"), "--workshops", "2"],
        ["summary", "1", "-o", str(tmp_path / "summary.pdf"), "--library", str(sample)],
        ["--version"],
    ]
    code = (
        "import sys; from lqf_workshop.__main__ import main\n"
        f"for words in {every!r}:\n"
        "    assert main(words) == 0, words\n"
        f"assert not set(sys.modules) & {set(QT)!r}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(without_qt),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_window_without_qt_is_explained(without_qt: dict[str, str], tmp_path: Path) -> None:
    done = run("--library", tmp_path / "new.lqf", changes=without_qt)
    assert done.returncode == 2
    assert is_one_sentence(done.stderr)
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_told() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"LQF Workshop {__version__}\n")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for command in ("sample", "list", "summary", "check"):
        assert f"\n    {command} " in told
        assert main([command, "--help"]) == 0
        assert capsys.readouterr().out.startswith(f"usage: lqf-workshop {command}")


@pytest.mark.parametrize(
    "words",
    [
        ["lst"],
        ["list", "--jsn"],
        ["list", "extra"],
        ["list", "--library"],
        ["list", "--library", ""],
        ["sample"],
        ["sample", "a.lqf", "--workshops", "twelve"],
        ["sample", "a.lqf", "--seed", "1.5"],
        ["summary"],
        ["summary", "1"],
        ["summary", "one", "-o", "a.pdf"],
        ["check"],
        ["--lib", "a.lqf"],
    ],
)
def test_what_is_no_command_is_explained_in_one_sentence(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert is_one_sentence(told.err)
    assert "--help" in told.err
    assert list(tmp_path.iterdir()) == []


def test_a_mistyped_command_leaves_the_shell_with_status_two() -> None:
    done = run("lst")
    assert (done.returncode, done.stdout) == (2, "")
    assert is_one_sentence(done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_explained(sample: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "list", "--library", str(sample)],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert is_one_sentence(done.stderr)
