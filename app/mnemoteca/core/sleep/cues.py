"""By which words a sentence is known as a decision, a preference, a way of doing something, or an open question.

English and Portuguese; precise rather than many: a sentence that asks or supposes is none but a question.
"""

from __future__ import annotations

import re

from mnemoteca.core.sleep.values import PatternKind
from mnemoteca.core.text import fold

LEAST, MOST = 12, 280  # characters of a sentence that can be a pattern
_CUES: tuple[tuple[PatternKind, str], ...] = (
    (
        PatternKind.DECISION,
        r"\b(?:(?:we|i)(?: have|'ve| ve)? (?:just )?(?:finally )?(?:decided|agreed|settled|chose|opted)\b"
        r"|(?:we|i) (?:will|are going to|am going to) (?:use|go with|switch to|stick with|adopt)\b"
        r"|(?:the )?decision(?: is|:)|decid(?:i|imos)\b|ficou decidido|optamos\b|optei\b|escolhemos\b"
        r"|vamos (?:usar|adotar|ficar com)\b|decisao:|combinamos\b)",
    ),
    (
        PatternKind.PREFERENCE,
        r"(?:^|[,;:] |\b(?:and|but|because|so) )(?:i|we) (?:really |always |much |also )?"
        r"(?:(?:prefer|like|love|enjoy|hate|dislike)|(?:do not|don't|dont) (?:really )?(?:like|enjoy)|"
        r"can ?not stand|can't stand) (?!it\b|them\b|that\b|this\b|these\b|those\b|how\b|you|to\W*$|"
        r"the (?:idea|way))\w+"
        r"|\bmy favou?rite (?:\w+ ){1,3}(?:is|are)\b"
        r"|(?:^|[,;:] |\b(?:e|mas|porque) )(?:eu )?(?:sempre |tambem )?"
        r"(?:prefiro|preferimos|adoro|adoramos|detesto|odeio|nao suporto|(?:nao )?gost(?:o|amos) d\w+) "
        r"(?!isso\b|disso\b|ele\b|ela\b|voce)\w+"
        r"|\bm(?:eu|inha) (?:\w+ ){1,3}(?:favorit|preferid)[oa] (?:e|sao|era)\b",
    ),
    (
        PatternKind.HOW_TO,
        r"^(?:to|in order to) \w+[^,]{2,80},\s*(?:\w+ly )?(?:run|use|do|set|open|type|press|click|put|add|call|start|"
        r"take|first|you|we|i)\b|\bhow (?:to|i|we) \w+[^?]*:|\bthe (?:way|trick|steps?) to\b|^steps?:"
        r"|^(?:para|a fim de) \w+[^,]{2,80},\s*(?:rode|use|faca|abra|digite|aperte|clique|coloque|adicione|chame|"
        r"primeiro|basta|e so|eu|voce)\b|\bcomo (?:fazer|faco|fazemos|instalar|configurar|rodar)\b[^?]*:"
        r"|^passos?:|\bo jeito de\b|\bo truque (?:e|para)\b",
    ),
    (
        PatternKind.QUESTION,
        r"\b(?:still (?:have to|need to) (?:find out|check|decide)|(?:need|have) to (?:find out|decide)\b"
        r"|(?:open|unresolved) question|to be (?:decided|clarified)|tbd\b|not sure yet|we do not know yet"
        r"|em aberto|(?:preciso|precisamos|falta|temos que|tenho que) (?:descobrir|decidir|verificar)"
        r"|a (?:decidir|definir)\b|ainda nao (?:sei|sabemos|decidi|decidimos))",
    ),
)
_KNOWN = tuple((kind, re.compile(cue)) for kind, cue in _CUES)
_SUPPOSED = re.compile(
    r"\b(?:if|maybe|perhaps|would|could|might|should we|wish|unless|se|talvez|gostaria|poderia|seria|quem sabe|"
    r"tomara)\b"
)
_STRAIGHT = str.maketrans("’", "'")


def kind_of(sentence: str) -> PatternKind | None:
    """What a sentence is known as; None where it is nothing of the kind."""
    if not LEAST <= len(sentence) <= MOST:
        return None
    said = fold(sentence.translate(_STRAIGHT)).strip()
    asks = sentence.rstrip(" \"'”’)").endswith("?")
    for kind, cue in _KNOWN:
        if cue.search(said):
            if kind is PatternKind.QUESTION:
                return kind
            if not asks and not _SUPPOSED.search(said):
                return kind
    return None
