"""The sheets of the ready-made agendas, script by script."""

from __future__ import annotations

from lqf_workshop.domain.agenda import AgendaTemplate, StepPlan
from lqf_workshop.library.moments import moment_names
from lqf_workshop.library.reference.sheets import Group, Passage, Row, Sheet
from lqf_workshop.wording import _, minutes


def agenda_sheet(template: AgendaTemplate) -> Sheet:
    """Return the sheet of an agenda."""
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
