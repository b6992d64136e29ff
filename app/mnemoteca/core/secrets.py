"""Secrets in a text: where keys, tokens, passwords and card numbers stand, and the text without them.

Patterns name most kinds; where only a name tells (`api_key = …`), the value has to look like a random one. Hashes,
UUIDs, embedded images, colours and the sums in lock files are none. What is shown of a secret is its masked form.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mnemoteca.core.secret_rules import (
    CARD,
    CARD_BRANDS,
    CARD_NOT_AFTER,
    CARD_SHAPES,
    IDENTIFIER,
    NAME_END,
    NAMED,
    NOT_SECRET_NAME,
    PASSWORD_NAME,
    PLACEHOLDER,
    RULES,
    SIGN,
    TOKEN_NAME,
)
from mnemoteca.core.secret_signs import LONG, Signs, signs_in, signs_of

PASSWORD, KEY, CARD_NUMBER = "password", "API key", "card number"
_VARIED = 3.0  # bits a character, from which on a text of 16 characters and more looks random
WINDOW = 1_000_000  # characters that are looked through at once,
_AROUND = 65_536  # with so many before and after them: a secret is no longer
_AT_ONCE = 300_000  # characters of short texts that are looked through together
_DATA = re.compile(r"(?:data:[\w.+-]+/[\w.+-]+(?:;[\w=-]+)*;base64,|sha\d{3}-)[A-Za-z0-9+/=_-]+")
_PATH = re.compile(r"[\w-]+(?:\.[A-Za-z_][\w-]*+)+\(?|_*+[a-z]++\d?(?:_++#?[a-z]*+\d?#?)++")  # of names, in programs
_CAMEL = re.compile("[a-z][A-Z]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Secret:
    """One secret: its kind, and from where to where it stands in the text."""

    kind: str
    start: int
    end: int


def find(text: str) -> tuple[Secret, ...]:
    """The secrets of a text in their order; they don't overlap."""
    return _found(text, signs_of(text)) if len(text) <= WINDOW else _found_in_windows(text)


def find_each(texts: Sequence[str]) -> list[tuple[Secret, ...]]:
    """The secrets of each of many texts: much quicker than one by one."""
    found: list[tuple[Secret, ...]] = [()] * len(texts)
    for first, some in _together(texts):
        for n, signs in signs_in(some).items():
            found[first + n] = _found(some[n], signs)
    for n, text in enumerate(texts):
        if len(text) > WINDOW:
            found[n] = _found_in_windows(text)
    return found


def _together(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The texts in groups that are not too long, each with the number of its first; without those that are cut."""
    first = characters = 0
    for n, text in enumerate(texts):
        if characters + len(text) > _AT_ONCE:
            if characters:
                yield first, texts[first:n]
            first, characters = n + (len(text) > WINDOW), 0
        if len(text) <= WINDOW:
            characters += len(text) + 1
    if characters:
        yield first, texts[first:]


def _found_in_windows(text: str) -> tuple[Secret, ...]:
    """Of a long text a window at a time: its words as so many strings take twenty times its size."""
    found: list[Secret] = []
    for at in range(0, len(text), WINDOW):
        before = max(0, at - _AROUND)
        window = text[before : at + WINDOW + _AROUND]
        for secret in _found(window, signs_of(window)):
            start, end = secret.start + before, secret.end + before
            if at <= start < at + WINDOW and (not found or start >= found[-1].end):
                found.append(Secret(secret.kind, start, end))
    data = [match.span() for match in _DATA.finditer(text)] if found else []
    return tuple(each for each in found if not any(start <= each.start < end for start, end in data))


def _found(text: str, signs: Signs) -> tuple[Secret, ...]:
    found: list[Secret] = []
    taken = bytearray()
    for secret in _candidates(text, signs):
        taken = taken or bytearray(len(text))
        if taken.find(1, secret.start, secret.end) < 0:
            found.append(secret)
            taken[secret.start : secret.end] = b"\1" * (secret.end - secret.start)
    if not found:
        return ()
    data = [match.span() for match in _DATA.finditer(text)]
    for start, end in data:
        taken[start:end] = b"\2" * (end - start)
    return tuple(sorted((each for each in found if taken[each.start] == 1), key=lambda secret: secret.start))


def without(text: str, secrets: Sequence[Secret]) -> str:
    """The text with ‹secret: kind› in the place of each."""
    parts, at = [], 0
    for secret in secrets:
        parts += [text[at : secret.start], f"‹secret: {secret.kind}›"]
        at = secret.end
    return "".join([*parts, text[at:]])


def masked(text: str, secret: Secret) -> str:
    """What may be shown of a secret: never enough to use it, enough to know which one it is."""
    told = text[secret.start : secret.end]
    if secret.kind == "private key":
        return told.split("\n", 1)[0].split("\\n", 1)[0][:40] + "…"
    if secret.kind == CARD_NUMBER:
        return "…" + "".join(_DIGIT.findall(told))[-4:]
    if secret.kind == PASSWORD or len(told) < LONG:
        return "…"
    return f"{told[:4]}…{told[-4:]}"


def counted(secrets: Iterable[Secret]) -> Counter[str]:
    """How many there are of each kind."""
    return Counter(secret.kind for secret in secrets)


def entropy(text: str) -> float:
    """Bits a character, by how often each stands in the text."""
    size = len(text)
    return -sum(n / size * math.log2(n / size) for n in Counter(text).values()) if size else 0.0


def _candidates(text: str, signs: Signs) -> Iterator[Secret]:
    for rule in RULES if signs.needles else ():
        if not rule.needles.isdisjoint(signs.needles) and rule.beside in text:
            for match in rule.pattern.finditer(text):
                start, end = match.span("s" if "s" in rule.pattern.groupindex else 0)
                told = text[start:end]
                if (not rule.varied or _is_varied(told)) and not (rule.kind == PASSWORD and _is_placeholder(told)):
                    yield Secret(rule.kind, start, end)
    if signs.named:
        yield from _assigned(text)
    if signs.cards:
        yield from _cards(text)


def _assigned(text: str) -> Iterator[Secret]:
    """Values whose names tell that they are secrets."""
    end = 0
    for at in _named(text):
        if at < end:
            continue  # a part of the last name or value
        start, after = _name_at(text, at)
        sign = SIGN.match(text, after)
        if sign is None:
            continue
        name, group = text[start:after], "bare" if sign["quoted"] is None else "quoted"
        value = sign[group] if group == "quoted" else sign[group].rstrip(".:)]}*")
        if sign["sign"] == "=" and text[sign.start(group) - 1] == "=":  # of a query, as in an address
            value = value.split("&", 1)[0]
        password = PASSWORD_NAME.search(name) is not None
        if (_is_password if password else _is_token)(name, sign, value):
            yield Secret(PASSWORD if password else KEY, sign.start(group), sign.start(group) + len(value))
            end = sign.end()


def _named(text: str) -> list[int]:
    """Where words stand that are a part of the names of secrets, in order."""
    lower = text.lower()
    told = lower if len(lower) == len(text) else text
    found = []
    for word in NAMED:
        at = told.find(word)
        while at >= 0:
            found.append(at)
            at = told.find(word, at + len(word))
    return sorted(found)


def _name_at(text: str, at: int) -> tuple[int, int]:
    """From where to where the name stands in the middle of which a word was found; “API key” is one."""
    start, lowest = at, max(0, at - 60)
    while start > lowest and (text[start - 1].isalnum() or text[start - 1] in "_-."):
        start -= 1
    if start == at and text[at - 1 : at] == " ":
        start -= 1
        while start > lowest and text[start - 1].isalpha():
            start -= 1
    ended = NAME_END.match(text, at)
    assert ended is not None
    return start, ended.end()


def _is_password(name: str, sign: re.Match[str], value: str) -> bool:
    if len(value) < 4 or _is_placeholder(value) or NOT_SECRET_NAME.search(name):
        return False
    if sign["of"] and not (len(value) > 5 and _DIGIT.search(value) and any(map(str.isalpha, value))):
        return False
    if sign["quoted"] is not None:
        return " " not in value.strip() or (len(value.split()) < 6 and _is_marked(value))
    if _is_marked(value):
        return IDENTIFIER.fullmatch(value) is None and not re.fullmatch(r"[\d.,]{1,3}|\w+(?:\.\w+)+", value)
    if sign["sign"] not in ("=", ":"):
        return False
    rest = sign.string[sign.end() : sign.end() + 1]  # a word at the end of its line; no prose, no expression
    tight = sign.string[sign.start("bare") - 1] == "="
    alone = rest in ("", "\n", "\r", "&", ";", "'", '"') or "&" in sign["bare"]
    return len(value) >= 6 and alone and (tight or sign["sign"] == ":") and _is_word(value)


def _is_word(value: str) -> bool:
    """Whether it is one word that is no name of a variable."""
    named = any(word in value.lower() for word in (*NAMED, "hash"))
    return value.isalpha() and not named and _CAMEL.search(value) is None


def _is_marked(value: str) -> bool:
    """Whether it holds a digit, or a sign that words don't have."""
    return any(c.isdigit() or c in "!@#$%^&*+=~?" for c in value)


def _is_token(name: str, sign: re.Match[str], value: str) -> bool:
    if sign["of"] or TOKEN_NAME.search(name) is None or NOT_SECRET_NAME.search(name):
        return False
    if len(value) < LONG or " " in value or _is_placeholder(value):
        return False
    return _is_varied(value) and _PATH.fullmatch(value) is None


def _is_placeholder(value: str) -> bool:
    return PLACEHOLDER.fullmatch(value) is not None


def _is_varied(text: str) -> bool:
    """Whether it looks random: digits among its letters, and no character again and again."""
    return bool(_DIGIT.search(text)) and any(map(str.isalpha, text)) and entropy(text) >= _VARIED


def _cards(text: str) -> Iterator[Secret]:
    for match in CARD.finditer(text):
        told = match[0]
        digits = "".join(_DIGIT.findall(told))
        if CARD_NOT_AFTER.search(text, max(0, match.start() - 2), match.start()):
            continue
        if CARD_SHAPES.fullmatch(told) and CARD_BRANDS.fullmatch(digits) and len(set(digits)) > 1 and _luhn(digits):
            yield Secret(CARD_NUMBER, *match.span())


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (1 + n % 2) for n, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
