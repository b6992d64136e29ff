"""What is kept in mind of conversations goes with the memories that it may have quoted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.purging import PurgeTarget
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[LocalLibrary]:
    opened = LocalLibrary.open(tmp_path / "library", clock)
    yield opened
    opened.close()


def test_a_purge_forgets_what_was_asked_and_answered(library: LocalLibrary) -> None:
    kept = library.capture("Marcos lends us his van.")
    library.answer("Who lends a van?", conversation="c")
    assert library.answer("When?", conversation="c", follow_up=True).searched == "When? lends van"
    library.purge(PurgeTarget(ids=(kept.id,)))
    assert library.answer("When?", conversation="c", follow_up=True).searched == "When?"
