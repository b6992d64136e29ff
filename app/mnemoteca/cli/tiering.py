"""tiers, stats: where memories are in their lives."""

from __future__ import annotations

from datetime import datetime

from mnemoteca.cli.command import SPACE, Call, Command
from mnemoteca.cli.wording import aligned, here, left, moment
from mnemoteca.core.recall import TierCount

_TIERS = ("short", "medium", "long", "faded", "archive")


def tiers(call: Call) -> None:
    stats = call.library.tier_stats(call.given.space)
    rows: list[tuple[str, ...]] = [("tier", "memories", "promoted here", "expired", "oldest", "newest")]
    rows += [(name, *_figures(getattr(stats, name))) for name in _TIERS]
    soon = _next_run(stats.next_run_at, call.outside.clock.now())
    call.answer(stats, aligned(rows) + soon)
    for notice in call.library.status().notices:
        call.terminal.tell(notice)


def _figures(tier: TierCount) -> tuple[str, ...]:
    held = f"{tier.count:,}" + (f" of {tier.max_size}" if tier.max_size else "")
    return (
        held,
        f"{tier.promotions:,}",
        f"{tier.expiries:,}",
        *(moment(t) if t else "" for t in (tier.oldest, tier.newest)),
    )


def _next_run(at: datetime | None, now: datetime) -> str:
    return f"\nNext consolidation in {left(at, now)}." if at else ""


def stats(call: Call) -> None:
    """What stands in each place of a space, and how the library is."""
    counts, status = call.library.counts(call.given.space), call.library.status()
    places = {str(place): count for place, count in counts.counts.items()}
    values = {
        "space": call.given.space,
        "places": places,
        "memories": status.memories,
        "change": status.change,
        "words_missing": status.words_missing,
        "last_backup": status.last_backup,
        "folder": status.folder,
    }
    rows = [(place, f"{count:,}") for place, count in places.items()]
    rows += [("all spaces", f"{status.memories:,}"), ("not indexed yet", f"{status.words_missing:,}")]
    rows += [("last backup", here(status.last_backup)), ("data folder", status.folder)]
    call.answer(values, aligned(rows))


COMMANDS = (
    Command("tiers", "the figures of all tiers", "mnemoteca tiers", tiers, (SPACE,)),
    Command("stats", "the figures of a space and of the library", "mnemoteca stats", stats, (SPACE,)),
)
