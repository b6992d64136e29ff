"""Schemas of answers: the part of JSON Schema that prompt files use; fitted to the room there is, and held against.

A schema is an object whose properties are all required and come in their order, of strings (`maxLength`, and
`minLength` of 1), of words (`format` “tag”), of choices (`enum`), and of arrays (`minItems`, `maxItems`) of these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Schema = Mapping[str, Any]

TAG = "tag"
_TAG = re.compile(r"[a-zà-öø-ÿ][a-z0-9à-öø-ÿ-]*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SHORTEST = 12  # letters that a text is never made shorter than


def letters_wide(text: str) -> int:
    """How many bytes the widest letter of a text takes, at least 2: an answer to it needs no wider ones."""
    widest = ord(max(text, default=" "))
    return 2 if widest < 0x800 else 3 if widest < 0x10000 else 4


def longest(schema: Schema, width: int) -> int:
    """How many bytes the longest answer has; and so, at most, tokens, each of which is of one byte or more."""
    if "enum" in schema:
        return max(len(_literal(each)) for each in schema["enum"])
    match schema["type"]:
        case "string":
            return 2 + int(schema["maxLength"]) * (2 if schema.get("format") == TAG else max(2, width))
        case "array":
            return 2 + int(schema["maxItems"]) * (longest(schema["items"], width) + 1)
        case "object":
            return 2 + sum(len(_literal(name)) + 2 + longest(of, width) for name, of in schema["properties"].items())
    raise ValueError(schema["type"])


def fitted(schema: Schema, room: int, width: int) -> Schema | None:
    """The schema with texts, then lists, as short as the room needs them; None where there is none for any answer."""
    share = 1.0
    while longest(schema, width) > room:
        share *= 0.85
        shorter = _shorter(schema, share)
        if longest(shorter, width) <= room:
            return shorter
        if share < 0.02:
            return None
    return schema


def _shorter(schema: Schema, share: float) -> Schema:
    """Texts cut first, and lists where that is not enough."""
    if "enum" in schema:
        return schema
    match schema["type"]:
        case "string":
            return {**schema, "maxLength": max(min(_SHORTEST, schema["maxLength"]), int(schema["maxLength"] * share))}
        case "array":
            fewer = max(1, schema.get("minItems", 0), round(schema["maxItems"] * max(share, share * 1.5)))
            return {**schema, "items": _shorter(schema["items"], share), "maxItems": min(fewer, schema["maxItems"])}
    return {**schema, "properties": {name: _shorter(of, share) for name, of in schema["properties"].items()}}


def why_not(schema: Schema, value: object, where: str = "the answer") -> str:
    """What is wrong with a value, in words; "" where it is as the schema says."""
    if "enum" in schema:
        return "" if value in schema["enum"] and type(value) in (str, int) else f"{where} is none of the choices"
    match schema["type"]:
        case "string":
            return _why_no_text(schema, value, where)
        case "array":
            return _why_no_list(schema, value, where)
        case _:
            return _why_no_object(schema, value, where)


def _why_no_text(schema: Schema, value: object, where: str) -> str:
    if not isinstance(value, str):
        return f"{where} is no text"
    if not schema.get("minLength", 0) <= len(value) <= schema["maxLength"]:
        return f"{where} has {len(value)} letters"
    if _CONTROL.search(value):
        return f"{where} holds signs that steer"
    if schema.get("format") == TAG and not _TAG.fullmatch(value):
        return f"{where} is no tag"
    return "" if value.strip() or not schema.get("minLength", 0) else f"{where} is blank"


def _why_no_list(schema: Schema, value: object, where: str) -> str:
    if not isinstance(value, list):
        return f"{where} is no list"
    if not schema.get("minItems", 0) <= len(value) <= schema["maxItems"]:
        return f"{where} has {len(value)} entries"
    return next(filter(None, (why_not(schema["items"], each, f"{where}[{n}]") for n, each in enumerate(value))), "")


def _why_no_object(schema: Schema, value: object, where: str) -> str:
    properties: Mapping[str, Schema] = schema["properties"]
    if not isinstance(value, dict) or list(value) != list(properties):
        return f"{where} has other parts than it should"
    return next(filter(None, (why_not(of, value[name], f"{where}.{name}") for name, of in properties.items())), "")


def _literal(value: object) -> str:
    """A name or a choice as it stands in JSON."""
    return f'"{value}"' if isinstance(value, str) else str(value)


def choices(values: Sequence[object]) -> Schema:
    """A schema of one of these."""
    return {"enum": list(values)}
