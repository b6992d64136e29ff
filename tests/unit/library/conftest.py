"""A real library in a folder of its own, at a time that the test drives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[LocalLibrary]:
    opened = LocalLibrary.open(tmp_path / "library", clock)
    yield opened
    opened.close()
