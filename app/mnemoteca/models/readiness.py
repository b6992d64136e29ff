"""Whether the embedder's files are there, and what is told where they aren't."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from mnemoteca.core.clock import Clock
from mnemoteca.core.meaning import DIMENSIONS
from mnemoteca.core.preparation import Preparation, PreparationState
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.models.manifest import find_manifest
from mnemoteca.models.minilm import model_name
from mnemoteca.models.onnx_writer import VERSION
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.preparing import read_state, set_aside, taken, write_state

LONGEST = timedelta(hours=1)  # a preparation that began longer ago was interrupted: it takes seconds, and its download


@dataclass(frozen=True, slots=True)
class Runnable:
    """What is run: its files, each with the hash that it must have, and how many numbers a vector of it has.

    A GGUF file has its tokenizer in itself; `changed_ns` is when it was as it has to be, `before_question` and
    `before_passage` are what the model wants to read before a text.
    """

    name: str
    model: Path
    model_sha256: str
    tokenizer: Path = Path()
    tokenizer_sha256: str = ""
    width: int = DIMENSIONS
    pooling: int = -1
    changed_ns: int = 0
    before_question: str = ""
    before_passage: str = ""


def find_runnable(places: EmbedderPlaces) -> Runnable | None:
    """What the manifest says is to be run; None where nothing of this version is prepared. Hashes are not checked."""
    manifest = find_manifest(places)
    if manifest is None or manifest.writer != VERSION:
        return None
    model = places.fp32 if manifest.precision == "fp32" else places.int8
    try:
        hashes = [manifest.files[path.name].sha256 for path in (model, places.tokenizer)]
    except KeyError:
        return None
    return Runnable(model_name(manifest.precision), model, hashes[0], places.tokenizer, hashes[1])


def unprepared_state(places: EmbedderPlaces, clock: Clock) -> EmbedderState:
    """Why there is nothing to be run."""
    told = read_state(places)
    if told.state is PreparationState.FAILED:
        return EmbedderState(MeaningState.FAILED, told.reason)
    going_on = told.state in (PreparationState.WAITING, PreparationState.BUILDING)
    if going_on and told.since is not None and clock.now() - told.since < LONGEST:
        return EmbedderState(MeaningState.PREPARING)
    return EmbedderState(MeaningState.ABSENT)


class Prepared:
    """The embedder that comes with the app, as it stands on this machine."""

    def __init__(self, places: EmbedderPlaces, clock: Clock) -> None:
        self._places, self._clock = places, clock

    def find(self) -> Runnable | None:
        """What is to be run; None where nothing can be."""
        return find_runnable(self._places)

    def why_not(self) -> EmbedderState:
        """Why there is nothing to be run."""
        return unprepared_state(self._places, self._clock)

    def broken(self, reason: str) -> None:
        """Its files are to blame for that."""
        tell_broken(self._places, self._clock, reason)


def tell_broken(places: EmbedderPlaces, clock: Clock, reason: str) -> None:
    """Set the files aside, and have the state file say why; nothing where a preparation is at work on them."""
    with taken(places.lock) as held:
        if held:
            set_aside(places)
            write_state(places, Preparation(PreparationState.FAILED, clock.now(), 0.0, f"{reason}; it was set aside"))
