"""The import contracts hold, and each notices the import that it is there to forbid."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "app/mnemoteca"
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract for contract in LINTER["contracts"]}

BAD_IMPORTS = [
    ("layers", "core/bad.py", "import mnemoteca.wire"),
    ("layers", "core/bad.py", "import mnemoteca.store"),
    ("layers", "wire/bad.py", "import mnemoteca.service"),
    ("layers", "store/bad.py", "import mnemoteca.library"),
    ("layers", "library/bad.py", "import mnemoteca.service"),
    ("layers", "library/bad.py", "import mnemoteca.wire"),
    ("layers", "cli/bad.py", "import mnemoteca.gui"),
    ("layers", "gui/bad.py", "import mnemoteca.service"),
    ("layers", "service/bad.py", "import mnemoteca.main"),
    ("layers", "newcomer/__init__.py", "import mnemoteca.core"),
    ("doors", "cli/bad.py", "import mnemoteca.library"),
    ("doors", "gui/bad.py", "import mnemoteca.store"),
    ("doors", "wire/bad.py", "import mnemoteca.store"),
    ("doors", "cli/bad.py", "import mnemoteca.models"),
    ("doors", "gui/bad.py", "import mnemoteca.models"),
    ("layers", "models/bad.py", "import mnemoteca.store"),
    ("layers", "models/bad.py", "import mnemoteca.library"),
    ("engines", "library/bad.py", "import duckdb"),
    ("engines", "core/bad.py", "import pyarrow"),
    ("engines", "cli/bad.py", "from tantivy import Index"),
    ("engines", "service/bad.py", "from usearch.index import Index"),
    ("model-engines", "store/bad.py", "import llama_cpp"),
    ("model-engines", "library/bad.py", "import onnxruntime"),
    ("model-engines", "cli/bad.py", "import huggingface_hub"),
    ("model-engines", "core/bad.py", "import tokenizers"),
    ("schedule", "library/bad.py", "from apscheduler.schedulers.background import BackgroundScheduler"),
    ("screen", "cli/bad.py", "from PySide6.QtCore import QObject"),
    ("screen", "core/bad.py", "import shiboken6"),
    ("cycles", "cli/one.py", "import mnemoteca.cli.two"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and of the declaration of its contracts."""
    shutil.copytree(ROOT / "app/mnemoteca", tmp_path / "app/mnemoteca", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken(copy: Path, contract: str) -> str:
    """What the linter says about one contract of the copy; "" where it is kept."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo", "--contract", contract]
    environment = {**os.environ, "PYTHONPATH": str(copy / "app")}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.slow
@pytest.mark.parametrize(("contract", "file", "line"), BAD_IMPORTS)
def test_a_contract_notices_the_import_that_it_forbids(copy: Path, contract: str, file: str, line: str) -> None:
    bad = copy / "app/mnemoteca" / file
    bad.parent.mkdir(exist_ok=True)
    bad.write_text(line + "\n")
    bad.with_name("two.py").write_text("import mnemoteca.cli.one\n" if contract == "cycles" else "")
    (bad.parent / "__init__.py").touch()
    said = broken(copy, contract)
    assert "BROKEN" in said or "exhaustive" in said, said


@pytest.mark.slow
def test_every_contract_holds_on_an_untouched_copy(copy: Path) -> None:
    assert [name for name in CONTRACTS if (said := broken(copy, name)) and print(said) is None] == []


def test_every_contract_is_broken_once_by_these_tests() -> None:
    assert {contract for contract, _, _ in BAD_IMPORTS} == set(CONTRACTS)


def there(layers: list[str]) -> set[str]:
    """The modules of these layers that exist."""
    named = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    return {
        f"mnemoteca.{name}" for name in named if list(PACKAGE.glob(f"{name}.py")) or list(PACKAGE.glob(f"{name}/*.py"))
    }


def test_every_door_is_kept_from_what_lies_below_the_wire() -> None:
    doors, middle, below = CONTRACTS["layers"]["layers"][2:5]
    contract = CONTRACTS["doors"]
    assert there([doors, middle]) - {"mnemoteca.service", "mnemoteca.library"} == set(contract["source_modules"])
    assert there([middle, below]) - {"mnemoteca.wire"} | {"mnemoteca.service"} == set(contract["forbidden_modules"])
