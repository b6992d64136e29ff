"""Copies of one model in different precisions: how small each is, what it is called, which one is run. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mnemoteca.core.errors import BadInput
from mnemoteca.core.model_header import memory_needed
from mnemoteca.core.model_installed import InstalledModel, id_of
from mnemoteca.core.model_roles import Kind, Role

AUTO = "auto"
"""In the place of a model's id: of the copies of one model the one that suits what is asked for."""

QUANTISATIONS = {"Q8_0": 8.5, "Q6_K": 6.6, "Q5_K_M": 5.7, "Q4_K_M": 4.9}
"""What a copy can be made in, with about how many bits a number takes."""

CONTEXT = 4096  # tokens at which it is told whether a copy fits
_BITS = {"F32": 32.0, "F16": 16.0, "BF16": 16.0, "MXFP4": 4.3, **QUANTISATIONS}


class Need(StrEnum):
    """What somebody who asks a model cares for."""

    SPEED = "speed"
    QUALITY = "quality"
    BOTH = "both"


NEEDS = {Role.EXPAND: Need.SPEED, Role.TAG: Need.SPEED, Role.EXTRACT: Need.QUALITY, Role.ANSWER: Need.QUALITY}
"""What each role cares for: what a search waits for is to be quick, what is believed is to be right; else both."""


def bits_of(quantisation: str) -> float:
    """About how many bits a number takes in a file that is quantised so; by the figure in its name."""
    known = _BITS.get(quantisation.upper())
    if known is not None:
        return known
    figures = [int(sign) for sign in quantisation if sign.isdigit()]
    return figures[0] + 0.5 if figures else 32.0


def quantisation_meant(text: str) -> str:
    """The name of one that a copy can be made in, however it was typed; raises `BadInput`."""
    meant = text.strip().upper().replace("-", "_")
    if meant not in QUANTISATIONS:
        raise BadInput("bad_quantisation", value=text, choices=", ".join(QUANTISATIONS))
    return meant


def can_be_copied(model: InstalledModel, to: str) -> bool:
    """Whether a smaller copy can be made of it in this."""
    return model.kind is Kind.GENERATE and bits_of(to) < bits_of(model.header.quantisation) - 0.3


def copy_size(model: InstalledModel, to: str) -> int:
    """About how many bytes a copy takes; raises `BadInput` where it would not be smaller."""
    if model.kind is not Kind.GENERATE:
        raise BadInput("model_wrong_kind", id=model.id, kind=model.kind.value)
    if not can_be_copied(model, to):
        raise BadInput("copy_not_smaller", id=model.id, quantisation=model.header.quantisation, to=to)
    return round(model.bytes * bits_of(to) / bits_of(model.header.quantisation))


def copy_id(model: InstalledModel, to: str) -> str:
    """The id of a copy: that of the model, with the other quantisation in its place."""
    ending = "-" + model.header.quantisation.lower()
    stem = model.id.removesuffix(ending)
    return id_of(f"{stem[: 79 - len(to)]}-{to.lower()}.gguf")


def copy_name(model: InstalledModel, to: str) -> str:
    """The name of a copy."""
    return f"{model.name.removesuffix(f' ({model.header.quantisation})')} ({to})"


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the copies to choose from; `memory` is about how many bytes it takes when it runs."""

    id: str
    quantisation: str
    memory: int


def suiting(need: Need, copies: Sequence[Copy], room: int) -> Copy | None:
    """The copy to run where so many bytes of memory may be taken; None where there is none.

    For speed the one nearest to 4 bits, for quality the finest that fits, else the one nearest to 8 bits. Of those that
    don't fit none is taken, unless none does: then the smallest.
    """
    if not copies:
        return None
    fitting = [each for each in copies if not room or each.memory <= room]
    if not fitting:
        return min(copies, key=lambda each: (each.memory, each.id))
    if need is Need.QUALITY:
        return max(fitting, key=lambda each: (bits_of(each.quantisation), each.id))
    wanted = 4.5 if need is Need.SPEED else 8.5
    return min(fitting, key=lambda each: (abs(bits_of(each.quantisation) - wanted), each.memory, each.id))


def is_copy(one: InstalledModel, other: InstalledModel) -> bool:
    """Whether two files hold one model, each in a precision of its own."""
    mine, theirs = one.header, other.header
    return mine.name != "" and (mine.name, mine.architecture, mine.parameters, mine.vocabulary) == (
        theirs.name,
        theirs.architecture,
        theirs.parameters,
        theirs.vocabulary,
    )


def suited(role: Role, models: Sequence[InstalledModel], used: str, room: int) -> InstalledModel | None:
    """Of the copies of one model the one that suits a role; None where no model that writes is here.

    They are the copies of the model that is `used` for everything; where that is none, of the largest that fits.
    """
    there = [each for each in models if each.whole and each.kind is Kind.GENERATE]
    if not there:
        return None
    needs = {each.id: memory_needed(each.header, CONTEXT) for each in there}

    def size(each: InstalledModel) -> tuple[bool, int, str]:
        return needs[each.id] <= room, each.header.parameters, each.id

    base = next((each for each in there if each.id == used), None) or max(there, key=size)
    copies = [Copy(m.id, m.header.quantisation, needs[m.id]) for m in there if m is base or is_copy(m, base)]
    chosen = suiting(NEEDS.get(role, Need.BOTH), copies, room)
    return next((each for each in there if chosen is not None and each.id == chosen.id), None)
