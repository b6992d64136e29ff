"""What language models cost, and that what they say is held: with random models, whose words are nonsense.

A model of 32 million random numbers stands for one that works: it computes as long for a token as a real one of its
size. The engine for language models has to be installed.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from mnemoteca.core.answers import Answer, AnswerKind
from mnemoteca.core.cancel import Token, working_for
from mnemoteca.core.clock import stopwatch
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_tasks import Extracted, Outcome
from mnemoteca.core.recall import Question
from mnemoteca.core.writing import Ending, Options, Wish
from mnemoteca.models.generating import Limits
from mnemoteca.models.tasks.asking import Style
from mnemoteca.models.tasks.tasks import Tasks
from mnemoteca.models.writers import ModelFile, Writers, needed
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests.bench.desk import Desk, resident_mb
from tests.bench.table import Row, single, timed
from tests.models.hostile_notes import HOSTILE
from tests.models.tiny_models import SMALL, write_tiny

TIMES = int(os.environ.get("BENCH_TIMES", "500"))
STOPS = 60
ASKED = 100
EACH: dict[str, Callable[[Tasks, str], Outcome[object]]] = {
    "summarise": lambda tasks, text: tasks.summarise(text),
    "title": lambda tasks, text: tasks.title(text),
    "tags": lambda tasks, text: tasks.tags(text),
    "extract": lambda tasks, text: tasks.extract(text),
    "expand": lambda tasks, text: tasks.expand(text),
    "follow_up": lambda tasks, text: tasks.follow_up(text, "Ana: hello"),
    "context": lambda tasks, text: tasks.context(text, "Ana: hello"),
}


@contextmanager
def writers(path: Path, limits: Limits = Limits(), names: tuple[str, ...] = ()) -> Iterator[Writers]:
    """Writers on one file, or on copies of it, a role each."""

    def find(role: Role, options: Options) -> ModelFile:
        name = role.value if role.value in names else "all"
        return ModelFile(name, str(path.with_name(f"{path.stem}-{name}.gguf") if names else path), needed(size))

    size = path.stat().st_size
    made = Writers(find, limits)
    yield made
    made.stop()


def tasking(desk: Desk) -> Iterator[Row]:
    """Each task so many times with a tiny random model, over hostile notes."""
    with tempfile.TemporaryDirectory() as folder, writers(write_tiny(Path(folder) / "tiny.gguf")) as tiny:
        for name, do in EACH.items():
            endings: Counter[str] = Counter()
            spans = unfounded = 0
            for seed, note in zip(range(TIMES), cycle(HOSTILE), strict=False):
                done = do(Tasks(tiny, Style(temperature=1.0, seed=seed)), note)
                endings[done.ending.value] += 1
                if (done.value is None) != (done.ending is not Ending.WHOLE):
                    raise RuntimeError(done)
                if isinstance(done.value, Extracted):
                    spans += len(done.value.facts) + len(done.value.entities)
                    unfounded += sum(not note[each.start : each.end].strip() for each in done.value.facts)
            print(f"{name}: {dict(endings)}; facts and names believed {spans}, without a span {unfounded}", flush=True)
            yield single(f"{name}: malformed, cut, crashed", 0, sum(
                endings[each] for each in ("malformed", "cut", "crashed", "nonsense", "too_long", "late", "set_apart")
            ), "", most=0)  # fmt: skip


def stopping(desk: Desk) -> Iterator[Row]:
    """Until the first token, and from cancelling to the end, while it writes and while it reads."""
    form = "root ::= [a-zA-Z ]{1500}"
    chance = np.random.default_rng(7)
    with tempfile.TemporaryDirectory() as folder:
        path = write_tiny(Path(folder) / "small.gguf", size=SMALL)
        with writers(path) as small:
            small.room(Role.ANSWER)
            firsts: list[float] = []
            stops: list[float] = []
            reads: list[float] = []
            for number in range(STOPS):
                reading = number % 2 == 1
                text = f"{number} " + "words to be read before anything is written " * (100 if reading else 10)
                wish = Wish("Say something.", text, form, 1600, 1.0, number)
                first, stop = _stopped(small, wish, float(chance.uniform(0.05, 0.4)), reading)
                (reads if reading else stops).append(stop)
                if first:
                    firsts.append(first)
            yield timed("to the first token, 280 tokens read", 0, firsts)
            yield timed("cancelled while it writes", 0, stops, p95=500)
            yield timed("cancelled while it reads 2,440 tokens", 0, reads, p95=500)
            yield single("children that had to be killed", 0, small.status().loads - 1, "", most=0)


def _stopped(small: Writers, wish: Wish, after_s: float, reading: bool) -> tuple[float, float]:
    """Seconds to the first token (0 where none came), and from cancelling to the end.

    It is cancelled `after_s` from the beginning where it is `reading`, else from the first token.
    """
    token, at = Token(), [0.0]
    began, first = stopwatch(), [0.0]

    def heard(text: str) -> None:
        if not first[0]:
            first[0] = stopwatch() - began
            if not reading:
                timer.start()

    def cancel() -> None:
        at[0] = stopwatch()
        token.cancel()

    timer = threading.Timer(after_s, cancel)
    if reading:
        timer.start()
    with working_for(token):
        done = small.write(Role.ANSWER, wish, heard)
    ended = stopwatch()
    timer.join()
    if done.ending is not Ending.CANCELLED:
        raise RuntimeError(done)
    return first[0], ended - at[0]


def holding(desk: Desk) -> Iterator[Row]:
    """What a model holds: before it is asked, loaded, after it was idle; and who makes room under a budget."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_tiny(Path(folder) / "small.gguf", size=SMALL)
        yield single("the file", 0, path.stat().st_size / 1e6, "MB")
        with writers(path, Limits(idle_s=1.5)) as small:
            before = resident_mb(os.getpid())
            yield single("children before it is asked", 0, len(small.status().models), "", most=0)
            small.write(Role.ANSWER, Wish("", "van", 'root ::= "a"{20,20}', 21))
            yield single("the child, loaded", 0, small.status().models[0].memory / 1e6, "MB")
            until = stopwatch() + 30
            while small.status().models and stopwatch() < until:
                time.sleep(0.05)
            yield single("children after it was idle", 0, len(small.status().models), "", most=0)
            yield single("this process has grown by", 0, resident_mb(os.getpid()) - before, "MB", most=5)
        names = ("answer", "summarise", "extract")
        for name in names:
            os.link(path, path.with_name(f"{path.stem}-{name}.gguf"))
        with writers(path, names=names) as three:
            three.configure(Options(memory_mb=600))
            for name in (*names[:2], names[0], names[2]):
                three.write(Role(name), Wish("", "van", 'root ::= "a"', 2))
            status = three.status()
            held = ", ".join(f"{each.name} {each.memory / 1e6:.0f} MB" for each in status.models)
            print(f"under 600 MB, asked answer, summarise, answer, extract: {held} are held; {status.evictions} ended")
            yield single("ended to make room", 0, status.evictions, "", least=1)


def answering(desk: Desk) -> Iterator[Row]:
    """A hundred questions through the service, some of which find nothing; and recall with and without a generation."""
    with tempfile.TemporaryDirectory() as folder:
        tiny, small = Path(folder) / "tiny.gguf", Path(folder) / "small.gguf"
        write_tiny(tiny)
        write_tiny(small, size=SMALL)
        desk.filled()
        desk.library.set_setting("slm.temperature", 1.0)
        desk.library.set_setting("slm.model", str(tiny))
        yield from _asked(desk)
        desk.library.set_setting("slm.model", str(small))
        yield from _recalled(desk)
        desk.library.set_setting("slm.model", "")


def _asked(desk: Desk) -> Iterator[Row]:
    nothing = [f"qzxv{number}kkw wrtq{number}" for number in range(10)]
    asked = [*islice(desk.questions, ASKED - len(nothing)), *nothing]
    kinds: Counter[str] = Counter()
    broken = called = 0
    took: list[float] = []
    firsts: list[float] = []
    for question in asked:
        before = sum(each.uses for each in desk.library.writer_status().models)
        answer: Answer = desk.library.answer(question)
        uses = sum(each.uses for each in desk.library.writer_status().models) - before
        kinds[f"{answer.kind.value} {answer.without_model}".strip()] += 1
        broken += not _resolves(desk, answer)
        called += answer.kind is AnswerKind.NOTHING and uses > 0
        if uses:
            took.append(answer.ms / 1000)
            firsts.append(answer.first_ms / 1000)
    print(f"answers: {dict(kinds)}")
    yield single("answers with a number that does not resolve", desk.size, broken, "", most=0)
    yield single("models asked where nothing was found", desk.size, called, "", most=0)
    yield timed("an answer, whole", desk.size, took)
    yield timed("to the first words of it", desk.size, firsts)


def _resolves(desk: Desk, answer: Answer) -> bool:
    numbers = {each.number for each in answer.passages}
    for each in answer.passages:
        if desk.library.memory(each.memory.id).text[each.start : each.end] != each.text:
            return False
    return all(each.rests_on and numbers.issuperset(each.rests_on) for each in answer.stated)


def _recalled(desk: Desk) -> Iterator[Row]:
    """In turns of forty, so that both see the same machine."""
    quiet: list[float] = []
    busy: list[float] = []
    for number in range(8):
        questions = desk.questions[number * 40 % 300 :][:40]
        if number % 2 == 0:
            quiet += [_recall_s(desk, question) for question in questions]
        else:
            with _generating(desk):
                busy += [_recall_s(desk, question) for question in questions]
    yield timed("recall, quiet", desk.size, quiet)
    yield timed("recall, while a model writes", desk.size, busy, p95=2000 * float(np.quantile(quiet, 0.95)))


def _recall_s(desk: Desk, question: str) -> float:
    began = stopwatch()
    desk.library.recall(Question(question))
    return stopwatch() - began


@contextmanager
def _generating(desk: Desk) -> Iterator[None]:
    """Within this block a model writes all the time."""
    over = threading.Event()
    desk.library.answer(desk.questions[0])  # so that it is loaded

    def work(client: Client) -> None:
        for question in cycle(desk.questions[:50]):
            if over.is_set():
                return
            client.library.answer(question)

    with connect(desk.folder, start=start_service, role="bench") as client:
        thread = threading.Thread(target=work, args=(client,))
        thread.start()
        time.sleep(0.5)
        yield
        over.set()
        thread.join()
