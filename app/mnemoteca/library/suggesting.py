"""The small models follow the changes: a thread of its own suggests tags for what came, and weighs its importance.

How far it came stands in the tables, in the transaction that writes what it found, so that a kill costs one batch. What
a person wrote goes before what an import brought, which waits until the import has ended; what was learned of a
correction is told of the newest memories, too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from mnemoteca.core import failpoints
from mnemoteca.core.changes import By, Happened
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Problem
from mnemoteca.core.pushes import Push, Suggested
from mnemoteca.core.tiers import HAND_NOTE_FLOOR
from mnemoteca.library.teaching import RULES, Taught
from mnemoteca.models.nano.importance import Weighing
from mnemoteca.models.nano.tags import GENERAL, Tagger
from mnemoteca.store.engine import Lane, MadeWay, Store, Tx
from mnemoteca.store.tables import suggestions
from mnemoteca.store.tables.suggestions import Reached, Seen

QUIET_S = 0.3  # after the last change, when what came is looked at
MANY = 500  # changes that are looked at together, without waiting for quiet
AT_ONCE = 50  # memories of one transaction
AGAIN = 2_000  # the newest memories, which are looked at again after a lesson
HELD_S = 1.0  # between looks whether an import has ended
RETRY_S = 5.0


class Suggesting:
    """Keeps the suggestions in step with the store."""

    def __init__(
        self,
        store: Store,
        taught: Taught,
        push: Callable[[Push], None],
        enabled: Callable[[], bool] = lambda: True,
        imports: Callable[[], bool] = lambda: False,
    ) -> None:
        """`enabled` tells whether the person wants suggestions; it is asked again after each change.

        While `imports` says so, only what a person wrote is looked at.
        """
        self._store, self._taught, self._push = store, taught, push
        self._enabled, self._imports = enabled, imports
        self._wake = threading.Condition()
        self._came, self._came_at = store.last_change, stopwatch()
        self._hand = 0  # the change up to which all that a person wrote was looked at
        self._early: set[int] = set()  # what was looked at before its turn
        self._again: list[int] = []
        self._works = self._ending = self._held = False
        self._thread: threading.Thread | None = None
        store.on_commit(self._note)

    @property
    def works(self) -> bool:
        """Whether there is something to look at, and it goes on."""
        return self._works

    def start(self) -> None:
        """Follow the changes from now on."""
        self._thread = threading.Thread(target=self._follow, name="suggesting", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish the batch under way and end."""
        with self._wake:
            self._ending = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # -- following, in a thread of its own

    def _note(self, first: int, last: int) -> None:
        with self._wake:
            self._came, self._came_at = last, stopwatch()
            self._wake.notify_all()

    def _follow(self) -> None:
        while not self._ending:
            seen = self._came
            try:
                rest_s = self._step() if self._enabled() else None
            except Problem:
                rest_s = RETRY_S
            self._works = rest_s == 0.0
            if rest_s is None or rest_s > 0:
                self._rest(seen, rest_s)

    def _rest(self, seen: int, at_most_s: float | None) -> None:
        with self._wake:
            self._wake.wait_for(lambda: self._ending or (self._came != seen and not self._held), at_most_s)

    def _step(self) -> float | None:
        """Do the next thing that there is to do; returns how long nothing need be done, None: until there is news."""
        with self._store.read() as reader:
            at, lessons, last = (
                suggestions.reached(reader),
                suggestions.lessons_state(reader)[1],
                self._store.last_change,
            )
        if at.rules != RULES:
            at = Reached(0, RULES, at.lessons)
        quiet_s = stopwatch() - self._came_at
        if quiet_s < QUIET_S and last - at.upto < MANY and last > at.upto:
            return QUIET_S - quiet_s
        self._held = last > at.upto and self._imports()
        if self._held:
            self._look_at_written(at, last)
            return HELD_S
        if last > at.upto:
            self._look_at_news(at, last)
        elif lessons > at.lessons:
            self._look_again(at, lessons)
        else:
            return None
        return 0.0

    def _look_at_news(self, at: Reached, last: int) -> None:
        """First what a person wrote, wherever it stands among what an import brings; then the next changes in order."""
        upto = min(last, at.upto + MANY)
        self._look_at_written(at, last)
        with self._store.read() as reader:
            came = suggestions.news(reader, at.upto, upto)
        rest = [id for id in came if id not in self._early]
        *before, end = _parts(rest) or [[]]
        for part in before:
            self._suggest(part)
        self._suggest(end, replace(at, upto=upto))
        self._early -= set(came)

    def _look_at_written(self, at: Reached, last: int) -> None:
        with self._store.read() as reader:
            written = suggestions.news(reader, max(self._hand, at.upto), last, by_hand=True)
        for part in _parts(written):
            self._suggest(part)
        self._hand = last
        self._early |= set(written)

    def _look_again(self, at: Reached, lessons: int) -> None:
        with self._store.read() as reader:
            self._again = self._again or suggestions.newest(reader, AGAIN)
        part, self._again = self._again[:AT_ONCE], self._again[AT_ONCE:]
        self._suggest(part, None if self._again else replace(at, lessons=lessons))

    # -- looking at some

    def _suggest(self, ids: Sequence[int], reached: Reached | None = None) -> None:
        """Suggest tags for these, weigh them, and write that down, with how far it came."""
        if self._ending:
            return
        with self._store.read() as reader:
            tagger, weighing = self._taught.tagger(reader), self._taught.weighing(reader)
            found, taught = suggestions.seen(reader, ids), suggestions.lessons_of(reader, ids)
        tags: dict[int, tuple[str, ...]] = {}
        weights: dict[int, float] = {}
        for each in found:
            self._store.give_way(leisurely=True)
            tags[each.id] = taught[each.id] if each.id in taught else _tags(tagger, each)
            if each.to_weigh:
                weights[each.id] = _importance(weighing, each)

        def work(tx: Tx) -> list[int]:
            there = {each.id: each for each in suggestions.seen(tx, ids)}
            said = suggestions.lessons_of(tx, ids)  # a person may have spoken meanwhile
            new = {id: each for id, each in tags.items() if id in there and said.get(id) == taught.get(id)}
            before = suggestions.of(tx, new)
            suggestions.put(tx, new)
            weighed = [each for each in there.values() if each.to_weigh and each.id in weights]
            suggestions.weigh(tx, {each.id: weights[each.id] for each in weighed})
            moved = [each for each in weighed if weights[each.id] != each.importance]
            tx.changes([(Happened.WEIGHED, each.id, each.space, By.RULE, each.tier) for each in moved])
            if reached is not None:
                suggestions.set_reached(tx, reached)
            failpoints.reach("suggesting.transaction")
            after = suggestions.of(tx, new)
            return [id for id in new if before.get(id) != after.get(id)]

        if told := self._write(work):
            self._push(Suggested(tuple(told)))

    def _write(self, work: Callable[[Tx], list[int]]) -> list[int]:
        while not self._ending:
            try:
                return self._store.write(work, lane=Lane.IMPORT, makes_way=True)
            except MadeWay:
                self._store.give_way()
        return []


def _tags(tagger: Tagger, memory: Seen) -> tuple[str, ...]:
    return tuple(tag for tag in tagger.classify_multiple(memory.text) if tag != GENERAL)


def _importance(weighing: Weighing, memory: Seen) -> float:
    """What the model says; a note by hand has its floor."""
    value = weighing.importance(memory.text, memory.role).value
    return max(value, HAND_NOTE_FLOOR) if memory.kind == "note" else value


def _parts(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
