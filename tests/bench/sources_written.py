"""Sources of any size, as assistants write them: an export of ChatGPT, a transcript of Claude Code."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.bench.texts import Texts

TURNS = 40  # of a conversation
_FIRST = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)


def chatgpt(path: Path, messages: int) -> Path:
    """An export of ChatGPT with so many messages; a file that is there is taken as it is."""
    return path if path.exists() else _written(path, messages, b"[", b",\n", b"]", _conversation)


def claude_code(path: Path, messages: int) -> Path:
    """A transcript of Claude Code with so many messages, in sessions of `TURNS`."""
    return path if path.exists() else _written(path, messages, b"", b"", b"", _session)


def _written(path: Path, messages: int, begin: bytes, between: bytes, end: bytes, one: Any) -> Path:
    texts = Texts(29)
    told = [texts.text("pt" if n % 5 == 4 else "en", 80) for n in range(4_000)]
    with path.open("wb") as file:
        file.write(begin)
        for number in range(messages // TURNS):
            said = [f"{told[(number * 7 + n * 31) % len(told)]} {number} {n}" for n in range(TURNS)]
            file.write((between if number else b"") + one(number, said))
        file.write(end)
    return path


def _conversation(number: int, said: list[str]) -> bytes:
    began = (_FIRST + timedelta(minutes=90 * number)).timestamp()
    ids = [f"{number:08x}-0000-4000-8000-{n:012x}" for n in range(TURNS)]
    mapping = {
        id: {
            "id": id,
            "parent": ids[n - 1] if n else None,
            "children": ids[n + 1 : n + 2],
            "message": {
                "id": id,
                "author": {"role": "assistant" if n % 2 else "user", "name": None, "metadata": {}},
                "create_time": began + 60 * n,
                "content": {"content_type": "text", "parts": [said[n]]},
                "status": "finished_successfully",
                "metadata": {"model_slug": "gpt-4o"} if n % 2 else {},
                "recipient": "all",
            },
        }
        for n, id in enumerate(ids)
    }
    head = {"conversation_id": f"talk-{number}", "title": said[0][:40], "create_time": began, "update_time": began}
    return json.dumps({**head, "current_node": ids[-1], "mapping": mapping}, ensure_ascii=False).encode()


def _session(number: int, said: list[str]) -> bytes:
    began, lines = _FIRST + timedelta(minutes=90 * number), []
    before = None
    for n, text in enumerate(said):
        uuid = f"{number:08x}-0000-4000-9000-{n:012x}"
        record = {
            "parentUuid": before, "isSidechain": False, "userType": "external", "cwd": "/home/ana/app",
            "sessionId": f"{number:08x}-aaaa-4000-8000-000000000000", "version": "2.1.0", "gitBranch": "main",
            "type": "assistant" if n % 2 else "user", "uuid": uuid,
            "timestamp": (began + timedelta(seconds=45 * n)).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "message": _message(n, uuid, text),
        }  # fmt: skip
        lines.append(json.dumps(record, ensure_ascii=False))
        before = uuid
    return "".join(line + "\n" for line in lines).encode()


def _message(n: int, uuid: str, text: str) -> dict[str, Any]:
    if n % 2 == 0:
        return {"role": "user", "content": text}
    content = [{"type": "text", "text": text}]
    return {"role": "assistant", "id": f"msg_{uuid}", "model": "claude-opus-4-5", "content": content}
