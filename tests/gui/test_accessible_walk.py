"""The whole window as a screen reader hears it and as the Tab key goes: every page, every card."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.gui.app import Desk
from mnemoteca.gui.commands import COMMANDS
from mnemoteca.gui.components.overlay import Overlay
from mnemoteca.gui.components.plots import Curve, GrowthPlot
from mnemoteca.gui.panes.import_box import Step
from mnemoteca.gui.panes.places import PlaceButton
from mnemoteca.gui.panes.row_view import RowView
from tests.flows.chats import write_chats
from tests.gui.accessible import CONTROLS, nameless, stops, tab_through, walk
from tests.gui.desk import Household, household

__all__ = ["household"]
pytestmark = pytest.mark.gui
PAGES = [command.id for command in COMMANDS if command.id.startswith(("page_", "place_"))]
Role = QAccessible.Role
SAME = {"", "Personal", "Menu", "Backups"}  # names that are the same in both languages, or a person's own
Scene = Callable[["Room"], object]


class Room:
    """A window on a library that has something of everything, and what is done in it."""

    def __init__(self, home: Household, qtbot: QtBot) -> None:
        self.home, self.qtbot = home, qtbot
        chats = write_chats(home.folder.parent / "chats.jsonl")
        library = home.library
        library.wait_job(library.import_file(str(chats)).id, 120.0)
        notes = [library.capture(f"Oat milk {n} #kitchen") for n in range(3)]
        library.add_short_term("Helena has the keys", "personal", 0.2)
        library.pin((notes[0].id,))
        library.forget((notes[1].id,))
        self.desk: Desk = home.open()
        self.window = self.desk.window
        self.window.activateWindow()
        QAccessible.setActive(True)  # as where a screen reader runs

    def run(self, command: str) -> None:
        self.window.deeds.run(command)
        self.home.settle()
        self.qtbot.waitUntil(self.has_come)

    def has_come(self) -> bool:
        """Whether all that is listed on the screen is at hand."""
        views = [view for view in self.window.findChildren(RowView) if view.isVisible()]
        plots = [plot for plot in self.window.findChildren(GrowthPlot) if plot.isVisible()]  # their days come later
        return (
            not self.desk.link.busy
            and all(view.model().index(row, 0).data() for view in views for row in view.on_screen())
            and all(plot.accessibleDescription() for plot in plots)
        )

    def choose_first(self) -> None:
        """Choose the first row of the list, where there is one."""
        views = [view for view in self.window.panes.findChildren(RowView) if view.isVisible()]
        if views:
            views[0].take_focus()
            self.home.settle()

    def find(self, words: str) -> None:
        self.window.search(words)
        self.window.searching.ask()
        self.qtbot.waitUntil(lambda: self.window.browsing.in_hits and bool(self.window.browsing.hits.hits))
        self.choose_first()

    def press(self, name: str) -> None:
        found = [each for each in self.window.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
        next(each for each in found if each.accessibleName() == name or each.text() == name).click()
        self.home.settle()

    def save_a_search(self) -> None:
        self.window.panes.top.set_query("milk")
        self.run("save_search")

    def run_on_a_note(self, command: str) -> None:
        self.run("place_notes")
        self.choose_first()
        self.run(command)

    def look_at_a_file(self) -> None:
        self.window.bring([str(write_chats(self.home.folder.parent / "again.jsonl"))])
        self.qtbot.waitUntil(lambda: self.window.panes.bring_in.step is Step.SEEN)

    def bring_a_file_in(self) -> None:
        box = self.window.panes.bring_in
        self.window.arriving.bring([str(write_chats(self.home.folder.parent / "other.jsonl"))])
        self.qtbot.waitUntil(lambda: box.step is Step.SEEN)
        QTest.keyClick(box, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: box.step is Step.ENDED)

    def ask_to_restore(self) -> None:
        self.run("page_backups")
        self.press("Make one now")
        restore = self.window.care_pages.backing_up
        self.qtbot.waitUntil(lambda: bool(self.home.library.backups()))
        restore.restore_wanted.emit(self.home.library.backups()[0], 8)

    def close_cards(self) -> None:
        for card in self.window.findChildren(Overlay):
            card.hide()
        self.home.settle()


@pytest.fixture(autouse=True)
def no_screen_reader_afterwards() -> Iterator[None]:
    """What walks makes Qt believe that a screen reader listens."""
    yield
    QAccessible.setActive(False)


@pytest.fixture
def room(household: Household, qtbot: QtBot) -> Iterator[Room]:
    made = Room(household, qtbot)
    yield made
    made.close_cards()


CARDS: dict[str, Scene] = {
    "palette": lambda room: room.run("palette"),
    "keys": lambda room: room.run("keys"),
    "new note": lambda room: room.run("new_note"),
    "save a search": Room.save_a_search,
    "tag": lambda room: room.run_on_a_note("tag"),
    "copy as context": lambda room: room.run_on_a_note("copy_context"),
    "a file that was looked at": Room.look_at_a_file,
    "a file that came in": Room.bring_a_file_in,
    "bring a backup back": Room.ask_to_restore,
    "the first close": lambda room: room.desk.staying.card.open_card(),
}


def trouble(window: QWidget, where: str) -> list[str]:
    """What is wrong for ears and for keys in what is shown now."""
    found = [f"{where}: no name for {each}" for each in nameless(window)]
    found += [f"{where}: a screen reader hears no {what}" for what in silent(window)]
    return found


def silent(window: QWidget) -> list[str]:
    """Painted views whose parts are not told, or told without words."""
    missing = []
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None and model.rowCount():
            if not any(heard.name for heard in walk(view) if heard.inside):
                missing.append(f"rows of {type(view).__name__}")
    for plot in window.findChildren(Curve):
        told = QAccessible.queryAccessibleInterface(plot)
        if plot.isVisible() and (told is None or not told.text(QAccessible.Text.Description)):
            missing.append(f"description of {type(plot).__name__}")
    return missing


def unreached(window: QWidget, inside: QWidget, where: str) -> list[str]:
    """What takes the keyboard and is not come to by Tab; also where Tab does not go on, in either direction."""
    forth, back = tab_through(window), tab_through(window, backwards=True)
    wanted = [each for each in stops(window) if inside.isAncestorOf(each) and not stands_for_others(each)]
    found = [f"{where}: Tab does not reach {said(each)}" for each in wanted if each not in forth]
    found += [f"{where}: Shift+Tab does not reach {said(each)}" for each in wanted if each not in back]
    return found


def stands_for_others(widget: QWidget) -> bool:
    """One of those that exclude each other: Tab comes to the chosen one, the arrows to the others."""
    group = widget.group() if isinstance(widget, QPushButton) else None
    return group is not None and group.exclusive() and isinstance(widget, QPushButton) and not widget.isChecked()


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def said(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


def test_every_page_is_heard_and_gone_through_by_tab(room: Room) -> None:
    found: list[str] = []
    for page in PAGES:
        room.run(page)
        room.choose_first()
        found += trouble(room.window, page) + unreached(room.window, room.window.panes, page)
    assert not found, "\n".join(found)


def test_every_page_is_heard_in_portuguese(room: Room) -> None:
    """No part of a page is nameless, and no button keeps its English name."""
    room.run("place_everything")
    english = {each.accessibleName() for each in room.window.findChildren(QPushButton)}
    room.desk.use_language("pt_BR")
    room.home.settle()
    found: list[str] = []
    for page in PAGES:
        room.run(page)
        room.choose_first()
        found += trouble(room.window, page)
        buttons = [each for each in room.window.findChildren(QPushButton) if each.isVisible()]
        found += [f"{page}: {said(each)}" for each in buttons if each.accessibleName() in english - SAME]
    room.desk.use_language("en")
    room.home.settle()
    assert not found, "\n".join(found)


def test_every_card_is_heard_keeps_the_keyboard_and_is_gone_through_by_tab(room: Room) -> None:
    found: list[str] = []
    for name, opens in CARDS.items():
        opens(room)
        room.home.settle()
        cards = [card for card in room.window.findChildren(Overlay) if card.isVisible()]
        assert len(cards) == 1, (name, cards)
        found += trouble(room.window, name) + unreached(room.window, cards[0], name)
        now = QApplication.focusWidget()
        if now is None or not cards[0].isAncestorOf(now):
            found.append(f"{name}: the keyboard left the card")
        told = QAccessible.queryAccessibleInterface(cards[0])
        if told is None or told.role() is not Role.Dialog or not told.text(QAccessible.Text.Name):
            found.append(f"{name}: a screen reader hears no dialog")
        room.close_cards()
    assert not found, "\n".join(found)


def test_hits_the_why_card_suggestions_and_saved_searches_are_heard(room: Room) -> None:
    room.find("milk")
    assert room.window.panes.why.isVisible()
    found = trouble(room.window, "hits") + unreached(room.window, room.window.panes, "hits")
    room.run("save_search")
    room.window.ask.field.setText("Milk again")
    QTest.keyClick(room.window.ask.field, Qt.Key.Key_Return)
    room.home.settle()
    room.qtbot.waitUntil(lambda: any("Milk again" in heard.name for heard in walk(room.window)))
    found += trouble(room.window, "saved search") + unreached(room.window, room.window.panes, "saved search")
    room.run("search")
    QTest.keyClicks(focused(), " tier:")
    room.home.settle()
    found += trouble(room.window, "suggestions")
    assert not found, "\n".join(found)


def test_many_chosen_rows_and_what_can_be_done_to_them_are_heard(room: Room) -> None:
    room.run("place_everything")
    room.choose_first()
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert room.window.panes.list.many.isVisible()
    assert trouble(room.window, "many") + unreached(room.window, room.window.panes, "many") == []


def test_the_first_steps_of_a_new_library_are_heard(household: Household) -> None:
    window = household.open().window
    window.activateWindow()
    assert window.panes.welcome.steps.isVisible()
    assert trouble(window, "first steps") + unreached(window, window.panes, "first steps") == []


def test_quick_capture_is_heard_and_gone_through_by_tab(qtbot: QtBot, household: Household) -> None:
    desk = household.open()
    desk.wishes.writing.open()
    box = desk.wishes.quick
    QTest.keyClicks(box.note.field, "Keys on Friday #move")
    qtbot.waitUntil(lambda: any("#move" in heard.name for heard in walk(box)))
    assert trouble(box, "quick capture") + unreached(box, box, "quick capture") == []
    box.hide()


def test_what_is_painted_says_what_it_shows(room: Room) -> None:
    def says(words: str, inside: str) -> bool:
        return any(words in each.name for each in walk(room.window) if inside in each.inside)

    room.run("page_timeline")
    room.qtbot.waitUntil(lambda: says("memories", "Density"))
    room.run("place_short")
    room.qtbot.waitUntil(lambda: says("faded", "DaysPlot"))
    room.run("place_notes")
    room.choose_first()
    rows = [each.name for each in walk(room.window) if each.role is Role.Cell]
    assert any("Oat milk" in name and "pinned" in name for name in rows), rows
    assert "Forgetting curve" in [each.name for each in walk(room.window) if each.role is Role.Graphic]


def test_places_say_that_one_of_them_is_open(room: Room) -> None:
    told = [QAccessible.queryAccessibleInterface(each) for each in room.window.findChildren(PlaceButton)]
    assert {each.role() for each in told if each is not None} == {Role.RadioButton}


def test_a_choice_of_a_setting_says_which_setting_it_is(room: Room) -> None:
    room.run("page_settings")
    boxes = [box for box in room.window.panes.settings.findChildren(QComboBox) if box.isVisible()]
    assert boxes
    for box in boxes:
        told = QAccessible.queryAccessibleInterface(box)
        assert told is not None
        labels = [other.text(QAccessible.Text.Name) for other, _ in told.relations(QAccessible.RelationFlag.Label)]
        assert labels == [box.accessibleName()]


def test_a_control_without_a_name_is_found(household: Household) -> None:
    window = household.open().window
    button = QPushButton(window.panes)
    button.show()
    QCoreApplication.processEvents()
    assert [each for each in nameless(window) if each.startswith("Button")] != []
    assert Role.Button in CONTROLS
