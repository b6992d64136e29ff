"""The runs, the newest first: a line for what each is and one for what it did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mnemoteca.core.reports import RunInfo, RunState
from mnemoteca.gui.components.painting import RIGHT, box, focus_ring, line_of_text, painted_at, width_of
from mnemoteca.gui.components.tip import TipRole
from mnemoteca.gui.theme.icons import SIZE, draw_icon
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, RADIUS, ROW, SMALL, Type

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
RunRole = Qt.ItemDataRole.UserRole + 1
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, TipRole)
ICONS = {RunState.PROPOSED: "eye", RunState.UNDONE: "undo-2", RunState.FAILED: "circle-alert"}
WORDS = GAP + SIZE + GAP  # where the words begin
Said = Callable[[RunInfo], tuple[str, str, str, str]]


class RunsModel(QAbstractListModel):
    """Runs, and what each says at the moment it is asked for."""

    def __init__(self, said: Said, parent: QObject) -> None:
        super().__init__(parent)
        self._said = said
        self.runs: tuple[RunInfo, ...] = ()

    def show(self, runs: Sequence[RunInfo]) -> None:
        self.beginResetModel()
        self.runs = tuple(runs)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        run = self.runs[index.row()]
        if role == RunRole:
            return (ICONS.get(run.state, "moon-star"), *self._said(run))
        return ", ".join(part for part in self._said(run) if part) if role in SPOKEN else None


class RunDelegate(QStyledItemDelegate):
    """Paints what `RunRole` gives."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._theme.grown(QSize(200, ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with painted_at(painter, QRectF(option.rect), self._theme) as whole:
            self._row(painter, whole.adjusted(SMALL, 1, -SMALL, -1), option.state, index.data(RunRole))

    def _row(
        self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, said: tuple[str, str, str, str, str]
    ) -> None:
        tokens, theme = self._theme.tokens, self._theme
        icon, headline, moment, did, took = said
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, tokens.selected if chosen else tokens.hover, RADIUS)
        top, low = rect.adjusted(0, 10, -GAP, -rect.height() / 2), rect.adjusted(0, rect.height() / 2 - 2, -GAP, -10)
        draw_icon(painter, rect.left() + GAP, top.center().y() - SIZE / 2, icon, tokens.muted)
        for line, words, right, kind, colour in (
            (top, headline, moment, Type.TITLE, tokens.text),
            (low, did, took, Type.SECOND, tokens.muted),
        ):
            meta = theme.font(Type.META)
            line_of_text(painter, line, right, meta, tokens.muted, RIGHT)
            room = line.adjusted(WORDS, 0, -(width_of(right, meta) + GAP if right else 0), 0)
            line_of_text(painter, room, words, theme.font(kind), colour)
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect, theme, RADIUS)


class RunList(QListView):
    """Whatever is chosen stays so while runs come."""

    chosen = Signal(int)  # the number of a run

    def __init__(self, theme: Theme, said: Said) -> None:
        super().__init__()
        theme.dress(self)
        self.setObjectName("runs")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._model = RunsModel(said, self)
        self.setModel(self._model)
        self.setItemDelegate(RunDelegate(theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().currentChanged.connect(self._changed)

    def show_runs(self, runs: Sequence[RunInfo], at: int) -> None:
        """These, of which the one numbered `at` is chosen; nobody is told."""
        if tuple(runs) != self._model.runs:
            self._filling = True
            self._model.show(runs)
            self._filling = False
        self.choose(at)

    def choose(self, run: int) -> None:
        """Mark this one, without telling anyone."""
        row = next((n for n, each in enumerate(self._model.runs) if each.run == run), None)
        self._filling = True
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row, 0))
        self._filling = False
        self.viewport().update()

    def _changed(self, now: QModelIndex) -> None:
        if now.isValid() and not self._filling:
            self.chosen.emit(self._model.runs[now.row()].run)
