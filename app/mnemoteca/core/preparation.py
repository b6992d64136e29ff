"""How far the set-up has come that goes on behind the running app: the embedder, the engine for language models."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec

LONGEST_MIN = 180.0  # a build that began longer ago was interrupted: the slowest one that was seen took 17 minutes


class PreparationState(StrEnum):
    """Where a set-up stands; `off` means that nobody started it."""

    OFF = "off"
    WAITING = "waiting"
    BUILDING = "building"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Preparation:
    """The state file that the set-up writes; `reason` is a sentence where it failed or was not started."""

    state: PreparationState = PreparationState.OFF
    since: datetime | None = None
    minutes: float = 0.0
    reason: str = ""
    log: str = ""

    def meaning_sentence(self) -> str:
        """What a person is told where this is the state of the embedder."""
        match self.state:
            case PreparationState.READY:
                return "Search by meaning is ready."
            case PreparationState.BUILDING | PreparationState.WAITING:
                return "Search by meaning is being prepared; words find meanwhile."
            case PreparationState.FAILED:
                return f"Search by meaning could not be prepared: {self.reason}."
            case _:
                return "Search by meaning is not prepared; prepare it with: mnemoteca models prepare."

    def sentence(self, now: datetime) -> str:
        """What a person is told where this is the state of the engine; `now` is aware."""
        match self.state:
            case PreparationState.READY:
                return "The engine for language models is ready."
            case PreparationState.BUILDING:
                so_far = 0.0 if self.since is None else max(0.0, (now - self.since).total_seconds() / 60)
                if so_far > LONGEST_MIN:
                    return "The preparation of the engine for language models was interrupted; ./run takes it up again."
                return f"The engine for language models is being built ({so_far:.0f} min so far)."
            case PreparationState.WAITING:
                return "The engine for language models will be built soon."
            case PreparationState.FAILED:
                return f"The engine for language models could not be prepared: {self.reason}"
            case _:
                return "The engine for language models is not prepared; all else works without it."


def parse_preparation(text: str | bytes) -> Preparation:
    """The state that a state file tells; what can't be read counts as not started."""
    try:
        return msgspec.json.decode(text, type=Preparation)
    except msgspec.MsgspecError:
        return Preparation()
