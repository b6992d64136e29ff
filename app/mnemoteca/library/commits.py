"""Single commits as memories, and commits and sessions that belong together by folder and time."""

from __future__ import annotations

import os
import re
from pathlib import Path

from mnemoteca.core.changes import By
from mnemoteca.core.commits import CommitContext
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.importing import Item, RawSession, RawTurn
from mnemoteca.core.memory import DEFAULT_SPACE, ROW_TEXT, Memory
from mnemoteca.core.preview import AS_IT_IS
from mnemoteca.library.body import Body
from mnemoteca.library.importers.git_commands import NoGit
from mnemoteca.library.importers.repository import KIND, Git, History, is_repository
from mnemoteca.library.importers.screen import screened
from mnemoteca.library.intake import Intake, Prepared
from mnemoteca.library.tracking import Track
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables import commits, details, memories, sessions

_NAMED = re.compile(r"[0-9a-fA-F]{4,64}|HEAD")
_BATCH = 500


class Commits(Body):
    """The part of the library that remembers commits."""

    def remember_commit_context(self, commit_hash: str, path: str = "", space: str = DEFAULT_SPACE) -> CommitContext:
        named = commit_hash.strip()
        with self.store.read() as reader:
            space_id = self.space_id(reader, space)
            known = commits.folders(reader, space_id)
        folders = [_root(Path(os.path.abspath(path)))] if path else [Path(each) for each in known]
        items = _found(named, folders)
        if not items:
            where = path or ", ".join(known) or "the repository"
            raise NotFound("no_commit", hash=named[:64], where=where)
        return self._remember(items, space_id)

    def commits_of(self, session: int) -> tuple[Memory, ...]:
        with self.store.read() as reader:
            ids = commits.made_in(reader, session)
            return tuple(details.told(reader, memories.by_ids(reader, ids, ROW_TEXT, self.lives(reader))))

    def _remember(self, items: list[Item], space: int) -> CommitContext:
        prepared = _prepared(items, space)
        intake = Intake(space, Git.name, lambda tx: self.insert_act(tx, space, "import", By.IMPORT, len(prepared)))

        def put(tx: Tx) -> int:
            act = new = 0
            for start in range(0, len(prepared), _BATCH):
                outcome, act = intake.take(tx, prepared[start : start + _BATCH], act)
                new += outcome.memories_new + outcome.changed
            return new

        new = self.store.write(put)
        with self.store.read() as reader:
            ids = commits.active(reader, [each.key for each in prepared])
            found = details.told(reader, memories.by_ids(reader, ids, ROW_TEXT, self.lives(reader)))
            commit = next((each for each in found if each.kind == KIND), None)
            if commit is None:
                raise BadInput("cannot_read", path=prepared[0].raw.where, reason="it is in the trash")
            around = commits.sessions_around(reader, commit.id, commit.occurred_at) if commit.occurred_at else []
            told = tuple(sessions.by_ids(reader, around, self.lives(reader)))
        return CommitContext(commit, tuple(each for each in found if each.kind != KIND), told, new)


def _root(path: Path) -> Path:
    """The repository that a folder is in; the folder itself where it is in none."""
    return next((each for each in (path, *path.parents) if is_repository(each)), path)


def _found(named: str, folders: list[Path]) -> list[Item]:
    """The commit in the first of these repositories that has it; raises `BadInput` where the only one can't be read."""
    if not _NAMED.fullmatch(named):
        raise BadInput("cannot_read", path=f"“{named[:64]}”", reason="it is not the hash of a commit")
    for folder in folders:
        try:
            items = [item for item in History(folder).one(named) if isinstance(item, RawSession | RawTurn)]
        except NoGit as trouble:
            if len(folders) == 1:
                raise BadInput("cannot_read", path=folder, reason=str(trouble)) from trouble
            continue
        if items:
            return list(items)
    return []


def _prepared(items: list[Item], space: int) -> list[Prepared]:
    """The commit and its files without their secrets, as an import has them."""
    track, prepared = Track(space, Git.name), []
    for item in screened(items, AS_IT_IS):
        if isinstance(item, RawSession):
            track.session(item)
        elif isinstance(item, RawTurn):
            prepared.append(track.prepared(item))
    return prepared
