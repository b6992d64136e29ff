"""What a picture of the graph says: each part in words, what the answer is called, and what is painted. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.knowledge.values import Entity, GraphPicture
from mnemoteca.gui import known_words, words
from mnemoteca.gui.components.graph_painter import Part, Scene
from mnemoteca.gui.components.named_rows import NamedValue
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate
NAMED = 4  # of those that a part is spoken of with, by name


def middle(picture: GraphPicture) -> int:
    """How many parts at the beginning are what was asked about."""
    if picture.path is None:
        return 0
    return len(picture.path.steps) + 1 if picture.path.steps else 2


def scene(picture: GraphPicture, asked: int) -> Scene:
    """What is painted; the first `asked` parts are what was asked about."""
    at = {spot.entity.id: n for n, spot in enumerate(picture.spots)}
    parts = tuple(
        Part(known_words.icon(spot.entity.kind), known_words.name(spot.entity), n < asked)
        for n, spot in enumerate(picture.spots)
    )
    links = tuple((at[link.one], at[link.other]) for link in picture.links)
    way = len(picture.path.steps) + 1 if picture.path is not None and picture.path.steps else 0
    return Scene(parts, links, way)


def neighbours(picture: GraphPicture) -> dict[int, list[tuple[Entity, int]]]:
    """By the id of an entity: with whom it is spoken of, in how many memories, the closest first."""
    by_id = {spot.entity.id: spot.entity for spot in picture.spots}
    found: dict[int, list[tuple[Entity, int]]] = defaultdict(list)
    for link in picture.links:
        found[link.one].append((by_id[link.other], link.memories))
        found[link.other].append((by_id[link.one], link.memories))
    return found


def rows(picture: GraphPicture, asked: int) -> Iterator[NamedValue]:
    """Each part as a row, those of the way first."""
    beside = neighbours(picture)
    way = middle(picture)
    for n, spot in enumerate(picture.spots):
        yield _row(spot.entity, beside[spot.entity.id], n + 1 if n < way else 0, marked=n < asked)


def _row(entity: Entity, beside: list[tuple[Entity, int]], step: int, *, marked: bool) -> NamedValue:
    name, kind = known_words.name(entity), known_words.kind(entity.kind)
    others = ", ".join(known_words.name(other) for other, _ in beside[:NAMED])
    if len(beside) > NAMED:
        more = words.number(len(beside) - NAMED, QLocale())
        others = translate("Graph", "%1 and %2 more").replace("%1", others).replace("%2", more)
    together = translate("Graph", "with %1").replace("%1", others) if others else ""
    on_way = translate("Graph", "step %1 of the way").replace("%1", words.number(step, QLocale())) if step else ""
    detail = " · ".join(part for part in (kind if entity.kind != "self" else "", on_way, together) if part)
    count = counted.memories(entity.memories)
    spoken = ", ".join(part for part in (name, detail.replace(" · ", ", "), count) if part)
    return NamedValue(known_words.icon(entity.kind), name, detail, count, marked, spoken)
