"""What an action came from, in words for the screen and the paper."""

from __future__ import annotations

from lqf_workshop.domain.action import Source, SourceKind
from lqf_workshop.wording import _


def source_words(source: Source, dimension_name: str) -> str:
    """Say what an action came from; ``dimension_name`` is the name behind its code."""
    if source.kind is SourceKind.PARKING:
        return _("From the parking space")
    name = dimension_name if source.kind.rated else source.code
    said = {
        SourceKind.DIMENSION: _("From {0}"),
        SourceKind.SPLIT: _("From {0}, where we differ"),
        SourceKind.CARD: _("From the card “{0}”"),
        SourceKind.SKILL: _("From the skill “{0}”"),
        SourceKind.ACTIVITY: _("From the activity “{0}”"),
    }.get(source.kind)
    return said.format(name) if said and name else ""
