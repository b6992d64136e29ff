"""What waits to be written to one client: replies, which must arrive, and news, which may be dropped."""

from __future__ import annotations

from collections import deque

from mnemoteca.core.pushes import (
    AnswerGrew,
    Changed,
    Indexed,
    JobMoved,
    KnowledgeMoved,
    MeaningMoved,
    Push,
    Resync,
    Suggested,
)
from mnemoteca.wire.codec import pack
from mnemoteca.wire.messages import pushed

MAX_REPLY_BYTES = 64 << 20
MAX_PUSHES = 256
_MANY_IDS = 1_000  # in one push


class Outbox:
    """First in, first out; for the event loop alone.

    Of more than `max_pushes` unread pushes all are dropped, and a `Resync` stands in their place. Replies are
    refused while more than `max_bytes` of them are unread: that client is beyond help.
    """

    def __init__(self, change: int, max_pushes: int = MAX_PUSHES, max_bytes: int = MAX_REPLY_BYTES) -> None:
        self._queue: deque[bytes | Push] = deque()
        self._told = change  # the last change that the client knows of, or is about to read
        self._pushes = 0
        self._bytes = 0  # of replies that are not written
        self._out = 0  # of these, what is being written
        self._max_pushes = max_pushes
        self._max_bytes = max_bytes

    def __len__(self) -> int:
        return len(self._queue)

    def reply(self, data: bytes) -> bool:
        """Queue a reply; False where too much is unread already."""
        if self._bytes > self._max_bytes:
            return False
        self._bytes += len(data)
        self._queue.append(data)
        return True

    def push(self, push: Push) -> None:
        """Queue news; what only goes on from the last one takes its place."""
        if self._queue and (merged := _merged(self._queue[-1], push)) is not None:
            self._queue[-1] = merged
            return
        self._queue.append(push)
        self._pushes += 1
        if self._pushes > self._max_pushes:
            kept = [entry for entry in self._queue if isinstance(entry, bytes)]
            self._queue = deque([*kept, Resync(self._told)])
            self._pushes = 1

    def take(self) -> bytes | None:
        """The next bytes to write; what was taken before is written by now."""
        self._bytes -= self._out
        self._out = 0
        if not self._queue:
            return None
        entry = self._queue.popleft()
        if isinstance(entry, bytes):
            self._out = len(entry)
            return entry
        self._pushes -= 1
        if isinstance(entry, Changed):
            self._told = entry.last
        return pack(pushed(entry))


def _merged(last: bytes | Push, push: Push) -> Push | None:
    """One push that says what both say; None where there is none."""
    if isinstance(last, Resync):  # the client will ask for everything anyway
        return last if isinstance(push, (Changed, Indexed, MeaningMoved, Suggested, KnowledgeMoved)) else None
    if isinstance(last, Changed) and isinstance(push, Changed) and push.first == last.last + 1:
        return Changed(last.first, push.last)
    if isinstance(last, (Indexed, MeaningMoved, KnowledgeMoved)) and type(last) is type(push):
        return push
    if isinstance(last, JobMoved) and isinstance(push, JobMoved) and last.job.id == push.job.id:
        return push
    if isinstance(last, AnswerGrew) and isinstance(push, AnswerGrew) and last.stream == push.stream:
        return push
    if isinstance(last, Suggested) and isinstance(push, Suggested) and len(last.ids) < _MANY_IDS:
        return Suggested(tuple(dict.fromkeys((*last.ids, *push.ids))))
    return None
