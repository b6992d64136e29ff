"""What was typed in the window and stands in small files beside the tables: drafts, notes on their way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from mnemoteca.core.purging import sharing
from mnemoteca.store.places import Places

_MOST = 4 << 20  # bytes of a file that is looked into; larger ones hold no note of a window


def typed_sharing(places: Places, texts: Iterable[str]) -> list[str]:
    """The names (relative to the data folder) of the files that hold a part of one of the texts."""
    held = [(name, text) for name, texts_in in _files(places) for text in texts_in]
    found = sharing([text for _, text in held], texts)
    return list(dict.fromkeys(held[n][0] for n in sorted(found)))


def remove_typed(places: Places, names: Sequence[str]) -> int:
    """Remove these files; how many are still there."""
    for name in names:
        (places.folder / name).unlink(missing_ok=True)
    return sum((places.folder / name).exists() for name in names)


def _files(places: Places) -> Iterator[tuple[str, list[str]]]:
    for folder in (places.drafts, places.spool):
        for path in sorted(folder.glob("*")) if folder.is_dir() else ():
            if path.is_file() and path.stat().st_size <= _MOST:
                content = path.read_bytes()
                try:
                    told = list(_strings(msgspec.json.decode(content)))
                except (msgspec.DecodeError, UnicodeDecodeError):
                    told = [content.decode("utf-8", "replace")]
                yield path.relative_to(places.folder).as_posix(), told


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
