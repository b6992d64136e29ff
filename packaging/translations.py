"""Bring the window's translations up to date with its strings, and compile them.

    python packaging/translations.py

New strings stand in `resources/translations/*.ts` as unfinished; a test fails until they are translated. English
needs a file of its own for its plurals only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GUI = ROOT / "app" / "mnemoteca" / "gui"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"en": ["-pluralonly"], "pt_BR": []}


def tool(name: str) -> str:
    """The Qt tool that came with PySide6, beside the interpreter or on the path."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def collect(language: str, ts: Path) -> None:
    """Bring a file of translations up to date with the strings of the window."""
    sources = sorted(str(path.relative_to(ROOT)) for path in GUI.rglob("*.py"))
    command = [tool("pyside6-lupdate"), *LANGUAGES[language], "-locations", "none", "-no-obsolete", "-silent"]
    subprocess.run([*command, *sources, "-ts", str(ts)], cwd=ROOT, check=True)


def compile(ts: Path, qm: Path) -> None:
    """Compile a file of translations."""
    subprocess.run([tool("pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)], check=True)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        ts = FOLDER / f"mnemoteca_{language}.ts"
        collect(language, ts)
        compile(ts, ts.with_suffix(".qm"))


if __name__ == "__main__":
    main()
