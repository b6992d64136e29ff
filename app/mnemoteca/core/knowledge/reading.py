"""Statements in a text, by rules and without a model: who or what, in which relation, to what, since when.

Each stands in a span of the text, word for word. What asks, doubts, wishes or quotes is no statement; whoever says “I”
is known to the caller alone. Better none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mnemoteca.core.dates.finder import DateFound, find_dates
from mnemoteca.core.knowledge.clauses import HIDDEN, Sentence, clauses, own_words, sentences
from mnemoteca.core.knowledge.grammar import Compiled, Obj, Rule, Tense, compiled
from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.core.knowledge.rules_en import ENGLISH
from mnemoteca.core.knowledge.rules_pt import PORTUGUESE
from mnemoteca.core.memory import Precision
from mnemoteca.core.text import language

RULES = 2  # the version of the rules: a higher one has everything read anew
LONGEST = 20_000  # characters of a text that are read
_MOST_WORDS = 8
_MOST_OF_PLAN = 14
_OPENING = 5  # words before a clause that may tell when it was
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’&-]*"
_PROPER = re.compile(rf"(?:[Tt]he )?({_CAPITAL}(?:(?: (?:of|the|de|da|do|das|dos|del|di|la|von|van|&))? {_CAPITAL})*)")
_NEVER_PROPER = re.compile(
    r"(?:I|I'm|I’m|God|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Christmas|Easter|Thanksgiving|Mom|Dad|Natal|Páscoa)\b"
)
_MAY_BE_PLACE = frozenset({"Natal"})
_AMOUNT = re.compile(
    r"(?:R\$|US\$|[$€£¥])\s?\d[\d.,]*\d?(?:\s?(?:k|mil|million|milhões))?"
    r"|\d[\d.,]*\d?(?:\s?(?:k|mil|million))?\s?(?:euros?|dollars?|pounds|reais|€|£|%)|\d[\d.,]*\d(?=\W|$)"
)
_THING = re.compile(
    r"(?:the|our|my|o|a|nosso|nossa|meu|minha) ([a-zà-ÿ][\w-]*(?: [a-zà-ÿ][\w-]*)?)(?= )", re.IGNORECASE
)
_LOOSE = (
    r"(?:the|an?|to|of|with|in|on|at|for|and|or|by|my|our|from|is|like|more|than|about|de|do|da|em|no|na|com|e|ou|para|por|o|a|um"
    r"|uma|so much|a lot|ever|very much|as well|muito|demais|mais|then|there|though|out|etc|sobre)"
)
_TAIL = re.compile(rf"(?:[\s,'’-]+{_LOOSE})+$", re.IGNORECASE)
_ONLY_LOOSE = re.compile(_LOOSE, re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:it|them|this|that|those|these|him|her|you|your|isso|isto|ele|ela|você|seu|sua)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:my|our|the|meu|minha|nosso|nossa) +", re.IGNORECASE)
_NOT = re.compile(r"(?:not (?=to )|não )", re.IGNORECASE)
_THE = re.compile(r"the +(?=[a-zà-ÿ])")
_WITH_THE = frozenset({"depends_on", "takes_part_in", "decided", "plans"})
_OPEN = re.compile(r"(?:\b(?:to|help) \w+|ing|ed|ought|ade|ook|ave)$")  # a verb that has no object yet
_LONGER = frozenset({"plans", "decided", "did", "wants", "keeps_doing", "works_on"})
_TITLE = re.compile(r"[“\"][^”\"\n]{1,60}[”\"]")
_OF_THINGS = frozenset({"depends_on", "uses"})
_CALLED = re.compile(
    r"(?!(?:I|We|He|She|It|They|You|Everyone|Everybody|Nobody|Someone|Who|This|That|What|Which|Ele|Ela|Eles|Elas|Isso|Quem"
    r"|Ninguém|Todos|Você)\b)(?P<name>[A-ZÀ-Þ][\w-]+)(?= )"
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: where it stands and of what kind it is."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Since:
    """Since when something is so, by the clock on the wall where it was said; None: not known."""

    at: datetime | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation that a text states. `subject` is where its name stands, None for whoever speaks.

    `kind` is that of the subject, `object_kind` what the object is where it is a name; spans are characters.
    """

    relation: str
    subject: tuple[int, int] | None
    kind: str
    object: tuple[int, int]
    object_kind: str
    start: int
    end: int
    polarity: bool
    ends: bool
    confidence: float
    since: Since


@dataclass(frozen=True, slots=True)
class Heard:
    """What is read: the text, the names in it, when it was said by the clock on the wall, how exactly that is known."""

    text: str
    names: Sequence[Name]
    said_at: datetime | None
    precision: Precision = Precision.INSTANT


def statements(heard: Heard, *, first_person: bool = True) -> tuple[Statement, ...]:
    """What the text states, in its order; without `first_person` what “I” and “we” say is left aside."""
    text = own_words(heard.text[:LONGEST])
    lang = language(text)
    grammars = [ENGLISH, PORTUGUESE] if not lang else [ENGLISH] if lang == "en" else [PORTUGUESE]
    found: dict[tuple[str, tuple[int, int]], Statement] = {}
    for grammar in map(compiled, grammars):
        for sentence in sentences(text):
            for each in _in_sentence(_Reading(heard, text, grammar, sentence, first_person)):
                found.setdefault((each.relation, each.object), each)
    return tuple(sorted(found.values(), key=lambda each: (each.start, each.object)))


@dataclass(frozen=True, slots=True)
class _Reading:
    heard: Heard
    text: str
    grammar: Compiled
    sentence: Sentence
    first_person: bool


@dataclass(frozen=True, slots=True)
class _Subject:
    span: tuple[int, int] | None
    kind: str
    goes_on: int  # where its verb is expected


def _in_sentence(reading: _Reading) -> Iterator[Statement]:
    grammar, sentence = reading.grammar, reading.sentence
    whole = reading.text[sentence.start : sentence.end]
    if sentence.asks or grammar.doubt.search(whole):
        return
    for start, end in clauses(reading.text, sentence):
        opening = reading.text[sentence.start : start].split()
        told_from = sentence.start if len(opening) <= _OPENING else start  # “Last Friday, I …”
        lead = grammar.lead.match(reading.text, start, end)
        begin = lead.end() if lead else start
        for subject in _subjects(reading, begin, end):
            if found := _predicate(reading, subject, begin, (told_from, end)):
                yield found
                break
        else:
            yield from _told_of_thing(reading, begin)
        if reading.first_person:
            yield from _near(reading, start, end)


def _subjects(reading: _Reading, begin: int, end: int) -> Iterator[_Subject]:
    text = reading.text
    if reading.first_person and (match := reading.grammar.speaker.match(text, begin, end)):
        yield _Subject(None, "", match.end())
    article = reading.grammar.article.match(text, begin, end)
    at = article.end() if article else begin
    for name in reading.heard.names:
        if name.start in (begin, at):
            yield _Subject((name.start, name.end), name.kind, name.end)
            return
    if thing := _THING.match(text, begin, end):
        for cut in {thing.end(1), begin + thing[0].rfind(" ")}:
            if cut > thing.start(1):
                yield _Subject((thing.start(1), cut), "thing", cut)
    elif called := _CALLED.match(text, begin, end):
        yield _Subject(called.span("name"), "other", called.end())


def _predicate(reading: _Reading, subject: _Subject, begin: int, clause: tuple[int, int]) -> Statement | None:
    text, end = reading.text, reading.sentence.end
    at = subject.goes_on
    while at < end and text[at] in " \t":
        at += 1
    for rule, pattern in reading.grammar.predicates:
        if not _fits(rule, subject) or not (match := pattern.match(text, at, end)):
            continue
        if (
            subject.span is None
            and reading.grammar.others.search(match[0])
            and not text[begin:at].lower().startswith("a gente")
        ):
            continue
        if made := _stated(reading, rule, subject, match, begin, clause):
            return made
    return None


def _fits(rule: Rule, subject: _Subject) -> bool:
    if subject.span is None:
        return rule.first
    if rule.relation in _OF_THINGS:
        return rule.third
    return rule.third and subject.kind == "person"


def _stated(
    reading: _Reading, rule: Rule, subject: _Subject, match: re.Match[str], begin: int, clause: tuple[int, int]
) -> Statement | None:
    flipped = _NOT.match(reading.text, match.end())
    found = _object(reading, rule, match, flipped.end() if flipped else match.end())
    if found is None:
        return None
    start, end, kind = found
    negated = bool(match.groupdict().get("neg")) != bool(flipped)
    said = reading.text[begin : min(len(reading.text), end + 12)]
    ends = negated and bool(reading.grammar.gone.search(said))
    if negated and rule.tense is Tense.EVENT and rule.relation != "decided":
        return None
    confidence = rule.confidence * (1.0 if subject.span is None else 0.95)
    since = _since(reading, rule.tense, rule.relation, clause)
    return Statement(
        rule.relation, subject.span, subject.kind, (start, end), kind, begin, end, not negated, ends,
        round(confidence, 3), since,
    )  # fmt: skip


def _object(reading: _Reading, rule: Rule, match: re.Match[str], start: int) -> tuple[int, int, str] | None:
    """Where the object stands, and what it is where it is a name."""
    if rule.obj is Obj.LISTED:
        return (*match.span("o"), RELATIONS[rule.relation].kind)
    if rule.obj is Obj.PROPER:
        return _proper(reading, rule, start)
    if rule.obj is Obj.DATE:
        date = _date_at(reading, start)
        return None if date is None else (date.start, date.end, "")
    return _phrase(reading, rule, start)


def _proper(reading: _Reading, rule: Rule, start: int) -> tuple[int, int, str] | None:
    found = _PROPER.match(reading.text, start, reading.sentence.end)
    if found is None or (_NEVER_PROPER.match(found[1]) and found[1] not in _MAY_BE_PLACE):
        return None
    begin, end = found.span(1)
    if reading.text[end : end + 2] in ("'s", "’s") or found[1].endswith(("'s", "’s")):
        return None
    wanted = RELATIONS[rule.relation].kind
    over = [name for name in reading.heard.names if begin <= name.start < end]
    if rule.relation == "visited" and any(name.kind == "person" for name in over):
        return None
    return begin, end, over[0].kind if len(over) == 1 and (over[0].start, over[0].end) == (begin, end) else wanted


def _phrase(reading: _Reading, rule: Rule, start: int) -> tuple[int, int, str] | None:
    text, sentence = reading.text, reading.sentence
    stop = reading.grammar.stop.search(text, start, sentence.end)
    end = stop.start() if stop else sentence.end
    if stop and stop[0].strip().lower() in ("it", "that") and _OPEN.search(text, start, end):
        return None
    if stop and (title := _TITLE.match(text, max(start, stop.start()), sentence.end)):
        end = title.end()
    if rule.tense is not Tense.STATE:
        ahead = text[start : min(sentence.end, end + 20)]
        dates = find_dates(ahead, None)
        end = min([end, *(start + each.start for each in dates if each.start and start + each.end >= end - 1)])
    end = start + len(text[start:end].rstrip())
    while tail := _TAIL.search(text, start, end):
        end = tail.start()
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "\"”'’»"):
        end -= 1
    phrase = text[start:end]
    if reading.grammar.unfit.match(text, start, end) or HIDDEN in phrase:
        return None
    if _ONLY_LOOSE.fullmatch(phrase) or _POINTS.search(phrase):
        return None
    if _THE.match(text, start, end) and rule.relation not in _WITH_THE:
        return None
    most = _MOST_OF_PLAN if rule.relation in _LONGER else _MOST_WORDS
    words = text[start:end].split()
    if rule.relation == "did" and len(words) < 2:
        return None
    if not words or len(words) > most or not any(c.isalpha() for c in text[start:end]) or end - start < 2:
        return None
    inner = _ARTICLE.match(text, start, end)
    begin = inner.end() if inner and rule.relation in ("works_on", "depends_on", "takes_part_in") else start
    for name in reading.heard.names:
        if begin <= name.start and name.end == end and name.start - begin <= 4:
            return begin, end, name.kind
    return begin, end, ""


def _told_of_thing(reading: _Reading, begin: int) -> Iterator[Statement]:
    """“The rent is 1,200 euros”, “the deadline is 12 May”."""
    match = reading.grammar.thing.match(reading.text, begin, reading.sentence.end)
    if match is None:
        return
    amount = _AMOUNT.match(reading.text, match.end(), reading.sentence.end)
    date = _date_at(reading, match.end())
    if date is not None and date.value and (amount is None or date.end > amount.end()):
        relation, start, end = "due_on", date.start, date.end
    elif amount is not None:
        relation, start, end = "amounts_to", amount.start(), amount.end()
    else:
        return
    since = Since(reading.heard.said_at, reading.heard.precision)
    yield Statement(relation, match.span("thing"), "thing", (start, end), "", begin, end, True, False, 0.85, since)


def _near(reading: _Reading, start: int, end: int) -> Iterator[Statement]:
    for rule, pattern in reading.grammar.near:
        for match in pattern.finditer(reading.text, start, end):
            begin, stop = match.span("o")
            over = [name for name in reading.heard.names if name.start < stop and begin < name.end]
            wanted = RELATIONS[rule.relation].kind
            if wanted == "person" and any(name.kind not in ("person", "other") for name in over):
                continue
            since = Since(reading.heard.said_at, reading.heard.precision)
            yield Statement(
                rule.relation, None, "", (begin, stop), wanted, match.start(), match.end(), True, False,
                rule.confidence, since,
            )  # fmt: skip


# -- times


def _date_at(reading: _Reading, start: int) -> DateFound | None:
    piece = reading.text[start : min(reading.sentence.end, start + 60)]
    found = find_dates(piece, reading.heard.said_at)
    if not found or found[0].start > 1 or found[0].value is None or not _ISO_DAY.match(found[0].value):
        return None
    return DateFound(found[0].start + start, found[0].end + start, found[0].value, found[0].kind)


def _since(reading: _Reading, tense: Tense, relation: str, clause: tuple[int, int]) -> Since:
    """Since when it is so: what the clause says, else when it was said."""
    said = Since(reading.heard.said_at, reading.heard.precision)
    if tense is Tense.PLAN or relation in ("born_on", "born_in"):
        return said
    text = reading.text[slice(*clause)]
    if tense is Tense.STATE:
        told = reading.grammar.since.search(text)
        if told is None:
            return said
        dates = [
            d
            for d in find_dates(text, reading.heard.said_at)
            if abs(d.start - told.end()) <= 1 or d.start == told.start()
        ]
    else:
        dates = list(find_dates(text, reading.heard.said_at))
    for each in dates:
        since = _moment(each.value)
        if since is not None and since.at is not None:
            if reading.heard.said_at is None or since.at <= reading.heard.said_at.replace(tzinfo=None):
                return since
    return said


def _moment(value: str | None) -> Since | None:
    """The beginning of what a date says, and how exactly that is known."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    if not _ISO_DAY.match(first):
        return None
    start = datetime.fromisoformat(first)
    if last == "..":
        return Since(
            start,
            Precision.YEAR if first[5:10] == "01-01" else Precision.MONTH if first[8:10] == "01" else Precision.DAY,
        )
    if not _ISO_DAY.match(last):
        return Since(start, Precision.DAY if "T" not in first else Precision.MINUTE)
    days = (datetime.fromisoformat(last) - start).days
    return Since(start, Precision.DAY if days <= 7 else Precision.MONTH if days <= 92 else Precision.YEAR)
