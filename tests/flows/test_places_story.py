"""What do I know about this file: memories are found from the places that they speak of."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.flows.test_facts_story import note


def texts(mnemoteca: Mnemoteca, *arguments: str) -> list[int]:
    return [memory["id"] for memory in answers(mnemoteca, "about", "--wait", *arguments)]


def test_memories_are_found_from_a_file_a_symbol_a_commit_and_a_link(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    first = note(mnemoteca, "The queue in src/store/engine.py is too slow, look at open_tables().", "2024-01-01")
    second = note(
        mnemoteca, "engine.py foi corrigido no commit 1a2b3c4d5e, veja https://example.org/notes/7.", "2024-02-01"
    )
    other = note(mnemoteca, "src/gui/engine.py is another file.", "2024-03-01")
    assert texts(mnemoteca, "src/store/engine.py") == [second, first]
    assert texts(mnemoteca, "engine.py") == [other, second, first]
    assert texts(mnemoteca, "open_tables", "--kind", "symbol") == [first]
    assert texts(mnemoteca, "1a2b3c4d5e", "--kind", "commit") == [second]
    assert texts(mnemoteca, "http://www.example.org/notes/7/") == [second]
    assert texts(mnemoteca, "nowhere.py") == []
    known = {(p["kind"], p["value"]): p["memories"] for p in answers(mnemoteca, "about")}
    assert known["commit", "1a2b3c4d5e"] == known["symbol", "open_tables()"] == 1
    answer(mnemoteca, "forget", str(second))
    assert texts(mnemoteca, "src/store/engine.py") == [first]
    assert mnemoteca("about", "x.py", "--kind", "planet").returncode == 3
