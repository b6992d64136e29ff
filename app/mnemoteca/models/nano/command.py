"""What `mnemoteca nano` offers: each task by its name, from a text to the fields of a line of JSON.

A task is a line of `TASKS`. What it loads, it loads when it is first asked, not when it is imported: whoever asks for
tags must not wait for names. The command line declares the same names (`cli/nano.py`); a test holds both together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from mnemoteca.core.dates.finder import find_dates
from mnemoteca.models.nano.entities.finder import entities_of
from mnemoteca.models.nano.summary import summary
from mnemoteca.models.nano.tags import classify_multiple

# The text, and when it was said (naive: by the clock on the wall; None: unknown), to what is found in it.
Task = Callable[[str, datetime | None], Mapping[str, object]]


def _tags(text: str, said_at: datetime | None) -> Mapping[str, object]:
    return {"tags": classify_multiple(text)}


def _entities(text: str, said_at: datetime | None) -> Mapping[str, object]:
    found = entities_of(text)
    return {
        "entities": [{"start": e.start, "end": e.end, "type": e.kind, "confidence": e.confidence} for e in found],
    }


def _dates(text: str, said_at: datetime | None) -> Mapping[str, object]:
    found = find_dates(text, said_at)
    return {"dates": [{"start": d.start, "end": d.end, "value": d.value, "type": d.kind} for d in found]}


def _summary(text: str, said_at: datetime | None) -> Mapping[str, object]:
    return {"summary": summary(text)}


TASKS: dict[str, Task] = {
    "tags": _tags,
    "entities": _entities,
    "dates": _dates,
    "summary": _summary,
}
