"""The same conversation twice in what comes in at once: from two files, from two collections of one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mnemoteca.library.library import LocalLibrary
from tests.unit.library.importing import File, corpus, session, turn
from tests.unit.library.test_twins import brought_in, looked_at, talk, texts


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    library.jobs_runner.start()
    return library


def desk(*words: str) -> dict[str, Any]:
    return corpus("desk", session("s", *talk("x", *words), title="Tea"), source="Desk")


def phone(*words: str, first: int = 0) -> dict[str, Any]:
    return corpus("phone", session("t", *talk("y", *words, first=first), title="Tea"), source="Phone")


def told(library: LocalLibrary, path: Path) -> tuple[int, int, int, int]:
    """What the import came to, which is what the preview said."""
    seen = looked_at(library, path)
    result = brought_in(library, path)
    came = tuple(result[name] for name in ("elsewhere", "memories_new", "unchanged", "sessions_new"))
    assert (seen.elsewhere, seen.new, seen.unchanged, seen.sessions_new) == came
    return came[0], came[1], came[2], came[3]


def test_two_files_of_one_folder_that_tell_the_same_are_shown_once(running: LocalLibrary, tmp_path: Path) -> None:
    folder = tmp_path / "chats"
    folder.mkdir()
    File(folder / "one.jsonl").write(desk(*"abcd"))
    File(folder / "two.jsonl").write(phone(*"abcd"))
    assert told(running, folder) == (1, 4, 4, 1)
    assert texts(running) == [list("abcd")]
    assert told(running, folder) == (1, 0, 8, 0)
    assert texts(running) == [list("abcd")]


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        (phone(*"abcdef"), [list("abcdef")]),
        (phone(*"cd", first=2), [list("abcd")]),
        (phone(*"abx"), [list("abcd"), list("abx")]),
        (corpus("desk", session("fork", *talk("f", *"abcd")), source="Desk"), [list("abcd")] * 2),
    ],
    ids=["has gone on", "is its end", "leads elsewhere", "is a fork of the same source"],
)
def test_one_that_in_the_same_file(
    running: LocalLibrary, tmp_path: Path, second: dict[str, Any], shown: list[list[str]]
) -> None:
    path = File(tmp_path / "all.jsonl").write(desk(*"abcd"), second)
    told(running, path)
    assert texts(running) == sorted(shown)


def test_three_that_tell_the_same_and_others_between_them_come_in_once(running: LocalLibrary, tmp_path: Path) -> None:
    third = corpus("tablet", session("u", *talk("z", *"abcd")), source="Tablet")
    other = corpus("car", session("v", *talk("w", *"efgh")), source="Car")
    path = File(tmp_path / "all.jsonl").write(desk(*"abcd"), other, phone(*"abcd"), other | {"name": "bus"}, third)
    assert told(running, path) == (3, 8, 12, 2)
    assert texts(running) == [list("abcd"), list("efgh")]


@pytest.mark.slow
def test_long_ones_are_known_again_wherever_a_batch_ends(running: LocalLibrary, tmp_path: Path) -> None:
    def long(name: str) -> list[dict[str, Any]]:
        return [turn(f"{name}{n}", f"word {n}", at=f"2026-01-{n // 1440 + 1:02}T{n // 60 % 24:02}:{n % 60:02}:00Z")
                for n in range(2_500)]  # fmt: skip

    one, two = (corpus(name, session("s", *long(name)), source=name.title()) for name in ("desk", "phone"))
    assert told(running, File(tmp_path / "all.jsonl").write(one, two)) == (1, 2_500, 2_500, 1)
