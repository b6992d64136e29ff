"""Our own format, without loss: a line a session, a long one in parts."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

import msgspec

from mnemoteca.core.interchange import MARK, VERSION, OurSession, OurTurn, told_time
from mnemoteca.library.exports.writing import Told
from mnemoteca.store.tables.exports import SessionRow

PART_BYTES = 16_000_000
_ROUND = 200  # bytes around the names of a line

_DERIVED_KIND = {"note": "note", "document": "document"}


class SessionsFile:
    """A file of lines, readable by this user only."""

    def __init__(self, path: Path) -> None:
        self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._encode = msgspec.json.Encoder().encode
        self._turns: list[bytes] = []
        self._before, self._size = b"", 0

    def __enter__(self) -> SessionsFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file as file:
            file.flush()
            os.fsync(file.fileno())

    def begin(self, session: SessionRow) -> None:
        head = OurSession(
            session.source_id, str(session.uuid), session.title, told_time(session.started_at, session.offset_min),
            session.kind, session.format, session.folder, session.branch, session.extra,
        )  # fmt: skip
        line = {"name": session.collection, "source": session.source, MARK: VERSION}
        self._before = self._encode(line)[:-1] + b',"sessions":[' + self._encode(head)[:-1] + b',"turns":['
        self._turns, self._size = [], 0

    def add(self, told: Told) -> None:
        turn = self._encode(_turn(told))
        if self._turns and len(self._before) + self._size + len(turn) + len(self._turns) + _ROUND > PART_BYTES:
            self.end()
        self._turns.append(turn)
        self._size += len(turn)

    def end(self) -> None:
        self._file.write(self._before)
        self._file.write(b",".join(self._turns))
        self._file.write(b"]}]}\n")
        self._turns, self._size = [], 0


def _turn(told: Told) -> OurTurn:
    now, first, parent = told.now, told.first, told.parent
    return OurTurn(
        now.text, first.source_id, str(first.uuid), now.speaker, told_time(now.at, now.offset_min),
        now.precision if now.at else "instant", now.role,
        "" if now.kind == _DERIVED_KIND.get(now.role, "turn") else now.kind, now.category, tuple(now.tags), now.tier,
        now.pinned, now.importance, told.former, parent[1] if parent else "",
        str(parent[2]) if parent and not parent[1] else "", now.active, now.model, now.attachments, tuple(now.places),
        now.accesses, told_time(now.last_access, 0), now.extra, now.parent is not None and parent is None,
    )  # fmt: skip
