"""Sessions as they were: order, roles, times, models, tools, branches, code; and the commits made meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from mnemoteca.core.library import Library
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers
from tests.unit.library.importers.exported import BRANCHED, as_zip
from tests.unit.library.importers.repositories import Repository
from tests.unit.library.importers.transcripts import Claude, call, text

BLUE = ["Which colour?", "Blue, rather.", "Tell me more", "Like the sea."]
GREEN = ["Which colour?", "Green!"]
CODE = "Here:\n```python\nprint('x')\n```"


def test_a_session_and_the_commits_of_its_folder_and_time_are_as_they_were(service: Path, mnemoteca: Mnemoteca) -> None:
    base = service.parent
    repository = Repository(base / "code")
    repository.commit("Long before", {"old.py": "pass\n"}, at="2026-01-01T10:00:00+02:00")
    hash = repository.commit("Print x", {"a.py": "print('x')\n"}, at="2026-05-08T15:10:00+02:00")
    talk = Claude(cwd=str(repository.folder))
    talk.user("u1", "Write it")
    talk.assistant("a1", text(CODE), call("c1", command="cat a.py"))
    talk.result("u2", "c1", "print('x')")
    talk.assistant("a2", text("Done."))
    assert mnemoteca("import", str(talk.write(base / "projects").parent)).returncode == 0

    (head,) = answers(mnemoteca, "sessions")
    assert (head["title"], head["source"], head["turns"]) == ("Write it", "Claude Code", 4)
    turns = answers(mnemoteca, "show", str(head["id"]), "--session")
    assert [(each["role"], each["speaker"]) for each in turns] == [
        ("user", ""), ("assistant", "Claude"), ("tool", "Bash"), ("assistant", "Claude"),
    ]  # fmt: skip
    assert CODE in turns[1]["text"]
    assert (turns[1]["model"], turns[0]["occurred_at"]) == ("claude-opus-4-5", "2026-05-08T13:00:00Z")
    assert turns[2]["text"].count("print('x')") == 1  # stored once, behind its call

    kept = answer(mnemoteca, "remember-commit", hash, "--repository", str(repository.folder))
    commit = kept["commit"]
    assert commit["text"].startswith("Print x")
    assert ["file", "a.py"] in commit["places"]
    assert commit["offset_min"] == 120
    assert [each["text"] for each in kept["files"]] == ["print('x')\n"]
    assert [each["id"] for each in kept["sessions"]] == [head["id"]]
    client = connect(service, start=start_service, role="api")
    try:
        again = client.library.remember_commit_context(hash, str(repository.folder))
        assert (again.commit.id, again.new) == (commit["id"], 0)
        assert mnemoteca("import", str(repository.folder)).returncode == 0
        assert [each.id for each in client.library.commits_of(head["id"])] == [commit["id"]]
    finally:
        client.close()


def test_every_branch_is_kept_and_the_chosen_one_is_read_first(service: Path, mnemoteca: Mnemoteca) -> None:
    export = as_zip(service.parent / "export.zip", {"conversations.json": [BRANCHED]})
    assert mnemoteca("import", str(export)).returncode == 0
    client = connect(service, start=start_service, role="api")
    try:
        library = client.library
        (head,) = library.sessions()
        assert head.started_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
        assert read(library, head.id) == BLUE
        every = {each.text: each for each in library.turns(head.id)}
        assert len(every) == 7
        assert [text for text, each in every.items() if each.active] == BLUE
        other = library.path(head.id, through=every["Thanks"].id)
        assert [each.text for each in other.turns][-2:] == ["Red.", "Thanks"]

        chosen_since = {**BRANCHED, "current_node": "third"}  # at the source the person went back to another answer
        as_zip(export, {"conversations.json": [chosen_since]})
        assert answer(mnemoteca, "import", str(export))["result"]["memories_new"] == 0
        assert read(library, head.id) == GREEN
        assert [each.text for each in library.turns(head.id) if each.active] == GREEN
    finally:
        client.close()
    folder = service.parent / "notes"
    assert mnemoteca("export", str(folder), "--format", "markdown").returncode == 0
    (page,) = folder.rglob("*.md")
    elsewhere = page.read_text(encoding="utf-8").count("*(on another branch)*")
    assert elsewhere == len(every) - len(GREEN)


def read(library: Library, session: int) -> list[str]:
    """The texts of a session as it is read at first."""
    return [each.text for each in library.path(session).turns]
