"""From a schema to the grammar that an answer is written under (GBNF), bounded so that its longest answer is known.

No blanks between parts, no control characters, nothing that turns the direction of writing; a repetition stands in a
rule of its own, so that none is multiplied by another.
"""

from __future__ import annotations

from mnemoteca.models.tasks.schema import TAG, Schema

_WIDE = r"\u2070-\u2FFF\u3001-\uD7FF\uF900-\uFEFE\uFF00-\uFFFC"
_FIRST = {  # what a text may begin with, by the bytes of the widest letter: no blank, nothing that is not seen
    2: r"!#-\[\]-~\u00A1-\u07FF",
    3: r"!#-\[\]-~\u00A1-\u167F\u1681-\u1FFF\u2010-\u2027\u2030-\u205E" + _WIDE,
    4: r"!#-\[\]-~\u00A1-\u167F\u1681-\u1FFF\u2010-\u2027\u2030-\u205E" + _WIDE + r"\U00010000-\U0010FFFF",
}
_LETTER = {  # … and what may follow
    2: r" !#-\[\]-~\u00A0-\u07FF",
    3: r" !#-\[\]-~\u00A0-\u2027\u202F-\u205F\u3000" + _WIDE,
    4: r" !#-\[\]-~\u00A0-\u2027\u202F-\u205F\u3000" + _WIDE + r"\U00010000-\U0010FFFF",
}
_ESCAPED = r"""| "\\" ["\\]"""


def grammar(schema: Schema, width: int) -> str:
    """The grammar of the answers to a schema; letters take at most `width` bytes (2 to 4)."""
    rules: dict[str, str] = {}
    root = _rule(schema, rules)
    rules["first"] = f"[{_FIRST[width]}] {_ESCAPED}"
    rules["letter"] = f"[{_LETTER[width]}] {_ESCAPED}"
    rules["tagfirst"] = r"[a-z\u00E0-\u00F6\u00F8-\u00FF]"
    rules["tagletter"] = r"[a-z0-9\u00E0-\u00F6\u00F8-\u00FF-]"
    return "".join(f"{name} ::= {body}\n" for name, body in {"root": root, **rules}.items())


def _rule(schema: Schema, rules: dict[str, str]) -> str:
    """A reference to the rule of a schema, which is added where it is new."""
    body = _body(schema, rules)
    for name, known in rules.items():
        if known == body:
            return name
    name = f"r{len(rules)}"
    rules[name] = body
    return name


def _body(schema: Schema, rules: dict[str, str]) -> str:
    if "enum" in schema:
        return " | ".join(_quoted(_json(each)) for each in schema["enum"])
    match schema["type"]:
        case "string":
            return _string(schema)
        case "array":
            return _array(schema, rules)
    parts = [
        f"{_quoted(('{' if first else ',') + _json(name) + ':')} {_rule(of, rules)}"
        for first, (name, of) in zip([True, *[False] * 99], schema["properties"].items(), strict=False)
    ]
    return " ".join([*parts, _quoted("}")])


def _string(schema: Schema) -> str:
    first, letter = ("tagfirst", "tagletter") if schema.get("format") == TAG else ("first", "letter")
    rest = f"{first} {letter}{{0,{schema['maxLength'] - 1}}}"
    return f'"\\"" {rest} "\\""' if schema.get("minLength", 0) else f'"\\"" ({rest})? "\\""'


def _array(schema: Schema, rules: dict[str, str]) -> str:
    item, least, most = _rule(schema["items"], rules), schema.get("minItems", 0), schema["maxItems"]
    more = f'{item} ("," {item}){{{max(0, least - 1)},{most - 1}}}'
    return f'"[" {more} "]"' if least else f'"[" ({more})? "]"'


def _json(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
