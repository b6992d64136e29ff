"""No story may leave a person waiting: the blocks of the event loop that a window wrote down."""

from __future__ import annotations

import json
import time
from pathlib import Path

REFERENCE_S = 0.0107  # of CPU time for the yardstick, on the machine on which 50 ms were agreed upon


def yardstick_s() -> float:
    """CPU time of a fixed piece of work, the least of some."""
    took = []
    for _ in range(5):
        began = time.thread_time()
        sum(n * n % 7 for n in range(200_000))
        took.append(time.thread_time() - began)
    return min(took)


def blocks(record: Path) -> list[str]:
    """The blocks that were too long, as sentences; on a slower machine what counts as too long is longer."""
    if not record.exists():
        return []
    slower = max(1.0, yardstick_s() / REFERENCE_S)
    told = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    return [f"{each['ms']} ms: {each['at']}" for each in told if each.get("ms", 0) > 50 * slower]
