"""The sheets of the scenario cards."""

from __future__ import annotations

from lqf_workshop.domain.framework import FrameworkEdition
from lqf_workshop.domain.scenario import Deck, Fact, ScenarioCard
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet
from lqf_workshop.wording import _, long_date


def card_sheet(card: ScenarioCard, deck: Deck, classic: FrameworkEdition | None) -> Sheet:
    """Return the sheet of a scenario card."""
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
