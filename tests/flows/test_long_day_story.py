"""A day of two hundred acts at a real window, and all of it taken back: nothing piles up, in memory or in handles."""

from __future__ import annotations

import pytest

from mnemoteca.core.views import Place
from mnemoteca.wire.client import Client
from tests import processes
from tests.flows.at_window import becomes, desk, library, needs_screen, rest
from tests.flows.screen import Screen

pytestmark = [*needs_screen, pytest.mark.long]
__all__ = ["desk", "library"]
BEFORE = [f"before {n}" for n in range(6)]  # what was there in the morning
ROUNDS, WARM = 20, 5  # rounds of ten acts; after so many all pages were seen
LOOKED_AT = ("ctrl+t", "ctrl+h", "ctrl+2", "ctrl+comma", "ctrl+5", "ctrl+1")
MORE_MB, MORE_HANDLES = 24.0, 4  # over the fifteen rounds; what Python and Qt keep by themselves goes up and down


class Day:
    """The acts, each waited for until the library has it."""

    def __init__(self, desk: Screen, client: Client) -> None:
        self.desk, self.client, self.done = desk, client, 0
        self._last = self._newest()[0]

    def _newest(self) -> tuple[int, str]:
        found = self.client.library.history(limit=1)
        return (found[0].act, found[0].kind) if found else (0, "")

    def act(self, kind: str, *keys: str) -> None:
        """Press these; this came of it."""
        self.desk.keys(*keys)
        assert processes.wait_until(lambda: self._newest()[0] > self._last), (self.done, kind, keys)
        self._last, found = self._newest()
        assert found == kind, (self.done, keys)
        self.done += 1

    def write(self, text: str) -> None:
        self.desk.keys("ctrl+n")
        rest(self.desk, 0.2)
        self.desk.type(text)
        self.act("keep", "ctrl+Return")

    def round(self, number: int) -> None:
        """Ten acts, and a look around between them."""
        desk = self.desk
        self.write(f"morning {number} #day")
        desk.keys("ctrl+3")
        rest(desk, 0.2)
        desk.keys("Home")
        rest(desk, 0.2)
        self.act("pin", "ctrl+d")
        desk.keys("ctrl+g")
        rest(desk, 0.2)
        desk.type("done")
        self.act("tag", "Return")
        rest(desk, 0.2)
        self.act("unpin", "ctrl+d")
        rest(desk, 0.2)
        self.act("promote", "ctrl+Up")
        rest(desk, 0.2)
        self.act("let go", "ctrl+Down")
        rest(desk, 0.2)
        desk.keys("Down")
        rest(desk, 0.2)
        self.act("pin", "ctrl+d")
        rest(desk, 0.2)
        self.act("unpin", "ctrl+d")
        rest(desk, 0.2)
        self.act("forget", "Delete")
        self.write(f"evening {number}")
        desk.keys(LOOKED_AT[number % len(LOOKED_AT)])
        rest(desk, 0.2)

    def undone(self) -> int:
        return sum(each.undone for each in self.client.library.history())


def held(pids: tuple[int, int]) -> list[tuple[float, int]]:
    """The memory, in MB, and the handles of window and service."""
    return [(processes.held_mb(pid), processes.handles(pid)) for pid in pids]


def test_two_hundred_acts_are_taken_back_one_by_one_and_nothing_piles_up(desk: Screen, library: Client) -> None:
    for text in BEFORE:
        library.library.capture(text)
    with desk.window() as process:
        rest(desk)
        pids, day = (process.pid, library.welcome.pid), Day(desk, library)
        warm: list[tuple[float, int]] = []
        for number in range(ROUNDS):
            if number == WARM:
                warm = held(pids)
            day.round(number)
        assert day.done == 200
        evening = held(pids)
        print(f"after {WARM} rounds {warm}, after {ROUNDS} {evening}")
        for n in range(200):
            desk.keys("ctrl+z")
            assert processes.wait_until(lambda n=n: day.undone() == n + 1), n  # type: ignore[misc]
        becomes(library, Place.NOTES, BEFORE[::-1])
        becomes(library, Place.PINNED, [])
        night = held(pids)
        print(f"all taken back {night}")
        for former, later in zip((*warm, *warm), (*evening, *night), strict=True):
            assert later[0] - former[0] <= MORE_MB, (warm, evening, night)
            assert later[1] - former[1] <= MORE_HANDLES, (warm, evening, night)
        desk.keys("ctrl+q")
        assert process.wait(60) == 0
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""
