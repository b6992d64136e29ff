"""A writer that needs no model: it says what it is told to say, and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from mnemoteca.core.model_roles import Role
from mnemoteca.core.writing import Ending, Options, Room, SetApart, Unwritten, Wish, Writer, WriterStatus, Written

Say = Callable[[Wish], object]


class Scribe:
    """Ready at once. `say` gives the answer to a wish: a value that becomes JSON, a text as it is, or how it ends."""

    def __init__(self, say: Say | None = None, name: str = "scribe", context: int = 4096) -> None:
        self.say: Say = say or (lambda wish: Ending.EMPTY)
        self.name, self.context = name, context
        self.wishes: list[Wish] = []
        self.options = Options()
        self.stopped = False

    def model(self, role: Role) -> str:
        return self.name

    def absence(self, role: Role) -> Unwritten:
        return Unwritten(Ending.ABSENT)

    def room(self, role: Role) -> Room:
        if not self.name:
            raise Unwritten(Ending.ABSENT)
        return Room(self.context, 10)

    def measure(self, role: Role, texts: Sequence[str]) -> list[int]:
        return [-(-len(text) // 4) for text in texts]

    def write(self, role: Role, wish: Wish, heard: Callable[[str], None] = lambda text: None) -> Written:
        if not self.name:
            return Written("", Ending.ABSENT)
        self.wishes.append(wish)
        said = self.say(wish)
        if isinstance(said, Ending):
            return Written("", said, f"it ended as {said.value}", self.name)
        text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        for end in range(1, len(text) + 1):
            heard(text[:end])
        return Written(text, Ending.WHOLE, "", self.name, tokens=len(text), first_s=0.001, seconds=0.002)

    def configure(self, options: Options) -> None:
        self.options = options

    def by(self, options: Options) -> Writer:
        self.options = options
        return self

    def status(self) -> WriterStatus:
        return WriterStatus()

    def know(self, before: Sequence[SetApart], heard: Callable[[SetApart], None]) -> None:
        """Nothing of it ends a process."""

    def try_again(self) -> int:
        return 0

    def stop(self) -> None:
        self.stopped = True


def as_writer(scribe: Scribe) -> Writer:
    """That this is typed proves it against what a writer is."""
    return scribe
