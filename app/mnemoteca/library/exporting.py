"""Taking out: a space as our own format, without loss, or as a folder of Markdown; as a job."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound, Stopped
from mnemoteca.core.jobs import Job
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.text import storable
from mnemoteca.core.views import MAX_IDS
from mnemoteca.library.body import Body
from mnemoteca.library.exports.markdown import MarkdownFolder
from mnemoteca.library.exports.sessions import SessionsFile
from mnemoteca.library.exports.writing import Told, Writing
from mnemoteca.library.jobs import JobRunner, Running
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import exports, jobs
from mnemoteca.store.tables.exports import SessionRow, Standing

FORMATS: dict[str, Callable[[Path], Writing]] = {"sessions": SessionsFile, "markdown": MarkdownFolder}
_MEMORIES, _CHARACTERS = 2_000, 4_000_000  # that are read at once


class Exporting(Body):
    """The part of the library that writes a space out."""

    jobs_runner: JobRunner

    def export(
        self,
        path: str,
        space: str = DEFAULT_SPACE,
        format: str = "sessions",
        ids: tuple[int, ...] = (),
        session: int = 0,
    ) -> Job:
        target = Path(os.path.abspath(path))
        if len(ids) > MAX_IDS:
            raise BadInput("number_range", name="ids", value=len(ids), low=1, high=MAX_IDS)
        if format not in FORMATS:
            raise BadInput("no_export_format", name=format)
        if os.path.lexists(target):
            raise DiskTrouble("file_exists", path=target)
        if not target.parent.is_dir():
            raise NotFound("no_folder", folder=target.parent)
        args = {"path": str(target), "format": format, "ids": list(ids), "session": session}

        def work(tx: Tx) -> int:
            _check(tx, self.space_id(tx, space), ids, session)
            return jobs.insert(tx, "export", storable(target.name), self.space_id(tx, space), args, 0, "memory")

        id = self.store.write(work)
        self.jobs_runner.wake()
        return self.jobs_runner.job(id)

    def run_export(self, running: Running) -> str:
        """The work of a job of the kind `export`; after an interruption it begins anew."""
        target = Path(running.row.args["path"])
        part = target.with_name(f".{target.name}.{running.row.id}.part")
        try:
            if running.cursor.get("written") and not os.path.lexists(part):
                return _sentence(running)  # all but the end of the job had been done
            _remove(part)
            with FORMATS[running.row.args["format"]](part) as writing:
                self._write(running, writing)
            if os.path.lexists(target):
                raise DiskTrouble("file_exists", path=target)
            running.cursor = {"written": True}
            self.store.write(running.save)
            part.rename(target)
        except Stopped as stopped:
            raise Stopped("cancelled_unwritten") from stopped
        except OSError as error:
            if isinstance(error, DiskTrouble):
                raise
            key = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "read_only"
            raise DiskTrouble(key, folder=target.parent) from error
        finally:
            with suppress(OSError):
                _remove(part)
        return _sentence(running)

    def _write(self, running: Running, writing: Writing) -> None:
        with self.store.read() as reader:
            args = running.row.args  # a job of an earlier release names no memories
            chosen = exports.chosen(reader, args.get("ids", ()))
            sessions = exports.sessions_of(reader, running.row.space, chosen, args.get("session", 0))
        running.total = sum(each.memories for each in sessions)
        running.result = {"sessions": len(sessions), "memories": 0}
        running.go_on_from(0)
        for group in _groups(sessions):
            with self.store.read() as reader:
                standing = exports.standings(reader, [each.id for each in group], chosen)
            firsts = {each.first for each in standing}
            by_session: dict[int, list[Standing]] = {each.id: [] for each in group}
            for each in standing:
                by_session[each.session].append(each)
            for session in group:
                writing.begin(session)
                for chunk in _chunks(by_session[session.id]):
                    running.token.raise_if_cancelled()
                    for told in self._told(chunk, firsts):
                        writing.add(told)
                    running.result["memories"] += len(chunk)
                    running.done += sum(1 + len(each.former) for each in chunk)
                    self.jobs_runner.moved(running)
                writing.end()
        running.done = running.total

    def _told(self, chunk: Sequence[Standing], firsts: set[int]) -> Iterator[Told]:
        ids = [id for each in chunk for id in {each.first, each.now, *each.former}]
        with self.store.read() as reader:
            rows = exports.rows_of(reader, ids)
            keys = [row.parent for each in chunk if (row := rows.get(each.now)) and row.parent]
            parents = exports.parents(reader, keys)
        for each in chunk:
            if each.now in rows and each.first in rows:  # else it was purged just now
                key = rows[each.now].parent
                parent = None if key is None else parents.get(key)
                former = tuple(rows[id].text for id in each.former if id in rows)
                told = parent if parent and parent[0] in firsts else None
                yield Told(rows[each.now], rows[each.first], former, told)


def _check(tx: Tx, space: int, ids: Sequence[int], session: int) -> None:
    """Raise `NotFound` where one of these memories, or the session, is not there to be written."""
    found = exports.present(tx, space, ids)
    if missing := [id for id in ids if id not in found]:
        raise NotFound("no_memory", id=missing[0])
    if session and not exports.has_session(tx, space, session):
        raise NotFound("no_session", id=session)


def _sentence(running: Running) -> str:
    memories, sessions = running.result["memories"], running.result["sessions"]
    told = f"{memories:,} {'memory' if memories == 1 else 'memories'}"
    told += f" of {sessions:,} {'session' if sessions == 1 else 'sessions'}"
    return f"{told} written to {running.row.args['path']}."


def _groups(sessions: Sequence[SessionRow]) -> Iterator[list[SessionRow]]:
    """Small sessions together, a large one alone."""
    group: list[SessionRow] = []
    held = 0
    for session in sessions:
        if group and held + session.memories > _MEMORIES:
            yield group
            group, held = [], 0
        group.append(session)
        held += session.memories
    if group:
        yield group


def _chunks(standing: Sequence[Standing]) -> Iterator[list[Standing]]:
    chunk: list[Standing] = []
    characters = 0
    for each in standing:
        if chunk and (len(chunk) >= _MEMORIES or characters + each.characters > _CHARACTERS):
            yield chunk
            chunk, characters = [], 0
        chunk.append(each)
        characters += each.characters
    if chunk:
        yield chunk


def _remove(part: Path) -> None:
    """What an export that was interrupted left behind."""
    if part.is_dir() and not part.is_symlink():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)
