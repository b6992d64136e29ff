"""Takes a picture of every page, in both schemes and both languages; invented conversations only.

python -m tests.pictures_of_pages [FOLDER] [--look en-dark …]
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from mnemoteca.core.recall import Question
from mnemoteca.core.views import Place
from mnemoteca.gui.page import OWN
from mnemoteca.wire.client import connect
from tests.demo import TALKS
from tests.pictures import NOTES, NOW, ROOT, Studio, chat, studio
from tests.pictures_of_imports import keep

LOOKS = (("en", "dark"), ("en", "light"), ("pt_BR", "dark"), ("pt_BR", "light"))
LISTS = (Place.SESSIONS, Place.NOTES, Place.PINNED, Place.SHORT, Place.FADED, Place.ARCHIVE, Place.TRASH)
AWAY = ("mousemove", "1300", "870")
FIRST = ("mousemove", "400", "165", "click", "1")
ASKED = {"en": "who can lend us a truck", "pt_BR": "quem empresta a van"}
NOTED = {
    "en": "Call Helena tomorrow about the keys #move",
    "pt_BR": "Ligar para a Helena amanhã sobre as chaves #mudança",
}


def furnish(room: Studio) -> None:
    """Acts of a person, so that no page is empty: a pin, something in the trash, a backup, a saved search."""
    with connect(room.folder, start=None, role="pictures") as client:
        library = client.library
        hits = library.recall(Question(ASKED["en"])).hits + library.recall(Question(ASKED["pt_BR"])).hits
        library.pin((hits[0].memory.id,))
        library.forget((hits[-1].memory.id,))
        library.backup()
        library.wait()


def show(room: Studio, page: str, place: Place = Place.EVERYTHING) -> None:
    """The next window opens there."""
    told = {**room.look, "place": place, **({"page": page} if page else {})}
    (room.folder / "window.json").write_text(json.dumps(told), encoding="utf-8")


def acts(language: str) -> dict[str, Sequence[Sequence[str]]]:
    """What is done by hand before a picture is taken, by its name."""
    return {
        "search": (("key", "ctrl+f"), ("type", ASKED[language]), ("key", "Return"), ("key", "Down")),
        "palette": (("key", "ctrl+k"), ("type", "ti")),
        "note": (("key", "ctrl+n"), ("type", NOTED[language])),
        "keys": (("key", "question"),),
    }


def take(room: Studio, language: str, out: Path) -> None:
    """All pages of one look."""
    shots: list[tuple[str, str, Place, Sequence[Sequence[str]]]] = []
    shots += [(page.value, page.value, Place.EVERYTHING, ()) for page in sorted(OWN)]
    shots += [(place.value, "", place, (FIRST,)) for place in LISTS]
    shots += [(name, "", Place.EVERYTHING, by_hand) for name, by_hand in acts(language).items()]
    for name, page, place, by_hand in shots:
        show(room, page, place)
        with room.screen.window():
            time.sleep(2.0)
            for act in (AWAY, *by_hand, AWAY):
                room.screen.hand(*act)
                time.sleep(1.2)
            keep(room.screen, out / f"{name}.png")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures_of_pages", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "packaging" / "pictures" / "pages")
    parser.add_argument("--look", action="append", choices=[f"{language}-{theme}" for language, theme in LOOKS])
    chosen = parser.parse_args()
    for language, theme in LOOKS:
        name = f"{language}-{theme}"
        if chosen.look and name not in chosen.look:
            continue
        out: Path = chosen.out / name
        out.mkdir(parents=True, exist_ok=True)
        talks = [talk for talk in TALKS if language == "en" or any(speaker == "Você" for speaker, _ in talk.turns)]
        with studio(language, theme, talks, NOTES if language == "pt_BR" else (), chat) as room:
            room.turn_clock(NOW + timedelta(seconds=30))
            furnish(room)
            take(room, language, out)


if __name__ == "__main__":
    main()
