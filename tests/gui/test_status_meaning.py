"""The status line says how search by meaning stands, and nothing where there is nothing to say."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mnemoteca.core.standing import MeaningState, MeaningStatus
from mnemoteca.gui.components.tip import tip_of
from mnemoteca.gui.panes.status_line import StatusLine, Told
from mnemoteca.gui.theme.theme import Theme


@pytest.mark.parametrize(
    ("meaning", "said", "more"),
    [
        (MeaningStatus(MeaningState.READY, missing=120, left_s=130.0), "120 not found by meaning yet", "left"),
        (MeaningStatus(MeaningState.PREPARING), "Search by meaning is being prepared", ""),
        (MeaningStatus(MeaningState.ABSENT), "Words only: search by meaning is not prepared", "models prepare"),
        (MeaningStatus(MeaningState.FAILED, "no space"), "Words only: search by meaning failed", "no space"),
        (MeaningStatus(MeaningState.READY), "", ""),
        (MeaningStatus(MeaningState.OFF), "", ""),
    ],
)
def test_the_status_line_says_how_meaning_stands(
    qapp: QApplication, qtbot: QtBot, meaning: MeaningStatus, said: str, more: str
) -> None:
    line = StatusLine(Theme(qapp, "dark"))
    qtbot.addWidget(line)
    line.set_meaning(meaning)
    told = {each.sentence(): tip_of(each) for each in line.findChildren(Told) if "eaning" in each.sentence()}
    assert list(told) == ([said] if said else [])
    assert more in told.get(said, "")


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        (MeaningStatus(MeaningState.READY), "Everything indexed"),
        (MeaningStatus(MeaningState.OFF, missing=7), "Everything indexed"),
        (MeaningStatus(MeaningState.READY, missing=7), "All words indexed"),
        (MeaningStatus(MeaningState.PREPARING, missing=7), "All words indexed"),
        (MeaningStatus(MeaningState.ABSENT, missing=7), "All words indexed"),
    ],
)
def test_everything_is_indexed_only_where_nothing_is_missing(
    qapp: QApplication, qtbot: QtBot, meaning: MeaningStatus, said: str
) -> None:
    line = StatusLine(Theme(qapp, "dark"))
    qtbot.addWidget(line)
    line.set_index(0)
    line.set_meaning(meaning)
    told = [each.text() for each in line.findChildren(QPushButton) if "ndexed" in each.text() and not each.isHidden()]
    assert told == [said]


def test_how_many_are_missing_is_said_where_nothing_goes_on_either(qapp: QApplication, qtbot: QtBot) -> None:
    line = StatusLine(Theme(qapp, "dark"))
    qtbot.addWidget(line)
    line.set_meaning(MeaningStatus(MeaningState.FAILED, "no space", missing=7))
    (told,) = (each for each in line.findChildren(Told) if "failed" in each.sentence())
    assert tip_of(told) == "no space. 7 not found by meaning yet"
