"""The panes: every control has a name, keys lead where they should, and what runs is painted no more than needed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.memory import Memory, Space, State, Tier
from mnemoteca.core.recall import TierCount, TierStats
from mnemoteca.core.views import Counts, Place
from mnemoteca.gui import rows
from mnemoteca.gui.components.cards import Cards
from mnemoteca.gui.components.notice import Notice
from mnemoteca.gui.components.toast import Toast
from mnemoteca.gui.panes.capture_box import CaptureBox
from mnemoteca.gui.panes.capture_card import Saved
from mnemoteca.gui.panes.inspector import InspectorPane
from mnemoteca.gui.panes.list_pane import ListPane, Rows
from mnemoteca.gui.panes.places import PlacesPane
from mnemoteca.gui.panes.reader import ReaderPane
from mnemoteca.gui.panes.row_view import RowView
from mnemoteca.gui.panes.status_line import StatusLine
from mnemoteca.gui.panes.tiers_page import TiersPage
from mnemoteca.gui.panes.top_bar import TopBar
from mnemoteca.gui.panes.welcome import WelcomePane
from mnemoteca.gui.rows import RowRole, RowValue
from mnemoteca.gui.theme.theme import Theme
from tests.gui.memories import NOW, Still, memory, session, short, stretch, talk

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView, QProgressBar)
Index = QModelIndex | QPersistentModelIndex


class Lines(QAbstractTableModel):
    """Rows by a function, headers at these items."""

    def __init__(self, count: int, headers: Sequence[int] = (), left_s: float | None = None) -> None:
        super().__init__()
        self._count, self._headers, self._left_s = count, headers, left_s

    def header_items(self) -> Sequence[int]:
        return self._headers

    def come(self, count: int, headers: Sequence[int]) -> None:
        """So many come in at the top, after which the headers stand at these items."""
        self.beginInsertRows(QModelIndex(), 0, count - 1)
        self._count, self._headers = self._count + count, headers
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        header = index.row() in self._headers
        return Qt.ItemFlag.ItemIsEnabled if header else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> RowValue | None:
        if role != RowRole:
            return None
        if index.row() in self._headers:
            return RowValue(header="Today")
        shown = memory() if self._left_s is None else short(self._left_s)
        return rows.memory_row(shown, NOW, QLocale("en"))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


def shown(qtbot: QtBot, widget: QWidget, width: int = 420, height: int = 700) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    QApplication.processEvents()


def all_panes(theme: Theme, over: QWidget) -> list[QWidget]:
    """Each pane with something in it."""
    at_hand = memory(tags=("move",), pinned=True, access_count=2, last_access=NOW)
    top, places, listed, reader = TopBar(theme), PlacesPane(theme), ListPane(theme), ReaderPane(theme, Still())
    top.set_spaces((Space("personal", 1, 1, True),), "personal")
    places.set_counts(Counts({Place.EVERYTHING: 48_213}))
    listed.set_title("Sessions", "612")
    listed.set_model(Lines(20, (0, 4)))
    reader.show_session(session(turns=3))
    reader.add_turns(0, stretch(talk(3)))
    inspector, tiers, status = InspectorPane(theme, Still()), TiersPage(theme, Still()), StatusLine(theme)
    inspector.set_memory(at_hand)
    tiers.set_column(Tier.SHORT, (short(40),), 12)
    status.set_jobs((job(),))
    status.set_service("Starting…")
    capture, toast, notice = CaptureBox(theme, over, Still()), Toast(theme, over), Notice(theme)
    capture.note.set_draft("Keys on Friday #move", True)
    toast.tell("Forgotten.", "Undo")
    notice.set_notice("The last backup is of yesterday.", "Back up now")
    return [top, places, listed, reader, inspector, tiers, status, WelcomePane(theme), capture, toast, notice]


def job() -> Job:
    return Job(1, "import", "Bringing in talks.jsonl", JobState.RUNNING, 64, 100, "turns", 9.0, 20.0, "", None, None)


def test_every_control_of_every_pane_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    for pane in all_panes(theme, over):
        qtbot.addWidget(pane)
        assert pane.accessibleName(), type(pane).__name__
        for control in pane.findChildren(QWidget):
            if isinstance(control, CONTROLS) and not control.isHidden():
                name = control.accessibleName()
                assert name, f"{type(pane).__name__}: {type(control).__name__}"
                assert name != "…"


def test_a_nameless_control_would_be_noticed(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    QLineEdit(pane)
    assert [c for c in pane.findChildren(QWidget) if isinstance(c, CONTROLS) and not c.accessibleName()]


def test_the_arrow_keys_pass_over_the_headers(theme: Theme, qtbot: QtBot) -> None:
    pane = ListPane(theme)
    pane.set_model(Lines(10, (0, 3)))
    shown(qtbot, pane)
    chosen: list[int] = []
    pane.row_chosen.connect(chosen.append)
    pane.focus_list()
    view = pane.findChildren(RowView)[0]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    assert chosen == [1, 2, 4, 2, 9, 1]


def test_headers_are_lower_than_rows_also_where_rows_come_in(theme: Theme, qtbot: QtBot) -> None:
    pane = ListPane(theme)
    pane.set_model(Lines(10, (0, 3)))
    shown(qtbot, pane)
    view = pane.findChildren(RowView)[0]
    assert [view.rowHeight(n) for n in range(5)] == [36, 68, 68, 36, 68]
    model = Lines(10, (1,))
    pane.set_model(model)
    assert [view.rowHeight(n) for n in range(5)] == [68, 36, 68, 68, 68]
    model.come(1, (2,))
    model.come(1, (0, 3))
    assert [view.rowHeight(n) for n in range(5)] == [36, 68, 68, 36, 68]


def test_a_million_rows_are_shown_at_once(theme: Theme, qtbot: QtBot) -> None:
    pane = ListPane(theme)
    shown(qtbot, pane)
    seen: list[tuple[int, int]] = []
    pane.looked_at.connect(lambda first, last: seen.append((first, last)))
    begun = time.thread_time()
    pane.set_model(Lines(1_000_000, tuple(range(0, 1_000_000, 500))))
    pane.choose(500_001)
    QApplication.processEvents()
    assert time.thread_time() - begun < 1.5
    qtbot.waitUntil(lambda: bool(seen) and seen[-1][0] <= 500_001 <= seen[-1][1])
    assert seen[-1][1] - seen[-1][0] < 30


@pytest.mark.parametrize(("left_s", "pace"), [(200.0, 1), (None, 0)])
def test_the_list_beats_only_while_time_runs_on_the_screen(
    theme: Theme, qtbot: QtBot, left_s: float | None, pace: int
) -> None:
    pane = ListPane(theme)
    pane.set_model(Lines(10, left_s=left_s))
    shown(qtbot, pane)
    view = pane.findChildren(RowView)[0]
    qtbot.waitUntil(lambda: view._pulse.pace_s == pace)
    pane.hide()
    assert view._pulse.pace_s == 0


def test_an_empty_list_says_so(theme: Theme, qtbot: QtBot) -> None:
    pane = ListPane(theme)
    pane.set_empty("Nothing is pinned.", "Ctrl+D pins.")
    pane.set_model(Lines(0))
    shown(qtbot, pane)
    assert not pane.findChildren(RowView)[0].isVisible()
    pane.set_kind(Rows.HITS)
    pane.set_model(Lines(3))
    assert pane.findChildren(RowView)[0].isVisible()


def test_places_are_chosen_by_the_arrow_keys(theme: Theme, qtbot: QtBot) -> None:
    pane = PlacesPane(theme)
    shown(qtbot, pane, 224)
    chosen: list[Place] = []
    pane.place_chosen.connect(chosen.append)
    pane.set_place(Place.SHORT)
    assert chosen == []
    button = next(b for b in pane.findChildren(QAbstractButton) if b.isChecked())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Down)
    assert (chosen, pane.place()) == ([Place.MEDIUM], Place.MEDIUM)


def test_escape_empties_the_search_and_down_goes_to_what_was_found(theme: Theme, qtbot: QtBot) -> None:
    bar = TopBar(theme)
    shown(qtbot, bar, 1200, 48)
    field = bar.findChildren(QLineEdit)[0]
    edited: list[str] = []
    bar.query_edited.connect(edited.append)
    qtbot.keyClicks(field, "van")
    with qtbot.waitSignal(bar.list_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.search_left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert edited == ["v", "va", "van"]
    assert bar.query() == ""


def test_a_note_is_kept_by_its_key_and_stays_when_the_box_closes(theme: Theme, qtbot: QtBot) -> None:
    over = QWidget()
    box = CaptureBox(theme, over, Still())
    note = box.note
    shown(qtbot, over, 900, 600)
    edited: list[int] = []
    note.edited.connect(lambda: edited.append(1))
    note.set_draft("Keys on", False)
    box.open_box()
    assert edited == []
    field = box.findChildren(QPlainTextEdit)[0]
    qtbot.keyClicks(field, " Friday #move")
    with qtbot.waitSignal(note.keep_wanted):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert (note.text(), note.pinned(), note.importance()) == ("Keys on Friday #move", False, 0.7)
    assert len(edited) == len(" Friday #move")
    note.set_saved(Saved.TROUBLE, "no space left")


def test_the_inspector_offers_what_can_be_done(theme: Theme, qtbot: QtBot) -> None:
    pane = InspectorPane(theme, Still())
    shown(qtbot, pane, 312)

    def offered(given: Memory | None) -> set[str]:
        pane.set_memory(given)
        return {b.text() for b in pane.findChildren(QAbstractButton) if b.isVisible()}

    why = "Why do I remember this?"
    assert offered(memory()) == {why, "Add", "Pin", "Forget"}
    assert offered(memory(pinned=True)) == {why, "Add", "Unpin", "Forget"}
    assert offered(memory(tier=Tier.FADED)) == {why, "Add", "Pin", "Forget", "Keep again"}
    assert offered(memory(state=State.TRASHED)) == {why, "Restore"}
    assert offered(None) == set()


def test_one_card_of_the_tiers_is_chosen_and_stays_so_while_others_come(theme: Theme, qtbot: QtBot) -> None:
    page = TiersPage(theme, Still())
    count = TierCount(2, None, None, 0, 0)
    page.set_stats(TierStats(count, count, count, count, count, 31, NOW + timedelta(minutes=14)))
    first, second, kept = short(40, id=1), short(200, id=2), memory(id=3)
    page.set_column(Tier.SHORT, (first, second), 2)
    page.set_column(Tier.LONG, (kept,), 1)
    shown(qtbot, page, 1200)
    page.choose(2)
    page.set_column(Tier.SHORT, (short(250, id=9), first, second), 3)
    assert page.chosen() == second
    cards = cast("list[Cards]", page.findChildren(Cards))
    qtbot.mouseClick(cards[2].viewport(), Qt.MouseButton.LeftButton, pos=cards[2].viewport().rect().topLeft())
    cards[2].setCurrentIndex(cards[2].entries.index(0, 0))
    assert page.chosen() == kept


def test_keeping_what_fades_is_one_click(theme: Theme, qtbot: QtBot) -> None:
    page = TiersPage(theme, Still())
    page.set_column(Tier.SHORT, (short(40, id=1),), 1)
    shown(qtbot, page, 1200)
    cards = cast("list[Cards]", page.findChildren(Cards))[0]
    index = cards.entries.index(0, 0)
    rect = cards._delegate.keep_rect(cards.visualRect(index).toRectF(), index.data(RowRole))
    with qtbot.waitSignal(page.keep_wanted) as told:
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert told.args is not None
    assert told.args[0].id == 1


def test_the_status_line_says_what_runs_and_how_long(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    line.set_jobs((job(),))
    shown(qtbot, line, 1200, 28)
    said = {label.text() for label in line.findChildren(QWidget) if hasattr(label, "text")}
    assert "64 % · 9/s · 20 s left" in said
    with qtbot.waitSignal(line.job_stopped):
        next(b for b in line.findChildren(QAbstractButton) if b.accessibleName().startswith("Stop")).click()


def test_the_toast_is_answered_once(theme: Theme, qtbot: QtBot) -> None:
    over = QWidget()
    toast = Toast(theme, over)
    shown(qtbot, over, 900, 600)
    toast.tell("Forgotten.", "Undo")
    with qtbot.waitSignal(toast.acted):
        toast.findChildren(QAbstractButton)[0].click()
    assert not toast.isVisible()
