"""Traps of single formats, each by its name, and what holds of any log of a command line assistant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnemoteca.core.importing import RawTurn
from mnemoteca.core.memory import Role
from mnemoteca.library.importers.claude_ai import ClaudeAI
from mnemoteca.library.importers.codex import Codex as CodexImporter
from mnemoteca.library.importers.gemini_cli import GeminiCLI
from mnemoteca.library.importers.notes import Obsidian
from tests.unit.library.importers.asread import sessions, turns, write
from tests.unit.library.importers.exported import as_file, chat, said
from tests.unit.library.importers.transcripts import Codex, at
from tests.unit.library.importers.transcripts import write as write_lines

META = {"sessionId": "g1", "projectHash": "abc", "startTime": at(0), "lastUpdated": at(9), "kind": "main"}
ANY_FILE = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def gemini(id: str, words: str, type: str = "user", **more: Any) -> dict[str, Any]:
    return {"id": id, "timestamp": at(1), "type": type, "content": words, **more}


def spoken(found: list[RawTurn]) -> list[str]:
    """What person and assistant said."""
    return [turn.text for turn in found if turn.role in (Role.USER, Role.ASSISTANT)]


# -- Claude.ai


def test_an_export_of_claude_ai_that_omits_the_model_gets_none(tmp_path: Path) -> None:
    told = chat(said("a", "Hi"), said("b", "Hello", "assistant", parent="a"))
    found = turns(ClaudeAI(), as_file(tmp_path / "conversations.json", [told]))
    assert [(turn.text, turn.model) for turn in found] == [("Hi", ""), ("Hello", "")]


def test_the_leaf_that_the_api_form_names_lies_on_the_chosen_path_though_another_is_newer(tmp_path: Path) -> None:
    told = chat(
        said("a", "Hi"), said("b", "First", "assistant", parent="a"), said("c", "Again", "assistant", parent="a"),
        current_leaf_message_uuid="b",
    )  # fmt: skip
    found = turns(ClaudeAI(), as_file(tmp_path / "conversations.json", [told]))
    assert {turn.text: turn.active for turn in found} == {"Hi": True, "First": True, "Again": False}


# -- Codex


def test_injected_context_the_developer_role_and_encrypted_reasoning_of_codex_stay_out(tmp_path: Path) -> None:
    log = Codex()
    log.message("developer", "You may not write")
    log.message("user", "<environment_context>secret surroundings</environment_context>")
    log.turn("t1")
    log.user("Fix it")
    log.item("reasoning", summary=[], encrypted_content="gAAAAABwhatever")
    log.agent("Fixed.")
    found = turns(CodexImporter(), log.write(tmp_path))
    assert [turn.text for turn in found] == ["Fix it", "Fixed."]


def test_what_was_said_in_a_turn_of_codex_that_was_aborted_comes_in(tmp_path: Path) -> None:
    log = Codex()
    log.turn("t1")
    log.user("Do something long")
    log.event("turn_aborted", turn_id="t1", reason="interrupted")
    log.turn("t2")
    log.user("Do something short")
    log.agent("Done.")
    assert spoken(turns(CodexImporter(), log.write(tmp_path))) == ["Do something long", "Do something short", "Done."]


def test_the_flat_folder_of_archived_sessions_of_codex_is_read_beside_the_days(tmp_path: Path) -> None:
    home = tmp_path / ".codex"
    for id, folder in (("c1", home / "sessions/2026/05/08"), ("c2", home / "archived_sessions")):
        log = Codex(id)
        log.turn("t1")
        log.user(f"Asked in {id}")
        log.agent("Answered.")
        log.write(folder)
    assert sorted(each.id for each in sessions(CodexImporter(), home)) == ["c1", "c2"]


@ANY_FILE
@given(said=st.lists(st.tuples(st.booleans(), st.sampled_from(["yes", "no", "again", "the same"])), max_size=12))
def test_what_is_said_in_any_rollout_comes_in_its_order_none_lost_or_twice(
    tmp_path: Path, said: list[tuple[bool, str]]
) -> None:
    log = Codex()
    log.turn("t0")
    for n, (mine, words) in enumerate(said):
        if mine:
            log.turn(f"t{n}")
            log.user(words)
        else:
            log.agent(words)
    assert spoken(turns(CodexImporter(), log.write(tmp_path))) == [words for _, words in said]


# -- Gemini CLI


def test_what_the_person_saw_stands_in_the_place_of_what_was_sent_to_gemini(tmp_path: Path) -> None:
    sent = [{"text": "Look at @a.txt"}, {"text": "--- the whole file ---"}]
    log = write_lines(tmp_path / "s.jsonl", META, gemini("m1", "", content=sent, displayContent="Look at @a.txt"))
    assert [turn.text for turn in turns(GeminiCLI(), log)] == ["Look at @a.txt"]


def test_a_project_of_gemini_that_is_named_by_a_hash_of_its_path_comes_in_without_its_path(tmp_path: Path) -> None:
    home = tmp_path / ".gemini"
    place = home / "tmp" / ("0123456789abcdef" * 4) / "chats"
    old = {**META, "messages": [gemini("m1", "Question"), gemini("m2", "Answer", "gemini")]}
    as_file(place / "session-2026-05-08T13-00-g1.json", old)
    (session,) = sessions(GeminiCLI(), home)
    assert (session.id, session.folder) == ("g1", "")
    assert spoken(turns(GeminiCLI(), home)) == ["Question", "Answer"]


@ANY_FILE
@given(steps=st.lists(st.tuples(st.sampled_from(["say", "again", "rewind"]), st.integers(0, 20)), max_size=25))
def test_any_log_of_gemini_is_replayed_to_what_stood_on_the_screen_and_nothing_is_lost(
    tmp_path: Path, steps: list[tuple[str, int]]
) -> None:
    records: list[dict[str, Any]] = [META]
    shown: dict[str, str] = {}
    ever: dict[str, str] = {}
    for n, (what, which) in enumerate(steps):
        if what == "say" or not shown:
            id = f"m{n}"
            shown[id] = ever[id] = f"words of step {n}"
            records.append(gemini(id, shown[id], "gemini" if n % 2 else "user"))
            continue
        id = list(shown)[which % len(shown)]
        if what == "again":
            shown[id] = ever[id] = f"other words of step {n}"
            records.append(gemini(id, shown[id], "gemini" if int(id[1:]) % 2 else "user"))
        else:
            records.append({"$rewindTo": id})
            kept = list(shown)[: list(shown).index(id)]
            shown = {each: shown[each] for each in kept}
    found = turns(GeminiCLI(), write_lines(tmp_path / "s.jsonl", *records))
    assert sorted(spoken(found)) == sorted(ever.values())
    if shown:
        assert [turn.text for turn in found if turn.active] == list(shown.values())


# -- Obsidian


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("see #1984 and #y1984", ("y1984",)),
        ("#Work/Plans and #work/plans", ("work/plans",)),
        ("not#glued, (#inside) and #two-words_here", ("inside", "two-words_here")),
        ("---\ntag: single\n---\nbody", ("single",)),
    ],
)
def test_a_tag_of_obsidian_needs_a_letter_is_nested_and_knows_no_case(
    tmp_path: Path, body: str, tags: tuple[str, ...]
) -> None:
    vault = write(tmp_path / "vault", {".obsidian/app.json": "{}", "Note.md": body})
    assert [turn.tags for turn in turns(Obsidian(), vault)] == [tags]


def test_links_of_obsidian_to_a_heading_a_block_and_an_alias_lead_to_the_note(tmp_path: Path) -> None:
    told = "[[Flour#Kinds]] [[Flour#^b1]] ![[Flour|as this]] [[Nowhere]]"
    vault = write(tmp_path / "vault", {".obsidian/app.json": "{}", "A.md": told, "Flour.md": "white ^b1"})
    first = next(turn for turn in turns(Obsidian(), vault) if turn.where.startswith("A.md"))
    assert ("page", "Flour.md") in first.places
    assert json.dumps(first.places).count("Flour.md") == 1
