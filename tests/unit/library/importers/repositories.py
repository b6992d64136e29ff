"""Git repositories made for a test."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository in a folder; its commits are made at the times that are given."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *arguments)
        for name, value in (("user.name", "Ana"), ("user.email", "ana@example.org"), ("commit.gpgsign", "false")):
            self.git("config", name, value)

    def git(self, *arguments: str, at: str = "2024-05-01T10:00:00+02:00", fails: bool = False) -> str:
        dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at, "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder, env={**os.environ, **dates}, capture_output=True, check=not fails,
        )  # fmt: skip
        return done.stdout.decode().strip()

    def commit(self, message: str, files: dict[str, str | bytes], at: str = "2024-05-01T10:00:00+02:00") -> str:
        """A commit that writes these files; its hash."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("add", "-A", at=at)
        self.git("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", message, at=at)
        return self.git("rev-parse", "HEAD")

    def take_in(self, stream: bytes) -> None:
        """Commits told as `git fast-import` reads them."""
        subprocess.run(["git", "fast-import", "--quiet"], cwd=self.folder, input=stream, check=True)
