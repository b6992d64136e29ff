"""The words index follows the changes: a thread of its own, in batches, from wherever the index stands."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np

from mnemoteca.core.cancel import current
from mnemoteca.core.clock import Clock, stopwatch
from mnemoteca.core.errors import Problem, Stopped
from mnemoteca.core.pushes import Indexed, Push
from mnemoteca.store.engine import Reader, Store
from mnemoteca.store.order import Order
from mnemoteca.store.tables import changes
from mnemoteca.store.vectors_needs import active_ids
from mnemoteca.store.wording import Ids, Place
from mnemoteca.store.words import ENGINE_ERRORS, Unusable, Words
from mnemoteca.store.words_fresh import FreshWords
from mnemoteca.store.words_rows import (
    Touched,
    active_count,
    brought_in,
    documents,
    groups,
    places,
    touched,
    voices,
    wanted_first,
)

QUIET_S = 1.0  # after the last change, when what came is committed
BATCH = 4_000  # changes that are committed without waiting for quiet; a commit of few is dear to merge
WAITS_S = 5.0  # the longest that a change waits where others keep coming
MOST = 4_000  # changes of one commit
AT_ONCE = 20  # memories between which a person's work goes first
INLINE = 300  # memories that a recall takes in by itself before it searches
SOON = 1_500  # changes that the index takes in while somebody waits for it
HELD = 12_000_000  # characters beyond which nothing more is taken in so; what recall misses then, it says
LOOKED_AT = 10_000  # changes that a recall looks at; what is missing beyond them is counted
RETRY_S = 5.0
REBUILT_AFTER = 3  # failures in a row
REST_S = 10.0  # without a change, after which the writer's memory goes

_SENTENCES = {
    "damaged": "The words index was damaged and is being made anew; recall says what it still misses.",
    "ahead": "The words index knew more than the library and is being made anew; recall says what it still misses.",
}


class Indexing:
    """Keeps the words index, the order of the memories and what is fresh in step with the store."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        push: Callable[[Push], None],
        import_goes_on: Callable[[], bool] = lambda: False,
    ) -> None:
        self._store = store
        self.import_goes_on = import_goes_on
        self._clock = clock
        self._push = push
        self._wake = threading.Condition()
        self._came = store.last_change
        self._came_at = self._waits_from = stopwatch()
        self._hurry = False
        self._ending = False
        self._thread: threading.Thread | None = None
        self._taking_in = threading.Lock()
        self._stepping = threading.Lock()
        self._trouble = ""
        self._failures = 0
        self._again = False
        self.notices: tuple[str, ...] = ()
        self.fresh = FreshWords()
        self.fresh_change = 0
        self.gone: Ids = np.empty(0, np.int64)  # what the index may still hold and nobody may find
        self.words = self._open()
        self.order = self._order()
        self._highest = self.words.highest_id()
        store.on_commit(self._note)

    # -- how it stands

    @property
    def words_change(self) -> int:
        """The change up to which the index holds everything."""
        return self.words.change

    @property
    def in_step(self) -> bool:
        """Whether index and fresh part together hold everything."""
        return max(self.words.change, self.fresh_change) >= self._store.last_change

    @property
    def missing(self) -> int:
        """How many memories recall can't find yet: neither the index nor the fresh part has them."""
        last = self._store.last_change
        if self.in_step:
            return 0
        with self._store.read() as reader:
            if last - self.words.change > LOOKED_AT:
                return max(0, active_count(reader) - self.words.documents)
            awaited = touched(reader, self.words.change, last)
        return len(self.fresh.lacking(awaited.active))

    def ids(self) -> Ids:
        """The ids of the memories in the index."""
        return self.words.ids()

    def rebuild(self) -> None:
        """Throw the index away and make it anew in the background; recall answers from what is there."""
        with self._stepping:
            self.words.rest()
            self.words = Words.make(self._store.places.words)
            self._highest, self.fresh_change = 0, 0
        self._awake(hurry=True)

    def holding(self, ids: Ids) -> int:
        """How many of these memories the index on the disk holds."""
        return self.words.holding(ids)

    def write_anew(self, pace: Callable[[], None]) -> None:
        """Write the index anew from the tables beside the one in use, then put it in its place.

        Nothing of a text that is no longer in the tables is in a byte of it. `pace` is called every few memories and
        gives it up by raising; recall goes on meanwhile.
        """
        part = self._store.places.words_part
        new = Words.make(part)
        with self._store.read() as reader:
            change, active = changes.last_number(reader), active_ids(reader)
            parts = groups(reader, active) if len(active) else []
        for group in parts:
            with self._store.read() as reader:
                entries = documents(reader, group)
            for start in range(0, len(entries), AT_ONCE):
                pace()
                self._store.give_way()
                new.change_documents((), entries[start : start + AT_ONCE])
        new.commit(change)
        new.rest()
        with self._stepping:
            self.words.rest()
            self.words = Words.moved(part, self._store.places.words)
            self._highest, self.fresh_change = self.words.highest_id(), 0
        self._awake(hurry=True)

    def lags(self, change: int) -> bool:
        """Whether nobody had better wait until the index has a change: an import is far ahead of it."""
        return self.import_goes_on() or change - self.words.change > SOON

    def wait(self) -> None:
        """Return when the index holds everything that is kept now; raises `Stopped`."""
        wanted = self._store.last_change
        with self._wake:
            failures, self._again = self._failures, True
        while not self._reached(wanted, 0.2):
            current().raise_if_cancelled()
            if self._failures > failures or self._thread is None or not self._thread.is_alive():
                raise Stopped("wait_failed", reason=self._trouble or "nothing follows the changes")

    def hurry(self, change: int, at_most_s: float) -> None:
        """Wait, but not for long, until the index holds everything up to a change."""
        if not self.lags(change):
            self._reached(change, at_most_s)

    def _reached(self, change: int, at_most_s: float) -> bool:
        self._awake(hurry=True)
        with self._wake:
            return self._wake.wait_for(lambda: self.words.change >= change, at_most_s)

    # -- bringing the fresh part up to date, in a recall

    def take_in(self, reader: Reader) -> int:
        """Take in what was kept since the last commit of the index; returns how many memories are still missing.

        While an import goes on, or the index is far behind one, what it brought is left to the index.
        """
        last, after = self._store.last_change, self.words.change
        if self.in_step:
            return 0
        if self.lags(last):
            return self._take_in_by_hand(reader, after, last)
        with self._taking_in:
            behind = touched(reader, after, last)
            wanted = wanted_first(reader, behind.active, after, INLINE)
            self.fresh.put(documents(reader, self._fitting(reader, wanted)))
            self.fresh.keep_only(behind.every)
            self.gone = np.setdiff1d(behind.every, behind.active)
            missing = len(self.fresh.lacking(behind.active))
            if not missing:
                self.fresh_change = last
            return missing

    def _take_in_by_hand(self, reader: Reader, after: int, last: int) -> int:
        with self._taking_in:
            behind = touched(reader, max(after, last - LOOKED_AT), last, by_hand=True)
            self.fresh.put(documents(reader, self._fitting(reader, behind.active[::-1][:INLINE])))
            self.fresh.keep_only(behind.every)
            self.gone = np.setdiff1d(behind.every, behind.active)
            missing = len(self.fresh.lacking(behind.active))
            if last - after > LOOKED_AT:
                return max(missing, active_count(reader) - self.words.documents)
            return missing + brought_in(reader, after)

    def _fitting(self, reader: Reader, wanted: Ids) -> list[int]:
        """The newest of the wanted ids that aren't held yet, as far as their texts fit into memory."""
        lacking = self.fresh.lacking(wanted)
        if not len(lacking) or self.fresh.characters >= HELD:
            return []
        return groups(reader, lacking)[-1]

    # -- following, in a thread of its own

    def start(self) -> None:
        """Follow the changes from now on."""
        self._thread = threading.Thread(target=self._follow, name="words", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Commit what is under way and end."""
        self._ending = True
        self._awake()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.words.rest()

    def _note(self, first: int, last: int) -> None:
        with self._wake:
            if self._came <= self.words.change:
                self._waits_from = stopwatch()
            self._came, self._came_at = last, stopwatch()
            self._wake.notify_all()

    def _awake(self, *, hurry: bool = False) -> None:
        with self._wake:
            self._hurry = self._hurry or hurry
            self._wake.notify_all()

    def _follow(self) -> None:
        failed = 0
        while self._await_work():
            try:
                if failed and failed % REBUILT_AFTER == 0:
                    self._open_again()
                self._step()
                self._trouble, failed = "", 0
            except (Problem, *ENGINE_ERRORS) as error:
                failed += 1
                self._fail(str(error))

    def _open_again(self) -> None:
        """After failures in a row: go on from the index on the disk; it goes only if it is damaged.

        A full disk is no reason to throw away what recall still finds.
        """
        try:
            with self._stepping:
                self.words.rest()
                self.words = Words.open(self._store.places.words)
                self.fresh_change = 0
        except Unusable:
            self.rebuild()

    def _fail(self, reason: str) -> None:
        self._trouble = reason
        with self._wake:
            self._failures += 1
            self._again = False
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._ending or self._again, RETRY_S)

    def _await_work(self) -> bool:
        """Until there is enough to commit, or it has been quiet; False at the end."""
        with self._wake:
            while not self._ending:
                behind = self._came - self.words.change
                quiet = stopwatch() - self._came_at
                waited = stopwatch() - self._waits_from
                if behind > 0 and (self._hurry or behind >= BATCH or quiet >= QUIET_S or waited >= WAITS_S):
                    return True
                self._hurry = False
                if behind <= 0 and quiet >= REST_S:
                    self.words.rest()
                    self._wake.wait_for(lambda: self._ending or self._hurry or self._came > self.words.change)
                else:
                    self._wake.wait(max(0.01, (REST_S if behind <= 0 else QUIET_S) - quiet))
        return False

    def told(self) -> None:
        """The person has seen the notices; they don't come again."""
        self.notices = ()

    def _step(self) -> None:
        """Bring the index up to the last change, or by `MOST` changes."""
        with self._stepping:
            words, last = self.words, self._store.last_change
            upto = min(last, words.change + MOST)
            with self._store.read() as reader:
                awaited = touched(reader, words.change, upto)
                parts = groups(reader, awaited.active) if len(awaited.active) else []
            if len(awaited.every):
                self._index(words, awaited, parts, upto)
            else:
                words.pass_over(upto)
        if upto == last:
            self.notices = ()  # what was made anew is whole again
        with self._wake:
            self._waits_from = stopwatch()
            self._wake.notify_all()
        self._push(Indexed(upto, max(0, last - upto)))

    def _index(self, words: Words, awaited: Touched, parts: list[list[int]], upto: int) -> None:
        words.change_documents(awaited.every[awaited.every <= self._highest].tolist(), ())
        placed: list[Place] = []
        for part in parts:
            with self._store.read() as reader:
                entries = documents(reader, part)
            for start in range(0, len(entries), AT_ONCE):
                self._store.give_way()
                words.change_documents((), entries[start : start + AT_ONCE])
            placed += [document.place() for document in entries]
        words.commit(upto)
        self._highest = max(self._highest, int(awaited.every.max(initial=0)))
        self.order = self.order.changed(awaited.every, placed)
        with self._taking_in:
            self.fresh.keep_only(np.setdiff1d(self.fresh.ids(), awaited.every))
            self.gone = np.setdiff1d(self.gone, awaited.every)  # the index knows by now; it may have come back

    # -- opening

    def _open(self) -> Words:
        folder = self._store.places.words
        try:
            words = Words.open(folder)
            if words.change <= self._store.last_change:
                return words
            reason = "ahead"
        except Unusable as unusable:
            reason = str(unusable)
        if reason in _SENTENCES:
            self.notices = (_SENTENCES[reason],)
        return Words.make(folder)

    def _order(self) -> Order:
        with self._store.read() as reader:
            return Order(places(reader), voices(reader))
