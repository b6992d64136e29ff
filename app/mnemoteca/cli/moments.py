"""Times as they are given on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

from mnemoteca.core.errors import BadInput


def read_moment(given: str) -> datetime:
    """An ISO date or time, aware, in UTC; without zone it is this machine's. Raises `BadInput`."""
    return read_local_moment(given)[0]


def read_local_moment(given: str) -> tuple[datetime, int | None]:
    """As `read_moment`, with the offset that was given, in minutes; None where it is this machine's."""
    try:
        read = datetime.fromisoformat(given)
        offset = read.utcoffset()
        return read.astimezone(UTC), None if offset is None else int(offset.total_seconds() // 60)
    except (ValueError, OverflowError) as e:
        raise BadInput("bad_date", value=given) from e
