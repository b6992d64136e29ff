"""Builders of transcripts as Claude Code, Codex and Gemini CLI write them, from the lists of their fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.unit.library.importing import Importing

Turn = tuple[str, str, str]  # role, speaker, text


def at(second: int) -> str:
    return f"2026-05-08T13:{second // 60:02}:{second % 60:02}.000Z"


def write(path: Path, *records: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in records]
    path.write_bytes(b"".join(line + b"\n" for line in told))
    return path


def told(library: Importing, session: int = 1) -> list[Turn]:
    """The turns of a session in their order."""
    return [
        (role, speaker, text)
        for role, speaker, text in library.rows(
            f"SELECT role, speaker, text FROM memories WHERE session = {session} AND state = 0 ORDER BY position"
        )
    ]


def titles(library: Importing) -> list[str]:
    return [row[0] for row in library.rows("SELECT title FROM sessions ORDER BY id")]


class Claude:
    """A session of Claude Code; each record answers the one before it, or the one named."""

    def __init__(self, session: str = "s1", **always: Any) -> None:
        self.session = session
        self.records: list[dict[str, Any]] = []
        self._always = {"cwd": "/home/ana/app", "gitBranch": "main", "version": "2.1.0", **always}
        self._last: str | None = None

    def record(self, type: str, uuid: str, **more: Any) -> str:
        envelope = {
            "parentUuid": self._last, "isSidechain": False, "userType": "external", "sessionId": self.session,
            "type": type, "uuid": uuid, "timestamp": at(len(self.records)), **self._always, **more,
        }  # fmt: skip
        self.records.append(envelope)
        self._last = uuid
        return uuid

    def plain(self, **record: Any) -> None:
        self.records.append(record)

    def user(self, uuid: str, content: Any, **more: Any) -> str:
        return self.record("user", uuid, message={"role": "user", "content": content}, **more)

    def assistant(self, uuid: str, *blocks: Any, id: str = "", **more: Any) -> str:
        message = {"role": "assistant", "id": id or f"msg_{uuid}", "model": "claude-opus-4-5", "content": list(blocks)}
        return self.record("assistant", uuid, message=message, requestId="r", **more)

    def result(self, uuid: str, call: str, content: Any, **more: Any) -> str:
        block = {"type": "tool_result", "tool_use_id": call, "content": content, **more.pop("block", {})}
        return self.user(uuid, [block], toolUseResult={"stdout": content}, **more)

    def write(self, folder: Path, name: str = "") -> Path:
        return write(folder / (name or f"{self.session}.jsonl"), *self.records)


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "text": words}


def call(id: str, name: str = "Bash", **given: Any) -> dict[str, Any]:
    return {"type": "tool_use", "id": id, "name": name, "input": given or {"command": "ls"}}


class Codex:
    """A rollout of Codex."""

    def __init__(self, session: str = "c1", **meta: Any) -> None:
        self.session = session
        self.records: list[dict[str, Any]] = []
        git = {"commit_hash": "abc", "branch": "main", "repository_url": "u"}
        about = {"id": session, "timestamp": at(0), "cwd": "/home/ana/app", "originator": "codex_cli_rs", "git": git}
        self.record("session_meta", {**about, "cli_version": "0.60", "source": "cli", **meta})

    def record(self, type: str, payload: dict[str, Any]) -> None:
        self.records.append({"timestamp": at(len(self.records)), "type": type, "payload": payload})

    def turn(self, id: str, model: str = "gpt-5.1-codex") -> None:
        self.record("event_msg", {"type": "task_started", "turn_id": id})
        self.record("turn_context", {"turn_id": id, "cwd": "/home/ana/app", "model": model})

    def item(self, type: str, **payload: Any) -> None:
        self.record("response_item", {"type": type, **payload})

    def event(self, type: str, **payload: Any) -> None:
        self.record("event_msg", {"type": type, **payload})

    def message(self, role: str, words: str) -> None:
        kind = "output_text" if role == "assistant" else "input_text"
        self.item("message", role=role, content=[{"type": kind, "text": words}])

    def user(self, words: str, **more: Any) -> None:
        self.message("user", words)
        self.event("user_message", message=words, **more)

    def agent(self, words: str) -> None:
        self.event("agent_message", message=words)
        self.message("assistant", words)

    def call(self, id: str, output: Any, name: str = "shell", **given: Any) -> None:
        self.item("function_call", name=name, call_id=id, arguments=json.dumps(given or {"command": ["ls", "-a"]}))
        self.item("function_call_output", call_id=id, output=output)

    def write(self, folder: Path, name: str = "") -> Path:
        return write(folder / (name or f"rollout-2026-05-08T13-00-00-{self.session}.jsonl"), *self.records)
