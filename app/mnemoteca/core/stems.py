"""Stop words and stems of English and Portuguese, on folded words (lower case, without accents).

A word is found by two stems: its first five letters, which hold across both languages and most endings, and
the stem of its language, which tells short words apart. Why both: decisions/01-words-ranking.md.
"""

from __future__ import annotations

from functools import lru_cache

_EN = """a an the and or but if of in on at to from by for with about into is are was were be been being am do does did
done have has had having i me my mine we us our ours you your yours he him his she her hers it its they them their
theirs this that these those there here what which who whom whose when where why how not nor so than then too very s t
m re ve ll d can could would should will shall might must just"""
_PT = """o os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com sem e ou mas se
que qual quais quem quando onde como porque ao aos a foi era ser sao esta estao foram tem ter ha eu tu ele ela eles elas
nos voce voces seu sua seus suas meu minha meus minhas isso isto este esse essa estes esses aquele aquela nao mais muito
ja lhe lhes me te"""
_PT_ACCENTED = "à às é são está estão há nós você vocês não já até também"
_IN_BOTH = {"a", "me", "do", "as", "no", "s", "t", "m", "re", "ve", "ll", "d", "te"}
STOP_WORDS_OF = {
    "en": frozenset(_EN.split()) - _IN_BOTH,
    "pt": (frozenset(_PT.split()) | frozenset(_PT_ACCENTED.split())) - _IN_BOTH,
}
STOP_WORDS = frozenset(_EN.split()) | frozenset(_PT.split())
STEM_LENGTH = 5
SHORTEST = 3  # letters that a stem keeps

# Endings with what takes their place; of each step the longest that fits is taken off.
_STEPS = {
    "en": (
        {"ies": "y", "sses": "ss", "ches": "ch", "shes": "sh", "xes": "x", "oes": "o", "ss": "ss", "us": "us", "s": ""},
        {"ational": "ate", "ization": "ize", "fulness": "ful", "ingly": "", "edly": "", "ation": "ate", "ment": "",
         "ness": "", "able": "", "ible": "", "ing": "", "ied": "y", "eed": "ee", "ion": "", "ed": "", "er": "",
         "ly": ""},
        {"e": "", "y": "i"},
    ),
    "pt": (
        {"coes": "cao", "soes": "sao", "oes": "ao", "aes": "ao", "ais": "al", "eis": "el", "ois": "ol", "res": "r",
         "zes": "z", "ns": "m", "is": "il", "ss": "ss", "s": ""},
        {"amente": "", "mente": "", "idade": "", "acao": "", "icao": "", "ucao": "u", "mento": "", "adora": "",
         "ador": "", "ancia": "", "encia": "", "ando": "", "endo": "", "indo": "", "aram": "", "eram": "", "iram": "",
         "avam": "", "ado": "", "ada": "", "ido": "", "ida": "", "ava": "", "iam": "", "ica": "", "ico": "", "oso": "",
         "osa": "", "ou": "", "eu": "", "iu": "", "ar": "", "er": "", "ir": "", "am": "", "em": "", "ia": ""},
        {"a": "", "e": "", "o": ""},
    ),
}  # fmt: skip
_Endings = dict[str, tuple[tuple[str, str], ...]]


def _by_last_letter(step: dict[str, str]) -> _Endings:
    """The endings under the letter they end with, the longest first: most words have none that is worth a look."""
    found: dict[str, list[tuple[str, str]]] = {}
    for ending in sorted(step, key=len, reverse=True):
        found.setdefault(ending[-1], []).append((ending, step[ending]))
    return {letter: tuple(endings) for letter, endings in found.items()}


_ENDINGS = {lang: tuple(map(_by_last_letter, steps)) for lang, steps in _STEPS.items()}
LANGUAGES = tuple(_STEPS)


def prefix_stem(word: str) -> str:
    """The first five letters; what holds a digit whole, numbers without leading zeros."""
    if word.isalpha():
        return word[:STEM_LENGTH]
    return (word.lstrip("0") or "0") if word.isdigit() else word


def stem(word: str, lang: str) -> str:
    """The stem of a folded word in a language (“en” or “pt”)."""
    if not word.isalpha():
        return word
    for step in _ENDINGS[lang]:
        word = _without_ending(word, step)
    if lang == "en" and len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        return word[:-1]  # planning, planned: plan
    return word


def _without_ending(word: str, endings: _Endings) -> str:
    for ending, instead in endings.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)] + instead
    return word


def keys_anew(word: str, lang: str) -> tuple[str, ...]:
    """As `keys`, for who remembers them in another way."""
    langs = (lang,) if lang in LANGUAGES else LANGUAGES
    return ("=" + prefix_stem(word), *(each + stem(word, each) for each in langs))


@lru_cache(maxsize=8_192)
def keys(word: str, lang: str) -> tuple[str, ...]:
    """Under what a folded word of a text in `lang` is kept: `=` and its first letters, `en` or `pt` and its stem."""
    return keys_anew(word, lang)
