"""A small file of conversations, as other programs export them."""

from __future__ import annotations

import json
from pathlib import Path

TURNS = 5


def write_chats(path: Path) -> Path:
    """Two sessions of two friends, five turns in all, of the year 2025."""
    coffee = [
        ("D1:1", "Anna", "I had a wonderful coffee in Lisbon.", "2025-05-08T13:56:00Z"),
        ("D1:2", "Ben", "Was it the place by the river?", "2025-05-08T13:57:00Z"),
        ("D1:3", "Anna", "Yes, with the yellow umbrellas.", "2025-05-08T13:58:00Z"),
    ]
    marathon = [
        ("D2:1", "Ben", "I finished the marathon in four hours.", "2025-06-01T09:00:00Z"),
        ("D2:2", "Anna", "Congratulations! Your knee held?", "2025-06-01T09:01:00Z"),
    ]
    sessions = [_session("s1", "Coffee with Anna", coffee), _session("s2", "Marathon", marathon)]
    path.write_text(json.dumps({"name": "friends", "sessions": sessions}) + "\n", encoding="utf-8")
    return path


def _session(id: str, title: str, turns: list[tuple[str, str, str, str]]) -> dict[str, object]:
    named = [dict(zip(("id", "speaker", "text", "at"), turn, strict=True)) for turn in turns]
    return {"session_id": id, "started_at": turns[0][3], "title": title, "turns": named}
