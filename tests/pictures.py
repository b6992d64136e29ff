"""Takes the README's pictures: the real window on a screen of its own, with invented conversations, at one moment.

    python -m tests.pictures [FOLDER]

Needs what the stories of the window need, and ImageMagick to write small files.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.readiness import find_runnable
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests.demo import TALKS, Talk, conversations
from tests.demo_reading import write_chat, write_lease
from tests.flows.screen import Screen, screen

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime.fromisoformat("2026-11-20T12:40:00Z")
TURN = (760, 500)  # the third turn of the conversation that is open
NOTE = "Helena diz que as chaves ficam prontas na sexta, levar o contrato #mudança"


@dataclass(frozen=True, slots=True)
class Told:
    """A note kept so many seconds ago, and where it stands by now."""

    ago_s: int
    text: str
    importance: float = 0.5
    rises: int = 0  # how many tiers
    pinned: bool = False


NOTES = (
    Told(71_000, "Decidido: Rua da Aurora. Mudança em 15 de janeiro. #mudança", 0.9, 2, pinned=True),
    Told(70_000, "A Ana quer as cerâmicas azuis desde a viagem a Caruaru.", 0.7, 2),
    Told(69_000, "Como publico uma versão: etiqueta, instaladores, notas, site.", 0.8, 2),
    Told(68_000, "Helena Prado é a proprietária; caução de dois meses. #mudança", 0.8, 2),
    Told(66_000, "O Marcos empresta a van; devolver as cintas desta vez.", 0.7, 1),
    Told(39_600, "Levar os documentos do carro para o cartório na segunda.", 0.7, 1),
    Told(18_000, "O índice de palavras precisa gravar em lotes: 85 ms por documento isolado.", 0.7, 1),
    Told(276, "ver depois o preço da passagem", 0.3),
    Told(120, "A Helena respondeu: pode ser dia 5."),
    Told(24, "Resultado do exame sai na quinta; jejum de 8 horas."),
    Told(12, "A Ana mencionou que gosta de café sem açúcar.", 0.8),
)


class Studio:
    """A library of its own, with a clock of its own, and the screen."""

    def __init__(self, folder: Path, on: Screen, language: str, theme: str) -> None:
        self.folder, self.screen = folder, on
        self.look = {"language": language, "theme": theme}

    def prepare(self, client: Client, talks: Sequence[Talk], notes: Sequence[Told]) -> None:
        """Bring all in, each at its time."""
        library = client.library
        for note in notes:
            self.turn_clock(NOW - timedelta(seconds=note.ago_s))
            kept = library.add_short_term(note.text, "personal", note.importance)
            for _ in range(note.rises):
                library.promote((kept.id,))
            if note.pinned:
                library.pin((kept.id,))
        self.turn_clock(NOW)
        file = self.folder.parent / "conversations.jsonl"
        file.write_text(conversations(NOW, talks), encoding="utf-8")
        library.wait_job(library.import_file(str(file)).id, 60.0)
        library.wait()

    def bring(self, client: Client, *files: Path) -> None:
        """Bring these files in."""
        for file in files:
            client.library.wait_job(client.library.import_file(str(file)).id, 60.0)
        client.library.wait()

    def turn_clock(self, to: datetime) -> None:
        """From now on it goes on from there."""
        set_clock(Path(self.screen.environment["MNEMOTECA_TEST_CLOCK"]), to)

    def take(self, place: str, picture: Path, *acts: Sequence[str]) -> None:
        """Open the window at a place, do this by hand, and write what is on the screen."""
        (self.folder / "window.json").write_text(json.dumps({**self.look, "place": place}), encoding="utf-8")
        with self.screen.window(watched=False):
            time.sleep(1.0)
            for act in acts:
                self.screen.hand(*act)
                time.sleep(0.6)
            shot = picture.with_suffix(".full.png")
            self.screen.picture(shot)
        small = ["-strip", "+dither", "-colors", "256", "-define", "png:compression-level=9", f"PNG8:{picture}"]
        subprocess.run(["convert", str(shot), *small], check=True)
        shot.unlink()


def _meaning() -> str:
    """Off where nobody has prepared the embedder on this machine: then there is nothing to be waited for."""
    return "on" if find_runnable(EmbedderPlaces.standard()) else "off"


def set_clock(path: Path, to: datetime) -> None:
    part = path.with_suffix(".part")
    part.write_text(f"{(to - datetime.now(UTC)).total_seconds():+.1f}", encoding="ascii")
    part.replace(path)  # whoever reads it meanwhile finds the former time, and not none


@contextmanager
def studio(
    language: str, theme: str, talks: Sequence[Talk], notes: Sequence[Told], *files: Callable[[Path], Path]
) -> Iterator[Studio]:
    with tempfile.TemporaryDirectory(prefix="mn-") as base:
        folder, runtime, clock = (Path(base) / name for name in ("data", "run", "clock"))
        runtime.mkdir(mode=0o700)
        folder.mkdir(mode=0o700)
        set_clock(clock, NOW)
        os.environ |= {
            "MNEMOTECA_DATA": str(folder),
            "MNEMOTECA_MEANING": os.environ.get("MNEMOTECA_MEANING", _meaning()),
            "MNEMOTECA_TEST_CLOCK": str(clock),
            "PYTHONPATH": str(ROOT / "app"),
            "TZ": "UTC",
            "XDG_RUNTIME_DIR": str(runtime),
        }
        with screen() as on, connect(folder, start=start_service, role="pictures", patience_s=60) as client:
            made = Studio(folder, on, language, theme)
            try:
                made.prepare(client, talks, notes)
                made.bring(client, *(write(Path(base)) for write in files))
                yield made
            finally:
                client.finish()


def chat(folder: Path) -> Path:
    return write_chat(folder / "conversations.json", NOW - timedelta(minutes=20))


def lease(folder: Path) -> Path:
    return write_lease(folder / "Lease.pdf")


def reader(out: Path) -> None:
    """A branched chat with code, and a document, in both schemes."""
    first, away = ("mousemove", "400", "155", "click", "1"), ("mousemove", "1300", "700")
    for theme in ("dark", "light"):
        with studio("en", theme, (), (), chat) as room:
            room.take("sessions", out / f"reader-{theme}.png", first, away)
        with studio("en", theme, (), (), lease) as room:
            room.take("sessions", out / f"document-{theme}.png", first, away)


def results(out: Path) -> None:
    """What a question finds, with the reasons, in both schemes and both languages."""
    for language, asked, mark in (("en", "who can lend us a truck", ""), ("pt_BR", "quem empresta a van", "-pt")):
        for theme in ("dark", "light"):
            with studio(language, theme, spoken_in(language), ()) as room:
                typed = (
                    ("key", "ctrl+f"),
                    ("type", asked),
                    ("key", "Return"),
                    ("key", "Down"),
                    ("mousemove", "1300", "700"),
                )
                room.take("everything", out / f"results-{theme}{mark}.png", *typed)


def spoken_in(language: str) -> list[Talk]:
    """The conversations: all, or those in Portuguese."""
    return [talk for talk in TALKS if language == "en" or any(speaker == "Você" for speaker, _ in talk.turns)]


def main(out: Path) -> None:
    out.mkdir(exist_ok=True)
    reader(out)
    results(out)
    down, move = ("key", "Down"), ("type", "who can lend us a truck")
    choose = ("mousemove", *map(str, TURN), "click", "1")
    open_move = (*[down] * 4, choose, ("key", "ctrl+d"), ("mousemove", "1300", "500"))
    with studio("en", "dark", TALKS, ()) as room:
        room.take("sessions", out / "sessions.png", *open_move)
    with studio("en", "light", TALKS, ()) as room:
        room.take("everything", out / "search.png", ("key", "ctrl+f"), move, ("key", "Return"), down)
    portuguese = spoken_in("pt_BR")
    with studio("pt_BR", "light", portuguese, NOTES) as room:
        room.take("short", out / "tiers.png")
    with studio("pt_BR", "dark", portuguese, NOTES) as room:
        (room.folder / "drafts").mkdir(mode=0o700, exist_ok=True)
        (room.folder / "drafts" / "capture.json").write_text(json.dumps({"text": NOTE}), encoding="utf-8")
        room.take("sessions", out / "capture.png", down, ("key", "ctrl+n"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packaging" / "pictures")
