"""What the window says of two facts that can't both be so: pure functions."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.knowledge.relations import RELATIONS
from mnemoteca.core.knowledge.values import SELF, Contradiction, Fact
from mnemoteca.gui import words
from mnemoteca.gui.rows import one_line

translate = QCoreApplication.translate


def about(found: Contradiction) -> str:
    """Of whom two statements are, and what they say: Ana · was born on; where they differ in it, both."""
    said = list(dict.fromkeys((relation(found.one), relation(found.other))))
    return f"{_subject(found.one)} · {' / '.join(said)}"


def relation(fact: Fact) -> str:
    """What a fact says between subject and object, in the language in force."""
    known = RELATIONS.get(fact.relation)
    portuguese = QLocale().language() is QLocale.Language.Portuguese
    told = fact.relation if known is None else known.pt if portuguese else known.en
    return told if fact.polarity else translate("Contradictions", "not: %1").replace("%1", told)


def _subject(fact: Fact) -> str:
    return translate("Contradictions", "You") if fact.subject.kind == SELF else fact.subject.name


def claim(fact: Fact) -> str:
    """What one of the two says of the object."""
    thing = one_line(fact.object_entity.name if fact.object_entity is not None else fact.object)
    return thing if fact.polarity else translate("Contradictions", "not: %1").replace("%1", thing)


def evidence(fact: Fact, now: datetime) -> str:
    """Who said it when, in which words: You, 20 Nov: “We move on 15 January”."""
    by = fact.evidence.speaker or translate("Words", "You")
    at = fact.evidence.said_at
    day = "" if at is None else words.short_day(at.astimezone(now.tzinfo).date(), now.date(), QLocale())
    return f"{', '.join(filter(None, (by, day)))}: “{one_line(fact.evidence.quote)}”"
