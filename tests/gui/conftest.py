"""What the tests of the window share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import PATIENCE_S


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets stand in a folder of this test; a service that starts is waited for however busy the machine is."""
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("MNEMOTECA_TEST_START_S", str(PATIENCE_S))
