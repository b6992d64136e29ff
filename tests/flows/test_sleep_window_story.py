"""A person at the pages of sleep, by keyboard alone: a run is seen, applied, undone; what fades, what disagrees."""

from __future__ import annotations

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from mnemoteca.core.knowledge.values import Verdict
from mnemoteca.core.memory import Tier
from mnemoteca.core.reports import RunState
from mnemoteca.wire.client import Client
from tests import processes
from tests.flows.at_window import by_palette, desk, library, needs_screen, rest
from tests.flows.screen import Screen

__all__ = ["desk", "library"]
pytestmark = needs_screen
NOTES = (
    "We decided to keep the keys of the Recife house with Helena Prado.",
    "The movers from Olinda come on 15 January with two vans.",
    "The movers from Olinda come on 15 January with two vans!",
)


@pytest.fixture
def clock(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that drives the clock of the service and of the window."""
    file = data_folder.parent / "clock"
    file.write_text("+0")
    monkeypatch.setenv("MNEMOTECA_TEST_CLOCK", str(file))
    return file


def kept(client: Client, *texts: str) -> list[int]:
    """Notes that stand in MEDIUM, where only the person's hand begins a run."""
    client.library.set_setting("sleep.by_itself", False)
    ids = [client.library.capture(text, importance=0.7).id for text in texts]
    for id in ids:
        client.library.force_promotion(id)
    return ids


def ended(desk: Screen, process: subprocess.Popen[bytes]) -> None:
    desk.keys("ctrl+q")
    assert process.wait(60) == 0
    assert process.stderr is not None
    assert process.stderr.read().decode() == ""


def test_a_run_is_seen_before_it_is_applied_and_taken_back(clock: Path, library: Client, desk: Screen) -> None:
    ids = kept(library, *NOTES)
    with desk.window() as process:
        by_palette(desk, "sleep")
        desk.keys("space")  # Dry run
        assert processes.wait_until(lambda: [run.state for run in library.library.runs()] == [RunState.PROPOSED])
        (run,) = library.library.runs()
        seen = library.library.run(run.run)
        assert library.library.memory(ids[2]).tier is Tier.MEDIUM
        rest(desk)
        desk.keys("Tab", "space")  # Apply
        assert processes.wait_until(lambda: library.library.memory(ids[2]).tier is Tier.FADED)
        applied = library.library.run(run.run)
        assert [(p.kind, p.memory, p.thing) for p in applied.proposals] == [
            (p.kind, p.memory, p.thing) for p in seen.proposals
        ]
        assert applied.run.state is RunState.APPLIED
        rest(desk)
        desk.keys("space")  # Undo this run stands where Apply stood
        assert processes.wait_until(lambda: library.library.run(run.run).run.state is RunState.UNDONE)
        assert library.library.memory(ids[2]).tier is Tier.MEDIUM
        rest(desk)
        ended(desk, process)


def test_a_contradiction_is_decided_by_a_key_and_undone(clock: Path, library: Client, desk: Screen) -> None:
    kept(library, "I was born on 4 May 1990.", "Nasci em 5 de maio de 1990.")
    library.library.wait_knowledge()
    (found,) = library.library.contradictions()
    with desk.window() as process:
        by_palette(desk, "contradictions")
        desk.keys("1")
        assert processes.wait_until(lambda: library.library.contradictions() == ())
        (settled,) = library.library.contradictions(settled=True)
        assert (settled.id, settled.verdict) == (found.id, Verdict.ONE)
        rest(desk)
        desk.keys("ctrl+z")
        assert processes.wait_until(lambda: len(library.library.contradictions()) == 1)
        rest(desk)
        ended(desk, process)


def test_what_fades_soon_is_kept_merged_or_let_go(clock: Path, library: Client, desk: Screen) -> None:
    ids = kept(library, NOTES[1], NOTES[2], "The old bicycle pump hangs behind the cellar door.")
    clock.write_text(f"+{timedelta(hours=20).total_seconds():.0f}")
    assert processes.wait_until(lambda: len(library.library.fading()) == len(ids))
    with desk.window() as process:
        by_palette(desk, "fading soon")
        desk.keys("k", "m", "l")
        tiers = [Tier.LONG, Tier.FADED, Tier.FADED]
        assert processes.wait_until(lambda: [library.library.memory(id).tier for id in ids] == tiers)
        assert library.library.why(ids[1]).same_as == ids[0]
        rest(desk)
        for _ in range(3):
            desk.keys("ctrl+z")
            rest(desk)
        assert processes.wait_until(lambda: {library.library.memory(id).tier for id in ids} == {Tier.MEDIUM})
        ended(desk, process)
