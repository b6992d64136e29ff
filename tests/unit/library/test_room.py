"""What is remembered of SHORT between captures is what stands in the tables."""

from __future__ import annotations

import random
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest

from mnemoteca.core.errors import NotFound
from mnemoteca.core.settings import Value
from mnemoteca.library import short_tier
from mnemoteca.library.library import LocalLibrary
from mnemoteca.store.engine import Tx
from mnemoteca.store.tables.memories import Standing
from tests.driven import DrivenClock


def _live(library: LocalLibrary, clock: DrivenClock, *, forgetful: bool) -> list[tuple[str, str]]:
    """A day of captures and acts in their order, the same each time; where each note stands at the end."""
    choices, kept = random.Random(17), []
    for n in range(90):
        clock.advance(choices.choice([0.1, 0.5, 2.0]))
        if forgetful:
            library.room = short_tier.Room()
        memory = library.add_short_term(f"Entry {n}", "personal", choices.choice([0.2, 0.5, 0.8]))
        kept.append(memory.id)
        act, whom = choices.randrange(6), (choices.choice(kept[-25:]),)
        if act == 0:
            library.accessed(whom)
        elif act == 1:
            library.pin(whom)
        elif act == 2:
            library.forget(whom)
    with library.store.read() as reader:
        return [
            (text, tier)
            for text, tier in reader.all("SELECT text, concat(tier, state, pinned) FROM memories ORDER BY id")
        ]


@pytest.mark.slow
def test_a_full_buffer_lets_the_same_ones_go_whether_it_is_read_again_or_remembered(tmp_path: Path) -> None:
    outcomes = []
    for name in ("remembered", "read"):
        clock = DrivenClock()
        library = LocalLibrary.open(tmp_path / name, clock)
        outcomes.append(_live(library, clock, forgetful=name == "read"))
        library.close()

    assert outcomes[0] == outcomes[1]
    assert {tier[0] for _, tier in outcomes[0]} >= {"0", "1", "3"}


class _Torn(short_tier.Room):
    """A room whose captures fail after it was made, where that is wanted."""

    torn = False

    def make(self, tx: Tx, space: int, settings: Mapping[str, Value], came: Standing) -> None:
        super().make(tx, space, settings, came)
        if self.torn:
            raise NotFound("no_memory", id=0)


def test_a_capture_that_fails_leaves_nothing_behind_in_what_is_remembered(library: LocalLibrary) -> None:
    library.room = room = _Torn()
    for n in range(54):
        room.torn = n == 52
        with pytest.raises(NotFound) if room.torn else nullcontext():
            library.add_short_term(f"Entry {n}", "personal", 0.2)
        if room.torn:
            library.accessed((10, 11))  # as many changes as were taken back: an entry in, an entry out

    with library.store.read() as reader:
        held = [text for (text,) in reader.all("SELECT text FROM memories WHERE tier = 0 ORDER BY id")]
    assert held == [f"Entry {n}" for n in range(54) if n != 52][-len(held) :]
    assert len(held) == library.settings()["short.max_size"]
