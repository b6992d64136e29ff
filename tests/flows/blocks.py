"""No story may leave a person waiting: the blocks of the event loop that a window wrote down."""

from __future__ import annotations

import json
from pathlib import Path

MOST_MS = 50.0
REFERENCE_MS = 5.3  # of the yardstick, on the quiet machine on which 50 ms were agreed upon


def blocks(record: Path) -> list[str]:
    """The blocks that were too long, as sentences; where the yardstick took longer, so may a block."""
    if not record.exists():
        return []
    told = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    return [
        f"{each['ms']} ms (the yardstick {each['yardstick_ms']} ms): {each['at']}"
        for each in told
        if "ms" in each and each["ms"] > MOST_MS * max(1.0, each["yardstick_ms"] / REFERENCE_MS)
    ]
