"""What models made of a memory: proposals beside its text, never a part of it."""

from __future__ import annotations

from dataclasses import dataclass

from mnemoteca.core.model_plan import By, Task

MOST = 200  # memories of one batch


@dataclass(frozen=True, slots=True)
class EntityProposed:
    """A name, or what has a form of its own, where it stands in the text (end exclusive), and how sure it is (0–1)."""

    start: int
    end: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name as it is written in a memory, and its kind; `entity` is who bears it there, 0 where nobody is known.

    `said`: a person said in this memory that it is of this kind.
    """

    name: str
    kind: str
    entity: int = 0
    said: bool = False


@dataclass(frozen=True, slots=True)
class Processed:
    """What was made of a text. `context` is None where the text needs none or nobody could say it.

    `by` says who made the summary and the context; `failures` why a model that was asked came to nothing.
    """

    tags: tuple[str, ...]
    entities: tuple[EntityProposed, ...]
    summary: str
    context: str | None
    by: dict[Task, By]
    failures: tuple[str, ...] = ()
