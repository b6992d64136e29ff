"""Links as a person writes them in a note: `[[lease]]`."""

from __future__ import annotations

import re

LINK = re.compile(r"\[\[([^\[\]\n]{1,200})\]\]")


def links_in(text: str) -> tuple[str, ...]:
    """What a text links to, in order, each once."""
    return tuple(dict.fromkeys(name for found in LINK.findall(text) if (name := found.strip())))
