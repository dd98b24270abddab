"""What makes an action sure to happen, in five plain questions. Advice never blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from lqf_workshop.domain.action import ActionText
from lqf_workshop.wording import _

FIRST_STEP_WITHIN = timedelta(days=7)
DUE_WITHIN = timedelta(weeks=26)
_WORD = re.compile(r"[^\W\d_]+")


def _topics() -> frozenset[str]:
    """Return words that open a wish or a topic and no deed; another language has its own."""
    return frozenset(
        _(
            "a an the more less better fewer some all every our we us they staff people everyone "
            "there it this that no not need needs communication awareness handover handovers "
            "rota rotas paperwork documentation supervision supervisions teamwork medication "
            "medicines falls nutrition hydration safeguarding activities mealtimes morale breaks "
            "families residents"
        ).split()
    )


def _people() -> frozenset[str]:
    """Return words that name who does it, where the deed should stand."""
    return frozenset(
        _(
            "senior seniors deputy deputies manager managers nurse nurses carer carers worker "
            "workers leader leaders night nights day days i he she somebody someone anybody "
            "anyone nobody"
        ).split()
    )


def _wishes() -> frozenset[str]:
    """Return words that say what ought to happen, and not that it will."""
    return frozenset(_("should must could would ought may might can shall will").split())


def _verbs_in_ing() -> frozenset[str]:
    """Return deeds that only look like the topics "staffing" and "meeting"."""
    return frozenset(_("bring ring sing swing spring string cling fling wring").split())


def _verbs_before_to() -> frozenset[str]:
    """Return deeds that "to" may follow: "Talk to nights", but not "Jane to ring the GP"."""
    return frozenset(
        _(
            "talk speak listen write reply respond go come return turn move change switch refer "
            "report explain apologise say read sing add keep stick agree commit promise try learn "
            "begin start plan offer ask remember continue"
        ).split()
    )


def _soft_verbs() -> frozenset[str]:
    """Return verbs that nobody can be seen doing."""
    return frozenset(
        _(
            "improve ensure promote encourage support consider explore enhance develop increase "
            "address facilitate raise strengthen maximise optimise be"
        ).split()
    )


class Aspect(Enum):
    """The five questions, in the order they are asked."""

    CLEAR = "clear"
    SEEN = "seen"
    DOABLE = "doable"
    MATTERS = "matters"
    TIMED = "timed"


@dataclass(frozen=True, slots=True)
class SmartPoint:
    """Whether one question is answered, and if not, what to ask the room."""

    aspect: Aspect
    hint: str = ""

    @property
    def good(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.hint


def smart_check(text: ActionText, held_on: date) -> tuple[SmartPoint, ...]:
    """Return all five questions about an action as it stands now."""
    return (
        SmartPoint(Aspect.CLEAR, _clear(text)),
        SmartPoint(Aspect.SEEN, _seen(text)),
        SmartPoint(Aspect.DOABLE, _doable(text, held_on)),
        SmartPoint(Aspect.MATTERS, _matters(text)),
        SmartPoint(Aspect.TIMED, _timed(text, held_on)),
    )


def _clear(text: ActionText) -> str:
    words = [word.casefold() for word in _WORD.findall(text.what)[:3]]
    if not words or _no_deed(words):
        return _("What will we do? Begin with a verb: Ask, Write, Ring, Try …")
    if words[0] in _soft_verbs():
        said = _WORD.findall(text.what)[0]
        return _("“{0}” is hard to see. What would I see us do on Tuesday?").format(said)
    return "" if text.owner else _("Who will do it? A role is enough.")


def _no_deed(words: list[str]) -> bool:
    """Whether an action opens with a topic, with who does it, or with what ought to happen."""
    first, second, third = [*words, "", ""][:3]
    if first in _topics() | _people() | _wishes() or second in _wishes():
        return True
    if first.endswith(_("ing")) and first not in _verbs_in_ing():
        return True
    to = _("to")
    if second == to and first not in _verbs_before_to():
        return True
    return third == to and second in _("need needs has have").split()


def _seen(text: ActionText) -> str:
    if text.how_we_know or (text.baseline and text.target):
        return ""
    return _("How will we know it worked? What could we see or count?")


def _doable(text: ActionText, held_on: date) -> str:
    if not text.first_step and not text.first_step_on:
        return _("What is the first small step, within seven days?")
    if text.first_step_on and text.first_step_on > held_on + FIRST_STEP_WITHIN:
        return _("Can the first step be within seven days?")
    return ""


def _matters(text: ActionText) -> str:
    return "" if text.difference else _("What will somebody we support notice?")


def _timed(text: ActionText, held_on: date) -> str:
    if not text.due:
        return _("By when?")
    if text.due > held_on + DUE_WITHIN:
        return _("That is more than half a year. What could be done before then?")
    return ""
