"""A language model that is on this machine, as every door sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.model_header import ModelHeader
from mnemoteca.core.model_roles import Kind

LONGEST_ID = 80
_NOT_OF_AN_ID = re.compile(r"[^a-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model whose file was checked, at `path`; `sha256` in lower-case hex, `source` "" where it came by hand.

    Not `whole` where the file is gone since, or of another size.
    """

    id: str
    name: str
    kind: Kind
    path: str
    bytes: int
    sha256: str
    header: ModelHeader
    installed_at: datetime
    licence: str = ""
    source: str = ""
    whole: bool = True


def id_of(name: str) -> str:
    """An id for a model that is called so: lower-case letters, digits, “.”, “-” and “_”; "" where nothing is left."""
    stem = name[: -len(".gguf")] if name.lower().endswith(".gguf") else name
    return _NOT_OF_AN_ID.sub("-", stem.lower()).strip("-._")[:LONGEST_ID].rstrip("-._")


def is_id(text: str) -> bool:
    """Whether it can name a model, and so a folder."""
    return text != "" and id_of(text + ".gguf") == text
