"""JSON whose shape nobody vouches for: decoded as far as it goes, asked for what may be there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeGuard

import msgspec

from mnemoteca.core.text import storable
from mnemoteca.library.importers.values import Misfit

_ANY = msgspec.json.Decoder()

Object = Mapping[str, Any]


def decoded(raw: bytes | memoryview | msgspec.Raw) -> object:
    """The value; lone surrogates and bytes that are no UTF-8 are in it as they came. Raises `Misfit`."""
    try:
        return _ANY.decode(raw)
    except RecursionError as error:
        raise Misfit("it is nested too deeply") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    try:
        return json.loads(bytes(raw).decode("utf-8", "surrogateescape"), strict=False)
    except RecursionError as error:
        raise Misfit("it is nested too deeply") from error
    except ValueError as error:
        raise Misfit("it is not valid JSON") from error


def is_object(value: object) -> TypeGuard[Object]:
    return isinstance(value, dict)


def object_at(value: Object, *names: str) -> Object:
    """The object under the first of these names that has one; an empty one where none has."""
    for name in names:
        if is_object(found := value.get(name)):
            return found
    return {}


def list_at(value: Object, *names: str) -> list[Any]:
    """The list under the first of these names that has one; an empty one where none has."""
    for name in names:
        if isinstance(found := value.get(name), list):
            return found
    return []


def text_at(value: Object, *names: str) -> str:
    """The text under the first of these names that has one, as it came; "" where none has."""
    for name in names:
        if isinstance(found := value.get(name), str) and found:
            return found
    return ""


def name_at(value: Object, *names: str) -> str:
    """An id or a short text, storable; a number becomes its digits."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and found:
            return storable(found)
        if type(found) is int:
            return str(found)
    return ""


def written(value: object) -> str:
    """A value as JSON again, storable; "" where it can't be told."""
    try:
        return storable(json.dumps(value, ensure_ascii=False))
    except (RecursionError, ValueError):
        return ""
