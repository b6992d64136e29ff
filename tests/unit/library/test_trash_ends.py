"""What has lain in the trash long enough is purged by itself, and told a week before; a setting keeps it for ever."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mnemoteca.core.errors import NotFound
from mnemoteca.core.purging import PurgeKind
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.processes import wait_until

DAY = timedelta(days=1)


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> LocalLibrary:
    return LocalLibrary.open(tmp_path / "data", clock)


@pytest.mark.slow
def test_thirty_days_in_the_trash_are_the_end(library: LocalLibrary, clock: DrivenClock) -> None:
    library.follow()
    old, young, stays = (library.capture(f"note {n}") for n in range(3))
    library.forget((old.id,))
    clock.advance(10 * 86_400)
    library.forget((young.id,))
    clock.advance(20 * 86_400 - 60)
    library.back_up_by_itself()
    assert library.receipts() == ()
    clock.advance(120)
    library.back_up_by_itself()
    (receipt,) = library.receipts()
    assert (receipt.kind, receipt.memories) == (PurgeKind.MEMORIES, 1)
    assert [m.id for m in library.memories((old.id, young.id, stays.id))] == [young.id, stays.id]
    assert wait_until(lambda: library.receipt(receipt.id).done_at is not None)
    with pytest.raises(NotFound):
        library.restore((old.id,))
    library.close()


def test_who_came_out_of_the_trash_and_went_there_again_begins_anew(library: LocalLibrary, clock: DrivenClock) -> None:
    note = library.capture("note")
    library.forget((note.id,))
    clock.advance(20 * 86_400)
    library.restore((note.id,))
    library.forget((note.id,))
    clock.advance(20 * 86_400)
    assert library.purge_trash() is None
    library.close()


def test_none_for_ever(library: LocalLibrary, clock: DrivenClock) -> None:
    note = library.capture("note")
    library.set_setting("trash.days", 0)
    library.forget((note.id,))
    clock.advance(4000 * 86_400)
    assert library.purge_trash() is None
    assert library.today().purged_soon == 0
    library.close()


def test_the_day_tells_it_a_week_before(library: LocalLibrary, clock: DrivenClock) -> None:
    note = library.capture("note")
    library.forget((note.id,))
    began = clock.now()
    clock.advance(22 * 86_400)
    assert library.today().purged_soon == 0
    clock.advance(2 * 86_400)
    today = library.today()
    assert today.purged_soon == 1
    assert today.purged_from == began + 30 * DAY
    library.close()
