"""PDF page by page, and what is told of pages and files that can't be read."""

from __future__ import annotations

import random
import shutil
import time
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mnemoteca.core.errors import BadInput
from mnemoteca.core.jobs import JobState
from mnemoteca.library.importers.detect import open_origin
from mnemoteca.library.importers.pdf import Pdf
from tests.driven import DrivenClock
from tests.unit.library.importers.asread import format_of, items, sessions, turns, unread, write
from tests.unit.library.importers.pdfs import packed, pdf
from tests.unit.library.importing import Importing, opened

ENCRYPTION = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%b> /U <%b> >> /ID [<00> <00>]" % (
    b"11" * 32, b"22" * 32,
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


def _at(folder: Path, content: bytes) -> Path:
    return write(folder, {"report": content}) / "report"


def test_a_pdf_is_seen_by_its_content_and_its_pages_are_memories_with_the_page_as_place(tmp_path: Path) -> None:
    path = _at(tmp_path, pdf(["Olá\nsecond line", "two"]))
    assert format_of(path) == "pdf"
    assert [(each.title, each.started.at, each.started.offset_min) for each in sessions(Pdf(), path)] == [
        ("A report", datetime(2023, 5, 1, 8, tzinfo=UTC), 120)
    ]
    assert [(each.id, each.text, each.places) for each in turns(Pdf(), path)] == [
        ("1", "Olá\nsecond line", (("page", "1"),)),
        ("2", "two", (("page", "2"),)),
    ]


def test_a_pdf_comes_in_as_expected_and_changes_nothing_the_second_time(library: Importing, tmp_path: Path) -> None:
    path = _at(tmp_path, pdf(["a", "b", "c"]))
    assert library.bring_in(path, format="").message == "1 new session, 3 new memories."
    assert (library.bring_in(path, format="").result or {})["unchanged"] == 3
    assert library.turns(1)[2].places == (("page", "3"),)


def test_scanned_pages_are_listed_and_not_guessed_and_blank_ones_are_counted(tmp_path: Path) -> None:
    path = _at(tmp_path, pdf(["a", None, None, "b", "", None]))
    assert unread(Pdf(), path) == [
        ("pages 2–3", "no text is in it, only pictures"),
        ("page 6", "no text is in it, only pictures"),
    ]
    assert [each.id for each in turns(Pdf(), path)] == ["1", "4"]


def test_an_encrypted_pdf_is_a_sentence(library: Importing, tmp_path: Path) -> None:
    job = library.bring_in(_at(tmp_path, pdf(["secret"], ENCRYPTION)), format="")
    assert job.state is JobState.FAILED
    assert "it is encrypted; save a copy without the password and import that" in job.message


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.99])
def test_a_cut_pdf_gives_what_is_left_or_a_sentence(tmp_path: Path, share: float) -> None:
    whole = pdf(["one", "two", "three"])
    path = _at(tmp_path, whole[: int(len(whole) * share)])
    assert turns(Pdf(), path) or unread(Pdf(), path)[0][1].startswith("it ")


def test_a_page_that_unpacks_to_a_gigabyte_is_given_up_in_little_time_and_memory(tmp_path: Path) -> None:
    bomb = packed(b"BT /F1 12 Tf (a) Tj ET " * 10_000_000)
    path = _at(tmp_path, pdf(["before", bomb, "after"]))
    tracemalloc.start()
    began = time.process_time()
    assert [each.id for each in turns(Pdf(), path)] == ["1", "3"]
    assert time.process_time() - began < 20
    assert tracemalloc.get_traced_memory()[1] < 150_000_000
    tracemalloc.stop()


@pytest.mark.slow
def test_a_page_with_too_many_commands_is_given_up(tmp_path: Path) -> None:
    path = _at(tmp_path, pdf([packed(b"0 0 m " * 300_000), "after"]))
    assert [each.id for each in turns(Pdf(), path)] == ["2"]
    assert unread(Pdf(), path)[0][0] == "page 1"


@pytest.mark.parametrize("count", [200, pytest.param(3000, marks=pytest.mark.long)])
def test_thousands_of_pages_come_in_within_bounds(tmp_path: Path, count: int) -> None:
    path = _at(tmp_path, pdf([f"page {number}\n{'lorem ipsum ' * 20}" for number in range(count)]))
    tracemalloc.start()
    found = sum(1 for item in Pdf().read(open_origin(path)) if type(item).__name__ == "RawTurn")
    assert found == count
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


def test_pdfs_of_a_folder_and_of_a_zip_come_in_beside_one_that_is_broken(tmp_path: Path) -> None:
    folder = write(tmp_path / "papers", {"a.pdf": pdf(["a"]), "b.pdf": b"%PDF-1.4\nnothing", "c/d.PDF": pdf(["d"])})
    assert format_of(folder) == "pdf"
    assert [each.text for each in turns(Pdf(), folder)] == ["a", "d"]
    assert [where for where, _ in unread(Pdf(), folder)] == ["b.pdf"]
    shutil.make_archive(str(tmp_path / "papers"), "zip", folder)
    assert [each.text for each in turns(Pdf(), tmp_path / "papers.zip")] == ["a", "d"]


@pytest.mark.slow
def test_mutated_pdfs_raise_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    whole = pdf(["one", "two", None])
    for _ in range(300):
        torn = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            at = chance.randrange(len(torn))
            if chance.random() < 0.7:
                torn[at] = chance.randrange(256)
            else:
                torn[at : at + chance.randrange(40)] = torn[at // 2 : at // 2 + chance.randrange(40)]
        path = _at(tmp_path, bytes(torn))
        items(Pdf(), path)


def test_a_file_that_only_claims_to_be_a_pdf_is_a_sentence(library: Importing, tmp_path: Path) -> None:
    job = library.bring_in(_at(tmp_path, b"%PDF-1.7\n" + b"\0" * 100), format="")
    assert job.state is JobState.FAILED
    assert "damaged or cut" in job.message
    with pytest.raises(BadInput):
        library.bring_in(_at(tmp_path, b""), format="pdf")
