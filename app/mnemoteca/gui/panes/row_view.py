"""The table behind the list: one column, rows of a fixed height, a million of them if need be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from mnemoteca.gui.components.pulse import Pulse, quickest
from mnemoteca.gui.components.quiet_focus import take_focus
from mnemoteca.gui.components.row_delegate import RowDelegate
from mnemoteca.gui.panes.row_models import HasHeaders, HoldsMany
from mnemoteca.gui.rows import RowRole
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import HEADER_ROW, ROW


class RowView(QTableView):
    """Rows with one current among them; the arrow keys pass over the headers.

    Where many can be chosen, Shift extends, Ctrl+click and Ctrl+Space toggle, Ctrl+A takes all, Alt with an arrow goes
    on without choosing, and Esc ends it.
    """

    chosen = Signal(int)
    opened = Signal(int)
    looked_at = Signal(int, int)
    menu_wanted = Signal(int, QPoint)
    many_changed = Signal(int)  # how many are chosen
    reshaped = Signal()  # rows came or went, or are of another height

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme, self._delegate = theme, RowDelegate(theme, self)
        self._zoom = theme.zoom
        self._tall = self._many = False
        self._nothing = QStandardItemModel(self)
        self._pulse = Pulse(self)
        self._pulse.beat.connect(self._beat)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look)
        self._soon_current = QTimer(self)
        self._soon_current.setSingleShot(True)
        self._soon_current.setInterval(0)
        self._soon_current.timeout.connect(self._make_current)
        self._set_up()
        theme.changed.connect(self._look_anew)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)

    def _set_up(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setObjectName("rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        self._set_heights()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def _set_heights(self) -> None:
        down, px = self.verticalHeader(), self._theme.px
        down.setMinimumSectionSize(px(HEADER_ROW))
        down.setDefaultSectionSize(px(ROW))
        self.verticalScrollBar().setSingleStep(px(ROW) // 2)

    def _look_anew(self) -> None:
        """The colours changed, or how large all is; then what stands at the top stays there."""
        if self._zoom != self._theme.zoom:
            top, self._zoom = self.rowAt(0), self._theme.zoom
            self._set_heights()
            self._size(0, self._count() - 1, anew=True)
            if top >= 0:
                self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(top))
        self.viewport().update()

    # -- the model
    def set_model(self, model: QAbstractItemModel) -> None:
        """Show the rows of this model; where it has `header_items`, those are headers."""
        former, choosing = self.model(), self.selectionModel()
        for signal, slot in self._heard(former) if former is not None else ():
            signal.disconnect(slot)
        self.setModel(model)
        if choosing is not None:
            choosing.deleteLater()
        for signal, slot in self._heard(model):
            signal.connect(slot)
        self._reset()

    def _heard(self, model: QAbstractItemModel) -> list[tuple[SignalInstance, Callable[..., None]]]:
        return [
            (model.modelReset, self._reset),  # the first: it stays while it is under way
            (model.rowsInserted, self._inserted),
            (model.rowsRemoved, self._removed),
            (model.dataChanged, self._changed),
        ]

    def set_tall(self, tall: bool) -> None:
        """Rows as high as they need (few of them), or of the fixed height."""
        if tall != self._tall:
            self._tall = tall
            self._reset()

    def rows_height(self) -> int:
        """How high all rows are together."""
        return self.verticalHeader().length()

    def is_empty(self) -> bool:
        model = self.model()
        return model is None or model.rowCount() == 0

    def allow_many(self) -> None:
        """From now on more than one can be chosen, where the model has what that needs."""
        self._many = True
        self._set_mode()

    def _set_mode(self) -> None:
        model, mode = self.model(), QAbstractItemView.SelectionMode
        many = self._many and isinstance(model, HoldsMany) and model.takes_many()
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)

    def _reset(self) -> None:
        self._set_mode()
        self._tell_many()
        self._size(0, self._count() - 1, anew=True)
        self.scrollToTop()
        self._look_soon()

    def _inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self._size(first, last)
        self._look_soon()

    def _removed(self, _: QModelIndex, first: int, last: int) -> None:
        if self.current() >= 0 and not self.selectionModel().hasSelection():  # all that was chosen went
            below = self._next_row(self.current(), 1)
            self.choose(below if below >= 0 else self._next_row(self.current(), -1))
        self.reshaped.emit()
        self._look_soon()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._tall:
            self._size(first.row(), last.row())
        self._look_soon()

    def _count(self) -> int:
        model: QAbstractItemModel | None = self.model()
        return 0 if model is None else model.rowCount()

    def _size(self, first: int, last: int, *, anew: bool = False) -> None:
        """Give headers and hits their height; all else has the default one."""
        model, down = self.model(), self.verticalHeader()
        if model is None or last < first:
            self.reshaped.emit()
            return
        down.setUpdatesEnabled(False)
        if anew:
            down.setModel(self._nothing)  # forgets the heights that were given one by one
            down.setModel(model)
            down.setSelectionModel(self.selectionModel())
            for signal, slot in self._heard(model)[1:]:  # after the header: its sections come first, then their heights
                signal.disconnect(slot)
                signal.connect(slot)
        if self._tall:
            width = self.viewport().width()
            for row in range(first, last + 1):
                down.resizeSection(row, self._delegate.height(model.index(row, 0).data(RowRole), width))
        elif isinstance(model, HasHeaders):
            for row in model.header_items():
                if first <= row <= last:
                    down.resizeSection(row, self._theme.px(HEADER_ROW))
        down.setUpdatesEnabled(True)
        self.updateGeometries()
        self.viewport().update()
        self.reshaped.emit()

    # -- what is chosen
    def current(self) -> int:
        return self.currentIndex().row()

    def choose(self, item: int) -> None:
        model = self.model()
        if item < 0 or model is None or item >= model.rowCount():
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return
        index, flag = model.index(item, 0), QItemSelectionModel.SelectionFlag
        stays = self.selectionModel().isSelected(index)  # one of many: they stay chosen
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate if stays else flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)

    def choose_too(self, items: Sequence[int]) -> None:
        """Choose these beside what is chosen."""
        model, chosen, flag = self.model(), QItemSelection(), QItemSelectionModel.SelectionFlag
        for item in items:
            chosen.select(model.index(item, 0), model.index(item, 0))
        self.selectionModel().select(chosen, flag.Select | flag.Rows)

    def end_many(self) -> None:
        """Of many, only the current one stays chosen."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.currentIndex(), flag.ClearAndSelect | flag.Rows)

    def chosen_spans(self) -> list[tuple[int, int]]:
        """The items that are chosen, headers between them included, as (first, last), ascending."""
        model = self.selectionModel()
        chosen = model.selection() if model is not None else QItemSelection()
        spans = [chosen.at(n) for n in range(chosen.count())]
        return sorted((span.top(), span.bottom()) for span in spans)

    def chosen_count(self) -> int:
        model = self.model()
        spans = self.chosen_spans()
        if not isinstance(model, HoldsMany):
            return len(spans)
        return sum(last - first + 1 for first, last in model.row_spans(spans))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell_many()

    def _tell_many(self) -> None:
        count = self.chosen_count()
        self._delegate.many = count > 1
        self.viewport().update()
        self.many_changed.emit(count)
        if count and not self.selectionModel().isSelected(self.currentIndex()):
            self._soon_current.start()  # not now: Qt is about to say which one is

    def _make_current(self) -> None:
        """One of the chosen is the current one; what is chosen stays as it is."""
        spans = self.chosen_spans()
        if spans and (self.current() < 0 or self.chosen_count() == 1):
            row = self._next_row(spans[0][0], 1)
            if row >= 0 and row != self.current():
                self.selectionModel().setCurrentIndex(
                    self.model().index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
                )

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.current() < 0:
            self.choose(self._next_row(0, 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if take_focus(self, event):
            self.choose(self._next_row(0, 1))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not current.isValid() or self._can_be_chosen(current.row()):
            self.chosen.emit(current.row())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: past the headers, and where there is nothing beyond one, nowhere."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            home = action is QAbstractItemView.CursorAction.MoveHome
            return self.model().index(self._next_row(0 if home else self._count() - 1, 1 if home else -1), 0)
        found = super().moveCursor(action, modifiers)
        if not found.isValid() or self._can_be_chosen(found.row()):
            return found
        step = 1 if found.row() > self.current() else -1
        row = self._next_row(found.row(), step)
        return self.currentIndex() if row < 0 else self.model().index(row, 0)

    def _can_be_chosen(self, item: int) -> bool:
        return bool(self.model().flags(self.model().index(item, 0)) & Qt.ItemFlag.ItemIsSelectable)

    def _next_row(self, item: int, step: int) -> int:
        """The first item from `item` on that can be chosen; -1 where none can."""
        while 0 <= item < self._count():
            if self._can_be_chosen(item):
                return item
            item += step
        return -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.chosen_count() > 1:
                self.end_many()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current() >= 0:
                self.opened.emit(self.current())
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """With Alt an arrow goes on and chooses nothing, so that Ctrl+Space can."""
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_wanted.emit(index.row(), at)

    # -- what is on the screen, and how often it changes
    def on_screen(self) -> range:
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (self._count() - 1 if last < 0 else last) + 1)

    def _look_soon(self) -> None:
        self._soon.start()

    def _look(self) -> None:
        shown = self.on_screen()
        if shown:
            self.looked_at.emit(shown.start, shown.stop - 1)
        self._pulse.set_pace(quickest([pace for _, pace in self._paces()]) if self.isVisible() else 0)

    def _paces(self) -> list[tuple[int, int]]:
        model = self.model()
        found = [(row, model.index(row, 0).data(RowRole)) for row in self.on_screen()] if model else []
        return [(row, value.pace_s) for row, value in found if value is not None and value.pace_s]

    def _beat(self) -> None:
        """Paint anew only the rows whose time runs this fast."""
        paces = self._paces()
        for row, pace in paces:
            if pace <= self._pulse.pace_s:
                self.viewport().update(self.visualRect(self.model().index(row, 0)))
        self._pulse.set_pace(quickest([pace for _, pace in paces]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tall and event.oldSize().width() != event.size().width():
            self._size(0, self._count() - 1)
        self._look_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pulse.set_pace(0)
        super().hideEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)
