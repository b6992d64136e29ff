"""What no format may break at: marks, line ends, odd times, depth, huge messages, and what is missing; each is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.importing import Item, RawSession, RawTurn, ReadTo, Unread
from mnemoteca.core.memory import MAX_TEXT
from mnemoteca.library.importers.detect import by_name, choose, open_origin
from mnemoteca.library.importers.loose import decoded
from mnemoteca.library.importers.tools import answered
from mnemoteca.library.importers.values import Misfit
from tests.unit.library.importers.exported import answer, as_file, chat, conversation, message, said
from tests.unit.library.importers.transcripts import Claude, Codex, at, text, write
from tests.unit.library.importing import corpus, session, turn

Make = Callable[[Path, str, Any, Any], Path]  # a file whose one message says this, at this time, and has this besides


def sessions(folder: Path, words: str, when: Any, more: Any) -> Path:
    return write(folder / "f.jsonl", corpus("c", session("s", turn("m", words, at=when, more=more))))


def chatgpt(folder: Path, words: str, when: Any, more: Any) -> Path:
    told = conversation({"r": (None, None), "m": ("r", message(words, at=when, more=more)), "n": ("m", answer())})
    return as_file(folder / "conversations.json", json.dumps([told]).encode())


def claude_ai(folder: Path, words: str, when: Any, more: Any) -> Path:
    told = chat(said("m", words, created_at=when, more=more), said("n", "yes", "assistant", "m"))
    return as_file(folder / "conversations.json", json.dumps([told]).encode())


def claude_code(folder: Path, words: str, when: Any, more: Any) -> Path:
    told = Claude()
    told.user("m", words, timestamp=when, more=more)
    told.assistant("n", text("yes"))
    return told.write(folder)


def codex(folder: Path, words: str, when: Any, more: Any) -> Path:
    told = Codex()
    told.event("user_message", message=words, more=more)
    told.records[-1]["timestamp"] = when
    told.agent("yes")
    return told.write(folder)


def gemini_cli(folder: Path, words: str, when: Any, more: Any) -> Path:
    head = {"sessionId": "g", "projectHash": "h", "startTime": at(0)}
    first = {"id": "m", "timestamp": when, "type": "user", "content": words, "more": more}
    return write(folder / "session-1.jsonl", head, first, {"id": "n", "type": "gemini", "content": "yes"})


MAKES: list[Make] = [sessions, chatgpt, claude_ai, claude_code, codex, gemini_cli]
each_format = pytest.mark.parametrize("make", MAKES, ids=[each.__name__ for each in MAKES])
GOOD = at(1)


def found(path: Path, format: str = "") -> list[Item]:
    origin = open_origin(path)
    importer = choose(origin) if not format else by_name(format)
    return [item for item in importer.read(origin) if not isinstance(item, ReadTo)]


def turns(items: list[Item]) -> list[RawTurn]:
    return [item for item in items if isinstance(item, RawTurn)]


def told(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Unread)]


@each_format
def test_a_byte_order_mark_and_crlf_change_nothing(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path, "hello", GOOD, 1)
    assert choose(open_origin(path)).name == make.__name__
    plain = found(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert choose(open_origin(path)).name == make.__name__
    assert found(path) == plain
    assert told(plain) == []


TIMES = ["0000-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "yesterday",
         -1e300, 1e300, 253402300799, 0, 1_700_000_000, 1_700_000_000_000, None, [], {"a": 1}, True, ""]  # fmt: skip


@each_format
@pytest.mark.parametrize("when", TIMES, ids=repr)
def test_a_time_at_the_ends_of_the_calendar_or_that_is_none_costs_no_message(
    tmp_path: Path, make: Make, when: Any
) -> None:
    first = turns(found(make(tmp_path, "hello", when, 1), make.__name__))[0]
    assert first.text == "hello"
    assert first.moment.at is None or 1 <= first.moment.at.year <= 9999


@pytest.mark.parametrize("when", [1_700_000_000, 1_700_000_000_000])
def test_seconds_and_milliseconds_are_the_same_time(tmp_path: Path, when: int) -> None:
    (first, *_) = turns(found(chatgpt(tmp_path, "hello", when, 1)))
    assert first.moment.at is not None
    assert first.moment.at.isoformat() == "2023-11-14T22:13:20+00:00"


def test_what_a_tool_answered_may_be_nested_as_deeply_as_it_can_be_read() -> None:
    def told(deep: int) -> str:
        try:
            return answered(decoded(b"[" * deep + b'"a"' + b"]" * deep))
        except Misfit as misfit:
            return str(misfit)

    assert {told(deep) for deep in range(100, 1_500)} == {"a", "it is nested too deeply"}


@pytest.mark.slow
@each_format
@pytest.mark.parametrize("deep", [200, 100_000])
def test_a_field_that_is_nested_hundreds_or_thousands_of_times_costs_at_most_its_own_message(
    tmp_path: Path, make: Make, deep: int
) -> None:
    path = make(tmp_path, "hello", GOOD, "HERE")
    path.write_bytes(path.read_bytes().replace(b'"HERE"', b"[" * deep + b"]" * deep))
    items = found(path, make.__name__)
    texts = [each.text for each in turns(items)]
    assert "hello" in texts or told(items)
    assert deep > 200 or "hello" in texts
    assert make is sessions or set(texts) - {"hello"}


@pytest.mark.slow
@each_format
def test_a_message_of_fifty_million_letters_is_listed_or_taken_and_the_next_one_comes(
    tmp_path: Path, make: Make
) -> None:
    path = make(tmp_path, "HERE", GOOD, 1)
    path.write_bytes(path.read_bytes().replace(b'"HERE"', b'"' + b"x" * 50_000_000 + b'"'))
    items = found(path, make.__name__)
    sizes = [len(each.text) for each in turns(items)]
    assert 50_000_000 in sizes or told(items) == [
        f"its text has 50,000,000 characters; at most {MAX_TEXT:,} are kept"
    ]  # fmt: skip
    assert make is sessions or min(sizes) < 100


@each_format
def test_half_characters_and_controls_come_in_and_are_told(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path, "a\ud800\x00\x1b[31mb", GOOD, 1)
    items = found(path, make.__name__)
    assert turns(items)[0].text.startswith("a�")
    assert "broken characters" in " ".join(told(items))


_MISSING = frozenset({
    "id", "uuid", "title", "name", "at", "timestamp", "create_time", "created_at", "started_at", "startTime",
    "conversation_id", "sessionId", "session_id",
})  # fmt: skip


def _without(value: Any, names: frozenset[str]) -> Any:
    if isinstance(value, dict):
        return {key: _without(each, names) for key, each in value.items() if key not in names}
    return [_without(each, names) for each in value] if isinstance(value, list) else value


@each_format
def test_missing_ids_titles_and_times_are_made_from_what_is_there(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path, "hello", GOOD, 1)
    kept = {"gemini_cli": {"id", "sessionId"}, "sessions": {"name"}}.get(make.__name__, set())
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(
        b"\n".join(json.dumps(_without(json.loads(line), _MISSING - kept)).encode() for line in lines if line)
    )
    items = found(path, make.__name__)
    assert items == found(path, make.__name__)
    assert "hello" in [each.text for each in turns(items)]
    assert all(each.id for each in items if isinstance(each, RawSession | RawTurn))
