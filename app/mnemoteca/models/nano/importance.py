"""How important a text is likely to be, from 0 to 1, with its reasons; it learns of what a person pins, opens, forgets.

A weighted sum of what can be seen of a text, squeezed between 0 and 1. The weights to begin with are set by hand; what
a person does with a memory moves those of its features, its words among them. Pure: whoever calls it keeps the weights.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from mnemoteca.core.memory import Role
from mnemoteca.core.stems import STOP_WORDS, stem
from mnemoteca.core.text import fold, language, words

LOOKED_AT = 4_000  # characters of a text that are looked at
_STEP = 0.8  # how far one act moves the weights
_MOST = 3.0  # that a learned weight can become
_MOST_WORDS = 2_000  # whose weights are kept
_WORD = "word:"  # before the features that are words
_TOLD = 0.03  # a reason that adds or takes less is not told

# What is seen of a text, and its weight before anybody taught it.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "plain": -0.4, "decided": 1.1, "to do": 0.8, "deadline": 0.5, "likes": 0.8, "about me": 0.6, "stressed": 1.2,
        "names": 0.4, "numbers": 0.2, "by hand": 0.7, "long": 0.3, "very short": -0.8, "small talk": -1.5,
        "question": -0.5, "output": -1.2, "by an assistant": -0.4, "by a tool": -1.5,
    }
)  # fmt: skip
_SEEN = {
    "decided": r"""decid\w+|decision|agreed|settled on|from now on|we will|we ll go with|chose\w*|combinamos|combinado
        |decisao|ficou acertado|ficou resolvido|a partir de agora|escolh\w+|vamos ficar com""",
    "to do": r"""must|have to|has to|need to|needs to|remember to|don t forget|todo|to do|preciso|precisa|precisamos
        |tenho que|tenho de|temos que|lembrar de|nao esquec\w+|falta fazer|pendente""",
    "deadline": r"""deadline|due|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|until|tomorrow|prazo|vence|entrega
        |amanha|ate (?:segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|o dia)""",
    "likes": r"""i (?:really )?(?:like|love|hate|prefer|enjoy|dislike)|favou?rite|can t stand
        |eu (?:gosto|amo)|gosto de|prefiro|adoro|odeio|detesto|favorit[oa]|nao suporto""",
    "about me": r"""allergic|allergy|my (?:birthday|address|name|number|doctor|wife|husband|son|daughter|mother|father)
        |i (?:live|work|was born|am from|moved)|diagnos\w+|alergi\w+|meu (?:aniversario|nome|endereco|numero|medico)
        |minha (?:mulher|esposa|filha|mae)|meu (?:marido|filho|pai)|moro em|trabalho (?:em|na|no|como)|nasci""",
    "stressed": r"""important|urgent|crucial|essential|never forget|note to self|importante|urgente|essencial
        |fundamental|nunca esquec\w+|atencao""",
}
_TALK = r"""ok(?:ay)?|yes|no|thanks?(?: you| a lot| so much)?|lol|haha\w*|hi|hello|hey|bye|great|cool|nice|sure
    |good (?:morning|night|evening)|sim|nao|obrigad[oa]|valeu|kkk+|oi|ola|tchau|bom dia|boa (?:noite|tarde)|beleza
    |legal|certo|claro|tudo bem|blz"""
_BLANKS = re.compile(r"\n\s+")
_COMPILED = {name: re.compile(rf"\b(?:{_BLANKS.sub('', pattern)})\b") for name, pattern in _SEEN.items()}
_SMALL_TALK = re.compile(rf"(?:{_BLANKS.sub('', _TALK)})(?: \w+){{0,3}}")  # the whole text is no more than this
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÀ-Þ][\w'’-]+")
_OUTPUT = re.compile(
    r"^\s*(?:at |File \"|Traceback|\[?(?:INFO|DEBUG|WARN|ERROR)\b|[-+]{3} |@@ |\$ |>>> |\{|\}|<\w+)", re.MULTILINE
)


class Act(StrEnum):
    """What a person did with a memory."""

    PINNED = "pinned"
    OPENED = "opened"
    FORGOTTEN = "forgotten"


_WANTED = {Act.PINNED: 0.95, Act.OPENED: 0.7, Act.FORGOTTEN: 0.05}


@dataclass(frozen=True, slots=True)
class Reason:
    """What was seen, and how much it adds to the importance, or takes."""

    seen: str
    share: float


@dataclass(frozen=True, slots=True)
class Importance:
    """From 0 to 1; the reasons, the strongest first."""

    value: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weights of what can be seen; `moved` holds how far they were moved by what a person did."""

    moved: Mapping[str, float] = field(default_factory=dict)

    def importance(self, text: str, role: Role = Role.USER) -> Importance:
        """How important a text is, as far as it can be seen."""
        seen = seen_in(text, role)
        shares = {name: value * self._weight(name) for name, value in seen.items()}
        value = _squeezed(sum(shares.values()))
        slope = value * (1 - value)
        reasons = [Reason(name.removeprefix(_WORD), round(slope * share, 3)) for name, share in shares.items()]
        told = [each for each in reasons if abs(each.share) >= _TOLD and each.seen != "plain"]
        return Importance(round(value, 3), tuple(sorted(told, key=lambda each: -abs(each.share))))

    def taught(self, acts: Iterable[tuple[str, Act]], role: Role = Role.USER) -> Weighing:
        """The weighing after these acts on memories with these texts, in their order."""
        taught = self
        for text, act in acts:
            taught = taught._after(seen_in(text, role), _WANTED[act])
        return taught

    def _weight(self, name: str) -> float:
        return WEIGHTS.get(name, 0.0) + self.moved.get(name, 0.0)

    def _after(self, seen: Mapping[str, float], wanted: float) -> Weighing:
        error = wanted - _squeezed(sum(value * self._weight(name) for name, value in seen.items()))
        moved = dict(self.moved)
        for name, value in seen.items():
            if name != "plain":  # one act says nothing of all texts
                moved[name] = max(-_MOST, min(_MOST, moved.get(name, 0.0) + _STEP * error * value))
        return Weighing(_kept(moved))


def seen_in(text: str, role: Role = Role.USER) -> dict[str, float]:
    """What is seen of a text: each feature with how strongly, its telling words among them."""
    text = text[:LOOKED_AT]
    folded = words(text)
    plain = " ".join(folded)
    seen = {"plain": 1.0}
    seen.update((name, 1.0) for name, pattern in _COMPILED.items() if pattern.search(plain))
    if _SMALL_TALK.fullmatch(plain):
        seen["small talk"] = 1.0
    seen.update(_of_form(text, len(folded)))
    seen.update(_of_origin(role))
    return seen | _of_words(folded, language(text) or "en")


def _of_form(text: str, count: int) -> dict[str, float]:
    found = {
        "names": min(1.0, len(set(_NAME.findall(text))) / 3),
        "numbers": min(1.0, len(re.findall(r"\d+", text)) / 3),
    }
    found["long"] = min(1.0, count / 60)
    found["very short"] = 1.0 if count < 4 else 0.0
    found["question"] = 1.0 if text.rstrip().endswith("?") else 0.0
    found["output"] = 1.0 if len(_OUTPUT.findall(text)) >= 2 else 0.0
    return {name: value for name, value in found.items() if value}


def _of_origin(role: Role) -> dict[str, float]:
    found = {"by hand": role is Role.NOTE, "by an assistant": role is Role.ASSISTANT, "by a tool": role is Role.TOOL}
    return {name: 1.0 for name, holds in found.items() if holds}


def _of_words(folded: Sequence[str], lang: str) -> dict[str, float]:
    telling = dict.fromkeys(stem(word, lang) for word in folded if word not in STOP_WORDS and len(fold(word)) > 2)
    return {_WORD + each: 1 / math.sqrt(len(telling)) for each in telling}


def _squeezed(total: float) -> float:
    return 1 / (1 + math.exp(-total))


def _kept(moved: Mapping[str, float]) -> dict[str, float]:
    """All but the least telling words where there are too many."""
    if len(moved) <= _MOST_WORDS + len(WEIGHTS):
        return dict(moved)
    return dict(sorted(moved.items(), key=lambda each: (each[0].startswith(_WORD), -abs(each[1])))[:_MOST_WORDS])
