"""What the service tells its clients unasked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mnemoteca.core.answers import Stated
from mnemoteca.core.jobs import Job
from mnemoteca.core.standing import MeaningStatus
from mnemoteca.core.views import ViewChanged


@dataclass(frozen=True, slots=True)
class Changed:
    """Changes `first` to `last` happened; ask for them, or look again."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class JobMoved:
    """A job began, went on or ended."""

    job: Job


@dataclass(frozen=True, slots=True)
class Indexed:
    """The words index now holds everything up to this change."""

    words_change: int
    missing: int


@dataclass(frozen=True, slots=True)
class MeaningMoved:
    """Search by meaning stands so now: more vectors are there, or the embedder is in another state."""

    meaning: MeaningStatus


@dataclass(frozen=True, slots=True)
class Resync:
    """Pushes were dropped because they were not read: everything after change `since` is to be asked for."""

    since: int


class Wish(StrEnum):
    """What a window can be asked for from outside: itself, or the box to write a note in."""

    WINDOW = "window"
    CAPTURE = "capture"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Another process of this person wants something of the window, which is to bring in these files, too."""

    wish: Wish
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerGrew:
    """The answer that was asked for under this name has come so far; with `growing` its last sentence goes on."""

    stream: str
    stated: tuple[Stated, ...]
    growing: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """Other tags than before are suggested for these memories."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeMoved:
    """More was read for what is known, which is now this many changes behind."""

    behind: int


Push = (
    Changed | ViewChanged | JobMoved | Indexed | MeaningMoved | Resync | Wanted | AnswerGrew | Suggested
    | KnowledgeMoved
)  # fmt: skip
