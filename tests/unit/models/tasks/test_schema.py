"""Schemas: how long their longest answer is, how they are fitted to the room, and what is held against them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnemoteca.models.tasks.prompts import TASKS, prompt_file
from mnemoteca.models.tasks.schema import Schema, fitted, letters_wide, longest, why_not

TEXT: Schema = {"type": "object", "properties": {"text": {"type": "string", "minLength": 1, "maxLength": 10}}}
TAGS: Schema = {
    "type": "object",
    "properties": {
        "tags": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "string", "format": "tag", "minLength": 1, "maxLength": 5},
        }
    },
}


def longest_value(schema: Schema, letter: str) -> object:
    """A value that is as long as the schema allows."""
    if "enum" in schema:
        return max(schema["enum"], key=lambda each: len(str(each)))
    match schema["type"]:
        case "string":
            return ("é" if schema.get("format") == "tag" else letter) * schema["maxLength"]
        case "array":
            return [longest_value(schema["items"], letter)] * schema["maxItems"]
    return {name: longest_value(of, letter) for name, of in schema["properties"].items()}


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize(("letter", "width"), [("a", 2), ('"', 2), ("é", 2), ("語", 3), ("😀", 4)])
def test_no_answer_has_more_bytes_than_is_reckoned_with(task: str, letter: str, width: int) -> None:
    schema = prompt_file(task).schema
    value = longest_value(schema, letter)
    assert why_not(schema, value) == ""
    assert len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()) <= longest(schema, width)


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("room", [200, 400, 1000, 2047])
def test_a_schema_that_was_fitted_fits_and_allows_nothing_more(task: str, room: int) -> None:
    schema = prompt_file(task).schema
    for width in (2, 3, 4):
        made = fitted(schema, room, width)
        if made is None:
            assert room < 1000
            continue
        assert longest(made, width) <= room
        assert why_not(schema, longest_value(made, "a")) == ""


def test_where_there_is_no_room_there_is_no_schema() -> None:
    assert fitted(TEXT, 5, 2) is None


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (TEXT, {"text": "   "}),
        (TEXT, {"text": ""}),
        (TEXT, {"text": "a" * 11}),
        (TEXT, {"text": "a\nb"}),
        (TEXT, {"text": "a\x1bb"}),
        (TEXT, {"text": "a\u202eb"}),
        (TEXT, {"text": 7}),
        (TEXT, {"text": None}),
        (TEXT, {}),
        (TEXT, {"text": "a", "more": "b"}),
        (TEXT, ["a"]),
        (TEXT, "a"),
        (TAGS, {"tags": []}),
        (TAGS, {"tags": ["a", "b", "c"]}),
        (TAGS, {"tags": ["Big"]}),
        (TAGS, {"tags": ["a b"]}),
        (TAGS, {"tags": "a"}),
        ({"enum": ["a", "b"]}, "c"),
        ({"enum": [1, 2]}, True),
        ({"enum": [1, 2]}, "1"),
    ],
)
def test_what_is_not_as_the_schema_says_is_told(schema: Schema, value: object) -> None:
    assert why_not(schema, value)


def test_what_is_as_the_schema_says_passes() -> None:
    assert why_not(TEXT, {"text": "olá “tu”"}) == why_not(TAGS, {"tags": ["café", "a-1"]}) == ""
    assert why_not({"enum": [1, 2]}, 2) == ""


@given(st.text())
def test_the_width_of_letters_is_that_of_the_widest(text: str) -> None:
    encoded = max((len(letter.encode("utf-8", "surrogatepass")) for letter in text), default=1)
    assert letters_wide(text) == max(2, encoded)
