"""models: what is prepared, offered, installed and in use; taking files in, and removing them."""

from __future__ import annotations

import os

from mnemoteca.cli import downloading, trying
from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.downloading import FITS, ended, follow_model, gigabytes
from mnemoteca.cli.wording import aligned, here, plural, size
from mnemoteca.core.errors import NotFound, Unavailable
from mnemoteca.core.model_copies import AUTO, QUANTISATIONS
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_shelf import ModelInfo, ModelShelf, Offered

_ID = argument("id", metavar="ID", help="the id of a model, as the list has it")


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


def list_(call: Call) -> None:
    """The catalogue, and what is installed."""
    shelf = call.library.models()
    if shelf.trouble:
        call.terminal.tell(shelf.trouble)
    machine = shelf.machine
    rows = [_row(each, shelf) for each in shelf.offered if each.installed or not call.given.installed]
    known = {each.entry.id for each in shelf.offered}
    rows += [
        (each.id, each.name, size(each.bytes), "", "", each.licence, _state(each.id, shelf, each.whole))
        for each in shelf.installed
        if each.id not in known
    ]
    told = [aligned([("id", "name", "file", "memory", "fits", "licence", ""), *rows])] if rows else []
    told.append(
        f"This machine has {gigabytes(machine.memory)} of memory, {gigabytes(machine.memory_free)} of them free, "
        f"{plural(machine.cores, 'core')}, and {gigabytes(machine.disk_free)} of free disk; "
        f"models take {size(shelf.disk_used)} of it."
    )
    trouble = [f"{name} can't be run: {reason}." for name, reason in shelf.unfit]
    trouble += [f"{each.model} ended twice over work that is set apart: {each.reason}." for each in shelf.set_apart]
    if trouble:
        told.append("\n".join([*trouble, "“mnemoteca models retry” lets all of it be tried again."]))
    call.answer(shelf, "\n\n".join(told))


def retry(call: Call) -> None:
    """What was set apart may be tried again."""
    count = call.library.try_models_again()
    call.answer(
        {"count": count}, f"{plural(count, 'thing')} may be tried again." if count else "Nothing was set apart."
    )


def _row(offered: Offered, shelf: ModelShelf) -> tuple[str, ...]:
    entry = offered.entry
    state = _state(entry.id, shelf) if offered.installed else ""
    if offered.download is not None:
        state = f"{offered.download.state} at {size(offered.download.done)}"
    about = "" if entry.pinned else "~"
    marks = [state, "" if entry.pinned or offered.installed else "unverified", "" if offered.room else "no room"]
    return (
        entry.id, entry.name, about + size(entry.bytes), gigabytes(entry.memory.bytes), FITS[offered.fit],
        entry.licence, ", ".join(filter(None, marks)),
    )  # fmt: skip


def _state(id: str, shelf: ModelShelf, whole: bool = True) -> str:
    roles = [role.value for role, used in shelf.in_use.items() if used == id]
    return ("installed" if whole else "damaged") + (f", used to {', '.join(roles)}" if roles else "")


def info(call: Call) -> None:
    """Everything about a model, installed or not."""
    try:
        told: ModelInfo | Offered = call.library.model(call.given.id)
    except NotFound:
        offered = (each for each in call.library.models().offered if each.entry.id == call.given.id)
        told = next(offered, None) or _unknown(call.given.id)
    rows = _installed_rows(told) if isinstance(told, ModelInfo) else _offered_rows(told)
    call.answer(told, aligned([row for row in rows if row[1]]))


def _unknown(id: str) -> Offered:
    raise NotFound("no_entry", id=id)


def _installed_rows(told: ModelInfo) -> list[tuple[str, str]]:
    model, header = told.model, told.model.header
    return [
        ("name", model.name),
        ("made to", model.kind.value),
        ("used to", ", ".join(role.value for role in told.roles)),
        ("architecture", header.architecture),
        ("parameters", f"{header.parameters / 1e6:,.0f} million"),
        ("quantisation", header.quantisation),
        ("context", f"{header.context:,} tokens"),
        ("memory", f"about {gigabytes(told.memory)} at {told.context:,} tokens: {FITS[told.fit]}"),
        ("file", f"{model.path} ({size(model.bytes)})"),
        ("sha256", model.sha256),
        ("licence", model.licence),
        ("from", model.source or "a file of yours"),
        ("installed", here(model.installed_at)),
        ("", "" if model.whole else "Its file is missing or was changed: remove the model and install it again."),
    ]


def _offered_rows(told: Offered) -> list[tuple[str, str]]:
    entry = told.entry
    return [
        ("name", entry.name),
        ("good for", entry.good_for.en),
        ("made to", entry.kind.value),
        ("architecture", entry.architecture),
        ("quantisation", entry.quantisation),
        ("context", f"{entry.context:,} tokens" if entry.context else ""),
        ("languages", entry.languages.en),
        ("file", f"{entry.repository}/{entry.file} ({size(entry.bytes)})"),
        ("sha256", entry.sha256 or "unverified: what the hub says is taken"),
        ("memory", f"about {gigabytes(entry.memory.bytes)} at {entry.memory.context:,} tokens: {FITS[told.fit]}"),
        ("licence", f"{entry.licence}, {entry.licence_url}{' (to be agreed to)' if entry.accept else ''}"),
        ("download", f"{told.download.state} at {size(told.download.done)}" if told.download else ""),
    ]


def install(call: Call) -> None:
    """Take in a file that the person has."""
    job = call.library.install_model(os.path.abspath(call.given.file))
    ended(call, follow_model(call, job, os.path.basename(call.given.file)))


def quantize(call: Call) -> None:
    """A smaller copy of a model, which is kept beside it."""
    job = call.library.quantize_model(call.given.id, call.given.to)
    ended(call, follow_model(call, job, job.title))


def remove(call: Call) -> None:
    call.library.remove_model(call.given.id)
    call.answer({"removed": call.given.id}, f"{call.given.id} is removed.")


def use(call: Call) -> None:
    """Which model does what."""
    role, id = call.given.role, call.given.id or ""
    call.library.use_model(role, id)
    if id == AUTO:
        chosen = call.library.models().in_use.get(Role(role), "")
        return call.answer(
            {"role": role, "id": id, "chosen": chosen},
            f"The copy that suits it best is used to {role}: {chosen} now. A smaller copy is made by: "
            "mnemoteca models quantize.",
        )
    return call.answer(
        {"role": role, "id": id}, f"{id} is used to {role}." if id else f"No model of its own to {role}."
    )


COMMANDS = (
    Command(
        "models",
        "what is prepared, offered, installed and in use of models",
        "mnemoteca models",
        show,
        parts=(
            Command("prepare", "prepare the embedder, or make it anew", "mnemoteca models prepare", prepare),
            Command(
                "list",
                "the catalogue and what is installed, with how it fits this machine",
                "mnemoteca models list",
                list_,
                (argument("--installed", action="store_true", help="only what is installed"),),
            ),
            Command("info", "everything about a model", "mnemoteca models info qwen3-0.6b-q8_0", info, (_ID,)),
            *downloading.COMMANDS,
            *trying.COMMANDS,
            Command(
                "install",
                "take in a GGUF file that you have",
                "mnemoteca models install model.gguf",
                install,
                (argument("file", metavar="FILE", help="a model as a GGUF file; a copy is kept"),),
            ),
            Command(
                "use",
                "which model does what",
                "mnemoteca models use summarise qwen3-0.6b-q8_0",
                use,
                (
                    argument("role", metavar="ROLE", help=f"one of: {', '.join(Role)}"),
                    argument(
                        "id",
                        metavar="ID",
                        nargs="?",
                        help=f"an installed model, or “{AUTO}”: the copy that suits it; none: no model of its own",
                    ),
                ),
            ),
            Command(
                "quantize",
                "make a smaller copy of an installed model",
                "mnemoteca models quantize qwen3-0.6b-q8_0 Q4_K_M",
                quantize,
                (
                    _ID,
                    argument("to", metavar="TO", help=f"one of: {', '.join(QUANTISATIONS)}"),
                ),
            ),
            Command(
                "retry",
                "let work be tried again that ended a model twice, and models that could not be run",
                "mnemoteca models retry",
                retry,
            ),
            Command(
                "remove",
                "remove an installed model from this machine",
                "mnemoteca models remove qwen3-0.6b-q8_0",
                remove,
                (_ID,),
            ),
        ),
    ),
)
