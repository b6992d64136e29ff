"""Which file is run for a role: the one that is named, else the one in use; of its copies the one that is wanted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from mnemoteca.core.errors import BadInput, Problem
from mnemoteca.core.model_copies import AUTO, is_copy, suited
from mnemoteca.core.model_header import ModelHeader, kind_of, memory_needed
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.core.writing import Ending, Options, Unwritten
from mnemoteca.models.gguf_file import read_header
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.writers import CONTEXT, ModelFile, half_the_machine

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
    model = installed.find(options.model) if options.model else _in_use(installed, role, options)
    if model is None:
        return None
    if model.kind is not Kind.GENERATE:
        raise BadInput("model_wrong_kind", id=model.id, kind=model.kind.value)
    wanted = copy_wanted(model, installed.all(), options.quantize)
    installed.check(wanted)
    return _file(wanted.id, wanted.path, wanted.header)


def _in_use(installed: InstalledModels, role: Role, options: Options) -> InstalledModel | None:
    """The model in use for this role; where a copy is to be chosen, the one that suits it and has room."""
    chosen = installed.chosen()
    if (chosen.get(role) or chosen.get(Role.GENERATE)) != AUTO:
        return installed.model_for(role)
    room = options.memory_mb << 20 or half_the_machine()
    return suited(role, installed.all(), chosen.get(Role.GENERATE, ""), room)


def copy_wanted(model: InstalledModel, all_: Iterable[InstalledModel], quantize: str) -> InstalledModel:
    """The copy of a model in the precision that is wanted, where one is installed; else the model itself."""
    if quantize == "auto" or _is_of(model, quantize):
        return model
    copies = [each for each in all_ if each.whole and is_copy(each, model) and _is_of(each, quantize)]
    return min(copies, key=lambda each: each.bytes, default=model)


def _is_of(model: InstalledModel, quantize: str) -> bool:
    return model.header.quantisation.upper().startswith(_BITS[quantize])


def _file(name: str, path: str, header: ModelHeader) -> ModelFile:
    return ModelFile(name, path, memory_needed(header, CONTEXT))
