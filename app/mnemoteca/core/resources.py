"""Where the data that comes with the app lies: icons, fonts, translations, help."""

from __future__ import annotations

import sys
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[3] / "resources"
_INSTALLED = Path(sys.prefix) / "share" / "mnemoteca" / "resources"


def resource(path: str) -> Path:
    """The file or folder of that name under `resources/`: of the checkout, else of the installed app."""
    return (_CHECKOUT if _CHECKOUT.is_dir() else _INSTALLED) / path
