"""The published schema of .lqfdeck is the one that the reader holds, and says what it does."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lqf_workshop.exchange.deck_file import deck_of, schema, schema_text

DOCS = Path(__file__).parents[2] / "docs"


def test_the_schema_in_docs_is_current() -> None:
    how = (
        'python -c "from lqf_workshop.exchange.deck_file import schema_text; '
        "print(schema_text(), end='')\" > docs/deck-file.schema.json"
    )
    assert (DOCS / "deck-file.schema.json").read_text("utf-8") == schema_text(), how


def test_every_part_of_a_card_is_in_the_schema_and_no_other_is_allowed() -> None:
    parts = schema()["$defs"]
    assert parts["CardPart"]["required"] == ["title", "situation", "prompts"]
    assert all(part["additionalProperties"] is False for part in parts.values())


def test_the_example_in_the_docs_is_a_deck_with_every_part() -> None:
    said = (DOCS / "deck-file.md").read_text("utf-8")
    found = re.search(r"```json\n(.+?)```", said, re.DOTALL)
    assert found
    (card,) = deck_of(found[1].encode()).cards
    assert set(json.loads(found[1])["cards"][0]) == set(schema()["$defs"]["CardPart"]["properties"])
    assert card.facts[0].source == "Skills for Care"
