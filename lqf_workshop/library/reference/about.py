"""What the library says of itself."""

from __future__ import annotations

from lqf_workshop.library.reference.sheets import Group, Passage, Sheet
from lqf_workshop.wording import _


def about_sheet() -> Sheet:
    """Return what the library says of itself."""
    whose = Passage(
        "independent",
        _("Independent"),
        _(
            "LQF Workshop is independent of, and not endorsed by, Skills for Care or the NHS. "
            "The names of frameworks, dimensions and elements stand as published. "
            "Every other sentence is our own wording."
        ),
    )
    facts = Passage(
        "facts",
        _("Facts grow old"),
        _(
            "Each figure and piece of law names its source and the day it was checked. "
            "Look at the source again before you rely on it."
        ),
    )
    situations = Passage(
        "situations",
        _("Invented situations"),
        _(
            "The people and services on the scenario cards are invented. If one sounds like "
            "yours, that is because the issue is common, and not because anybody told us."
        ),
    )
    return Sheet("about", Group.ABOUT, _("About this library"), "", (whose, facts, situations))
