"""Markdown as blocks: each kind is read, each letter knows where it was written, and nothing is lost or run."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.gui.components.code_colours import TOKENS, colours, language_name
from mnemoteca.gui.components.markdown_blocks import formatted_blocks, is_marked, is_too_much, plain_blocks
from mnemoteca.gui.components.markdown_values import Block, Kind, Run, Style
from mnemoteca.gui.theme.tokens import DARK, LIGHT, Tokens, contrast


def read(text: str) -> tuple[Block, ...]:
    blocks = formatted_blocks(text, "picture")
    assert blocks is not None
    return blocks


def runs(blocks: tuple[Block, ...]) -> Iterator[Run]:
    for block in blocks:
        yield from block.runs
        yield from block.lines
        for row in block.rows:
            for cell in row.cells:
                yield from cell


def words(block: Block) -> str:
    return "".join(run.text for run in block.runs)


def one(text: str) -> list[tuple[str, Style, str]]:
    (block,) = read(text)
    return [(run.text, run.style, run.to) for run in block.runs]


def test_headings_have_their_level() -> None:
    assert [(b.kind, b.level, words(b)) for b in read("# One\n\nTwo\n===\n\n### Three ###")] == [
        (Kind.HEADING, 1, "One"),
        (Kind.HEADING, 1, "Two"),
        (Kind.HEADING, 3, "Three"),
    ]


def test_emphasis_and_code_among_words_have_their_look() -> None:
    assert one("a **b** *c* ~~d~~ `e*f*`") == [
        ("a ", Style.PLAIN, ""),
        ("b", Style.BOLD, ""),
        (" ", Style.PLAIN, ""),
        ("c", Style.ITALIC, ""),
        (" ", Style.PLAIN, ""),
        ("d", Style.STRUCK, ""),
        (" ", Style.PLAIN, ""),
        ("e*f*", Style.CODE, ""),
    ]


def test_lists_have_signs_numbers_and_depth() -> None:
    found = [(b.sign, b.depth, words(b)) for b in read("3. a\n4. b\n   - c\n     - d\n\n- e\n- ")]
    assert found == [("3.", 1, "a"), ("4.", 1, "b"), ("◦", 2, "c"), ("▪", 3, "d"), ("•", 1, "e"), ("•", 1, "")]


def test_tasks_are_ticked_or_not() -> None:
    assert [(b.sign, words(b)) for b in read("- [ ] sofa\n- [x] van\n- [y] no")] == [
        ("☐", "sofa"),
        ("☑", "van"),
        ("•", "[y] no"),
    ]


def test_quotes_lines_across_and_code_stand_in_their_places() -> None:
    blocks = read("> a\n> > b\n\n***\n\n```python title=x\nprint(1)\n\n```\n\n    indented")
    assert [(b.kind, b.quotes) for b in blocks] == [
        (Kind.TEXT, 1),
        (Kind.TEXT, 2),
        (Kind.RULE, 0),
        (Kind.CODE, 0),
        (Kind.CODE, 0),
    ]
    assert (blocks[3].language, blocks[3].code) == ("python", "print(1)\n")
    assert (blocks[4].language, blocks[4].code) == ("", "indented")


def test_a_table_has_rows_cells_and_sides() -> None:
    (table,) = read("| a | b | c |\n|---|--:|:-:|\n| 1 | **2** | x\\|y |")
    assert table.aligned == ("", "right", "center")
    assert [["".join(run.text for run in cell) for cell in row.cells] for row in table.rows] == [
        ["a", "b", "c"],
        ["1", "2", "x|y"],
    ]


def test_lines_stay_lines() -> None:
    assert "".join(text for text, _, _ in one("one\ntwo  \nthree\\\nfour")) == "one\u2028two\u2028three\u2028four"


def test_web_addresses_are_links_with_and_without_marks() -> None:
    assert one("[a](https://x.org/b) <http://y.org> see https://z.org/q_a. End") == [
        ("a", Style.LINK, "https://x.org/b"),
        (" ", Style.PLAIN, ""),
        ("http://y.org", Style.LINK, "http://y.org"),
        (" see ", Style.PLAIN, ""),
        ("https://z.org/q_a", Style.LINK, "https://z.org/q_a"),
        (". End", Style.PLAIN, ""),
    ]


@pytest.mark.parametrize(
    "to", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x", "JaVaScRiPt:x", "smb://h/s"]
)
def test_other_addresses_are_words(to: str) -> None:
    for text in (f"[click]({to})", f"![picture]({to})", f"<{to}>"):
        assert all(run.to == "" and not run.style & Style.LINK for run in runs(read(text))), text


def test_the_address_of_what_is_not_a_link_is_told() -> None:
    assert "".join(text for text, _, _ in one("[notes](notes/plan.md)")) == "notes (notes/plan.md)"


def test_a_picture_is_its_name() -> None:
    assert one("![the *plan*](http://x.org/p.png)") == [("▨ the plan", Style.QUIET, "http://x.org/p.png")]
    assert one("![](data:image/png;base64,AAAA)") == [("▨ picture", Style.QUIET, "")]


def test_html_is_words() -> None:
    text = "<script>alert(1)</script>\n\n<img src='http://x.org/i.png'> <!-- a --> <b>c</b>"
    shown = "".join(run.text for run in runs(read(text)))
    assert shown == text.replace("\n\n", "")


def test_definitions_do_not_vanish() -> None:
    assert words(read("[note]: http://x.org 'Title'")[0]) == "[note]: http://x.org 'Title'"


MIXED = (
    "# Hi *you*\r\n\r\n- a\r\n- [ ] b &amp; \\*z\n  1. c\n\n> q **b** `x`\n> more\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n"
    "\n```py\ndef f(): return 'ü😀'\n```\n[foo](foo)foo ü😀 *ü😀* http://z.y. `` a`b `` [k](<http://a/b c> \"t\") k"
    " a\\*b"
)


def test_letters_know_where_they_were_written() -> None:
    found = [run for run in runs(read(MIXED)) if run.start >= 0]
    assert all(MIXED[run.start : run.start + len(run.text)] == run.text for run in found)
    starts = [run.start for run in found if run.text]
    assert starts == sorted(starts)
    foos = [run.start for run in found if run.text.startswith("foo")]
    assert [MIXED[at - 1] for at in foos] == ["[", ")"]


_LINE = st.text(st.sampled_from("ab *_`#>-[]()!|~\\&;.1\n "), max_size=60)


@given(_LINE)
def test_no_word_is_lost_and_no_place_is_wrong(text: str) -> None:
    blocks = read(text)
    for run in runs(blocks):
        if run.start >= 0:
            assert text[run.start : run.start + len(run.text)] == run.text
    shown = " ".join("".join(run.text for run in runs((block,))) + " " + block.language for block in blocks)
    shown += " ".join(run.to for run in runs(blocks))
    signs = " ".join(block.sign for block in blocks)
    if "](" not in text and "```" not in text and "~~~" not in text:
        assert sorted(re.findall("[ab]", text)) == sorted(re.findall("[ab]", shown)), (blocks, signs)


def test_plain_words_are_not_taken_for_markdown() -> None:
    assert not is_marked("Hello there, how are you?\nFine - and you (really)! At 10:30, 50 % of it.")
    assert all(map(is_marked, ["# a", "- a", "1. a", "a *b*", "`c`", "> q", "a\n---", "x  \ny", "    code", "&lt;"]))


def test_an_unmarked_text_reads_the_same_both_ways() -> None:
    text = "One line\nanother\n\n  and a third"
    assert [words(block) for block in plain_blocks(text)] == text.split("\n")


HOSTILE = {
    "nested lists": "".join("  " * n + "- a\n" for n in range(200)),
    "nested quotes": ">" * 5_000 + " a",
    "nested signs": "- " * 3_000 + "a",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_stands_too_deep_is_left_as_it_was(text: str) -> None:
    begun = time.thread_time()
    assert formatted_blocks(text[:12_000], "picture") is None
    assert time.thread_time() - begun < 2.0


def test_too_many_brackets_are_not_even_tried() -> None:
    assert is_too_much("[" * 100_000)
    assert not is_too_much("[a](b) " * 200)


@pytest.mark.parametrize(
    "text", ["*a " * 4_000, "`" * 12_000, "**a" * 4_000, "<" * 12_000, "|" * 12_000 + "\n" + "|-" * 9]
)
def test_other_heaps_are_read_soon(text: str) -> None:
    begun = time.thread_time()
    formatted_blocks(text, "picture")
    assert time.thread_time() - begun < 4.0


def test_a_huge_table_is_lines() -> None:
    blocks = read("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2_000)
    assert [block.kind for block in blocks] == [Kind.CODE]


def test_code_is_coloured_by_its_language() -> None:
    code = "def f():\n    return 'ü😀' # x"
    lines = colours(code, "python")
    named = {lines_of.encode("utf-16-le")[2 * a : 2 * b].decode("utf-16-le"): name
             for lines_of, spans in zip(code.split("\n"), lines, strict=True) for a, b, name in spans}  # fmt: skip
    assert named["def"] == named["return"] == "code_keyword"
    assert named["f"] == "code_name"
    assert named["ü😀"] == "code_string"
    assert named["# x"] == "code_comment"
    assert language_name("py") == "Python"


def test_code_of_no_known_language_and_too_much_of_it_stay_plain() -> None:
    assert colours("a = 1", "nosuchlanguage") == ()
    assert colours("a = 1\n" * 20_000, "python") == ()
    assert language_name("nosuchlanguage") == "nosuchlanguage"


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("name", TOKENS)
def test_colours_of_code_stand_out(tokens: Tokens, name: str) -> None:
    assert contrast(getattr(tokens, name), tokens.code) >= 4.5
