"""models: what is prepared to find by meaning and to run language models, and preparing it."""

from __future__ import annotations

from mnemoteca.cli.command import Call, Command
from mnemoteca.core.errors import Unavailable


def show(call: Call) -> None:
    """How the preparations stand; nothing is started."""
    embedder, engine = call.outside.embedder(), call.outside.preparation()
    sentences = [embedder.meaning_sentence(), engine.sentence(call.outside.clock.now())]
    call.answer({"embedder": embedder, "engine": engine}, "\n".join(sentences))


def prepare(call: Call) -> None:
    """Prepare the embedder now; its steps are told beside the answer."""
    done = call.outside.prepare_embedder(call.terminal.tell)
    embedder = call.outside.embedder()
    if not done:
        raise Unavailable("meaning_failed", reason=embedder.reason or "the preparation was interrupted")
    call.answer({"embedder": embedder}, embedder.meaning_sentence())


COMMANDS = (
    Command(
        "models",
        "what is prepared to find by meaning, and preparing it",
        "mnemoteca models",
        show,
        parts=(
            Command("list", "how the preparations stand", "mnemoteca models list", show),
            Command("prepare", "prepare the embedder, or make it anew", "mnemoteca models prepare", prepare),
        ),
    ),
)
