"""What a second start hands over arrives at the window that is open."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.pushes import Push, Wanted, Wish
from mnemoteca.wire.connecting import Opener
from mnemoteca.wire.link import Link
from mnemoteca.wire.messages import Subscribe
from mnemoteca.wire.turn import Turn
from mnemoteca.wire.wanting import hand_over
from tests.processes import wait_until
from tests.unit.service.in_process import service


class Windowed:
    """A client that takes what is wanted of a window."""

    def __init__(self, folder: Path) -> None:
        self.heard: list[Push] = []
        self.came = threading.Event()
        self.link: Link = Opener(folder, None, "window").open(self._hear)
        self.link.send(Subscribe(what=("wanted",)))

    def _hear(self, push: Push) -> None:
        self.heard.append(push)
        self.came.set()


def test_what_is_wanted_arrives_at_the_window() -> None:
    with service() as running:
        window = Windowed(running.folder)
        hand_over(running.folder, Wish.WINDOW, ("/a b.jsonl",))
        assert window.came.wait(60)
        assert window.heard == [Wanted(Wish.WINDOW, ("/a b.jsonl",))]
        window.link.close()


def test_one_window_of_several_is_told_once() -> None:
    with service() as running:
        windows = [Windowed(running.folder) for _ in range(3)]
        hand_over(running.folder, Wish.CAPTURE)
        assert wait_until(lambda: any(window.came.is_set() for window in windows))
        assert [len(window.heard) for window in windows if window.came.wait(0.5)] == [1]
        for window in windows:
            window.link.close()


def test_a_window_that_still_starts_is_waited_for() -> None:
    with service() as running:
        made: list[Windowed] = []
        later = threading.Timer(0.3, lambda: made.append(Windowed(running.folder)))
        later.start()
        hand_over(running.folder, Wish.CAPTURE, patience_s=60.0)
        later.join()
        assert made[0].came.wait(60)
        made[0].link.close()


def test_no_window_is_said_after_a_while_with_and_without_a_service(tmp_path: Path) -> None:
    with service() as running, pytest.raises(Unavailable) as refused:
        hand_over(running.folder, Wish.CAPTURE, patience_s=0.2)
    assert refused.value.key == "window_silent"
    with pytest.raises(Unavailable) as refused:
        hand_over(tmp_path, Wish.CAPTURE, patience_s=0.2)
    assert refused.value.key == "window_silent"


def test_the_window_of_a_folder_is_one_and_the_next_may_have_it_when_it_ends(tmp_path: Path) -> None:
    first, second, start = Turn(tmp_path, "window"), Turn(tmp_path, "window"), Turn(tmp_path)
    assert first.take()
    assert not second.take()
    assert start.take()  # starting a service is another matter
    first.release()
    assert second.take()
    for turn in (second, start):
        turn.release()
