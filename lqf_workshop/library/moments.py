"""The moments of a step that can have words of their own, by their plain names."""

from __future__ import annotations

from lqf_workshop.domain.agenda import StepKind
from lqf_workshop.wording import _


def moment_names(kind: StepKind) -> dict[str, str]:
    """Return the moments of a step that can have words of their own, with their names."""
    start = {"start": _("Start")}
    more = {
        StepKind.WELCOME: {"rules": _("How we talk"), "stored": _("What is stored")},
        StepKind.STRENGTHS: {"needed": _("What we need")},
        StepKind.RATE: {
            "meaning": _("Each next one"),
            "vote": _("Vote"),
            "reveal": _("Reveal"),
            "second": _("Second vote"),
            "levels": _("By role"),
        },
        StepKind.FOCUS: {"pick": _("Choosing"), "result": _("Talking about one")},
        StepKind.CARD: {
            "choose": _("Choosing a card"),
            "prompt": _("Each question"),
            "piles": _("Grouping the answers"),
            "dots": _("Giving dots"),
        },
        StepKind.SKILLS: {
            "vote": _("Vote"),
            "reveal": _("Reveal"),
            "second": _("Second vote"),
            "lowest": _("What to practise"),
        },
        StepKind.ACTIONS: {"form": _("Writing an action")},
        StepKind.CLOSE: {"return": _("Worth it?"), "words": _("One word"), "end": _("The end")},
    }
    return start | more.get(kind, {})
