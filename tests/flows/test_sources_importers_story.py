"""Every format comes in by the command line, known from its content alone, and changes nothing when it comes again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mnemoteca
from tests.flows.chats import write_chats
from tests.flows.commands import answer
from tests.unit.library.importers.exported import BRANCHED, as_zip, chat, said
from tests.unit.library.importers.pdfs import pdf
from tests.unit.library.importers.repositories import Repository
from tests.unit.library.importers.transcripts import Claude, Codex, at, text, write

Made = Callable[[Path], Path]


def claude_code(base: Path) -> Path:
    talk = Claude()
    talk.user("u1", "Which port?")
    talk.assistant("a1", text("5432."))
    talk.write(base / "projects")
    return base / "projects"


def codex(base: Path) -> Path:
    talk = Codex()
    talk.turn("t1")
    talk.user("Fix it")
    talk.agent("Done.")
    return talk.write(base)


def gemini(base: Path) -> Path:
    head = {"sessionId": "g1", "projectHash": "p", "startTime": at(0), "lastUpdated": at(9), "kind": "main"}
    asked = {"id": "1", "timestamp": at(1), "type": "user", "content": "Hi"}
    said_back = {"id": "2", "timestamp": at(2), "type": "gemini", "content": "Hello.", "model": "gemini-2.5-pro"}
    return write(base / "session-2026-05-08T13-00-g1.jsonl", head, asked, said_back)


def file(name: str, content: str | bytes) -> Made:
    def make(base: Path) -> Path:
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def vault(base: Path) -> Path:
    file("vault/.obsidian/app.json", "{}")(base)
    return file("vault/Day.md", "---\ntags: [tea]\n---\nGreen [[Tea]].\n")(base).parent


def notes(base: Path) -> Path:
    return file("notes/one.md", "# Tea\n\nGreen.\n")(base).parent


def repository(base: Path) -> Path:
    Repository(base / "code").commit("Begin", {"a.py": "print('x')\n"})
    return base / "code"


FORMATS: dict[str, tuple[Made, int]] = {
    "claude-code": (claude_code, 2),
    "codex": (codex, 2),
    "gemini-cli": (gemini, 2),
    "chatgpt": (lambda base: as_zip(base / "a.bin", {"conversations.json": [BRANCHED]}), 7),
    "claude": (lambda base: as_zip(base / "b.zip", {"conversations.json": [chat(said("m1"), said("m2", "hi"))]}), 2),
    "markdown": (notes, 1),
    "obsidian": (vault, 1),
    "text": (file("plain.log", "just words\n"), 1),
    "html": (file("page.dat", "<html><body><h1>Tea</h1><p>Green.</p></body></html>"), 1),
    "pdf": (file("paper", pdf(["Page one"])), 1),
    "git": (repository, 2),
    "sessions": (lambda base: write_chats(base / "chats.jsonl"), 5),
}


@pytest.mark.parametrize("group", [tuple(FORMATS)[:4], tuple(FORMATS)[4:8], tuple(FORMATS)[8:]], ids=["1", "2", "3"])
def test_a_format_is_seen_from_its_content_and_comes_in_once(
    mnemoteca: Mnemoteca, data_folder: Path, group: tuple[str, ...]
) -> None:
    found: dict[str, Any] = {}
    for name in group:
        base = data_folder.parent / name
        base.mkdir()
        path = FORMATS[name][0](base)
        first = answer(mnemoteca, "import", str(path))
        again = answer(mnemoteca, "import", str(path))
        found[name] = (first["result"]["memories_new"], again["result"]["memories_new"] + again["result"]["changed"])
    assert found == {name: (FORMATS[name][1], 0) for name in group}
