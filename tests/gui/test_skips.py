"""What the service says in words of its own is said in Portuguese: reasons, places, secrets, how a job ended."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core import secret_rules, secrets
from mnemoteca.core.jobs import Skipped
from mnemoteca.core.sentences import SENTENCES
from mnemoteca.gui import notices, skips
from mnemoteca.gui.formats import FORMATS
from mnemoteca.gui.secret_kinds import kind_name
from mnemoteca.gui.translations import Translations
from mnemoteca.library.importers import detect

FOLDER = Path(detect.__file__).parent
NAMED_REASONS = ("_DAMAGED", "_ENCRYPTED", "SINGLE_BYTES", "TORN")


@pytest.fixture
def portuguese(qapp: QCoreApplication) -> Iterator[Translations]:
    before = QLocale()
    made = Translations()
    made.use("pt_BR")
    yield made
    made.use("en")
    QLocale.setDefault(before)


def filled(node: ast.expr | None) -> str:
    """A text of the source as a person might see it: each value in it is a number."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(filled(part) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


def reasons() -> list[tuple[str, str]]:
    """Every reason that stands in the importers, with the file it stands in."""
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = {"Unread": 1, "Misfit": 0, "NoGit": 0}.get(node.func.id)
                if at is not None and len(node.args) > at:
                    found.append((path.name, filled(node.args[at])))
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                if node.targets[0].id in NAMED_REASONS:
                    found.append((path.name, filled(node.value)))
    return [(name, text) for name, text in found if " " in text]


@pytest.mark.parametrize(("file", "text"), reasons())
def test_every_reason_of_the_importers_is_said_in_portuguese(portuguese: Translations, file: str, text: str) -> None:
    assert skips.reason(text) != text, file


def test_a_place_is_said_part_by_part_and_names_stay(portuguese: Translations) -> None:
    told = skips.told(Skipped("chats, part 2/a.jsonl, line 2, session 3, turn 1", "it has no text"))
    assert told == "chats, part 2/a.jsonl, linha 2, sessão 3, turno 1: não tem texto"
    assert skips.place("pages 3–9") == "páginas 3–9"
    assert skips.reason("words nobody knows") == "words nobody knows"


def test_every_kind_of_secret_is_named_in_portuguese(portuguese: Translations) -> None:
    kinds = {rule.kind for rule in secret_rules.RULES} | {secrets.PASSWORD, secrets.KEY, secrets.CARD_NUMBER}
    untold = {kind for kind in kinds if kind_name(kind) == kind}
    assert untold == {kind for kind in untold if kind.partition(" ")[2] == "webhook"}


def test_a_job_that_ended_by_a_problem_says_so_in_portuguese(portuguese: Translations) -> None:
    for key in ("no_file", "cannot_read", "disk_full", "internal", "import_cancelled", "nothing_to_import"):
        text = " ".join(filter(None, SENTENCES[key]))
        values = {name: "7" for _, name, _, _ in string.Formatter().parse(text) if name}
        assert notices.outcome(text.format(**values)) != text.format(**values), key
    torn = " ".join(SENTENCES["torn_import"]).format(path="a.jsonl", reason="line 2: it is not valid JSON")
    assert "linha 2: não é JSON válido" in notices.outcome(torn)


def test_the_window_names_every_format_that_can_be_read() -> None:
    assert set(FORMATS) == {importer.name for importer in detect.IMPORTERS}
