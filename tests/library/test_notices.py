"""The shipped papers about data protection, and what is refused in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lqf_workshop.errors import ContentProblem
from lqf_workshop.library import notices, reading
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.resource_files import resource


def test_both_papers_can_be_read_and_name_their_law(shelf: Shelf) -> None:
    notice, screening = shelf.notice(), shelf.screening()
    assert notice is not None
    assert screening is not None
    for fact in (*notice.law, *screening.law):
        assert "/" in fact.source
        assert fact.checked_on.year >= 2026
    assert len(screening.questions) >= 10


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped papers that a test may spoil."""
    for name in (notices.NOTICE, notices.SCREENING):
        (tmp_path / name).write_bytes(resource("papers", name).read_bytes())
    monkeypatch.setattr(reading, "resource", lambda *parts: tmp_path / parts[-1])
    return tmp_path


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{provider}", "{owner}", "parts"),
        ("{provider}", "We", "name {provider}"),
        ('title = "Why"', 'title = " "', "a title"),
        ('source = "legislation.gov.uk/ukpga/2025/18"', 'source = ""', "a source"),
        ("checked_on = 2026-11-29", 'checked_on = "soon"', "checked_on"),
        ("version = 1", "version = 1\nextra = 2", "extra"),
    ],
)
def test_a_wrong_notice_is_named_with_its_place(
    shipped: Path, old: str, new: str, said: str
) -> None:
    spoil(shipped / notices.NOTICE, old, new)
    with pytest.raises(ContentProblem) as problem:
        notices.read_notice()
    assert "papers/privacy-notice.toml" in str(problem.value)
    assert said in str(problem.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("as a person?", "as a person.", "questions[0].ask"),
        ("Will anyone be", "Will " + "very " * 20 + "many be", "at most 20 words"),
        ('here = "The app counts and draws. People decide."', 'here = ""', "what the app does"),
    ],
)
def test_a_wrong_question_is_named_with_its_place(
    shipped: Path, old: str, new: str, said: str
) -> None:
    spoil(shipped / notices.SCREENING, old, new)
    with pytest.raises(ContentProblem) as problem:
        notices.read_screening()
    assert said in str(problem.value)
