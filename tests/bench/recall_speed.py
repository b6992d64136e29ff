"""How quick recall by words and meaning is, the embedding of the question included, at rest and while much goes on.

Each question is asked once, so that none is remembered. The texts and questions of `--data` are nearer to life than
made-up ones; with `--short` so many memories are embedded in a quarter of an hour of CPU time.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.recall import Question, Recalled
from mnemoteca.models.embedder import Embedder
from mnemoteca.models.onnx_embedder import OnnxEmbedder
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.readiness import find_runnable
from tests.bench.desk import Desk, cpu_s, resident_mb
from tests.bench.table import Row, seconds_of, single, timed
from tests.bench.texts import Texts

QUESTIONS = 300
EMBEDDED, ROUNDS = 64, 8  # texts that the child and the bare engine embed in turn


def recalling_meaning(desk: Desk) -> Iterator[Row]:
    """Warm; while vectors are made; while a file is brought in; after the embedder has ended for want of questions."""
    desk.filled()
    questions = iter(dict.fromkeys(desk.questions[321:]))
    for text in islice(questions, 20):
        _answer(desk, text)
    yield timed("recall by words and meaning, warm", desk.size, _asked(desk, questions, QUESTIONS), 30, 80)
    yield single("service, with vectors", desk.size, desk.resident_mb(), "MB", most=350)
    child = _child_of(desk.pid)
    if child is not None:
        yield single("embedder child", desk.size, resident_mb(child), "MB", most=200)
    yield from _idle(desk, questions)
    yield from _busy(desk, questions)
    desk.library.wait()
    yield single("service, after these", desk.size, desk.resident_mb(), "MB", most=350)


def _idle(desk: Desk, questions: Iterator[str]) -> Iterator[Row]:
    """The embedder ends when nobody asked for five minutes; here it is ended so that nobody need wait for that."""
    words: list[float] = []
    full: list[float] = []
    for text in islice(questions, 12):
        child = _child_of(desk.pid)
        if child is not None:
            os.kill(child, signal.SIGKILL)
            time.sleep(0.5)
        began = stopwatch()
        recalled = _answer(desk, text)
        words.append(stopwatch() - began)
        while recalled.without_meaning and stopwatch() - began < 30:
            time.sleep(0.02)
            recalled = _answer(desk, text)
        full.append(stopwatch() - began)
    yield timed("first question when the embedder has ended: words", desk.size, words, None, 150)
    yield timed("the same, with meaning", desk.size, full)


def _busy(desk: Desk, questions: Iterator[str]) -> Iterator[Row]:
    """While a file is brought in, then while its memories are embedded."""
    library = desk.library
    job = library.import_file(str(desk.file(desk.size // 5, f"busy{time.time_ns()}")))
    took = _asked(desk, questions, QUESTIONS, lambda: library.job(job.id).ended_at is None)
    yield timed("recall during an import", desk.size, took, None, 160)
    desk.wait_for(job)
    took = _asked(desk, questions, QUESTIONS, lambda: library.status().meaning.missing > 0)
    yield timed("recall while vectors are made", desk.size, took, None, 160)
    library.undo_import(job.id)


def _asked(desk: Desk, questions: Iterator[str], most: int, go_on: Callable[[], bool] = lambda: True) -> list[float]:
    """How long each of the next questions took, as long as something goes on."""
    took: list[float] = []
    for text in islice(questions, most):
        if len(took) % 10 == 0 and not go_on():
            break
        took.append(seconds_of(lambda text=text: _answer(desk, text)))  # type: ignore[misc]
    return took


def _answer(desk: Desk, text: str) -> Recalled:
    return desk.library.recall(Question(text))


def embedding(desk: Desk) -> Iterator[Row]:
    """The embedder's child against its engine in one's own process, in turn; new texts each time."""
    places, texts = EmbedderPlaces.standard(), Texts(23)
    runnable = find_runnable(places)
    if runnable is None:
        return
    bare, child = OnnxEmbedder(runnable.model, runnable.tokenizer), Embedder(places)
    walls: list[tuple[float, float]] = []
    cpus: list[tuple[float, float]] = []
    try:
        for turn in range(ROUNDS + 1):
            given = (desk.texts[turn * EMBEDDED :] or [texts.text("en") for _ in range(EMBEDDED)])[:EMBEDDED]
            before = 0.0 if (pid := _child_of(os.getpid())) is None else cpu_s(pid)
            wall = seconds_of(lambda given=given: child.passages(given))  # type: ignore[misc]
            pid = _child_of(os.getpid()) or os.getpid()
            cpu, began = cpu_s(pid) - before, time.process_time()
            walls.append((wall, seconds_of(lambda given=given: bare.vectors(given))))  # type: ignore[misc]
            cpus.append((cpu, time.process_time() - began))
    finally:
        child.stop()
    (wall, own), (cpu, own_cpu) = (map(sum, zip(*each[1:], strict=True)) for each in (walls, cpus))
    yield single("embedding by the child, wall", EMBEDDED, 1000 * wall / EMBEDDED / ROUNDS, "ms a text")
    yield single("embedding by the bare engine, wall", EMBEDDED, 1000 * own / EMBEDDED / ROUNDS, "ms a text")
    yield single("the child's rate, in parts of the engine's", EMBEDDED, own / wall, "", least=0.8)
    yield single("the same by CPU time", EMBEDDED, own_cpu / cpu, "", least=0.8)


def _child_of(pid: int) -> int | None:
    """The embedder's process of a service."""
    for each in Path("/proc").iterdir():
        try:
            if each.name.isdigit() and f"\nPPid:\t{pid}\n" in (each / "status").read_text():
                if "embedder_child" in (each / "cmdline").read_text():
                    return int(each.name)
        except OSError:
            continue
    return None
