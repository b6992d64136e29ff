"""The library itself: every part of it, over one folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from mnemoteca.core.changes import By, Happened
from mnemoteca.core.clock import Clock
from mnemoteca.core.library import Library
from mnemoteca.core.meaning import Embedder, NoEmbedder
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.pushes import KnowledgeMoved, Push
from mnemoteca.core.reranking import NoReranker, Reranker
from mnemoteca.core.settings import Value
from mnemoteca.core.standing import MeaningState
from mnemoteca.core.writing import NoWriter, Writer
from mnemoteca.library.acting import Acting
from mnemoteca.library.answers.answers import Answers
from mnemoteca.library.answers.conversations import Conversations
from mnemoteca.library.caching import Caching
from mnemoteca.library.capture import Captures, Days
from mnemoteca.library.caring import Caring
from mnemoteca.library.commits import Commits
from mnemoteca.library.exporting import Exporting
from mnemoteca.library.fading import FadingSoon
from mnemoteca.library.glancing import Glancing
from mnemoteca.library.indexing import Indexing
from mnemoteca.library.jobs import JobRunner
from mnemoteca.library.knowledge.correcting import Correcting
from mnemoteca.library.knowledge.following import Knowledge
from mnemoteca.library.knowledge.graphing import HeldGraph
from mnemoteca.library.looking import Looking
from mnemoteca.library.meaning.following import MeaningIndexing
from mnemoteca.library.modelling import DOWNLOAD, INSTALL, QUANTIZE, Modelling
from mnemoteca.library.news import News
from mnemoteca.library.previewing import Previewing
from mnemoteca.library.processing import Processing
from mnemoteca.library.purging import PURGE, Purging
from mnemoteca.library.reading import Reading
from mnemoteca.library.short_tier import Room
from mnemoteca.library.sleep.writing import drop_unfinished
from mnemoteca.library.sleeping import SLEEP
from mnemoteca.library.sources import Sources
from mnemoteca.library.spacing import Spacing
from mnemoteca.library.suggesting import Suggesting
from mnemoteca.library.teaching import Taught
from mnemoteca.library.telling import Telling
from mnemoteca.library.trying import Trying
from mnemoteca.library.views import Open, Views
from mnemoteca.library.withdrawing import Withdrawing
from mnemoteca.models.places import ModelsPlaces
from mnemoteca.models.remembered import Remembered
from mnemoteca.models.shelf import Shelf
from mnemoteca.store.engine import Places, Store, Tx
from mnemoteca.store.tables import spaces


class LocalLibrary(
    Captures,
    Looking,
    Reading,
    Glancing,
    Telling,
    Views,
    FadingSoon,
    Answers,
    Acting,
    Withdrawing,
    Spacing,
    Sources,
    Previewing,
    Exporting,
    Commits,
    Modelling,
    Trying,
    Processing,
    Correcting,
    Purging,
    Caring,
):
    """The body of the door, in the process that owns the folder."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        embedder: Embedder | None = None,
        writer: Writer | None = None,
        given: Mapping[str, Value] | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        """Without an embedder, what is kept is found by its words alone; without a writer, answers are quotes;
        without a reranker, hits stay in their order.

        `given` stands before every setting.
        """
        self._listeners: list[Callable[[Push], None]] = []
        super().__init__(store, clock, self._tell)
        self.days = Days()
        self.room = Room()
        self.memo.given = dict(given or {})
        self.conversations = Conversations()
        self.writer, self.reranker = writer or NoWriter(), reranker or NoReranker()
        self.remembered = Remembered()
        self.caching = Caching(store, self.remembered)
        self.listen(self.forget_processed)
        self.open_lists: dict[int, Open] = {}
        self.views_lock = threading.Lock()
        self.view_numbers = count(1)
        self.indexing = Indexing(store, clock, self._tell, self._imports)
        self.meaning = self.following = MeaningIndexing(
            store, embedder or NoEmbedder(MeaningState.OFF), self._tell, self._meaning_is_wanted
        )
        self.held_graph = HeldGraph(store)
        self.taught = Taught()
        self.known = Knowledge(store, self._known_moved, self._imports, self.taught.told_names)
        self.meaning.remembered = self.remembered
        self.suggesting = Suggesting(store, self.taught, self._tell, self._suggestions_are_wanted, self._imports)
        self.shelf, self.dropped = Shelf(ModelsPlaces.standard(), clock), set[str]()
        self.thinks = threading.Lock()
        kinds = {"import": self.run_import, "preview": self.run_preview, "export": self.run_export}
        kinds |= {PURGE: self.run_purge, DOWNLOAD: self.run_model_download, INSTALL: self.run_model_install}
        kinds |= {QUANTIZE: self.run_model_quantize, SLEEP: self.run_sleep}
        beside = {PURGE: "purges", SLEEP: "sleep", DOWNLOAD: "models", INSTALL: "models", QUANTIZE: "models"}
        self.jobs_runner = JobRunner(store, clock, self._tell, kinds, beside)
        self.jobs_runner.again = dict.fromkeys((DOWNLOAD, INSTALL, QUANTIZE), self.retry_model_job)
        self.news = News(self._tell, self.follow_views)
        store.on_commit(self.news.came)
        store.write(self._begin)

    @classmethod
    def open(
        cls,
        folder: Path,
        clock: Clock,
        embedder: Embedder | None = None,
        writer: Writer | None = None,
        given: Mapping[str, Value] | None = None,
        reranker: Reranker | None = None,
    ) -> LocalLibrary:
        """Open the library in a folder, or make it there; raises `Damaged` and `DiskTrouble`."""
        return cls(Store.open(Places(folder), clock), clock, embedder, writer, given, reranker)

    def listen(self, listener: Callable[[Push], None]) -> None:
        """Tell `listener` all news, on any thread; it must be quick."""
        self._listeners.append(listener)

    def follow(self) -> None:
        """Start what works in the background: news of lists, the words index, the vectors, jobs."""
        self.news.start()
        self.caching.load()
        self.know_trouble()
        self.indexing.start()
        self.following.start()
        self.known.start()
        self.suggesting.start()
        self.go_on_purging()
        self.jobs_runner.start()

    def is_embedding(self) -> bool:
        """Whether memories are just getting their vectors or tags, or are being read for what they tell."""
        return self.following.works or self.known.works or self.suggesting.works

    def close(self) -> None:
        """End the background work, then the store; nothing acknowledged is lost."""
        self.jobs_runner.stop()
        self.known.stop()
        self.suggesting.stop()
        self.following.stop()
        self.indexing.stop()
        self.news.stop()
        self.writer.stop()
        self.caching.write()
        self.reranker.stop()
        self.store.close()

    def _tell(self, push: Push) -> None:
        for listener in self._listeners:
            listener(push)

    def _known_moved(self, behind: int) -> None:
        """More was read: the graph goes along, then whoever shows what is known."""
        self.held_graph.moved(behind)
        self._tell(KnowledgeMoved(behind))

    def _imports(self) -> bool:
        return self.jobs_runner.imports

    def _meaning_is_wanted(self) -> bool:
        with self.store.read() as reader:
            return bool(self.memo.settings(reader)["meaning"])

    def _suggestions_are_wanted(self) -> bool:
        with self.store.read() as reader:
            return bool(self.memo.settings(reader)["tags.suggest"])

    def _begin(self, tx: Tx) -> None:
        drop_unfinished(tx)
        if not tx.all("SELECT 1 FROM spaces LIMIT 1"):
            id = spaces.insert(tx, DEFAULT_SPACE)
            tx.change(Happened.SPACE_ADDED, id, id, By.RULE)


def as_library(local: LocalLibrary) -> Library:
    """The door of a library in this process; that this is typed proves every body against its declaration."""
    return local
