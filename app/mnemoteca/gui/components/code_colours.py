"""The colours of code: which letters are a keyword, a name, a word in quotes: by Pygments, pure but for its lexers."""

from __future__ import annotations

from functools import lru_cache

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Literal, Name, Number, Operator, String, Token, _TokenType
from pygments.util import ClassNotFound

MOST = 40_000  # characters of a block that are coloured
LONGEST_LINE = 2_000
Span = tuple[int, int, str]  # from, to (as Qt counts, within its line), the token of the look

_COLOURS: tuple[tuple[_TokenType, str], ...] = (
    (Comment, "code_comment"),
    (Keyword.Constant, "code_number"),
    (Keyword, "code_keyword"),
    (Operator.Word, "code_keyword"),
    (String, "code_string"),
    (Number, "code_number"),
    (Literal, "code_number"),
    (Name.Function, "code_name"),
    (Name.Class, "code_name"),
    (Name.Decorator, "code_name"),
    (Name.Tag, "code_keyword"),
    (Name.Attribute, "code_name"),
    (Name.Builtin, "code_name"),
    (Token.Generic.Inserted, "code_string"),
    (Token.Generic.Deleted, "code_keyword"),
    (Token.Generic.Heading, "code_name"),
    (Token.Generic.Subheading, "code_comment"),
)
TOKENS = tuple(dict.fromkeys(name for _, name in _COLOURS))


def language_name(language: str) -> str:
    """What a person calls the language of a block; what was written where it isn't known."""
    lexer = _lexer(language)
    return language if lexer is None else str(lexer.name)


def colours(code: str, language: str) -> tuple[tuple[Span, ...], ...]:
    """The coloured spans of each line; none where the language isn't known, or the code is too much."""
    lines = code.split("\n")
    lexer = _lexer(language)
    if lexer is None or len(code) > MOST or max(map(len, lines)) > LONGEST_LINE:
        return ()
    found: list[list[Span]] = [[] for _ in lines]
    at, column = 0, 0
    for kind, text in lexer.get_tokens(code):
        for n, part in enumerate(text.split("\n")):
            if n:
                at, column = at + 1, 0
            size = len(part.encode("utf-16-le")) // 2
            if size and at < len(found) and (name := _colour(kind)):
                found[at].append((column, column + size, name))
            column += size
    return tuple(map(tuple, found))


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False) if language else None
    except ClassNotFound:
        return None


@lru_cache(maxsize=512)
def _colour(kind: _TokenType) -> str:
    return next((name for wanted, name in _COLOURS if kind in wanted), "")
