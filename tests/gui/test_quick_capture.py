"""Quick capture: the box comes at once from anywhere, understands what is typed, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.errors import BadInput
from mnemoteca.core.pushes import Wanted, Wish
from mnemoteca.core.tiers import LONG_IMPORTANCE
from mnemoteca.core.views import Place
from mnemoteca.gui.alone import Alone
from mnemoteca.gui.drafts import read_draft
from mnemoteca.gui.link import Connection
from mnemoteca.gui.panes.capture_box import CaptureBox
from mnemoteca.gui.panes.capture_card import CaptureCard
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.library.library import LocalLibrary
from tests.gui.desk import Household, household, rows
from tests.gui.memories import Still
from tests.gui.test_link import Starts

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier
__all__ = ["household"]


@pytest.fixture
def note(qtbot: QtBot, qapp: QApplication) -> CaptureCard:
    made = CaptureCard(Theme(qapp, "dark"), Still())
    qtbot.addWidget(made)
    made.show()
    return made


def test_days_links_and_tags_are_shown_as_chips(note: CaptureCard) -> None:
    note.set_draft("Keys on Friday 4 December, bring the [[lease]] #move and #move, or tomorrow", False)
    assert [text for text, _ in note.understood()] == ["4 Dec", "22 Nov", "lease", "#move"]
    note.set_draft("na sexta 4 de dezembro", False)
    assert [text for text, _ in note.understood()] == ["4 Dec"]


def test_more_chips_than_there_is_room_for_are_told_as_more(note: CaptureCard) -> None:
    note.set_draft(" ".join(f"#tag{letter}" for letter in "abcdefghij"), False)
    assert len(note.understood()) == 7
    assert note.understood()[-1] == ("…", "")


def test_days_links_and_tags_stand_out_in_the_text(note: CaptureCard) -> None:
    note.set_draft("on Friday the [[lease]] #move", False)
    formats = note.field.document().firstBlock().layout().formats()
    assert [(each.start, each.length) for each in formats] == [(3, 6), (14, 9), (24, 5)]


def test_pin_and_importance_are_set_by_key(note: CaptureCard) -> None:
    note.set_draft("Keys", False)
    field = note.field
    QTest.keyClick(field, Qt.Key.Key_D, CTRL)
    assert note.pinned()
    QTest.keyClick(field, Qt.Key.Key_Up, CTRL)
    assert note.importance() == LONG_IMPORTANCE
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Up, CTRL)
    assert note.importance() == 1.0
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Down, CTRL)
    assert note.importance() == 0.7
    assert note.text() == "Keys"


def test_a_book_that_is_pasted_is_not_waited_for(note: CaptureCard) -> None:
    note.set_draft("on Friday #move " + "word " * 200_000 + "#late", False)
    assert [text for text, _ in note.understood()] == ["27 Nov", "#move"]


def test_the_box_over_the_window_keeps_the_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(900, 600)
    box = CaptureBox(Theme(qapp, "dark"), over, Still())
    over.show()
    over.activateWindow()
    qtbot.waitUntil(over.isActiveWindow)
    box.open_box()
    box.note.set_draft("x", False)
    seen = set()
    for _ in range(8):
        seen.add(over.focusWidget())
        QTest.keyClick(over.focusWidget(), Qt.Key.Key_Tab)
    assert all(box.isAncestorOf(widget) for widget in seen if widget is not None)
    assert len(seen) == 4
    QTest.keyClick(box.note.field, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_the_box_comes_within_150_ms_of_the_request(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    desk.wishes.quick.prepare()
    other = QWidget()  # the person is at another program
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not desk.window.isActiveWindow())
    took: list[float] = []
    desk.wishes.quick.shown.connect(took.append)
    for n in range(1, 6):
        household.service.push(Wanted(Wish.CAPTURE))
        qtbot.waitUntil(lambda n=n: len(took) == n)  # type: ignore[misc]
        desk.wishes.quick.hide()
    assert min(took) <= 150, took


def test_what_is_typed_in_one_box_stands_in_the_other_and_is_kept_once(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    desk.wishes.writing.open()
    QTest.keyClicks(desk.wishes.quick.note.field, "The keys are at Helena's")
    desk.wishes.writing.close()
    desk.window.writing.open()
    assert desk.window.panes.capture.note.text() == "The keys are at Helena's"
    QTest.keyClick(desk.window.panes.capture.note.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: rows(desk.window.browsing.entries) == ["The keys are at Helena's"])
    household.settle()
    desk.wishes.writing.open()
    assert desk.wishes.quick.note.text() == ""
    desk.wishes.quick.hide()


def test_a_second_start_brings_the_window_up_and_its_files_in(
    qtbot: QtBot, household: Household, tmp_path: Path
) -> None:
    file = tmp_path / "note.md"
    file.write_text("# A page\n\nOat milk", encoding="utf-8")
    window = household.open().window
    window.showMinimized()
    household.service.push(Wanted(Wish.WINDOW, (str(file),)))
    qtbot.waitUntil(lambda: not window.isMinimized())
    qtbot.waitUntil(window.panes.bring_in.isVisible)
    household.settle()
    window.panes.bring_in.hide()


def test_the_box_alone_keeps_and_goes(qtbot: QtBot, qapp: QApplication, household: Household) -> None:
    alone = Alone(qapp, household.folder, Starts(), household.clock)
    alone.open()
    qtbot.waitUntil(lambda: alone.link.state is Connection.HERE)
    QTest.keyClicks(alone.quick.note.field, "Oat milk #shop")
    with qtbot.waitSignal(alone.keeping.kept):
        QTest.keyClick(alone.quick.note.field, Qt.Key.Key_Return, CTRL)
    assert not alone.quick.isVisible()
    assert household.library.counts().counts[Place.NOTES] == 1
    alone.close()
    assert read_draft(household.folder / "drafts" / "capture.json").waiting == ()


def test_the_box_alone_without_a_service_leaves_the_note_for_the_next_start(
    qtbot: QtBot, qapp: QApplication, household: Household
) -> None:
    household.service.stop()
    alone = Alone(qapp, household.folder, Starts(), household.clock)
    alone.open()
    QTest.keyClicks(alone.quick.note.field, "Oat milk")
    QTest.keyClick(alone.quick.note.field, Qt.Key.Key_Return, CTRL)
    alone.close()
    draft = read_draft(household.folder / "drafts" / "capture.json")
    assert [note.text for note in draft.waiting] == ["Oat milk"]
    household.service.listen()
    desk = household.open()
    qtbot.waitUntil(lambda: rows(desk.window.browsing.entries) == ["Oat milk"])


def test_what_is_typed_in_one_box_is_not_undone_by_the_other_one_that_is_open(
    qtbot: QtBot, household: Household
) -> None:
    desk = household.open()
    desk.wishes.writing.open()
    quick, box = desk.wishes.quick.note, desk.window.panes.capture.note
    QTest.keyClicks(quick.field, "The keys")
    desk.window.writing.open()
    QTest.keyClicks(box.field, " are at Helena's")
    assert quick.text() == "The keys are at Helena's"
    QTest.keyClicks(quick.field, ", she said")
    assert box.text() == "The keys are at Helena's, she said"
    with qtbot.waitSignal(desk.keeping.kept):
        QTest.keyClick(quick.field, Qt.Key.Key_Return, CTRL)
        assert box.text() == ""
    desk.window.panes.capture.hide()
    assert household.library.counts().counts[Place.NOTES] == 1


class Refusing:
    """The library, which takes no note."""

    def __init__(self, library: LocalLibrary) -> None:
        self._library = library

    def capture(self, **_: object) -> None:
        raise BadInput("too_long", size=9, limit=8)

    def __getattr__(self, name: str) -> object:
        return getattr(self._library, name)


def test_a_note_that_comes_back_loses_nothing_of_what_is_typed_meanwhile(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    desk.wishes.writing.open()
    quick = desk.wishes.quick.note
    household.service.library = Refusing(household.library)
    household.service.hold = True
    QTest.keyClicks(quick.field, "too long")
    QTest.keyClick(quick.field, Qt.Key.Key_Return, CTRL)
    desk.wishes.writing.open()
    QTest.keyClicks(quick.field, "Oat milk")
    with qtbot.waitSignal(desk.keeping.returned):
        household.service.release()
    QTest.keyClicks(quick.field, "!")
    assert desk.keeping.draft.text == "too long\n\nOat milk!"
    desk.wishes.quick.hide()
    desk.window.panes.capture.hide()


def test_a_note_that_comes_back_while_the_window_is_out_of_sight_stands_in_the_small_box(
    qtbot: QtBot, household: Household
) -> None:
    desk = household.open()
    desk.window.hide()
    desk.wishes.writing.open()
    quick = desk.wishes.quick
    household.service.library = Refusing(household.library)
    QTest.keyClicks(quick.note.field, "too long")
    with qtbot.waitSignal(desk.keeping.problem):
        QTest.keyClick(quick.note.field, Qt.Key.Key_Return, CTRL)
    assert quick.isVisible()
    assert not desk.window.panes.capture.isVisibleTo(desk.window)
    assert any(label.text().startswith("not saved: ") for label in quick.findChildren(QLabel))
    quick.hide()
