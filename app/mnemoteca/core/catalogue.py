"""The catalogue of models: what can be fetched, as data, read with every value checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from mnemoteca.core.architectures import ENCODERS, WRITERS
from mnemoteca.core.errors import BadInput
from mnemoteca.core.model_installed import is_id
from mnemoteca.core.model_roles import Kind

VERSION = 1
LARGEST = 2_000_000  # characters of a catalogue
XLM_R = "xlm-roberta"  # its files name the architecture bert, and score rightly all the same
_SHA256, _COMMIT = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{40}")
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9][\w.-]{0,200}\.gguf", re.ASCII)
_LINK = re.compile(r"https://[^\s\"'<>]{1,300}")


class Size(StrEnum):
    """How large a model that writes is: up to 1, up to 2, up to 8 thousand million parameters."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Skill(StrEnum):
    """How well a model knows a language."""

    GOOD = "good"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages."""

    en: str = ""
    pt_BR: str = ""


@dataclass(frozen=True, slots=True)
class MemoryUse:
    """About how many bytes of memory it takes at a context of so many tokens; 0 where that isn't known."""

    bytes: int = 0
    context: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A model that can be fetched.

    `revision` and `sha256` are pinned, or "": then `bytes` is about right, and what the hub says counts. `accept`
    means that the person has to agree to the licence first. `own` entries are the person's.
    """

    id: str
    name: str
    kind: Kind
    repository: str
    file: str
    bytes: int
    architecture: str
    quantisation: str = ""
    revision: str = ""
    sha256: str = ""
    licence: str = ""
    licence_url: str = ""
    accept: bool = False
    size: Size | None = None
    speciality: str = ""
    context: int = 0
    memory: MemoryUse = field(default_factory=MemoryUse)
    languages: Said = field(default_factory=Said)
    portuguese: Skill = Skill.NONE
    good_for: Said = field(default_factory=Said)
    before_question: str = ""  # what a model that embeds wants to read before a text
    before_passage: str = ""
    own: bool = False

    @property
    def pinned(self) -> bool:
        """Whether its size and hash are known before anything is asked of the hub."""
        return bool(self.sha256 and self.revision)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    models: list[dict[str, object]]


def parse_catalogue(content: bytes, name: str, own: bool = False) -> tuple[Entry, ...]:
    """The entries of a catalogue; raises `BadInput` with the first thing that is wrong with it."""
    if len(content) > LARGEST:
        raise BadInput("bad_catalogue", path=name, reason="it is too large")
    try:
        told = msgspec.json.decode(content, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadInput("bad_catalogue", path=name, reason=_plain(error)) from None
    if told.version != VERSION:
        raise BadInput("bad_catalogue", path=name, reason=f"it is of version {told.version}, not {VERSION}")
    entries: dict[str, Entry] = {}
    for number, row in enumerate(told.models, 1):
        entry = _entry(row, name, number, own)
        if entry.id in entries:
            raise BadInput("bad_catalogue", path=name, reason=f"“{entry.id}” stands in it twice")
        entries[entry.id] = entry
    return tuple(entries.values())


def _entry(row: dict[str, object], name: str, number: int, own: bool) -> Entry:
    unknown = sorted(row.keys() - set(Entry.__dataclass_fields__) | row.keys() & {"own"})
    try:
        entry = msgspec.convert({**row, "own": own}, type=Entry)
    except msgspec.ValidationError as error:
        raise BadInput("bad_catalogue", path=name, reason=f"entry {number}: {_plain(error)}") from None
    wrong = f"it has no field {unknown[0][:60]!r}" if unknown else _wrong(entry)
    if wrong:
        raise BadInput("bad_catalogue", path=name, reason=f"entry {number}: {wrong}")
    if entry.kind is Kind.RERANK and entry.architecture == "bert":
        raise BadInput("model_scores_wrongly", name=entry.name)
    return entry


def _wrong(entry: Entry) -> str:
    """What is wrong with an entry; "" where nothing."""
    known = WRITERS if entry.kind is Kind.GENERATE else WRITERS | ENCODERS | {XLM_R}
    checks = {
        "id": is_id(entry.id),
        "name": 0 < len(entry.name) <= 120 and entry.name.isprintable(),
        "repository": bool(_REPOSITORY.fullmatch(entry.repository)),
        "file": bool(_FILE.fullmatch(entry.file)),
        "bytes": 0 < entry.bytes < 1 << 42,
        "revision": not entry.revision or bool(_COMMIT.fullmatch(entry.revision)),
        "sha256": not entry.sha256 or bool(_SHA256.fullmatch(entry.sha256)),
        "licence": len(entry.licence) <= 120 and entry.licence.isprintable(),
        "licence_url": not entry.licence_url or bool(_LINK.fullmatch(entry.licence_url)),
        "architecture": entry.architecture in known,
        "context": 0 <= entry.context < 1 << 32,
        "memory": 0 <= entry.memory.bytes < 1 << 42 and 0 <= entry.memory.context < 1 << 32,
        "good_for": all(len(each) <= 400 and each.isprintable() for each in (entry.good_for.en, entry.good_for.pt_BR)),
        "before_question": len(entry.before_question) <= 300,
        "before_passage": len(entry.before_passage) <= 300,
        "languages": all(
            len(text) <= 200 and text.isprintable() for text in (entry.languages.en, entry.languages.pt_BR)
        ),
    }
    return next((f"its {name} can't be used" for name, right in checks.items() if not right), "")


def _plain(error: Exception) -> str:
    """What the reader of JSON said, short and in one line."""
    told = "".join(letter if letter.isprintable() else " " for letter in str(error))
    return told[:160].rstrip(".") or type(error).__name__
