"""The published schema of .lqfworkshop is the one that the reader holds, and allows no more."""

from __future__ import annotations

from pathlib import Path

from lqf_workshop.exchange.workshop_file import schema, schema_text
from lqf_workshop.exchange.workshop_parts import WorkshopFile

DOCS = Path(__file__).parents[2] / "docs"


def test_the_schema_in_docs_is_current() -> None:
    how = (
        'python -c "from lqf_workshop.exchange.workshop_file import schema_text; '
        "print(schema_text(), end='')\" > docs/workshop-file.schema.json"
    )
    assert (DOCS / "workshop-file.schema.json").read_text("utf-8") == schema_text(), how


def test_no_part_may_have_a_key_of_its_own() -> None:
    parts = [part for part in schema()["$defs"].values() if "properties" in part]
    assert len(parts) > 15
    assert all(part["additionalProperties"] is False for part in parts)


def test_every_key_of_a_file_is_told_in_the_docs() -> None:
    said = (DOCS / "workshop-file.md").read_text("utf-8")
    assert all(f"`{name}`" in said for name in WorkshopFile.__struct_fields__)
