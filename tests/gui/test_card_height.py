"""A card over the window is as high as its words need in its own width, not in that of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.purging import PurgeKind, PurgePreview
from mnemoteca.gui.components.facts import FactsCard
from mnemoteca.gui.panes.purge_card import PurgeCard
from mnemoteca.gui.theme.theme import Theme

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("width", [620, 1440, 2400])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_of_what_is_purged_is_cut(qtbot: QtBot, qapp: QApplication, width: int, percent: int) -> None:
    theme, window = Theme(qapp, "light", percent), QWidget()
    qtbot.addWidget(window)
    window.resize(theme.px(width), theme.px(900))
    box = PurgeCard(theme, window)
    window.show()
    box.ask(
        PurgePreview(next(iter(PurgeKind)), 3, 2, 1, backups=("a", "b"), sources=("gmail-2026.mbox",)), can_forget=True
    )
    qtbot.waitUntil(box.card.isVisible)
    QApplication.processEvents()
    for label in (each for each in box.card.findChildren(QLabel) if each.isVisible() and each.wordWrap()):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    (facts,) = box.card.findChildren(FactsCard)
    assert facts.height() >= facts.sizeHint().height()
    theme.use_zoom(100)
