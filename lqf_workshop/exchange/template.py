"""What a person finds in an empty spreadsheet: an example row, and a sheet that explains it."""

from __future__ import annotations

from lqf_workshop.domain.scenario import ScenarioCard
from lqf_workshop.exchange.deck_columns import columns
from lqf_workshop.exchange.known import Tags
from lqf_workshop.wording import _


def cards_sheet() -> str:
    """Name the sheet with the cards."""
    return _("Cards")


def about_sheet() -> str:
    """Name the sheet that says what the deck is called."""
    return _("About this deck")


def help_sheet() -> str:
    """Name the sheet that explains the columns."""
    return _("How to fill this in")


def example(tags: Tags) -> ScenarioCard:
    """Return the card that shows how a row is filled in; it is no card of any deck."""
    return ScenarioCard(
        number=1,
        code="",
        title=_("Example: the lift that is always broken"),
        situation=_(
            "The lift in an invented home fails twice a week. People on the first floor miss "
            "lunch with their friends. Staff carry trays upstairs and are late for everything."
        ),
        involved=(_("people on the first floor"), _("care workers"), _("the landlord")),
        elements=tuple(sorted(code for code in tags.elements if len(code) > 2)[:2]),
        levels=tuple(sorted(tags.levels)[:2]),
        prompts=(
            _("Who feels this most, and have we asked them?"),
            _("What could we change this week without the landlord?"),
        ),
        read_aloud=_("This card is about something small that is never mended. Read it quietly."),
        watch_for=_("Talk of blame. Bring it back to what people on the first floor need."),
        ideas=tuple(sorted(tags.ideas)[:1]),
    )


def explanations() -> list[tuple[str, str]]:
    """Return each column's name and what to write in it."""
    return [(column.name, column.help) for column in columns()]


def code_lists(tags: Tags) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the codes for each column that takes some, with their names."""
    return [
        (heading, [(code, tags.names.get(code, "")) for code in sorted(codes)])
        for heading, codes in (
            (_("Elements"), tags.elements),
            (_("Role levels"), tags.levels),
            (_("Ideas"), tags.ideas),
        )
    ]
