"""models test: the same note through two models, side by side."""

from __future__ import annotations

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.downloading import gigabytes
from mnemoteca.core.model_trial import Trial

SAMPLE = (
    "Decided: we take the flat in Rua da Aurora. Ana measured the living room, and the sofa fits. "
    "We move on 15 January, and I'll ask Marcos about the truck. "
    "The landlord wants the keys of the old flat by the 20th."
)


def try_(call: Call) -> None:
    """What each makes of a note, how quickly, and in how much memory."""
    given = call.given
    text = call.library.memory(given.memory).text if given.memory else given.text or SAMPLE
    trials = call.library.try_models((given.id, given.beside or ""), text)
    call.answers(trials, "\n\n".join(map(_told, trials)))


def _told(trial: Trial) -> str:
    figures = [f"{trial.rate:,.1f} tokens/s", gigabytes(trial.memory)] if trial.tokens else []
    if not trial.model:
        figures = [f"{trial.seconds * 1000:,.0f} ms"]
    head = f"{trial.model or 'Best sentences, no model'}: {', '.join(figures)}".rstrip(": ")
    if trial.believed:
        return f"{head}\n  {trial.text}"
    why = f" ({trial.reason})" if trial.reason else ""
    wrote = f"\n  It wrote: {trial.text[:500]}" if trial.text else ""
    return f"{head}\n  Not believed: {trial.ending}{why}.{wrote}"


COMMANDS = (
    Command(
        "test",
        "try a model: the same note through it and another one, or through no model",
        "mnemoteca models test qwen3-0.6b-q8_0",
        try_,
        (
            argument("id", metavar="ID", help="an installed model that writes"),
            argument("beside", metavar="ID2", nargs="?", help="another one; none: the best sentences, without a model"),
            argument("--text", metavar="TEXT", help="the note; without it, one that comes with the program"),
            argument("--memory", metavar="NUMBER", type=int, help="a memory as the note, before any text"),
        ),
    ),
)
