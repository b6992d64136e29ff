"""A folder of Markdown, a file a session, for people and other programs."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta, timezone
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from mnemoteca.core.filenames import Names, safe_name
from mnemoteca.library.exports.writing import Told
from mnemoteca.store.tables.exports import SessionRow

_FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


class MarkdownFolder:
    """A new folder, readable by this user only."""

    def __init__(self, path: Path) -> None:
        path.mkdir(mode=0o700)
        self._path = path
        self._names = Names()
        self._file: TextIOWrapper | None = None

    def __enter__(self) -> MarkdownFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def begin(self, session: SessionRow) -> None:
        day = _moment(session.started_at, session.offset_min, "day")
        title = safe_name(session.title, session.kind)
        name = title if not day or title.startswith(day) else f"{day} {title}"
        self._file = (self._path / self._names.give(name, ".md")).open("x", encoding="utf-8", newline="\n")
        head = {"title": session.title, "date": day, "source": session.source, "kind": session.kind}
        head |= {"folder": session.folder, "branch": session.branch, "id": str(session.uuid)}
        told = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items() if value)
        self._file.write(f"---\n{told}---\n\n# {' '.join(session.title.split()) or session.kind}\n")

    def add(self, told: Told) -> None:
        now = told.now
        who = " ".join(now.speaker.split()) or {"user": "You", "note": ""}.get(now.role, now.role.capitalize())
        parts = (who, _moment(now.at, now.offset_min, now.precision), "pinned" if now.pinned else "")
        heading = " · ".join(part for part in parts if part) or "Note"
        branch = "" if now.active else "\n*(on another branch)*\n"
        tags = "\n" + " ".join(f"#{tag}" for tag in now.tags) + "\n" if now.tags else ""
        assert self._file is not None
        self._file.write(f"\n## {heading}\n{branch}\n{now.text.rstrip()}\n{tags}")

    def end(self) -> None:
        assert self._file is not None
        with self._file as file:
            file.flush()
            os.fsync(file.fileno())
        self._file = None


def _moment(at: datetime | None, offset_min: int, precision: str) -> str:
    if at is None:
        return ""
    try:
        local = at.astimezone(timezone(timedelta(minutes=offset_min)))
    except (OverflowError, ValueError):
        local = at
    return local.strftime(_FORMATS.get(precision, "%Y-%m-%d %H:%M"))
