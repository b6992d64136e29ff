"""Files of every format, whatever was done to them, come in or are told; nothing else in the library changes."""

from __future__ import annotations

import os
import random
import re
import shutil
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.clock import SystemClock, stopwatch
from mnemoteca.core.errors import Problem
from mnemoteca.core.jobs import JobState
from mnemoteca.core.library import Library
from mnemoteca.store.engine import Places, Store
from mnemoteca.wire.connecting import stop_service
from tests.flows.test_service_start import client_of, services
from tests.unit.library.importers.samples import FILES, SAMPLES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
SEED = int(os.environ.get("MNEMOTECA_FUZZ_SEED", "20261121"))
MANY = int(os.environ.get("MNEMOTECA_FUZZ_FILES", "10000"))
ROUNDS = 24  # of a source that is mutated
_SLOW = frozenset({"git"})  # starts processes: one in four times as many
_BUGS = frozenset({"internal", "bug", "unknown"})
_MOST_S = 60.0  # for one of them
_PERSONS_TABLES = (("memories", "session", "* EXCLUDE (importance, step)"), ("sessions", "id", "*"))
Mutation = Callable[[random.Random, bytes], bytes]


def flipped(chance: random.Random, raw: bytes) -> bytes:
    told = bytearray(raw)
    for _ in range(chance.choice((1, 3, 30)) if told else 0):
        told[chance.randrange(len(told))] ^= 1 << chance.randrange(8)
    return bytes(told)


def cut(chance: random.Random, raw: bytes) -> bytes:
    return raw[: chance.randint(0, len(raw))] if chance.random() < 0.8 else raw[chance.randint(0, len(raw)) :]


def _spans(chance: random.Random, raw: bytes) -> tuple[int, int, int]:
    begin = chance.randint(0, len(raw))
    end = min(len(raw), begin + chance.choice((1, 8, 100, 2_000)))
    return begin, end, chance.randint(0, len(raw))


def doubled(chance: random.Random, raw: bytes) -> bytes:
    begin, end, at = _spans(chance, raw)
    return raw[:at] + raw[begin:end] * chance.choice((1, 2, 50)) + raw[at:]


def removed(chance: random.Random, raw: bytes) -> bytes:
    begin, end, _ = _spans(chance, raw)
    return raw[:begin] + raw[end:]


def swapped(chance: random.Random, raw: bytes) -> bytes:
    begin, end, _ = _spans(chance, raw)
    rest = raw[:begin] + raw[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + raw[begin:end] + rest[at:]


def lines_shuffled(chance: random.Random, raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def nested(chance: random.Random, raw: bytes) -> bytes:
    """A value that is deep, in the place of another one."""
    deep = chance.choice((200, 3_000, 100_000))
    opening, closing = chance.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"<div>", b"</div>"), (b"> ", b"")))
    value = opening * deep + b"1" + (closing * deep if chance.random() < 0.8 else b"")
    places = [match.end() for match in re.finditer(rb"[:>,\n]", raw)] or [0]
    at = chance.choice(places)
    return raw[:at] + value + (b"," if chance.random() < 0.5 else b"") + raw[at:]


def retyped(chance: random.Random, raw: bytes) -> bytes:
    """Values of JSON that become values of another kind."""
    other = chance.choice((
        b"null", b"true", b"-1", b"1e999", b"9" * 400, b'""', b"[]", b"{}", b'"\\ud800"', b'"0000-13-45"', b"[[1]]",
        b'{"a":{"b":[]}}', b'"' + b"x" * 5_000 + b'"', b"253402300799999",
    ))  # fmt: skip
    values = list(re.finditer(rb'(?<=:)\s*("(?:[^"\\]|\\.)*"|[-\d.]+|true|false|null)', raw))
    for each in sorted(chance.sample(values, min(len(values), chance.choice((1, 4)))), key=lambda m: -m.start()):
        raw = raw[: each.start()] + other + raw[each.end() :]
    return raw


def ended_oddly(chance: random.Random, raw: bytes) -> bytes:
    """Other line ends, marks and encodings."""
    choices: list[Callable[[bytes], bytes]] = [
        lambda told: told.replace(b"\n", b"\r\n"), lambda told: b"\xef\xbb\xbf" + told, lambda told: told + b"\0" * 999,
        lambda told: told.decode("latin-1").encode("utf-16"), lambda told: told.replace(b"e", b"\xff\xe9"),
    ]  # fmt: skip
    return chance.choice(choices)(raw)


MUTATIONS: list[Mutation] = [
    flipped, cut, doubled, removed, swapped, lines_shuffled, nested, retyped, ended_oddly
]  # fmt: skip


def mutate(chance: random.Random, raw: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3))):
        raw = chance.choice(MUTATIONS)(chance, raw)
    return raw


def spoil(chance: random.Random, source: Path) -> Path:
    """Do something to a file, to one or two files of a folder, or to a member of a zip."""
    if source.is_dir():
        files = sorted(each for each in source.rglob("*") if each.is_file())
        for file in chance.sample(files, min(len(files), chance.choice((1, 2)))):
            file.chmod(0o600)
            file.write_bytes(mutate(chance, file.read_bytes()))
    elif zipfile.is_zipfile(source) and chance.random() < 0.6:
        with zipfile.ZipFile(source) as packed:
            members = {name: packed.read(name) for name in packed.namelist()}
        spoiled = chance.choice(sorted(members))
        members[spoiled] = mutate(chance, members[spoiled])
        with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, raw in members.items():
                packed.writestr(name, raw)
    else:
        source.write_bytes(mutate(chance, source.read_bytes()))
    return source


def others(folder: Path, tag: str) -> set[str]:
    """Every row of the sessions and memories of this tag; the service has to be ended.

    How much a memory matters is left out: small models weigh it in the background.
    """
    store = Store.open(Places(folder), SystemClock())
    try:
        with store.read() as reader:
            tagged = f"(SELECT session FROM memories WHERE text LIKE '%{tag}%')"
            rows: list[Any] = [
                reader.all(f"SELECT {shown} FROM {table} WHERE {column} IN {tagged} ORDER BY id")
                for table, column, shown in _PERSONS_TABLES
            ]
    finally:
        store.close()
    assert all(rows)
    return {repr(row) for table in rows for row in table}


def end_of(library: Library, path: Path, format: str) -> str:
    """How bringing it in ended: `done`, `told` by a sentence, or why that is not good."""
    began = stopwatch()
    try:
        job = library.import_file(str(path), "personal", format)
        while job.state not in (JobState.DONE, JobState.FAILED, JobState.CANCELLED):
            job = library.wait_job(job.id, 5.0)
            if stopwatch() - began > _MOST_S:
                library.cancel_job(job.id)
                return f"takes more than {_MOST_S:.0f} s"
    except Problem as problem:
        return f"a bug: {problem}" if problem.key in _BUGS else "told"
    if job.state is JobState.DONE:
        return "done"
    bad = not job.message or "Something went wrong" in job.message
    return f"a bug: {job.message}" if bad else "told"


@pytest.mark.parametrize("count", [240, pytest.param(MANY, marks=[pytest.mark.long])])
def test_mutated_files_of_every_format_come_in_or_are_told_and_change_nothing_else(
    data_folder: Path, tmp_path: Path, count: int
) -> None:
    chance, began = random.Random(SEED), stopwatch()
    formats = sorted(SAMPLES)
    with client_of(data_folder) as client:
        for format in formats:
            source = SAMPLES[format](tmp_path / "others" / format, "keepsake", 40)
            assert end_of(client.library, source, "") == "done", format
    assert stop_service(data_folder)
    before = others(data_folder, "keepsake")
    made = {(name, shape): make(tmp_path / "made" / f"{name}{shape}", "mutant", ROUNDS)
            for shape, makes in enumerate((SAMPLES, FILES)) for name, make in makes.items()}  # fmt: skip
    weighed = [each for each in sorted(made) for _ in range(1 if each[0] in _SLOW else 4)]
    ends: Counter[str] = Counter()
    bad: list[str] = []
    with client_of(data_folder) as client:
        pid = client.welcome.pid
        for number in range(count):
            chosen = chance.choice(weighed)
            place = tmp_path / "mutants" / str(number)
            place.parent.mkdir(exist_ok=True)
            path = spoil(chance, _copy(made[chosen], place))
            asked = chance.choice(("", chosen[0], chance.choice(formats)))
            end = end_of(client.library, path, asked)
            ends[f"{chosen[0]}: {end}" if end in ("done", "told") else "bad"] += 1
            if end not in ("done", "told"):
                bad.append(f"{number}: {chosen} as {asked!r}: {end}")
            elif place.is_dir():
                shutil.rmtree(place)
        assert services(data_folder) == [pid]
    print(f"\nseed {SEED}, {count:,} files, {stopwatch() - began:.0f} s: {dict(sorted(ends.items()))}")
    assert not bad, "\n".join(bad)
    log = (data_folder / "service.log").read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert " failed by a " not in log
    assert stop_service(data_folder)
    assert others(data_folder, "keepsake") ^ before == set()


def _copy(source: Path, place: Path) -> Path:
    """The source in a folder of its own."""
    if source.is_dir():
        shutil.copytree(source, place / source.name, symlinks=True)
    else:
        place.mkdir()
        shutil.copy(source, place / source.name)
    return place / source.name
