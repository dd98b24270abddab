"""What is shipped: a wheel in a clean environment, without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from lqf_workshop import __version__
from lqf_workshop.library.shelf import Shelf
from tests.builders import ROOT
from tests.journeys.child import whole
from tests.ui.console.displays import two_displays

OPEN_A_MOMENT = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import lqf_workshop, lqf_workshop_ui
from lqf_workshop.__main__ import main
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.resource_files import resource

app = QApplication(sys.argv[:1])

def look():
    windows = [w for w in app.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    if not windows or not windows[0].home_page.first.isVisible():
        return
    timer.stop()
    window, shelf = windows[0], Shelf()
    window.show_page("library")
    window.show_page("settings")
    print(json.dumps({
        "core": lqf_workshop.__file__,
        "screen": lqf_workshop_ui.__file__,
        "resources": str(resource("themes")),
        "templates": len(shelf.templates()),
        "cards": len(shelf.deck().cards),
        "editions": len(shelf.editions()),
        "problems": list(shelf.problems),
        "icon": not app.windowIcon().isNull(),
        "styled": len(app.styleSheet()) > 1000,
    }))
    window.close()

timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
sys.exit(main(["--library", sys.argv[1]]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs folder of a clean environment with only the wheel installed in it.

    The parts it needs come from the environment of the tests, so that no network is needed.
    """
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python))
    subprocess.run(
        [*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)],
        check=True,
        capture_output=True,
    )
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([str(python), "-c", asked], check=True, capture_output=True, text=True)
    parts = sysconfig.get_path("purelib")
    Path(site.stdout.strip(), "parts.pth").write_text(parts, "utf-8")
    return scripts


@pytest.fixture
def outside(surroundings: dict[str, str]) -> dict[str, str]:
    """An environment that does not know of the checkout."""
    return {k: v for k, v in surroundings.items() if k != "PYTHONPATH"}


def run(
    program: Path, *words: object, cwd: Path, env: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(program), *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=env,
        timeout=60,
        check=False,
    )


@pytest.mark.slow
def test_the_installed_program_tells_its_version(
    installed: Path, outside: dict[str, str], tmp_path: Path
) -> None:
    ran = run(installed / "lqf-workshop", "--version", cwd=tmp_path, env=outside)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.strip() == f"LQF Workshop {__version__}"


@pytest.mark.slow
def test_the_installed_program_makes_a_sample_library_and_lists_it(
    installed: Path, outside: dict[str, str], tmp_path: Path
) -> None:
    program, library = installed / "lqf-workshop", tmp_path / "sample.lqf"
    made = run(program, "sample", library, "--workshops", 3, cwd=tmp_path, env=outside)
    assert (made.returncode, made.stderr) == (0, "")
    ran = run(program, "--library", library, "list", cwd=tmp_path, env=outside)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(ran.stdout.strip().splitlines()) >= 3


@pytest.mark.slow
def test_the_installed_window_opens_with_everything_it_shows(
    installed: Path, outside: dict[str, str], tmp_path: Path, shelf: Shelf
) -> None:
    command = [installed / "python", "-c", OPEN_A_MOMENT, tmp_path / "new.lqf"]
    env = outside | {"QT_QPA_PLATFORM": two_displays()}
    status, (found,), complained = whole(command, env, cwd=tmp_path)
    assert status == 0, complained
    assert complained == ""
    home = str(installed.parent)
    for part in ("core", "screen", "resources"):
        assert str(found[part]).startswith(home), found[part]
    assert found["problems"] == []
    deck = shelf.deck()
    assert deck is not None
    assert found["templates"] == len(shelf.templates())
    assert found["editions"] == len(shelf.editions())
    assert found["cards"] == len(deck.cards)
    assert found["icon"]
    assert found["styled"]


@pytest.mark.slow
def test_the_wheel_holds_every_resource_of_the_checkout(wheel: Path) -> None:
    from zipfile import ZipFile

    there = {name for name in ZipFile(wheel).namelist() if name.startswith("lqf_workshop/")}
    for file in (ROOT / "resources").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            inside = f"lqf_workshop/resources/{file.relative_to(ROOT / 'resources').as_posix()}"
            assert inside in there
