"""All rules in their order: what is more particular comes first, what is put together of others comes after them."""

from __future__ import annotations

from mnemoteca.core.dates.grammar import Rule
from mnemoteca.core.dates.rules_clock import CLOCK_RULES
from mnemoteca.core.dates.rules_days import DATE_RULES, LONE_DAY_RULES, NUMBERED_RULES
from mnemoteca.core.dates.rules_distances import AWAY_RULES, BESIDE_RULES, DISTANCE_RULES, OFFSET_RULES
from mnemoteca.core.dates.rules_hours import HOUR_RULES
from mnemoteca.core.dates.rules_moments import MOMENT_RULES
from mnemoteca.core.dates.rules_months import MONTH_RULES, QUARTER_RULES
from mnemoteca.core.dates.rules_open import LONE_RULES, OPEN_RULES
from mnemoteca.core.dates.rules_periods import PERIOD_RULES, REST_RULES
from mnemoteca.core.dates.rules_ranges import NUMBER_RANGE_RULES, RANGE_RULES
from mnemoteca.core.dates.rules_runs import EARLY_RUN_RULES, FAR_RULES, MOMENT_SINCE_RULES, RUN_RULES, SINCE_RULES
from mnemoteca.core.dates.rules_units import EVERY_RULES, UNIT_RULES
from mnemoteca.core.dates.rules_weekdays import LONE_WEEKDAY_RULES, WEEKDAY_RULES
from mnemoteca.core.dates.rules_weeks import WEEK_RULES

RULES: tuple[Rule, ...] = (
    # times of the day and amounts of time, then units counted from now
    *CLOCK_RULES, *EVERY_RULES, *EARLY_RUN_RULES, *UNIT_RULES, *REST_RULES,
    # single days
    *NUMBER_RANGE_RULES, *DATE_RULES, *OFFSET_RULES, *WEEKDAY_RULES, *NUMBERED_RULES, *AWAY_RULES, *LONE_DAY_RULES,
    # stretches of days
    *MONTH_RULES, *FAR_RULES, *DISTANCE_RULES, *QUARTER_RULES, *WEEK_RULES, *RUN_RULES, *PERIOD_RULES,
    # what is counted from a weekday has to wait for it
    *LONE_WEEKDAY_RULES, *FAR_RULES, *DISTANCE_RULES, *BESIDE_RULES, *SINCE_RULES,
    # days with times, and from one to the other
    *HOUR_RULES, *MOMENT_RULES, *MOMENT_SINCE_RULES, *RANGE_RULES, *OPEN_RULES, *LONE_RULES,
)  # fmt: skip
# Single days alone, whatever time goes with them.
DAY_RULES: tuple[Rule, ...] = (
    *CLOCK_RULES, *EVERY_RULES, *EARLY_RUN_RULES, *UNIT_RULES, *DATE_RULES, *OFFSET_RULES, *WEEKDAY_RULES,
    *NUMBERED_RULES, *AWAY_RULES, *LONE_DAY_RULES, *MONTH_RULES, *DISTANCE_RULES, *LONE_WEEKDAY_RULES,
    *DISTANCE_RULES, *BESIDE_RULES,
)  # fmt: skip
