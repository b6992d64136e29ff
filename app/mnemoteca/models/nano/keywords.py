"""The words that speak for a tag, in English and Portuguese: whole words and their stems, never parts of words.

“latest” is no test. This is the floor that the learned weights stand on: how many keywords speak for a tag is one of
their features, and each keyword alone is one of their lessons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnemoteca.core.stems import stem
from mnemoteca.core.text import fold

TAGS = ("bug", "feature", "refactor", "docs", "test", "config", "deploy")
_ENGLISH = {
    "bug": "bug error fix issue problem crash",
    "feature": "add implement create new feature",
    "refactor": "refactor cleanup optimize improve restructure",
    "docs": "docs document documentation readme comment doc guide",
    "test": "test spec assert mock coverage",
    "config": "config configuration configure setting env parameter option",
    "deploy": "deploy release build package publish",
}
_PORTUGUESE = {
    "bug": "erro corrigir correcao conserto consertar problema falha travar bug",
    "feature": "adicionar implementar criar novo nova funcionalidade recurso",
    "refactor": "refatorar refatoracao limpar limpeza otimizar melhorar reestruturar",
    "docs": "documentar documentacao documento leiame comentario guia",
    "test": "teste testar verificar cobertura especificacao",
    "config": "configurar configuracao ajuste ambiente parametro opcao",
    "deploy": "implantar implantacao lancar lancamento versao pacote publicar compilar",
}
_WORD = re.compile(r"[^\W_]+")


def _stems(table: dict[str, str], lang: str) -> dict[str, str]:
    return {form: tag for tag, words in table.items() for word in words.split() for form in (word, stem(word, lang))}


_BY_STEM = {"en": _stems(_ENGLISH, "en"), "pt": _stems(_PORTUGUESE, "pt")}


def keywords() -> Iterator[tuple[str, str]]:
    """Every keyword with its tag."""
    for table in (_ENGLISH, _PORTUGUESE):
        yield from ((word, tag) for tag, words in table.items() for word in words.split())


def keyword_counts(text: str) -> dict[str, int]:
    """How many words of the text speak for each tag; a tag that none speaks for is left out."""
    counts: dict[str, int] = {}
    for word in _WORD.findall(fold(text)):
        for tag in _tags_of(word):
            counts[tag] = counts.get(tag, 0) + 1
    return counts


def _tags_of(word: str) -> set[str]:
    found = (table.get(word) or table.get(stem(word, lang)) for lang, table in _BY_STEM.items())
    return {tag for tag in found if tag}
