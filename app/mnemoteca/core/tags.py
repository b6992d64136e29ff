"""Tags as a person writes them: `#word` in a note, letters, digits, - _ and /, with at least one letter."""

from __future__ import annotations

import re

from mnemoteca.core.errors import BadInput

_TAG = re.compile(r"(?<![\w&/#])#([\w][\w/-]*)")
_WHOLE = re.compile(r"[\w][\w/-]*")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|https?://\S+", re.DOTALL)


def tags_in(text: str) -> tuple[str, ...]:
    """The tags of a text in order, lower case, each once; those in code and in links don't count."""
    found = (match.rstrip("-/").lower() for match in _TAG.findall(_CODE.sub(" ", text)))
    return tuple(dict.fromkeys(tag for tag in found if any(c.isalpha() for c in tag)))


def read_tags(given: tuple[str, ...]) -> tuple[str, ...]:
    """Tags given by hand, with or without `#`; raises `BadInput` for what can't be one."""
    tags = []
    for raw in given:
        tag = raw.strip().removeprefix("#").lower()
        if not _WHOLE.fullmatch(tag) or not any(c.isalpha() for c in tag) or len(tag) > 100:
            raise BadInput("bad_tag", value=raw)
        tags.append(tag)
    return tuple(dict.fromkeys(tags))
