"""Where memories come from: known places on this machine, and those that the person said yes to.

Nothing is opened here: what is told of a place is what the file system tells of its files.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mnemoteca.core.changes import Done
from mnemoteca.core.errors import NotFound, Problem
from mnemoteca.core.jobs import Job
from mnemoteca.core.known_sources import KNOWN, LASTS, KnownPlace, Source, deleted_from, is_due
from mnemoteca.library.imports import Imports
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import jobs, sources
from mnemoteca.store.tables.sources import SourceRow

_LOOKED_AT = 500  # jobs that tell what was tried of late
_MOST = 200_000  # entries of one place that are looked at
_VAULTS_IN = ("", "Documents", "Documentos", "Obsidian")


class Sources(Imports):
    """The part of the library that knows where more can be brought in from."""

    def sources(self) -> tuple[Source, ...]:
        now = self.clock.now()
        with self.store.read() as reader:
            said = sources.all_of(reader)
        known = {str(path): place for place in KNOWN for path in _paths(place, Path.home(), os.environ)}
        found = [_look(path, place, now) for path, place in known.items()]
        told = [_told(row, _look(row.path, known.get(row.path), now)) for row in said]
        yes = {each.path for each in told}
        return tuple(told + [each for each in found if each.there and each.path not in yes])

    def daily_sources(self, on: bool, paths: tuple[str, ...] = ()) -> Done:
        def work(tx: Tx) -> Done:
            rows = _chosen(sources.all_of(tx), paths)
            sources.set_daily(tx, [row.id for row in rows], daily=on)
            return Done(len(rows), tx.last_change)

        return self.store.write(work)

    def drop_sources(self, paths: tuple[str, ...]) -> Done:
        def work(tx: Tx) -> Done:
            rows = _chosen(sources.all_of(tx), paths)
            sources.drop(tx, [row.id for row in rows])
            return Done(len(rows), tx.last_change)

        return self.store.write(work)

    def import_again(self) -> tuple[Job, ...]:
        with self.store.read() as reader:
            rows = sources.all_of(reader)
        return tuple(self._bring_in(rows))

    def bring_in_daily(self) -> int:
        """Start what comes in by itself and last did so a day ago; how many imports were started.

        What failed, or was cancelled, is tried again a day later, too.
        """
        now = self.clock.now()
        with self.store.read() as reader:
            begun = [job for job in jobs.newest(reader, _LOOKED_AT) if job.kind == "import"]
            tried = {(job.args["path"], job.space_name) for job in begun if not is_due(now, job.started_at)}
            rows = [row for row in sources.all_of(reader) if row.daily and is_due(now, row.last_at)]
        return sum(1 for _ in self._bring_in([row for row in rows if (row.path, row.space) not in tried]))

    def _bring_in(self, rows: Sequence[SourceRow]) -> Iterator[Job]:
        for row in rows:
            try:
                yield self.import_file(row.path, row.space, row.format)
            except Problem:  # it is gone, or empty by now: that deletes nothing, and `sources` tells so
                continue


def _chosen(rows: Sequence[SourceRow], paths: Sequence[str]) -> list[SourceRow]:
    """The sources at these paths, all where none is named; raises `NotFound`."""
    wanted = [os.path.abspath(path) for path in paths]
    for path in wanted:
        if path not in {row.path for row in rows}:
            raise NotFound("no_source", path=path)
    return [row for row in rows if not wanted or row.path in wanted]


def _told(row: SourceRow, seen: Source) -> Source:
    return replace(
        seen, format=row.format, space=row.space, yes_at=row.yes_at, last_at=row.last_at, daily=row.daily
    )  # fmt: skip


def _paths(place: KnownPlace, home: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    if place.folder.startswith("*/"):
        for parent in dict.fromkeys(home / name for name in _VAULTS_IN):
            yield from (folder for folder in _folders(parent) if _is_folder(folder / place.folder[2:]))
    elif place.variable and (named := environment.get(place.variable)):
        yield Path(os.path.abspath(named))
    else:
        yield home / place.folder


def _folders(parent: Path) -> list[Path]:
    try:
        with os.scandir(parent) as entries:
            return sorted(Path(each.path) for each in entries if each.is_dir(follow_symlinks=False))
    except OSError:
        return []


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _look(path: str, place: KnownPlace | None, now: datetime) -> Source:
    """What the file system tells of a place, without opening any file."""
    parts, suffixes, days = (place.parts, place.suffixes, place.deleted_after_days) if place else (("",), (), None)
    soon = deleted_from(now, days)
    files = [found for part in parts for found in _files(os.path.join(path, part) if part else path, suffixes)]
    changed = [at for _, _, at in files]
    return Source(
        name=place.name if place else os.path.basename(path),
        path=path,
        there=os.path.exists(path) and (place is None or bool(files)),
        files=len(files),
        size=sum(size for _, size, _ in files),
        oldest=min(changed, default=None),
        newest=max(changed, default=None),
        deleted_after_days=days,
        deleted_soon=sum(at < soon and name != LASTS for name, _, at in files) if soon else 0,
    )


def _files(path: str, suffixes: tuple[str, ...]) -> Iterator[tuple[str, int, datetime]]:
    """Names, sizes and times of the files of these suffixes (of any, where none is named), links not followed."""
    waiting, seen = [path], 0
    try:
        if stat.S_ISREG((own := os.lstat(path)).st_mode):
            yield os.path.basename(path), own.st_size, _moment(own.st_mtime)
            return
    except OSError:
        return
    while waiting and seen < _MOST:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    seen += 1
                    if entry.is_dir(follow_symlinks=False) and entry.name != ".git":
                        waiting.append(entry.path)
                    elif entry.is_file(follow_symlinks=False) and (not suffixes or entry.name.endswith(suffixes)):
                        found = entry.stat(follow_symlinks=False)
                        yield entry.name, found.st_size, _moment(found.st_mtime)
        except OSError:  # a folder that can't be read, or is gone by now
            continue


def _moment(mtime: float) -> datetime:
    return datetime.fromtimestamp(min(max(mtime, 0.0), 253_402_300_000.0), UTC)
