"""The one place where words for people are looked up, on screen and on paper alike."""

from __future__ import annotations

import gettext
from datetime import date, timedelta
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str, folder: Path) -> None:
    """Speak another language from now on; unknown words stay in English."""
    global _catalogue
    _catalogue = gettext.translation("lqf_workshop", folder, [code], fallback=True)


def _(text: str) -> str:
    """Return ``text`` in the facilitator's language."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form that fits ``n``, with ``{n}`` filled in."""
    return _catalogue.ngettext(one, many, n).format(n=n)


def people(n: int) -> str:
    """Say how many people, for example "1 person" or "11 people"."""
    return ngettext("{n} person", "{n} people", n)


def minutes(n: int) -> str:
    """Say a length of time, for example "60 minutes"."""
    return ngettext("{n} minute", "{n} minutes", n)


def number_in_words(n: int) -> str:
    """Spell out one to ten; larger numbers stay digits."""
    words = [_("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six")]
    words += [_("seven"), _("eight"), _("nine"), _("ten")]
    return words[n] if 0 <= n < len(words) else str(n)


def weekday(day: date) -> str:
    """Name the day of the week in full."""
    names = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday")]
    return [*names, _("Saturday"), _("Sunday")][day.weekday()]


def month(day: date) -> str:
    """Name the month in full."""
    names = [_("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July")]
    names += [_("August"), _("September"), _("October"), _("November"), _("December")]
    return names[day.month - 1]


def long_date(day: date) -> str:
    """Write a date for reading aloud, for example "Wednesday 25 November 2026"."""
    return f"{weekday(day)} {day.day} {month(day)} {day.year}"


def short_date(day: date) -> str:
    """Write a date for a narrow place, for example "Wed 25 Nov"."""
    return f"{weekday(day)[:3]} {day.day} {month(day)[:3]}"


def day_and_month(day: date, today: date) -> str:
    """Write "18 Dec", with the year when it is not this year's."""
    text = f"{day.day} {month(day)[:3]}"
    return text if day.year == today.year else f"{text} {day.year}"


def last_seen_words(seconds: float) -> str:
    """Say how long ago something was, for example "20 minutes ago"."""
    gone = timedelta(seconds=max(0, seconds))
    if gone < timedelta(minutes=2):
        return _("a moment ago")
    if gone < timedelta(hours=2):
        return _("{0} minutes ago").format(gone.seconds // 60)
    if gone < timedelta(days=2):
        return _("{0} hours ago").format(gone.days * 24 + gone.seconds // 3600)
    return _("{0} days ago").format(gone.days)
