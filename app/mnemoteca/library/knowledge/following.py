"""What is known follows the changes: a thread of its own reads what came in, a few memories a transaction.

How far it is stands in the tables, in the same transaction as what was read: a kill costs the few that were under way.
It yields to a person's acts, waits while something is brought in, and rests when nothing comes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from mnemoteca.core.cancel import current
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Problem, Stopped
from mnemoteca.core.failpoints import reach
from mnemoteca.core.knowledge.reading import RULES
from mnemoteca.library.knowledge.learning import Learned, learn
from mnemoteca.library.knowledge.taking_in import take_in
from mnemoteca.models.nano.entities.finder import NOTHING_KNOWN
from mnemoteca.models.nano.entities.gazetteer import Gazetteer
from mnemoteca.store.engine import Lane, MadeWay, Reader, Store, Tx
from mnemoteca.store.tables import knowledge, weighing
from mnemoteca.store.tables.knowledge import Touched

Names = Callable[[Reader, int], Gazetteer]
QUIET_S = 1.5  # after the last change, when what came is read: the indexes go first
MOST = 500  # changes that are looked at together
MANY = 2_000  # changes that are not waited with for quiet
BATCH = 24  # memories of one transaction
HELD_S = 1.0  # between looks whether an import has ended
RETRY_S = 5.0


class Knowledge:
    """Keeps what is known in step with the store."""

    def __init__(
        self,
        store: Store,
        moved: Callable[[int], None] = lambda behind: None,
        imports: Callable[[], bool] = lambda: False,
        names: Names = lambda reader, space: NOTHING_KNOWN,
    ) -> None:
        """`moved` is called after each step, on the thread that follows, with how many changes are left.

        While `imports` says so, what came is left for later, unless somebody waits for it: an import then goes on
        twice as fast. `names` tells what a person said of names in a space.
        """
        self._store, self._names = store, names
        self._moved, self._imports = moved, imports
        self._wake = threading.Condition()
        self._came, self._came_at = store.last_change, stopwatch()
        self._hurry = self._ending = False
        self._thread: threading.Thread | None = None
        self._trouble, self._failures = "", 0
        with store.read() as reader:
            self._upto, self._rules = knowledge.state(reader)
        self._written = self._upto
        store.on_commit(self._note)

    # -- how it stands

    @property
    def behind(self) -> int:
        """How many changes were not looked at yet."""
        return max(0, self._store.last_change - self._upto)

    @property
    def works(self) -> bool:
        """Whether there is something to be read, and it goes on."""
        return self.behind > 0 and not self._trouble

    def wait(self) -> None:
        """Return when everything that is kept now was read; raises `Stopped`."""
        wanted, failures = self._store.last_change, self._failures
        while self._upto < wanted:
            current().raise_if_cancelled()
            if self._failures > failures or self._thread is None or not self._thread.is_alive():
                raise Stopped("wait_failed", reason=self._trouble or "nothing follows the changes")
            with self._wake:
                self._hurry = True
                self._wake.notify_all()
                self._wake.wait(0.2)

    # -- following

    def start(self) -> None:
        """Follow the changes from now on."""
        self._thread = threading.Thread(target=self._follow, name="knowledge", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish what is under way and end."""
        self._ending = True
        with self._wake:
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _note(self, first: int, last: int) -> None:
        with self._wake:
            self._came, self._came_at = last, stopwatch()
            self._wake.notify_all()

    def _follow(self) -> None:
        while self._await_work():
            try:
                self.step()
                self._trouble = ""
            except Stopped:
                continue
            except Problem as error:
                with self._wake:
                    self._trouble, self._failures = str(error), self._failures + 1
                    self._wake.notify_all()
                    self._wake.wait_for(lambda: self._ending, RETRY_S)

    def _await_work(self) -> bool:
        """Until something came and it has been quiet; False at the end."""
        with self._wake:
            while not self._ending:
                behind, quiet_s = self._came - self._upto, stopwatch() - self._came_at
                held = not self._hurry and self._imports()
                if behind > 0 and not held and (self._hurry or behind >= MANY or quiet_s >= QUIET_S):
                    return True
                self._hurry = False
                if behind <= 0:
                    self._wake.wait_for(lambda: self._ending or self._came > self._upto)
                elif held:
                    self._wake.wait_for(lambda: self._ending or self._hurry, HELD_S)
                else:
                    self._wake.wait(max(0.01, QUIET_S - quiet_s))
        return False

    def step(self) -> None:
        """Look at some changes: read what is new, weigh what it touches; the last transaction says how far it is."""
        if self._rules != RULES:
            self._begin_anew()
        with self._store.read() as reader:
            touched = knowledge.touched(reader, self._upto, MOST)
        ids = list(touched.to_read)
        for start in range(0, len(ids), BATCH):
            self._read(ids[start : start + BATCH])
        if ids or touched.to_weigh or touched.upto - self._written >= MOST:
            self._write(lambda tx: self._settle(tx, touched))
            self._written = touched.upto
        with self._wake:
            self._upto = touched.upto
            self._wake.notify_all()
        self._moved(self.behind)

    def _read(self, ids: list[int]) -> None:
        with self._store.read() as reader:
            kept = knowledge.kept(reader, ids)
            names = {space: self._names(reader, space) for space in {each.space for each in kept}}
        learned: list[Learned] = []
        for each in kept:
            if self._ending:
                raise Stopped("cancelled")
            self._store.give_way(leisurely=not self._hurry)
            learned.append(learn(each, names[each.space]))

        def work(tx: Tx) -> None:
            weighing.weigh(tx, take_in(tx, learned))
            reach("knowledge.batch")

        if any(each.names or each.places for each in learned):
            self._write(work)

    def _write(self, work: Callable[[Tx], None]) -> None:
        """Make way for a person's work until it is quiet enough for this."""
        while not self._ending:
            try:
                return self._store.write(work, lane=Lane.IMPORT, makes_way=True)
            except MadeWay:
                self._store.give_way()
        raise Stopped("cancelled")

    def _settle(self, tx: Tx, touched: Touched) -> None:
        knowledge.mark_former(tx, touched.versions)
        weighing.weigh(tx, weighing.groups_of(tx, touched.to_weigh))
        knowledge.set_state(tx, touched.upto, RULES)
        reach("knowledge.step")

    def _begin_anew(self) -> None:
        """Other rules than those that read it: everything is read again."""

        def work(tx: Tx) -> None:
            if self._rules:
                knowledge.forget_all(tx)
            knowledge.set_state(tx, 0, RULES)

        self._store.write(work, lane=Lane.IMPORT)
        self._upto, self._written, self._rules = 0, 0, RULES
