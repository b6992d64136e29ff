"""Which model does what: for each kind of writing a model, none of its own, or the copy that suits it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mnemoteca.core.model_copies import AUTO
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_shelf import ModelShelf
from mnemoteca.gui import told_models
from mnemoteca.gui.components.choice_field import ChoiceField
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.painting import area, box, painter_on
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, PAD, RADIUS_CARD, SMALL, Type


class RolesCard(QWidget):
    """Shown where a model that writes is installed."""

    use_wanted = Signal(str, object, bool)  # id or AUTO, Role, whether

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shelf = ModelShelf()
        self._title = Label(theme, "", Type.META_BOLD, "muted")
        self._names = {role: Label(theme, "", Type.SECOND) for role in told_models.WRITING}
        self.fields = {role: theme.dress(ChoiceField(theme)) for role in told_models.WRITING}
        grid, whole = QGridLayout(), QVBoxLayout(self)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        for row, role in enumerate(told_models.WRITING):
            grid.addWidget(self._names[role], row, 0)
            grid.addWidget(self.fields[role], row, 1)
            self.fields[role].currentIndexChanged.connect(lambda _, role=role: self._chosen(role))
        whole.setContentsMargins(PAD, PAD - 2, PAD, PAD - 2)
        whole.setSpacing(SMALL)
        whole.addWidget(self._title)
        whole.addLayout(grid)
        theme.changed.connect(self.update)
        self.hide()

    def set_shelf(self, shelf: ModelShelf) -> None:
        """What is installed, and in use for what."""
        self._shelf = shelf
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # -- inside
    def _say(self) -> None:
        self._title.setText(self.tr("Which model does what"))
        for role, field in self.fields.items():
            name = told_models.role_name(role)
            self._names[role].setText(name)
            field.setAccessibleName(name)
            self._offer(role, field)
        self.setVisible(bool(told_models.writers(self._shelf)))

    def _offer(self, role: Role, field: ChoiceField) -> None:
        choices = told_models.choices(role, self._shelf)
        field.blockSignals(True)
        if [(field.itemData(n), field.itemText(n)) for n in range(field.count())] != list(choices):
            field.clear()
            for id, said in choices:
                field.addItem(said, id)
        chosen = AUTO if role in self._shelf.by_role else self._shelf.in_use.get(role, "")
        field.setCurrentIndex(max(0, field.findData(chosen)))
        field.blockSignals(False)

    def _chosen(self, role: Role) -> None:
        id = str(self.fields[role].currentData())
        self.use_wanted.emit(id, role, bool(id))

    def paintEvent(self, _: QPaintEvent) -> None:
        tokens = self._theme.tokens
        with painter_on(self, self._theme) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box(painter, area(self, self._theme), tokens.surface, RADIUS_CARD, tokens.line)
