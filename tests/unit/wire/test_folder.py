"""Where things are."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import pytest

from mnemoteca.wire import folder


def test_the_data_folder_is_the_one_given_else_the_one_of_the_environment_else_the_platforms(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MNEMOTECA_DATA", str(tmp_path / "env"))
    assert folder.data_folder(str(tmp_path / "given")) == tmp_path / "given"
    assert folder.data_folder(None) == tmp_path / "env"
    monkeypatch.delenv("MNEMOTECA_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert folder.data_folder(None) == tmp_path / "mnemoteca"


def test_a_link_and_the_folder_itself_have_one_name(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert folder.name_of(tmp_path / "link") == folder.name_of(tmp_path / "real")
    assert len(folder.name_of(tmp_path)) == 16


def test_the_socket_stands_in_a_folder_of_ours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(prefix="mn-") as base:
        monkeypatch.setenv("XDG_RUNTIME_DIR", base)
        found = folder.runtime_folder()
        assert found == Path(base) / "mnemoteca"
        assert stat.S_IMODE(found.stat().st_mode) == 0o700
        found.chmod(0o777)
        assert stat.S_IMODE(folder.runtime_folder().stat().st_mode) == 0o700


def test_a_path_too_long_for_a_socket_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    assert len(os.fsencode(folder.new_address(tmp_path))) <= 103


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can make another user's folder")
def test_a_name_that_another_user_took_first_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(prefix="mn-") as base:
        monkeypatch.setenv("XDG_RUNTIME_DIR", base)
        taken = Path(base) / "mnemoteca"
        taken.mkdir()
        os.chown(taken, 65534, 65534)
        assert folder.runtime_folder() != taken
        taken.rmdir()
        taken.symlink_to("/tmp")
        assert folder.runtime_folder() != taken


def test_an_address_is_found_as_it_was_written_and_half_of_one_is_none(tmp_path: Path) -> None:
    assert folder.find_address(tmp_path) is None
    folder.write_address(tmp_path, "/run/x/é\udcff")
    assert folder.find_address(tmp_path) == "/run/x/é\udcff"
    for half in ("/run/x", "", "\n", "relative\n", "/a\0b\n"):
        (tmp_path / "address").write_text(half)
        assert folder.find_address(tmp_path) is None
