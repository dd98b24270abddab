"""Letters that no XML may hold, and so no workbook, Word file or picture of ours."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text without what would leave a file of XML broken."""
    return _NOT_XML.sub("", text)
