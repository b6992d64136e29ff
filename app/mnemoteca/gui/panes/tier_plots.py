"""The statistics of the tiers: the last days, the growth and the forgetting curve, side by side."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mnemoteca.core.clock import Clock
from mnemoteca.core.tier_days import TierDay
from mnemoteca.gui import tier_words, words
from mnemoteca.gui.components.plots import HEIGHT, DaysPlot, ForgettingPlot, GrowthPlot
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.theme.tokens import GAP, SMALL


class TierPlots(QWidget):
    """Three cards below the columns."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._known: tuple[TierDay, ...] = ()
        self.days = DaysPlot(theme, self._day)
        self.growth = GrowthPlot(theme)
        self.curve = ForgettingPlot(theme)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP + SMALL)
        row.addWidget(self.days, 2)
        row.addWidget(self.growth, 1)
        row.addWidget(self.curve, 1)

    def set_days(self, days: tuple[TierDay, ...]) -> None:
        """The last days, today last."""
        self._known = days
        self.days.show_days(days)
        self.say()

    def say(self) -> None:
        """Everything in the language in force."""
        days, locale = self._known, QLocale()
        ends = ("", "")
        if days:
            first = words.short_day(date.fromisoformat(days[0].day), self._today(), locale)
            ends = (first, self.tr("today"))
        legend = (self.tr("rose to long"), self.tr("rose to medium"), self.tr("faded"))
        self.days.say(self.tr("Last 30 days"), tier_words.days_said(days, locale), ends, legend)
        self.growth.say(self.tr("Growth"), tier_words.growth_said(days, locale), ends)
        self.growth.show_days(tuple(day.kept for day in days), tier_words.grown(days, locale))
        self.curve.say(self.tr("Forgetting curve"), tier_words.curve_said(), (self.tr("today"), self.tr("30 d")))
        self.curve.name_curves(self.tr("unread"), self.tr("read twice"))

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _day(self, day: TierDay) -> str:
        return tier_words.day_said(day, self._today(), QLocale())
