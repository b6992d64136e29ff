"""Checks of the tables and of both indexes: what is unsound is mended where it can be rebuilt, else named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import duckdb
import numpy as np

from mnemoteca.core.care import Finding
from mnemoteca.core.changes import By, Happened
from mnemoteca.core.errors import Damaged
from mnemoteca.store.connection import read_all
from mnemoteca.store.engine import Reader, Store, Tx

_RESTORE = "Bring back a backup with: mnemoteca restore-backup FILE."
_MEND = "Run: mnemoteca doctor --mend."
_SAMPLES = 1_000  # memories that are looked for by their own vector
_SHOWN = 5  # numbers that a sentence names


@dataclass(frozen=True, slots=True)
class Check:
    """One rule of the tables: a query for the ids that break it, and what to say of them."""

    name: str
    sound: str
    unsound: str
    broken: str
    mend: str = ""  # a statement that puts it right without losing anything


@dataclass(frozen=True, slots=True)
class WordsIndex:
    """What the doctor needs of the words index: the ids in it, and a way to make it anew."""

    ids: Callable[[], Iterable[int]]
    rebuild: Callable[[], None]


@dataclass(frozen=True, slots=True)
class VectorsIndex:
    """What the doctor needs of the vectors.

    The memories that have all of theirs, which of some are not found by their own vector, and a way to look at
    everything again. `why_not`: a sentence where memories are not to have vectors now, and what to do.
    """

    ids: Callable[[], np.ndarray[Any, Any]]
    unfindable: Callable[[np.ndarray[Any, Any]], np.ndarray[Any, Any]]
    rebuild: Callable[[], None]
    why_not: tuple[str, str] = ("", "")


_LOOSE = "kind IN ('digest', 'pattern') AND memory NOT IN (SELECT id FROM memories)"
_GROUNDLESS = (  # 4: of a session in which nothing was to be told, so that no run asks again
    "state <> 4 AND id NOT IN (SELECT thing FROM evidence WHERE kind = '{kind}' "
    "AND memory IN (SELECT id FROM memories))"
)
CHECKS = (
    Check(
        "sessions",
        "Every memory has its session.",
        "{count} memories belong to a session that isn't there ({ids}).",
        "SELECT id FROM memories WHERE session NOT IN (SELECT id FROM sessions) ORDER BY id",
    ),
    Check(
        "spaces",
        "Every session and memory has its space.",
        "{count} sessions or memories belong to a space that isn't there ({ids}).",
        "SELECT id FROM sessions WHERE space NOT IN (SELECT id FROM spaces) UNION ALL "
        "SELECT id FROM memories WHERE space NOT IN (SELECT id FROM spaces) ORDER BY id",
    ),
    Check(
        "tags",
        "Every tag has its memory.",
        "{count} tags belong to a memory that isn't there ({ids}).",
        "SELECT memory FROM tags WHERE memory NOT IN (SELECT id FROM memories) ORDER BY memory",
        "DELETE FROM tags WHERE memory NOT IN (SELECT id FROM memories)",
    ),
    Check(
        "evidence",
        "All that digests and patterns rest on is there.",
        "{count} digests or patterns rest on a memory that isn't there ({ids}).",
        f"SELECT DISTINCT thing FROM evidence WHERE {_LOOSE} ORDER BY thing",
        f"DELETE FROM evidence WHERE {_LOOSE}",
    ),
    Check(
        "digests",
        "Every digest rests on a memory.",
        "{count} digests rest on nothing ({ids}).",
        f"SELECT id FROM digests WHERE {_GROUNDLESS.format(kind='digest')} ORDER BY id",
        f"DELETE FROM digests WHERE {_GROUNDLESS.format(kind='digest')}",
    ),
    Check(
        "patterns",
        "Every pattern rests on a memory.",
        "{count} patterns rest on nothing ({ids}).",
        f"SELECT id FROM patterns WHERE {_GROUNDLESS.format(kind='pattern')} ORDER BY id",
        f"DELETE FROM patterns WHERE {_GROUNDLESS.format(kind='pattern')}",
    ),
    Check(
        "positions",
        "No two memories stand at one place of a session.",
        "{count} memories stand where another one stands in their session ({ids}).",
        "SELECT id FROM memories WHERE state = 0 "
        "QUALIFY row_number() OVER (PARTITION BY session, position ORDER BY id) > 1 ORDER BY id",
    ),
    Check(
        "versions",
        "Every version has its first and its current one.",
        "{count} versions of a memory have lost their first or their current one ({ids}).",
        "SELECT id FROM memories WHERE version_of NOT IN (SELECT id FROM memories) UNION "
        "SELECT id FROM memories WHERE state = 2 AND coalesce(version_of, id) NOT IN "
        "(SELECT coalesce(version_of, id) FROM memories WHERE state <> 2) ORDER BY id",
    ),
    Check(
        "changes",
        "The changes are numbered without a gap.",
        "{count} numbers in the list of changes are followed by a gap ({ids}).",
        "SELECT number FROM (SELECT 0 AS number UNION ALL SELECT number FROM changes) "
        "WHERE number + 1 NOT IN (SELECT number FROM changes) "
        "AND number < (SELECT coalesce(max(number), 0) FROM changes) ORDER BY number",
    ),
    Check(
        "texts",
        "Every text is the one that was kept.",
        "{count} texts are not the ones that were kept ({ids}).",
        "SELECT id FROM memories WHERE left(sha256(text), 32) <> replace(content_hash::VARCHAR, '-', '') ORDER BY id",
    ),
)


def examine(
    store: Store, words: WordsIndex | None = None, vectors: VectorsIndex | None = None, *, mend: bool = False
) -> tuple[Finding, ...]:
    """Look at everything; with `mend`, put right what can be rebuilt and say so."""
    try:
        findings = [_file_finding(store), _log_finding(store, mend=mend)]
        findings += [_table_finding(store, check, mend=mend) for check in CHECKS]
    except Damaged as problem:
        return (Finding("file", False, problem.sentence, problem.next_step),)
    if words:
        findings.append(_words_finding(store, words, mend=mend))
    if vectors:
        findings.append(_vectors_finding(store, vectors, mend=mend))
    return tuple(findings)


def _file_finding(store: Store) -> Finding:
    try:
        with store.snapshot_of_its_own() as connection:
            read_all(connection)
    except duckdb.Error as error:
        raise store.problem_of(error) from error
    return Finding("file", True, "Every block of the database can be read.")


def _log_finding(store: Store, *, mend: bool) -> Finding:
    """Whether acknowledged changes were lost with the write-ahead log; to mend is to go on without them."""
    missing = " ".join(store.notices)
    if not missing:
        return Finding("log", True, "No change that was acknowledged is missing.")
    if mend:
        store.told()
        return Finding("log", False, missing, "This will not be said again.", mended=True)
    return Finding("log", False, missing, "To go on and not be told again, run: mnemoteca doctor --mend.")


def _table_finding(store: Store, check: Check, *, mend: bool) -> Finding:
    with store.read() as reader:
        broken = reader.arrays(check.broken)
    ids = next(iter(broken.values()))
    if not len(ids):
        return Finding(check.name, True, check.sound)
    sentence = check.unsound.format(count=len(ids), ids=_named(ids))
    if not check.mend:
        return Finding(check.name, False, sentence, _RESTORE)
    if mend:
        store.write(lambda tx: tx.run(check.mend))
    return _mended(Finding(check.name, False, sentence, _MEND), mended=mend)


def _words_finding(store: Store, words: WordsIndex, *, mend: bool) -> Finding:
    indexed = np.fromiter(words.ids(), dtype=np.int64)
    with store.read() as reader:
        missing = np.setdiff1d(_ids(reader, "SELECT id FROM memories WHERE state = 0"), indexed)
        strange = np.setdiff1d(indexed, _ids(reader, "SELECT id FROM memories"))
    if not len(missing) and not len(strange):
        return Finding("words", True, "The words index holds every memory.")
    parts = []
    if len(missing):
        parts.append(f"{len(missing)} memories are not in the words index ({_named(missing)}).")
    if len(strange):
        parts.append(f"The words index holds {len(strange)} memories that aren't there ({_named(strange)}).")
    if mend:
        store.write(_note_what_no_change_speaks_of)
        words.rebuild()
    return _mended(Finding("words", False, " ".join(parts), _MEND), mended=mend)


def _vectors_finding(store: Store, vectors: VectorsIndex, *, mend: bool) -> Finding:
    """Whether every memory has its vectors, none is there too many, and a sample of them is found by its own."""
    sentence, next_step = vectors.why_not
    if sentence:
        return Finding("vectors", True, sentence, next_step)
    held = np.asarray(vectors.ids())
    with store.read() as reader:
        active = _ids(reader, "SELECT id FROM memories WHERE state = 0")
    missing, strange = np.setdiff1d(active, held), np.setdiff1d(held, active)
    both = np.intersect1d(active, held)
    lost = vectors.unfindable(np.random.default_rng(len(both)).permutation(both)[:_SAMPLES])
    if not len(missing) and not len(strange) and not len(lost):
        return Finding("vectors", True, "Every memory has its vectors and is found by them.")
    parts = []
    if len(missing):
        parts.append(f"{len(missing)} memories have no vectors ({_named(missing)}).")
    if len(strange):
        parts.append(f"{len(strange)} memories that aren't there have vectors ({_named(strange)}).")
    if len(lost):
        parts.append(f"{len(lost)} of {min(len(both), _SAMPLES)} memories are not found by them ({_named(lost)}).")
    if mend:
        vectors.rebuild()
    return _mended(Finding("vectors", False, " ".join(parts), _MEND), mended=mend)


def _note_what_no_change_speaks_of(tx: Tx) -> None:
    """The index follows the changes: a memory of which none speaks would be missing from a new one, too."""
    lost = tx.all(
        "SELECT id, space FROM memories WHERE state = 0 "
        "AND id NOT IN (SELECT id FROM changes WHERE kind IN ('added', 'edited')) ORDER BY id"
    )
    tx.changes([(Happened.ADDED, id, space, By.RULE, None) for id, space in lost])


def _mended(finding: Finding, *, mended: bool) -> Finding:
    return replace(finding, next_step="It was put right.", mended=True) if mended else finding


def _ids(reader: Reader, sql: str) -> np.ndarray[Any, Any]:
    return reader.arrays(sql)["id"]


def _named(ids: np.ndarray[Any, Any]) -> str:
    shown = ", ".join(str(int(id)) for id in ids[:_SHOWN])
    return shown + (", …" if len(ids) > _SHOWN else "")
