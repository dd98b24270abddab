"""The NHS Leadership Framework beside the LQF: its names, and its stages beside role levels."""

from __future__ import annotations

from collections.abc import Iterator

from lqf_workshop.domain.framework import Dimension, FrameworkEdition, NhsMap, Stage
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet, checked
from lqf_workshop.wording import _


def nhs_sheet(nhs: NhsMap, classic: FrameworkEdition | None) -> Sheet:
    """Return the sheet that compares both frameworks."""
    lqf_names = {d.code: d.name for d in classic.dimensions} if classic else {}
    stages = Passage(
        "stages",
        _("Four stages beside four role levels"),
        _not_one_to_one(nhs, classic),
        tuple(Row(_stage(s), s.plain, beside=_closest(s, classic)) for s in nhs.stages),
        heads=_stage_heads(_("What it means")),
    )
    domains = Passage(
        "domains",
        _("Seven domains beside seven dimensions"),
        rows=tuple(
            Row(
                d.lqf,
                lqf_names.get(d.lqf, d.lqf),
                beside=f"{_same_or(d.name, lqf_names.get(d.lqf, ''))} {d.difference}".strip(),
            )
            for d in nhs.domains
        ),
        heads=_name_heads(),
    )
    return Sheet(
        f"nhs/{nhs.code}",
        Group.OTHERS,
        _("NHS framework beside the LQF"),
        f"{nhs.name}, {nhs.edition}",
        (stages, domains, *_elements(nhs, classic), *_reaches(nhs, lqf_names)),
        note=nhs.note,
        source=checked(nhs.source, nhs),
    )


def nhs_passages(nhs: NhsMap, dimension: Dimension, edition: FrameworkEdition) -> Iterator[Passage]:
    """Yield what the NHS framework calls a dimension, and its stages beside our role levels."""
    domain = nhs.domain_of(dimension.code)
    if domain is None:
        return
    names = [
        Row(dimension.code, dimension.name, beside=_same_or(domain.name, dimension.name)),
        *(
            Row(e.code, e.name, beside=_same_or(nhs.other_name(e.code) or e.name, e.name))
            for e in dimension.elements
        ),
    ]
    yield Passage(
        "nhs-names",
        _("What the NHS framework calls it"),
        domain.difference,
        tuple(names),
        heads=_name_heads(),
    )
    stages = {stage.number: stage for stage in nhs.stages}
    found = ((stages[picture.stage], picture.text) for picture in nhs.pictures_of(dimension.code))
    yield Passage(
        "nhs-stages",
        _("NHS stages beside our role levels"),
        _not_one_to_one(nhs, edition),
        tuple(
            Row(_stage(stage), text, stage.levels, beside=_closest(stage, edition))
            for stage, text in found
        ),
        heads=_stage_heads(_("What you would see")),
    )


def _stage_heads(words: str) -> tuple[str, str, str]:
    return _("NHS stage"), words, _("Closest role levels")


def _name_heads() -> tuple[str, str, str]:
    return "", _("LQF"), _("NHS framework")


def _same_or(name: str, ours: str) -> str:
    return _("The same name.") if name == ours else f"“{name}”."


def _stage(stage: Stage) -> str:
    return f"{stage.number}  {stage.name}"


def _closest(stage: Stage, edition: FrameworkEdition | None) -> str:
    names = {level.code: level.name for level in edition.levels} if edition else {}
    return "\n".join(names.get(code, code) for code in stage.levels)


def _not_one_to_one(nhs: NhsMap, edition: FrameworkEdition | None) -> str:
    """Say where stages and levels do not match, in words."""
    levels = edition.levels if edition else ()
    several = [
        level.name
        for level in levels
        if sum(level.code in stage.levels for stage in nhs.stages) > 1
    ]
    about = _("A stage says how far leading reaches. A role level says what a job is.")
    if not several:
        return about
    words = _("They do not match one to one. These role levels are close to more than one stage:")
    return f"{about} {words} {', '.join(several)}."


def _elements(nhs: NhsMap, classic: FrameworkEdition | None) -> Iterator[Passage]:
    """One passage: the elements whose names differ, and that the others do not."""
    if classic is None:
        return
    yield Passage(
        "elements",
        _("The elements"),
        _("{0} of {1} elements have the same name in both frameworks. These do not:").format(
            len(classic.elements) - len(nhs.renamed), len(classic.elements)
        ),
        tuple(
            Row(e.code, e.name, beside=f"“{nhs.other_name(e.code)}”.")
            for e in classic.elements
            if nhs.other_name(e.code)
        ),
        heads=_name_heads(),
    )


def _reaches(nhs: NhsMap, lqf_names: dict[str, str]) -> Iterator[Passage]:
    """One passage for each dimension: what you would see, stage by stage."""
    stages = {stage.number: stage for stage in nhs.stages}
    for domain in nhs.domains:
        pictures = nhs.pictures_of(domain.lqf)
        if pictures:
            yield Passage(
                f"reach/{domain.lqf}",
                _("How far it reaches: {0}").format(lqf_names.get(domain.lqf, domain.name)),
                rows=tuple(Row(_stage(stages[p.stage]), p.text) for p in pictures),
                aside=domain.lqf,
                echo=domain.lqf in lqf_names,
            )
