"""Make the sheets of the library from what stands on the shelf."""

from __future__ import annotations

from collections.abc import Iterator

from lqf_workshop.domain.agenda import AgendaTemplate, StepPlan
from lqf_workshop.domain.framework import (
    Behaviours,
    Dimension,
    Element,
    Family,
    FrameworkEdition,
    Idea,
    NhsMap,
)
from lqf_workshop.domain.scenario import Deck, Fact, ScenarioCard
from lqf_workshop.library.shelf import Shelf
from lqf_workshop.wording import _, long_date, minutes
from lqf_workshop_ui.models.agenda_steps import moment_names
from lqf_workshop_ui.pages.library.sheets import Group, Passage, Row, Sheet


def sheets_of(shelf: Shelf) -> tuple[Sheet, ...]:
    """Return every sheet, in the order of the list; what could not be read is left out."""
    return tuple(_sheets(shelf))


def _sheets(shelf: Shelf) -> Iterator[Sheet]:
    classic, newer, nhs = shelf.edition("lqf-classic"), shelf.edition("lqf-2026"), shelf.nhs()
    if classic is not None:
        yield _overview(classic)
        behaviours = shelf.behaviours()
        for dimension in classic.dimensions:
            yield _dimension(dimension, classic, behaviours)
    if newer is not None:
        yield _names_only(newer)
    if nhs is not None:
        yield _nhs(nhs, classic)
    for family, title, about in _families():
        ideas = shelf.ideas(family)
        if ideas:
            yield _ideas(family, title, about, ideas)
    deck = shelf.deck()
    if deck is not None:
        for card in deck.cards:
            yield _card(card, deck, classic)
    for template in shelf.templates():
        yield _agenda(template)
    yield _about()


# Frameworks


def _overview(edition: FrameworkEdition) -> Sheet:
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
        source=_checked(edition.source, edition),
    )


def _scale(edition: FrameworkEdition) -> Passage:
    points = tuple(Row(f"{p.point}  {p.word}", p.detail) for p in edition.scale)
    other = edition.cant_see
    return Passage(
        "scale",
        _("The scale a team rates itself on"),
        rows=(*points, Row(f"0  {other.word}", f"{other.word} {other.meaning}. {other.detail}")),
    )


def _dimension(dimension: Dimension, edition: FrameworkEdition, behaviours: Behaviours) -> Sheet:
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
    elements = (_element(e, edition, behaviours.get(e.code, {})) for e in dimension.elements)
    return Sheet(
        f"dimension/{edition.code}/{dimension.code}",
        Group.CLASSIC,
        dimension.name,
        _("For senior roles first") if dimension.senior else _("For everyone"),
        (meaning, *elements),
        short_title=dimension.short_name,
        mark=dimension.code,
        by_level=True,
    )


def _element(element: Element, edition: FrameworkEdition, seen: dict[str, str]) -> Passage:
    rows = (Row(level.name, seen.get(level.code, ""), level.code) for level in edition.levels)
    return Passage(
        element.code,
        element.name,
        element.plain,
        tuple(row for row in rows if row.text),
        aside=element.code,
    )


def _names_only(edition: FrameworkEdition) -> Sheet:
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
        source=_checked(edition.source, edition),
    )


def _nhs(nhs: NhsMap, classic: FrameworkEdition | None) -> Sheet:
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
        source=_checked(nhs.source, nhs),
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


def _checked(source: str, of: FrameworkEdition | NhsMap) -> str:
    return _("{0} Checked on {1}.").format(source, long_date(of.checked_on))


# Ideas


def _families() -> tuple[tuple[Family, str, str], ...]:
    return (
        (Family.ATTRIBUTE, _("Eight attributes"), _("Spotted in real moments, never scored.")),
        (Family.SKILL, _("Five skills"), _("What leading asks us to practise.")),
        (
            Family.LEADERSHIP_CONSTRUCT,
            _("Three kinds of leadership"),
            _("Whom we lead with, and where."),
        ),
        (
            Family.KEY_CONSTRUCT,
            _("Five key ideas"),
            _("Ways to look at a service and its people."),
        ),
        (
            Family.TAXONOMY,
            _("Eight ways of working"),
            _("Activities for issues without one right answer."),
        ),
        (
            Family.SYSTEMS_LEADERSHIP,
            _("Systems leadership"),
            _("Leading where nobody is in charge of the whole."),
        ),
    )


def _ideas(family: Family, title: str, about: str, ideas: tuple[Idea, ...]) -> Sheet:
    return Sheet(
        f"ideas/{family.value}", Group.IDEAS, title, about, tuple(_idea(idea) for idea in ideas)
    )


def _idea(idea: Idea) -> Passage:
    rows = [Row(_("In the room"), idea.use)]
    if idea.origin:
        rows.append(Row(_("Where it comes from"), idea.origin, quiet=True))
    return Passage(idea.code, idea.name, idea.plain, tuple(rows), aside=minutes(idea.minutes))


# Cards and agendas


def _card(card: ScenarioCard, deck: Deck, classic: FrameworkEdition | None) -> Sheet:
    passages = [
        Passage(
            "situation",
            _("The situation"),
            card.situation,
            (Row(_("Who is in it"), " · ".join(card.involved)), *_touches(card, classic)),
        ),
        Passage(
            "prompts",
            _("Questions, one at a time"),
            rows=tuple(Row(str(n), prompt) for n, prompt in enumerate(card.prompts, 1)),
        ),
        Passage(
            "leading",
            _("For whoever leads the talk"),
            rows=(Row(_("Read aloud"), card.read_aloud), Row(_("Watch for"), card.watch_for)),
        ),
    ]
    if card.facts:
        rows = tuple(row for fact in card.facts for row in _fact(fact))
        passages.append(Passage("facts", _("Facts from outside"), rows=rows))
    return Sheet(
        f"card/{card.code}",
        Group.CARDS,
        card.title,
        _("{0}, card {1}").format(deck.name, card.number),
        tuple(passages),
        mark=str(card.number),
    )


def _touches(card: ScenarioCard, classic: FrameworkEdition | None) -> tuple[Row, ...]:
    if classic is None:
        return ()
    names = {d.code: d.short_name for d in classic.dimensions}
    levels = {level.code: level.name for level in classic.levels}
    about = ", ".join(names.get(code, code) for code in card.dimensions)
    whom = ", ".join(levels.get(code, code) for code in card.levels)
    return (Row(_("Touches"), about), Row(_("Fits best"), whom))


def _fact(fact: Fact) -> tuple[Row, Row]:
    checked = _("{0} Checked on {1}.").format(fact.source, long_date(fact.checked_on))
    return Row(_("Fact"), fact.text), Row("", checked, quiet=True)


def _agenda(template: AgendaTemplate) -> Sheet:
    return Sheet(
        f"agenda/{template.code}",
        Group.AGENDAS,
        template.name,
        template.about,
        tuple(_step(n, step) for n, step in enumerate(template.steps)),
    )


def _step(number: int, step: StepPlan) -> Passage:
    names = moment_names(step.kind)
    rows = []
    for moment, script in step.scripts.items():
        several = len(step.scripts) > 1
        if several:
            rows.append(Row(names.get(moment, moment.capitalize()), ""))
        for label, text in (
            (_("Say"), script.say),
            (_("Do"), script.do),
            (_("Watch for"), script.watch),
        ):
            if text:
                rows.append(Row(label, text))
    return Passage(
        f"step/{number}", step.title, step.purpose, tuple(rows), aside=minutes(step.minutes)
    )


def _about() -> Sheet:
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
