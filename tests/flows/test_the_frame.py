"""The frame: `./run` with what is prepared, with what is not, and where system packages are missing.

A copy of the scripts stands in a folder of its own, and what they would run is replaced by what writes down how it was
asked: nothing is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = (
    "bash",
    "dirname",
    "readlink",
    "sha256sum",
    "mkdir",
    "flock",
    "tail",
    "cp",
    "rm",
    "cat",
    "env",
    "setsid",
    "nice",
)
ALLOWED_S = 0.15  # what a prepared ./run may add to a command
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script of bash")


class Checkout:
    """The scripts of a checkout, with commands that only write down how they were asked."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("run", "test", "pyproject.toml"):
            shutil.copy(ROOT / name, root / name)
        self.tools = root / "tools"
        for tool in TOOLS:
            if found := shutil.which(tool):
                self.script(self.tools / tool, f'exec {found} "$@"')
        self.script(self.tools / "python3", "exit 0")
        self.script(self.tools / "ldconfig", "echo 'every library'")
        self.script(root / ".venv/bin/mnemoteca", 'printf "%s|" "$@"')
        self.script(root / ".venv/bin/python", f'echo "$@" >>{root}/asked')

    def script(self, path: Path, content: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/bash\n{content}\n")
        path.chmod(0o755)

    def loader_knows(self, *libraries: str) -> None:
        self.script(self.tools / "ldconfig", "\n".join(f"echo '{name} (libc6)'" for name in libraries))

    def stamp(self) -> None:
        """Say that this is installed already."""
        script = 'root=$1; source "$1/packaging/environment.sh"; wanted_stamp >"$venv/wheels"'
        subprocess.run(["bash", "-c", script, "bash", str(self.root)], check=True)

    def run(self, *arguments: str, path: str = "") -> subprocess.CompletedProcess[str]:
        environment = {"PATH": path or os.environ["PATH"], "HOME": str(self.root), "MNEMOTECA_PREPARE": "off"}
        return subprocess.run(
            [self.root / "run", *arguments],
            env=environment, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=99, check=False,
        )  # fmt: skip

    def asked(self) -> str:
        """How the Python of the environment was asked."""
        path = self.root / "asked"
        return path.read_text() if path.exists() else ""


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_a_prepared_run_is_the_command_with_its_arguments_and_without_any_the_window(checkout: Checkout) -> None:
    checkout.stamp()
    done = checkout.run("add", "two  words", "--json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "add|two  words|--json|", "")
    assert checkout.run().stdout == "window|"
    assert checkout.asked() == "", "nothing was to be set up"


def prepared() -> bool:
    """Whether this very checkout is."""
    script = 'root=$1; source "$1/packaging/environment.sh"; [[ $(<"$venv/wheels") == "$(wanted_stamp)" ]]'
    return subprocess.run(["bash", "-c", script, "bash", str(ROOT)], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not prepared(), reason="this checkout is not prepared by ./run or ./test")
def test_run_works_in_this_checkout(data_folder: Path) -> None:
    done = subprocess.run(
        [ROOT / "run", "add", "by ./run"], cwd="/", capture_output=True, text=True, timeout=180, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Kept as memory 1")


def test_a_prepared_run_adds_next_to_nothing(checkout: Checkout) -> None:
    checkout.stamp()

    def took(*command: str) -> float:
        """Seconds of the processor: how long it takes is up to who else is at work, too."""
        began = os.times()
        subprocess.run(command, env={**os.environ, "MNEMOTECA_PREPARE": "off"}, capture_output=True, check=True)
        ended = os.times()
        return (ended.children_user - began.children_user) + (ended.children_system - began.children_system)

    through = min(took(str(checkout.root / "run"), "tiers") for _ in range(8))
    straight = min(took(str(checkout.root / ".venv/bin/mnemoteca"), "tiers") for _ in range(8))
    assert through - straight <= ALLOWED_S


def test_what_is_not_installed_as_declared_is_installed_once_from_wheels_alone(checkout: Checkout) -> None:
    tools = str(checkout.tools)
    checkout.loader_knows(*window_libraries(checkout))
    done = checkout.run("tiers", path=tools)
    assert (done.returncode, done.stdout) == (0, "tiers|"), done.stderr
    assert f"-m pip install --disable-pip-version-check --only-binary :all: -e {checkout.root}\n" in checkout.asked()
    asked = checkout.asked()
    assert checkout.run("tiers", path=tools).stderr == ""
    assert checkout.asked() == asked, "the stamp tells that it is done"
    with (checkout.root / "pyproject.toml").open("a") as declared:
        declared.write("# another version\n")
    assert "Setting up" in checkout.run("tiers", path=tools).stderr
    assert checkout.asked() != asked


def test_missing_packages_are_named_and_the_commands_work_all_the_same(checkout: Checkout) -> None:
    libraries = window_libraries(checkout)
    missing = {name: package for name, package in libraries.items() if "xcb-cursor" in name or "EGL" in name}
    checkout.loader_knows(*(set(libraries) - set(missing)))
    done = checkout.run("tiers", path=str(checkout.tools))  # neither apt-get nor sudo is there
    assert len(missing) == 2
    assert f"sudo apt-get install {' '.join(missing.values())}\n" in done.stderr
    assert (done.returncode, done.stdout) == (0, "tiers|")


def test_a_python_without_environments_is_told(checkout: Checkout) -> None:
    checkout.loader_knows(*window_libraries(checkout))
    checkout.script(checkout.tools / "python3", "exit 1")
    done = checkout.run("tiers", path=str(checkout.tools))
    assert (done.returncode, done.stdout) == (1, "")
    assert "python3-venv" in done.stderr


def test_an_installation_that_fails_ends_with_the_reason_and_where_all_of_it_stands(checkout: Checkout) -> None:
    checkout.loader_knows(*window_libraries(checkout))
    checkout.script(checkout.root / ".venv/bin/python", '[[ $1 == -c ]] && exit 0; echo "no such wheel"; exit 1')
    done = checkout.run("tiers", path=str(checkout.tools))
    assert (done.returncode, done.stdout) == (1, "")
    assert "no such wheel" in done.stderr
    assert str(checkout.root / ".venv/setup.log") in done.stderr


def window_libraries(checkout: Checkout) -> dict[str, str]:
    """The libraries that the window needs, with their packages."""
    script = 'root=$1; source "$1/packaging/environment.sh"; echo "$window_libraries"'
    done = subprocess.run(
        ["bash", "-c", script, "bash", str(checkout.root)], capture_output=True, text=True, check=True
    )
    return dict(line.split() for line in done.stdout.splitlines() if line)
