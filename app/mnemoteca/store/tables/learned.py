"""The tables of digests and patterns: spans of memories, read as what stands there now.

A span of a memory that is in the trash, purged or a former version is not told; a thing without any is not there.
Of several digests about one thing, the one of the run that was applied last counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mnemoteca.core.sleep.values import Digest, DigestKind, Pattern, PatternKind, ProposalKind, Quote
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import ACTIVE, among
from mnemoteca.store.tables.proposals import APPLIED, PROPOSED, UNDONE

EPOCH = date(1970, 1, 1)
NOTHING_TOLD = 4  # the state of a digest without a sentence: it keeps a run from asking again
_DIGEST_COLUMNS = (
    "id", "run", "space", "kind", "about", "sources", "signature", "name_memory", "name_start", "name_end", "state",
)  # fmt: skip
_PATTERN_COLUMNS = ("id", "run", "space", "kind", "about", "sources", "memory", "start", "end", "state")
_TABLE = {ProposalKind.DIGEST: "digests", ProposalKind.PATTERN: "patterns"}
Span = tuple[int, int, int]  # memory, start, end


@dataclass(frozen=True, slots=True)
class NewDigest:
    """A digest to be proposed; `spans` in the order of reading, `name` where a topic's name stands."""

    kind: DigestKind
    about: int
    sources: int
    signature: int
    spans: tuple[Span, ...]
    name: Span | None = None


@dataclass(frozen=True, slots=True)
class NewPattern:
    """A pattern to be proposed: its quote, and where else it stands."""

    kind: PatternKind
    about: int
    sources: int
    quote: Span
    evidence: tuple[Span, ...]


def insert_digests(tx: Tx, run: int, space: int, new: Sequence[NewDigest]) -> list[int]:
    """Append proposed digests; the ids of those that have a sentence."""
    if not new:
        return []
    first = tx.next_id("digests", len(new))
    rows = [
        (
            first + n, run, space, d.kind.value, d.about, d.sources, d.signature, *(d.name or (None, None, None)),
            PROPOSED if d.spans else NOTHING_TOLD,
        )
        for n, d in enumerate(new)
    ]  # fmt: skip
    tx.append("digests", _DIGEST_COLUMNS, rows)
    _insert_evidence(tx, ((ProposalKind.DIGEST, first + n, span) for n, d in enumerate(new) for span in d.spans))
    return [first + n for n, d in enumerate(new) if d.spans]


def insert_patterns(tx: Tx, run: int, space: int, new: Sequence[NewPattern]) -> list[int]:
    """Append proposed patterns; their ids."""
    if not new:
        return []
    first = tx.next_id("patterns", len(new))
    rows = [(first + n, run, space, p.kind.value, p.about, p.sources, *p.quote, PROPOSED) for n, p in enumerate(new)]
    tx.append("patterns", _PATTERN_COLUMNS, rows)
    spans = ((ProposalKind.PATTERN, first + n, span) for n, p in enumerate(new) for span in (p.quote, *p.evidence))
    _insert_evidence(tx, spans)
    return list(range(first, first + len(new)))


def _insert_evidence(tx: Tx, spans: Iterable[tuple[ProposalKind, int, Span]]) -> None:
    tx.append(
        "evidence",
        ("kind", "thing", "memory", "start", "end"),
        [(kind.value, thing, *span) for kind, thing, span in spans],
    )


def set_state(tx: Tx, run: int, before: int, after: int) -> None:
    """Every digest and pattern of a run that stands as `before` stands as `after`."""
    for table in _TABLE.values():
        tx.run(f"UPDATE {table} SET state = ? WHERE run = ? AND state = ?", (after, run, before))


def set_state_of(tx: Tx, kind: ProposalKind, ids: list[int], state: int) -> None:
    if ids:
        tx.run(f"UPDATE {_TABLE[kind]} SET state = ? WHERE {among('id', ids)}", (state,))


def changed_since(reader: Reader, run: int, kind: ProposalKind) -> list[int]:
    """The proposed things of a run of which a source is no longer there, or not as it was."""
    rows = reader.all(
        f"""SELECT DISTINCT d.id FROM {_TABLE[kind]} d JOIN evidence e ON e.kind = '{kind.value}' AND e.thing = d.id
        LEFT JOIN memories m ON m.id = e.memory WHERE d.run = ? AND d.state = {PROPOSED}
        AND coalesce(m.state, 9) <> {ACTIVE}""",
        (run,),
    )
    return [row[0] for row in rows]


def without_source(reader: Reader, run: int, kind: ProposalKind) -> int:
    """How many proposed things of a run rest on nothing."""
    (row,) = reader.all(
        f"""SELECT count(*) FROM {_TABLE[kind]} d WHERE d.run = ? AND d.state = {PROPOSED}
        AND d.id NOT IN (SELECT thing FROM evidence WHERE kind = '{kind.value}')""",
        (run,),
    )
    return int(row[0])


def bad_spans(reader: Reader, run: int, kind: ProposalKind) -> int:
    """How many spans of proposed things of a run are no words of their memories."""
    (row,) = reader.all(
        f"""SELECT count(*) FROM {_TABLE[kind]} d JOIN evidence e ON e.kind = '{kind.value}' AND e.thing = d.id
        JOIN memories m ON m.id = e.memory WHERE d.run = ? AND d.state = {PROPOSED} AND NOT (e.start >= 0
        AND e.start < e."end" AND e."end" <= length(m.text)
        AND trim(substring(m.text, e.start + 1, e."end" - e.start)) <> '')""",
        (run,),
    )
    return int(row[0])


def signatures(reader: Reader, space: int, kind: DigestKind) -> dict[int, int]:
    """Of what there are digests, whether they hold or were undone: the signature of the newest, by what it is about."""
    rows = reader.all(
        f"SELECT about, signature FROM digests WHERE space = ? AND kind = ? "
        f"AND state IN ({APPLIED}, {UNDONE}, {NOTHING_TOLD}) "
        "QUALIFY row_number() OVER (PARTITION BY about ORDER BY id DESC) = 1",
        (space, kind.value),
    )
    return dict(rows)


def known_patterns(reader: Reader, space: int) -> dict[tuple[PatternKind, int], int]:
    """What is a pattern, or was undone: in how many memories the newest was seen, by kind and mark."""
    rows = reader.all(
        f"SELECT kind, about, sources FROM patterns WHERE space = ? AND state IN ({APPLIED}, {UNDONE}) "
        "QUALIFY row_number() OVER (PARTITION BY kind, about ORDER BY id DESC) = 1",
        (space,),
    )
    return {(PatternKind(kind), about): sources for kind, about, sources in rows}


_HOLDS = """SELECT {columns} FROM {table} d JOIN runs r ON r.id = d.run WHERE d.space = ? AND d.state = 1
    QUALIFY row_number() OVER (PARTITION BY d.kind, d.about ORDER BY r.applied DESC, d.id DESC) = 1"""
_DIGEST = "d.id, d.run, d.kind, d.about, d.sources, d.name_memory, d.name_start, d.name_end, d.signature"
_PATTERN = 'd.id, d.run, d.kind, d.sources, d.memory, d.start, d."end"'


def holding(reader: Reader, space: int, kind: ProposalKind) -> list[int]:
    """The ids of the digests or patterns of a space that count, the newest first, whether or not a source is left."""
    rows = reader.all(_HOLDS.format(columns="d.id", table=_TABLE[kind]) + " ORDER BY d.id DESC", (space,))
    return [row[0] for row in rows]


def digests(reader: Reader, ids: Sequence[int]) -> list[Digest]:
    """These digests with their sentences, in the order asked for; what rests on nothing any more is left out."""
    rows = (
        {row[0]: row for row in reader.all(f"SELECT {_DIGEST} FROM digests d WHERE {among('d.id', list(ids))}")}
        if ids
        else {}
    )
    sentences = _quotes(reader, ProposalKind.DIGEST, list(rows))
    titles = _titles(reader, rows.values())
    found = []
    for id in ids:
        if id in rows and sentences.get(id):
            _, run, kind, about, sources, *_ = rows[id]
            told = DigestKind(kind)
            day = EPOCH + timedelta(days=about) if told in (DigestKind.DAY, DigestKind.WEEK) else None
            session = about if told is DigestKind.SESSION else 0
            found.append(Digest(id, run, told, titles.get(id, ""), sentences[id], sources, session, day))
    return found


def patterns(reader: Reader, ids: Sequence[int]) -> list[Pattern]:
    """These patterns with their quotes, in the order asked for; what rests on nothing any more is left out."""
    rows = (
        {row[0]: row for row in reader.all(f"SELECT {_PATTERN} FROM patterns d WHERE {among('d.id', list(ids))}")}
        if ids
        else {}
    )
    quotes = _quotes(reader, ProposalKind.PATTERN, list(rows))
    found = []
    for id in ids:
        if id in rows and (spans := quotes.get(id)):
            _, run, kind, sources, memory, start, _ = rows[id]
            quote = next((span for span in spans if (span.memory, span.start) == (memory, start)), spans[0])
            found.append(
                Pattern(id, run, PatternKind(kind), quote, sources, tuple(span for span in spans if span is not quote))
            )
    return found


def quoted_by(reader: Reader, space: int, kinds: Sequence[PatternKind]) -> list[int]:
    """The memories that patterns of these kinds quote, as far as they hold."""
    of = ", ".join(f"'{kind.value}'" for kind in kinds)
    rows = reader.all(
        f"""SELECT DISTINCT e.memory FROM patterns p JOIN evidence e ON e.kind = 'pattern' AND e.thing = p.id
        JOIN memories m ON m.id = e.memory WHERE p.space = ? AND p.state = {APPLIED} AND p.kind IN ({of})
        AND m.state = {ACTIVE} ORDER BY e.memory""",
        (space,),
    )
    return [row[0] for row in rows]


def _quotes(reader: Reader, kind: ProposalKind, ids: list[int]) -> dict[int, tuple[Quote, ...]]:
    """The spans of things that still stand, in the order in which they were said."""
    if not ids:
        return {}
    rows = reader.all(
        f"""SELECT e.thing, e.memory, e.start, e."end", substring(m.text, e.start + 1, e."end" - e.start)
        FROM evidence e JOIN memories m ON m.id = e.memory WHERE e.kind = '{kind.value}' AND m.state = {ACTIVE}
        AND {among("e.thing", ids)}
        ORDER BY e.thing, coalesce(m.occurred_at, m.recorded_at), m.session, m.position, e.start""",
    )
    found: dict[int, tuple[Quote, ...]] = {}
    for thing, memory, start, end, text in rows:
        quote = Quote(memory, start, end, text)
        if quote not in found.get(thing, ()):
            found[thing] = (*found.get(thing, ()), quote)
    return found


def _titles(reader: Reader, rows: Iterable[tuple[object, ...]]) -> dict[int, str]:
    told = list(rows)
    sessions = {row[3]: row[0] for row in told if row[2] == DigestKind.SESSION.value}
    names = [(row[0], row[5], row[6], row[7]) for row in told if row[5] is not None]
    found: dict[int, str] = {}
    if sessions:
        ids = [int(str(id)) for id in sessions]
        for id, title in reader.all(f"SELECT id, title FROM sessions WHERE {among('id', ids)}"):
            found[int(str(sessions[id]))] = title
    for thing, memory, start, end in names:
        row = reader.one(
            f"SELECT substring(text, ? + 1, ? - ?) FROM memories WHERE id = ? AND state = {ACTIVE}",
            (start, end, start, memory),
        )
        found[int(str(thing))] = row[0] if row else ""
    return found


def resting_on(reader: Reader, memories: Sequence[int], kind: ProposalKind) -> dict[int, tuple[int, int]]:
    """The things that hold and rest on any of these: how many of their memories are among these, and how many stand."""
    if not memories:
        return {}
    rows = reader.all(
        f"""SELECT e.thing, count(DISTINCT e.memory) FILTER ({among("e.memory", list(memories))}),
        count(DISTINCT e.memory) FROM evidence e JOIN memories m ON m.id = e.memory AND m.state = {ACTIVE}
        JOIN {_TABLE[kind]} d ON d.id = e.thing AND d.state = {APPLIED} WHERE e.kind = '{kind.value}'
        AND e.thing IN (SELECT thing FROM evidence WHERE kind = '{kind.value}' AND {among("memory", list(memories))})
        GROUP BY e.thing"""
    )
    return {thing: (mine, all_of) for thing, mine, all_of in rows}
