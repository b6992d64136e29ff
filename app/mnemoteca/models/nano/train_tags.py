"""Trains the tagger: `python -m mnemoteca.models.nano.train_tags SET… [--out FILE] [--folds 10]`.

The sets are those of `resources/nano/sources.json`, known by the names of their files; one with other bytes is refused.
A set with tags a line teaches the tags, as our own `work.txt` does; of the others, and of our own `ordinary.txt`, it
learns what is `general`. The same sets give the same weights, byte for byte. With --folds the figures are of texts of
the sets that were not learned from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from mnemoteca.core.resources import resource
from mnemoteca.models.nano.keywords import TAGS, keywords
from mnemoteca.models.nano.sources import read_sources, refused
from mnemoteca.models.nano.tag_features import features
from mnemoteca.models.nano.tag_figures import Judged, TagFigures, figures
from mnemoteca.models.nano.tag_learning import TagLesson, learned
from mnemoteca.models.nano.tag_weights import weights_text
from mnemoteca.models.nano.tags import GENERAL, WEIGHTS, Tagger

LABELS = (*TAGS, GENERAL)
Text = tuple[str, TagLesson]  # a text, and what it teaches
MOST_ORDINARY = 400  # texts that are taken of one set to learn what is general
SEED = 7  # draws the folds; the weights themselves rest on no chance


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the command line says; 2 where a set is missing or another than the one that is named."""
    parser = argparse.ArgumentParser(description="Trains the tagger.")
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET", help="the files that sources.json names")
    parser.add_argument("--out", type=Path, default=resource("nano") / WEIGHTS, help="where the weights go")
    parser.add_argument("--sources", type=Path, default=resource("nano/sources.json"), help="what the sets must be")
    parser.add_argument("--own", type=Path, default=resource("nano"), help="the folder of work.txt and ordinary.txt")
    parser.add_argument("--folds", type=int, default=0, metavar="N", help="cross-validate in so many parts first")
    given = parser.parse_args(arguments)
    wrong = refused(read_sources(given.sources, WEIGHTS), given.sets)
    if wrong:
        sys.stderr.write("\n".join(wrong) + "\n")
        return 2
    sets, own = lessons_of(given.sets), own_lessons(given.own)
    if given.folds:
        sys.stdout.write(cross_validated(sets, own, given.folds).table())
    weights = learned([lesson for _, lesson in [*sets, *own]], LABELS)
    given.out.write_text(weights_text(weights), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{given.out}: {len(weights.rows)} features, {given.out.stat().st_size} bytes\n")
    return 0


def lessons_of(sets: Sequence[Path]) -> list[Text]:
    """What the sets teach, in the order of the names of the files, however they were given."""
    return [each for path in sorted(sets, key=lambda path: path.name) for each in _read(path)]


def own_lessons(folder: Path) -> list[Text]:
    """What our own lines teach, and the keywords."""
    found = [_lesson(line, [GENERAL]) for line in _lines(folder / "ordinary.txt")]
    found += [_lesson(word, [tag]) for word, tag in keywords()]
    for line in _lines(folder / "work.txt"):
        tags, _, text = line.partition(": ")
        found.append(_lesson(text, tags.split(", ")))
    return found


def _lines(path: Path) -> Iterator[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line.strip() and not line.startswith("#"))


def _read(path: Path) -> Iterator[Text]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    if "tags" in rows[0]:
        return (_lesson(row["text"], row["tags"]) for row in rows)
    return (_lesson(text, [GENERAL]) for row in rows for text in islice(_ordinary(row), MOST_ORDINARY))


def _ordinary(corpus: Mapping[str, Any]) -> Iterator[str]:
    """What of a corpus is ordinary talk: its short turns, else its questions."""
    turns = [turn for session in corpus["sessions"] for turn in session["turns"]]
    spoken = [turn["text"] for turn in turns if turn["speaker"] != "doc"]
    yield from spoken or [question["question"] for question in corpus["questions"]]


def _lesson(text: str, labels: Sequence[str]) -> Text:
    return text, TagLesson(features(text), tuple(labels))


def cross_validated(sets: Sequence[Text], own: Sequence[Text], folds: int) -> TagFigures:
    """Figures of each part of the sets by weights that were learned of the other parts and of our own lines."""
    order = list(range(len(sets)))
    Random(SEED).shuffle(order)
    judged: list[Judged] = []
    for fold in range(folds):
        learn = [sets[n] for at, n in enumerate(order) if at % folds != fold]
        tagger = Tagger(learned([lesson for _, lesson in [*learn, *own]], LABELS))
        for text, lesson in (sets[n] for at, n in enumerate(order) if at % folds == fold):
            judged.append((tuple(lesson.labels), tagger.classify_multiple(text)))
    return figures(judged)


if __name__ == "__main__":
    sys.exit(main())
