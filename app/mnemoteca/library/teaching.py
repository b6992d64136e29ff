"""What the small models learn of a person: tags that were corrected, and what was pinned, opened and forgotten.

Nothing learned is kept on the disk: it is worked out of lessons and changes with the texts that are still there, so
that what is purged is unlearned.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from mnemoteca.core.changes import Happened
from mnemoteca.models.nano.entities.entity import NAMES
from mnemoteca.models.nano.entities.gazetteer import Gazetteer
from mnemoteca.models.nano.importance import Act, Weighing
from mnemoteca.models.nano.tags import Correction, Tagger, shipped_weights
from mnemoteca.models.orchestrator import Small
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import memories, names, suggestions
from mnemoteca.store.tables.acts import Item

RULES = 1  # the version of tagger and weights; another one looks at everything again
LESSONS = 100  # the last ones count; decisions/82-tags.md
ACTS = 300
AT_ONCE = 50  # memories of one act that teach something: the rest would say the same
_ACTS = {Happened.PINNED: Act.PINNED, Happened.ACCESSED: Act.OPENED, Happened.TRASHED: Act.FORGOTTEN}


class Taught:
    """The small models as the person taught them; any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lessons = (-1, -1)
        self._tagger: Tagger | None = None
        self._names: dict[int, tuple[tuple[int, ...], Gazetteer]] = {}
        self._acts = -1
        self._weighing = Weighing()

    def tagger(self, reader: Reader) -> Tagger:
        """The tagger that knows every lesson that stands."""
        state = suggestions.lessons_state(reader)
        with self._lock:
            if self._tagger is None or state != self._lessons:
                told = suggestions.last_lessons(reader, LESSONS)
                self._tagger = Tagger(shipped_weights(), [Correction(text, tags) for text, tags in told])
                self._lessons = state
            return self._tagger

    def small(self, reader: Reader) -> Small:
        """The small models, with a name for what they learned by now; each space has names of its own."""
        return Small(self.tagger(reader), f"{RULES}/{'/'.join(map(str, self._lessons))}")

    def names(self, reader: Reader, space: int) -> Gazetteer:
        """The names that the graph of a space knows, and what a person said of names, which goes before that."""
        state = names.state(reader)
        with self._lock:
            known = self._names.get(space)
            if known is None or known[0] != state:
                known = (state, _gazetteer([*names.of_graph(reader, space, NAMES), *names.lessons(reader, space)]))
                self._names[space] = known
            return known[1]

    def told_names(self, reader: Reader, space: int) -> Gazetteer:
        """What a person said of names alone: the graph is made of these, and does not feed on itself."""
        return _gazetteer(names.lessons(reader, space))

    def weighing(self, reader: Reader) -> Weighing:
        """How importance is weighed after all that the person did."""
        with self._lock:
            number = suggestions.last_act(reader, max(0, self._acts))
            if number != self._acts:
                weighing = Weighing()
                for kind, text, role in suggestions.last_acts(reader, ACTS):
                    weighing = weighing.taught([(text, _ACTS[kind])], role)
                self._weighing, self._acts = weighing, number
            return self._weighing


def _gazetteer(told: Iterable[tuple[str, str]]) -> Gazetteer:
    """Of names with their kinds, "" where one is none; what is said later counts."""
    known: dict[str, tuple[str, str]] = {}
    for name, kind in told:
        known[" ".join(name.lower().split())] = (name, kind)
    found = {name: kind for name, kind in known.values() if kind}
    return Gazetteer(found, [name for name, kind in known.values() if not kind])


def teach(tx: Tx, items: Sequence[Item]) -> None:
    """Learn of tags that a person put on memories or took off them (`items` as an act holds them, done already)."""
    present: dict[int, dict[str, bool]] = {}
    for each in items:
        told, tag = present.setdefault(each.memory, {}), each.field[1:]
        told[tag] = told.get(tag, False) or holds(each)
    taught = list(present)[:AT_ONCE]
    own = {each.id: each.tags for each in memories.by_ids(tx, taught, 0)}
    known, suggested = suggestions.lessons_of(tx, taught), suggestions.of(tx, taught)
    for memory in taught:
        changed = present[memory]
        before = known.get(memory, (*own.get(memory, ()), *suggested.get(memory, ())))
        after = [tag for tag in before if changed.get(tag, True)]
        after += [tag for tag, there in changed.items() if there and tag not in after]
        suggestions.set_lesson(tx, memory, after)
        suggestions.put(tx, {memory: [tag for tag in after if tag not in own.get(memory, ())]})


def set_names(tx: Tx, items: Sequence[Item]) -> None:
    """Say of names what the items of an act say: `name START END`, with the kind, "" where it is none."""
    for each in items:
        _, start, end = each.field.split(" ")
        names.set_lesson(tx, each.memory, (int(start), int(end)), each.new)


def holds(each: Item) -> bool:
    """Whether the tag of an item is there now: `+tag` put it on, `-tag` took it off, `?tag` took a suggestion away."""
    return (each.field[0] == "+") == (each.new is not None)
