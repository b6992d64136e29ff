"""Text as a person writes it: folding for search."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents: “Café” becomes “cafe”."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
