"""A library that keeps, forgets and finds, and a chat to be found."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.clock import Clock
from mnemoteca.core.memory import DEFAULT_SPACE, Precision, Role
from mnemoteca.core.pushes import Push
from mnemoteca.core.recall import Filters, Question, Recalled
from mnemoteca.core.text import language
from mnemoteca.library.acting import Acting
from mnemoteca.library.capture import Captures, Days
from mnemoteca.library.indexing import Indexing
from mnemoteca.library.looking import Looking
from mnemoteca.library.recall.recalls import Recalls
from mnemoteca.library.short_tier import Room
from mnemoteca.library.undoing import Undoing
from mnemoteca.store.engine import Places, Store, Tx
from mnemoteca.store.tables import memories, sessions, spaces
from mnemoteca.store.tables.memories import NewMemory

CHAT_AT = datetime(2023, 5, 7, 9, 0, tzinfo=UTC)


class Finding(Captures, Looking, Acting, Undoing, Recalls):
    """Keeps, forgets and finds; the index follows only when it is told to."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.pushed: list[Push] = []
        super().__init__(Store.open(Places(folder), clock), clock, self.pushed.append)
        self.days = Days()
        self.room = Room()
        self.indexing = Indexing(self.store, clock, self.push)
        self.store.write(_make_space)

    def index(self) -> None:
        """Bring the words index up to date, as its thread does."""
        self.indexing.start()
        self.indexing.wait()

    def ask(self, text: str, **given: object) -> Recalled:
        filters = given.pop("filters", Filters())
        return self.recall(Question(text, asked_at=given.pop("asked_at", None)), filters=filters, **given)  # type: ignore[arg-type]

    def texts(self, text: str, **given: object) -> list[str]:
        """The texts of the hits, the best first."""
        return [hit.memory.text for hit in self.ask(text, **given).hits]

    def say(
        self, turns: Sequence[tuple[str, str]], *, title: str = "A chat", at: datetime = CHAT_AT, **rest: object
    ) -> list[int]:
        """A session of (speaker, text), a minute apart, as an import brings it in; the ids."""
        return self.store.write(lambda tx: _say(tx, turns, title, at, rest))

    def close(self) -> None:
        self.indexing.stop()
        self.store.close()


def _make_space(tx: Tx) -> None:
    if not tx.all("SELECT 1 FROM spaces"):
        id = spaces.insert(tx, DEFAULT_SPACE)
        tx.change(Happened.SPACE_ADDED, id, id, By.RULE)


def _say(tx: Tx, turns: Sequence[tuple[str, str]], title: str, at: datetime, rest: dict[str, object]) -> list[int]:
    space = spaces.find_id(tx, DEFAULT_SPACE) or 0
    session = tx.next_id("sessions")
    named = (space, "chat", "talk", "", "", str(session), at, 0, tx.now, None, None, title)
    sessions.insert(tx, sessions.NewSession(session, uuid.uuid4(), *named))
    rows = [_turn(tx, space, session, n, speaker, text, at) for n, (speaker, text) in enumerate(turns)]
    memories.insert(tx, rows)
    if rest:
        memories.set_state(tx, [row.id for row in rows], **rest)
    tx.changes([(Happened.ADDED, row.id, space, By.IMPORT, None) for row in rows])
    return [row.id for row in rows]


def _turn(tx: Tx, space: int, session: int, n: int, speaker: str, text: str, at: datetime) -> NewMemory:
    return NewMemory(
        id=tx.next_id("memories"), uuid=uuid.uuid4(), space=space, session=session, position=1024 * (n + 1),
        role=Role.USER, speaker=speaker, kind="turn", category="", text=text, lang=language(text),
        occurred_at=at + timedelta(minutes=n), offset_min=0, precision=Precision.INSTANT, recorded_at=tx.now,
        source="talk", source_id=f"{session}:{n}", import_key=None,
        content_hash=uuid.UUID(bytes=hashlib.sha256(text.encode()).digest()[:16]), version_of=None, born=0, extra=None,
        tier=4, state=0, pinned=False, importance=0.5,
    )  # fmt: skip
