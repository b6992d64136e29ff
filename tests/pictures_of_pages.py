"""Takes a picture of every page, in both schemes and both languages; invented conversations only.

python -m tests.pictures_of_pages [FOLDER] [--look en-dark …] [--only settings …]
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from mnemoteca.core.recall import Question
from mnemoteca.core.views import Place
from mnemoteca.gui.page import OWN, Page
from mnemoteca.wire.client import connect
from tests.demo import TALKS
from tests.demo_known import NOTES as KNOWN
from tests.pictures import NOTES, NOW, ROOT, Studio, chat, studio
from tests.pictures_of_imports import keep

LOOKS = (("en", "dark"), ("en", "light"), ("pt_BR", "dark"), ("pt_BR", "light"))
LISTS = (Place.SESSIONS, Place.NOTES, Place.PINNED, Place.SHORT, Place.FADED, Place.ARCHIVE, Place.TRASH)
AWAY = ("mousemove", "1300", "870")
FIRST = ("mousemove", "400", "165", "click", "1")
ASKED = {"en": "who can lend us a truck", "pt_BR": "quem empresta a van"}
NOTED = {
    "en": "Call Helena tomorrow about the keys #move",
    "pt_BR": "Ligar para a Helena amanhã sobre as chaves #casa",
}
KEPT = {
    "en": ("The lease ends in March; tell the bank in time. #home", "Ana wants the blue ceramics since Caruaru."),
    "pt_BR": (
        "O contrato acaba em março; avisar o banco a tempo. #casa",
        "A Ana quer as cerâmicas azuis desde Caruaru.",
    ),
}
KNOWLEDGE = frozenset(
    {Page.ENTITIES, Page.FACTS, Page.GRAPH}
)  # taken last: they need notes that the other pictures do without
MENU, COLOURS, PIN = ("1291", "23"), ("1167", "247"), ("1006", "84")  # the menu, a choice, an icon of the reader


def furnish(room: Studio) -> None:
    """Acts of a person, so that no page is empty: a pin, something in the trash, a backup, a saved search."""
    with connect(room.folder, start=None, role="pictures") as client:
        library = client.library
        hits = library.recall(Question(ASKED["en"])).hits + library.recall(Question(ASKED["pt_BR"])).hits
        for text in KEPT[room.look["language"]]:
            library.capture(text)
        library.consolidate_medium_to_long()
        library.pin((hits[0].memory.id,))
        library.forget((hits[-1].memory.id,))
        library.backup()
        library.wait()


def learn(room: Studio) -> None:
    """Notes that hold names and facts, read by now."""
    with connect(room.folder, start=None, role="pictures") as client:
        for days, text in KNOWN[room.look["language"]]:
            client.library.capture(text, occurred_at=NOW - timedelta(days=days), offset_min=0)
        client.library.wait()
        client.library.wait_knowledge()


def show(room: Studio, page: str, place: Place = Place.EVERYTHING) -> None:
    """The next window opens there."""
    told = {**room.look, "place": place, **({"page": page} if page else {})}
    (room.folder / "window.json").write_text(json.dumps(told), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: where the window opens, and what is done by hand before it is taken."""

    name: str
    page: str = ""
    place: Place = Place.EVERYTHING
    acts: Sequence[Sequence[str]] = ()
    stays: bool = False  # the mouse, where it is


FIRST_RUN = Shot("welcome", "today")


def shots(language: str) -> list[Shot]:
    """All of one look."""
    key = ("key", "ctrl+f"), ("type", ASKED[language])
    made = [Shot(page.value, page.value) for page in sorted(OWN - KNOWLEDGE)]
    made += [Shot(place.value, place=place, acts=(FIRST,)) for place in LISTS]
    return [
        *made,
        Shot("search", acts=(*key, ("key", "Return"), ("key", "Down"))),
        Shot("answer", acts=(("key", "ctrl+shift+f"), ("type", ASKED[language]), ("key", "ctrl+Return"))),
        Shot("palette", acts=(("key", "ctrl+k"), ("type", "no"))),
        Shot("note", acts=(("key", "ctrl+n"), ("type", NOTED[language]))),
        Shot("keys", acts=(("key", "question"),)),
        Shot("many", acts=(FIRST, ("key", "shift+Down"), ("key", "shift+Down"))),
        Shot("why", acts=(FIRST, ("key", "ctrl+shift+y"))),
        Shot("forget", acts=(FIRST, ("key", "Delete"))),
        Shot("purge", acts=(FIRST, ("key", "shift+Delete"))),
        Shot("menu", acts=(("mousemove", *MENU, "click", "1"),)),
        Shot("choice", "settings", acts=(("mousemove", *COLOURS, "click", "1"),)),
        Shot("tip", place=Place.SESSIONS, acts=(FIRST, ("mousemove", *PIN)), stays=True),
    ]


def known_shots() -> list[Shot]:
    """The pages of knowledge, of one look."""
    two = ("type", "Ana"), ("key", "Return"), ("key", "Tab"), ("type", "Oficina"), ("key", "Return")
    return [
        Shot("entities", "entities", acts=(("key", "Down"), ("key", "Down"))),
        Shot("facts", "facts"),
        Shot("graph", "graph", acts=two),
        Shot("graph-around", "graph", acts=two[:2]),
        Shot("graph-list", "graph", acts=(*two, ("key", "Tab"), ("key", "Tab"), ("key", "space"))),
        Shot("graph-all", "graph"),
    ]


def take(room: Studio, shot: Shot, out: Path) -> None:
    show(room, shot.page, shot.place)
    with room.screen.window(watched=False):
        time.sleep(2.0)
        for act in (AWAY, *shot.acts, *(() if shot.stays else (AWAY,))):
            room.screen.hand(*act)
            time.sleep(1.2)
        keep(room.screen, out / f"{shot.name}.png")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures_of_pages", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "packaging" / "pictures" / "pages")
    parser.add_argument("--look", action="append", choices=[f"{language}-{theme}" for language, theme in LOOKS])
    parser.add_argument("--only", action="append", help="pictures by their names; all where none is named")
    chosen = parser.parse_args()
    for language, theme in LOOKS:
        name = f"{language}-{theme}"
        if chosen.look and name not in chosen.look:
            continue
        out: Path = chosen.out / name
        out.mkdir(parents=True, exist_ok=True)
        wanted, known = (
            [shot for shot in shots if not chosen.only or shot.name in chosen.only]
            for shots in (shots(language), known_shots())
        )
        talks = [talk for talk in TALKS if language == "en" or any(speaker == "Você" for speaker, _ in talk.turns)]
        if wanted or known:
            with studio(language, theme, talks, NOTES if language == "pt_BR" else (), chat) as room:
                room.turn_clock(NOW + timedelta(seconds=30))
                furnish(room)
                for shot in wanted:
                    take(room, shot, out)
                if known:
                    learn(room)
                for shot in known:
                    take(room, shot, out)
        if not chosen.only or FIRST_RUN.name in chosen.only:
            with studio(language, theme, (), ()) as room:
                take(room, FIRST_RUN, out)


if __name__ == "__main__":
    main()
