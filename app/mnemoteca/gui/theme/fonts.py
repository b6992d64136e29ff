"""The fonts that come with the app: Inter in four weights, JetBrains Mono for code."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from mnemoteca.core.resources import resource
from mnemoteca.gui.theme.tokens import TYPE, Type

FAMILY, MONO = "Inter", "JetBrains Mono"
FILES = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Inter-Bold.otf",
    "JetBrainsMono-Regular.ttf",
)


def load_fonts() -> list[str]:
    """Make the fonts known to Qt; the files that could not be read (then the system's fonts stand in)."""
    return [name for name in FILES if QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}"))) < 0]


def font(kind: Type, scale: float = 1.0) -> QFont:
    """The font of a kind of type; digits are of one width, so that a running time does not wobble."""
    pixels, weight = TYPE[kind]
    made = QFont()
    made.setFamilies([MONO if kind is Type.CODE else FAMILY, "Noto Sans", "Noto Color Emoji"])
    made.setStyleHint(QFont.StyleHint.Monospace if kind is Type.CODE else QFont.StyleHint.SansSerif)
    made.setPixelSize(round(pixels * scale))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind is Type.CODE:
        made.setFeature(QFont.Tag("calt"), 0)  # -> stays -> : what was written is shown
    else:
        made.setFeature(QFont.Tag("tnum"), 1)
    if kind is Type.PAGE:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
    return made
