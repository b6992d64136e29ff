"""suggest: what models make of memories; proposals, nothing is changed."""

from __future__ import annotations

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.wording import aligned
from mnemoteca.core.memory import Memory
from mnemoteca.core.model_plan import By
from mnemoteca.core.processed import Processed


def suggest(call: Call) -> None:
    ids = tuple(call.given.ids)
    if len(ids) == 1:
        _tell(call, ids[0], call.library.process_memory(ids[0], call.given.quick))
        return
    for id, made in zip(ids, call.library.process_memories(ids, call.given.quick), strict=True):
        _tell(call, id, made, f"memory {id}\n")


def _tell(call: Call, id: int, made: Processed, head: str = "") -> None:
    for failure in made.failures:
        call.terminal.tell(f"The language model gave no {failure}.")
    call.answer(made, "" if call.as_json else head + _told(call.library.memory(id), made))


def _told(memory: Memory, made: Processed) -> str:
    names = dict.fromkeys(f"{memory.text[each.start : each.end]} ({each.kind})" for each in made.entities)
    lines = [f"tags: {', '.join(made.tags)}", f"entities: {', '.join(names) or '–'}", f"summary: {made.summary}"]
    if made.context:
        lines.append(f"context: {made.context}")
    written = [str(task) for task, by in made.by.items() if by is not By.NANO]
    if written:
        lines.append(f"(written by a language model: {', '.join(written)})")
    return "\n".join(lines)


def name(call: Call) -> None:
    given = call.given
    if not given.name:
        found = call.library.names_in(given.id)
        rows = [(each.name, each.kind, "as you said" if each.said else "") for each in found]
        return call.answers(found, aligned(rows) or "No name is found there.")
    done = call.library.correct_name(given.id, given.name, "" if given.none else given.kind)
    told = f"“{given.name}” is no name." if given.none else f"“{given.name}” is a name: {given.kind}."
    return call.answer(done, f"{told} Back with: mnemoteca undo" if done.count else "That was said before.")


COMMANDS = (
    Command(
        "name",
        "say of words in a memory what kind of name they are, or that they are none; it is learned at once",
        "mnemoteca name 1 Anna --kind person",
        name,
        (
            argument("id", metavar="ID", type=int, help="the number of a memory"),
            argument(
                "name", metavar="WORDS", nargs="?", help="the words, as they are written there; without: its names"
            ),
            argument("--kind", default="person", help="person (if nothing is said), organisation, place, project, …"),
            argument("--none", action="store_true", help="it is no name"),
        ),
    ),
    Command(
        "suggest",
        "what models make of memories: tags, entities, a summary",
        "mnemoteca suggest 1 --quick",
        suggest,
        (
            argument("ids", metavar="ID", nargs="+", type=int, help="the number of a memory; at most 200"),
            argument("--quick", action="store_true", help="by the small models alone"),
        ),
    ),
)
