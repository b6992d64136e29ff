"""Colours can be told apart, shapes can be told apart without them, and what is drawn with is there."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mnemoteca.core.memory import Tier
from mnemoteca.gui.components.glyph import draw_glyph
from mnemoteca.gui.theme.icons import icon_pixmap
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens, Type, contrast
from mnemoteca.gui.theme.tokens import SCHEMES as ALL_SCHEMES

GUI = Path(__file__).resolve().parents[2] / "app/mnemoteca/gui"
ICONS = Path(__file__).resolve().parents[2] / "resources/icons"
GROUNDS = ("bg", "surface", "raised", "hover", "code", "selected")
SCHEMES = pytest.mark.parametrize("tokens", ALL_SCHEMES.values(), ids=ALL_SCHEMES)
CODE = ("code_keyword", "code_string", "code_number", "code_name", "code_comment")


@SCHEMES
@pytest.mark.parametrize("words", ["text", "muted", "faint", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out_from_every_ground(tokens: Tokens, words: str, ground: str) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@SCHEMES
def test_words_stand_out_on_what_is_pressed_and_on_what_was_found(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.text, tokens.highlight) >= 4.5


@SCHEMES
@pytest.mark.parametrize("shape", ["short", "medium", "long", "faded", "accent"])
@pytest.mark.parametrize("ground", ["bg", "surface", "raised", "hover", "selected"])
def test_shapes_stand_out_from_every_ground(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3.0


@pytest.mark.parametrize("words", ["text", "muted", "faint", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_of_high_contrast_are_seven_to_one_on_every_ground(words: str, ground: str) -> None:
    assert contrast(getattr(CONTRAST, words), getattr(CONTRAST, ground)) >= 7.0


@pytest.mark.parametrize("shape", ["short", "medium", "long", "faded", "accent", "edge"])
@pytest.mark.parametrize("ground", ["bg", "surface", "raised", "hover", "selected"])
def test_shapes_and_edges_of_high_contrast_are_four_and_a_half_to_one(shape: str, ground: str) -> None:
    assert contrast(getattr(CONTRAST, shape), getattr(CONTRAST, ground)) >= 4.5


def test_what_is_pressed_found_and_written_as_code_is_seven_to_one_in_high_contrast() -> None:
    assert contrast(CONTRAST.on_accent, CONTRAST.accent) >= 7.0
    assert contrast(CONTRAST.text, CONTRAST.highlight) >= 7.0
    assert contrast(CONTRAST.highlight_text, CONTRAST.highlight) >= 7.0
    assert min(contrast(getattr(CONTRAST, name), CONTRAST.code) for name in CODE) >= 7.0
    assert contrast(CONTRAST.line, CONTRAST.raised) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def drawn(tier: Tier, ring: float | None = None, pinned: bool = False) -> list[bool]:
    """Where the sign of a tier leaves ink, colour left aside."""
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    draw_glyph(painter, QPointF(16, 16), LIGHT, tier, ring=ring, pinned=pinned, behind="#FFFFFF")
    painter.end()
    return [image.pixelColor(x, y).lightness() < 200 for x in range(32) for y in range(32)]


def different(one: list[bool], other: list[bool]) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def test_each_tier_has_a_shape_of_its_own(qapp: QApplication) -> None:
    signs = {tier: drawn(tier) for tier in Tier}
    for tier, sign in signs.items():
        assert sum(sign) > 8, tier
        for other in set(Tier) - {tier}:
            assert different(sign, signs[other]) > 12, (tier, other)


def test_the_ring_shrinks_and_the_pin_shows(qapp: QApplication) -> None:
    full, half, empty = (sum(drawn(Tier.SHORT, ring)) for ring in (1.0, 0.5, 0.0))
    assert full > half > empty
    assert different(drawn(Tier.LONG), drawn(Tier.LONG, pinned=True)) > 12


def test_every_icon_that_is_named_is_there_and_every_one_that_is_there_is_named(qapp: QApplication) -> None:
    sources = "\n".join(path.read_text() for path in GUI.rglob("*.py"))
    there = {path.stem for path in ICONS.glob("*.svg")}
    named = {name for name in there if re.search(rf'"{name}"', sources)}
    assert there == named
    for name in there:
        assert not icon_pixmap(name, "#112233", 16, 2.0).isNull()
    assert (ICONS / "LICENSE").is_file()


def test_the_fonts_come_with_the_app(qapp: QApplication) -> None:
    theme = Theme(qapp, "dark")
    assert theme.missing_fonts == []
    assert QFontInfo(theme.font(Type.BODY)).family() == "Inter"
    assert QFontInfo(theme.font(Type.CODE)).family() == "JetBrains Mono"
    assert QFontInfo(theme.font(Type.TITLE)).weight() == 600


def test_a_change_of_scheme_is_told_once(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "dark")
    with qtbot.waitSignal(theme.changed):
        theme.use("light")
    assert theme.tokens is LIGHT
    told: list[int] = []
    theme.changed.connect(lambda: told.append(1))
    theme.use("light")
    assert told == []
    theme.use("dark")
    assert theme.tokens is DARK
    assert qapp.palette().window().color().name().upper() == DARK.bg.upper()


def test_high_contrast_is_a_scheme_like_the_others(qapp: QApplication) -> None:
    theme = Theme(qapp, "dark")
    theme.use("contrast")
    assert theme.tokens is CONTRAST
    assert qapp.palette().window().color().name().upper() == CONTRAST.bg
    theme.use("dark")


def test_qt_keeps_the_count_of_none(qtbot: QtBot) -> None:
    """PySide6 6.12 on Python 3.11 drops a reference to None with each call."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for n in range(500):
        label.setText(str(n))
    assert abs(sys.getrefcount(None) - before) <= 50


def test_only_one_place_makes_things_move() -> None:
    makers = re.compile(r"\b(QPropertyAnimation|QVariantAnimation|QTimeLine|QSequentialAnimationGroup|QMovie)\(")
    found = {path.relative_to(GUI).as_posix() for path in GUI.rglob("*.py") if makers.search(path.read_text())}
    assert found == {"theme/motion.py"}
