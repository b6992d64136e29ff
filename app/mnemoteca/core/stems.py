"""Stop words and stems of English and Portuguese, on folded words (lower case, without accents)."""

from __future__ import annotations

_EN = """a an the and or but if of in on at to from by for with about into is are was were be been being am do does did
done have has had having i me my mine we us our ours you your yours he him his she her hers it its they them their
theirs this that these those there here what which who whom whose when where why how not nor so than then too very s t
m re ve ll d can could would should will shall may might must just"""
_PT = """o os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para com sem e ou mas se
que qual quais quem quando onde como porque ao aos a foi era ser sao esta estao foram tem ter ha eu tu ele ela eles elas
nos voce voces seu sua seus suas meu minha meus minhas isso isto este esse essa estes esses aquele aquela nao mais muito
ja lhe lhes me te"""
_PT_ACCENTED = "à às é são está estão há nós você vocês não já até também"
STOP_WORDS_OF = {
    "en": frozenset(_EN.split()) - {"a", "me", "do", "as", "no", "s", "t", "m", "re", "ve", "ll", "d"},
    "pt": (frozenset(_PT.split()) | frozenset(_PT_ACCENTED.split())) - {"a", "me", "do", "as", "no", "te"},
}
STOP_WORDS = frozenset(_EN.split()) | frozenset(_PT.split())
STEM_LENGTH = 5


def stem(word: str) -> str:
    """What the forms of a word share: its first five letters."""
    return word[:STEM_LENGTH]
