"""Links, addresses, files, symbols of code and amounts: what is one, and what only looks like it."""

from __future__ import annotations

import pytest

from mnemoteca.models.nano.entities.patterns import forms_in


def forms(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.kind) for each in forms_in(text)]


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("see https://example.org/a?b=c#d.", "https://example.org/a?b=c#d", "url"),
        ("(www.example.com/x)", "www.example.com/x", "url"),
        ("write to ana.lima+x@mail.example.pt, please", "ana.lima+x@mail.example.pt", "email"),
        ("edit src/app/main.py now", "src/app/main.py", "file"),
        ("abre o relatório.pdf", "relatório.pdf", "file"),
        ("in ~/notes/today.md:", "~/notes/today.md", "file"),
        ("look at /etc/hosts first", "/etc/hosts", "file"),
        (r"C:\Users\ana\x.docx", r"C:\Users\ana\x.docx", "file"),
        ("call find_names() there", "find_names()", "symbol"),
        ("MAX_SIZE is 3", "MAX_SIZE", "symbol"),
        ("std::vector leaks", "std::vector", "symbol"),
        ("os.path.join is fine", "os.path.join", "symbol"),
        ("parseDates breaks", "parseDates", "symbol"),
        ("custou R$ 1.200,50 ontem", "R$ 1.200,50", "amount"),
        ("raised $3.5 million", "$3.5 million", "amount"),
        ("up 12% this year", "12%", "amount"),
        ("40 milhões de euros", "40 milhões de euros", "amount"),
        ("run 5 km today", "5 km", "amount"),
        ("paguei 30 reais", "30 reais", "amount"),
    ],
)
def test_a_form_is_found_where_it_stands(text: str, form: str, kind: str) -> None:
    assert forms(text) == [(form, kind)]


@pytest.mark.parametrize(
    "text",
    ["and/or", "e.g. this", "Node.js and Vue.js", "iPhone, eBay, macOS", "U.S.A.", "10:30 or 3/4", "version 1.2.3",
     "Hello.World", "3 friends", "#snake_tag @some_user", "Ana.", "5 de maio", "i.e. that"],
)  # fmt: skip
def test_what_only_looks_like_a_form_is_left_alone(text: str) -> None:
    assert forms(text) == []
