"""What the finder learns from: texts with their names marked, read from the public sets and from lessons of our own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mnemoteca.models.nano.entities.entity import LAW, ORGANISATION, OTHER, PERSON, PLACE

Span = tuple[int, int, str]

# The label of a set -> our kind; "": no name.
KINDS = {
    "person": PERSON, "corporation": ORGANISATION, "group": ORGANISATION, "location": PLACE, "product": OTHER,
    "creative-work": OTHER, "PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE, "PESSOA": PERSON,
    "ORGANIZACAO": ORGANISATION, "LOCAL": PLACE, "LEGISLACAO": LAW, "JURISPRUDENCIA": LAW, "TEMPO": "",
}  # fmt: skip
_MARKED = re.compile(r"\[([POLXJ]) ([^\[\]]*)\]")
_LETTERS = {"P": PERSON, "O": ORGANISATION, "L": PLACE, "X": OTHER, "J": LAW}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and the names in it: where each starts and ends, and its kind."""

    text: str
    spans: tuple[Span, ...]


def read_tagged(path: Path) -> list[Lesson]:
    """The lessons of a set of tokens with BIO tags, joined by single blanks."""
    with path.open(encoding="utf-8") as lines:
        return [_tagged(json.loads(line)) for line in lines if line.strip()]


def _tagged(row: dict[str, list[str]]) -> Lesson:
    spans: list[Span] = []
    at = 0
    for token, tag in zip(row["tokens"], row["tags"], strict=True):
        kind, end = KINDS[tag[2:]] if tag != "O" else "", at + len(token)
        if kind and tag[0] == "I" and spans and spans[-1][1:] == (at - 1, kind):
            spans[-1] = (spans[-1][0], end, kind)
        elif kind:
            spans.append((at, end, kind))
        at = end + 1
    return Lesson(" ".join(row["tokens"]), tuple(spans))


def marked(line: str) -> Lesson:
    """A lesson of our own, as “Falei com [P Ana] da [O Petrobras]”; ⏎ stands for the end of a line."""
    text, spans, last = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[last : match.start()]
        spans.append((len(text), len(text) + len(match[2]), _LETTERS[match[1]]))
        text, last = text + match[2], match.end()
    return Lesson((text + line[last:]).replace("⏎", "\n"), tuple(spans))


def read_marked(path: Path) -> list[Lesson]:
    """Our own lessons, one a line; empty lines and those that begin with # are left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [marked(line) for line in lines if line.strip() and not line.startswith("#")]


def read_texts(path: Path) -> Iterator[str]:
    """The texts of a set of sessions, or of one with a text a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            sessions: Iterable[dict[str, list[dict[str, str]]]] = row.get("sessions", ())
            yield from (turn["text"] for session in sessions for turn in session["turns"])
            if "text" in row:
                yield row["text"]
