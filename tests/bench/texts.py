"""Conversations made up from invented words, as frequent as words are, and questions about them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np

from mnemoteca.core.stems import STOP_WORDS_OF

WORDS = 30_000  # of each language
TURNS = 20  # of a session
_EN = "ba con der ing for mer st sh ther wo ran kle min ble tor ven ash low gar pen wick dle ster mond far"
_PT = "ca do ção mar vel nho lha pra ber tis gu ã ra es ti que mo so var pei xe lu dor cam ju não ré"
_SYLLABLES = {"en": _EN.split(" "), "pt": _PT.split(" ")}
_SPEAKERS = ("Ana", "Bruno", "Clara", "Davi", "Elena", "Felix", "Gilda", "Hugo")
_FIRST = datetime(2023, 1, 2, 8, 0, tzinfo=UTC)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
_SENTENCE = range(20, 121)  # characters of a sentence that is drawn


class Texts:
    """Texts of about 45 words, the length as scattered as in chats; every fifth session is Portuguese."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._words = {lang: _vocabulary(lang) for lang in _SYLLABLES}
        weights = 1.0 / (np.arange(WORDS) + 2.7)
        self._cumulated = np.cumsum(weights / weights.sum())

    def text(self, lang: str, mean: float = 45) -> str:
        """One text."""
        count = int(np.clip(self._random.lognormal(np.log(mean) - 0.32, 0.8), 2, 400))
        ranks = np.searchsorted(self._cumulated, self._random.random(count))
        words = self._words[lang]
        return " ".join(words[rank] for rank in ranks) + "."

    def question(self) -> str:
        """A question of some words, the frequent ones among them."""
        lang = "pt" if self._random.random() < 0.2 else "en"
        return self.text(lang, 9)[:-1] + "?"

    def rare_word(self) -> str:
        """A word that not every text has."""
        return self._words["en"][int(self._random.integers(200, 3000))]


def _vocabulary(lang: str) -> list[str]:
    """The stop words, then made-up words, the most frequent first."""
    random = np.random.default_rng(7 if lang == "en" else 8)
    found = dict.fromkeys(sorted(STOP_WORDS_OF[lang]))
    while len(found) < WORDS:
        found["".join(random.choice(_SYLLABLES[lang], random.integers(2, 5)))] = None
    return list(found)


def write_conversations(path: Path, turns: int, name: str, given: list[str] = []) -> None:  # noqa: B006  never changed
    """A file of the format `sessions` with so many turns, of the given texts or of made-up ones."""
    texts, read = Texts(len(name) + turns), cycle(given)
    with path.open("w", encoding="utf-8") as file:
        for first in range(0, turns, 50 * TURNS):
            sessions = [
                _session(texts, read if given else None, number)
                for number in range(first // TURNS, min(first + 50 * TURNS, turns) // TURNS)
            ]
            file.write(json.dumps({"name": name, "sessions": sessions}, ensure_ascii=False) + "\n")


def write_long(path: Path, turns: int) -> None:
    """A file with one session of so many turns, the newest of all."""
    texts, began = Texts(turns), datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
    told = [
        {
            "id": f"long{n}",
            "speaker": _SPEAKERS[n % 2],
            "text": texts.text("en"),
            "at": (began + timedelta(minutes=n)).isoformat(),
        }
        for n in range(turns)
    ]
    session = {"session_id": "long", "started_at": began.isoformat(), "title": "A very long talk", "turns": told}
    path.write_text(json.dumps({"name": "long", "sessions": [session]}) + "\n", encoding="utf-8")


def _session(texts: Texts, given: Iterator[str] | None, number: int) -> dict[str, Any]:
    lang = "pt" if number % 5 == 4 else "en"
    began = _FIRST + timedelta(hours=5 * number % 26_000)
    turns = [
        {
            "id": f"s{number}t{n}",
            "speaker": _SPEAKERS[(number + n % 2) % len(_SPEAKERS)],
            "text": next(given) if given else texts.text(lang),
            "at": (began + timedelta(minutes=2 * n)).isoformat(),
        }
        for n in range(TURNS)
    ]
    return {"session_id": f"s{number}", "started_at": began.isoformat(), "title": texts.text(lang, 4), "turns": turns}


def read_texts(folder: Path) -> tuple[list[str], list[str]]:
    """The texts of the turns and the questions that stand in a folder's files of this format."""
    texts: list[str] = []
    questions: list[str] = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            corpus = json.loads(line)
            sessions = corpus.get("sessions", ()) if isinstance(corpus, dict) else ()
            texts += [turn["text"] for session in sessions for turn in session["turns"]]
            if sessions:
                questions += [each["question"] for each in corpus.get("questions", ())]
    return texts, questions


def mixed(texts: Sequence[str], count: int) -> list[str]:
    """So many short texts, each of two sentences drawn from these: as many as wanted, hardly two alike."""
    pool = list(dict.fromkeys(part for text in texts for part in _SENTENCE_ENDS.split(text) if len(part) in _SENTENCE))
    drawn = np.random.default_rng(5).integers(0, len(pool), (count, 2)).tolist()
    return [f"{pool[first]} {pool[second]}" for first, second in drawn]
