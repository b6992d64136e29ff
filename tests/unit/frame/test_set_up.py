"""./run and ./test: what is missing is named exactly, and a failed preparation is not repeated for ever."""

from __future__ import annotations

import os
import runpy
import subprocess
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SINCE = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def bash(script: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a script after the set-up's functions; with `path`, only the commands in there (and bash's own)."""
    environment = {**os.environ, "root": str(ROOT), **({"PATH": str(path)} if path else {})}
    command = ["/bin/bash", "-c", f'source "$root/packaging/environment.sh"\n{script}']
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)


@pytest.mark.parametrize("script", ["run", "test", ".ci/run", "packaging/environment.sh"])
def test_the_scripts_can_be_read_by_bash(script: str) -> None:
    done = subprocess.run(["bash", "-n", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_missing_libraries_of_the_window_are_named_by_their_packages(tmp_path: Path) -> None:
    known = "libEGL.so.1 libGL.so.1 libX11.so.6 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6 libglib-2.0.so.0"
    known += " libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-xkb.so.1"
    known += " libxkbcommon-x11.so.0 libxkbcommon.so.0"
    loader = tmp_path / "ldconfig"
    lines = "".join(f"echo '\t{name} (libc6,x86-64) => /lib/{name}'\n" for name in known.split())
    loader.write_text(f"#!/bin/bash\n{lines}")
    loader.chmod(0o755)
    assert bash('missing_libraries "$window_libraries"', tmp_path).stdout.split() == ["libxcb-cursor0", "libxcb-icccm4"]


def test_missing_commands_are_named_by_their_packages(tmp_path: Path) -> None:
    assert bash('missing_commands "no-such-command that-package"', tmp_path).stdout == "that-package "
    assert bash('missing_commands "bash bash"').stdout == ""


def test_where_nothing_may_be_installed_the_packages_are_said(tmp_path: Path) -> None:
    done = bash("install_packages libxcb-cursor0 openbox", tmp_path)
    assert done.returncode == 1
    assert "sudo apt-get install libxcb-cursor0 openbox" in done.stderr


def test_nothing_missing_is_nothing_to_do(tmp_path: Path) -> None:
    assert bash("install_packages", tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("reason", "hours", "missing", "given_up"),
    [
        ("the build ended with code 1; …", 1, [], True),
        ("the build ended with code 1; …", 25, [], False),
        ("cmake missing; …", 1, ["cmake"], True),
        ("cmake missing; …", 1, [], False),
    ],
)
def test_a_failed_preparation_is_tried_again_when_it_may_help(
    reason: str, hours: int, missing: list[str], given_up: bool
) -> None:
    prepare = runpy.run_path(str(ROOT / "packaging/prepare.py"))
    state = f'{{"state": "failed", "since": "{SINCE.isoformat()}", "reason": "{reason}"}}'
    assert prepare["given_up"](state, SINCE + timedelta(hours=hours), missing) is given_up
    assert prepare["given_up"]("{", SINCE, missing) is False


def test_only_the_engine_for_language_models_is_built_from_source() -> None:
    command = runpy.run_path(str(ROOT / "packaging/prepare.py"))["command"]()
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["models"]
    assert command[command.index("--no-binary") + 1] == "llama-cpp-python"
    assert command[-len(wanted) :] == wanted


def test_where_it_may_be_done_the_packages_are_installed(tmp_path: Path) -> None:
    scripts = {"apt-get": f'echo "$@" >>{tmp_path}/asked', "sudo": '[[ $1 != -n ]] || shift; exec "$@"'}
    for name, script in scripts.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{script}\n")
        (tmp_path / name).chmod(0o755)
    done = bash(f"PATH={tmp_path}:/usr/bin:/bin install_packages openbox xdotool")
    assert done.returncode == 0, done.stderr
    assert "Installing system packages: openbox xdotool" in done.stderr
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[-1].endswith("install --no-install-recommends openbox xdotool")
