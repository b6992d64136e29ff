"""Every string of the window in both languages, and every problem's sentence among them."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from mnemoteca.core.errors import NotFound
from mnemoteca.core.resources import resource
from mnemoteca.core.sentences import SENTENCES
from mnemoteca.gui import problems
from mnemoteca.gui.commands import COMMANDS, MENUS
from mnemoteca.gui.notices import PLAIN, notice
from mnemoteca.gui.translations import LANGUAGES, Translations, language_of
from mnemoteca.library import indexing

FOLDER = resource("translations")
PLACEHOLDER = re.compile(r"%L?n|%\d|\{\w*\}|\{\{|\}\}")
SHIFTY = ("%Ln", "%n")  # a singular may say its number in words


@pytest.fixture(scope="module")
def update() -> ModuleType:
    """The program that brings the translations up to date."""
    path = Path(__file__).resolve().parents[2] / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_update", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def portuguese(qapp: QCoreApplication) -> Iterator[Translations]:
    before = QLocale()
    made = Translations()
    made.use("pt_BR")
    yield made
    made.use("en")
    QLocale.setDefault(before)


def messages(path: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(path).getroot().iter("message"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_the_strings_of_the_window_and_no_others(
    language: str, update: ModuleType, tmp_path: Path
) -> None:
    ts = FOLDER / f"mnemoteca_{language}.ts"
    fresh = tmp_path / ts.name
    fresh.write_bytes(ts.read_bytes())
    update.collect(language, fresh)
    assert fresh.read_text() == ts.read_text(), "run: python packaging/translations.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_translated(language: str) -> None:
    for message in messages(FOLDER / f"mnemoteca_{language}.ts"):
        source, translation = message.findtext("source") or "", message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, source
        forms = translation.findall("numerusform") or [translation]
        assert all((form.text or "").strip() for form in forms), source
        for form in forms:
            ours, theirs = (set(PLACEHOLDER.findall(text or "")) - set(SHIFTY) for text in (source, form.text))
            assert ours == theirs, source


def test_every_string_is_looked_for_where_it_was_put() -> None:
    """lupdate guesses the class of a `self.tr` that stands behind a call with a name of its own."""
    contexts = ElementTree.parse(FOLDER / "mnemoteca_pt_BR.ts").getroot().iterfind("context/name")
    assert [name.text for name in contexts if not (name.text or "").isidentifier()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_files_are_up_to_date(language: str, update: ModuleType, tmp_path: Path) -> None:
    ts = FOLDER / f"mnemoteca_{language}.ts"
    fresh = tmp_path / "fresh.qm"
    update.compile(ts, fresh)
    assert fresh.read_bytes() == ts.with_suffix(".qm").read_bytes(), "run: python packaging/translations.py"


def test_every_problem_can_be_translated() -> None:
    known = {key: said for key, said in SENTENCES.items() if key != "unknown"}
    assert known == problems.SENTENCES


def test_a_problem_is_said_in_portuguese(portuguese: Translations) -> None:
    said = problems.said(NotFound("no_space", name="x"))
    assert said == ("Não há espaço chamado “x”.", "Veja os espaços com: mnemoteca spaces.")


def test_notices_of_the_library_are_said_in_portuguese(portuguese: Translations) -> None:
    missing = " ".join(SENTENCES["changes_missing"]).format(count=3, backup="monday.duckdb")
    assert notice(missing).startswith("Faltam as últimas 3 mudanças")
    assert "monday.duckdb" in notice(missing)
    assert set(indexing._SENTENCES.values()) == set(PLAIN)
    assert all(notice(text) != text for text in PLAIN)
    assert notice("something new") == "something new"


def test_every_command_and_menu_is_in_portuguese(portuguese: Translations) -> None:
    own_names = {"English", "Português (Brasil)"}
    texts = {command.text for command in COMMANDS} | {text for text in MENUS.values() if text}
    assert [t for t in texts - own_names if QCoreApplication.translate("Commands", t) == t] == []


def test_the_language_follows_the_machine_unless_it_is_chosen() -> None:
    assert language_of("system", "pt_PT") == "pt_BR"
    assert language_of("system", "de_DE") == "en"
    assert language_of("en", "pt_BR") == "en"


def test_qt_speaks_the_language_too(portuguese: Translations, qtbot: QtBot) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"


def test_what_is_kept_has_one_name_in_portuguese() -> None:
    """A memory is `lembrança` everywhere; the other word is left to machines."""
    found = [text for text in _translated(FOLDER / "mnemoteca_pt_BR.ts") if "memória" in text.lower()]
    found += [path.name for path in resource("help/pt_BR").glob("*.md") if "memória" in path.read_text("utf-8").lower()]
    assert found == []


def _translated(path: Path) -> Iterator[str]:
    for message in messages(path):
        translation = message.find("translation")
        if translation is not None:
            yield "".join(translation.itertext())
