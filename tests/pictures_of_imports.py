"""Takes the pictures of bringing in: what would come in, how far it is, and the sources; invented texts only.

python -m tests.pictures_of_imports [FOLDER [LANGUAGE THEME]]
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from mnemoteca.core.jobs import JobState
from mnemoteca.wire.client import Client, connect
from tests import processes
from tests.demo import TALKS, conversations
from tests.flows.screen import Screen
from tests.pictures import NOW, ROOT, Studio, studio
from tests.unit.core.planted import drawn

LOOKS = (("en", "dark"), ("pt_BR", "light"), ("en", "light"), ("pt_BR", "dark"))
MANY = 60_000


def furnish(home: Path) -> None:
    """A home folder with what an assistant keeps, a vault, and two files to be brought in."""
    kept = home / ".claude" / "projects" / "garden"
    kept.mkdir(parents=True)
    for n in range(14):
        write(kept / f"{n}.jsonl", "{}\n" * 400 * (n + 1), 2 * n)
    (home / "Documents" / "Diary" / ".obsidian").mkdir(parents=True)
    for n in range(31):
        text = f"# Day {n}\n\nA walk along the river, then bread.\n"
        write(home / "Documents" / "Diary" / f"day {n}.md", text, 6 * n)
    told = json.loads(conversations(NOW, TALKS))
    turns = [session["turns"] for session in told["sessions"]]
    turns[1][0]["text"] += " The deploy uses gh" + "p_" + drawn(36) + " for now."
    turns[2][0]["text"] += " password: " + drawn(14)
    output = {"id": "output", "speaker": "Tool", "role": "tool", "text": "row 1 of many\n" * 4000}
    turns[4].append({**turns[4][-1], **output})
    turns[5].append({**turns[5][-1], "id": "empty", "text": " "})
    write(home / "conversations.jsonl", json.dumps(told, ensure_ascii=False) + "\n{cut off\n", 0)
    many = [{**turns[0][0], "id": str(n), "text": f"What was said, number {n}"} for n in range(MANY)]
    long = {"name": "many", "sessions": [{**told["sessions"][0], "turns": many}]}
    write(home / "ten-years.jsonl", json.dumps(long) + "\n", 0)


def write(path: Path, text: str, days: int) -> None:
    """A file that was changed so many days ago."""
    path.write_text(text, encoding="utf-8")
    at = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (at, at))


def until(client: Client, title: str, kind: str, state: JobState) -> None:
    """Wait until the newest job is of this title and kind and stands so, and the window shows it."""
    wanted = [(title, kind, state)]
    assert processes.wait_until(lambda: [(j.title, j.kind, j.state) for j in client.library.jobs(1)] == wanted, 90)
    time.sleep(2.5)


def keep(screen: Screen, picture: Path) -> None:
    """What is on the screen, as a small file."""
    shot = picture.with_suffix(".full.png")
    screen.picture(shot)
    small = ["-strip", "+dither", "-colors", "256", "-define", "png:compression-level=9", f"PNG8:{picture}"]
    subprocess.run(["convert", str(shot), *small], check=True)
    shot.unlink()


def take(room: Studio, client: Client, home: Path, out: Path, name: str) -> None:
    """The three pictures of one look."""
    screen, library = room.screen, client.library
    library.wait_job(library.import_file(str(home / "Documents" / "Diary")).id, 60.0)
    library.daily_sources(True)
    (room.folder / "window.json").write_text(json.dumps({**room.look, "place": "everything"}), encoding="utf-8")
    with screen.window(watched=False):
        time.sleep(1.5)
        screen.keys("ctrl+shift+s")
        time.sleep(2.0)
        keep(screen, out / f"sources{name}.png")
    with screen.window(str(home / "conversations.jsonl"), watched=False):
        until(client, "conversations.jsonl", "preview", JobState.DONE)
        keep(screen, out / f"import{name}.png")
        screen.keys("Escape")
    with screen.window(str(home / "ten-years.jsonl"), watched=False):
        until(client, "ten-years.jsonl", "preview", JobState.DONE)
        screen.keys("Return")
        until(client, "ten-years.jsonl", "import", JobState.RUNNING)
        keep(screen, out / f"importing{name}.png")
    library.undo_import(library.jobs(1)[0].id)


def named(language: str, theme: str) -> str:
    """What the pictures of a look have behind their names."""
    return "".join((f"-{theme}" if (language, theme) != LOOKS[0] else "", "-pt" if language == "pt_BR" else ""))


def main(out: Path, looks: Sequence[tuple[str, str]]) -> None:
    home = Path(tempfile.gettempdir()) / "ana"
    shutil.rmtree(home, ignore_errors=True)
    furnish(home)
    os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))  # where the models are
    os.environ["HOME"] = str(home)
    try:
        for language, theme in looks:
            with ExitStack() as stack:
                room = stack.enter_context(studio(language, theme, TALKS[:4], ()))
                client = stack.enter_context(connect(room.folder, start=None, role="pictures"))
                take(room, client, home, out, named(language, theme))
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else ROOT / "packaging" / "pictures", [(given[1], given[2])] if given[1:] else LOOKS)
