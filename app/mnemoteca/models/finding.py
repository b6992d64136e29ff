"""Which file is run for a role: the one that is named, else the one in use; of its copies the one that is wanted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from mnemoteca.core.errors import BadInput, Problem
from mnemoteca.core.model_header import ModelHeader, kind_of, memory_needed
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.core.writing import Ending, Options, Unwritten
from mnemoteca.models.gguf_file import read_header
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.writers import CONTEXT, ModelFile

_BITS = {"int4": ("Q4", "IQ4", "MXFP4"), "int8": ("Q8",), "fp16": ("F16", "BF16"), "fp32": ("F32",)}


def finder(installed: InstalledModels) -> Callable[[Role, Options], ModelFile | None]:
    """What finds files among those that are installed."""

    def find(role: Role, options: Options) -> ModelFile | None:
        try:
            return _found(installed, role, options)
        except Problem as problem:
            raise Unwritten(Ending.UNFIT, str(problem)) from problem
        except OSError as error:
            raise Unwritten(Ending.UNFIT, f"its file can't be read ({error.strerror})") from error

    return find


def _found(installed: InstalledModels, role: Role, options: Options) -> ModelFile | None:
    if options.model and (os.sep in options.model or options.model.lower().endswith(".gguf")):
        path = Path(options.model).expanduser()
        header = read_header(path)
        if kind_of(header) is not Kind.GENERATE:
            raise BadInput("model_wrong_kind", id=path.name, kind=str(kind_of(header) or header.architecture))
        return _file(path.name, str(path), header)
    model = installed.find(options.model) if options.model else installed.model_for(role)
    if model is None:
        return None
    if model.kind is not Kind.GENERATE:
        raise BadInput("model_wrong_kind", id=model.id, kind=model.kind.value)
    wanted = copy_wanted(model, installed.all(), options.quantize)
    installed.check(wanted)
    return _file(wanted.id, wanted.path, wanted.header)


def copy_wanted(model: InstalledModel, all_: Iterable[InstalledModel], quantize: str) -> InstalledModel:
    """The copy of a model in the precision that is wanted, where one is installed; else the model itself."""
    if quantize == "auto" or _is_of(model, quantize):
        return model
    copies = [each for each in all_ if each.whole and is_copy(each, model) and _is_of(each, quantize)]
    return min(copies, key=lambda each: each.bytes, default=model)


def is_copy(one: InstalledModel, other: InstalledModel) -> bool:
    """Whether two files hold one model, each in a precision of its own."""
    mine, theirs = one.header, other.header
    return mine.name != "" and (mine.name, mine.architecture, mine.parameters, mine.vocabulary) == (
        theirs.name,
        theirs.architecture,
        theirs.parameters,
        theirs.vocabulary,
    )


def _is_of(model: InstalledModel, quantize: str) -> bool:
    return model.header.quantisation.upper().startswith(_BITS[quantize])


def _file(name: str, path: str, header: ModelHeader) -> ModelFile:
    return ModelFile(name, path, memory_needed(header, CONTEXT))
