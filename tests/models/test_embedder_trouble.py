"""A child that dies, hangs or answers nonsense costs a step, not the embedder."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.models.embedder import START_S, Embedder
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.supervised import Limits
from tests import processes
from tests.models.fake_child import vector_of

Make = Callable[..., Embedder]
STUBBORN = Limits(again_s=3600.0)
HANGS = Limits(hang_s=4.0, again_s=3600.0)  # far longer than a child takes to start, however busy the machine is


def limits_of(how: str) -> Limits:
    return HANGS if how == "hang" else STUBBORN


def children() -> list[int]:
    """The children of this process that embed."""
    mine = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and processes.alive(int(entry.name)):
            try:
                status = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                if int(status[1]) == os.getpid() and b"_child" in (entry / "cmdline").read_bytes():
                    mine.append(int(entry.name))
            except OSError:
                continue
    return mine


def test_passages_come_in_their_order(faked: Make) -> None:
    texts = [f"text {n}" for n in range(50)]
    assert np.array_equal(faked().passages(texts), np.array([vector_of(text) for text in texts]))
    assert faked().passages([]).shape == (0, 384)


@pytest.mark.parametrize("how", ["die", "raise", "hang", "nan", "long", "short"])
def test_a_text_that_fails_once_is_taken_again(faked: Make, tmp_path: Path, how: str) -> None:
    bad = f"once {tmp_path / 'done'} {how}"
    texts = [*(f"text {n}" for n in range(20)), bad, "the last"]
    embedder = faked(limits=limits_of(how))
    assert np.array_equal(embedder.passages(texts), np.array([vector_of(text) for text in texts]))
    assert embedder.refused() == ()


@pytest.mark.parametrize("how", ["die", "raise", "hang", "nan", "long", "short"])
def test_a_text_that_fails_always_is_set_apart_with_its_reason_and_the_others_go_on(faked: Make, how: str) -> None:
    embedder = faked(limits=limits_of(how))
    with pytest.raises(Unavailable, match="embedded"):
        embedder.passages(["one", how, "two"])
    (reason,) = embedder.refused()
    assert reason
    assert np.array_equal(embedder.passages(["one", "two"]), np.array([vector_of("one"), vector_of("two")]))
    with pytest.raises(Unavailable, match="embedded"):
        embedder.passages([how])
    assert embedder.state() == EmbedderState(MeaningState.READY)
    assert embedder.question(how, None) is None


@pytest.mark.parametrize("how", ["die", "nan"])
def test_a_question_that_fails_is_none_and_the_next_one_is_answered(faked: Make, tmp_path: Path, how: str) -> None:
    embedder = faked(limits=STUBBORN)
    assert embedder.question(how, None) is None
    again = f"once {tmp_path / 'done'} {how}"
    assert np.array_equal(np.array(embedder.question(again, None)), vector_of(again))


def test_a_question_does_not_wait_a_moment_for_a_child_that_must_be_started_first(faked: Make) -> None:
    embedder = faked()
    assert embedder.question("first", START_S - 0.01) is None
    assert processes.wait_until(lambda: embedder.question("first", 0.0) is not None)


def test_a_question_at_which_the_child_hangs_does_not_keep_later_ones_from_being_answered(faked: Make) -> None:
    embedder = faked(limits=HANGS)
    assert embedder.question("hang", 0.01) is None
    assert processes.wait_until(lambda: embedder.question("a later one", 0.05) is not None)


def test_a_question_goes_before_what_is_embedded_in_bulk(faked: Make) -> None:
    embedder = faked()
    embedder.question("warm", None)
    bulk = threading.Thread(target=embedder.passages, args=([f"slow {n}" for n in range(32)],))
    bulk.start()
    assert embedder.question("now", None) is not None
    assert bulk.is_alive()  # it takes 4.8 s
    bulk.join()


def test_a_late_vector_of_a_question_is_kept(faked: Make) -> None:
    embedder = faked()
    assert embedder.question("slow question", 0.01) is None
    assert processes.wait_until(lambda: embedder.question("slow question", 0.0) is not None)
    assert np.array_equal(np.array(embedder.question("slow question", 0.0)), vector_of("slow question"))


def test_a_child_that_is_killed_is_started_again(faked: Make) -> None:
    embedder = faked()
    for turn in range(4):
        embedder.question(f"turn {turn}", None)
        (child,) = children()
        os.kill(child, signal.SIGKILL)
        texts = [f"text {n} of turn {turn}" for n in range(40)]
        assert np.array_equal(embedder.passages(texts), np.array([vector_of(text) for text in texts]))
    assert embedder.refused() == ()


@pytest.mark.parametrize("how", ["dies", "talks"])
def test_a_child_that_never_starts_is_given_up_with_its_reason(faked: Make, how: str) -> None:
    embedder = faked(how, limits=STUBBORN)
    with pytest.raises(Unavailable):
        embedder.passages(["one"])
    state = embedder.state()
    assert state.state is MeaningState.FAILED
    assert state.reason
    assert embedder.question("two", 0.5) is None


def test_a_child_that_never_starts_is_tried_again_after_a_while(faked: Make) -> None:
    embedder = faked("dies", limits=Limits(again_s=0.2))
    with pytest.raises(Unavailable):
        embedder.passages(["one"])
    assert processes.wait_until(lambda: embedder.state().state is MeaningState.READY)


def test_files_that_the_child_finds_broken_are_set_aside_and_it_is_said(
    faked: Make, fake_places: EmbedderPlaces
) -> None:
    embedder = faked("unfit")
    fake_places.int8.write_bytes(b"swapped")
    with pytest.raises(Unavailable, match="something else than was written"):
        embedder.passages(["one"])
    assert processes.wait_until(lambda: embedder.state().state is MeaningState.FAILED)
    assert "int8.onnx" in embedder.state().reason
    assert embedder.model == ""
    assert (fake_places.aside / "int8.onnx").exists()


def test_a_child_that_nobody_asks_ends_and_comes_back(faked: Make) -> None:
    embedder = faked(limits=Limits(idle_s=0.3))
    assert embedder.question("one", None) is not None
    assert processes.wait_until(lambda: not children())
    assert np.array_equal(embedder.passages(["two"]), np.array([vector_of("two")]))


def test_after_its_end_it_refuses_and_leaves_no_process(faked: Make) -> None:
    embedder = faked()
    embedder.question("one", None)
    embedder.stop()
    assert children() == []
    with pytest.raises(Unavailable):
        embedder.passages(["two"])
    assert embedder.question("three", 0.1) is None


def test_its_end_does_not_wait_for_what_was_asked(faked: Make) -> None:
    embedder = faked()
    embedder.question("hang", 0.2)
    embedder.stop()  # what was asked would take an hour
    assert children() == []
