from __future__ import annotations

from pathlib import Path

import pytest

from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.writing import write_whole


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match="is not there any more"):
        write_whole(b"pages", tmp_path / "gone" / "summary.pdf")


def test_a_name_that_is_a_folder_is_explained_and_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    target.mkdir()
    with pytest.raises(WorkshopProblem, match="Your workshop is safe"):
        write_whole(b"pages", target)
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"the old one")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WorkshopProblem, match="No space left on device"):
        write_whole(b"pages", target)
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]
