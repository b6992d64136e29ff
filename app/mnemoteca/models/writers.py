"""Who asks language models: each in a child of its own, loaded when it is needed and ended when others need the room.

One model writes at a time. A child that dies costs one piece of work, which is tried once more; what ends two children
is set apart with its reason and not tried again. A file that can't be run is not tried again until it is another one.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections import Counter, OrderedDict
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from mnemoteca.core.cancel import Token, current
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.model_roles import Role
from mnemoteca.core.text import storable
from mnemoteca.core.writing import Ending, HeldModel, Options, Room, SetApart, Unwritten, Wish, WriterStatus, Written
from mnemoteca.models.frames import Completion, Loaded, Prompt
from mnemoteca.models.generating import CannotRun, Generating, Gone, Limits
from mnemoteca.models.spawned import module_command
from mnemoteca.models.turns import Turns

T = TypeVar("T")
CONTEXT = 4096  # tokens that are read and written at once, where the model can
TRIES = 2
_NO_ENGINE = "the engine for language models is not installed yet"
_MOST_SET_APART = 1_000
_EXTRA = 150 << 20  # bytes that a model takes beside its file, until it is loaded and can be asked


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file to be run, and about how many bytes of memory that takes."""

    name: str
    path: str
    needs: int


Find = Callable[[Role, Options], ModelFile | None]
"""Finds the file for a role, or the one that is named; raises `Unwritten` where there is one that can't be run."""


def child_command(model: ModelFile, device: str) -> list[str]:
    """The command line of a child; one processor is left to who else is at work."""
    threads = max(1, (os.cpu_count() or 1) - 1)
    return module_command("mnemoteca.models.generator_child", model.path, str(CONTEXT), str(threads), device)


def half_the_machine() -> int:
    """Half of the machine's memory in bytes; 4 GB where the system does not tell."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, ValueError, OSError):
        return 4 << 30


class Writers:
    """The models that are at work; any thread may ask."""

    def __init__(
        self,
        find: Find,
        limits: Limits = Limits(),
        command: Callable[[ModelFile, str], list[str]] = child_command,
        engine: Callable[[], bool] = lambda: importlib.util.find_spec("llama_cpp") is not None,
    ) -> None:
        self._find, self._limits, self._command, self._engine = find, limits, command, engine
        self._options = Options()
        self._turns = Turns()
        self._held: OrderedDict[str, Generating] = OrderedDict()  # by path, the least recently used first
        self._set_apart: OrderedDict[str, SetApart] = OrderedDict()
        self._heard: Callable[[SetApart], None] = lambda each: None
        self._unfit: dict[str, tuple[tuple[int, int], str, str]] = {}  # path -> (how the file is), name, reason
        self._counts = Counter[str]()
        self._stopped = Token()

    # -- what is asked of it

    def configure(self, options: Options) -> None:
        self._options = options

    def by(self, options: Options) -> Writers:
        other = copy(self)  # all but the options is shared
        other._options = options
        return other

    def model(self, role: Role) -> str:
        try:
            return self._file(role).name
        except Unwritten:
            return ""

    def absence(self, role: Role) -> Unwritten:
        try:
            self._file(role)
        except Unwritten as unwritten:
            return unwritten
        return Unwritten(Ending.ABSENT)

    def room(self, role: Role) -> Room:
        loaded = self._with_child(role, False, lambda child, loaded: loaded)
        return Room(loaded.context, loaded.overhead)

    def measure(self, role: Role, texts: Sequence[str]) -> list[int]:
        return self._with_child(
            role, False, lambda child, loaded: child.measure([storable(text) for text in texts], current())
        )

    def write(self, role: Role, wish: Wish, heard: Callable[[str], None] = lambda text: None) -> Written:
        try:
            file = self._file(role)
            key = _key(file, wish)
            if apart := self._set_apart.get(key):
                return Written("", Ending.SET_APART, apart.reason, file.name)
            prompt = Prompt(
                0, wish.system, storable(wish.user), wish.grammar, wish.most, wish.temperature, wish.seed, wish.seconds
            )
            with self._turns.taken(wish.urgent, current()):
                return self._write(file, key, prompt, heard)
        except Unwritten as unwritten:
            return Written("", unwritten.ending, unwritten.reason)

    def status(self) -> WriterStatus:
        now = stopwatch()
        held = tuple(
            HeldModel(each.name, each.memory, each.uses, each.tokens, now - each.used_at, each.loaded_s, each.at_work)
            for each in reversed(list(self._held.values()))
            if not each.over
        )
        unfit = tuple((name, reason) for _, name, reason in self._unfit.values())
        return WriterStatus(
            held,
            self._budget(),
            self._counts["loads"],
            self._counts["evictions"],
            tuple(self._set_apart.values()),
            unfit,
        )

    def know(self, before: Sequence[SetApart], heard: Callable[[SetApart], None]) -> None:
        self._set_apart.update((each.work, each) for each in before)
        self._heard = heard

    def try_again(self) -> int:
        count = len(self._set_apart) + len(self._unfit)
        self._set_apart.clear()
        self._unfit.clear()
        return count

    def stop(self) -> None:
        self._stopped.cancel()
        for child in list(self._held.values()):
            child.stop()

    # -- one piece of work

    def _write(self, file: ModelFile, key: str, prompt: Prompt, heard: Callable[[str], None]) -> Written:
        reason = ""
        for _ in range(TRIES):
            try:
                done = self._once(file, prompt, heard)
            except Gone as gone:
                if current().cancelled or current().left_s == 0.0:
                    return Written("", Ending.CANCELLED, model=file.name)
                reason = str(gone)
                continue
            return Written(
                done.text, Ending(done.ending), done.reason, file.name, done.read, done.reused, done.tokens,
                done.first_s, done.seconds,
            )  # fmt: skip
        self._set_apart[key] = apart = SetApart(key, file.name, reason)
        self._heard(apart)
        while len(self._set_apart) > _MOST_SET_APART:
            self._set_apart.popitem(last=False)
        return Written("", Ending.CRASHED, reason, file.name)

    def _once(self, file: ModelFile, prompt: Prompt, heard: Callable[[str], None]) -> Completion:
        """One try; a child that was just leaving, being idle, is none."""
        while True:
            child, _ = self._loaded(file)
            try:
                return child.write(prompt, heard, current())
            except Gone as gone:
                if not gone.quietly:
                    raise

    def _with_child(self, role: Role, urgent: bool, ask: Callable[[Generating, Loaded], T]) -> T:
        file = self._file(role)
        with self._turns.taken(urgent, current()):
            for left in reversed(range(TRIES)):
                child, loaded = self._loaded(file)
                try:
                    return ask(child, loaded)
                except Gone as gone:
                    if not left and not gone.quietly:
                        raise Unwritten(Ending.CRASHED, str(gone)) from gone
        raise Unwritten(Ending.CRASHED)

    # -- children

    def _file(self, role: Role) -> ModelFile:
        file = self._find(role, self._options)
        if file is None:
            raise Unwritten(Ending.ABSENT)
        if not self._engine():
            raise Unwritten(Ending.ABSENT, _NO_ENGINE)
        return file

    def _loaded(self, file: ModelFile) -> tuple[Generating, Loaded]:
        """The child of this file with its model loaded; others make room for it. Raises `Unwritten`."""
        state = _state(file.path)
        known = self._unfit.get(file.path)
        if known is not None and known[0] == state:
            raise Unwritten(Ending.UNFIT, known[2])
        for left in reversed(range(TRIES)):
            child = self._child(file)
            try:
                return child, child.load(current())
            except CannotRun as error:
                child.stop()
                reason = str(error)
                break
            except Gone as gone:
                reason = str(gone)
                if not left:
                    break
        self._unfit[file.path] = (state, file.name, reason)
        raise Unwritten(Ending.UNFIT, reason)

    def _child(self, file: ModelFile) -> Generating:
        self._stopped.raise_if_cancelled()
        held = self._held.pop(file.path, None)
        if held is None or held.over:
            self._make_room(file)
            held = Generating(file.name, self._command(file, self._options.device), self._limits)
            self._counts["loads"] += 1
        self._held[file.path] = held
        return held

    def _make_room(self, file: ModelFile) -> None:
        """End the children that were used least recently, until this one has room; alone it may be too large."""
        for path in [path for path, child in self._held.items() if child.over]:
            del self._held[path]
        while self._held and sum(child.memory for child in self._held.values()) + file.needs > self._budget():
            _, child = self._held.popitem(last=False)
            child.stop()
            self._counts["evictions"] += 1

    def _budget(self) -> int:
        return self._options.memory_mb << 20 or half_the_machine()


def needed(bytes_: int) -> int:
    """About how much memory a model takes of which only the size of its file is known."""
    return bytes_ + _EXTRA


def _state(path: str) -> tuple[int, int]:
    """By what a file is told from what it was."""
    try:
        stands = Path(path).stat()
    except OSError as e:
        raise Unwritten(Ending.UNFIT, f"its file can't be read ({e.strerror})") from e
    return stands.st_size, stands.st_mtime_ns


def _key(file: ModelFile, wish: Wish) -> str:
    told = "\0".join([file.path, wish.system, wish.user, wish.grammar])
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=16).hexdigest()
