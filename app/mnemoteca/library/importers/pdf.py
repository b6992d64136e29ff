"""PDF. Its pages are read by `pdf_pages`, which is loaded when there is one: pypdf holds 6 MB."""

from __future__ import annotations

from collections.abc import Iterator

from mnemoteca.core.importing import Item, ReadTo
from mnemoteca.library.importers import documents
from mnemoteca.library.importers.origin import Origin
from mnemoteca.library.importers.reading import is_single

_SUFFIXES = (".pdf",)
_MARK = b"%PDF-"
_MARKED_WITHIN = 1024  # bytes


class Pdf:
    """Reads PDF."""

    name = "pdf"

    def detect(self, origin: Origin) -> float:
        if not is_single(origin):
            return documents.share(origin, _SUFFIXES)
        return 0.95 if _MARK in documents.first_of(origin)[:_MARKED_WITHIN] else 0.0

    def read(self, origin: Origin) -> Iterator[Item]:
        from mnemoteca.library.importers.pdf_pages import document

        collection = documents.collection(origin)
        for member in documents.wanted(origin, _SUFFIXES):
            yield from document(origin, member, collection)
            yield ReadTo(member.start + member.size)
