"""The language models on this machine: which there are, which is in use for what, and taking one in or away.

Every model has a folder of its own. It counts as installed by its `model.json`, which is written last, once size,
hash and header were checked. What is in use stands in `chosen.json`: the models are the machine's, and so is that.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

import msgspec

from mnemoteca.core.errors import BadInput, Damaged, NotFound
from mnemoteca.core.model_copies import AUTO
from mnemoteca.core.model_header import ModelHeader, kind_of, scores_wrongly
from mnemoteca.core.model_installed import InstalledModel, is_id
from mnemoteca.core.model_roles import Kind, Role, kind_for
from mnemoteca.models.manifest import FileEntry, hash_of, write_whole
from mnemoteca.models.places import ModelPlaces, ModelsPlaces
from mnemoteca.models.preparing import taken


@dataclass(frozen=True, slots=True)
class ModelManifest:
    """What `model.json` holds; `changed_ns` is when the file was last changed, as of the check of its hash."""

    name: str
    kind: Kind
    file: FileEntry
    changed_ns: int
    header: ModelHeader
    installed_at: datetime
    licence: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Chosen:
    roles: Mapping[Role, str] = field(default_factory=dict)


class InstalledModels:
    """The folder of models."""

    def __init__(self, places: ModelsPlaces | None = None) -> None:
        self.places = places or ModelsPlaces.standard()

    def all(self) -> tuple[InstalledModel, ...]:
        """Every installed model by name; also those whose file was changed since."""
        try:
            names = sorted(each.name for each in os.scandir(self.places.folder) if each.is_dir() and is_id(each.name))
        except OSError:
            return ()
        found = [(name, _find_manifest(self.places.of(name))) for name in names]
        told = [_told(self.places.of(name), manifest) for name, manifest in found if manifest is not None]
        return tuple(sorted(told, key=lambda each: (each.name.casefold(), each.id)))

    def find(self, id: str) -> InstalledModel:
        """The model of this id; raises `NotFound`."""
        manifest = _find_manifest(self.places.of(id)) if is_id(id) else None
        if manifest is None:
            raise NotFound("no_model", id=id)
        return _told(self.places.of(id), manifest)

    def chosen(self) -> dict[Role, str]:
        """Which model is in use for what; a role that isn't there has none of its own."""
        try:
            told = msgspec.json.decode(self.places.chosen.read_bytes(), type=_Chosen)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}
        return {role: id for role, id in told.roles.items() if is_id(id)}

    def model_for(self, role: Role | str) -> InstalledModel | None:
        """The model to run for this role, its file as it was checked; None where none is in use.

        Raises `Damaged` where the file is gone or is not what was installed. Where it was only touched, its hash is
        taken again, which takes seconds.
        """
        role, chosen = Role(role), self.chosen()
        id = chosen.get(role) or (chosen.get(Role.GENERATE) if kind_for(role) is Kind.GENERATE else None)
        if id is None:
            return None
        try:
            model = self.find(id)
        except NotFound:
            return None
        self.check(model)
        return model

    def check(self, model: InstalledModel) -> None:
        """Raise `Damaged` unless the file is what was installed."""
        places = self.places.of(model.id)
        manifest = _find_manifest(places)
        try:
            stands = places.model.stat()
            whole = manifest is not None and stands.st_size == manifest.file.size
            if whole and manifest is not None and stands.st_mtime_ns != manifest.changed_ns:
                whole = hash_of(places.model) == manifest.file.sha256
                if whole:
                    _write(places, replace(manifest, changed_ns=stands.st_mtime_ns))
        except OSError:
            whole = False
        if not whole:
            raise Damaged("model_changed", id=model.id)

    def changed_ns(self, id: str) -> int:
        """When the file of a model was as it has to be; 0 where that isn't known."""
        manifest = _find_manifest(self.places.of(id))
        return manifest.changed_ns if manifest is not None else 0

    def use(self, role: Role, id: str) -> InstalledModel:
        """Put a model, or whichever copy suits it, to use for a role.

        Raises `NotFound`, and `BadInput` where it is made for something else.
        """
        if id == AUTO and kind_for(role) is Kind.GENERATE:
            model = next((each for each in self.all() if each.whole and each.kind is Kind.GENERATE), None)
            if model is None:
                raise NotFound("nothing_to_choose")
            self._choose({**self.chosen(), role: AUTO})
            return model
        model = self.find(id)
        if model.kind is not kind_for(role):
            raise BadInput("model_wrong_kind", id=id, kind=model.kind.value)
        self._choose({**self.chosen(), role: id})
        return model

    def stop_using(self, role: Role) -> None:
        """No model for this role any more."""
        self._choose({each: id for each, id in self.chosen().items() if each is not role})

    def remove(self, id: str) -> None:
        """Remove a model and what is in use of it; raises `NotFound`, `BadInput` while something is at work on it."""
        self.find(id)
        places = self.places.of(id)
        with taken(places.lock) as held:
            if not held:
                raise BadInput("model_busy", id=id)
            self._choose({role: each for role, each in self.chosen().items() if each != id})
            for path in (places.manifest, places.model, places.part, places.download):
                path.unlink(missing_ok=True)
        shutil.rmtree(places.folder)

    def disk_used(self) -> int:
        """Bytes of everything in the folder of models, also of what is downloaded in part."""
        total = 0
        for folder, _, files in os.walk(self.places.folder):
            for name in files:
                with suppress(OSError):
                    total += os.lstat(os.path.join(folder, name)).st_size
        return total

    def take_in(self, id: str, manifest: ModelManifest) -> InstalledModel:
        """Count the checked `model.gguf.part` as installed; the first that writes is put to use at once."""
        places = self.places.of(id)
        places.part.replace(places.model)
        manifest = replace(manifest, changed_ns=places.model.stat().st_mtime_ns)
        _write(places, manifest)
        places.download.unlink(missing_ok=True)
        role = Role(manifest.kind.value)
        if manifest.kind is Kind.GENERATE and role not in self.chosen():
            self._choose({**self.chosen(), role: id})
        return _told(places, manifest)

    def _choose(self, roles: Mapping[Role, str]) -> None:
        write_whole(self.places.chosen, [msgspec.json.encode(_Chosen(dict(roles)))])


def kind_to_install(header: ModelHeader, name: str) -> Kind:
    """What a model of this header is for; raises `BadInput` where it can't be run."""
    kind = kind_of(header)
    if kind is None:
        raise BadInput("gguf_other_thing", name=name, what=header.architecture)
    if kind is Kind.RERANK and scores_wrongly(header):
        raise BadInput("model_scores_wrongly", name=name)
    return kind


def _find_manifest(places: ModelPlaces) -> ModelManifest | None:
    try:
        return msgspec.json.decode(places.manifest.read_bytes(), type=ModelManifest)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _write(places: ModelPlaces, manifest: ModelManifest) -> None:
    write_whole(places.manifest, [msgspec.json.encode(manifest)])


def _told(places: ModelPlaces, manifest: ModelManifest) -> InstalledModel:
    try:
        whole = places.model.stat().st_size == manifest.file.size
    except OSError:
        whole = False
    return InstalledModel(
        places.folder.name, manifest.name, manifest.kind, str(places.model), manifest.file.size, manifest.file.sha256,
        manifest.header, manifest.installed_at, manifest.licence, manifest.source, whole,
    )  # fmt: skip
