"""The sheets of the two editions of the Leadership Qualities Framework."""

from __future__ import annotations

from lqf_workshop.domain.framework import (
    Behaviours,
    Dimension,
    Element,
    FrameworkEdition,
    Glances,
    NhsMap,
)
from lqf_workshop.library.reference.nhs import nhs_passages
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet, checked
from lqf_workshop.wording import _


def overview_sheet(edition: FrameworkEdition) -> Sheet:
    """Return an edition in short: its dimensions, role levels and scale."""
    levels = Passage(
        "levels",
        _("Four role levels"),
        _("Leadership is asked of everyone. What it looks like depends on the role."),
        tuple(Row(level.name, f"{level.plain} {level.question}") for level in edition.levels),
    )
    dimensions = Passage(
        "dimensions",
        _("The dimensions"),
        rows=tuple(Row(d.name, d.plain) for d in edition.dimensions),
    )
    return Sheet(
        f"edition/{edition.code}",
        Group.CLASSIC,
        _("The framework in short"),
        f"{edition.name}, {edition.edition}, {edition.published}",
        (dimensions, levels, _scale(edition)),
        note=edition.note,
        source=checked(edition.source, edition),
    )


def _scale(edition: FrameworkEdition) -> Passage:
    points = tuple(Row(f"{p.point}  {p.word}", p.detail) for p in edition.scale)
    other = edition.cant_see
    return Passage(
        "scale",
        _("The scale a team rates itself on"),
        rows=(*points, Row(f"0  {other.word}", f"{other.word} {other.meaning}. {other.detail}")),
    )


def dimension_sheet(
    dimension: Dimension,
    edition: FrameworkEdition,
    behaviours: Behaviours,
    glances: Glances,
    nhs: NhsMap | None,
) -> Sheet:
    """Return a dimension with what good looks like, element by element and level by level."""
    meaning = Passage(
        "meaning",
        _("In plain words"),
        dimension.plain,
        (
            Row(_("Around 2"), dimension.around_two),
            Row(_("Around 4"), dimension.around_four),
            Row(_("Look for"), dimension.look_for),
        ),
    )
    glance = Passage(
        "glance",
        _("What good looks like, in short"),
        rows=_by_level(edition, glances.get(dimension.code, {})),
    )
    elements = (_element(e, edition, behaviours.get(e.code, {})) for e in dimension.elements)
    beside = nhs_passages(nhs, dimension, edition) if nhs else ()
    return Sheet(
        f"dimension/{edition.code}/{dimension.code}",
        Group.CLASSIC,
        dimension.name,
        _("For senior roles first") if dimension.senior else _("For everyone"),
        (meaning, *((glance,) if glance.rows else ()), *elements, *beside),
        short_title=dimension.short_name,
        mark=dimension.code,
        by_level=True,
    )


def levels_sheet(edition: FrameworkEdition, glances: Glances) -> Sheet:
    """Return what good looks like in every dimension, one sentence for each role level."""
    return Sheet(
        f"levels/{edition.code}",
        Group.CLASSIC,
        _("What good looks like at my level"),
        _("One sentence for each dimension"),
        tuple(
            Passage(
                d.code,
                d.name,
                rows=_by_level(edition, glances.get(d.code, {})),
                aside=d.code,
                echo=True,
            )
            for d in edition.dimensions
        ),
        short_title=_("Good at my level"),
        by_level=True,
    )


def _by_level(edition: FrameworkEdition, seen: dict[str, str]) -> tuple[Row, ...]:
    rows = (Row(level.name, seen.get(level.code, ""), (level.code,)) for level in edition.levels)
    return tuple(row for row in rows if row.text)


def _element(element: Element, edition: FrameworkEdition, seen: dict[str, str]) -> Passage:
    return Passage(
        element.code,
        element.name,
        element.plain,
        _by_level(edition, seen),
        aside=element.code,
    )


def names_sheet(edition: FrameworkEdition) -> Sheet:
    """Return the sheet of an edition of which only names are known."""
    names = Passage(
        "dimensions",
        _("The dimensions"),
        _("The names are as published. The meanings are our own words."),
        tuple(Row(d.name, d.plain) for d in edition.dimensions),
    )
    principles = Passage(
        "principles",
        _("Six principles"),
        _("They are talked about and never scored."),
        tuple(Row(p.name, f"{p.plain} {p.question}") for p in edition.principles),
    )
    return Sheet(
        f"edition/{edition.code}",
        Group.OTHERS,
        _("LQF, {0}").format(edition.edition),
        f"{edition.name}, {edition.published}",
        (names, principles),
        note=edition.note,
        source=checked(edition.source, edition),
    )
