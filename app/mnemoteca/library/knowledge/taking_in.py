"""Putting what was learned into the tables, and weighing what it touches; all inside one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from mnemoteca.core.knowledge.naming import Known, first_names, folded
from mnemoteca.core.knowledge.relations import RELATIONS, Cardinality
from mnemoteca.library.knowledge.learning import Learned, Named, said_at
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import knowledge, weighing
from mnemoteca.store.tables.knowledge import FactRow


def take_in(tx: Tx, learned: Sequence[Learned]) -> set[weighing.Group]:
    """Put in what was learned from memories that are still there; whose facts are to be weighed."""
    there = set(knowledge.unread(tx, [each.kept.id for each in learned]))
    spaces: dict[int, list[Learned]] = defaultdict(list)
    for each in learned:
        if each.kept.id in there:
            spaces[each.kept.space].append(each)
    for space, those in spaces.items():
        names = _Names(tx, space, those)
        for each in those:
            _put(tx, names, each)
        if names.new_people:
            place_first_names(tx, space)
    return weighing.groups_of(tx, sorted(there))


def _put(tx: Tx, names: _Names, learned: Learned) -> None:
    kept = learned.kept
    ids = {(name.start, name.end): names.id_of(name) for name in learned.names}
    knowledge.insert_mentions(
        tx, [(kept.id, ids[name.start, name.end], name.start, name.end) for name in learned.names]
    )
    places = [(kept.id, p.kind, p.value, place_key(p.kind, p.value), p.start, p.end) for p in learned.places]
    knowledge.insert_places(tx, places)
    rows = []
    for told in learned.told:
        said = told.statement
        object = None if told.object is None else ids[told.object.start, told.object.end]
        since = kept.occurred_at if said.since.at == said_at(kept) else said.since.at  # a date that is told is a day
        rows.append(
            FactRow(
                kept.id, said.start, said.end, ids[told.subject.start, told.subject.end], said.relation,
                kept.text[slice(*said.object)], object,
said.polarity, said.ends, learned.taint.value, said.confidence, kept.occurred_at, since,
                said.since.precision.value, kept.recorded_at,
            )
        )  # fmt: skip
    knowledge.insert_facts(tx, kept.space, rows)


def place_key(kind: str, value: str) -> str:
    """How a place is looked up: a link without its scheme, a file with forward slashes, all in lower case."""
    key = value.strip().replace("\\", "/") if kind == "file" else value.strip()
    if kind == "url":
        key = key.partition("://")[2] or key
        key = key.removeprefix("www.").rstrip("/")
    return key.removeprefix("./").removesuffix("()").lower()


class _Names:
    """The names of a space that a batch speaks of, those that are new put in as they come."""

    def __init__(self, tx: Tx, space: int, learned: Iterable[Learned]) -> None:
        self._tx, self._space = tx, space
        wanted = {name.folded for each in learned for name in each.names}
        self._ids: dict[tuple[str, str], int] = {}
        for known in knowledge.names(tx, space, wanted):
            self._ids.setdefault((known.kind, known.folded), known.id)
        self.new_people = False

    def id_of(self, name: Named) -> int:
        found = self._ids.get((name.kind, name.folded))
        if found is None:
            found = knowledge.insert_name(self._tx, self._space, name.kind, name.folded, name.shown).id
            self._ids[name.kind, name.folded] = found
            self.new_people = self.new_people or name.kind == "person"
        return found


# -- first names


def place_first_names(tx: Tx, space: int) -> None:
    """Give each first name to the only person who has it in full, and take it back where there are two by now."""
    people = knowledge.people(tx, space)
    wanted = first_names(people)
    sole = defaultdict(list)
    for each in people:
        sole[each.entity].append(each)
    moved: set[int] = set()
    for each in people:
        if each.by_hand or " " in each.folded:
            continue
        target = wanted.get(each.id)
        if target == each.entity or (target is None and _stands_alone(each, sole[each.entity])):
            continue
        if target is None:
            target = knowledge.new_entity(tx, space, each.kind)
        elif _conflict(tx, each.entity, target):
            continue
        moved |= {each.entity, target}
        knowledge.set_entity(tx, each.id, target, by_hand=False)
    if moved:
        weighing.weigh(tx, weighing.groups_of_entities(tx, moved))


def _stands_alone(name: Known, names: Sequence[Known]) -> bool:
    """Whether the entity of a first name has no name in full, or was given it by hand."""
    return not any(" " in other.folded for other in names)


def _conflict(reader: Reader, one: int, other: int) -> bool:
    """Whether facts that can have one object only differ between the two."""
    single = {name for name, relation in RELATIONS.items() if relation.cardinality is not Cardinality.MANY}
    groups = [group for group in weighing.groups_of_entities(reader, (one, other)) if group[1] in single]
    keys: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in weighing.claims(reader, groups):
        keys[claim.relation][claim.subject].add(claim.key)
    return any(len(of) > 1 and of[one].isdisjoint(of[other]) for of in keys.values())


def name_key(name: str) -> str:
    """How a name that a person types is looked up."""
    return folded(name)
