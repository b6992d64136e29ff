"""New random ids, many at once: asking the system for each alone would hand the interpreter over each time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from uuid import UUID

_AT_ONCE = 256


def new_uuid_digits() -> Iterator[str]:
    """The 32 digits of random UUIDs (version 4) without end."""
    while True:
        drawn = os.urandom(16 * _AT_ONCE).hex()
        for start in range(0, len(drawn), 32):
            one = drawn[start : start + 32]
            yield f"{one[:12]}4{one[13:16]}{'89ab'[int(one[16], 16) & 3]}{one[17:]}"


def new_uuids() -> Iterator[UUID]:
    """Random UUIDs (version 4) without end."""
    while True:
        drawn = os.urandom(16 * _AT_ONCE)
        for start in range(0, len(drawn), 16):
            yield UUID(bytes=drawn[start : start + 16], version=4)
