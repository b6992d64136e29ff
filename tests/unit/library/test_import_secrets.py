"""Secrets stay out of an import before anything is stored, come in when the person says so, and are not set back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mnemoteca.core.jobs import Job
from mnemoteca.core.library import methods
from mnemoteca.core.preview import ImportOptions
from mnemoteca.library.importers.screen import clean_json
from mnemoteca.library.library import LocalLibrary
from tests.unit.core.planted import card, drawn
from tests.unit.library.importing import File, corpus, session, turn

TOKEN = "gh" + "p_" + drawn(36)
CARD = card("4", 16)
WORD = "s3cr3t" + "-word!"
KEPT = ImportOptions(keep_secrets=True)


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    library.jobs_runner.start()
    return library


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "chats.jsonl")


def bring_in(library: LocalLibrary, path: Path, options: ImportOptions = ImportOptions()) -> Job:
    return library.wait_job(library.import_file(str(path), options=options).id, 120.0)


def changes(job: Job) -> tuple[int, int]:
    assert job.result is not None
    return job.result["memories_new"], job.result["changed"]


def stored(library: LocalLibrary, folder: Path) -> bytes:
    """All bytes of all files of the library."""
    library.store.checkpoint()
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def with_secrets(file: File) -> Path:
    told = session(
        "s",
        turn("a", f"the token is {TOKEN}, ok?", tool={"output": f"found {TOKEN}"}, number=int(CARD)),
        turn("b", "nothing here"),
        title=f"Why does {TOKEN} not work",
        env={"PASSWORD": WORD},
    )
    return file.write(corpus("c", told))


def test_no_secret_stands_in_what_is_kept_beside_a_text(running: LocalLibrary, tmp_path: Path) -> None:
    vault, address = tmp_path / "notes", f"https://example.org/x?api_key={TOKEN}"
    vault.mkdir()
    (vault / "a.md").write_text(f"# The key {TOKEN}\n\nSee [this]({address}), ![](shot-{TOKEN}.png) and #k/{TOKEN}\n")
    (vault / "b.html").write_text(f"<html><body><h1>A page</h1><p>See <a href='{address}'>this</a></p></body></html>")
    for name in ("a.md", "b.html"):
        look = running.wait_job(running.preview_import(str(vault / name)).id, 120.0)
        assert running.preview(look.id).secrets[0].kind == "GitHub token"
        job = bring_in(running, vault / name)
        assert job.result is not None
        assert job.result["secrets"] >= 1
        kept = running.turns(1 if name == "a.md" else 2)
        assert ("url", "https://example.org/x?api_key=‹secret: GitHub token›") in kept[0].places
    assert TOKEN.encode() not in stored(running, tmp_path / "data")
    assert TOKEN.lower().encode() not in stored(running, tmp_path / "data")
    bring_in(running, vault / "a.md", KEPT)
    assert TOKEN in running.turns(1)[0].text  # the same memory, as the person wants it now


def test_only_the_span_is_left_out_and_it_stands_in_no_file(running: LocalLibrary, file: File, tmp_path: Path) -> None:
    job = bring_in(running, with_secrets(file))
    assert [m.text for m in running.turns(1)] == ["the token is ‹secret: GitHub token›, ok?", "nothing here"]
    assert running.session(1).title == "Why does ‹secret: GitHub token› not work"
    assert job.result is not None
    kinds = {name.removeprefix("secret: "): n for name, n in job.result.items() if name.startswith("secret: ")}
    assert kinds == {"GitHub token": 3, "card number": 1, "password": 1}
    assert job.result["secrets"] == 5
    assert job.message == "1 new session, 2 new memories, 5 secrets were left out."
    running.capture("so that the words are written, too")
    held = stored(running, tmp_path / "library")
    for secret in (TOKEN, CARD, WORD):
        assert secret.encode() not in held


def test_with_a_yes_the_full_text_comes_as_a_new_version_and_stays(running: LocalLibrary, file: File) -> None:
    path = with_secrets(file)
    bring_in(running, path)
    assert changes(bring_in(running, path)) == (0, 0)
    assert changes(bring_in(running, path, KEPT)) == (0, 1)
    now = running.turns(1)[0]
    assert now.text == f"the token is {TOKEN}, ok?"
    assert next(v.text for v in running.versions(now.id)) == "the token is ‹secret: GitHub token›, ok?"
    number = running.store.last_change
    assert changes(bring_in(running, path)) == (0, 0)  # without the yes: what was kept is not set back
    assert changes(bring_in(running, path, KEPT)) == (0, 0)
    assert running.store.last_change == number


def test_kept_at_once_it_is_the_same_memory_afterwards(running: LocalLibrary, file: File) -> None:
    path = with_secrets(file)
    assert changes(bring_in(running, path, KEPT)) == (2, 0)
    assert changes(bring_in(running, path)) == (0, 0)
    assert next(m.text for m in running.turns(1)) == f"the token is {TOKEN}, ok?"


def test_a_note_with_a_secret_that_was_kept_and_edited_is_not_set_back(running: LocalLibrary, file: File) -> None:
    path = file.write(corpus("c", session("s", turn("a", f"my card {CARD}", role="note"))))
    bring_in(running, path, KEPT)
    running.edit(1, "my card is at home")
    assert changes(bring_in(running, path)) == (0, 0)
    assert changes(bring_in(running, path, KEPT)) == (0, 0)


def test_a_message_that_changed_beside_its_secret_becomes_a_version_without_it(
    running: LocalLibrary, file: File
) -> None:
    bring_in(running, with_secrets(file))
    file.write(corpus("c", session("s", turn("a", f"the new token is {TOKEN}"), turn("b", "nothing here"))))
    assert changes(bring_in(running, file.path)) == (0, 1)
    assert running.turns(1)[0].text == "the new token is ‹secret: GitHub token›"


def test_without_ids_the_key_is_that_of_the_full_text(running: LocalLibrary, file: File) -> None:
    other = "gh" + "p_" + drawn(36, seed=9)
    path = file.write(corpus("c", session("s", turn(None, f"use {TOKEN}"), turn(None, f"use {other}"))))
    assert changes(bring_in(running, path)) == (2, 0)
    assert changes(bring_in(running, path)) == (0, 0)
    assert changes(bring_in(running, path, KEPT)) == (0, 2)


def test_our_own_export_is_taken_as_it_is(running: LocalLibrary, file: File, tmp_path: Path) -> None:
    bring_in(running, with_secrets(file), KEPT)
    running.wait_job(running.export(str(tmp_path / "out.jsonl")).id, 120.0)
    running.make_space("copy")
    job = running.wait_job(running.import_file(str(tmp_path / "out.jsonl"), "copy").id, 120.0)
    assert job.result is not None
    assert (job.result["memories_new"], job.result["secrets"]) == (2, 0)
    assert running.turns(running.sessions("copy")[0].id)[0].text == f"the token is {TOKEN}, ok?"


def test_junk_and_tool_output_stay_out_when_asked_and_come_in_at_their_place_later(
    running: LocalLibrary, file: File
) -> None:
    told = session(
        "s",
        turn("a", "one"),
        turn("b", "[Request interrupted by user]"),
        turn("c", "x" * 20_001, role="tool"),
        turn("d", "short output", role="tool"),
        turn("e", "five"),
    )
    path = file.write(corpus("c", told))
    job = bring_in(running, path, ImportOptions(leave_out_junk=True))
    assert job.message == "1 new session, 3 new memories, 2 were left out as asked."
    assert [m.source_id for m in running.turns(1)] == ["a", "d", "e"]
    job = bring_in(running, path, ImportOptions(leave_out_tools=True))
    assert job.result is not None
    assert (job.result["memories_new"], job.result["left_out"]) == (1, 2)
    bring_in(running, path)
    assert [m.source_id for m in running.turns(1)] == ["a", "b", "c", "d", "e"]


def test_other_fields_stay_json_whatever_is_left_out_of_them() -> None:
    number = f'{{"pin": {CARD}, "list": [{CARD}, 1], "text": "card {CARD}"}}'
    told, kinds = clean_json(number)
    assert told is not None
    assert json.loads(told) == {"pin": "‹secret: card number›", "list": ["‹secret: card number›", 1],
                                "text": "card ‹secret: card number›"}  # fmt: skip
    assert kinds == ("card number",) * 3
    assert clean_json(None) == (None, ())
    assert clean_json('{"a": 1}') == ('{"a": 1}', ())


def test_the_options_travel_with_the_call() -> None:
    assert "options" in methods()["import_file"].request.__struct_fields__
