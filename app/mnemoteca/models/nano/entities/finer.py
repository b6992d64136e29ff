"""What a name of the kind `other` is, by the words in and before it: a project, an event, a work, a product."""

from __future__ import annotations

from collections.abc import Sequence

from mnemoteca.models.nano.entities.entity import OTHER
from mnemoteca.models.nano.entities.known import Known
from mnemoteca.models.nano.entities.words import Word

_PROJECTS = frozenset(("project", "projeto", "projecto", "projects", "projetos"))
_VERBS = """read reading watch watched watching watches listen listening playing ler li lendo lemos assisti assistir
assistindo vi ver vendo ouvi ouvir ouvindo jogar jogando joguei"""
_TAKEN_IN = frozenset(_VERBS.split())
_QUOTES = frozenset("\"“«'‘")
_BEFORE = 3  # words before a name that are asked


def finer_kind(line: Sequence[Word], start: int, end: int, known: Known) -> str:
    """`other`, or what is finer; `line` holds the name from word `start` to `end`."""
    inside = [word.text.lower() for word in line[start:end]]
    before = [word.text.lower() for word in line[max(0, start - _BEFORE) : start]]
    classes = {each for word in inside for each in known.words.get(word, ())}
    named = known.name_at(inside, 0)
    whole = {named[1]} if named else set(known.words.get(inside[0], ())) if len(inside) == 1 else set()
    if inside[0] in _PROJECTS or (before and before[-1] in _PROJECTS):
        return "project"
    for kind in ("product", "work", "event"):
        if kind in whole:
            return kind
    if "eventword" in classes:
        return "event"
    spoken = {each for word in before for each in known.words.get(word, ())}
    if "workword" in spoken or _TAKEN_IN.intersection(before) or (before and before[-1] in _QUOTES):
        return "work"
    return "product" if any(word[0].isdigit() for word in inside[1:]) else OTHER
