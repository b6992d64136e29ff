"""Records out of lines and out of huge lists: each as it is written, one at a time."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.core.importing import RawTurn, ReadTo, Unread
from mnemoteca.library.importers import transcripts
from mnemoteca.library.importers.claude_code import ClaudeCode
from mnemoteca.library.importers.detect import open_origin
from mnemoteca.library.importers.transcripts import Record, array_records, line_records
from tests.unit.library.importers.transcripts import Claude

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('ab"\\[]{},: \né😀'), max_size=12),
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text(max_size=3), each, max_size=4),
    max_leaves=12,
)


def read(raw: bytes) -> tuple[list[Any], list[str]]:
    """The values of the records, and what is wrong."""
    found = list(array_records(io.BytesIO(raw)))
    for each in found:
        assert isinstance(each, Unread) or raw[each.start : each.end] == each.raw
    values = [json.loads(each.raw) for each in found if isinstance(each, Record)]
    return values, [each.reason for each in found if isinstance(each, Unread)]


@pytest.mark.slow
@given(st.lists(VALUES, max_size=5), st.sampled_from([None, 1]), st.booleans(), st.sampled_from([1, 2, 3, 7, 1 << 20]))
def test_the_elements_of_any_list_come_however_it_is_cut_into_pieces(
    values: list[Any], indent: int | None, ascii: bool, piece: int
) -> None:
    raw = json.dumps(values, indent=indent, ensure_ascii=ascii).encode()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(transcripts, "_PIECE", piece)
        assert read(raw) == (values, [])
        assert read(
            (b"\xef\xbb\xbf" if piece > 2 else b"") + b" \r\n" + json.dumps({"a": values}).encode() + b"\n"
        ) == ([{"a": values}], [])


@given(st.lists(VALUES, min_size=1, max_size=4), st.floats(0, 1, exclude_max=True))
def test_a_list_that_is_cut_gives_what_came_before_and_says_where_it_ends(values: list[Any], where: float) -> None:
    raw = json.dumps(values).encode()
    cut = raw[: max(1, int(len(raw) * where))]
    found, wrong = read(cut)
    assert found == values[: len(found)]
    assert wrong == [f"it ends too early (byte {len(cut):,} of the file)"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"7", "it is neither a JSON list nor a JSON object"),
        (b"[1] x", "something follows its end (byte 4 of the file)"),
        (b'{"a":1}\n{"b":2}', "something follows its end (byte 8 of the file)"),
        (b"[" * 100_000, "it ends too early (byte 100,000 of the file)"),
    ],
)
def test_what_is_no_list_is_told(raw: bytes, reason: str) -> None:
    assert read(raw)[1] == [reason]
    assert read(b"") == read(b" \n") == ([], [])


def test_memory_stays_bounded_whatever_the_size_of_the_list() -> None:
    element = json.dumps({"text": "word " * 50_000}).encode()
    file = io.BytesIO(b"[" + b",".join([element] * 4) + b"]")
    pieces = [b"[", *[element + b","] * 400, element, b"]"]  # 100 MB

    class Stream(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return pieces.pop(0) if pieces else b""

    assert len(list(array_records(file))) == 4
    tracemalloc.start()
    count = sum(1 for _ in array_records(cast(BinaryIO, Stream())))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, peak < 20_000_000) == (401, True)


def test_an_element_or_line_over_the_limit_is_passed_over_and_the_next_ones_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(transcripts, "MOST_BYTES", 100)
    raw = json.dumps(["a" * 200, 1, ["b" * 99], 2]).encode()
    assert read(raw) == ([1, 2], ["it has 202 bytes; at most 100 are read", "it has 104 bytes; at most 100 are read"])
    told = list(line_records(io.BytesIO(b"x" * 101 + b"\r\n\n" + b"y" * 100 + b"\r\nz")))
    assert [each.where for each in told] == ["line 1", "line 3", "line 4"]
    assert isinstance(told[0], Unread)
    assert [each.raw for each in told if isinstance(each, Record)] == [b"y" * 100, b"z"]


def test_an_element_over_the_limit_is_named_by_its_title() -> None:
    large = b"x" * transcripts.MOST_BYTES
    named = b'{"title": "All of it \\ud83d\\ude00", "mapping": "%b"}' % large
    found = list(array_records(io.BytesIO(b"[" + named + b', {"name": 7, "x": "' + large + b'"}, 3]'), "conversation"))
    assert [each.where for each in found] == ["conversation 1 “All of it 😀”", "conversation 2", "conversation 3"]


def test_how_far_it_is_is_told_from_the_first_look_on_and_never_goes_back(tmp_path: Path) -> None:
    chat = Claude()
    for number in range(400):
        chat.user(f"u{number}", f"question {number}")
    path = chat.write(tmp_path)
    told = list(ClaudeCode().read(open_origin(path)))
    first = next(n for n, item in enumerate(told) if isinstance(item, RawTurn))
    at = [item.at for item in told if isinstance(item, ReadTo)]
    assert len([item for item in told[:first] if isinstance(item, ReadTo)]) > 2
    assert at == sorted(at)
    assert at[-1] == path.stat().st_size
