"""Take from the shelf what scenes are built from beside the meeting."""

from __future__ import annotations

from lqf_workshop.domain.framework import Family, NhsMap
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.scenes.aids import Aids
from lqf_workshop.scenes.scene import JoinFace


def aids_from(shelf: Shelf, *, join: JoinFace | None = None, plain: bool = False) -> Aids:
    """Return what the shelf has for scenes; a file that could not be read leaves a gap."""
    nhs = shelf.nhs()
    stages = _stages(nhs) if nhs else {}
    return Aids(shelf.ideas(Family.ATTRIBUTE), shelf.glances(), stages, join, plain)


def _stages(nhs: NhsMap) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return each dimension's pictures with the names of their stages."""
    names = {stage.number: stage.name for stage in nhs.stages}
    return {
        domain.lqf: tuple((names[p.stage], p.text) for p in nhs.pictures_of(domain.lqf))
        for domain in nhs.domains
    }
