"""Steps by their plain names: what each kind is called, and what a new one begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lqf_workshop.domain.agenda import AgendaTemplate, Script, StepKind, StepPlan
from lqf_workshop.wording import _, ngettext

MINUTES_OF_A_NEW_STEP = 10
NEAREST = 15
"""Rooms and shifts are booked by the quarter of an hour."""
ICONS = {
    StepKind.WELCOME: "hands",
    StepKind.LAST_ACTIONS: "redo",
    StepKind.STRENGTHS: "star",
    StepKind.RATE: "chart",
    StepKind.FOCUS: "flag",
    StepKind.BREAK: "pause",
    StepKind.CARD: "card",
    StepKind.ACTIVITY: "pencil",
    StepKind.SKILLS: "dimension-SK",
    StepKind.TALK: "speech",
    StepKind.ACTIONS: "actions",
    StepKind.CLOSE: "check",
}


def kind_name(kind: StepKind) -> str:
    """Name a kind of step in plain words."""
    return {
        StepKind.WELCOME: _("Welcome"),
        StepKind.LAST_ACTIONS: _("Last time’s actions"),
        StepKind.STRENGTHS: _("Strengths round"),
        StepKind.RATE: _("Rate the dimensions"),
        StepKind.FOCUS: _("What matters most"),
        StepKind.BREAK: _("Break"),
        StepKind.CARD: _("A scenario card"),
        StepKind.ACTIVITY: _("An activity"),
        StepKind.SKILLS: _("Skills dial"),
        StepKind.TALK: _("Open talk"),
        StepKind.ACTIONS: _("Agree actions"),
        StepKind.CLOSE: _("Close"),
    }[kind]


def new_step(kind: StepKind, templates: Iterable[AgendaTemplate], dimensions: int) -> StepPlan:
    """Return a step to add: as the first ready-made plan has it, its script included."""
    for template in templates:
        for step in template.steps:
            if step.kind is kind:
                return with_count(step, dimensions)
    return StepPlan(kind, kind_name(kind), MINUTES_OF_A_NEW_STEP, "", {"start": Script("", "", "")})


_COUNTED = re.compile(r"Rate \d+ dimensions?")


def with_count(step: StepPlan, dimensions: int) -> StepPlan:
    """Return a rating step whose title counts the dimensions; a person's own title stays."""
    if step.kind is not StepKind.RATE or not _COUNTED.fullmatch(step.title) or not dimensions:
        return step
    title = ngettext("Rate {n} dimension", "Rate {n} dimensions", dimensions)
    return replace(step, title=title)


def is_renamed(step: StepPlan) -> bool:
    """Say whether the title no longer tells what kind of step it is."""
    return step.title != kind_name(step.kind) and not _COUNTED.fullmatch(step.title)


def with_script(step: StepPlan, moment: str, script: Script) -> StepPlan:
    """Return the step with other words at a moment; a moment without any falls away."""
    scripts = {**step.scripts, moment: script}
    if moment != "start" and not any((script.say, script.do, script.watch)):
        del scripts[moment]
    return replace(step, scripts=scripts)


def likely_booking(minutes: int) -> int:
    """Guess the time that was booked: the nearest quarter of an hour, at least one."""
    return max(NEAREST, round(minutes / NEAREST) * NEAREST)


def time_words(planned: int, booked: int) -> str:
    """Say how the steps fill the time booked."""
    if planned > booked:
        return ngettext("{n} minute too many", "{n} minutes too many", planned - booked)
    left = _("{0} to spare").format(booked - planned) if planned < booked else _("just right")
    return _("{0} of {1} minutes: {2}").format(planned, booked, left)
