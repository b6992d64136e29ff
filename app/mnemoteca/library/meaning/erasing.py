"""Taking vectors out for good: their rows are written over, and the graphs over them are made anew."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mnemoteca.core.errors import Stopped
from mnemoteca.core.meaning import Embedder
from mnemoteca.library.meaning.holdings import Holdings
from mnemoteca.library.meaning.searching import Searching
from mnemoteca.store.engine import Store
from mnemoteca.store.wording import Ids


class Erasing(Searching):
    """Holds the vectors of a folder, opened when they are first needed; one step at a time changes them."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        super().__init__(embedder)
        self._store = store
        self._stepping = threading.Lock()
        self._ending = False
        self.notices: tuple[str, ...] = ()

    def rows_of(self, ids: Ids) -> int:
        """How many vectors of these memories are on the disk, in whatever state."""
        with self._stepping:
            return sum(each.rows_of_any(ids) for each in self._open().every)

    def erase(self, ids: Ids) -> None:
        """Write over the vectors of these memories."""
        with self._stepping:
            for each in self._open().every:
                each.erase(ids)

    def make_graphs_anew(self, pace: Callable[[], None]) -> None:
        """Make each graph from its rows alone; `pace` is called every few vectors and gives it up by raising.

        What comes meanwhile gets its vectors afterwards; recall goes on with the graph that was there.
        """

        def both() -> None:
            self._pace()
            pace()

        with self._stepping:
            for each in self._open().every:
                if each.merged:
                    each.merge(both, anew=True)
                each.rest()

    def _open(self) -> Holdings:
        """What there is, also where nobody wants it now."""
        if self._holdings is None:
            self._holdings = Holdings(self._store.places, self._store.last_change)
            self.notices = self._holdings.notices
        return self._holdings

    def _pace(self) -> None:
        self._store.give_way()
        if self._ending:
            raise Stopped("cancelled")
