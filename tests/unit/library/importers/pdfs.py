"""PDF files made by hand."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_HEAD = [
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    b"stream\n0\nendstream",
    b"<< /Title (A report) /CreationDate (D:20230501100000+02'00') >>",
]


def pdf(pages: Sequence[str | bytes | None], trailer: bytes = b"") -> bytes:
    """A page a text; None is one that is only a picture, bytes are a packed stream of drawing commands."""
    objects = list(_HEAD)
    kids: list[bytes] = []
    for page in pages:
        drawn = b"/Im0 Do" if page is None else _lines(page) if isinstance(page, str) else page
        packed = b"/Filter /FlateDecode " if isinstance(page, bytes) else b""
        named = b"<< /Font << /F1 3 0 R >> %b >>" % (b"/XObject << /Im0 4 0 R >>" if page is None else b"")
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources %b /Contents %d 0 R >>"
            % (named, len(objects) + 2)
        )
        objects.append(b"<< /Length %d %b>>\nstream\n%b\nendstream" % (len(drawn), packed, drawn))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects, trailer)


def packed(commands: bytes) -> bytes:
    return zlib.compress(commands, 9)


def _lines(text: str) -> bytes:
    lines = b" ".join(b"(%b) Tj T*" % line.encode("cp1252") for line in text.split("\n"))
    return b"BT /F1 12 Tf 72 720 Td 14 TL %b ET" % lines


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    told, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(told))
        told += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(told))
    return told + head + table + end
