"""The reader shows Markdown, fetches nothing, marks the right words, and copies what was written."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Memory, Role
from mnemoteca.gui.components.conversation import Conversation
from mnemoteca.gui.components.folding import MOST, SHOWN, part
from mnemoteca.gui.components.links_menu import LinksMenu
from mnemoteca.gui.finding import Sought
from mnemoteca.gui.panes.reader import ReaderPane
from mnemoteca.gui.theme.theme import Theme
from tests.driven import DrivenClock
from tests.gui.memories import memory, session, stretch

PLAN = """# A plan

Then **the question** is *what* it `costs`:

| flat | rent |
|---|--:|
| Boa Viagem | 3.900 |
| Rua da Aurora | 4.200 |

1. Sign the lease
   - by 5 December
- [x] measure the sofa

> Two months as deposit.

---

```python
def rent():
    return 4_200
```

See [the notes](https://example.org/notes?a=1&b=2)."""


class Watched(Conversation):
    """Tells what it was asked to load."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.loaded: list[str] = []

    def loadResource(self, type: int, name: QUrl | str) -> object:
        self.loaded.append(str(name))
        return super().loadResource(type, name)


@pytest.fixture
def reader(qapp: QApplication, qtbot: QtBot) -> Iterator[ReaderPane]:
    made = ReaderPane(Theme(qapp, "dark"), DrivenClock())
    qtbot.addWidget(made)
    made.resize(660, 900)
    made.show()
    yield made
    made.hide()


def text_of(reader: ReaderPane) -> Conversation:
    return reader.findChildren(Conversation)[0]


def show(reader: ReaderPane, *texts: str, role: Role = Role.ASSISTANT) -> tuple[Memory, ...]:
    turns = tuple(memory(text, id=100 + n, position=n, role=role, speaker="Claude") for n, text in enumerate(texts))
    reader.show_session(session(turns=len(turns)))
    reader.add_turns(0, stretch(turns))
    return turns


def marked(conversation: Conversation) -> list[str]:
    """The words that stand in the painted boxes."""
    at = next(n for n, turn in enumerate(conversation.turns()) if turn == conversation.chosen())
    high = conversation.verticalScrollBar().value()
    found = []
    for rect in conversation._mark_rects(at):
        middle = round(rect.center().y()) - high
        start = conversation.cursorForPosition(QPoint(round(rect.left() + 3), middle))
        end = conversation.cursorForPosition(QPoint(round(rect.right() - 1), middle))
        start.setPosition(end.position(), QTextCursor.MoveMode.KeepAnchor)
        found.append(start.selectedText())
    return found


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_marks_are_gone_and_words_are_there(reader: ReaderPane) -> None:
    show(reader, PLAN)
    lines = text_of(reader).toPlainText().splitlines()
    for line in ("A plan", "Then the question is what it costs:", "1.\tSign the lease", "◦\tby 5 December"):
        assert line in lines
    assert {"☑\tmeasure the sofa", "Two months as deposit.", "    return 4_200", "See the notes."} <= set(lines)
    assert not any(sign in text_of(reader).toPlainText() for sign in ("**", "```", "|--", "]("))
    text_of(reader).grab()


def test_plain_turns_look_as_they_were_written(reader: ReaderPane) -> None:
    show(reader, "One line\n\nand another")
    assert text_of(reader).toPlainText().endswith("\nOne line\n\nand another")


def test_nothing_is_ever_loaded(qapp: QApplication, qtbot: QtBot) -> None:
    shown = Watched(Theme(qapp, "dark"))
    qtbot.addWidget(shown)
    shown.resize(600, 500)
    shown.show()
    hostile = (
        "![a](http://example.org/a.png) <img src='file:///etc/passwd'> ![b](file:///etc/passwd)\n\n"
        "![c](data:image/png;base64,iVBORw0KGgo=) <link rel=stylesheet href=http://example.org/x.css>\n\n"
        "[j](javascript:alert(1)) <script src='http://example.org/x.js'></script> <iframe src='//x'></iframe>"
    )
    shown.add_after((memory(hostile),))
    shown.grab()
    shown.selectAll()
    shown.copy()
    assert "<script src='http://example.org/x.js'></script>" in clipboard()
    assert shown.loaded == []
    assert shown.loadResource(2, "http://example.org/a.png") is None
    hrefs = {shown.anchorAt(QPoint(x, y)) for x in range(40, 560, 6) for y in range(0, 300, 6)}
    assert hrefs >= {"", "link:http://example.org/a.png"}
    assert all(href.startswith("link:http://example.org/") for href in hrefs - {""})


def test_found_words_are_marked_where_they_stand(reader: ReaderPane) -> None:
    show(reader, PLAN)
    wanted = ["question", "costs", "Aurora", "lease", "sofa", "deposit", "return", "notes"]
    spans = tuple((PLAN.index(word), PLAN.index(word) + len(word)) for word in wanted)
    reader.choose(100, spans)
    assert marked(text_of(reader)) == wanted
    text_of(reader).grab()


def test_a_hit_far_down_is_marked_and_brought_into_sight(reader: ReaderPane, qtbot: QtBot) -> None:
    text = "Some *words* that say little.\n\n" * 300 + "The **truck** is Marcos’s.\n\n" + "And on.\n\n" * 200
    show(reader, text)
    reader.choose(100, Sought("trucks", text[:600], ()))
    conversation = text_of(reader)
    qtbot.waitUntil(lambda: "**" not in conversation.toPlainText())
    assert marked(conversation) == ["truck"]
    (rect,) = conversation._mark_rects(0)
    high = conversation.verticalScrollBar().value()
    assert high < rect.center().y() < high + conversation.viewport().height()


def test_a_question_marks_stems_beginnings_and_what_the_hit_met() -> None:
    text = "Boxes first. Then the box, the Café and the moving van; cafes move."
    assert [text[a:b] for a, b in Sought("box tag:x -van mov", text, ((0, 5),)).on(memory(text))] == [
        "Boxes", "box", "moving", "move",
    ]  # fmt: skip
    assert [text[a:b] for a, b in Sought("café ").on(memory(text))] == ["Café", "cafes"]


def test_copying_a_selection_gives_words_that_can_be_read(reader: ReaderPane) -> None:
    show(reader, PLAN)
    text_of(reader).selectAll()
    text_of(reader).copy()
    copied = clipboard()
    assert "flat\trent\nBoa Viagem\t3.900\nRua da Aurora\t4.200\n1. Sign the lease\n◦ by 5 December\n" in copied
    assert "Two months as deposit.\n---\ndef rent():\n    return 4_200\nSee the notes." in copied
    data = QGuiApplication.clipboard().mimeData()
    assert not data.hasHtml()


def test_the_code_is_copied_as_it_was_written(reader: ReaderPane, qtbot: QtBot) -> None:
    show(reader, "```sh\n\tls -l\r\n\n```\n\ntext\n\n~~~\nb & <c>\n~~~")
    conversation = text_of(reader)
    conversation.grab()
    first, second = conversation._boxes
    for each, code in ((second, "b & <c>"), (first, "\tls -l\n")):
        place = each.button(conversation._theme).center().toPoint()
        with qtbot.waitSignal(reader.copied):
            qtbot.mouseClick(conversation.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert clipboard() == code
    assert reader.chosen() is None  # the button is no choice of a turn
    reader.choose(100)
    QGuiApplication.clipboard().clear()
    assert reader.copy_code()
    assert clipboard() == "\tls -l\n"


def test_code_in_sight_gets_its_colours(reader: ReaderPane, qtbot: QtBot) -> None:
    show(reader, PLAN)
    conversation = text_of(reader)
    block = conversation.document().find("def rent").block()
    qtbot.waitUntil(lambda: bool(block.layout().formats()))
    formats = block.layout().formats()
    assert formats[0].format.foreground().color().name().upper() == "#B9A7E8"
    qtbot.wait(50)
    conversation._theme.use("light")
    qtbot.waitUntil(lambda: bool(conversation.document().find("def rent").block().layout().formats()))
    formats = conversation.document().find("def rent").block().layout().formats()
    assert formats[0].format.foreground().color().name().upper() == "#6B3FB5"


def test_a_text_can_be_seen_as_it_was_written_and_back(reader: ReaderPane) -> None:
    show(reader, PLAN, "**b**")
    reader.choose(101, ((2, 3),))
    reader.set_formatted(False)
    assert not reader.formatted()
    assert PLAN in text_of(reader).toPlainText()
    assert marked(text_of(reader)) == ["b"]
    reader.set_formatted(True)
    assert "**" not in text_of(reader).toPlainText()
    chosen = reader.chosen()
    assert chosen is not None
    assert chosen.id == 101


def test_a_long_text_is_formatted_as_soon_as_it_is_ready(reader: ReaderPane, qtbot: QtBot) -> None:
    show(reader, "Before", "Some **words**.\n\n" * 600, "After")
    reader.choose(102)
    qtbot.waitUntil(lambda: "**" not in text_of(reader).toPlainText())
    assert text_of(reader).toPlainText().endswith("After")
    block = text_of(reader).document().find("After")
    assert block.blockNumber() == text_of(reader)._starts[2] + 1


def test_what_is_read_stands_still_while_texts_above_become_formatted(reader: ReaderPane, qtbot: QtBot) -> None:
    long = "Some **words**.\n\nAnd `more`.\n\n" * 300
    show(reader, long, "Here I read.\n" * 60, long)
    conversation = text_of(reader)
    reader.choose(101)
    top = conversation.cursorRect(conversation.document().find("Here I read")).top()
    qtbot.waitUntil(lambda: "**" not in conversation.toPlainText())
    assert abs(conversation.cursorRect(conversation.document().find("Here I read")).top() - top) <= 2


def test_what_is_too_intricate_is_plain_and_says_so(reader: ReaderPane, qtbot: QtBot) -> None:
    nested = "".join("  " * n + "- a\n" for n in range(200))
    show(reader, "[" * 8_000, nested)
    said = "Shown as it was written: too intricate to be formatted."
    qtbot.waitUntil(lambda: text_of(reader).toPlainText().count(said) == 2)
    shown = text_of(reader).toPlainText()
    assert "[" * 8_000 in shown
    assert "- a\n" in shown


def test_a_huge_text_shows_its_beginning_and_more_when_wanted(reader: ReaderPane, qtbot: QtBot) -> None:
    whole = "".join(f"Line {n} of *many*.\n\n" for n in range(40_000))
    turn = memory(whole[:64_000], id=100, position=0)
    turn = replace(turn, length=len(whole))
    reader.show_session(session(turns=1))
    reader.add_turns(0, stretch((turn,)))
    conversation = text_of(reader)
    assert len(conversation.toPlainText()) < SHOWN + 200
    assert "Show more" in conversation.toPlainText()
    reader.choose(100)
    for _ in range(3):
        qtbot.keyClick(conversation, Qt.Key.Key_Return)
    assert SHOWN < len(conversation.toPlainText()) < MOST + 1_000
    assert "Show more" not in conversation.toPlainText()
    assert "Copy the text to read it whole elsewhere." in conversation.toPlainText()


def test_the_beginning_of_a_text_ends_with_a_line_or_a_word() -> None:
    assert part("a" * 30, 10) == "a" * 10
    assert part("\n" * 5_000, 1_600) == "\n" * 99
    assert part("x" * 90 + "\n" + "y" * 90, 100) == "x" * 90
    assert part("x" * 95 + " " + "y" * 90, 100) == "x" * 95


def test_a_link_shows_its_address_before_it_can_be_opened(reader: ReaderPane, qtbot: QtBot) -> None:
    show(reader, PLAN)
    conversation = text_of(reader)
    found = conversation.document().find("the notes")
    left = QTextCursor(found)
    left.setPosition(found.selectionStart())
    conversation.verticalScrollBar().setValue(conversation.verticalScrollBar().maximum())
    place = (conversation.cursorRect(left).center() + conversation.cursorRect(found).center()) / 2
    qtbot.mouseClick(conversation.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = reader.findChildren(LinksMenu)[-1]
    address, _, opens, copies = menu.actions()
    assert address.text() == "https://example.org/notes?a=1&&b=2"
    assert not address.isEnabled()
    assert opens.text() == "Open in the browser"
    with qtbot.waitSignal(reader.copied):
        copies.trigger()
    assert clipboard() == "https://example.org/notes?a=1&b=2"
    menu.close()


def test_enter_offers_the_addresses_of_the_chosen_turn(reader: ReaderPane, qtbot: QtBot) -> None:
    show(reader, "[a](https://аpple.com/) and https://b.org and [a](https://аpple.com/)")
    reader.choose(100)
    qtbot.keyClick(text_of(reader), Qt.Key.Key_Return)
    menu = reader.findChildren(LinksMenu)[-1]
    assert [action.text() for action in menu.actions()] == ["https://xn--pple-43d.com/", "https://b.org"]
    menu.close()


def test_screen_readers_hear_the_words_of_a_turn(reader: ReaderPane) -> None:
    show(reader, PLAN)
    heard = QAccessible.queryAccessibleInterface(text_of(reader))
    assert heard is not None
    told = heard.textInterface()
    assert told is not None
    words = told.text(0, told.characterCount())
    assert "Then the question is what it costs:" in words
    assert "**" not in words


def test_a_reader_that_goes_leaves_nothing_under_way(qapp: QApplication, qtbot: QtBot) -> None:
    made = Conversation(Theme(qapp, "dark"))
    made.add_after((memory("Some **words**.\n\n" * 700),))
    made.deleteLater()
    del made
    gc.collect()
    qtbot.wait(150)
