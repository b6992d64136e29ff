"""Reading what was kept for what it tells waits while something is brought in, unless somebody waits for it."""

from __future__ import annotations

import pytest

from mnemoteca.library.knowledge import following
from mnemoteca.library.knowledge.following import Knowledge
from mnemoteca.library.library import LocalLibrary
from tests.processes import wait_until


@pytest.fixture
def swift(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "QUIET_S", 0.0)
    monkeypatch.setattr(following, "HELD_S", 0.01)


@pytest.mark.usefixtures("swift")
def test_what_came_is_read_when_the_import_has_ended(library: LocalLibrary) -> None:
    looks: list[bool] = []
    imports = [True]

    def still() -> bool:
        looks.append(imports[0])
        return imports[0]

    known = Knowledge(library.store, imports=still)
    library.capture("Ana lives in Recife")
    known.start()
    try:
        assert wait_until(lambda: len(looks) > 20)
        assert known.behind > 0
        imports[0] = False
        assert wait_until(lambda: known.behind == 0)
    finally:
        known.stop()


@pytest.mark.usefixtures("swift")
def test_who_waits_for_it_is_not_held_up_by_an_import(library: LocalLibrary) -> None:
    known = Knowledge(library.store, imports=lambda: True)
    library.capture("Ana lives in Recife")
    known.start()
    try:
        known.wait()
        assert known.behind == 0
    finally:
        known.stop()
