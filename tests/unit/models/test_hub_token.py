"""A token for a hub: kept in the keyring of the system, one for each host, and never needed."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.models.hub_token import read_token, write_token

RING = """
import json
from pathlib import Path
from keyring import errors
FILE = Path(__file__).with_name("kept.json")
def _kept():
    if FILE.with_name("locked").exists():
        raise errors.KeyringError("it is locked")
    return json.loads(FILE.read_text()) if FILE.exists() else {}
def get_password(service, name):
    return _kept().get(f"{service} {name}")
def set_password(service, name, password):
    FILE.write_text(json.dumps({**_kept(), f"{service} {name}": password}))
def delete_password(service, name):
    FILE.write_text(json.dumps({key: value for key, value in _kept().items() if key != f"{service} {name}"}))
"""


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A keyring that keeps its secrets in a file, in the place of the system's."""
    folder = tmp_path / "keyring"
    folder.mkdir()
    (folder / "__init__.py").write_text(RING)
    (folder / "errors.py").write_text("class KeyringError(Exception):\n    pass\n")
    former = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "keyring"}
    for name in former:
        del sys.modules[name]
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == "keyring"]:
        del sys.modules[name]
    sys.modules.update(former)


def test_a_token_is_kept_for_its_host_alone_and_forgotten(ring: Path) -> None:
    write_token("hub.example", "hf_one")
    assert read_token("hub.example", {}) == "hf_one"
    assert read_token("other.example", {}) == ""
    write_token("hub.example", "")
    assert read_token("hub.example", {}) == ""
    write_token("hub.example", "")


def test_a_keyring_that_is_locked_has_no_token_and_says_so_where_one_is_to_be_kept(ring: Path) -> None:
    write_token("hub.example", "hf_one")
    (ring / "locked").touch()
    assert read_token("hub.example", {}) == ""
    with pytest.raises(Unavailable, match="it is locked"):
        write_token("hub.example", "hf_two")


def test_the_variable_counts_for_the_hub_itself_and_for_nobody_else(ring: Path) -> None:
    environment = {"HF_TOKEN": " hf_given "}
    assert read_token("huggingface.co", environment) == "hf_given"
    assert read_token("mirror.example", environment) == ""


@pytest.mark.skipif(importlib.util.find_spec("keyring") is not None, reason="a keyring is installed here")
def test_without_a_keyring_there_is_no_token_and_none_can_be_kept() -> None:
    assert read_token("hub.example", {}) == ""
    with pytest.raises(Unavailable, match="HF_TOKEN"):
        write_token("hub.example", "hf_one")
