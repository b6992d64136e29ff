"""The relations of facts, declared once: how many objects one may have at a time, and what it says in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cardinality(StrEnum):
    """How many objects hold at a time: one that may change, one for good, or any number."""

    SINGLE = "single"
    FIXED = "fixed"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation; `kind` is what its object is where it is a name, `opposite` the one that it excludes.

    `value`: the object is compared as a date or as a number, not as it is written.
    """

    name: str
    cardinality: Cardinality
    en: str
    pt: str
    kind: str = ""
    opposite: str = ""
    value: str = ""


_SINGLE, _FIXED, _MANY = Cardinality.SINGLE, Cardinality.FIXED, Cardinality.MANY
_TABLE = (
    Relation("lives_in", _SINGLE, "lives in", "mora em", "place"),
    Relation("works_at", _SINGLE, "works at", "trabalha em", "organisation"),
    Relation("married_to", _SINGLE, "is married to", "é casado com", "person"),
    Relation("amounts_to", _SINGLE, "is", "é", value="number"),
    Relation("due_on", _SINGLE, "is on", "é em", value="date"),
    Relation("born_on", _FIXED, "was born on", "nasceu em", value="date"),
    Relation("born_in", _FIXED, "was born in", "nasceu em", "place"),
    Relation("from", _FIXED, "is from", "é de", "place"),
    Relation("lived_in", _MANY, "lived in", "morou em", "place"),
    Relation("worked_at", _MANY, "worked at", "trabalhou em", "organisation"),
    Relation("works_as", _MANY, "works as", "trabalha como"),
    Relation("works_on", _MANY, "works on", "trabalha em"),
    Relation("likes", _MANY, "likes", "gosta de", opposite="dislikes"),
    Relation("dislikes", _MANY, "dislikes", "não gosta de", opposite="likes"),
    Relation("prefers", _MANY, "prefers", "prefere"),
    Relation("decided", _MANY, "decided", "decidiu"),
    Relation("plans", _MANY, "plans", "planeja"),
    Relation("uses", _MANY, "uses", "usa"),
    Relation("depends_on", _MANY, "depends on", "depende de"),
    Relation("owns", _MANY, "owns", "tem"),
    Relation("has_pet", _MANY, "has", "tem"),
    Relation("knows", _MANY, "knows", "conhece", "person"),
    Relation("related_to", _MANY, "is related to", "é parente de", "person"),
    Relation("studies", _MANY, "studies", "estuda"),
    Relation("studies_at", _MANY, "studies at", "estuda em", "organisation"),
    Relation("speaks", _MANY, "speaks", "fala"),
    Relation("plays", _MANY, "plays", "toca ou joga"),
    Relation("visited", _MANY, "visited", "visitou", "place"),
    Relation("made", _MANY, "made", "fez"),
    Relation("started", _MANY, "started", "começou"),
    Relation("takes_part_in", _MANY, "takes part in", "participa de"),
    Relation("wants", _MANY, "wants", "quer"),
    Relation("interested_in", _MANY, "is interested in", "tem interesse em"),
    Relation("keeps_doing", _MANY, "keeps", "vem"),
    Relation("did", _MANY, "did:", "fez:"),
    Relation("used_to", _MANY, "used to", "costumava"),
    Relation("has_children", _MANY, "has", "tem"),
    Relation("allergic_to", _MANY, "is allergic to", "é alérgico a"),
)
RELATIONS = {each.name: each for each in _TABLE}
