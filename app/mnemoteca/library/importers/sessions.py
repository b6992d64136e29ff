"""Our own interchange format, `sessions`: JSON Lines, a corpus or a part of one a line.

    {"name", "licence"?, "source"?, "sessions": [{"session_id", "started_at", "title", "turns": [
        {"id", "speaker", "text", "at", "role"?, "tags"?}]}]}

Our export also names `tier`, `pinned`, `importance` and `versions` (former texts) of a turn and `kind` of a session.
What else there is is kept as it is written; `questions` are not ours and are passed over.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec

from mnemoteca.core.errors import BadInput
from mnemoteca.core.importing import Empty, Item, RawSession, RawTurn, ReadTo, Unread, read_time, without_id
from mnemoteca.core.interchange import MARK
from mnemoteca.core.memory import MAX_TEXT, Precision, Role, Tier
from mnemoteca.core.tags import read_tags
from mnemoteca.core.text import storable
from mnemoteca.core.when import UNKNOWN, Moment
from mnemoteca.library.importers import values
from mnemoteca.library.importers.lines import Line, lines
from mnemoteca.library.importers.origin import Member, Origin, walk
from mnemoteca.library.importers.ours import our_items
from mnemoteca.library.importers.reading import from_stream, heads, is_single
from mnemoteca.library.importers.seen import Seen
from mnemoteca.library.importers.shape import Broken, elements, end_of, members
from mnemoteca.library.importers.values import Fields, Misfit, Raw

LINE_LIMIT = 64_000_000  # bytes
_SUFFIXES = (".jsonl", ".json")
_BEGINNING = re.compile(rb'\s*\{\s*"(?:name|licence|source|sessions)"\s*:')
_CORPUS = frozenset({"name", "source", "sessions", "questions"})
_SESSION = frozenset({"session_id", "started_at", "title", "kind", "turns"})
_TURN = frozenset({"id", "speaker", "text", "at", "role", "tags", "tier", "pinned", "pin", "importance", "versions"})
_ROLES = {role.value: role for role in Role}
_TIERS = {tier.value: tier for tier in Tier}
_KINDS = frozenset({"notes", "chat", "document"})
_REMEMBERED = 1_000  # sessions whose turns without an id are still counted when the session goes on later
_LONGEST_TIME = 100  # characters
_TOLD_EVERY = 500  # turns between two words on how far it is


class _Plain(msgspec.Struct, forbid_unknown_fields=True):
    """A turn as most are: read at once, what stands in it being exactly this."""

    id: str
    text: str
    at: str
    speaker: str = ""


class _PlainSession(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A session as most are."""

    session_id: str
    started_at: str
    title: str = ""
    turns: list[_Plain]


_PLAIN = msgspec.json.Decoder(_Plain)
_PLAIN_SESSION = msgspec.json.Decoder(_PlainSession)
_PLAIN_BYTES = 1_000_000  # of a session that is read as a whole


@dataclass(slots=True)
class _Corpora:
    """What has to be known across the lines of a file."""

    turns: Seen = field(default_factory=Seen)
    nameless_sessions: Counter[str] = field(default_factory=Counter)
    nameless_turns: OrderedDict[tuple[str, str], Counter[str]] = field(default_factory=OrderedDict)

    def texts_of(self, collection: str, session: str) -> Counter[str]:
        """How often each text without an id came in a session."""
        found = self.nameless_turns.setdefault((collection, session), Counter())
        self.nameless_turns.move_to_end((collection, session))
        if len(self.nameless_turns) > _REMEMBERED:
            self.nameless_turns.popitem(last=False)
        return found


class Sessions:
    """Reads the format `sessions`."""

    name = "sessions"

    def detect(self, origin: Origin) -> float:
        """Sure where a line begins as a corpus does and has its sessions, or is longer than what is seen of it."""
        return max((_looks_so(head) for head in heads(origin, _SUFFIXES)), default=0.0)

    def read(self, origin: Origin) -> Iterator[Item]:
        corpora = _Corpora()
        for member in walk(origin):
            if is_single(origin) or member.name.lower().endswith(_SUFFIXES):
                yield from from_stream(origin, member, lambda file, at: _lines(file, at, corpora))
            yield ReadTo(member.start + member.size)


def _looks_so(head: bytes) -> float:
    pieces = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    begun = [piece for piece in pieces if _BEGINNING.match(piece) or piece.lstrip()[:1] == b"{"]
    if any(b'"sessions"' in piece for piece in begun):
        return 0.9
    return 0.3 if len(pieces) == 1 and _BEGINNING.match(pieces[0]) else 0.0


def _lines(file: BinaryIO, at: Member, corpora: _Corpora) -> Iterator[Item]:
    """The items of one file."""
    stem = PurePosixPath(at.name).stem
    for line in lines(file, LINE_LIMIT):
        if line.text is None:
            large = f"it has {line.size:,} bytes; at most {LINE_LIMIT:,} are read. Split it into parts of the same name"
            yield Unread(f"line {line.number}", large)
        elif line.text.strip():
            yield from _Part(line, line.text, corpora, stem).items()
        yield ReadTo(line.start + line.size)


class _Part:
    """One line: a corpus, or a part of one."""

    def __init__(self, line: Line, text: bytes, corpora: _Corpora, stem: str) -> None:
        self._line = line
        self._text = text
        self._corpora = corpora
        self._stem = stem
        self._where = f"line {line.number}"

    def items(self) -> Iterator[Item]:
        try:
            spans = {values.string(key, "a name in it"): (start, end) for key, start, end in members(self._text)}
            if self._text[end_of(self._text, 0) :].strip():
                raise Misfit("something follows its end")
            if MARK in spans:
                yield from our_items(self._text, self._where)
                return
            known = {key: self._text[slice(*spans[key])] for key in ("name", "source") if key in spans}
            collection = values.name(known.get("name"), "its name")
            source = values.name(known.get("source"), "its source") or collection or self._stem
            if "sessions" not in spans:
                raise Misfit("it has no “sessions”")
        except Broken as broken:
            yield Unread(self._where, self._torn(broken.at))
            return
        except Misfit as misfit:
            yield Unread(self._where, str(misfit))
            return
        rest = [(key, self._text[slice(*span)]) for key, span in spans.items() if key not in _CORPUS]
        yield from self._sessions(spans["sessions"][0], collection, source, rest)

    def _torn(self, at: int) -> str:
        if at == 0:
            return "it is not a JSON object"
        what = "it ends too early" if at >= len(self._text) else "it is not valid JSON"
        return f"{what} (byte {self._line.start + at:,} of the file)"

    def _sessions(self, at: int, collection: str, source: str, rest: list[tuple[str, Raw]]) -> Iterator[Item]:
        try:
            for number, (start, end) in enumerate(elements(self._text, at), 1):
                yield from self._session(number, start, end, collection, source, rest)
                rest = []  # stands with the first session of the line
                yield ReadTo(self._line.start + end)
        except Broken:
            yield Unread(self._where, "its “sessions” are not a list")

    def _session(
        self, number: int, start: int, end: int, collection: str, source: str, rest: list[tuple[str, Raw]]
    ) -> Iterator[Item]:
        where = f"{self._where}, session {number}"
        if not rest and end - start <= _PLAIN_BYTES:
            plain = _read_plain_session(self._text[start:end], where, collection, source)
            if plain is not None:
                yield from self._plain(plain, end)
                return
        try:
            spans = {values.string(key, "a name in it"): span for key, *span in members(self._text[start:end])}
            raw = {key: self._text[start + a : start + b] for key, (a, b) in spans.items() if key != "turns"}
            head = self._head(raw, collection, source, rest)
            turns = [] if "turns" not in spans else elements(self._text, start + spans["turns"][0])
            yield head
            yield from self._turns(turns, where, head)
        except Broken as broken:
            yield Unread(where, "it is not an object" if broken.at == 0 else "its “turns” are not a list")
        except Misfit as misfit:
            yield Unread(where, str(misfit))

    def _plain(self, plain: tuple[RawSession, list[RawTurn]], end: int) -> Iterator[Item]:
        head, turns = plain
        yield head
        for number, turn in enumerate(turns, 1):
            yield turn if self._corpora.turns.add(head.collection, turn.id) else _again(turn.where, turn.id)
            if number % _TOLD_EVERY == 0:
                yield ReadTo(self._line.start + end)

    def _head(self, raw: Fields, collection: str, source: str, rest: list[tuple[str, Raw]]) -> RawSession:
        title = storable(values.name(raw.get("title"), "its title"))
        moment, unread = _moment(raw, "started_at")
        id = values.name(raw.get("session_id"), "its id")
        if not id:
            told = f"{title}\0{raw.get('started_at', b'')!r}"
            self._corpora.nameless_sessions[collection + "\0" + told] += 1
            id = without_id(storable(told), self._corpora.nameless_sessions[collection + "\0" + told])
        kind = values.name(raw.get("kind"), "its kind")
        unknown = [
            (key, value) for key, value in raw.items() if key not in _SESSION or (key == "kind" and kind not in _KINDS)
        ]
        if rest:
            unknown.append(("corpus", (values.kept(rest) or "{}").encode()))
        extra = values.kept(unknown + unread)
        return RawSession(collection, source, id, title, moment, kind if kind in _KINDS else "chat", extra)

    def _turns(self, spans: Iterable[tuple[int, int]], where: str, head: RawSession) -> Iterator[Item]:
        nameless = self._corpora.texts_of(head.collection, head.id)
        for number, (start, end) in enumerate(spans, 1):
            here = f"{where}, turn {number}"
            try:
                yield from self._turn(memoryview(self._text)[start:end], here, head, nameless)
            except Misfit as misfit:
                yield Unread(here, f"{misfit}{self._bad_byte(start, end)}")
            if number % _TOLD_EVERY == 0:
                yield ReadTo(self._line.start + end)

    def _bad_byte(self, start: int, end: int) -> str:
        try:
            self._text[start:end].decode()
        except UnicodeDecodeError as error:
            return f" (byte {self._line.start + start + error.start:,} of the file)"
        return ""

    def _turn(self, written: memoryview, where: str, head: RawSession, nameless: Counter[str]) -> Iterator[Item]:
        if (plain := _read_plain(written, where)) is not None and self._corpora.turns.add(head.collection, plain.id):
            yield plain
            return
        raw = values.fields(written)
        if values.is_nothing(raw.get("text")):
            raise Misfit("it has no text")
        as_written = values.string(raw["text"], "its text")
        text = storable(as_written)
        if not text.strip():
            yield Empty()
            return
        if len(text) > MAX_TEXT:
            raise Misfit(f"its text has {len(text):,} characters; at most {MAX_TEXT:,} are kept")
        id = values.name(raw.get("id"), "its id")
        if id and not self._corpora.turns.add(head.collection, id):
            yield _again(where, id)
            return
        if not id:
            id = without_id(text, 0)
            nameless[id] += 1
            id = without_id(text, nameless[id])
        if text != as_written:
            yield Unread(where, "its broken characters, which came in as �", taken=True)
        yield _read_turn(raw, id, where, text, head)


def _again(where: str, id: str) -> Unread:
    return Unread(where, f"the id “{id[:80]}” came before; the first one counts")


def _read_plain_session(
    written: bytes, where: str, collection: str, source: str
) -> tuple[RawSession, list[RawTurn]] | None:
    """A session of which nothing has to be said, nor of any of its turns; None where there may be."""
    try:
        told = _PLAIN_SESSION.decode(written)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if not told.session_id or not 0 < len(told.started_at) <= _LONGEST_TIME:
        return None
    started = read_time(told.started_at)
    if started.at is None:
        return None
    turns = []
    for number, each in enumerate(told.turns, 1):
        turn = _plain_turn(each, f"{where}, turn {number}")
        if turn is None:
            return None
        turns.append(turn)
    return RawSession(collection, source, storable(told.session_id), storable(told.title), started), turns


def _read_plain(written: memoryview, where: str) -> RawTurn | None:
    """A turn of which nothing has to be said; None where there may be."""
    try:
        told = _PLAIN.decode(written)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return _plain_turn(told, where)


def _plain_turn(told: _Plain, where: str) -> RawTurn | None:
    if not told.id or not told.text.strip() or not 0 < len(told.at) <= _LONGEST_TIME or len(told.text) > MAX_TEXT:
        return None
    moment = read_time(told.at)
    if moment.at is None or storable(told.text) != told.text:
        return None
    return RawTurn(storable(told.id), where, told.text, _role_of(told.speaker), storable(told.speaker), moment)


def _role_of(speaker: str) -> Role:
    """The part that a speaker has where none is told."""
    return Role.ASSISTANT if speaker.casefold() == Role.ASSISTANT else Role.USER


def _read_turn(raw: Fields, id: str, where: str, text: str, head: RawSession) -> RawTurn:
    moment, unread = _moment(raw, "at", head.started)
    told_role, tier = values.anything(raw.get("role")), values.anything(raw.get("tier"))
    role = _ROLES.get(told_role) if isinstance(told_role, str) else None
    if told_role is not None and role is None:
        unread = [*unread, ("role", raw["role"])]
    tags, bad_tags = _tags(values.texts(raw.get("tags"), "its tags"))
    unread += [("tags", raw["tags"])] if bad_tags else []
    importance = values.anything(raw.get("importance"))
    speaker = values.name(raw.get("speaker"), "its speaker")
    return RawTurn(
        id, where, text, role or _role_of(speaker),
        speaker, moment, tags,
        values.kept([(key, value) for key, value in raw.items() if key not in _TURN] + unread),
        _TIERS.get(tier) if isinstance(tier, str) else None,
        values.anything(raw.get("pinned") or raw.get("pin")) is True,
        float(importance) if isinstance(importance, int | float) and 0 <= importance <= 1 else None,
        tuple(map(storable, values.texts(raw.get("versions"), "its former versions"))),
    )  # fmt: skip


def _moment(raw: Fields, key: str, session: Moment | None = None) -> tuple[Moment, list[tuple[str, Raw]]]:
    """When it was, and what stands there where that is no time. Without any it is the day of its session."""
    if values.is_nothing(raw.get(key)) or len(raw[key]) == 2:
        if session is None or session.at is None:
            return UNKNOWN, []
        day = session.precision in (Precision.INSTANT, Precision.MINUTE)
        return Moment(session.at, session.offset_min, Precision.DAY if day else session.precision), []
    told = values.anything(raw[key])
    moment = read_time(told) if isinstance(told, str) else UNKNOWN
    return moment, [] if moment.at is not None else [(key, raw[key])]


def _tags(given: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The tags that can be ones, and whether there are others."""
    good: dict[str, None] = {}
    bad = False
    for tag in given:
        try:
            good |= dict.fromkeys(read_tags((tag,)))
        except BadInput:
            bad = True
    return tuple(good), bad
