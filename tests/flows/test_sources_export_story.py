"""All that came in and all that the person did goes out without loss; an empty library makes the same bytes of it."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Mnemoteca
from tests.flows.chats import write_chats
from tests.flows.commands import answer
from tests.unit.library.importers.exported import BRANCHED, as_zip


def test_an_export_comes_into_an_empty_library_and_out_again_byte_by_byte(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    base = data_folder.parent
    assert mnemoteca("import", str(write_chats(base / "chats.jsonl"))).returncode == 0
    export = as_zip(base / "export.zip", {"conversations.json": [BRANCHED]})
    assert mnemoteca("import", str(export)).returncode == 0
    answer(mnemoteca, "add", "a note of mine #tea", "--pin", "--importance", "0.9")
    assert mnemoteca("consolidate").returncode == 0
    assert mnemoteca("export", str(base / "out.jsonl")).returncode == 0

    other = ("--data", str(base / "other"))
    try:
        assert mnemoteca("import", str(base / "out.jsonl"), *other).returncode == 0
        assert mnemoteca("export", str(base / "again.jsonl"), *other).returncode == 0
        id = answer(mnemoteca, "recall", "note of mine", *other)["hits"][0]["id"]
        told = answer(mnemoteca, "show", str(id), *other)
    finally:
        mnemoteca("service", "stop", *other)
    assert (base / "again.jsonl").read_bytes() == (base / "out.jsonl").read_bytes()
    assert (told["tags"], told["pinned"], told["importance"], told["tier"]) == (["tea"], True, 0.9, "long")

    assert mnemoteca("export", str(base / "notes"), "--format", "markdown").returncode == 0
    written = "".join(path.read_text(encoding="utf-8") for path in (base / "notes").glob("*.md"))
    for words in ("Like the sea.", "Green!", "yellow umbrellas", "a note of mine"):
        assert words in written
