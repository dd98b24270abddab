"""The NHS Leadership Framework beside the LQF."""

from __future__ import annotations

from collections.abc import Iterator

from lqf_workshop.domain.framework import FrameworkEdition, NhsMap
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet, checked
from lqf_workshop.wording import _


def nhs_sheet(nhs: NhsMap, classic: FrameworkEdition | None) -> Sheet:
    """Return the sheet that compares both frameworks."""
    level_names = {level.code: level.name for level in classic.levels} if classic else {}
    lqf_names = {d.code: d.name for d in classic.dimensions} if classic else {}
    stages = Passage(
        "stages",
        _("Four stages beside four role levels"),
        rows=tuple(
            Row(
                f"{s.number}  {s.name}",
                _("{0} Closest to: {1}.").format(
                    s.plain, ", ".join(level_names.get(code, code) for code in s.levels)
                ),
            )
            for s in nhs.stages
        ),
    )
    domains = Passage(
        "domains",
        _("Seven domains beside seven dimensions"),
        rows=tuple(
            Row(
                d.name,
                _("LQF: {0} ({1}). {2}").format(
                    lqf_names.get(d.lqf, d.lqf), d.lqf, d.difference or _("The names are the same.")
                ),
            )
            for d in nhs.domains
        ),
    )
    return Sheet(
        f"nhs/{nhs.code}",
        Group.OTHERS,
        _("NHS framework beside the LQF"),
        f"{nhs.name}, {nhs.edition}",
        (stages, domains, *_reaches(nhs, lqf_names)),
        note=nhs.note,
        source=checked(nhs.source, nhs),
    )


def _reaches(nhs: NhsMap, lqf_names: dict[str, str]) -> Iterator[Passage]:
    """One passage for each dimension: what you would see, stage by stage."""
    stages = {stage.number: stage.name for stage in nhs.stages}
    for domain in nhs.domains:
        pictures = nhs.pictures_of(domain.lqf)
        if pictures:
            yield Passage(
                f"reach/{domain.lqf}",
                _("How far it reaches: {0}").format(lqf_names.get(domain.lqf, domain.name)),
                rows=tuple(Row(f"{p.stage}  {stages[p.stage]}", p.text) for p in pictures),
                aside=domain.lqf,
            )
