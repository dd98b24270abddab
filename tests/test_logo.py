"""The logo is read without trust and kept as a clean small picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from lqf_workshop import logo
from lqf_workshop.errors import WorkshopProblem
from lqf_workshop.logo import cleaned, drop_logo, keep_logo, kept_logo
from tests.pictures import bomb, picture


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "L"), ("JPEG", "CMYK")],
)
def test_every_usual_picture_becomes_a_small_png_on_white(kind: str, mode: str) -> None:
    kept = Image.open(BytesIO(cleaned(picture(kind, (2000, 400), mode))))
    assert (kept.format, kept.mode) == ("PNG", "RGB")
    assert kept.size == (900, 180)


def test_what_can_be_seen_through_becomes_paper() -> None:
    clear = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(clear, "PNG")
    kept = Image.open(BytesIO(cleaned(clear.getvalue())))
    assert kept.getpixel((10, 10)) == (255, 255, 255)


def test_a_photo_is_turned_as_its_camera_says_and_tells_no_more() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "The photographer"
    file = BytesIO()
    Image.new("RGB", (300, 100), "red").save(file, "JPEG", exif=exif)
    kept = cleaned(file.getvalue())
    assert Image.open(BytesIO(kept)).size == (100, 300)
    assert b"photographer" not in kept


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        picture()[:60],
        picture()[:-200],
        picture("JPEG")[:300],
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + bytes(100),
        b"%PDF-1.7",
    ],
)
def test_what_is_no_picture_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(WorkshopProblem, match="Choose a PNG or JPEG"):
        cleaned(content)


@pytest.mark.parametrize("side", [7_000, 12_000, 60_000])
def test_a_picture_that_would_fill_the_memory_is_not_opened(side: int) -> None:
    with pytest.raises(WorkshopProblem, match="too many dots"):
        cleaned(bomb(side))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    file.write_bytes(bytes(logo.LARGEST_FILE + 10))
    with pytest.raises(WorkshopProblem, match="larger than 8 MB"):
        keep_logo(file, tmp_path)


def test_a_file_that_is_gone_is_explained(tmp_path: Path) -> None:
    with pytest.raises(WorkshopProblem, match="cannot be read"):
        keep_logo(tmp_path / "gone.png", tmp_path)


def test_a_logo_is_kept_and_dropped(tmp_path: Path) -> None:
    file, folder = tmp_path / "ours.png", tmp_path / "data"
    file.write_bytes(picture())
    name = keep_logo(file, folder)
    assert [path.name for path in folder.iterdir()] == [name]
    assert kept_logo(name, folder).startswith(b"\x89PNG")
    assert keep_logo(file, folder) == name
    drop_logo(name, folder)
    drop_logo(name, folder)
    assert kept_logo(name, folder) == b""
    assert list(folder.iterdir()) == []


def test_a_forged_choice_reads_and_deletes_nothing_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"secret")
    assert kept_logo("../secret.txt", folder) == b""
    drop_logo("../secret.txt", folder)
    assert secret.exists()
