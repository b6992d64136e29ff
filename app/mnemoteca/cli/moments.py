"""Times as they are given on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

from mnemoteca.core.errors import BadInput


def read_moment(given: str) -> datetime:
    """An ISO date or time, aware, in UTC; without zone it is this machine's. Raises `BadInput`."""
    try:
        return datetime.fromisoformat(given).astimezone(UTC)
    except (ValueError, OverflowError) as e:
        raise BadInput("bad_date", value=given) from e
