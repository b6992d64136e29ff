"""The history of a git repository: commits as memories, and what the files that they changed held.

A session is a day of commits. A content is stored once, with the first commit that has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from mnemoteca.core.importing import Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.memory import Role
from mnemoteca.core.text import storable
from mnemoteca.core.when import local_day
from mnemoteca.library.importers import git_commands, git_log
from mnemoteca.library.importers.encoding import decoded, is_text
from mnemoteca.library.importers.git_commands import Blobs, NoGit, Torn
from mnemoteca.library.importers.git_log import MOST_NAMED, Changed, Commit
from mnemoteca.library.importers.origin import Origin
from mnemoteca.library.importers.seen import Seen

SOURCE = "git"
KIND, FILE = "commit", "file"  # the kinds of its memories
MOST_BYTES = 65_536  # of a content that is kept
_LONGEST_LINE = 5_000  # characters; what people write has none longer
_GENERATED = re.compile(
    r"(?:^|/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum|[\w.-]+\.lock|[^/]+\.min\.(?:js|css)"
    r"|[^/]+\.(?:map|snap)|[^/]+_pb2(?:_grpc)?\.pyi?)$",
    re.IGNORECASE,
)
_GENERATED_MARK = re.compile(r"@generated\b|\bDO NOT EDIT\b", re.IGNORECASE)
_MARKED_WITHIN = 1_000  # characters


class Git:
    """Reads the history of a git repository."""

    name = "git"

    def detect(self, origin: Origin) -> float:
        return 0.5 if is_repository(origin.path) else 0.0

    def read(self, origin: Origin) -> Iterator[Item]:
        size, number = origin.stamp()[0], 0
        try:
            history = History(origin.path)
            count = history.count()
            for item in history.read():
                yield item
                number += isinstance(item, RawTurn) and item.kind == KIND
                if number % 50 == 0:
                    yield ReadTo(size * min(number, count) // max(1, count))
        except NoGit as trouble:
            yield Unread("", str(trouble))
        yield ReadTo(size)


def is_repository(path: Path) -> bool:
    """Whether a folder has a repository, or is a bare one."""
    try:
        if (path / ".git").exists():
            return True
        return (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()
    except OSError:
        return False


class History:
    """The commits of one repository; raises `NoGit` where there are none to be read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not git_commands.told(folder, "rev-parse", "--git-dir"):
            raise NoGit("it is no repository that git can read")
        self._heads = ["--branches", "--tags"]
        self._head = git_commands.told(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        if self._head:
            self._heads.append("HEAD")
        elif not git_commands.told(folder, "for-each-ref", "--count=1", "refs/heads", "refs/tags"):
            raise NoGit("the repository has no commits yet")
        self._collection = self._identity()

    def count(self) -> int:
        """How many commits there are."""
        told = git_commands.told(self.folder, "rev-list", "--count", *self._heads)
        return int(told) if told.isdigit() else 0

    def read(self) -> Iterator[Item]:
        """All commits, the oldest first, each with what its files held."""
        return self._read([*git_log.ARGUMENTS, "--reverse", *self._heads, "--"])

    def one(self, named: str) -> Iterator[Item]:
        """A single commit; nothing where there is none of this name."""
        hash = git_commands.told(self.folder, "rev-parse", "--verify", "--quiet", f"{named}^{{commit}}")
        return self._read([*git_log.ARGUMENTS, "--no-walk", hash, "--"]) if hash else iter(())

    def _read(self, arguments: list[str]) -> Iterator[Item]:
        seen, day = Seen(), ""
        with git_commands.running(self.folder, *arguments) as log, closing(Blobs(self.folder)) as blobs:
            assert log.stdout is not None
            for commit in git_log.commits(git_commands.tokens(log.stdout)):
                head = self._session(commit)
                if head.id != day:
                    yield head
                    day = head.id
                yield _commit(commit)
                for changed in commit.files:
                    if changed.blob and seen.add(changed.blob):
                        yield from _content(commit, changed, blobs)
            if log.wait():
                yield Unread("", "its history ends too early: objects are missing or damaged")

    def _session(self, commit: Commit) -> RawSession:
        at, offset = commit.moment.at, commit.moment.offset_min
        day = local_day(at, offset).isoformat() if at else "unknown day"
        name = storable(self.folder.name.removesuffix(".git") or "repository")
        return RawSession(
            self._collection,
            SOURCE,
            day,
            f"{name} · {day}",
            commit.moment,
            "commits",
            folder=storable(str(self.folder)),
        )

    def _identity(self) -> str:
        """By what a repository is known wherever it lies: its first commit; a shallow one by where it came from."""
        if git_commands.told(self.folder, "rev-parse", "--is-shallow-repository") == "true":
            told = git_commands.told(self.folder, "config", "--local", "--get", "remote.origin.url")
            if told:
                return storable(_without_password(told))
        heads = ["HEAD"] if self._head else self._heads
        roots = git_commands.told(self.folder, "rev-list", "--max-parents=0", *heads, "--").split()
        return roots[-1] if roots else storable(self.folder.name)


def _without_password(url: str) -> str:
    try:
        parts = urlsplit(url)
        return f"{parts.hostname}{parts.path}" if parts.hostname else url.rpartition("@")[2]
    except ValueError:
        return url.rpartition("@")[2]


def _commit(commit: Commit) -> RawTurn:
    extra = json.dumps({"parents": list(commit.parents)}) if len(commit.parents) > 1 else None
    paths = [path for changed in commit.files[:MOST_NAMED] for path in (changed.path, changed.former) if path]
    return RawTurn(
        commit.hash, f"commit {commit.hash[:12]}", git_log.text_of(commit), Role.DOCUMENT, commit.author,
        commit.moment, extra=extra, kind=KIND, places=tuple(("file", path[:2000]) for path in dict.fromkeys(paths)),
    )  # fmt: skip


def _content(commit: Commit, changed: Changed, blobs: Blobs) -> Iterator[Item]:
    """What a changed file held, where it is text that a person may have written."""
    if _GENERATED.search(changed.path):
        return
    where = f"commit {commit.hash[:12]}, {git_log.shown(changed.path)}"
    try:
        raw = blobs.find(changed.blob, MOST_BYTES)
    except Torn:
        yield Unread(where, "what the file held is damaged in the repository")
        return
    text = "" if raw is None or not is_text(raw) else decoded(raw)[0]
    if _is_written(text):
        yield RawTurn(
            changed.blob, where, text, Role.DOCUMENT, "", commit.moment, kind=FILE,
            places=(("file", changed.path[:2000]),),
        )  # fmt: skip


def _is_written(text: str) -> bool:
    """Whether a person may have written it."""
    if not text.strip() or _GENERATED_MARK.search(text, 0, _MARKED_WITHIN):
        return False
    return max(map(len, text.splitlines())) <= _LONGEST_LINE
