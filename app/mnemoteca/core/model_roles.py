"""What a model can do, and what it is asked to do."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a model is made for: vectors of texts, the order of hits, or writing."""

    EMBED = "embed"
    RERANK = "rerank"
    GENERATE = "generate"


class Role(StrEnum):
    """What a model is asked for; `GENERATE` stands for every kind of writing that has no model of its own."""

    EMBED = "embed"
    RERANK = "rerank"
    GENERATE = "generate"
    ANSWER = "answer"
    SUMMARISE = "summarise"
    EXTRACT = "extract"
    TAG = "tag"
    EXPAND = "expand"


def kind_for(role: Role) -> Kind:
    """Which kind of model a role takes."""
    return Kind(role.value) if role.value in (Kind.EMBED, Kind.RERANK) else Kind.GENERATE
