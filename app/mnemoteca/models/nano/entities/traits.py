"""What the words of a line look like, as numbers: letters, case, class, the run of capitals around it, the line.

A trait is a 32-bit hash; 0 is none. What speaks for a label is one of the `TEMPLATES`: a trait, or several together, of
the word and of those beside it, hashed into one number a word. So a line is looked up in the weights at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mnemoteca.models.nano.entities.known import NAMED, Known
from mnemoteca.models.nano.entities.words import Word, ends_sentence

Hashes = NDArray[np.uint32]

# What a word has by itself; then what it has where it stands.
ALONE = (
    "word",
    "case",
    "shape",
    "pre2",
    "pre3",
    "suf2",
    "suf3",
    "suf4",
    "class1",
    "class2",
    "class3",
    "classes",
    "usual",
)
PLACED = ("first", "named", "regime", "within", "inrun", "runsize", "runhead", "runtail", "runclass", "before", "after",
          "elsewhere", "line")  # fmt: skip
TRAITS = (*ALONE, *PLACED)
_AT = {name: at for at, name in enumerate(TRAITS)}
BESIDE = 2  # words on each side that are looked at

_PARTS = """word0 word-1 word+1 word-2 word+2 word-1&word0 word0&word+1 word-1&word+1&case0
case0 case-1&case0 case0&case+1 case-1&case0&case+1 shape0 shape0&suf30 pre20&case0 pre30&case0 suf20&case0 suf30&case0
suf40&case0 suf3-1 suf3+1&case0 suf2-1&suf20
class10 class20 class30 classes0&case0 classes-1 classes+1 classes-1&classes0 classes0&classes+1 classes-2&case0
classes-1&case0 classes+1&case0 classes0&case0&regime0
usual0&case0 usual0&case0&first0 usual-1&case-1&usual0&case0 usual0&regime0&case0 usual+1&case+1&case0
first0&case0 first0&classes0&case0 named0 named-1 named+1 named0&case0 regime0&case0 regime0&case0&case-1&case+1
within0&case0 within0&word-1 inrun0 inrun0&runsize0 inrun0&regime0 inrun0&first0&runsize0
runhead0&inrun0 runtail0&inrun0 runclass0&inrun0 runclass0&runsize0 runclass0&classes0 before0&inrun0 before0&runclass0
after0&inrun0 after0&runclass0 before0&after0&case0 elsewhere0&case0 elsewhere0&first0 line0 line0&inrun0 line0&case0
word-1&runclass0 word0&regime0 word-1&classes0 word+1&classes0"""


def _read(template: str) -> tuple[tuple[str, int], ...]:
    parts = []
    for part in template.split("&"):
        name, beside = (part[:-2], int(part[-2:])) if part[-2] in "+-" else (part[:-1], 0)
        parts.append((name, beside))
    return tuple(parts)


TEMPLATES = tuple(_read(template) for template in _PARTS.split())
# Slots of one trait share their weights: a class speaks the same in whichever slot it stands.
_SALTS = np.array(
    [crc32(re.sub(r"class[123]0$", "class0", template).encode()) for template in _PARTS.split()], dtype=np.uint32
)
_ODD = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)

_DIGIT = re.compile(r"\d")
_BETWEEN = "de da do dos das del di du von van der la le of the d' & -"
_LINKS = frozenset(_BETWEEN.split())
_OPEN, _CLOSE = frozenset("([“«‘"), frozenset(")]”»’")


@lru_cache(maxsize=8_192)
def hash_of(trait: str) -> int:
    """The number of a trait; never 0."""
    return crc32(trait.encode("utf-8", "surrogatepass")) or 1


def case_of(word: str) -> str:
    """How a word is written: l(ower), T(itle), U(pper), I (one capital), M(ixed), d(igits), or the mark itself."""
    if word.isalpha() or any(map(str.isalpha, word)):
        if word.islower():
            return "l"
        if word.isupper():
            return "U" if len(word) > 1 else "I"
        return "T" if word[0].isupper() and word[1:].islower() else "t" if word[0].isupper() else "M"
    return "d" if word[0].isdigit() else word[:2]


def _shape(word: str) -> str:
    signs = "".join("A" if c.isupper() else "a" if c.isalpha() else "0" if c.isdigit() else c for c in word[:12])
    return re.sub(r"(.)\1{2,}", r"\1\1+", signs)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    return word[0].isupper()


class Traits:
    """Turns lines into hashes: remembers the words it saw. `usual` tells how a word is usually written ("" unknown)."""

    def __init__(self, known: Known, usual: Callable[[str], str]) -> None:
        self._known = known
        self._usual = usual
        self._alone = lru_cache(maxsize=4_096)(self._of_word)
        self._edge = np.zeros(len(TRAITS), dtype=np.uint32)
        self._edge[_AT["word"]] = self._edge[_AT["case"]] = self._edge[_AT["classes"]] = hash_of("edge")

    def _of_word(self, word: str) -> Hashes:
        lower = word.lower()
        classes = sorted(self._known.words.get(lower, ()))
        slots = [*(f"c={name}" for name in classes[:3]), "", "", ""][:3]
        told = [
            _DIGIT.sub("0", lower),
            case_of(word),
            _shape(word),
            lower[:2] if len(lower) > 3 else "",
            lower[:3] if len(lower) > 4 else "",
            lower[-2:] if len(lower) > 3 else "",
            lower[-3:] if len(lower) > 4 else "",
            lower[-4:] if len(lower) > 5 else "",
            *slots,
            ",".join(classes) or "none",
            self._usual(lower) or "rare",
        ]
        return np.array([hash_of(trait) if trait else 0 for trait in told], dtype=np.uint32)

    def of_line(self, line: Sequence[Word], lang: str, elsewhere: Elsewhere) -> Hashes:
        """The traits of each word of a line, with those of the edges around: (words + 2 × BESIDE, traits)."""
        found = np.empty((len(line) + 2 * BESIDE, len(TRAITS)), dtype=np.uint32)
        found[:BESIDE] = found[-BESIDE:] = self._edge
        middle = found[BESIDE : BESIDE + len(line)]
        for at, word in enumerate(line):
            middle[at, : len(ALONE)] = self._alone(word.text)
        texts = [word.text for word in line]
        for name, column in zip(PLACED, self._placed(texts, lang, elsewhere), strict=True):
            middle[:, _AT[name]] = [hash_of(f"{name}={trait}") if trait else 0 for trait in column]
        return found

    def _placed(self, texts: list[str], lang: str, elsewhere: Elsewhere) -> tuple[list[str], ...]:
        lower = [text.lower() for text in texts]
        regime = _regime(texts)
        first = _first(texts)
        runs = _runs(texts, capitals=regime != "upper")
        length, end = "short" if len(texts) < 9 else "long", texts[-1] if texts[-1] in ".!?" else ""
        kind = f"{regime},{length},{end}"
        return (
            first,
            self._named(lower, texts),
            [regime] * len(texts),
            _within(texts),
            *self._of_runs(lower, texts, runs, first),
            [elsewhere.of(text, told) for text, told in zip(texts, first, strict=True)],
            [kind] * len(texts),
        )

    def _named(self, lower: list[str], texts: list[str]) -> list[str]:
        """For each word the class of the known name that it is in, B before that of the first."""
        found = [""] * len(lower)
        at = 0
        while at < len(lower):
            name = self._known.name_at(lower, at)
            if name is None:
                single = [each for each in self._known.words.get(lower[at], ()) if each in NAMED]
                if single:
                    found[at] = f"S{single[0]}"
                at += 1
                continue
            found[at : at + name[0]] = [f"B{name[1]}", *[f"I{name[1]}"] * (name[0] - 1)]
            at += name[0]
        return found

    def _of_runs(
        self, lower: list[str], texts: list[str], runs: list[tuple[int, int]], first: list[str]
    ) -> tuple[list[str], ...]:
        """Where each word stands in its run of capitals, the run's size, head, tail, classes, and its neighbours."""
        inrun, size, head, tail, classes, before, after = ([""] * len(lower) for _ in range(7))
        for start, end in runs:
            told = ",".join(sorted({each for word in lower[start:end] for each in self._known.words.get(word, ())}))
            for at in range(start, end):
                place = "only" if end - start == 1 else "start" if at == start else "end" if at == end - 1 else "mid"
                inrun[at] = place if is_capital(texts[at]) else f"link{place}"
                size[at] = _size(end - start)
                head[at], tail[at], classes[at] = lower[start], lower[end - 1], told or "none"
                before[at] = lower[start - 1] if start else "edge"
                after[at] = lower[end] if end < len(lower) else "edge"
        return inrun, size, head, tail, classes, before, after


class Elsewhere:
    """How the words of a text are written elsewhere in it: tells “Mark it” from “Mark came”."""

    def __init__(self, lines: Sequence[Sequence[Word]]) -> None:
        self._low: set[str] = set()
        self._high: set[str] = set()
        for line in lines:
            for at, word in enumerate(line):
                if word.text[0].islower():
                    self._low.add(word.text)
                elif at and word.text[0].isupper() and line[at - 1].text[0].isalpha():
                    self._high.add(word.text)

    def of(self, word: str, first: str) -> str:
        """“low” where the word also stands in lower case, “high” where its capital also stands in a sentence."""
        if not word[0].isupper():
            return ""
        return ("low" if word.lower() in self._low else "") + ("high" if first and word in self._high else "")


def _size(count: int) -> str:
    return str(count) if count < 6 else "few" if count < 12 else "some" if count < 25 else "many"


def _regime(texts: list[str]) -> str:
    """How a line is written: upper, lower, title (capitals on most words) or as usual."""
    letters = [text for text in texts if text[0].isalpha() and len(text) > 1]
    if not letters:
        return "none"
    if sum(map(str.isupper, letters)) >= 0.7 * len(letters) and len(letters) > 1:
        return "upper"
    high = sum(map(is_capital, letters))
    long = [text for text in letters if len(text) > 3]
    if not high:
        return "lower"
    return "title" if sum(map(is_capital, long)) >= 0.7 * len(long) else "usual"


def _first(texts: list[str]) -> list[str]:
    """“first” at the beginning of the line, “again” after the end of a sentence, “mark” after a colon or a quote."""
    found, told = [], "first"
    for at, text in enumerate(texts):
        found.append(told)
        if ends_sentence(text, texts[at - 1] if at else ""):
            told = "again"
        elif text in ":-–—•*>\"'“‘(":
            told = told or "mark"
        else:
            told = ""
    return found


def _within(texts: list[str]) -> list[str]:
    """In brackets or in quotes."""
    found, depth, quoted = [], 0, False
    for text in texts:
        depth = max(0, depth - (text in _CLOSE))
        found.append(("bracket" if depth else "") + ("quote" if quoted else ""))
        depth += text in _OPEN
        quoted ^= text == '"'
    return found


def _runs(texts: list[str], capitals: bool) -> list[tuple[int, int]]:
    """Where words with capitals follow each other, small links such as “de” between them."""
    found: list[tuple[int, int]] = []
    at = 0
    while capitals and at < len(texts):
        if not is_capital(texts[at]):
            at += 1
            continue
        end = at + 1
        while end < len(texts):
            link = end
            while link < len(texts) and link - end < 2 and _links(texts, link):
                link += 1
            if link >= len(texts) or not is_capital(texts[link]):
                break
            end = link + 1
        found.append((at, end))
        at = end
    return found


def _links(texts: list[str], at: int) -> bool:
    if texts[at] == ".":
        return len(texts[at - 1]) == 1 or not ends_sentence(".", texts[at - 1])
    return texts[at] in _LINKS


def hashes_of_lines(traits: Sequence[Hashes]) -> list[Hashes]:
    """As `hashes_of`, for many lines at once."""
    together = hashes_of(np.concatenate(traits))
    found, start = [], 0
    for line in traits:
        found.append(together[start : start + len(line) - 2 * BESIDE])
        start += len(line)
    return found


def hashes_of(traits: Hashes) -> Hashes:
    """What speaks for a label at each word of a line: (words, templates); 0 where a trait is missing."""
    count = len(traits) - 2 * BESIDE
    columns = np.ascontiguousarray(traits.T)
    found = np.empty((len(TEMPLATES), count), dtype=np.uint32)
    for at, template in enumerate(TEMPLATES):
        mixed, there = np.full(count, _SALTS[at], dtype=np.uint32), np.ones(count, dtype=bool)
        for odd, (name, beside) in zip(_ODD, template, strict=False):
            column = columns[_AT[name], BESIDE + beside : BESIDE + beside + count]
            there &= column != 0
            mixed = (mixed ^ column) * np.uint32(odd)
            mixed ^= mixed >> np.uint32(15)
        found[at] = (mixed | np.uint32(1)) * there
    return found.T
