"""The part of the door behind which memories become knowledge: runs, what they make, what fades, and why."""

from __future__ import annotations

from typing import Protocol

from mnemoteca.core.changes import Done
from mnemoteca.core.door import Lane, door
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.reports import RunInfo
from mnemoteca.core.sleep.outlook import Course, Outlook
from mnemoteca.core.sleep.values import Digest, Fading, Learned, Pattern, RunDifference
from mnemoteca.core.sleep.why import Consequences, Why


class SleepDoor(Protocol):
    """Runs are proposed, seen, applied and undone; whatever they make names its sources."""

    @door(Lane.WAIT, cancel=True, deadline_s=600.0)
    def propose_run(self, space: str = DEFAULT_SPACE, session: int = 0) -> RunDifference:
        """What a run would do, over a space or one session; nothing is changed until `apply_run`."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def apply_run(self, run: int) -> RunInfo:
        """Do exactly what a proposed run shows; what changed since it read it is dropped and left as it is."""
        ...

    @door(Lane.WAIT, cancel=True, deadline_s=600.0)
    def consolidate_memories(self, session_id: int) -> RunInfo:
        """One run over one session, proposed and applied."""
        ...

    @door()
    def runs(self, space: str = DEFAULT_SPACE, limit: int = 50) -> tuple[RunInfo, ...]:
        """The newest first."""
        ...

    @door()
    def run(self, id: int) -> RunDifference:
        """A run with what it changes (at most 500 of it), and what rests on it."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def undo_run(self, run: int, with_later: bool = False) -> Done:
        """The state as if it had never been applied; refused while later acts rest on it, or `with_later` those too."""
        ...

    @door()
    def learned(self, space: str = DEFAULT_SPACE) -> Learned:
        """Digests and patterns that hold, at most 500 of each."""
        ...

    @door()
    def digest(self, id: int) -> Digest: ...
    @door()
    def pattern(self, id: int) -> Pattern: ...

    # -- what fades, and why
    @door()
    def fading(self, space: str = DEFAULT_SPACE, within_s: float = 6 * 3600.0) -> tuple[Fading, ...]:
        """What leaves its tier within so many seconds if nobody does anything, the first to go first; at most 500.

        It is kept by `promote` or `pin`, let go by `let_go`, merged with the one that says the same by `merge`.
        """
        ...

    @door(Lane.ACT)
    def merge(self, id: int, into: int) -> Done:
        """Let a memory fade that says the same as another, to which it then points; no text is changed."""
        ...

    @door()
    def why(self, id: int, kind: str = "memory") -> Why:
        """Why a memory, a digest, a pattern or a fact is there."""
        ...

    @door()
    def forget_preview(self, ids: tuple[int, ...] = (), session: int = 0) -> Consequences:
        """What would go with these memories, or with a session; nothing is changed."""
        ...

    @door(Lane.ACT)
    def given_to_assistant(self, ids: tuple[int, ...]) -> None:
        """An assistant was given the texts of these: for 30 days what it says again of them is known as an echo.

        An echo is kept and found, and teaches nothing: no fact, no digest, no access, no importance.
        """
        ...

    @door()
    def course(self, id: int, days: int = 60) -> Course:
        """How present a memory was, is and will be (1 to 730 days either way)."""
        ...

    @door()
    def outlook(self, space: str = DEFAULT_SPACE) -> Outlook:
        """How much of what stands in the tiers will be there in a year, at the present rules."""
        ...
