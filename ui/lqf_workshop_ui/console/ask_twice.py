"""What would tell or leave something behind is done only when it is asked for twice."""

from __future__ import annotations

from lqf_workshop.domain.meeting import Stop


class AskTwice:
    """Remembers the last warning; the same wish at the same place then goes through."""

    def __init__(self) -> None:
        self._told: tuple[str, Stop | None] | None = None

    def first_time(self, warning: str, stop: Stop | None) -> bool:
        """Whether this warning was not the last one given, so that it has to be given now."""
        is_new = (warning, stop) != self._told
        self._told = (warning, stop) if is_new else None
        return is_new

    def forget(self) -> None:
        """Warn anew next time, because something has happened since."""
        self._told = None
