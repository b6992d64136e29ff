"""How quick the library is: bringing in, keeping, finding, lists."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from mnemoteca.core.clock import stopwatch
from mnemoteca.core.jobs import JobState
from mnemoteca.core.recall import Question
from mnemoteca.core.views import ListQuery, Place
from tests.bench.desk import Desk, raw_write
from tests.bench.table import Row, seconds_of, single, timed
from tests.bench.texts import Texts

SETTLE_S = 25.0  # until index writer and checkpoint have come to rest, and freed memory was given back
_EVERYTHING = ListQuery(Place.EVERYTHING)


def importing(desk: Desk) -> Iterator[Row]:
    """From the call to the end of the job, and until the words index has everything."""
    path = desk.file(desk.size, "first")
    library, cpu = desk.library, desk.cpu_s()
    began = stopwatch()
    desk.wait_for(library.import_file(str(path)))
    stored = stopwatch() - began
    library.wait()
    indexed = stopwatch() - began
    yield single("import into the store", desk.size, desk.size / stored, "turns/s")
    yield single("import into store and words", desk.size, desk.size / indexed, "turns/s", least=4000)
    yield single("the same by CPU time of the service", desk.size, desk.size / (desk.cpu_s() - cpu), "turns/s")
    yield single("service after the import", desk.size, desk.resident_mb(), "MB")


def capturing(desk: Desk) -> Iterator[Row]:
    """Notes by hand, one upon another and with pauses, beside what the machine itself takes after the same pauses."""
    desk.rested()
    yield timed("capture, one upon another", desk.size, _captures_in_a_row(desk, 150), 12, 25)
    yield timed("5 ms of Python, one upon another", 0, [seconds_of(_reference) for _ in range(60)])
    kept, raw, reference = captures(desk, 150, lambda: True)
    yield timed("capture, with pauses", desk.size, kept, 12, 25)
    yield timed("raw write and fsync", desk.size, raw)
    yield timed("5 ms of Python, with the same pauses", 0, reference)


def capturing_during_import(desk: Desk) -> Iterator[Row]:
    """The same while a file is brought in."""
    desk.rested()
    turns = max(20, desk.size // 2)
    job = desk.library.import_file(str(desk.file(turns, "second")))
    began = stopwatch()

    def busy() -> bool:
        return desk.library.job(job.id).state in (JobState.WAITING, JobState.RUNNING)

    kept, raw, reference = captures(desk, 600, busy)
    took = stopwatch() - began
    desk.library.wait()
    yield timed("capture during an import", desk.size, kept, 12, 25)
    yield timed("raw write and fsync during it", desk.size, raw)
    yield timed("5 ms of Python during it", 0, reference)
    yield single("that import meanwhile", desk.size, turns / took, "turns/s")


def capturing_while_read(desk: Desk) -> Iterator[Row]:
    """Notes and questions right after an import, while it is read for names, facts and tags."""
    desk.filled()
    kept, raw, _ = captures(desk, 150, lambda: desk.library.knowledge().behind > 0)
    yield timed("capture while what came is read", desk.size, kept)
    yield timed("raw write and fsync meanwhile", desk.size, raw)
    asked = [_recall(desk, text) for text in desk.questions[321:400]]
    yield timed("recall by words while what came is read", desk.size, asked)
    yield single("changes not read yet at the end of it", desk.size, desk.library.knowledge().behind, "")
    began, behind, cpu = stopwatch(), desk.library.knowledge().behind, desk.cpu_s()
    desk.rested()
    yield single("reading the rest", behind, stopwatch() - began, "s")
    yield single("CPU of it", behind, desk.cpu_s() - cpu, "s")
    time.sleep(SETTLE_S)
    yield single("service, idle, when all of it was read", desk.size, desk.resident_mb(), "MB", most=250)


def captures(desk: Desk, most: int, go_on: Callable[[], bool]) -> tuple[list[float], list[float], list[float]]:
    """Durations of captures, of raw writes and of a fixed piece of Python, at times as a person's or a program's.

    Some come after a silence. A machine that falls asleep between them makes everything dearer: the last shows it.
    """
    texts, pauses = Texts(11), random.Random(5)
    library, beside = desk.library, desk.folder.parent / "raw"
    kept: list[float] = []
    raw: list[float] = []
    reference: list[float] = []
    while len(kept) < most and go_on():
        text = texts.text("en")
        pause = 1.5 if len(kept) % 10 == 9 else pauses.uniform(0.02, 0.25)
        raw.append(raw_write(beside, text))
        time.sleep(pause)
        kept.append(seconds_of(lambda text=text: library.capture(text)))  # type: ignore[misc]  # a default holds this text
        if not len(kept) % 3:
            time.sleep(pause)
            reference.append(seconds_of(_reference))
    return kept, raw, reference


def _captures_in_a_row(desk: Desk, count: int) -> list[float]:
    texts, library = Texts(12), desk.library
    told = [texts.text("en") for _ in range(count)]
    return [seconds_of(lambda text=text: library.capture(text)) for text in told]  # type: ignore[misc]  # the same


def _reference() -> int:
    """A piece of Python that takes 4 to 5 ms on the machine of the decisions page while it is awake."""
    return len({str(n): n * n for n in range(20_000)})


def recalling(desk: Desk) -> Iterator[Row]:
    """Questions with texts and highlights of ten hits: the first after a start, then warm, then letter by letter."""
    desk.rested()
    desk.stop()
    library = desk.library
    first = desk.questions[0]
    yield timed("recall, the first after a start", desk.size, [seconds_of(lambda: library.recall(Question(first)))])
    cold = [_recall(desk, text) for text in desk.questions[1:21]]
    yield timed("recall, the next 20", desk.size, cold)
    warm = [_recall(desk, text) for text in desk.questions[21:321]]
    yield timed("recall by words, warm", desk.size, warm, 15, 40)
    typed = [
        _recall(desk, text[:end], as_typed=True)
        for text in desk.questions[:40]
        for end in range(3, min(24, len(text)), 2)
    ]
    yield timed("recall as typed", desk.size, typed, None, 30)


def _recall(desk: Desk, text: str, as_typed: bool = False) -> float:
    return seconds_of(lambda: desk.library.recall(Question(text), as_typed=as_typed))


def recalling_fresh(desk: Desk) -> Iterator[Row]:
    """A note is kept, and the next call asks for it."""
    desk.filled()
    texts, took = Texts(17), []
    for _ in range(40):
        text = texts.text("en", 20)
        desk.library.capture(text)
        took.append(_recall(desk, text[:60]))
    yield timed("recall right after a capture", desk.size, took, None, 40)


def looking(desk: Desk) -> Iterator[Row]:
    """Lists: opened, a page of their middle, counts."""
    desk.filled()
    library = desk.library
    yield timed("counts of the places", desk.size, [seconds_of(library.counts) for _ in range(30)])
    yield timed("open the list of everything", desk.size, [seconds_of(lambda: _open(desk)) for _ in range(15)])
    view = library.open_view(_EVERYTHING)
    starts = random.Random(3)
    pages = [
        seconds_of(lambda: library.rows(view.view, starts.randrange(max(1, view.count - 100)), 100)) for _ in range(60)
    ]
    library.close_view(view.view)
    yield timed("a page of 100 rows", desk.size, pages)


def _open(desk: Desk) -> None:
    desk.library.close_view(desk.library.open_view(_EVERYTHING).view)
