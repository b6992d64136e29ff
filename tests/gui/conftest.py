"""What the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mnemoteca.gui.theme.zoom import Zoom
from mnemoteca.gui.translations import Translations
from tests.processes import PATIENCE_S


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets stand in a folder of this test; a service that starts is waited for however busy the machine is."""
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("MNEMOTECA_TEST_START_S", str(PATIENCE_S))


@pytest.fixture(scope="session", autouse=True)
def english_plurals(qapp: QApplication) -> Translations:
    """The plurals of English, whether or not a test before has opened a window; they last as long as what is given."""
    translations = Translations()
    translations.use("en")
    return translations


@pytest.fixture(autouse=True)
def at_100_percent(qapp: QApplication) -> Iterator[None]:
    """What one test makes larger leaves the widgets of the next as they are."""
    yield
    for zoom in qapp.findChildren(Zoom):
        zoom.use(1.0)
