"""The list of prompts that Claude Code keeps when it deletes its transcripts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mnemoteca.core.text import storable
from mnemoteca.core.when import read_epoch
from mnemoteca.library.importers.loose import Object, is_object, name_at, object_at, text_at
from mnemoteca.library.importers.prompts import Prompt, first_records
from mnemoteca.library.importers.values import Misfit

_PASTED = re.compile(r"\[(?:Pasted text|Image) #(\d+)[^\]\n]*\]")


def is_history(head: bytes) -> bool:
    """Whether a file begins as the list of prompts does."""
    return any(
        {"display", "timestamp"} <= told.keys() and {"project", "pastedContents"} & told.keys()
        for told in first_records(head)
    )


def prompt(told: Object) -> Prompt:
    """An entry of the list; of older ones, which name no session, a day in a folder is one."""
    if not isinstance(told.get("display"), str):
        raise Misfit("it has no text")
    stamp = told.get("timestamp")
    moment = read_epoch(stamp if isinstance(stamp, int | float) else 0)
    folder = name_at(told, "project")
    day = moment.at.date().isoformat() if moment.at else ""
    text, names = _text(told)
    session = name_at(told, "sessionId") or f"{folder} {day}"
    return Prompt(session, text, moment, name_at(told, "timestamp"), folder, names)


def _text(told: Object) -> tuple[str, tuple[str, ...]]:
    """What was typed, with what was pasted in its place; and the names of pictures."""
    pasted = object_at(told, "pastedContents")
    names = tuple(
        name_at(each, "filename") or f"image {key}"
        for key, each in _sorted(pasted)
        if is_object(each) and each.get("type") == "image"
    )

    def put(match: re.Match[str]) -> str:
        each = pasted.get(match[1])
        return text_at(each, "content") or match[0] if is_object(each) and each.get("type") != "image" else match[0]

    return _PASTED.sub(put, text_at(told, "display")), tuple(map(storable, names))


def _sorted(pasted: Mapping[str, object]) -> list[tuple[str, object]]:
    return sorted(pasted.items())
