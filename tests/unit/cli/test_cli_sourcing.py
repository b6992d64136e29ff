"""import --preview, --again and --errors, sources and export: what is asked of the library and what is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from mnemoteca.core.changes import Done
from mnemoteca.core.jobs import JobState, Skipped
from mnemoteca.core.known_sources import Source
from mnemoteca.core.memory import Space
from mnemoteca.core.preview import ImportOptions, Masked, Preview, SecretsOfKind
from tests.unit.cli.fakes import NOON, a_job, command

DONE = a_job(JobState.DONE, "3 memories new.")
SEEN = Preview(
    "/x/chats.jsonl", "sessions", 1_200_000, True, 12, 10, 340, NOON, NOON, 300, 2, 38, 1, 3, 2, 4, 1, 50_000,
    (SecretsOfKind("GitHub token", 2, (Masked("ghp_…3f2a", "line 1"),)), SecretsOfKind("password", 1)), 1, 0,
    (Skipped("line 3", "it is not JSON"),),
)  # fmt: skip
SPACE: dict[str, Any] = {"make_space": Space("s", 0, 0, True)}
SOURCE = Source("Claude Code", "/home/anna/.claude/projects", True, 7, 1_500_000, NOON, NOON, 30, 2)


def test_a_preview_tells_what_would_come_in() -> None:
    answers: dict[str, Any] = {"preview_import": DONE, "preview": SEEN, **SPACE}
    ran = command("import", "--preview", "x/chats.jsonl", **answers)
    assert ran.code == 3
    assert ran.out.splitlines() == [
        "chats.jsonl (sessions, 1.2 MB):",
        "  12 sessions (10 new), 340 memories, 2026-11-21 to 2026-11-21",
        "  300 new, 2 changed, 38 here already (1 in the trash), 3 duplicates",
        "  junk: 2 empty, 4 boilerplate, 1 very long tool output (50.0 kB)",
        "  3 secrets, left out unless you say --keep-secrets:",
        "    2 × GitHub token: ghp_…3f2a (line 1)",
        "    1 × password",
        "  1 entry that can't be read:",
        "    line 3: it is not JSON",
    ]
    assert ran.library.named("import_file") == []
    assert command("import", "--preview", "--json", "x", **answers).json()[0]["new"] == 300


def test_options_are_passed_on() -> None:
    ran = command("import", "x", "--keep-secrets", "--leave-out-tools", import_file=DONE, skipped=(), **SPACE)
    assert ran.library.named("import_file")[0].options == ImportOptions(keep_secrets=True, leave_out_tools=True)


def test_again_needs_no_path_and_takes_none() -> None:
    ran = command("import", "--again", import_again=(DONE, replace(DONE, id=6)), skipped=())
    assert (ran.code, ran.out) == (0, "chats.jsonl: 3 memories new.\n" * 2)
    assert command("import", "--again", import_again=()).out.startswith("There is no source yet")
    for given in (("import",), ("import", "--again", "x"), ("import", "--again", "--preview")):
        assert command(*given).code == 2


def test_the_error_list_is_saved_whole(tmp_path: Path) -> None:
    def page(job: int, start: int, limit: int) -> tuple[Skipped, ...]:
        return tuple(Skipped(f"line {n}", "not\nJSON") for n in range(30))[start : start + limit]

    saved = tmp_path / "errors.txt"
    saved.write_text("of an earlier time\n")
    left_out = replace(DONE, result={"skipped": 30})
    ran = command("import", "a", "b", "--errors", str(saved), import_file=left_out, skipped=page, **SPACE)
    assert ran.code == 3
    lines = saved.read_text().splitlines()
    assert (len(lines), lines[0], lines[-1]) == (60, "a: line 0: not JSON", "b: line 29: not JSON")
    assert command("import", "a", "--errors", str(tmp_path), import_file=DONE, skipped=(), **SPACE).code == 7


def test_sources_are_told_with_what_they_delete() -> None:
    said = replace(SOURCE, yes_at=NOON, last_at=NOON, daily=True, space="personal")
    gone = replace(SOURCE, name="old", path="/old", there=False)
    told = command("sources", sources=(said, SOURCE, gone)).out
    assert "once a day by itself" in told
    assert "bring it in with: mnemoteca import /home/anna/.claude/projects" in told
    assert "Claude Code itself deletes files after 30 days: 2 files within a week" in told
    assert "old: /old is not there any more; what came from it stays." in told
    assert [each["files"] for each in command("sources", "--json", sources=(said, SOURCE)).json()] == [7, 7]
    assert command("sources", sources=()).out == "No known source of memories is on this machine.\n"


def test_daily_and_drop_name_sources() -> None:
    ran = command("sources", "--daily", "on", daily_sources=Done(2, 9))
    assert (ran.library.named("daily_sources")[0].on, ran.out) == (True, "2 sources: what is new comes in by itself.\n")
    ran = command("sources", "--drop", "/x", drop_sources=Done(1, 9))
    assert ran.library.named("drop_sources")[0].paths == ("/x",)


def test_export_says_where_it_went() -> None:
    ran = command("export", "x/out", "--format", "markdown", export=replace(DONE, message="3 memories written."))
    assert (ran.code, ran.out) == (0, "3 memories written.\n")
    request = ran.library.named("export")[0]
    assert (request.path[-6:], request.format, request.space) == ("/x/out", "markdown", "personal")
    assert (request.ids, request.session) == ((), 0)
    some = command("export", "x", "--ids", "3", "4", "--session", "7", export=DONE).library.named("export")[0]
    assert (some.ids, some.session) == ((3, 4), 7)
    failed = replace(DONE, state=JobState.FAILED, message="There is no space left.")
    assert command("export", "x", export=failed).code == 7
    assert command("export", "x", "--format", "pdf").code == 2
