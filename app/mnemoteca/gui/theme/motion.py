"""The one place through which anything on the screen moves; with less motion wished for, it is there at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mnemoteca.gui.theme.tokens import MOTION_MS

SETTINGS = ("system", "full", "reduced")
TELLS = frozenset({"windows"})  # Qt's platforms that say whether the system's effects are switched off


class Motion(QObject):
    """Runs a step from 0 to 1 in the time of the tokens, eased out."""

    def __init__(self, app: QApplication, setting: str = "system") -> None:
        super().__init__(app)
        self._setting = setting

    def use(self, setting: str) -> None:
        """`full`, `reduced`, or as the system has it, where it says so."""
        self._setting = setting

    def reduced(self) -> bool:
        """Whether nothing moves."""
        if self._setting == "system":
            told = QGuiApplication.platformName() in TELLS
            return told and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
        return self._setting == "reduced"

    def run(self, parent: QObject, step: Callable[[float], object]) -> QVariantAnimation | None:
        """Call `step` with what is reached, at last with 1.0; at once and only so where nothing is to move."""
        if self.reduced():
            step(1.0)
            return None
        made = QVariantAnimation(parent)
        made.setStartValue(0.0)
        made.setEndValue(1.0)
        made.setDuration(MOTION_MS)
        made.setEasingCurve(QEasingCurve.Type.OutCubic)
        made.valueChanged.connect(step)
        made.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
        return made
