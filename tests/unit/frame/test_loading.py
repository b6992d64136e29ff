"""What is loaded with what: the package itself loads nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded(statement: str) -> set[str]:
    """The modules that a statement adds to a bare interpreter."""
    script = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_else() -> None:
    assert loaded("import mnemoteca") <= {"mnemoteca", "__future__"}


def test_the_public_names_are_listed_before_they_are_loaded() -> None:
    assert "mnemoteca.api" not in loaded("import mnemoteca; assert 'get_tier_manager' in dir(mnemoteca)")


@pytest.mark.parametrize("door", ["mnemoteca.gui.app", "mnemoteca.main", "mnemoteca.api"])
def test_no_door_loads_an_engine(door: str) -> None:
    engines = {"duckdb", "usearch", "tantivy", "onnxruntime", "llama_cpp", "apscheduler", "pyarrow", "numpy"}
    assert not engines & {name.split(".")[0] for name in loaded(f"import {door}")}


def test_the_command_line_loads_no_window() -> None:
    assert "PySide6" not in loaded("import mnemoteca.main")
