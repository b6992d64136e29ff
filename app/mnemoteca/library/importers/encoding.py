"""Text out of bytes that don't say how they are written."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from mnemoteca.core.text import storable

_PIECE = 1 << 20
_MARKS = (  # the longer ones first: one begins with the other
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 65_536  # bytes
_UTF16_SHARE = 0.3  # of the bytes at even or odd places that are 0, from which on it is UTF-16 without a mark
# What is no UTF-8 stands for itself as a lone surrogate; as a single byte it is a letter of Windows-1252.
_SINGLE = {
    0xDC00 + byte: bytes((byte,)).decode("cp1252" if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "latin-1")
    for byte in range(0x80, 0x100)
}
SINGLE_BYTES = "it is not UTF-8 throughout; what is not was read as Windows-1252"
TORN = "it has broken characters; they came in as �"


def decoded(raw: bytes) -> tuple[str, str]:
    """A whole text, and what has to be said of how it was read ("" where nothing has)."""
    pieces = Decoding()
    text = pieces.take(raw) + pieces.end()
    return text, pieces.said


def decoding(file: BinaryIO, begin: bytes, pieces: Decoding) -> Iterator[str]:
    """The text of a stream piece by piece; `begin` was read from it before, `pieces` knows what has to be said."""
    yield pieces.take(begin)
    for raw in iter(lambda: file.read(_PIECE), b""):
        yield pieces.take(raw)
    yield pieces.end()


class Decoding:
    """UTF-8, UTF-16 and UTF-32 with and without their marks, and Windows-1252 wherever it is none of them."""

    def __init__(self) -> None:
        self.said = ""
        self._name = "utf-8"
        self._decoder: codecs.IncrementalDecoder | None = None

    def take(self, raw: bytes) -> str:
        if self._decoder is None:
            self._name, skipped = _encoding(raw[:_LOOKED_AT])
            errors = "surrogateescape" if self._name == "utf-8" else "replace"
            self._decoder = codecs.getincrementaldecoder(self._name)(errors)
            raw = raw[skipped:]
        return self._mended(self._decoder.decode(raw))

    def end(self) -> str:
        return "" if self._decoder is None else self._mended(self._decoder.decode(b"", final=True))

    def _mended(self, text: str) -> str:
        if text.isascii() and "\0" not in text:
            return text
        told = text.translate(_SINGLE) if self._name == "utf-8" else text
        whole = storable(told)
        if told != text:
            self.said = self.said or SINGLE_BYTES
        if whole != told or (self._name != "utf-8" and "\N{REPLACEMENT CHARACTER}" in whole):
            self.said = self.said or TORN
        return whole


def is_text(head: bytes) -> bool:
    """Whether what begins so is text in any of these encodings."""
    name, skipped = _encoding(head)
    if name != "utf-8":
        return bool(head[skipped:])
    return bool(head.strip()) and not any(head.count(bytes((sign,))) for sign in chain(range(9), range(14, 27)))


def _encoding(head: bytes) -> tuple[str, int]:
    """Its name, and how many bytes its mark has."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, len(mark)
    half = len(head) // 2
    if half >= 4 and b"\0" in head:
        low, high = head[1::2].count(0), head[0::2].count(0)
        if max(low, high) > _UTF16_SHARE * half and min(low, high) < 0.05 * half:
            return ("utf-16-le" if low > high else "utf-16-be"), 0
    return "utf-8", 0
