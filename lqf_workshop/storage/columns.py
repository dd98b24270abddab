"""Column types that keep our own values whole."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, Integer, String
from sqlalchemy.types import TypeDecorator

from lqf_workshop.domain.rating import Tally


def text_of(tally: Tally) -> str:
    """Return a tally as text, the six answers from 1 to 5 and then 0: ``0,1,4,2,0,1``."""
    return ",".join(map(str, (*tally.counts, tally.cant_see)))


def tally_from(text: str) -> Tally:
    """Return the tally that ``text_of`` wrote."""
    *counts, cant_see = map(int, text.split(","))
    return Tally(tuple(counts), cant_see)


class TallyColumn(TypeDecorator[Tally]):
    """Keeps a tally as text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Tally | None, dialect: Dialect) -> str | None:
        """Turn a tally into text."""
        return None if value is None else text_of(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Tally | None:
        """Turn text back into a tally."""
        return None if value is None else tally_from(value)


class MomentColumn(TypeDecorator[datetime]):
    """Keeps a moment as whole milliseconds since 1970 in UTC; naive times are an error."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Turn a moment into a number."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return round(value.timestamp() * 1000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Turn the number back into a moment in UTC."""
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


class JsonColumn(TypeDecorator[Any]):
    """Keeps plain lists and mappings as JSON text, letters as they are."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401
        """Turn a plain value into text."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Turn text back into a plain value."""
        return None if value is None else json.loads(value)
