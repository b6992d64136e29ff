"""Which vectors there are: those that are being made, and former ones that serve until the new ones are whole."""

from __future__ import annotations

from collections.abc import Callable

from mnemoteca.core.meaning import comparable
from mnemoteca.store.places import Places
from mnemoteca.store.vectors import Vectors
from mnemoteca.store.vectors_files import rows_files, set_aside, sweep
from mnemoteca.store.vectors_rows import About, Unusable

DAMAGED = "The vectors were damaged and set aside; what could be saved was, and the rest is being made anew."
AHEAD = "The vectors knew more than the library and are being made anew; recall says what it still misses."


class Holdings:
    """The vectors of a data folder; the follower's thread alone changes which they are."""

    def __init__(self, places: Places, last_change: int) -> None:
        """Open what is there: damaged vectors are set aside, those ahead of the tables thrown away, and it is said."""
        self._places = places
        self.notices: tuple[str, ...] = ()
        self.current: Vectors | None = None
        self.former: Vectors | None = None
        sweep(places.folder)
        for path in rows_files(places.folder):
            try:
                found = Vectors.open(path)
            except Unusable as unusable:
                self._say(DAMAGED)
                saved = set_aside(places, path) if str(unusable) == "damaged" else None
                if saved is None:
                    path.unlink(missing_ok=True)
                    continue
                found = Vectors.open(saved)
            self._take(found, last_change)

    @property
    def every(self) -> tuple[Vectors, ...]:
        """All that are open."""
        return tuple(each for each in (self.current, self.former) if each is not None)

    def choose(self, about: About) -> bool:
        """Have the current ones be of this kind, made anew if there are none; whether that changed anything.

        Where there are former ones, the current ones aren't whole: they go, and the former ones serve on.
        """
        if self.current is not None and self.current.about == about:
            return False
        if self.former is not None and self.former.about == about:
            self.current, self.former = self.former, self.current
            return True
        made = Vectors.make(self._places.folder, about)
        if self.former is None:
            self.former, self.current = self.current, made
        else:
            old, self.current = self.current, made
            if old is not None:
                old.discard()
        return True

    def serving(self, whole: bool, is_asked: Callable[[str], bool]) -> Vectors | None:
        """Those that answer a question; `whole`: the current ones lack nothing.

        `is_asked` tells whether questions are still embedded by a model; vectors by another answer nothing.
        """
        former, current = self.former, self.current
        if not whole and former is not None and is_asked(former.about.model):
            return former
        return current if current is not None and is_asked(current.about.model) else None

    def of(self, model: str) -> Vectors | None:
        """Those that were made by this model, or by one that is comparable."""
        fitting = (each for each in (self.current, self.former) if each is not None)
        same = [each for each in fitting if comparable(each.about.model, model)]
        return next((each for each in same if each.about.model == model), same[0] if same else None)

    def settle(self) -> None:
        """The current ones are whole: the former ones go."""
        former, self.former = self.former, None
        if former is not None:
            former.discard()

    def discard(self) -> None:
        """Throw all away."""
        for each in self.every:
            each.discard()
        self.current = self.former = None

    def close(self) -> None:
        for each in self.every:
            each.close()

    def _take(self, found: Vectors, last_change: int) -> None:
        if found.change > last_change:
            self._say(AHEAD)
            found.discard()
        elif self.current is None:
            self.current = found
        elif self.former is None and found.about != self.current.about:
            self.former = found
        else:
            found.discard()

    def _say(self, sentence: str) -> None:
        self.notices = tuple(dict.fromkeys((*self.notices, sentence)))
