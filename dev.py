"""All a developer does here: python3 dev.py run|test|lint|types|tour|bench|package.

Needs only Python 3.11 or newer. The first call makes .venv and installs pinned versions.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PINS = ROOT / ".ci" / "constraints.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
# What Qt needs beside its own files on Linux: library:Debian package.
SHARED_LIBRARIES = """
libEGL.so.1:libegl1 libGL.so.1:libgl1 libfontconfig.so.1:libfontconfig1
libglib-2.0.so.0:libglib2.0-0 libdbus-1.so.3:libdbus-1-3 libxkbcommon.so.0:libxkbcommon0
libxkbcommon-x11.so.0:libxkbcommon-x11-0 libX11-xcb.so.1:libx11-xcb1
libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0
libxcb-shape.so.0:libxcb-shape0 libxcb-sync.so.1:libxcb-sync1
libxcb-xfixes.so.0:libxcb-xfixes0 libxcb-xkb.so.1:libxcb-xkb1 libcups.so.2:libcups2
"""


def stop(sentence: str) -> None:
    """End with a sentence a person can act on."""
    print(sentence, file=sys.stderr)
    raise SystemExit(2)


def call(*command: str | Path, **more: str) -> int:
    """Run a command in the project's folder and return its exit status."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=os.environ | more)


def must(*command: str | Path) -> None:
    """Run a command, and end here if it fails."""
    status = call(*command)
    if status:
        raise SystemExit(status)


def need_packages(packages: list[str], why: str) -> None:
    """Install Debian packages where we may; otherwise print the one command that does."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and os.geteuid() == 0:  # type: ignore[attr-defined, unused-ignore]
        must("apt-get", "update", "-q")
        must(*install)
    elif shutil.which("apt-get"):
        stop(f"{why} Please run this once, then try again:\n  sudo {' '.join(install)}")
    else:
        stop(f"{why} Please install the packages that your system calls: {', '.join(packages)}")


def missing_libraries() -> list[str]:
    """Return the Debian packages of the shared libraries that are not on this machine."""
    found = []
    for pair in SHARED_LIBRARIES.split():
        library, package = pair.split(":")
        try:
            ctypes.CDLL(library)
        except OSError:
            found.append(package)
    return found


def set_up() -> None:
    """Make .venv with the pinned versions, unless it is there already."""
    if sys.version_info < (3, 11):  # noqa: UP036 (the first to say so must be this file)
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if sys.platform == "linux" and (missing := missing_libraries()):
        need_packages(missing, "Qt needs some shared libraries that are missing.")
    wanted = hashlib.sha256(PINS.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / "installed"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        try:
            import ensurepip  # noqa: F401  (Debian keeps it in a package of its own)
        except ImportError:
            name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
            need_packages([name], "Python's own venv module is missing.")
        must(sys.executable, "-m", "venv", VENV)
    pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    must(*pip, "--require-hashes", "-r", PINS)
    must(*pip, "--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(wanted)


def need_browser() -> None:
    """Make sure that there is a chromium, in which the phones' page is tried."""
    if sys.platform == "linux" and not any(map(shutil.which, ("chromium", "chromium-browser"))):
        need_packages(["chromium"], "The phones' page is tried in a browser that is missing.")


def has_display() -> bool:
    """Whether a window can be shown."""
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def run(*words: str) -> int:
    """Open the app; without a display, walk through it and leave pictures in out/."""
    if has_display():
        return call(PYTHON, "-m", "lqf_workshop", *words)
    print("There is no display here. Walking through a workshop instead; pictures go to out/.")
    return tour("out")


def test(*words: str) -> int:
    """Run the tests but for the slow ones; with words, those that pytest is asked for."""
    need_browser()
    words = words or ("-n", "2", "-q", "-m", "not slow")
    return call(PYTHON, "-m", "pytest", *words, QT_QPA_PLATFORM="offscreen")


def lint(*_words: str) -> int:
    """Check style, formatting and the direction of imports."""
    paths = f"{ROOT}{os.pathsep}{ROOT / 'ui'}"
    return (
        call(PYTHON, "-m", "ruff", "check", ".")
        or call(PYTHON, "-m", "ruff", "format", "--check", ".")
        or call(PYTHON.parent / "lint-imports", PYTHONPATH=paths)
    )


def types(*_words: str) -> int:
    """Check types."""
    return call(PYTHON, "-m", "mypy")


def tour(*words: str) -> int:
    """Walk through one workshop offscreen and leave a picture of every screen in a folder."""
    need_browser()
    return call(PYTHON, "-m", "tests.tour", *(words or ("out",)))


def bench(*words: str) -> int:
    """Measure against bare counterparts; --json FILE also writes the rows."""
    return call(PYTHON, "-m", "tests.bench", *words, QT_QPA_PLATFORM="offscreen")


def package(*_words: str) -> int:
    """Build the wheel into dist/."""
    return call(PYTHON, "-m", "hatchling", "build", "-t", "wheel")


if __name__ == "__main__":
    VERBS = {f.__name__: f for f in (run, test, lint, types, tour, bench, package)}
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        stop(__doc__ or "")
    set_up()
    raise SystemExit(VERBS[sys.argv[1]](*sys.argv[2:]))
