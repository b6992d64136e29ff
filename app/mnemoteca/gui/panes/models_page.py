"""Models: the catalogue with how each fits, downloads, what is installed and what it is used for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from mnemoteca.core.jobs import Job
from mnemoteca.core.model_shelf import ModelShelf
from mnemoteca.core.standing import MeaningStatus
from mnemoteca.gui import told_jobs, told_models
from mnemoteca.gui.components.button import Button
from mnemoteca.gui.components.chip import ChipButton
from mnemoteca.gui.components.facts import Fact, FactsCard
from mnemoteca.gui.components.label import Label
from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.panes.model_card import ModelCard
from mnemoteca.gui.panes.roles_card import RolesCard
from mnemoteca.gui.panes.try_card import TryCard
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import SMALL, Type
from mnemoteca.gui.theme.turns import Turns
from mnemoteca.gui.told_models import Which

WIDEST = 1120


class ModelsPage(Leaf):
    """Nothing on it is fetched before a person says so."""

    act_wanted = Signal(str, object, bool)  # id, Act, whether the licence is agreed to
    use_wanted = Signal(str, object, bool)  # id, Role, whether
    copy_wanted = Signal(str, str)  # id, in what
    file_wanted = Signal()
    again_wanted = Signal()  # what was set apart is to be tried again
    widest = WIDEST

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shelf: ModelShelf | None = None
        self._meaning, self._adding = MeaningStatus(), dict[int, Job]()
        self._which = Which.ALL
        self._cards: list[ModelCard] = []
        self._shown: tuple[told_models.Shown, ...] = ()
        self._making = Turns(self)
        self._file = Button(theme, "…", icon="plus")
        self._file.clicked.connect(self.file_wanted)
        self.acts.addWidget(self._file)
        self._facts = FactsCard(theme)
        self._trouble = Label(theme, "", Type.SECOND, "text", wrap=True)
        self._apart = Label(theme, "", Type.SECOND, "text", wrap=True)  # what is not tried again
        self._again = Button(theme, "…", icon="refresh-cw")
        self._again.clicked.connect(self.again_wanted)
        self._nothing = Label(theme, "", Type.SECOND, "muted", wrap=True)
        self._disk = Label(theme, "", Type.META, "muted", wrap=True)
        self.roles, self.trying = RolesCard(theme), TryCard(theme)
        self.roles.use_wanted.connect(self.use_wanted)
        self._filters = {which: ChipButton(theme, "…") for which in Which}
        self._lay_out_filters()
        told = (self._facts, self._trouble, self._apart, self._again, self._nothing)
        for part in (*told, self.roles, self.trying, self._disk):
            self.column.addWidget(part)
        self.column.setAlignment(self._again, Qt.AlignmentFlag.AlignLeft)
        self._say()

    def set_shelf(self, shelf: ModelShelf) -> None:
        """What there is; cards that stay are not made anew, so that the keyboard stays where it is."""
        self._shelf = shelf
        self.roles.set_shelf(shelf)
        self.trying.set_models(shelf.installed)
        self._show()
        self.filled()

    def set_meaning(self, meaning: MeaningStatus) -> None:
        """How the model that comes with the app stands."""
        self._meaning = meaning
        self._say_facts()

    def set_adding(self, jobs: dict[int, Job]) -> None:
        """Files that are just being taken in, by the number of their job."""
        self._adding = jobs
        self._say_facts()

    def first_focus(self) -> None:
        """Give the keyboard to the first model; until it is known which there are, the page waits with it."""
        first = self._cards[0].first() if self._cards else self._file
        (first if self._shelf is not None else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
            self._show()
        super().changeEvent(event)

    # -- inside
    def _lay_out_filters(self) -> None:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(SMALL)
        for which, chip in self._filters.items():
            chip.setCheckable(True)
            group.addButton(chip)
            chip.toggled.connect(lambda on, which=which: self._filter(which) if on else None)
            row.addWidget(chip)
        row.addStretch(1)
        self._filters[Which.ALL].setChecked(True)
        self.column.addLayout(row)

    def _filter(self, which: Which) -> None:
        self._which = which
        self._show()

    def _show(self) -> None:
        before = [shown.id for shown in self._shown]
        self._shown = told_models.shown(self._shelf, self._which) if self._shelf is not None else ()
        if [shown.id for shown in self._shown] != before:
            self._drop_cards()
            self._making.begin(self._make_cards())
        for card, shown in zip(self._cards, self._shown, strict=False):  # those that are made
            card.tell(shown)
        self._say()

    def _drop_cards(self) -> None:
        for card in self._cards:
            card.hide()
            self.column.removeWidget(card)
            card.deleteLater()
        self._cards = []

    def _make_cards(self) -> Iterator[bool]:
        """Make a card a step, in the order of what is to be shown."""
        while len(self._cards) < len(self._shown):
            card = ModelCard(self._theme, self._shown[len(self._cards)])
            card.act_wanted.connect(self.act_wanted)
            card.use_wanted.connect(self.use_wanted)
            card.copy_wanted.connect(self.copy_wanted)
            card.focused.connect(self.keep_in_sight)
            self.column.insertWidget(self.column.indexOf(self._nothing), card)
            card.show()  # at once: it may be given the keyboard
            self._cards.append(card)
            yield False

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Models"))
        self.title.setText(self.tr("Models"))
        self._file.set_face(self.tr("Add a GGUF file…"))
        for which, chip in self._filters.items():
            chip.tell(told_models.which_name(which))
        shelf = self._shelf
        self.sentence.setText(told_models.promise(shelf.machine) if shelf else self.tr("Looking what there is…"))
        self._trouble.setText(shelf.trouble if shelf else "")
        self._trouble.setVisible(bool(shelf and shelf.trouble))
        apart = told_models.set_apart(shelf) if shelf else ""
        self._apart.setText(apart)
        self._again.set_face(self.tr("Try again"))
        for part in (self._apart, self._again):
            part.setVisible(bool(apart))
        self._nothing.setText(self.tr("None of these is here."))
        self._nothing.setVisible(shelf is not None and not self._shown)
        self._disk.setText(told_models.disk(shelf) if shelf else "")
        self._say_facts()

    def _say_facts(self) -> None:
        name = self.tr("all-MiniLM-L6-v2 finds by meaning; it comes with Mnemoteca. English first.")
        facts = [Fact("search", name, told_models.built_in(self._meaning), quiet=True)]
        facts += [Fact("file-down", told_jobs.headline(job), told_jobs.how_far(job)) for job in self._adding.values()]
        self._facts.tell(facts)
