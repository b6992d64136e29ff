"""The store: one folder, one process, one writer, two readers; acknowledged means on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TypeVar

import duckdb

from mnemoteca.core.changes import By
from mnemoteca.core.clock import Clock
from mnemoteca.core.doer import doer
from mnemoteca.core.errors import DiskTrouble, Problem
from mnemoteca.core.failpoints import reach
from mnemoteca.core.sentences import SENTENCES
from mnemoteca.store import shelf
from mnemoteca.store.failures import damaged, is_fatal, problem_of
from mnemoteca.store.giving_back import give_back
from mnemoteca.store.lanes import Lane, MadeWay, WorkQueue
from mnemoteca.store.lock import FolderLock
from mnemoteca.store.long_reads import LongReads
from mnemoteca.store.migrate import Migration, migrations
from mnemoteca.store.opening import close_untouched, open_tables, reopen_tables
from mnemoteca.store.places import Places, keep_private
from mnemoteca.store.reader import READERS, Reader, ReaderPool
from mnemoteca.store.rewriting import take_place, write_anew
from mnemoteca.store.watermark import Watermark
from mnemoteca.store.writer import Counters, Tx

__all__ = ["Lane", "MadeWay", "Places", "Reader", "Store", "Tx"]

T = TypeVar("T")
QUIET_S = 20.0  # without a write, after which a checkpoint bothers nobody
QUIET_LOG = 1 << 20  # bytes of write-ahead log that are worth a checkpoint when it is quiet
FULL_LOG = 48 << 20  # bytes at which we checkpoint between two works, before DuckDB does inside one


class Store:
    """The open library. Any thread may call it; work and listeners run on the writer's thread."""

    def __init__(
        self, places: Places, clock: Clock, lock: FolderLock, connection: duckdb.DuckDBPyConnection, quiet_s: float
    ) -> None:
        self.places = places
        self._clock = clock
        self._lock = lock
        self._identity = _identity(places)
        self._moving = False
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._readers = ReaderPool()
        self._long_reads = LongReads()
        self._listeners: list[Callable[[int, int], None]] = []
        self._log_is_private = False
        self._adopt(connection)
        self._watermark = Watermark(places.last_change)
        self._watermark.compare(self._counters.last_change)
        self._queue = WorkQueue(self._tidy_when_quiet, quiet_s)

    @classmethod
    def open(
        cls, places: Places, clock: Clock, *, steps: tuple[Migration, ...] | None = None, quiet_s: float = QUIET_S
    ) -> Store:
        """Open the library in a folder, or make it; raises `Damaged` and `DiskTrouble`."""
        lock = None
        try:
            places.make()
            lock = FolderLock(places.lock)
            connection = open_tables(places, clock, steps or migrations())
            try:
                return cls(places, clock, lock, connection, quiet_s)
            except BaseException:
                close_untouched(connection)
                raise
        except (OSError, duckdb.Error, Problem) as error:
            if lock:
                lock.release()
            raise problem_of(error, places, shelf.name_of_last(places)) or error from error

    @property
    def last_change(self) -> int:
        """The number of the last committed change."""
        return self._counters.last_change

    @property
    def notices(self) -> list[str]:
        """Sentences that the person has to be shown."""
        if not self._watermark.missing:
            return []
        values = {"count": self._watermark.missing, "backup": shelf.name_of_last(self.places)}
        return [" ".join(SENTENCES["changes_missing"]).format(**values)]

    def told(self) -> None:
        """The person has seen the notices; they don't come again."""
        self._watermark.told()

    def folder_is_there(self) -> bool:
        """Whether the data folder is still the one that was opened."""
        return self._moving or self._identity == _identity(self.places)

    def on_commit(self, listener: Callable[[int, int], None]) -> None:
        """Call `listener(first, last)` after each commit with changes, before it is acknowledged; be quick."""
        self._listeners.append(listener)

    @property
    def person_is_near(self) -> bool:
        """Whether a person's work waits or came a moment ago: what is large had better be cut small."""
        return self._queue.person_is_near

    def person_at_work(self) -> AbstractContextManager[None]:
        """What a person waits for is done inside: work in the background makes way for it."""
        return self._queue.person_at_work()

    def give_way(self, leisurely: bool = False) -> None:
        """For work in the background, between its small steps: rest while a person's is being done.

        What nobody waits for is `leisurely`: beside a person it rests most of the time.
        """
        self._queue.give_way(leisurely)

    def write(self, work: Callable[[Tx], T], *, lane: Lane = Lane.PERSON, makes_way: bool = False) -> T:
        """Do the work in one transaction; returns when it is on the disk, raises when nothing of it is.

        Work that makes way is given up for a person's that comes meanwhile: `MadeWay` is raised.
        """
        by = doer()
        return self._ask(lambda: self._guarded(work, makes_way, by), lane)

    def read(self) -> AbstractContextManager[Reader]:
        """A reader over one snapshot of the tables; at most two threads are inside at a time."""
        return self._read_own() if self._queue.is_here else self._read_pooled()

    @contextmanager
    def snapshot_of_its_own(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection beside writer and readers, for what takes long; one at a time."""
        with self._long_reads.turn(lambda: self._ask(lambda: self._long_reads.open(self._healthy()))) as connection:
            yield connection

    def checkpoint(self) -> None:
        """Move the write-ahead log into the database, now."""
        self._ask(self._checkpoint)

    def problem_of(self, error: BaseException) -> BaseException:
        """The problem behind an error of the disk, or the error itself."""
        return problem_of(error, self.places, shelf.name_of_last(self.places)) or error

    def rewrite(self) -> None:
        """Write the tables anew: what was deleted is in no byte of the file afterwards. Writing waits meanwhile."""
        with self._long_reads.none():
            self._ask(self._rewrite)

    def close(self) -> None:
        """Do all work that was taken, checkpoint, and let the folder go."""
        self._queue.end(self._end)

    def _ask(self, work: Callable[[], T], lane: Lane = Lane.PERSON) -> T:
        if self._queue.is_here or self._readers.visited:
            raise RuntimeError("a write inside a read or inside another write would wait for itself")
        result: T = self._queue.put(work, lane).result()
        return result

    # -- on the writer's thread

    def _guarded(self, work: Callable[[Tx], T], makes_way: bool, by: By) -> T:
        if not self.folder_is_there():
            raise DiskTrouble("folder_gone", folder=self.places.folder)
        try:
            return self._transact(work, makes_way, by)
        except (OSError, duckdb.Error) as error:
            raise self.problem_of(error) from error

    def _transact(self, work: Callable[[Tx], T], makes_way: bool, by: By) -> T:
        connection = self._begin()
        tx = Tx(connection, self._counters, self._clock.now(), lambda: makes_way and self._queue.person_waits, by)
        try:
            result = work(tx)
            reach("commit.before")
            tx.finish(self._counters)
        except BaseException as error:
            if not self._roll_back(connection, tx, error):
                raise
        reach("commit.after")
        self._announce(tx)
        return result

    def _begin(self) -> duckdb.DuckDBPyConnection:
        try:
            return self._healthy().begin()
        except duckdb.Error as error:
            if not is_fatal(error):
                raise
        self._reopen()
        return self._healthy().begin()

    def _roll_back(self, connection: duckdb.DuckDBPyConnection, tx: Tx, error: BaseException) -> bool:
        """End a failed transaction; True where its commit turns out to have reached the disk all the same."""
        if not (is_fatal(error) or (tx.failed is not None and is_fatal(tx.failed))):
            with suppress(duckdb.TransactionException):  # a failing commit has ended it
                connection.rollback()
            return False
        self._reopen()
        return tx.committing and tx.last_change >= tx.first_change and self._counters.last_change == tx.last_change

    def _announce(self, tx: Tx) -> None:
        if not self._log_is_private and self.places.wal.exists():
            keep_private(self.places.wal)
            self._log_is_private = True
        if tx.last_change >= tx.first_change:
            self._watermark.write(tx.last_change)
            for listener in self._listeners:
                listener(tx.first_change, tx.last_change)
        if self._queue.is_idle and self._log_size() > FULL_LOG:
            self._checkpoint_when_quiet()

    def _healthy(self) -> duckdb.DuckDBPyConnection:
        if self._connection is None:
            self._reopen()
        assert self._connection is not None
        return self._connection

    def _reopen(self) -> None:
        """Close every connection and open the database anew; while that fails, each work tries again."""
        old, self._connection = self._connection, None
        self._readers.replace(list)
        self._long_reads.stop()
        if old is not None:
            old.close()
        try:
            self._adopt(reopen_tables(self.places))
        except duckdb.Error as error:
            last = shelf.name_of_last(self.places)
            raise problem_of(error, self.places, last) or damaged(str(error), self.places, last) from error

    def _adopt(self, connection: duckdb.DuckDBPyConnection) -> None:
        rows = connection.execute("SELECT coalesce(max(number), 0) FROM changes").fetchall()
        self._counters = Counters(int(rows[0][0]))
        self._readers.replace(lambda: [connection.cursor() for _ in range(READERS)])
        self._connection = connection

    def _checkpoint(self) -> None:
        reach("checkpoint")
        connection = self._healthy()
        try:
            connection.execute("CHECKPOINT").fetchall()
        except duckdb.Error as error:
            if is_fatal(error):
                self._reopen()
            raise self.problem_of(error) from error
        reach("checkpoint.after")
        self._watermark.sync()
        self._log_is_private = False

    def _rewrite(self) -> None:
        connection = self._healthy()
        try:
            write_anew(connection, self.places)
            self._moving = True  # the database is another file for a moment
            self._connection = None
            self._readers.replace(lambda: self._swapped(connection))  # whoever reads meanwhile waits
        except (OSError, duckdb.Error) as error:
            raise self.problem_of(error) from error
        finally:
            self._identity, self._moving = _identity(self.places), False

    def _swapped(self, connection: duckdb.DuckDBPyConnection) -> list[duckdb.DuckDBPyConnection]:
        connection.execute("CHECKPOINT").fetchall()  # nobody reads: closing then has nothing left to write
        connection.close()
        take_place(self.places)
        self._connection = reopened = reopen_tables(self.places)
        self._counters.parsed.clear()
        self._log_is_private = False
        return [reopened.cursor() for _ in range(READERS)]

    def _tidy_when_quiet(self) -> None:
        self._checkpoint_when_quiet()
        give_back(self._connection)

    def _checkpoint_when_quiet(self) -> None:
        if self.folder_is_there() and self._log_size() > QUIET_LOG:
            with suppress(Problem, duckdb.Error):  # it comes again; what was committed stands in the log
                self._checkpoint()

    def _end(self) -> None:
        connection = self._connection
        try:
            self._readers.replace(list)
            self._long_reads.stop()
            if connection is not None and self.folder_is_there():
                reach("checkpoint")
                connection.close()
                reach("checkpoint.after")
            elif connection is not None:
                close_untouched(connection)
        finally:
            self._watermark.sync()
            self._watermark.close()
            self._lock.release()

    def _log_size(self) -> int:
        try:
            return self.places.wal.stat().st_size
        except FileNotFoundError:
            return 0

    # -- reading

    @contextmanager
    def _read_own(self) -> Iterator[Reader]:
        yield Reader(self._healthy())

    @contextmanager
    def _read_pooled(self) -> Iterator[Reader]:
        if self._connection is None and not self._readers.visited:
            self._ask(self._healthy)
        try:
            with self._readers.visit() as reader:
                yield reader
        except duckdb.Error as error:
            if is_fatal(error):
                self._queue.put(self._reopen, Lane.PERSON)
            raise self.problem_of(error) from error


def _identity(places: Places) -> tuple[int, int, int] | None:
    """Which folder and which database stand there; None where one is gone."""
    try:
        folder, database = os.stat(places.folder), os.stat(places.database)
    except OSError:
        return None
    return folder.st_dev, folder.st_ino, database.st_ino
