"""What scenes are built from beside the meeting: content from the shelf, and the way in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lqf_workshop.domain.framework import Idea
from lqf_workshop.scenes.scene import JoinFace


@dataclass(frozen=True, slots=True)
class Aids:
    """Content, and what the facilitator has switched on.

    ``attributes`` are the leadership attributes. ``glances`` say what a role level looks like
    in a dimension, by both codes; ``stages`` pair an NHS stage with its picture, by dimension.
    ``join`` is there while phones are on. ``plain`` asks for the plain-words view.
    """

    attributes: Sequence[Idea] = ()
    glances: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    stages: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    join: JoinFace | None = None
    plain: bool = False


NO_AIDS = Aids()
