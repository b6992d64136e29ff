"""What has a form of its own: links, addresses, files, symbols of code, amounts."""

from __future__ import annotations

import re

from mnemoteca.models.nano.entities.entity import Entity

_ENDINGS = (
    "py|pyi|js|jsx|mjs|ts|tsx|java|kt|c|h|cc|cpp|hpp|cs|go|rs|rb|php|swift|scala|sh|bash|ps1|bat|sql|r|ipynb|html?|css|"
    "scss|xml|svg|json|jsonl|ya?ml|toml|ini|cfg|conf|env|lock|md|rst|txt|log|csv|tsv|pdf|docx?|xlsx?|pptx?|odt|ods|epub|"
    "png|jpe?g|gif|webp|bmp|mp3|mp4|wav|mov|avi|zip|tar|gz|7z|exe|deb|rpm|dmg|iso|apk|db|sqlite|gguf|onnx|bak"
)
_NUMBER = r"\d+(?:[.,\u00a0\u202f]\d+)*"
_MANY = r"(?:\s?(?:k|mil(?:h(?:ão|ões|oes|ao))?|bilh(?:ão|ões)|mi|bi|thousand|million|billion|hundred)\b)?"
_UNITS = (
    r"reais|real|centavos|euros?|dólares|dolares|libras|dollars?|bucks|cents|pounds|quid|yen|francs|pesos|"
    r"USD|EUR|BRL|GBP|JPY|CHF|kg|g|mg|km|cm|mm|m²|km²|m2|km/h|mph|ml|l|lb|lbs|oz|ft|miles?|milhas|metros?|quilos?|"
    r"gramas?|litros?|toneladas?|hectares?|GB|MB|KB|TB|GHz|kWh|°C|°F|graus"
)
_FORMS = (
    ("url", re.compile(r"\b(?:https?|ftp|file)://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]}]|\bwww\.[^\s<>\"'`]*[\w/]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]+\.)+[^\W\d_]{2,}\b")),
    (
        "file",
        re.compile(
            rf"(?<![\w@/\\.-])(?:~/|\.{{1,2}}/|/|[A-Za-z]:\\)?(?:[\w.@-]+[/\\])*"
            rf"(?!(?:Node|Vue|Next|Nuxt|Three|D3|React|Express|Ember|Moment|Chart|Alpine)\.js\b)[\w@-][\w.@-]*\.(?:{_ENDINGS})(?![\w@])"
            r"|(?<![\w@/.:])(?:~|\.{1,2})?(?:/[\w.@-]+){2,}/?(?!\w)"
            r"|(?<!\w)(?:Makefile|Dockerfile|README|CHANGELOG|LICENSE|\.gitignore|\.env)(?![\w.])"
        ),
    ),
    (
        "symbol",
        re.compile(
            r"(?<![\w@#/.-])(?:\w+(?:\.|::))*[A-Za-z_]\w*\(\)"  # run(), store.open()
            r"|(?<![\w@#/.-])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![\w/@-])"  # snake_case, MAX_SIZE
            r"|(?<![\w@#/.-])_{1,2}[A-Za-z]\w*"  # _private, __init__
            r"|(?<![\w@#/.-])[a-z]{2,}(?:[A-Z][a-z0-9]+)+(?!\w)"  # camelCase
            r"|(?<![\w@#/.-])\w+(?:::\w+)+"  # std::vector
            r"|(?<![\w@#/.-])[a-z][a-z0-9]*(?:\.[a-z_][a-z0-9_]*){2,}(?![\w/@.-])"  # os.path.join
        ),
    ),
    (
        "amount",
        re.compile(
            rf"(?:R\$|US\$|[$€£¥])\s?{_NUMBER}{_MANY}"
            rf"|(?<![\w.,/:-]){_NUMBER}(?:\s?%|{_MANY}(?:\s(?:de\s)?)?(?:[€£]|(?:{_UNITS})(?![\w/])))"
        ),
    ),
)


def forms_in(text: str) -> list[Entity]:
    """Everything with a form of its own, in the order of the text; where two would overlap, the first in `_FORMS`."""
    found: list[Entity] = []
    for kind, pattern in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(each.start < end and start < each.end for each in found):
                found.append(Entity(start, end, kind))
    return sorted(found, key=lambda each: each.start)
