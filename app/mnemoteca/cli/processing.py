"""suggest: what models make of a memory; proposals, nothing is changed."""

from __future__ import annotations

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.core.memory import Memory
from mnemoteca.core.model_plan import By
from mnemoteca.core.processed import Processed


def suggest(call: Call) -> None:
    made = call.library.process_memory(call.given.id, call.given.quick)
    for failure in made.failures:
        call.terminal.tell(f"The language model gave no {failure}.")
    call.answer(made, "" if call.as_json else _told(call.library.memory(call.given.id), made))


def _told(memory: Memory, made: Processed) -> str:
    names = dict.fromkeys(f"{memory.text[each.start : each.end]} ({each.kind})" for each in made.entities)
    lines = [f"tags: {', '.join(made.tags)}", f"entities: {', '.join(names) or '–'}", f"summary: {made.summary}"]
    if made.context:
        lines.append(f"context: {made.context}")
    written = [str(task) for task, by in made.by.items() if by is not By.NANO]
    if written:
        lines.append(f"(written by a language model: {', '.join(written)})")
    return "\n".join(lines)


COMMANDS = (
    Command(
        "suggest",
        "what models make of a memory: tags, entities, a summary",
        "mnemoteca suggest 1 --quick",
        suggest,
        (
            argument("id", metavar="ID", type=int, help="the number of a memory"),
            argument("--quick", action="store_true", help="by the small models alone"),
        ),
    ),
)
