"""Offline: everything works without a network, and nothing of ours ever asks for one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.chats import write_chats
from tests.flows.network_watch import reached_out, watched

# The story that both tests run: service, note, import, recall, acts, backup, and the end.
STORY = """
set -e
trap '"$PYTHON" -m mnemoteca service stop >&2' EXIT
"$PYTHON" -m mnemoteca service start
"$PYTHON" -m mnemoteca add "Anna likes her coffee black #anna"
"$PYTHON" -m mnemoteca import --format sessions chats.jsonl
"$PYTHON" -m mnemoteca wait
"$PYTHON" -m mnemoteca recall coffee
"$PYTHON" -m mnemoteca pin 1
"$PYTHON" -m mnemoteca forget 1
"$PYTHON" -m mnemoteca undo
"$PYTHON" -m mnemoteca tiers
"$PYTHON" -m mnemoteca consolidate
"$PYTHON" -m mnemoteca doctor
"$PYTHON" -m mnemoteca backup
"$PYTHON" -m mnemoteca service stop
echo "the story ends well"
"""


@pytest.fixture
def story(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the story plays; its script is `story.sh`."""
    folder = data_folder.parent
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHON", sys.executable)
    write_chats(folder / "chats.jsonl")
    (folder / "story.sh").write_text(STORY)
    return folder


def in_a_namespace(*command: str) -> list[str]:
    """A command in a network of its own that has no interface but a loopback that is down."""
    as_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", "--net", *as_user, *command]


def works(*command: str) -> bool:
    """Whether this machine lets us do that."""
    return bool(shutil.which(command[0])) and subprocess.run(command, capture_output=True, check=False).returncode == 0


needs_namespaces = pytest.mark.skipif(
    not works(*in_a_namespace("true")),
    reason="network namespaces can't be made here",
)
needs_strace = pytest.mark.skipif(
    not works("strace", "-f", "true"),
    reason="strace can't watch processes here",
)


@needs_namespaces
def test_the_story_runs_where_there_is_no_network(story: Path) -> None:
    alone = subprocess.run(in_a_namespace("cat", "/proc/net/route"), capture_output=True, text=True, check=True).stdout
    assert len(alone.splitlines()) <= 1, "the namespace has a route"
    done = subprocess.run(in_a_namespace("bash", "story.sh"), capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("the story ends well\n")


@needs_strace
def test_no_process_of_ours_reaches_out(story: Path) -> None:
    done = watched(story / "calls", "bash", "story.sh")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("the story ends well\n")
    assert reached_out(story / "calls") == []


@needs_strace
@pytest.mark.parametrize(
    "reach",
    [
        "socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9))",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b'x', ('::1', 9))",
        "socket.socket(socket.AF_INET).bind(('127.0.0.1', 0))",
    ],
)
def test_the_watch_notices_a_child_that_reaches_out(story: Path, reach: str) -> None:
    (story / "child.py").write_text(f"import socket\ntry:\n    {reach}\nexcept OSError:\n    pass\n")
    watched(story / "calls", "bash", "-c", '"$PYTHON" child.py & wait')
    assert reached_out(story / "calls")
