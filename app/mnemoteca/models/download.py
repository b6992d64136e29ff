"""Downloads a model of the catalogue: goes on where it was, and counts only once size, hash and header are right.

The network is used by a child process alone (`hub_child`); here is what it is sent for, and what becomes of it. How far
a download is stands in the folder of the model (`download.json`, and the part itself), so that it outlives everybody.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from mnemoteca.core.cancel import Token
from mnemoteca.core.catalogue import Entry
from mnemoteca.core.clock import Clock
from mnemoteca.core.errors import BadInput, Damaged, NotFound, Unavailable, restore_problem
from mnemoteca.core.model_installed import InstalledModel, is_id
from mnemoteca.models.child_side import PARENT
from mnemoteca.models.gguf_file import read_header
from mnemoteca.models.hub_messages import HUB, MARGIN, Arrived, Errand, Found, Moved, Refused, Told
from mnemoteca.models.installed import InstalledModels, ModelManifest, kind_to_install
from mnemoteca.models.installing import at_work, disk_trouble_told
from mnemoteca.models.manifest import FileEntry, write_whole
from mnemoteca.models.places import ModelPlaces

COMMAND = (sys.executable, "-m", "mnemoteca.models.hub_child")
_LOOK_S = 0.2  # how soon a cancel is noticed
_STEP = 4 << 20
_TOLD = b'{"type":'  # how every line of ours begins
_ENVIRONMENT = {
    "HF_HUB_DISABLE_XET": "1",  # plain HTTP: what is fetched is ours to see, to resume and to check
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
}


@dataclass(frozen=True, slots=True)
class Way:
    """How the hub is gone to: a mirror, "" for the hub itself; a proxy, "" for the system's; what stays free."""

    mirror: str = ""
    proxy: str = ""
    margin: int = MARGIN


@dataclass(frozen=True, slots=True)
class Begun:
    """What `download.json` holds: the entry, what the hub said its file is, and whether the person paused it."""

    entry: Entry
    accepted: bool = False
    revision: str = ""
    sha256: str = ""
    bytes: int = 0
    paused: bool = False
    reason: str = ""  # why it stopped last, as a sentence


Step = Callable[[int, int, bool], None]
"""Bytes done, of how many, and whether they are being checked (else fetched)."""


class Downloads:
    """Downloads into the folder of models."""

    def __init__(self, models: InstalledModels, clock: Clock, command: tuple[str, ...] = COMMAND) -> None:
        self._models, self._clock, self._command = models, clock, command

    # -- what stands in the folder

    def begun(self) -> dict[str, tuple[Begun, int]]:
        """Every download that was begun and isn't installed, by its id: what it is, and the bytes that are there."""
        found = {}
        try:
            names = [each.name for each in os.scandir(self._models.places.folder) if each.is_dir() and is_id(each.name)]
        except OSError:
            return {}
        for name in names:
            places = self._models.places.of(name)
            begun = _find_begun(places)
            if begun is not None and not places.manifest.exists():
                found[name] = (begun, _size(places.part))
        return found

    def find(self, id: str) -> Begun:
        """A download that was begun; raises `NotFound`."""
        begun = _find_begun(self._models.places.of(id)) if is_id(id) else None
        if begun is None:
            raise NotFound("no_download", id=id)
        return begun

    def begin(self, entry: Entry, accepted: bool) -> None:
        """Write down that the model is wanted, so that it is known from now on; raises `BadInput`, `DiskTrouble`."""
        if entry.accept and not accepted:
            raise BadInput("licence_unaccepted", name=entry.name, licence=entry.licence, link=entry.licence_url)
        if any(each.id == entry.id for each in self._models.all()):
            raise BadInput("model_there", id=entry.id)
        if importlib.util.find_spec("huggingface_hub") is None:
            raise Unavailable("hub_absent")
        places = self._models.places.of(entry.id)
        with disk_trouble_told(places.folder, places):
            places.folder.mkdir(parents=True, exist_ok=True)
            before = _find_begun(places)
            if before is None or before.entry != entry:
                before = Begun(entry)
            _write(places, replace(before, accepted=accepted, paused=False, reason=""))

    def pause(self, id: str, paused: bool = True) -> None:
        """Note that the person paused it; raises `NotFound`."""
        self._note(id, lambda begun: replace(begun, paused=paused))

    def stopped(self, id: str, reason: str) -> None:
        """Note why it stopped, for who looks later; one that is gone is let be."""
        with suppress(NotFound):
            self._note(id, lambda begun: replace(begun, reason=reason))

    def drop(self, id: str) -> None:
        """Take away what is there of it; raises `NotFound`, and `BadInput` while it is at work."""
        self.find(id)
        places = self._models.places.of(id)
        with at_work(places, id):
            places.part.unlink(missing_ok=True)
            places.download.unlink(missing_ok=True)

    def _note(self, id: str, change: Callable[[Begun], Begun]) -> None:
        places, begun = self._models.places.of(id), self.find(id)
        with disk_trouble_told(places.download, places):
            _write(places, change(begun))

    # -- fetching

    def fetch(self, id: str, way: Way, step: Step, token: Token) -> InstalledModel:
        """Fetch what is lacking, check all of it, and install it; raises `Problem`. The part stays for the next time.

        What turns out to be something else than it has to be is taken away again.
        """
        places = self._models.places.of(id)
        with disk_trouble_told(places.part, places), at_work(places, id):
            begun = self.find(id)
            begun = self._fetched(places, begun, way, step, token)
            try:
                file = _checked(places.part, begun, step, token)
                header = read_header(places.part)
                kind = kind_to_install(header, begun.entry.file)
            except (BadInput, Damaged):
                places.part.unlink(missing_ok=True)
                raise
            source = f"{begun.entry.repository}/{begun.entry.file}@{begun.revision}"
            manifest = ModelManifest(
                begun.entry.name, kind, file, 0, header, self._clock.now(), begun.entry.licence, source
            )
            return self._models.take_in(id, manifest)

    def _fetched(self, places: ModelPlaces, begun: Begun, way: Way, step: Step, token: Token) -> Begun:
        """Have the child fetch it; what the hub says of the file is written down before the first byte counts."""
        entry = begun.entry
        known = Begun(entry, revision=entry.revision, sha256=entry.sha256, bytes=entry.bytes) if entry.pinned else begun
        errand = Errand(
            endpoint=way.mirror or os.environ.get("HF_ENDPOINT", "").rstrip("/") or HUB,
            repository=entry.repository,
            file=entry.file,
            part=str(places.part),
            revision=known.revision if known.sha256 else "",
            sha256=known.sha256,
            bytes=known.bytes,
            pinned=entry.pinned,
            proxy=way.proxy,
            margin=way.margin,
        )
        for told in _run(self._command, errand, token):
            if isinstance(told, Found):
                begun = replace(begun, revision=told.revision, sha256=told.sha256, bytes=told.bytes)
                _write(places, begun)
                step(told.start, told.bytes, False)
            elif isinstance(told, Moved):
                step(told.done, begun.bytes, False)
        return begun


def _checked(path: Path, begun: Begun, step: Step, token: Token) -> FileEntry:
    """The size and hash of what came; raises `Damaged` where they are not what the hub or the catalogue said."""
    size, digest, done = path.stat().st_size, hashlib.sha256(), 0
    if size != begun.bytes:
        raise Damaged("hub_wrong_size", name=begun.entry.name, there=f"{size:,}", wanted=f"{begun.bytes:,}")
    with path.open("rb") as file:
        while piece := file.read(_STEP):
            token.raise_if_cancelled()
            digest.update(piece)
            done += len(piece)
            step(done, size, True)
    if digest.hexdigest() != begun.sha256:
        raise Damaged("hub_wrong_hash", name=begun.entry.name)
    return FileEntry(size, begun.sha256)


def _run(command: tuple[str, ...], errand: Errand, token: Token) -> Iterator[Told]:
    """What the child tells, until all of the file has arrived; raises `Problem`. It is killed where that is not waited
    for any more."""
    with _started(command, errand) as lines:
        while True:
            try:
                line = lines.get(timeout=_LOOK_S)
            except queue.Empty:
                token.raise_if_cancelled()
                continue
            token.raise_if_cancelled()
            if line is None:
                raise Unavailable("hub_ended")
            told = msgspec.json.decode(line, type=Told)
            if isinstance(told, Refused):
                raise restore_problem(told.family, told.key, dict(told.values))
            yield told
            if isinstance(told, Arrived):
                return


@contextmanager
def _started(command: tuple[str, ...], errand: Errand) -> Iterator[queue.SimpleQueue[bytes | None]]:
    """The child at its errand; its lines come on a queue, None at their end. It is gone when the block is left."""
    root = str(Path(__file__).resolve().parents[2])
    paths = dict.fromkeys([root, *filter(None, [os.environ.get("PYTHONPATH")])])
    given = {**os.environ, **_ENVIRONMENT, PARENT: str(os.getpid()), "PYTHONPATH": os.pathsep.join(paths)}
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=given,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # of Windows
    )
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process, lines), name="hub lines", daemon=True)
    reader.start()
    try:
        with suppress(OSError):  # it is gone already: its end says so
            assert process.stdin is not None
            process.stdin.write(msgspec.json.encode(errand) + b"\n")
            process.stdin.flush()
        yield lines
    finally:
        process.kill()
        process.wait()
        reader.join()
        with suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()


def _read(process: subprocess.Popen[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    """Hand on what is told; what a library may print beside it is passed over."""
    assert process.stdout is not None
    with process.stdout as told:
        for line in told:
            if line.startswith(_TOLD):
                lines.put(line)
    lines.put(None)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _find_begun(places: ModelPlaces) -> Begun | None:
    try:
        return msgspec.json.decode(places.download.read_bytes(), type=Begun)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _write(places: ModelPlaces, begun: Begun) -> None:
    write_whole(places.download, [msgspec.json.encode(begun)])
