"""The part of the door by which memories come in from elsewhere, and go out."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.changes import Done
from mnemoteca.core.commits import CommitContext
from mnemoteca.core.door import Lane, door
from mnemoteca.core.jobs import Job, Skipped
from mnemoteca.core.known_sources import Source
from mnemoteca.core.memory import DEFAULT_SPACE, Memory
from mnemoteca.core.preview import AS_IT_IS, ImportOptions, Preview


class SourcesDoor(Protocol):
    """Imports, previews, sources, exports and their jobs."""

    @door(Lane.ACT, deadline_s=600.0)
    def import_file(
        self, path: str, space: str = DEFAULT_SPACE, format: str = "", options: ImportOptions = AS_IT_IS
    ) -> Job:
        """Start (or go on with) bringing in a file, a zip or a folder, thereby a source that the person said yes to."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def preview_import(self, path: str, space: str = DEFAULT_SPACE, format: str = "") -> Job:
        """Start to look what an import would do; nothing is brought in."""
        ...

    @door()
    def preview(self, job: int) -> Preview:
        """What was seen until now."""
        ...

    @door(deadline_s=120.0)
    def sources(self) -> tuple[Source, ...]:
        """What the person said yes to, then known places on this machine; nothing is opened."""
        ...

    @door(Lane.ACT)
    def daily_sources(self, on: bool, paths: tuple[str, ...] = ()) -> Done:
        """Whether these sources (all, where none is named) come in once a day by themselves."""
        ...

    @door(Lane.ACT)
    def drop_sources(self, paths: tuple[str, ...]) -> Done:
        """Take back the yes; what came from there stays."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def import_again(self) -> tuple[Job, ...]:
        """Start bringing in what is new in each source that the person said yes to."""
        ...

    @door(Lane.ACT)
    def export(
        self,
        path: str,
        space: str = DEFAULT_SPACE,
        format: str = "sessions",
        ids: tuple[int, ...] = (),
        session: int = 0,
    ) -> Job:
        """Start writing a space to a file (`sessions`) or into a new folder (`markdown`).

        With `ids` (at most 10,000) only these memories of it are written, with `session` only that one.
        """
        ...

    @door()
    def job(self, id: int) -> Job: ...
    @door()
    def jobs(self, limit: int = 50) -> tuple[Job, ...]: ...
    @door(Lane.WAIT, cancel=True, deadline_s=24 * 3600.0)
    def wait_job(self, id: int, timeout_s: float = 1.0) -> Job:
        """The job when it has ended, or as it stands after `timeout_s`."""
        ...

    @door(Lane.ACT)
    def cancel_job(self, id: int) -> Job: ...
    @door(Lane.ACT, deadline_s=600.0)
    def retry_job(self, id: int) -> Job:
        """Start anew what failed or was cancelled, as it was asked for; the job that does so."""
        ...

    @door(Lane.WAIT, deadline_s=600.0)
    def undo_import(self, job: int) -> Done:
        """End an import where it still runs and take back all that it brought in, whatever was done since."""
        ...

    @door()
    def skipped(self, job: int, start: int = 0, limit: int = 500) -> tuple[Skipped, ...]: ...

    @door(Lane.ACT, deadline_s=600.0)
    def remember_commit_context(self, commit_hash: str, path: str = "", space: str = DEFAULT_SPACE) -> CommitContext:
        """Bring in one commit of the repository at `path` (or of one that was brought in before) with its files."""
        ...

    @door()
    def commits_of(self, session: int) -> tuple[Memory, ...]:
        """The commits that were made in the folder and the time of a session."""
        ...
