"""The card of a model shows all that it says, in a narrow window, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.gui.components.leaf import Leaf
from mnemoteca.gui.panes.model_card import ModelCard
from mnemoteca.gui.panes.models_page import WIDEST
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.told_models import Act, Shown

pytestmark = pytest.mark.gui
SENTENCE = "Espaço de estados e atenção: textos longos com pouca RAM · 18 línguas · Falcon-LLM License"
SHOWN = Shown(
    "a", "Granite 3.1 1B A400M", "escreve, pensa", SENTENCE, "não verificado", "≈ 944,8 MB", "1,2 GB", "cabe bem",
    "check", (Act.DOWNLOAD,),
)  # fmt: skip


class WideLeaf(Leaf):
    widest = WIDEST


@pytest.mark.parametrize("width", [540, 700, 900, 1180])
@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_on_the_card_is_cut(qtbot: QtBot, qapp: QApplication, width: int, percent: int) -> None:
    theme = Theme(qapp, "light", percent)
    page = WideLeaf(theme)
    qtbot.addWidget(page)
    card = ModelCard(theme, SHOWN)
    page.column.addWidget(card)
    page.resize(theme.px(width), theme.px(500))
    page.show()
    qtbot.waitUntil(lambda: 0 < card.width() <= page.width() and not _cut(card))
    theme.use_zoom(100)


def _cut(card: ModelCard) -> list[str]:
    """What of the words on the card can't be read as a whole."""
    labels = [each for each in card.findChildren(QLabel) if each.isVisible() and each.text()]
    return [each.text() for each in labels if not _is_whole(each, card)]


def _is_whole(label: QLabel, card: ModelCard) -> bool:
    place = QRect(label.mapTo(card, label.rect().topLeft()), label.size())
    wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    wide_enough = label.wordWrap() or label.width() >= label.sizeHint().width()
    return card.rect().contains(place) and label.height() >= wanted and wide_enough
