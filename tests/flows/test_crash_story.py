"""The service is killed at any moment: what it acknowledged is there, once, as it was, and is found."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows import crash_ledger
from tests.flows.crash_story import ENDS, CrashStory, Kill
from tests.processes import wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
MOST_TRIES = 12  # for each kill that is wanted inside a place: half of them miss where what goes on there is quick
MOST_MEMORY_MB = 400.0


@pytest.fixture
def story(data_folder: Path) -> Iterator[CrashStory]:
    seed = int(os.environ.get("MNEMOTECA_TEST_SEED") or random.SystemRandom().randrange(1 << 32))
    print(f"seed {seed}: to see the same kills again, set MNEMOTECA_TEST_SEED={seed}")
    told = CrashStory(data_folder, seed)
    yield told
    told.end()


def kill_and_look(story: CrashStory, inside_each: int, in_all: int) -> None:
    """Kills inside each place as often as wanted, the others at a time, all in an order that the seed gives."""
    wanted = [*(place for place in ENDS for _ in range(inside_each))]
    wanted += [""] * (in_all - len(wanted))
    story.dice.shuffle(wanted)
    for place in wanted:
        for _ in range(MOST_TRIES):
            kill = Kill.at(place, story.dice) if place else Kill.at_a_time(story.dice)
            hit = story.kill(kill)
            story.start_and_check(kill)
            if hit or not place:
                break


@pytest.mark.parametrize(("inside_each", "in_all"), [(1, 10), pytest.param(8, 100, marks=pytest.mark.long)])
def test_kills_lose_nothing_double_nothing_and_every_import_ends_as_if_undisturbed(
    story: CrashStory, inside_each: int, in_all: int, capsys: pytest.CaptureFixture[str]
) -> None:
    story.begin()
    kill_and_look(story, inside_each, in_all)
    at_the_end = story.look_at_the_end()
    with capsys.disabled():
        print(f"\n{story.told()}")
    assert "\n".join(story.faults + at_the_end) == ""
    assert all(story.inside[place] >= inside_each for place in ENDS), story.told()
    assert sum(story.tries.values()) >= in_all
    assert story.peak_mb <= MOST_MEMORY_MB


def test_the_same_look_notices_a_store_that_acknowledges_before_it_commits(story: CrashStory) -> None:
    assert story.start(Kill("commit.before", turn=20), broken=True)
    story.begin_writing()
    assert wait_until(story.is_dead, 60)
    acknowledged = len(crash_ledger.read(story.ledger))
    story.start_and_check("a hasty acknowledgement")
    assert acknowledged > 0
    assert [fault for fault in story.faults if "was acknowledged and is not stored" in fault], story.faults
