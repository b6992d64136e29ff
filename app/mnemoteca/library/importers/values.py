"""Single values out of JSON that nobody vouches for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import msgspec

from mnemoteca.core.text import storable
from mnemoteca.library.importers.shape import Broken, members

Raw = bytes | msgspec.Raw
Fields = Mapping[str, Raw]
MOST_KEPT = 16_000_000  # bytes of what nobody here understands

_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_STRING = msgspec.json.Decoder(str)
_ANY = msgspec.json.Decoder()


class Misfit(ValueError):
    """A value that isn't what it has to be; says what is wrong with it."""


def fields(text: bytes | memoryview) -> Fields:
    """The members of an object by name, each still as it is written."""
    try:
        return _OBJECT.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass  # lone surrogates and bare control characters are no JSON to msgspec; they are text to us
    try:
        told = bytes(text)
        return {string(key, "a name in it"): told[start:end] for key, start, end in members(told)}
    except Broken as broken:
        raise Misfit("it is not an object" if broken.at == 0 else "it is not valid JSON") from broken


def string(raw: Raw, what: str) -> str:
    """A text; broken characters in it stand for themselves until they are stored."""
    try:
        return _STRING.decode(raw)
    except UnicodeDecodeError as error:
        raise Misfit(f"{what} is not UTF-8") from error
    except msgspec.DecodeError:
        return _lenient(bytes(raw), what)


def _lenient(raw: bytes, what: str) -> str:
    if raw[:1] != b'"':
        raise Misfit(f"{what} is not a text")
    try:
        found = json.loads(raw.decode(), strict=False)
    except UnicodeDecodeError as error:
        raise Misfit(f"{what} is not UTF-8") from error
    except ValueError as error:
        raise Misfit(f"{what} is not valid JSON") from error
    if not isinstance(found, str):
        raise Misfit(f"{what} is not a text")
    return found


def is_nothing(raw: Raw | None) -> bool:
    """Whether it is missing or null."""
    return raw is None or (len(raw) == 4 and bytes(raw) == b"null")


def name(raw: Raw | None, what: str) -> str:
    """An id or a short text, storable; a number becomes its digits, nothing and null become ""."""
    if raw is None or is_nothing(raw):
        return ""
    number = anything(raw)
    return str(number) if type(number) is int else storable(string(raw, what))


def anything(raw: Raw | None) -> object:
    """The value, where it is small and sound; else None."""
    if raw is None or len(raw) > 4096:
        return None
    try:
        return _ANY.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def texts(raw: Raw | None, what: str) -> tuple[str, ...]:
    """A list of texts; nothing and null are an empty one."""
    if raw is None or is_nothing(raw):
        return ()
    try:
        return tuple(msgspec.json.decode(raw, type=list[str]))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Misfit(f"{what} are not a list of texts") from error


def kept(rest: Sequence[tuple[str, Raw]]) -> str | None:
    """What nobody here understands, as one JSON object, each value as it was written."""
    if not rest:
        return None
    size = sum(len(raw) for _, raw in rest)
    if size > MOST_KEPT:
        raise Misfit(f"its other fields have {size:,} bytes; at most {MOST_KEPT:,} are kept")
    told = [msgspec.json.encode(storable(key)) + b":" + bytes(raw) for key, raw in rest]
    return storable((b"{" + b",".join(told) + b"}").decode("utf-8", "backslashreplace"))
