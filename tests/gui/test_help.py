"""The help: complete in both languages, searched, with links between its pages, opened where one is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.cli.command import Command
from mnemoteca.cli.table import COMMANDS as ON_THE_COMMAND_LINE
from mnemoteca.core.operators import NAMES
from mnemoteca.core.resources import resource
from mnemoteca.core.settings import SETTINGS
from mnemoteca.core.text import fold
from mnemoteca.core.views import Place
from mnemoteca.gui import settings_words
from mnemoteca.gui.commands import COMMANDS
from mnemoteca.gui.components.markdown_blocks import formatted_blocks
from mnemoteca.gui.help_text import TOPICS, HelpText, read_pages, shown_keys
from mnemoteca.gui.helping import OF_PLACES, topic_of
from mnemoteca.gui.page import Page
from mnemoteca.gui.translations import LANGUAGES, Translations
from mnemoteca.gui.window import Window
from mnemoteca.library.importers.detect import IMPORTERS
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui


@pytest.fixture(params=LANGUAGES)
def pages(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[dict[str, HelpText]]:
    """All pages of one language, while it is in force."""
    translations = Translations()
    translations.use(request.param)
    yield {page.id: page for page in read_pages(request.param)}
    translations.use("en")


def test_every_page_is_there_in_both_languages_and_none_besides() -> None:
    for language in LANGUAGES:
        assert {file.stem for file in (resource("help") / language).iterdir()} == set(TOPICS)


def test_every_command_of_the_window_stands_on_the_page_of_keys(pages: dict[str, HelpText]) -> None:
    text = pages["keyboard"].text
    for command in COMMANDS:
        said = QApplication.translate("Commands", command.text)
        assert f"| {said} |" in text, command.id
        assert all(f"`{keys}`" in text for keys in shown_keys(command)), command.id


def test_every_setting_stands_on_the_page_of_settings(pages: dict[str, HelpText]) -> None:
    text = pages["settings"].text
    for setting in SETTINGS.values():
        assert f"`{setting.name}`" in text, setting.name
        if setting.listed:
            assert f"**{settings_words.title(setting.name)}.** {settings_words.help_of(setting.name)}" in text


def with_parts(commands: tuple[Command, ...], before: str = "mnemoteca") -> Iterator[tuple[str, Command]]:
    for command in commands:
        yield f"{before} {command.name}", command
        yield from with_parts(command.parts, f"{before} {command.name}")


def test_every_command_of_the_command_line_is_told_with_its_options(pages: dict[str, HelpText]) -> None:
    told = pages["command-line"].text
    for name, command in with_parts(ON_THE_COMMAND_LINE):
        begins = re.search(rf"^\*\*`{re.escape(name)}(?: [^`]*)?`\*\*: .+$", told, re.MULTILINE)
        assert begins, name
        own = told[begins.start() :].partition("\n**`")[0]
        assert command.example in own
        for argument in command.arguments:
            if argument.names[0].startswith("-"):
                assert all(re.search(rf"`[^`]*{option}\b", own) for option in argument.names), (name, argument.names)
            else:
                assert argument.options.get("metavar", argument.names[0]) in begins[0], name


def test_every_operator_and_every_format_is_told(pages: dict[str, HelpText]) -> None:
    search = fold(pages["search"].text)
    assert all(f"`{name}:" in search for name in NAMES)
    formats = pages["bringing-in"].folded
    for importer in IMPORTERS:
        assert any(word in formats for word in re.split(r"[-_]", importer.name)), importer.name


def test_nothing_is_left_in_braces_and_every_link_leads_to_a_page(pages: dict[str, HelpText]) -> None:
    for page in pages.values():
        assert not re.search(r"\{\w+\}", page.text.replace('{"id"', "")), page.id
        links = re.findall(r"\]\(([^)]*)\)", page.text)
        assert all(link.removeprefix("help:") in TOPICS for link in links), page.id
        assert formatted_blocks(page.text, "", ("help:",)), page.id
        assert page.title
        assert page.text.count("\n# ") == 0, page.id


def test_both_languages_have_the_same_headings_tables_and_links() -> None:
    def shape(page: HelpText) -> tuple[int, int, list[str], list[str]]:
        rows = page.text.count("\n|")
        links = re.findall(r"help:([\w-]+)", page.text)
        return page.text.count("\n## "), rows, links, sorted(re.findall(r"`(--?[\w-]+)", page.text))

    english, portuguese = read_pages("en"), read_pages("pt_BR")
    for one, other in zip(english, portuguese, strict=True):
        assert one.text != other.text
        told, twin = shape(one), shape(other)
        assert told[:3] == twin[:3], one.id


def opened(household: Household) -> Window:
    household.library.capture("Oat milk")
    window = household.open().window
    household.qtbot.waitUntil(lambda: window.browsing.entries.count == 1)
    household.settle()
    return window


def test_the_key_opens_the_page_for_where_one_is_and_esc_leads_back(household: Household) -> None:
    window = opened(household)
    for command, topic in (("page_backups", "backups"), ("place_trash", "letting-go"), ("page_timeline", "timeline")):
        window.deeds.run(command)
        page = window.browsing.page
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert window.browsing.page is Page.HELP
        assert window.panes.help.topic() == topic
        QTest.keyClick(window.panes.help.search, Qt.Key.Key_Escape)
        assert window.browsing.page is page
        household.settle()
    window.deeds.run("place_everything")
    window.deeds.run("search")
    window.deeds.run("help")
    assert window.panes.help.topic() == "search"
    household.settle()


def test_every_page_and_place_of_the_window_has_a_page_of_the_help() -> None:
    assert {topic_of(page) for page in Page if page is not Page.HELP} | set(OF_PLACES.values()) <= set(TOPICS)
    assert set(OF_PLACES) <= set(Place)


def test_words_are_sought_in_all_pages_and_marked(qtbot: QtBot, household: Household) -> None:
    window = opened(household)
    window.deeds.run("help")
    page = window.panes.help
    assert len(page.titles()) == len(TOPICS)
    QTest.keyClicks(page.search, "preview masked")
    assert page.titles() == ["Bringing in"]
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.topic() == "bringing-in"
    assert {each.cursor.selectedText() for each in page.text.extraSelections()} == {"preview", "masked"}
    page.search.setText("xylophone")
    assert page.titles() == []
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(page.titles()) == len(TOPICS)
    household.settle()


def test_links_and_the_way_back_work_by_keys_alone(qtbot: QtBot, household: Household) -> None:
    window = opened(household)
    window.deeds.run("help")
    page = window.panes.help
    page.open("exporting")
    page.text.setFocus()
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert page.topic() == "command-line"
    QTest.keyClick(page.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.topic() == "exporting"
    page.contents.setFocus()
    QTest.keyClick(page.contents, Qt.Key.Key_Down)
    assert page.topic() == TOPICS[TOPICS.index("exporting") + 1]
    household.settle()


def test_the_help_follows_the_language_at_once(qtbot: QtBot, household: Household) -> None:
    window = opened(household)
    window.deeds.run("help")
    page = window.panes.help
    page.open("tiers")
    assert "lives" in page.text.toPlainText()
    window.deeds.language_wanted.emit("pt_BR")
    qtbot.waitUntil(lambda: "Camadas" in page.titles())
    assert "esmaece" in page.text.toPlainText()
    window.deeds.language_wanted.emit("en")
    household.settle()


def test_the_help_tells_of_the_keys_as_the_person_has_them(qtbot: QtBot, household: Household) -> None:
    window = opened(household)
    window.deeds.run("help")
    page = window.panes.help
    page.open("letting-go")
    assert "Ctrl+D pins the memory" in page.text.toPlainText()
    page.use_keys({"pin": ("Ctrl+Alt+P",)})
    assert "Ctrl+Alt+P pins the memory" in page.text.toPlainText()
    assert window.panes.help.topic() == "letting-go"
    household.settle()
