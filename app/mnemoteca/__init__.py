"""Mnemoteca: a person's own memory library, offline.

Importing the package loads nothing; its public names resolve on first use (PEP 562).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mnemoteca.api import MemoryTierManager as MemoryTierManager
    from mnemoteca.api import get_short_term_memory as get_short_term_memory
    from mnemoteca.api import get_tier_manager as get_tier_manager
    from mnemoteca.core.forgetting import apply_forgetting_curve as apply_forgetting_curve
    from mnemoteca.core.forgetting import retrievability as retrievability
    from mnemoteca.core.short_term import ShortTermEntry as ShortTermEntry
    from mnemoteca.core.short_term import ShortTermMemory as ShortTermMemory

__version__ = "0.1.0"

_HOMES = {
    "MemoryTierManager": "mnemoteca.api",
    "get_short_term_memory": "mnemoteca.api",
    "get_tier_manager": "mnemoteca.api",
    "apply_forgetting_curve": "mnemoteca.core.forgetting",
    "retrievability": "mnemoteca.core.forgetting",
    "ShortTermEntry": "mnemoteca.core.short_term",
    "ShortTermMemory": "mnemoteca.core.short_term",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
