"""The catalogue as it stands on this machine: what comes with the app, and the person's own entries."""

from __future__ import annotations

from dataclasses import dataclass

from mnemoteca.core.catalogue import Entry, parse_catalogue
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.model_copies import AUTO
from mnemoteca.core.resources import resource
from mnemoteca.models.places import EMBEDDER, ModelsPlaces

BUILT_IN = "models/catalogue.json"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every entry in its order, own ones first; `trouble` says why the person's own can't be read."""

    entries: tuple[Entry, ...]
    trouble: BadInput | None = None

    def find(self, id: str) -> Entry:
        """The entry of this id; raises `NotFound`."""
        for entry in self.entries:
            if entry.id == id:
                return entry
        raise NotFound("no_entry", id=id)


def read_catalogue(places: ModelsPlaces) -> Catalogue:
    """Both catalogues; an own entry takes the place of one of the same id, and a broken file costs only itself."""
    built_in = parse_catalogue(resource(BUILT_IN).read_bytes(), BUILT_IN)
    own: tuple[Entry, ...] = ()
    trouble = None
    try:
        own = parse_catalogue(places.own_catalogue.read_bytes(), str(places.own_catalogue), own=True)
        if reserved := {entry.id for entry in own} & {EMBEDDER, AUTO}:
            raise BadInput("model_there", id=min(reserved))
    except FileNotFoundError:
        pass
    except OSError as error:
        trouble = BadInput("bad_catalogue", path=places.own_catalogue, reason=error.strerror or str(error))
    except BadInput as problem:
        own, trouble = (), problem
    replaced = {entry.id for entry in own}
    return Catalogue((*own, *(entry for entry in built_in if entry.id not in replaced)), trouble)
