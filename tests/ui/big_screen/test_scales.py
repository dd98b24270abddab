"""The words of every shipped scale stand well on the big screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lqf_workshop.domain.framework import Scale
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.library.themes import theme
from lqf_workshop.scenes.scene import AnswerFace
from lqf_workshop_ui.big_screen.look import Look
from lqf_workshop_ui.big_screen.painters import compose
from tests.ui.big_screen.samples import VOTE

pytestmark = pytest.mark.usefixtures("qapp")


def scale_called(code: str, shelf: Shelf) -> Scale:
    classic = shelf.edition("lqf-classic")
    assert classic is not None
    scale = classic.own_scale if code == "team" else shelf.scale(code)
    assert scale is not None
    return scale


@pytest.mark.parametrize("code", ["team", "nhs-stages", "confidence"])
def test_all_answers_of_a_scale_stand_side_by_side(code: str, shelf: Shelf) -> None:
    scale = scale_called(code, shelf)
    answers = tuple(AnswerFace(p.point, p.word, p.meaning) for p in (*scale.points, scale.cant_see))
    (sheet,) = compose(replace(VOTE, answers=answers), Look(theme("light")))
    names = [answer.word for answer in answers]
    tops = [round(words.layouts[0][1].y()) for words in sheet.words if words.text in names]
    assert len(tops) == len(names)
    assert len(set(tops)) == 1
