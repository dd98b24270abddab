"""Find the files under ``resources/``, in a checkout and once installed."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """Return one shipped file, for example ``resource("themes", "light.toml")``."""
    root: Traversable = files("lqf_workshop").joinpath("resources")
    if not root.is_dir():
        root = Path(__file__).resolve().parents[1] / "resources"
    return root.joinpath(*parts)
