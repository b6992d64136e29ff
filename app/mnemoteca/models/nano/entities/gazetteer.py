"""The names that a person's library knows: they are found at once, and what the person refused is no longer found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from mnemoteca.models.nano.entities.entity import Entity
from mnemoteca.models.nano.entities.words import Word, lines_of

SURE = 0.5
_SMALL = frozenset(("low", "low+", "mostly low", "both"))


class Gazetteer:
    """Names with their kinds, and names that are none. It never changes; a correction gives a new one."""

    __slots__ = ("_begins", "names", "refused")

    def __init__(self, names: Mapping[str, str] | None = None, refused: Iterable[str] = ()) -> None:
        self.names = dict(names or {})
        self.refused = frozenset(_folded(name) for name in refused)
        self._begins: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for name, kind in self.names.items():
            words = _words(name)
            if words:
                lower = tuple(word.lower() for word in words)
                self._begins.setdefault(lower[0], []).append((lower, kind, words[0][:1].isupper()))
        for found in self._begins.values():
            found.sort(key=lambda each: -len(each[0]))

    def with_name(self, name: str, kind: str) -> Gazetteer:
        """What the person says is a name of that kind; it counts at once, also if it was refused before."""
        others = {each: told for each, told in self.names.items() if _folded(each) != _folded(name)}
        return Gazetteer({**others, name: kind}, self.refused - {_folded(name)})

    def without(self, name: str) -> Gazetteer:
        """What the person says is no name."""
        others = {each: kind for each, kind in self.names.items() if _folded(each) != _folded(name)}
        return Gazetteer(others, self.refused | {_folded(name)})

    def in_line(self, line: Sequence[Word], usual: Callable[[str], str]) -> list[Entity]:
        """The known names of a line, the longest where several fit; `usual` tells how a word is usually written.

        A name of one word that is also an ordinary word (“Mel”, “Rose”) counts with its capital only.
        """
        found: list[Entity] = []
        lower = [word.text.lower() for word in line]
        at = 0
        while at < len(line):
            fitting = self._at(line, lower, at, usual)
            if fitting is None:
                at += 1
                continue
            length, kind = fitting
            found.append(Entity(line[at].start, line[at + length - 1].end, kind))
            at += length
        return found

    def _at(
        self, line: Sequence[Word], lower: list[str], at: int, usual: Callable[[str], str]
    ) -> tuple[int, str] | None:
        for words, kind, high in self._begins.get(lower[at], ()):
            if tuple(lower[at : at + len(words)]) != words:
                continue
            ordinary = len(words) == 1 and high and line[at].text.islower() and usual(words[0]) in _SMALL
            if not ordinary:
                return len(words), kind
        return None

    def refuses(self, name: str) -> bool:
        """Whether the person said that this is no name, in whichever case it is written."""
        return _folded(name) in self.refused

    def __bool__(self) -> bool:
        return bool(self.names or self.refused)


def _words(name: str) -> list[str]:
    return [word.text for line in lines_of(name) for word in line]


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


def merged(found: Sequence[Entity], known: Sequence[Entity]) -> list[Entity]:
    """What was found and what is known: the known wins, but for one that stands alone within a longer, sure name."""
    kept = list(known)
    for entity in found:
        inside = [each for each in known if each.start < entity.end and each.end > entity.start]
        sure = entity.confidence >= SURE
        longer = sure and len(inside) == 1 and entity.start <= inside[0].start and inside[0].end <= entity.end
        if longer and (entity.start, entity.end) != (inside[0].start, inside[0].end):
            kept.remove(inside[0])
            kept.append(entity)
        elif not inside:
            kept.append(entity)
    return sorted(kept, key=lambda each: each.start)
