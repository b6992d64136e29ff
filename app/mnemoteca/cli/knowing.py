"""facts, entities, graph, path, contradictions, about: what is known from what was kept, and where it stands."""

from __future__ import annotations

from datetime import datetime, timedelta

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.moments import read_moment
from mnemoteca.cli.wording import aligned, here, plural, shortened
from mnemoteca.core.errors import NotFound
from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.core.knowledge.values import Contradiction, Entity, Evidence, Fact, Standing, Verdict

_WAIT = argument("--wait", action="store_true", help="first read what came in and was not read yet")
_LIMIT = argument("--limit", metavar="N", type=int, default=50, help="how many at most (50)")
_AS_OF = argument("--as-of", metavar="DATE", default="", help="what was so then")
_QUOTE = 160  # characters of a quote in a line
_KEEPS = {"one": Verdict.ONE, "other": Verdict.OTHER, "both": Verdict.BOTH, "undecided": Verdict.OPEN}


def facts(call: Call) -> None:
    """What is so, of everybody or of one."""
    given = call.given
    _wait(call)
    entity = entity_named(call, given.entity).id if given.entity else 0
    found = call.library.facts(
        given.space, entity, given.relation, _moment(given.as_of), _moment(given.known_at), given.ended, 0, given.limit
    )
    call.answers(found, "\n".join(_fact(each) for each in found) or _nothing(call))


def entities(call: Call) -> None:
    _list_entities(call, call.given.name or "", call.given.kind)


def everybody(call: Call) -> None:
    _list_entities(call, "", "")


def _list_entities(call: Call, name: str, kind: str) -> None:
    _wait(call)
    found = call.library.entities(call.given.space, name, kind, 0, call.given.limit)
    rows = [(str(e.id), e.name, e.kind, plural(e.memories, "memory"), _also(e)) for e in found]
    call.answers(found, aligned(rows) or _nothing(call))


def merge(call: Call) -> None:
    """Each after the first becomes a name of the first."""
    first, *others = [entity_named(call, name) for name in call.given.names]
    done = call.library.merge_entities(first.id, tuple(each.id for each in others))
    call.answer(done, f"{', '.join(each.name for each in others)}: now {first.name}. Back with: mnemoteca undo")


def split(call: Call) -> None:
    """Some names of an entity are somebody else's; or only what some memories say of one name."""
    given = call.given
    entity = entity_named(call, given.name)
    wanted = [name.casefold() for name in given.names] or [entity.name.casefold()]
    ids = tuple(each.id for each in entity.names if each.name.casefold() in wanted or str(each.id) in wanted)
    if not ids:
        raise NotFound("no_entity", name=", ".join(given.names))
    done = call.library.split_entity(ids, tuple(given.memories))
    call.answer(done, f"{', '.join(given.names) or entity.name}: now somebody else. Back with: mnemoteca undo")


def graph(call: Call) -> None:
    _wait(call)
    given = call.given
    entity = entity_named(call, given.entity)
    if given.far:
        found = call.library.related(entity.id, given.limit)
    else:
        found = call.library.neighbourhood(entity.id, given.limit, _moment(given.as_of))
    rows = [(n.entity.name, n.entity.kind, f"{n.weight:.3f}", plural(n.memories, "memory")) for n in found.neighbours]
    call.answer(found, aligned(rows) or f"{entity.name} is spoken of together with nobody and nothing.")


def path(call: Call) -> None:
    _wait(call)
    given = call.given
    one, other = entity_named(call, given.start), entity_named(call, given.end)
    found = call.library.evidence_path(one.id, other.id, _moment(given.as_of))
    if call.as_json:
        return call.terminal.json(found)
    if not found.steps:
        return call.terminal.say(f"Nothing leads from {one.name} to {other.name}.")
    way = " → ".join([one.name, *(step.end.name for step in found.steps)])
    told = [f"  {s.start.name} – {s.end.name}: {_quote(s.evidence)}" for s in found.steps]
    return call.terminal.say("\n".join([way, *told]))


def contradictions(call: Call) -> None:
    _wait(call)
    found = call.library.contradictions(call.given.space, call.given.all)
    call.answers(found, "\n".join(map(_contradiction, found)) or "Nothing contradicts itself.")


def keep(call: Call) -> None:
    """Decide between two facts."""
    given = call.given
    done = call.library.settle_contradiction(given.id, _KEEPS[given.which])
    call.answer(done, f"Contradiction {given.id}: {given.which}. Back with: mnemoteca undo")


def about(call: Call) -> None:
    """What was said of a file, a symbol, a commit or a link."""
    _wait(call)
    given = call.given
    if not given.place:
        places = call.library.known_places(given.space, "", given.kind, given.limit)
        rows = [(place.value, place.kind, plural(place.memories, "memory")) for place in places]
        return call.answers(places, aligned(rows) or _nothing(call))
    found = call.library.about_place(given.place, given.space, given.kind, given.limit)
    rows = [(str(m.id), here(m.occurred_at or m.recorded_at), shortened(m.text, _QUOTE)) for m in found]
    return call.answers(found, aligned(rows) or f"Nothing that is kept speaks of {given.place}.")


# -- words


def _wait(call: Call) -> None:
    if call.given.wait:
        call.library.wait_knowledge(call.given.space)


def entity_named(call: Call, name: str) -> Entity:
    """By number, or by name in the space."""
    return call.library.entity(int(name)) if name.isdigit() else call.library.find_entity(name, call.given.space)


def _moment(text: str) -> datetime | None:
    """A date alone means its end: what began on that day counts."""
    if not text:
        return None
    return read_moment(text) + (timedelta(days=1, seconds=-1) if len(text) == len("2026-11-21") else timedelta())


def _nothing(call: Call) -> str:
    behind = call.library.knowledge(call.given.space).behind
    return "Nothing is known yet." if behind else "Nothing is known of that."


def _also(entity: Entity) -> str:
    others = [each.name for each in entity.names if each.name != entity.name]
    return f"also {', '.join(others)}" if others else ""


def _fact(fact: Fact) -> str:
    relation = RELATIONS[fact.relation].en if fact.relation in RELATIONS else fact.relation
    no = "no longer " if fact.ends else "" if fact.polarity else "not: "
    object = fact.object_entity.name if fact.object_entity else fact.object
    since = f", since {_day(fact.world_from)}" if fact.world_from else ""
    until = f", until {_day(fact.valid_to)}" if fact.valid_to else ""
    mark = "" if fact.standing is Standing.HOLDS else f" ({fact.standing.value})"
    by = "" if fact.taint.value == "person" else f" (said by: {fact.taint.value})"
    return f"{fact.subject.name} {no}{relation} {object}{since}{until}{mark}{by}\n  {_quote(fact.evidence)}"


def _contradiction(found: Contradiction) -> str:
    verdict = f" (kept: {found.verdict.value})" if found.verdict else ""
    return f"{found.id}{verdict}\n  one: {_fact(found.one)}\n  other: {_fact(found.other)}"


def _quote(evidence: Evidence) -> str:
    said = f", {here(evidence.said_at)}" if evidence.said_at else ""
    who = f"{evidence.speaker}, " if evidence.speaker else ""
    return f"“{shortened(evidence.quote, _QUOTE)}” ({who}memory {evidence.memory}{said})"


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


COMMANDS = (
    Command(
        "facts",
        "what is known: who, in which relation, to what, since when, and the sentence that says so",
        "mnemoteca facts Ana --as-of 2025-06-01",
        facts,
        (
            argument("entity", metavar="ENTITY", nargs="?", help="of whom or what: a name, or its number"),
            SPACE,
            argument("--relation", metavar="NAME", default="", help="one relation only, such as lives_in"),
            _AS_OF,
            argument("--known-at", metavar="DATE", default="", help="as the library knew it then"),
            argument("--ended", action="store_true", help="also what was superseded or is no longer so"),
            _LIMIT,
            _WAIT,
        ),
    ),
    Command(
        "entities",
        "who and what is spoken of, and in how many memories",
        "mnemoteca entities Ana",
        entities,
        (
            argument("name", metavar="NAME", nargs="?", help="whose name holds this"),
            SPACE,
            argument("--kind", metavar="KIND", default="", help="person, organisation, place, product, …"),
            _LIMIT,
            _WAIT,
        ),
    ),
    Command(
        "entity",
        "say that two names are of one, or that one name is of two",
        "mnemoteca entity merge Lisbon Lisboa",
        everybody,
        (SPACE, _LIMIT, _WAIT),
        parts=(
            Command(
                "merge",
                "these are one: what is known of the others is known of the first",
                "mnemoteca entity merge Lisbon Lisboa",
                merge,
                (argument("names", metavar="ENTITY", nargs="+", help="names or numbers; the first is kept"), SPACE),
            ),
            Command(
                "split",
                "some of its names, or what some memories say of it, is somebody else's",
                "mnemoteca entity split Lisbon Lisboa",
                split,
                (
                    argument("name", metavar="ENTITY", help="a name or number"),
                    argument("names", metavar="NAME", nargs="*", help="the names that are somebody else's"),
                    argument(
                        "--memories", metavar="ID", nargs="+", type=int, default=[], help="only where these speak of it"
                    ),
                    SPACE,
                ),
            ),
        ),
    ),
    Command(
        "graph",
        "who and what somebody or something is spoken of together with",
        "mnemoteca graph Ana",
        graph,
        (
            argument("entity", metavar="ENTITY", help="a name or number"),
            SPACE,
            _AS_OF,
            argument("--far", action="store_true", help="also over several steps"),
            _LIMIT,
            _WAIT,
        ),
    ),
    Command(
        "path",
        "how two are linked: the shortest way from one to the other, each step with its sentence",
        "mnemoteca path Ana Marcos",
        path,
        (
            argument("start", metavar="FROM", help="a name or number"),
            argument("end", metavar="TO", help="a name or number"),
            SPACE,
            _AS_OF,
            _WAIT,
        ),
    ),
    Command(
        "contradictions",
        "what was said that can't both be so, and that no time tells apart",
        "mnemoteca contradictions",
        contradictions,
        (SPACE, argument("--all", action="store_true", help="also those that you decided"), _WAIT),
        parts=(
            Command(
                "keep",
                "decide: the one, the other, both, or undecided again",
                "mnemoteca contradictions keep 1 one",
                keep,
                (
                    argument("id", metavar="ID", type=int, help="the number of a contradiction"),
                    argument(
                        "which",
                        metavar="WHICH",
                        choices=tuple(_KEEPS),
                        help="what is kept: one, other, both or undecided",
                    ),
                ),
            ),
        ),
    ),
    Command(
        "about",
        "what was said of a file, a symbol, a commit or a link; without one, which there are",
        "mnemoteca about src/store/engine.py",
        about,
        (
            argument("place", metavar="PLACE", nargs="?", help="as it is written; of a path its end is enough"),
            SPACE,
            argument("--kind", metavar="KIND", default="", help="file, symbol, commit, url"),
            _LIMIT,
            _WAIT,
        ),
    ),
)
