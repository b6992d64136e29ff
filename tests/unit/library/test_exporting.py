"""Export: our own format without loss, a folder of Markdown, and nothing half written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound
from mnemoteca.core.filenames import Names, safe_name
from mnemoteca.core.jobs import JobState
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.unit.core.planted import drawn
from tests.unit.library.importers.exported import as_zip
from tests.unit.library.importers.test_branches_kept import Tree, as_chatgpt, trees
from tests.unit.library.importing import File, corpus, session, turn


@pytest.fixture
def running(library: LocalLibrary) -> LocalLibrary:
    """A library whose jobs are done; closed by its own fixture."""
    library.jobs_runner.start()
    return library


def bring_in(library: LocalLibrary, path: Path, space: str = "personal") -> dict[str, int]:
    job = library.wait_job(library.import_file(str(path), space).id, 60.0)
    assert job.state is JobState.DONE, job.message
    return job.result or {}


def exported(library: LocalLibrary, path: Path, format: str = "sessions", space: str = "personal") -> bytes:
    job = library.wait_job(library.export(str(path), space, format).id, 60.0)
    assert job.state is JobState.DONE, job.message
    return path.read_bytes() if path.is_file() else b""


def again(data: bytes, folder: Path, clock: DrivenClock) -> bytes:
    """What an empty library exports after it has taken an export in."""
    source = folder / "export.jsonl"
    source.write_bytes(data)
    library = LocalLibrary.open(folder / "other", clock)
    library.jobs_runner.start()
    try:
        bring_in(library, source)
        return exported(library, folder / "again.jsonl")
    finally:
        library.close()


def test_what_was_taken_in_and_what_the_person_did_survives(
    running: LocalLibrary, tmp_path: Path, clock: DrivenClock
) -> None:
    token = "gh" + "p_" + drawn(36)
    file = File(tmp_path / "chats.jsonl")
    first = session(
        "s", turn("a", "one", mood="blue"), turn("b", f"it is {token}"), turn(None, "no id"), weather="fine"
    )
    bring_in(running, file.write(corpus("c", first, source="friends")))
    bring_in(running, file.write(corpus("c", session("s", turn("a", "two")), session(None, turn("z", at="2020-02"))))
    )  # fmt: skip
    note = running.capture("a note with #tag", pinned=True, importance=0.9)
    running.edit(note.id, "a better note with #tag and #more")
    running.add_short_term("an entry", "personal", 0.3, "work")
    running.pin((1,))
    running.tag((2,), add=("kept",))
    running.accessed((3,))
    running.forget((running.capture("forgotten").id,))
    data = exported(running, tmp_path / "out.jsonl")
    assert again(data, tmp_path, clock) == data
    lines = [json.loads(line) for line in data.splitlines()]
    turns = {t["text"]: t for line in lines for s in line["sessions"] for t in s["turns"]}
    assert turns["two"]["versions"] == ["one"]
    assert json.loads(turns["two"]["extra"]) == {"mood": "blue"}
    assert turns["a better note with #tag and #more"]["tags"] == ["more", "tag"]
    assert turns["a better note with #tag and #more"]["pinned"] is True
    assert turns["an entry"]["category"] == "work"
    assert turns["no id"]["accesses"] == 1
    assert "forgotten" not in turns
    assert [line["mnemoteca"] for line in lines] == [1] * len(lines)


def test_our_own_export_changes_nothing_in_the_library_it_came_from(running: LocalLibrary, tmp_path: Path) -> None:
    file = File(tmp_path / "chats.jsonl")
    bring_in(running, file.write(corpus("c", session("s", turn("a"), turn(None, "b")), session(None, turn("d")))))
    running.capture("a note")
    exported(running, tmp_path / "out.jsonl")
    before = running.store.last_change
    result = bring_in(running, tmp_path / "out.jsonl")
    assert (result["memories_new"], result["changed"], result["unchanged"]) == (0, 0, 4)
    assert running.store.last_change == before


def test_an_older_export_does_not_set_back_what_changed_since(running: LocalLibrary, tmp_path: Path) -> None:
    file = File(tmp_path / "chats.jsonl")
    bring_in(running, file.write(corpus("c", session("s", turn("a", "one")))))
    exported(running, tmp_path / "old.jsonl")
    bring_in(running, file.write(corpus("c", session("s", turn("a", "two")))))
    assert bring_in(running, tmp_path / "old.jsonl")["changed"] == 0
    assert [m.text for m in running.turns(1)] == ["two"]


def test_after_an_export_came_in_its_source_changes_nothing(
    running: LocalLibrary, tmp_path: Path, clock: DrivenClock
) -> None:
    file = File(tmp_path / "chats.jsonl")
    bring_in(running, file.write(corpus("c", session("s", turn("a"), turn("b")))))
    exported(running, tmp_path / "out.jsonl")
    other = LocalLibrary.open(tmp_path / "other", clock)
    other.jobs_runner.start()
    try:
        bring_in(other, tmp_path / "out.jsonl")
        assert bring_in(other, file.path)["unchanged"] == 2
    finally:
        other.close()


def test_in_another_space_of_the_same_library_it_comes_in_once(running: LocalLibrary, tmp_path: Path) -> None:
    running.capture("a note")
    running.make_space("copy")
    exported(running, tmp_path / "out.jsonl")
    assert bring_in(running, tmp_path / "out.jsonl", "copy")["memories_new"] == 1
    assert bring_in(running, tmp_path / "out.jsonl", "copy")["memories_new"] == 0
    assert running.capture("the same day", "copy").session == running.sessions("copy")[0].id


@pytest.mark.slow
def test_a_long_session_is_written_in_parts_of_at_most_16_mb(
    running: LocalLibrary, tmp_path: Path, clock: DrivenClock
) -> None:
    texts = [f"{n} " + "é\n" * 2_500_000 for n in range(3)]
    bring_in(running, File(tmp_path / "c.jsonl").write(corpus("c", session("s", *[turn(t[0], t) for t in texts]))))
    data = exported(running, tmp_path / "out.jsonl")
    assert len(data.splitlines()) == 3
    assert max(map(len, data.splitlines())) <= 16_000_000
    assert again(data, tmp_path, clock) == data


def test_what_says_that_it_is_ours_and_is_not_is_told(running: LocalLibrary, tmp_path: Path) -> None:
    path = File(tmp_path / "x.jsonl").write(
        {"name": "c", "source": "c", "mnemoteca": 2, "sessions": []},
        {"name": "c", "mnemoteca": 1, "sessions": 3},
        {"name": "c", "source": "c", "mnemoteca": 1, "sessions": [{"session_id": "", "uuid": "", "turns": []}]},
        corpus("c", session("s", turn("a"))),
    )
    assert bring_in(running, path)["memories_new"] == 1
    said = [each.reason for each in running.skipped(running.jobs()[0].id)]
    assert said[0] == "it was exported by a newer Mnemoteca; update this one"
    assert said[1].startswith("it says that it is an export of Mnemoteca, but it is not")
    assert said[2] == "it has neither an id nor a uuid"


def test_figures_that_no_table_can_hold_are_taken_as_far_as_they_go(running: LocalLibrary, tmp_path: Path) -> None:
    odd = {
        "id": "a",
        "text": "often",
        "role": "user",
        "accesses": 2**62,
        "importance": 1e300,
        "last_access": "0001-01-01",
    }
    told = {"session_id": "s", "uuid": "", "title": "t", "started_at": "9999-12-31T23:59:59-12:00", "turns": [odd]}
    path = File(tmp_path / "x.jsonl").write({"name": "c", "source": "c", "mnemoteca": 1, "sessions": [told]})
    assert bring_in(running, path)["memories_new"] == 1
    assert (running.turns(1)[0].access_count, running.turns(1)[0].importance) == (2**31 - 1, 1.0)


@pytest.mark.slow
def test_two_exports_in_one_file_come_in_once(running: LocalLibrary, tmp_path: Path, clock: DrivenClock) -> None:
    bring_in(running, File(tmp_path / "c.jsonl").write(corpus("c", session("s", turn("a"), turn(None, "b")))))
    running.capture("a note")
    data = exported(running, tmp_path / "out.jsonl")
    assert again(data + data, tmp_path, clock) == data
    running.make_space("copy")
    (tmp_path / "twice.jsonl").write_bytes(data + data)
    seen = running.preview(running.wait_job(running.preview_import(str(tmp_path / "twice.jsonl"), "copy").id, 120.0).id)
    assert (seen.memories, seen.new, seen.unchanged) == (6, 3, 3)
    result = bring_in(running, tmp_path / "twice.jsonl", "copy")
    assert (result["memories_new"], result["unchanged"]) == (3, 3)


def test_an_export_does_not_overwrite_and_leaves_nothing_half_written(running: LocalLibrary, tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    with pytest.raises(DiskTrouble, match="already a file"):
        running.export(str(tmp_path / "there"))
    with pytest.raises(NotFound, match="no folder"):
        running.export(str(tmp_path / "none" / "x"))
    with pytest.raises(BadInput, match="sessions or markdown"):
        running.export(str(tmp_path / "x"), format="pdf")
    running.jobs_runner.stop()
    job = running.export(str(tmp_path / "x"))
    running.cancel_job(job.id)
    running.jobs_runner.start()
    assert running.wait_job(job.id, 10.0).state is JobState.CANCELLED
    assert sorted(p.name for p in tmp_path.iterdir()) == ["library", "there"]


def test_an_export_that_was_interrupted_begins_anew_and_one_that_was_written_is_not_written_twice(
    running: LocalLibrary, tmp_path: Path
) -> None:
    running.capture("a note")
    running.jobs_runner.stop()
    job = running.export(str(tmp_path / "out.jsonl"))
    part = tmp_path / f".out.jsonl.{job.id}.part"
    part.write_text("half a li")
    running.jobs_runner.start()
    assert running.wait_job(job.id, 10.0).message == f"1 memory of 1 session written to {tmp_path / 'out.jsonl'}."
    assert not part.exists()
    written = (tmp_path / "out.jsonl").read_bytes()
    running.jobs_runner.stop()
    running.store.write(lambda tx: tx.run("UPDATE jobs SET state = 'running'"))  # killed before its end was noted
    running.jobs_runner.start()
    assert running.wait_job(job.id, 10.0).state is JobState.DONE
    assert (tmp_path / "out.jsonl").read_bytes() == written


def test_an_export_is_readable_by_this_user_only(running: LocalLibrary, tmp_path: Path) -> None:
    running.capture("a note")
    exported(running, tmp_path / "out.jsonl")
    exported(running, tmp_path / "notes", "markdown")
    assert (tmp_path / "out.jsonl").stat().st_mode & 0o077 == 0
    assert (tmp_path / "notes").stat().st_mode & 0o077 == 0


def test_a_folder_of_markdown_has_a_file_a_session_whatever_its_title(running: LocalLibrary, tmp_path: Path) -> None:
    titles = [
        "CON",
        "con",
        "🌊 das Meer",
        "שלום עולם",
        "a/b\\c:d*?",
        "...",
        "same",
        "Same",
        "x" * 400,
        "evil\u202etxt.exe",
    ]
    told = [session(f"s{n}", turn(f"t{n}", f"text {n}"), title=title) for n, title in enumerate(titles)]
    bring_in(running, File(tmp_path / "c.jsonl").write(corpus("c", *told, source="friends")))
    exported(running, tmp_path / "notes", "markdown")
    names = sorted(path.name for path in (tmp_path / "notes").iterdir())
    assert len(names) == len(titles) == len({name.casefold() for name in names})
    assert all(len(name.encode()) <= 200 and name.endswith(".md") and "\u202e" not in name for name in names)
    assert "2023-05-08 🌊 das Meer.md" in names
    text = (tmp_path / "notes" / "2023-05-08 שלום עולם.md").read_text("utf-8")
    assert text.startswith('---\ntitle: "שלום עולם"\ndate: "2023-05-08"\nsource: "friends"\n')
    assert "## Ana · 2023-05-08 13:56\n\ntext 3\n" in text


@pytest.mark.parametrize(
    ("title", "name"),
    [("CON", "CON_"), ("con.md", "con.md_"), ("a/../b", "a .. b"), (".hidden", "hidden"), ("", "chat"), ("…", "…"),
     ("nul", "nul_"), ("COM1", "COM1_"), ("end. ", "end"), ("a\nb\tc", "a b c"), ("👩‍👩‍👧 family", "👩‍👩‍👧 family")],
)  # fmt: skip
def test_a_title_becomes_a_name_that_every_file_system_takes(title: str, name: str) -> None:
    assert safe_name(title, "chat") == name


def test_no_two_names_are_the_same_to_a_file_system_without_case() -> None:
    names = Names()
    given = [names.give(each, ".md") for each in ("Café", "cafe\u0301", "CAFÉ", "x")]
    assert given == ["Café.md", "cafe\u0301 (2).md", "CAFÉ (3).md", "x.md"]


TEXTS = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
IDS = st.one_of(st.none(), st.text(max_size=6))
TIMES = st.sampled_from(
    ["2023-05-08T13:56:00+02:00", "2024-02", "2021-01-01T00:00", "soon", "", None, "1999", "0001-01-01"]
)


@st.composite
def corpora(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Sessions as hostile as the format lets them be."""
    turns = st.fixed_dictionaries(
        {"text": TEXTS},
        optional={
            "id": IDS, "speaker": TEXTS, "at": TIMES,
            "role": st.sampled_from(["user", "tool", "note", "x", "document"]),
            "tags": st.lists(st.sampled_from(["a", "b/c", "7", "é"]), max_size=3), "pinned": st.booleans(),
            "tier": st.sampled_from(["short", "medium", "long", "faded", "archive", "?"]), "odd": TEXTS,
            "importance": st.floats(0, 1), "versions": st.lists(TEXTS, max_size=2),
        },
    )  # fmt: skip
    sessions = st.fixed_dictionaries(
        {"turns": st.lists(turns, min_size=1, max_size=4)},
        optional={"session_id": IDS, "started_at": TIMES, "title": TEXTS, "kind": st.sampled_from(["chat", "notes"])},
    )
    names = draw(st.lists(TEXTS, min_size=1, max_size=2, unique=True))
    return [{"name": name, "sessions": draw(st.lists(sessions, min_size=1, max_size=3))} for name in names]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_corpora=corpora())
@pytest.mark.slow
def test_export_import_export_is_byte_identical(
    tmp_path_factory: pytest.TempPathFactory, given_corpora: list[dict[str, Any]]
) -> None:
    folder, clock = tmp_path_factory.mktemp("round"), DrivenClock()
    library = LocalLibrary.open(folder / "first", clock)
    library.jobs_runner.start()
    try:
        bring_in(library, File(folder / "c.jsonl").write(*given_corpora))
        data = exported(library, folder / "out.jsonl")
    finally:
        library.close()
    assert again(data, folder, clock) == data


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=trees())
@pytest.mark.slow
def test_every_branch_and_what_its_source_told_survives(
    tmp_path_factory: pytest.TempPathFactory, told: tuple[Tree, str]
) -> None:
    folder, clock = tmp_path_factory.mktemp("tree"), DrivenClock()
    library = LocalLibrary.open(folder / "first", clock)
    library.jobs_runner.start()
    try:
        bring_in(library, as_zip(folder / "export.zip", {"conversations.json": [as_chatgpt(*told)]}))
        ids = [memory.id for memory in library.turns(1)]
        if len(ids) > 2:
            library.forget((ids[1],))  # what answered it is not told to answer anything
        data = exported(library, folder / "out.jsonl")
        turns = [turn for line in data.splitlines() for turn in json.loads(line)["sessions"][0]["turns"]]
        assert sum("active" in turn for turn in turns) == sum(not m.active for m in library.turns(1))
        assert json.loads(data)["sessions"][0]["format"] == "chatgpt"
    finally:
        library.close()
    assert again(data, folder, clock) == data


def chosen(library: LocalLibrary, path: Path, ids: tuple[int, ...] = (), session: int = 0) -> list[dict[str, Any]]:
    """The sessions of an export of these memories, or of this session."""
    job = library.wait_job(library.export(str(path), ids=ids, session=session).id, 60.0)
    assert job.state is JobState.DONE, job.message
    return [each for line in path.read_bytes().splitlines() for each in json.loads(line)["sessions"]]


def test_only_the_memories_that_were_chosen_are_written_with_what_belongs_to_them(
    running: LocalLibrary, tmp_path: Path
) -> None:
    file = File(tmp_path / "chats.jsonl")
    bring_in(running, file.write(corpus("c", session("s", *(turn(f"t{n}", f"turn {n}") for n in range(5))))))
    note = running.capture("first words")
    edited = running.edit(note.id, "better words")
    ids = tuple(each.id for each in running.turns(1))
    (told, notes) = chosen(running, tmp_path / "out.jsonl", (ids[3], ids[1], edited.id))
    assert [each["text"] for each in told["turns"]] == ["turn 1", "turn 3"]
    assert [(each["text"], each["versions"]) for each in notes["turns"]] == [("better words", ["first words"])]
    (whole,) = chosen(running, tmp_path / "session.jsonl", session=1)
    assert len(whole["turns"]) == 5


def test_what_is_not_there_is_not_left_out_in_silence(running: LocalLibrary, tmp_path: Path) -> None:
    kept, gone = running.capture("kept"), running.capture("gone")
    running.forget((gone.id,))
    with pytest.raises(NotFound, match=f"no memory {gone.id}"):
        running.export(str(tmp_path / "out"), ids=(kept.id, gone.id))
    with pytest.raises(NotFound, match="no session 99"):
        running.export(str(tmp_path / "out"), session=99)
    with pytest.raises(BadInput, match="ids is 10001"):
        running.export(str(tmp_path / "out"), ids=tuple(range(1, 10_002)))
    assert running.jobs() == ()
