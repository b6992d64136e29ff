"""Walks what a screen reader is told of the window; run by the system's Python, which has pyatspi.

    accessible_tree.py PROGRAM [KEY…]

Presses each key (`+` between those pressed together; several after each other are joined by `,`), and prints a line of
JSON for each thing on the screen then: the key, its depth, its role, its name. What is announced meanwhile is printed
with the role `announcement`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import Any

import pyatspi  # type: ignore[import-not-found]
from gi.repository import GLib  # type: ignore[import-not-found]

WAIT_S = 15.0
SETTLES_S = 1.5
MOST = 200  # children of one thing


def program(name: str) -> Any:
    """The program of this name as the registry knows it; raises `SystemExit` where it never came."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        for found in pyatspi.Registry.getDesktop(0):
            if found is not None and found.name.lower() == name.lower() and found.childCount:
                return found
        time.sleep(0.2)
    raise SystemExit(f"{name} never came to the registry")


def walk(node: Any, depth: int, key: str) -> None:
    if depth > 0 and not node.getState().contains(pyatspi.STATE_SHOWING):
        return
    print(json.dumps([key, depth, node.getRoleName(), node.name]))
    for n in range(min(node.childCount, MOST)):
        child = node.getChildAtIndex(n)
        if child is not None:
            walk(child, depth + 1, key)


def listen(seconds: float) -> None:
    """Let events come in for so long."""
    loop = GLib.MainLoop()
    GLib.timeout_add(round(1000 * seconds), loop.quit)
    loop.run()


def announced(event: Any) -> None:
    print(json.dumps(["", 0, "announcement", str(event.any_data)]))


def main() -> None:
    window = program(sys.argv[1])
    pyatspi.Registry.registerEventListener(announced, "object:announcement")
    for key in sys.argv[2:] or [""]:
        if key:
            subprocess.run(["xdotool", "key", "--delay", "60", *key.split(",")], check=True)
            listen(SETTLES_S)
        walk(window, 0, key)


if __name__ == "__main__":
    main()
