"""Trains the finder of entities: `python -m mnemoteca.models.nano.train_entities SET… [--out FILE]`.

The sets are those of `resources/nano/sources.json`, known by the names of their files; one with other bytes is
refused. The same sets give the same weights, byte for byte. Figures are of lessons that were not learned from.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from mnemoteca.core.resources import resource
from mnemoteca.models.nano.entities.known import read_classes
from mnemoteca.models.nano.entities.lessons import read_marked, read_tagged, read_texts
from mnemoteca.models.nano.entities.training import OWN, Schooling, Trained, train
from mnemoteca.models.nano.entities.weights import write_weights
from mnemoteca.models.nano.sources import read_sources, refused

TAGGED = "ner_"  # how the files of sets with marked names begin; the others are read for how words are written
WEIGHTS = "entities.weights"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train as the command line says; 2 where a set is missing or another than the one that is named."""
    parser = argparse.ArgumentParser(description="Trains the finder of entities.")
    parser.add_argument("sets", nargs="+", type=Path, metavar="SET", help="the files that sources.json names")
    parser.add_argument("--out", type=Path, default=resource("nano") / WEIGHTS, help="where the weights go")
    parser.add_argument("--sources", type=Path, default=resource("nano/sources.json"), help="what the sets must be")
    given = parser.parse_args(arguments)
    wrong = refused(read_sources(given.sources, WEIGHTS), given.sets)
    if wrong:
        sys.stderr.write("\n".join(wrong) + "\n")
        return 2
    trained = train(schooling(given.sets))
    write_weights(trained.weights, given.out)
    sys.stdout.write(told(trained) + f"{given.out}: {given.out.stat().st_size} bytes\n")
    return 0


def schooling(sets: Sequence[Path]) -> Schooling:
    """What is learned from, in the order of the names of the files, however they were given."""
    files = sorted(sets, key=lambda path: path.name)
    tagged = {path.stem: read_tagged(path) for path in files if path.name.startswith(TAGGED)}
    texts = [text for path in files if not path.name.startswith(TAGGED) for text in read_texts(path)]
    classes = read_classes(resource("nano/known_words.txt").read_text(encoding="utf-8"))
    return Schooling({**tagged, OWN: read_marked(resource("nano/lessons.txt"))}, classes, texts)


def told(trained: Trained) -> str:
    """The figures as a table."""
    rows = [
        f"{name:18} span {each.f1('span'):.3f}  typed {each.f1('typed'):.3f}\n"
        for name, each in trained.figures.items()
    ]
    return "cross-validated F1\n" + "".join(rows)


if __name__ == "__main__":
    sys.exit(main())
