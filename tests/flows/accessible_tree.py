"""Walks what a screen reader is told of the window; run by the system's Python, which has pyatspi.

Prints a line of JSON for each thing on the screen: its depth, its role, its name.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import pyatspi  # type: ignore[import-not-found]

WAIT_S = 15.0


def program(name: str) -> Any:
    """The program of this name as the registry knows it; raises `SystemExit` where it never came."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        for found in pyatspi.Registry.getDesktop(0):
            if found is not None and found.name.lower() == name.lower() and found.childCount:
                return found
        time.sleep(0.2)
    raise SystemExit(f"{name} never came to the registry")


def walk(node: Any, depth: int) -> None:
    if depth > 0 and not node.getState().contains(pyatspi.STATE_SHOWING):
        return
    print(json.dumps([depth, node.getRoleName(), node.name]))
    for n in range(min(node.childCount, 200)):
        child = node.getChildAtIndex(n)
        if child is not None:
            walk(child, depth + 1)


if __name__ == "__main__":
    walk(program(sys.argv[1]), 0)
