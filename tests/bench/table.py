"""The table of a measurement: what, over how much, how often, how long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mnemoteca.core.clock import stopwatch


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; of a single measurement p50, p95 and least are the same."""

    name: str
    size: int
    n: int
    p50: float
    p95: float
    least: float
    unit: str
    target: str
    met: bool | None

    def line(self) -> str:
        """The row as it is printed."""
        verdict = {True: "met", False: "MISSED", None: ""}[self.met]
        return (
            f"| {self.name} | {self.size:,} | {self.n} | {self.p50:.4g} | {self.p95:.4g} | {self.least:.4g} "
            f"| {self.unit} | {self.target} | {verdict} |"
        )


HEAD = "| what | memories | n | p50 | p95 | least | unit | target | |\n|---|---|---|---|---|---|---|---|---|"


def timed(name: str, size: int, seconds: Sequence[float], p50: float | None = None, p95: float | None = None) -> Row:
    """A row of durations, shown in milliseconds, with the most that median and 95th percentile may be."""
    ms = sorted(1000 * each for each in seconds)
    middle, high = at(ms, 0.5), at(ms, 0.95)
    told = ", ".join(f"{what} ≤ {most:g}" for what, most in (("p50", p50), ("p95", p95)) if most is not None)
    met = (p50 is None or middle <= p50) and (p95 is None or high <= p95)
    return Row(name, size, len(ms), middle, high, ms[0], "ms", told, met if told else None)


def single(name: str, size: int, value: float, unit: str, most: float | None = None, least: float | None = None) -> Row:
    """A row of one value, with the most or the least that it may be."""
    told = f"≤ {most:g}" if most is not None else f"≥ {least:g}" if least is not None else ""
    met = None if not told else value <= most if most is not None else value >= (least or 0)
    return Row(name, size, 1, value, value, value, unit, told, met)


def at(ordered: Sequence[float], part: float) -> float:
    """The value below which `part` of the ordered ones lie."""
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def seconds_of(work: Callable[[], object]) -> float:
    """How long it took."""
    began = stopwatch()
    work()
    return stopwatch() - began
