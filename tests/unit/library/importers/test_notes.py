"""Markdown folders and Obsidian vaults: notes as sessions, their sections as memories."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.memory import Precision, Role
from mnemoteca.library.importers import front_matter, markup, sections
from mnemoteca.library.importers.daily import DailyNotes
from mnemoteca.library.importers.notes import Markdown, Obsidian
from tests.driven import DrivenClock
from tests.unit.library.importers.asread import format_of, items, sessions, turns, unread, write
from tests.unit.library.importing import Importing, opened

RECIPE = """---
title: Bread
tags: [food/baking, "#home"]
aliases:
  - Sourdough
created: 2023-05-01T10:00:00+02:00
---
Before any heading, see [[Flour|the flour]].

# Dough
500 g flour #recipe, `#not-a-tag`

```sh
# no heading, #nor a tag, [[no link]]
```
## Oven
![[oven photo.png]] and [a page](../Sub%20Folder/Fl%C3%A4che.md#top), [web](https://example.org/x).
> [!note] Hot
%% a comment with #hidden %%
### Third level stays
"""
VAULT: dict[str, str | bytes] = {
    ".obsidian/daily-notes.json": '{"folder": "Diary", "format": "YYYY/MM/DD.MM.YYYY"}',
    ".obsidian/workspace.md": "# not a note\n",
    ".trash/gone.md": "# gone\n",
    "Recipes/Bread.md": RECIPE,
    "Flour.md": "# Flour\nwhite\n",
    "Sub Folder/Fläche.md": "# Fläche\n",
    "files/oven photo.png": b"\x89PNG",
    "Diary/2024/02/29.02.2024.md": "a leap day #diary\n",
    "🍞 وصفة.md": "emoji and right to left\n",
    "CON.md": "a name that Windows does not like\n",
    "empty.md": " \n\n",
}


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return write(tmp_path / "My Vault", VAULT)


def test_a_vault_is_seen_by_its_settings_and_its_own_files_and_trash_stay_out(vault: Path) -> None:
    assert format_of(vault) == "obsidian"
    assert [each.id for each in sessions(Obsidian(), vault)] == [
        "CON.md", "Flour.md", "🍞 وصفة.md",
        "Diary/2024/02/29.02.2024.md", "Recipes/Bread.md", "Sub Folder/Fläche.md",
    ]  # fmt: skip
    assert {(each.collection, each.kind) for each in sessions(Obsidian(), vault)} == {("My Vault", "document")}


def test_the_sections_of_a_note_put_together_are_its_body(vault: Path) -> None:
    bread = [each for each in turns(Obsidian(), vault) if each.where.startswith("Recipes")]
    assert "".join(each.text for each in bread) == front_matter.split(RECIPE)[1]
    assert [each.id for each in bread] == ["# ", "# Dough", "# Oven"]
    assert {each.role for each in bread} == {Role.DOCUMENT}


def test_tags_come_from_front_matter_and_text_but_not_from_code_and_comments(vault: Path) -> None:
    bread = [each for each in turns(Obsidian(), vault) if each.where.startswith("Recipes")]
    assert [each.tags for each in bread] == [
        ("food/baking", "home"), ("food/baking", "home", "recipe"), ("food/baking", "home"),
    ]  # fmt: skip


def test_wiki_links_embeds_encoded_links_addresses_and_aliases_become_places(vault: Path) -> None:
    bread = [each for each in turns(Obsidian(), vault) if each.where.startswith("Recipes")]
    assert bread[0].places == (("page", "Sourdough"), ("page", "Flour.md"))
    assert bread[1].places == ()
    assert bread[2].places == (
        ("page", "files/oven photo.png"), ("page", "Sub Folder/Fläche.md"), ("url", "https://example.org/x"),
    )  # fmt: skip
    assert bread[2].attachments == ("oven photo.png",)


def test_a_note_has_the_time_that_it_names_a_daily_note_its_day_any_other_that_of_its_file(vault: Path) -> None:
    os.utime(vault / "Flour.md", (1_700_000_000, 1_700_000_000))
    found = {each.id: each.started for each in sessions(Obsidian(), vault)}
    assert found["Recipes/Bread.md"].at == datetime(2023, 5, 1, 8, tzinfo=UTC)
    assert found["Recipes/Bread.md"].offset_min == 120
    day = found["Diary/2024/02/29.02.2024.md"]
    assert (day.at and day.at.date().isoformat(), day.precision) == ("2024-02-29", Precision.DAY)
    assert found["Flour.md"].at == datetime.fromtimestamp(1_700_000_000, UTC)


def test_a_vault_counts_as_expected_and_changes_nothing_the_second_time(library: Importing, vault: Path) -> None:
    first = library.bring_in(vault, format="")
    assert first.message == "6 new sessions, 8 new memories, 1 was empty."
    again = library.bring_in(vault, format="")
    assert again.result == dict.fromkeys(again.result or {}, 0) | {"unchanged": 8, "empty": 1}


def test_an_edited_section_is_a_new_version_of_itself_alone(library: Importing, vault: Path) -> None:
    library.bring_in(vault, format="")
    (vault / "Recipes/Bread.md").write_text(RECIPE.replace("500 g", "600 g").replace("# Dough", "# New\n\n# Dough"))
    result = library.bring_in(vault, format="").result or {}
    assert (result["memories_new"], result["changed"], result["unchanged"]) == (1, 1, 7)


def test_a_moved_or_zipped_vault_is_the_same_one(library: Importing, vault: Path, tmp_path: Path) -> None:
    library.bring_in(vault, format="")
    shutil.make_archive(str(tmp_path / "export"), "zip", tmp_path, "My Vault")
    result = library.bring_in(tmp_path / "export.zip", format="").result or {}
    assert (result["memories_new"], result["unchanged"]) == (0, 8)


def test_a_markdown_folder_titles_notes_by_their_first_heading(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "a" / "docs", {"x.md": "Title\n=====\ntext\n", "sub/y.markdown": "plain", "z.png": b"\x89"}
    )
    assert format_of(folder) == "markdown"
    assert [(each.id, each.title) for each in sessions(Markdown(), folder)] == [
        ("x.md", "Title"),
        ("sub/y.markdown", "y"),
    ]
    assert {each.collection for each in sessions(Markdown(), folder)} == {"a/docs"}


def test_the_same_names_in_the_folders_of_two_projects_are_told_apart(library: Importing, tmp_path: Path) -> None:
    for project in ("a", "b"):
        library.bring_in(write(tmp_path / project / "docs", {"index.md": f"of {project}"}), format="")
    assert [row[3] for row in library.contents()] == ["of a", "of b"]


def test_a_single_note_is_of_the_same_collection_as_its_folder(library: Importing, tmp_path: Path) -> None:
    folder = write(tmp_path / "notes", {"x.md": "# A\n", "y.md": "# B\n"})
    library.bring_in(folder / "x.md", format="")
    assert (library.bring_in(folder, format="").result or {})["unchanged"] == 1


def test_crlf_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    text = "---\r\ntags: a\r\n---\r\n# One\r\nx\r\n## Two\r\ny\r\n"
    path = write(tmp_path, {"n.md": b"\xef\xbb\xbf" + text.encode()}) / "n.md"
    assert [each.text for each in turns(Markdown(), path)] == ["# One\r\nx\r\n", "## Two\r\ny\r\n"]
    assert {each.tags for each in turns(Markdown(), path)} == {("a",)}


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken", ["title: a: b", "{{date}}: 1", "a: &a [*a]", "[" * 5000, "- " * 3000, "x: !!python/object:os.system a"]
)
def test_front_matter_that_is_no_yaml_or_hostile_is_kept_and_harms_nothing(tmp_path: Path, broken: str) -> None:
    path = write(tmp_path, {"n.md": f"---\n{broken}\n---\nbody\n"}) / "n.md"
    assert [each.text for each in turns(Markdown(), path)] == ["body\n"]
    assert broken[:20] in (sessions(Markdown(), path)[0].extra or "")


def test_front_matter_values_are_taken_as_they_are_written(tmp_path: Path) -> None:
    told = front_matter.split("---\ntags: [2024, no, a b]\ndate: 2024-13-45\n---\n")[0]
    assert told.several("tags") == ("2024", "no", "a b")
    assert told.one("date") == "2024-13-45"


def test_a_rule_at_the_beginning_that_never_closes_is_no_front_matter() -> None:
    assert front_matter.split("---\nnothing more")[1] == "---\nnothing more"


def test_bytes_that_are_no_text_and_notes_that_are_too_large_are_listed(tmp_path: Path) -> None:
    folder = write(tmp_path, {"b.md": bytes(range(256)), "big.md": b"x" * 16_000_001, "ok.md": "x"})
    assert unread(Markdown(), folder) == [
        ("b.md", "it is not text"),
        ("big.md", "it has 16,000,001 bytes; at most 16,000,000 are read as one document"),
    ]
    assert len(turns(Markdown(), folder)) == 1


def test_a_pattern_of_daily_notes_that_nobody_would_write_takes_no_time() -> None:
    began = time.process_time()
    assert DailyNotes(pattern="dd" * 100).day("a" * 250 + "!") is None
    assert DailyNotes(pattern="ddddMMMM" * 2 + "MMM").day("a" * 250 + "!") is None
    assert time.process_time() - began < 3
    assert DailyNotes(pattern="dddd, MMMM Do YYYY").day("Monday, May 6th 2024") == date(2024, 5, 6)
    assert DailyNotes(pattern="YYYY/MMMM/dddMMMDD").day("2024/May/MonMay06") == date(2024, 5, 6)


def test_a_setting_of_daily_notes_that_is_broken_is_told_and_the_default_holds(tmp_path: Path) -> None:
    folder = write(tmp_path, {".obsidian/daily-notes.json": '{"format": 5', "2024-05-06.md": "x"})
    assert unread(Obsidian(), folder)[0][0] == ".obsidian/daily-notes.json"
    assert sessions(Obsidian(), folder)[0].started.precision is Precision.DAY


def test_links_resolve_by_the_shortest_path_and_by_where_the_note_is() -> None:
    pages = markup.Pages(["Note.md", "a/Note.md", "a/b/Other.md", "c/Other.md"])
    assert pages.find("note", "") == "Note.md"
    assert pages.find("Note", "a") == "a/Note.md"
    assert pages.find("b/Other", "") == "a/b/Other.md"
    assert pages.find("Other", "") == "c/Other.md"
    assert pages.find("Nowhere", "") == "Nowhere"


def test_links_to_programs_and_files_are_no_places() -> None:
    told = markup.named("[x](javascript:alert(1)) [y](file:///etc/passwd) ![z](data:a) [[#here]]", markup.Pages([]), "")
    assert told.places == ()


@given(st.text(alphabet="#=-`~ \n\r\taX\\[]()!%<>|é😀"))
def test_no_character_is_lost_between_sections(text: str) -> None:
    found = list(sections.by_headings(text))
    assert "".join(each.text for each in found) == text
    assert all(text[each.start :].startswith(each.text) for each in found)
    assert "".join(sections.passages([text], 8)) == text
    assert len(markup.without_code(text)) == len(text)
    markup.named(markup.without_code(text), markup.Pages(["a.md"]), "")


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "[](",
        "[[",
        "`",
        "``",
        "```\n",
        "%%",
        "<!--",
        "# ",
        "#  x",
        "> ",
        "~~~\n",
        "[a](<",
        "a\n===\n",
        "\n \n",
        "\\",
        "#a",
        " " * 50 + "#",
        "http://",
    ],
)
def test_hostile_markdown_takes_no_longer_than_its_size(tmp_path: Path, piece: str) -> None:
    path = write(tmp_path, {"n.md": "# x\n" + piece * (300_000 // len(piece))}) / "n.md"
    began = time.process_time()
    items(Markdown(), path)
    assert time.process_time() - began < 20
