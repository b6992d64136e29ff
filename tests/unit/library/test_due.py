"""What the clock asks for in MEDIUM: once each time, whatever was undone and wherever the clock was set."""

from __future__ import annotations

from mnemoteca.core.memory import Tier
from mnemoteca.core.reports import RunKind
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock

DAY_S = 24 * 3600


def looked(library: LocalLibrary) -> int:
    """How often MEDIUM was looked at by the clock."""
    with library.store.read() as reader:
        return int(reader.all("SELECT count(*) FROM runs WHERE kind = 'tiers'")[0][0])


def test_what_a_person_took_back_from_long_fades_at_its_end_and_nothing_is_due_again(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    library.set_setting("sleep.by_itself", False)
    kept = library.capture("the blue key lies in the drawer", importance=0.9).id
    library.promote_all_eligible("personal")
    clock.advance(1800)
    library.run_due()
    assert library.memory(kept).tier is Tier.LONG
    run = next(each for each in library.runs() if each.kind is RunKind.TIERS)
    library.undo_run(run.run)
    clock.advance(3600)
    library.run_due()
    assert library.memory(kept).tier is Tier.MEDIUM  # the same reason does not lift it again
    clock.advance(DAY_S)
    library.run_due()
    assert library.memory(kept).tier is Tier.FADED
    before = looked(library)
    library.run_due()
    assert (looked(library), library.next_due()) == (before, None)


def test_a_clock_set_back_has_medium_looked_at_once_and_then_each_half_hour(
    library: LocalLibrary, clock: DrivenClock
) -> None:
    library.set_setting("sleep.by_itself", False)
    library.capture("the blue key lies in the drawer")
    library.promote_all_eligible("personal")
    clock.advance(1800)
    library.run_due()
    assert looked(library) == 1
    clock.advance(-3 * 3600)
    for _ in range(3):
        library.run_due()
    assert looked(library) == 2
    due = library.next_due()
    assert due is not None
    assert due > clock.now()
    clock.advance(1800)
    library.run_due()
    assert looked(library) == 3
