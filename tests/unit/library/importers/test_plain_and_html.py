"""Plain text in any encoding, and what a person reads of a page of HTML."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.library.importers.detect import open_origin
from mnemoteca.library.importers.encoding import SINGLE_BYTES, TORN, decoded
from mnemoteca.library.importers.plain import Text
from mnemoteca.library.importers.webpage import Html, readable
from tests.driven import DrivenClock
from tests.unit.library.importers.asread import format_of, sessions, turns, unread, write
from tests.unit.library.importing import Importing, opened

PAGE = """<!DOCTYPE html><html><head><title>A &amp; B</title><style>p{color:red}</style>
<script>document.write("<p>run</p>")</script></head><body onload="steal()">
<p>Before   any
heading.</p><h1>First</h1><p>Héllo &eacute;<br>next <a href="https://example.org/a">link</a></p>
<ul><li>one<li>two</ul><pre>  kept
    as is</pre><table><tr><td>a</td><td>b</td></tr></table>
<h2>Second <b>part</b></h2><img src="http://tracker.example/x.png"><iframe src="file:///etc/passwd">in frame</iframe>
<a href="javascript:alert(1)">click</a><noscript>no</noscript><svg><text>drawn</text></svg><!-- said to nobody -->
</body></html>"""


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


def _at(folder: Path, content: str | bytes, name: str = "file") -> Path:
    return write(folder, {name: content}) / name


def test_text_is_cut_at_blank_lines_into_parts_that_put_together_are_the_text(tmp_path: Path) -> None:
    text = "\n\n".join(f"Paragraph {number}. " + "word " * 150 for number in range(30))
    path = _at(tmp_path, text, "diary.txt")
    found = turns(Text(), path)
    assert format_of(path) == "text"
    assert "".join(each.text for each in found) == text
    assert all(len(each.text) <= 4000 and each.text.startswith("Paragraph") for each in found)
    assert [each.id for each in found] == [str(number) for number in range(1, len(found) + 1)]
    assert sessions(Text(), path)[0].title == "diary"


def test_text_comes_in_as_expected_and_changes_nothing_the_second_time(library: Importing, tmp_path: Path) -> None:
    folder = write(tmp_path / "texts", {"a.txt": "one\n", "sub/b.txt": "two\n\n" * 2000})
    assert library.bring_in(folder, format="").message == "2 new sessions, 4 new memories."
    assert (library.bring_in(folder, format="").result or {})["unchanged"] == 4


@pytest.mark.parametrize(
    ("raw", "text", "said"),
    [
        ("olá 😀".encode(), "olá 😀", ""),
        ("\ufeffolá".encode(), "olá", ""),
        ("olá".encode("utf-16"), "olá", ""),
        ("\ufeffolá 😀".encode("utf-16-be"), "olá 😀", ""),
        ("hello there, no mark".encode("utf-16-le"), "hello there, no mark", ""),
        ("olá".encode("utf-32"), "olá", ""),
        ("olá “x” €".encode("cp1252"), "olá “x” €", SINGLE_BYTES),
        (b"caf\xe9 \x81", "café \x81", SINGLE_BYTES),
        ("ação ".encode() + "ação".encode("latin-1"), "ação ação", SINGLE_BYTES),
        (b"\xff\xfea\x00\x00\xd8b\x00", "a\N{REPLACEMENT CHARACTER}b", TORN),
        (b"a\x00b", "a\N{REPLACEMENT CHARACTER}b", TORN),
    ],
)
def test_the_encoding_is_seen_and_what_is_not_utf_8_is_said(raw: bytes, text: str, said: str) -> None:
    assert decoded(raw) == (text, said)


@given(st.binary())
def test_any_bytes_become_a_text_that_can_be_stored(raw: bytes) -> None:
    decoded(raw)[0].encode()


def test_a_large_text_is_read_in_pieces_wherever_a_letter_is_cut(tmp_path: Path) -> None:
    text = "x" * 65_535 + "é" * 600_000 + "\n"
    found = turns(Text(), _at(tmp_path, text))
    assert "".join(each.text for each in found) == text
    assert unread(Text(), _at(tmp_path, text)) == []


def test_windows_letters_are_told(library: Importing, tmp_path: Path) -> None:
    job = library.bring_in(_at(tmp_path, "ação".encode("cp1252"), "a.txt"), format="")
    assert [each.reason for each in library.left_out(job)] == [SINGLE_BYTES]
    assert library.contents()[0][3] == "ação"


def test_bytes_that_are_no_text_are_not_taken_for_it(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.txt": bytes(range(256)), "b.txt": "fine"})
    assert unread(Text(), folder) == [("a.txt", "it is not text")]


def test_a_page_is_what_a_person_reads_with_its_headings_as_sections(tmp_path: Path) -> None:
    path = _at(tmp_path, PAGE)
    assert format_of(path) == "html"
    assert sessions(Html(), path)[0].title == "A & B"
    assert [(each.id, each.text) for each in turns(Html(), path)] == [
        ("# ", "Before any heading."),
        ("# First", "First\n\nHéllo é\nnext link\n\n- one\n- two\n\n  kept\n    as is\n\na\tb"),
        ("# Second part", "Second part\n\nclick"),
    ]
    assert [each.places for each in turns(Html(), path)] == [(), (("url", "https://example.org/a"),), ()]


def test_html_comes_in_as_expected_and_changes_nothing_the_second_time(library: Importing, tmp_path: Path) -> None:
    folder = write(tmp_path / "site", {"a.html": PAGE, "b.htm": "<p>x", "empty.html": "<script>x</script>"})
    assert library.bring_in(folder, format="").message == "2 new sessions, 4 new memories, 1 was empty."
    assert (library.bring_in(folder, format="").result or {})["unchanged"] == 4


def test_a_page_says_in_which_encoding_it_is(tmp_path: Path) -> None:
    old = "<html><meta charset='windows-1251'><p>Привет".encode("cp1251")
    lies = "<html><meta charset='punycode'><p>olá".encode()
    wide = "<html><p>olá".encode("utf-16")
    assert [turns(Html(), _at(tmp_path, raw))[0].text for raw in (old, lies, wide)] == ["Привет", "olá", "olá"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["<div>x", "<", "<!", "<!--", "<a ", '<a "', "&", "<table><tr><td>", "<b><p>", "\0", "<script>", "<title>", "<?",
     "</p>", "<h1>x", "<pre>", "<head>", "&#xd800;", "<![CDATA[", "</script>"],
)  # fmt: skip
def test_hostile_html_is_harmless_and_takes_no_longer_than_its_size(piece: str) -> None:
    began = time.process_time()
    for part in readable("<html><p>first</p>" + piece * (1_000_000 // len(piece)) + "<p>last").parts:
        part.text.encode()
    assert time.process_time() - began < 10


@pytest.mark.parametrize("piece", ["<!---->", "<!-- a -->\n", "<?xml a?>", "<!--", " "])
def test_what_a_file_begins_with_is_told_at_once_however_many_comments_stand_there(tmp_path: Path, piece: str) -> None:
    began = time.process_time()
    assert Html().detect(open_origin(_at(tmp_path, piece * 2_000 + "no page"))) == 0.0
    assert time.process_time() - began < 3
    assert Html().detect(open_origin(_at(tmp_path, "<!-- a - b -- c -->\n" * 9 + "<html>", "page"))) == 0.8


@given(st.text(alphabet="<>/!-'\"=&;#xah1p \n\0\ud800é"))
def test_any_text_can_be_read_as_a_page(text: str) -> None:
    for part in readable(text).parts:
        part.text.encode()
