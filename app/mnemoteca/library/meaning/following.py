"""The vectors follow the changes: a thread of its own embeds what has none yet, from wherever they stand.

What was embedded is on the disk a batch at a time, so that a restart or a kill costs nothing that was done. It
yields to a person's acts, rests while there is no embedder, and does nothing at all where meaning is switched off.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np

from mnemoteca.core.cancel import current
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.errors import Problem, Stopped, Unavailable
from mnemoteca.core.meaning import Embedder
from mnemoteca.core.meaning_text import VERSION
from mnemoteca.core.pushes import MeaningMoved, Push
from mnemoteca.core.standing import EmbedderState, MeaningState, MeaningStatus
from mnemoteca.library.meaning.embedding import Refused, in_batches, keep, keep_each, passages_of
from mnemoteca.library.meaning.erasing import Erasing
from mnemoteca.library.meaning.searching import NO_IDS
from mnemoteca.library.meaning.tidying import Tidying
from mnemoteca.store.engine import Store
from mnemoteca.store.tables import changes
from mnemoteca.store.vectors import Vectors
from mnemoteca.store.vectors_graph import ENGINE_ERRORS
from mnemoteca.store.vectors_needs import active_ids, kept_ids, renamed
from mnemoteca.store.vectors_rows import About
from mnemoteca.store.wording import Ids
from mnemoteca.store.words_rows import active_count, documents, groups, touched

QUIET_S = 0.5  # after the last change, when what came is looked at
MANY = 1_000  # changes that are looked at without waiting for quiet
MOST = 4_000  # changes that are looked at together
ROUND = 64  # memories whose texts are read together
LOOK_S = {MeaningState.PREPARING: 2.0, MeaningState.ABSENT: 5.0, MeaningState.FAILED: 15.0}
RETRY_S = 5.0
TELL_S = 1.0  # between two pushes of the progress


class MeaningIndexing(Erasing):
    """Keeps the vectors in step with the store, and searches them."""

    def __init__(
        self,
        store: Store,
        embedder: Embedder,
        push: Callable[[Push], None],
        enabled: Callable[[], bool] = lambda: True,
        tidying: Tidying = Tidying(),
    ) -> None:
        """`enabled` tells whether the person wants meaning; it is asked again after each change."""
        super().__init__(store, embedder)
        self._push = push
        self._enabled = enabled
        self.tidying = tidying
        self._wake = threading.Condition()
        self._came, self._came_at = store.last_change, stopwatch()
        self._seen = -1  # the last change that came before the step under way
        self._asked_at = -1
        self._wanted = True
        self._hurry = False
        self._thread: threading.Thread | None = None
        self._change = -1  # up to which all changes were looked at
        self._stale: set[int] = set()
        self._unmarked = False
        self._trouble, self._failures = "", 0
        self._per_s, self._told_at = 0.0, -TELL_S
        store.on_commit(self._note)

    # -- how it stands

    def state(self) -> EmbedderState:
        """How the embedder stands; OFF where the person does not want it."""
        return self.embedder.state() if self._is_wanted() else EmbedderState(MeaningState.OFF)

    def status(self) -> MeaningStatus:
        """All that a person is told."""
        state = self.state()
        missing = 0 if state.state is MeaningState.OFF else self.missing
        goes_on = missing and self._per_s and state.state is MeaningState.READY
        left_s = round(missing / self._per_s, 1) if goes_on else None
        reason = state.reason or next((each.reason for each in self._refused.values()), "") or self._trouble
        return MeaningStatus(state.state, reason, self._model, missing, left_s)

    @property
    def works(self) -> bool:
        """Whether there is something to embed, and it goes on."""
        return self.state().state is MeaningState.READY and len(self._lacking) > len(self._refused)

    @property
    def missing(self) -> int:
        """How many memories can't be found by meaning yet."""
        last, change, lacking = self._store.last_change, self._change, self._lacking
        if change >= last:
            return len(lacking)
        with self._store.read() as reader:
            vectors = self.vectors
            if vectors is None:
                return active_count(reader)
            if change < 0 or last - change > MOST:
                return max(len(lacking), active_count(reader) - len(vectors.ids()))
            new = touched(reader, change, last)
        gone = np.setdiff1d(new.every, new.active)
        lacking = np.union1d(lacking, np.setdiff1d(new.active, vectors.complete(new.active)))
        return len(np.setdiff1d(lacking, gone))

    def told(self) -> None:
        """The person has seen the notices; they don't come again."""
        self.notices = ()

    # -- waiting, rebuilding, beginning and ending

    def wait(self) -> None:
        """Return when all that is kept now has its vectors, or at once where meaning is off.

        Raises `Unavailable` where the embedder can't be waited for, and `Stopped`.
        """
        wanted = self._store.last_change
        failures = self._failures
        while (state := self.state()).state is not MeaningState.OFF:
            chosen = self._looked and self._model == self.embedder.model
            if chosen and self._change >= wanted and not len(self._lacking):
                return
            self._complain(state, wanted, failures)
            current().raise_if_cancelled()
            with self._wake:
                self._hurry = True
                self._wake.notify_all()
                self._wake.wait(0.2)

    def _complain(self, state: EmbedderState, wanted: int, failures: int) -> None:
        if self._failures > failures or self._thread is None or not self._thread.is_alive():
            raise Stopped("wait_failed", reason=self._trouble or "nothing follows the changes")
        if self._change < wanted:
            return
        if state.state is MeaningState.ABSENT:
            raise Unavailable("meaning_absent")
        if state.state is MeaningState.FAILED:
            raise Unavailable("meaning_failed", reason=state.reason)
        if len(self._refused) >= len(self._lacking):
            raise Stopped("wait_failed", reason=next(iter(self._refused.values())).reason)

    def rebuild(self) -> None:
        """Look at everything again: what lacks vectors gets them, what is not kept goes, the graph is made anew."""
        with self._stepping:
            self._change, self._refused = -1, {}
            vectors = self.vectors
            if vectors is not None:
                vectors.forget_graph()
        with self._wake:
            self._came_at -= self.tidying.rest_s
            self._hurry = True
            self._wake.notify_all()

    def choice_changed(self) -> None:
        """Another model may have been chosen: look at once."""
        with self._wake:
            self._seen, self._hurry = -1, True
            self._wake.notify_all()

    def start(self) -> None:
        """Follow the changes from now on."""
        self._thread = threading.Thread(target=self._follow, name="meaning", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish the batch under way and end; the embedder ends, too."""
        with self._wake:
            self._ending = True
            self._wake.notify_all()
        self.embedder.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._holdings is not None:
            self._holdings.close()

    # -- following, in a thread of its own

    def _note(self, first: int, last: int) -> None:
        with self._wake:
            self._came, self._came_at = last, stopwatch()
            self._wake.notify_all()

    def _is_wanted(self) -> bool:
        """Whether the person wants meaning; the setting is read again after each change."""
        if self._asked_at != (came := self._came):
            self._wanted, self._asked_at = self._enabled(), came
        return self._wanted

    def _follow(self) -> None:
        while not self._ending:
            try:
                with self._stepping:
                    rest_s = self._step()
                self._trouble = ""
            except (Problem, *ENGINE_ERRORS) as error:
                rest_s = self._fail(error)
            if rest_s is None or rest_s > 0:
                self._rest(rest_s)
        self._mark()

    def _rest(self, at_most_s: float | None) -> None:
        """Until something new comes; in a hurry nothing is waited for that need not be."""
        with self._wake:
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._ending or self._hurry or self._came != self._seen, at_most_s)

    def _fail(self, error: Exception) -> float:
        trouble = self._store.problem_of(error)
        with self._wake:
            self._trouble = str(trouble) or type(error).__name__
            self._failures += 1
            self._hurry = False
            self._wake.notify_all()
        return RETRY_S

    def _step(self) -> float | None:
        """Do the next thing that there is to do; returns how long nothing need be done, None: until there is news."""
        self._seen = self._came
        hurry, self._hurry = self._hurry, False
        state = self.state().state
        if state is MeaningState.OFF:
            return None
        self._open()
        if state is MeaningState.READY:
            self._choose_model()
        quiet_s, behind = stopwatch() - self._came_at, self._came - self._change
        if self._change < 0:
            self._look_at_everything()
        elif behind and (hurry or behind >= MANY or quiet_s >= QUIET_S):
            self._look_at_changes()
        if len(self._lacking) > len(self._refused):
            if state is MeaningState.READY and self.vectors is not None:
                self._embed(self.vectors)
                return 0.0
            look_s = LOOK_S.get(state, RETRY_S)
            return min(look_s, QUIET_S) if self._came > self._change else look_s
        if self._came > self._change:
            return 0.0 if behind >= MANY else max(0.01, QUIET_S - quiet_s)
        rest_s = self._tidy(quiet_s)
        return LOOK_S[state] if rest_s is None and state is MeaningState.PREPARING else rest_s

    def _choose_model(self) -> None:
        assert self._holdings is not None
        about = About(self.embedder.model, VERSION, width=self.embedder.width)
        if about.model and (self.vectors is None or self.vectors.about != about):
            self._looked = False
            self._holdings.choose(about)
            self._refused, self._per_s = {}, 0.0
            self._look_at_everything()
        self._model = about.model

    # -- what lacks vectors

    def _look_at_everything(self) -> None:
        """Compare the vectors with the tables, whatever the changes say."""
        assert self._holdings is not None
        with self._store.read() as reader:
            change = changes.last_number(reader)
            active = active_ids(reader)
            vectors = self.vectors
            titles = renamed(reader, vectors.mark, change) if vectors else []
        for each in self._holdings.every:
            each.keep_only(active)
        self._stale = {id for number, ids in titles for id in self._outdated(ids, number)}
        done = NO_IDS if vectors is None else np.setdiff1d(vectors.complete(), np.array(sorted(self._stale), np.int64))
        self._lacking = np.setdiff1d(active, done)
        self._change, self._looked = change, True
        self._tell(at_once=True)

    def _look_at_changes(self) -> None:
        assert self._holdings is not None
        upto = min(self._store.last_change, self._change + MOST)
        with self._store.read() as reader:
            new = touched(reader, self._change, upto)
            titles = renamed(reader, self._change, upto)
        gone = np.setdiff1d(new.every, new.active)
        for each in self._holdings.every:
            each.remove(gone)
            each.bring_back(new.active)
        vectors = self.vectors
        stale = {id for number, ids in titles for id in self._outdated(ids, number)}
        self._stale |= stale
        done = NO_IDS if vectors is None else np.setdiff1d(vectors.complete(new.active), np.array(sorted(stale), int))
        self._lacking = np.setdiff1d(np.union1d(self._lacking, np.setdiff1d(new.active, done)), gone)
        self._refused = {id: each for id, each in self._refused.items() if id in set(self._lacking.tolist())}
        self._unmarked = self._unmarked or bool(len(new.every))
        self._change = upto
        if len(new.every):
            self._tell(at_once=not len(self._lacking))

    def _outdated(self, ids: Ids, change: int) -> list[int]:
        vectors = self.vectors
        return [] if vectors is None else vectors.older_than(ids, change).tolist()

    # -- embedding

    def _embed(self, vectors: Vectors) -> None:
        """One round: the newest memories without a vector, all by the model of these vectors."""
        if (embedder := self.embedder.asked_by(vectors.about.model)) is None:
            return
        wanted = np.setdiff1d(self._lacking, np.fromiter(self._refused, np.int64))[-ROUND:]
        with self._store.read() as reader:
            change = changes.last_number(reader)
            parts = groups(reader, wanted)
            entries = documents(reader, parts[-1]) if parts else []
        later = np.array([id for part in parts[:-1] for id in part], np.int64)
        here = np.array([each.id for each in entries], np.int64)
        self._lacking = np.setdiff1d(self._lacking, np.setdiff1d(wanted, np.concatenate([later, here])))
        began, before = stopwatch(), len(self._lacking)
        done = dict(zip(here.tolist(), vectors.passages(here).tolist(), strict=True))
        starts = {e.id: 0 if e.id in self._stale else done[e.id] for e in entries}
        texts = (passages_of(each, starts[each.id]) for each in reversed(entries))
        for batch in in_batches(texts):
            if self._ending or self._gave_up(vectors):
                return
            self._store.give_way()
            ids = np.unique(np.array([passage.memory for passage, _ in batch], np.int64))
            try:
                keep(embedder, vectors, batch, change)
            except (Problem, ValueError):
                refused = keep_each(embedder, vectors, batch, change, self._store.give_way)
                self._refuse(refused, len(ids))
            self._took(vectors, ids)
        took = stopwatch() - began
        if took > 0 and before > len(self._lacking):
            rate = (before - len(self._lacking)) / took
            self._per_s = rate if not self._per_s else 0.8 * self._per_s + 0.2 * rate
        self._merge_if(vectors, max(self.tidying.most, vectors.merged // 8))

    def _gave_up(self, vectors: Vectors) -> bool:
        """Look at what came meanwhile; whether the round is to be begun anew: the newest go first."""
        if self._came - self._change >= MANY or (self._came > self._change and stopwatch() - self._came_at >= QUIET_S):
            before = self._lacking[-1:]
            self._look_at_changes()
            return not np.array_equal(before, self._lacking[-1:])
        return not self._is_wanted() or self.embedder.model != vectors.about.model

    def _took(self, vectors: Vectors, ids: Ids) -> None:
        done = vectors.complete(ids)
        self._stale -= set(done.tolist())
        self._lacking = np.setdiff1d(self._lacking, done)
        self._unmarked = True
        self._tell(at_once=not len(self._lacking))

    def _refuse(self, refused: tuple[Refused, ...], of: int) -> None:
        """Take note of memories that no vector can be made of; where none could be, the embedder is the trouble."""
        state = self.embedder.state()
        if refused and (state.state is not MeaningState.READY or len(refused) == of > 1):
            raise Unavailable("meaning_failed", reason=state.reason or refused[0].reason)
        self._refused |= {each.id: each for each in refused}

    def _tell(self, *, at_once: bool = False) -> None:
        if at_once or stopwatch() - self._told_at >= TELL_S:
            self._told_at = stopwatch()
            self._push(MeaningMoved(self.status()))
            with self._wake:
                self._wake.notify_all()

    # -- when nothing lacks

    def _tidy(self, quiet_s: float) -> float | None:
        """Write down how far we came; when it has been quiet, merge and drop what is dead."""
        vectors = self.vectors
        if vectors is None:
            return None
        assert self._holdings is not None
        if self.is_whole:
            self._holdings.settle()
            self.notices = ()
        if quiet_s < self.tidying.rest_s and (self._unmarked or vectors.loose >= self.tidying.worth):
            return self.tidying.rest_s - quiet_s
        if self._unmarked:
            with self._store.read() as reader:
                kept = kept_ids(reader)
            if vectors.wasted(kept):
                vectors.compact(kept)
            self._mark()
        self._merge_if(vectors, self.tidying.worth)
        vectors.rest()
        return None

    def _mark(self) -> None:
        vectors = self.vectors
        if self._unmarked and vectors is not None and not len(self._lacking) and vectors.mark < self._change:
            vectors.write_mark(self._change)
        self._unmarked = False

    def _merge_if(self, vectors: Vectors, loose: int) -> None:
        if vectors.loose >= loose or vectors.grown_old:
            try:
                vectors.merge(self._pace)
            except Stopped:
                if not self._ending:
                    raise
