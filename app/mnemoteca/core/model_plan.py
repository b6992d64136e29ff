"""Who does what is to be made of a text: the small models first, a language model where it says more. Pure.

A plan is a row of steps in the order in which they are tried; the first that comes to something counts. An empty plan:
nobody can do it, or the text doesn't need it. A remote model is in no plan unless the person switched it on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mnemoteca.core.text import words

SHORT = 240  # characters: a text so short is its own summary
LONG = 24_000  # characters: from here on a larger model says more, where there is one
_FAR = 40  # words: who says more than that says what he speaks of
_BEGINNING = 8  # words in which something may point to what was said before
_POINTERS = """he she they him her them it its this that these those there then one ones same ele ela eles elas isso
isto aquilo esse essa esses essas este esta aquele aquela la ali entao dele dela deles delas nisso disso mesmo mesma"""
_POINTING = frozenset(_POINTERS.split())
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÀ-Þ][\w'’-]+")


class Task(StrEnum):
    """What is made of a text."""

    TAGS = "tags"
    ENTITIES = "entities"
    SUMMARY = "summary"
    CONTEXT = "context"


class By(StrEnum):
    """Who makes it: the small models that come with the app, a language model on this machine, one elsewhere."""

    NANO = "nano"
    LANGUAGE_MODEL = "language model"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Models:
    """What there is beside the small models; `remote` only where the person said so."""

    language_model: bool = False
    remote: bool = False


def plan(task: Task, text: str, models: Models) -> tuple[By, ...]:
    """The steps of one task on one text."""
    if not text.strip():
        return ()
    if task in (Task.TAGS, Task.ENTITIES):
        return (By.NANO,)
    if task is Task.CONTEXT:
        return _written(text, models) if needs_context(text) else ()
    return (By.NANO,) if len(text) <= SHORT else (*_written(text, models), By.NANO)


def routed(texts: Iterable[str], models: Models) -> dict[By, list[int]]:
    """Whose work each text of a batch is first of all, by what it takes: the numbers of the texts under each."""
    groups: dict[By, list[int]] = {by: [] for by in By}
    for n, text in enumerate(texts):
        steps = [step for task in (Task.SUMMARY, Task.CONTEXT) for step in plan(task, text, models)]
        groups[next((step for step in steps if step is not By.NANO), By.NANO)].append(n)
    return groups


def needs_context(text: str) -> bool:
    """Whether a text can't be understood alone: it is short, points to what was said before, and names nobody."""
    folded = words(text)
    if len(folded) > _FAR or _NAME.search(text):
        return False
    return not _POINTING.isdisjoint(folded[:_BEGINNING])


def _written(text: str, models: Models) -> tuple[By, ...]:
    """Those who write: the one on this machine first, but for what is long."""
    there = [(By.LANGUAGE_MODEL, models.language_model), (By.REMOTE, models.remote)]
    found = tuple(by for by, is_there in there if is_there)
    return found[::-1] if len(text) > LONG else found
