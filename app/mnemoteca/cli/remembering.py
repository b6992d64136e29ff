"""fading, why, course: what is about to go, why something is remembered, and how present it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.wording import aligned, here, left, plural, shortened
from mnemoteca.core.errors import BadInput
from mnemoteca.core.memory import Tier
from mnemoteca.core.sleep.why import Alters, Consequences, Next, Promotion, Why

_UNITS = {"m": 60.0, "h": 3600.0, "d": 86_400.0}
_KINDS = {"d": "digest", "p": "pattern", "f": "fact", "m": "memory"}
_NEXT = {Next.RISES: "rises", Next.FADES: "fades", Next.STAYS: "stays as it is"}
_ALTERS = {
    Alters.PIN: "a pin keeps it where it is",
    Alters.UNPIN: "without the pin its time begins anew",
    Alters.RECALL: "recalled twice by you, it rises",
    Alters.WEIGH: "more important, it rises",
    Alters.LET_GO: "let go, it fades at once",
    Alters.RESTORE: "restored, it comes back to medium",
    Alters.SWITCH_ON: "nothing rises by itself in this space; that can be switched on",
}


def fading(call: Call) -> None:
    """With `--keep`, `--let-go` or `--merge`, what is to become of one of them."""
    given, library = call.given, call.library
    if given.keep or given.let_go or given.merge:
        return _decide(call)
    found = library.fading(given.space, _seconds(given.within))
    now = call.outside.clock.now()
    rows = [
        (
            f"[{each.memory}]", each.tier.value, f"in {left(each.ends_at, now)}", shortened(each.text, 70),
            f"says the same as [{each.same_as}]" if each.same_as else "",
        )
        for each in found
    ]  # fmt: skip
    return call.answers(found, aligned(rows) or "Nothing fades that soon.")


def _decide(call: Call) -> None:
    given, library = call.given, call.library
    if given.keep:
        done, what = library.promote(tuple(given.keep)), "kept: a tier higher"
    elif given.let_go:
        done, what = library.let_go(tuple(given.let_go)), "let go"
    else:
        done, what = library.merge(*given.merge), "merged: it fades, and points to the other one"
    call.answer(done, f"{plural(done.count, 'memory')} {what}. Back with: mnemoteca undo")


def _seconds(text: str) -> float:
    number, unit = text[:-1], text[-1:]
    if unit not in _UNITS or not number.isdecimal():
        raise BadInput("bad_within", value=text)
    return int(number) * _UNITS[unit]


def why(call: Call) -> None:
    given: str = call.given.id
    kind, number = ("memory", given) if given.isdecimal() else (_KINDS.get(given[:1], ""), given[1:])
    if not number.isdecimal():
        raise BadInput("bad_why", value=given)
    found = call.library.why(int(number), kind)
    call.answer(found, "\n".join(_lines(found, call.outside.clock.now())))


def _lines(found: Why, now: datetime) -> Iterator[str]:
    yield f"{found.kind} {found.id}: “{shortened(found.text, 120)}”"
    if found.origin is not None:
        place = found.origin.collection or found.origin.folder
        yield f"  came {here(found.made_at)} from {found.origin.source}" + (f" ({place})" if place else "")
    else:
        yield f"  made {here(found.made_at)} by {f'run {found.run}' if found.run else 'the rules, as it came in'}"
    for each in found.promoted:
        yield f"  rose to {each.tier} {here(each.at)}: {_by(each)}"
    if found.tier is not None:
        yield from _standing(found, found.tier, now)
    yield from (f"  rests on [{q.memory}] “{shortened(q.text, 100)}”" for q in found.rests_on)
    yield from (f"  {ref.kind} {ref.id} rests on it: {shortened(ref.label, 80)}" for ref in found.rested_on_by)


def _by(each: Promotion) -> str:
    rule = f", {each.rule}" if each.rule else ""
    return f"run {each.run}{rule}" if each.run else "you" if each.by.value == "person" else f"by {each.by}"


def _standing(found: Why, tier: Tier, now: datetime) -> Iterator[str]:
    pinned = ", pinned" if found.pinned else ""
    yield f"  stands in {tier}{pinned}; importance {found.importance:.2f}, present by {100 * found.present:.0f} %"
    recalled = sum((found.recalled or {}).values())
    yield f"  recalled {recalled:,} times" if recalled != 1 else "  recalled once"
    when = f" in {left(found.next_at, now)}" if found.next_at is not None and found.next is not Next.STAYS else ""
    yield f"  next: {_NEXT[found.next]}{when}"
    yield from (f"    {_ALTERS[each]}" for each in found.alters)
    if found.same_as is not None:
        yield f"  memory {found.same_as} says the same, and was kept"
    if found.echo_of is not None:
        yield f"  an assistant's echo of memory {found.echo_of}: nothing is learned from it"


def course(call: Call) -> None:
    found = call.library.course(call.given.id, call.given.days)
    rows = [("day", "present", "if you recall it now")]
    rows += [("today", f"{100 * found.was[-1]:.1f} %", "100.0 %")]
    for n in range(0, len(found.will), max(1, len(found.will) // 10)):
        rows.append((f"+{n + 1}", f"{100 * found.will[n]:.1f} %", f"{100 * found.if_recalled[n]:.1f} %"))
    pinned = "\nIt is pinned: it never fades." if found.pinned else ""
    call.answer(found, aligned(rows) + pinned)


def outlook(call: Call) -> None:
    found = call.library.outlook(call.given.space)
    call.answer(
        {"in_tiers": found.in_tiers, "in_a_year": found.in_a_year, "percent": found.percent},
        f"At the present rules {found.percent} % of the {plural(found.in_tiers, 'memory')} in the tiers "
        "will be in one in a year.",
    )


def told(seen: Consequences) -> str:
    """What forgetting takes along, in a sentence or two."""
    also = [
        plural(count, noun)
        for count, noun in (
            (seen.facts, "fact"), (seen.links, "link"), (seen.digests_gone, "digest"), (seen.patterns_gone, "pattern"),
        )
        if count
    ]  # fmt: skip
    again = seen.digests_rewritten + seen.patterns_rewritten
    lines = [f"Would go to the trash: {plural(seen.memories, 'memory')}."]
    lines += [f"  also removes {', '.join(also)}"] if also else []
    lines += [f"  {plural(again, 'digest or pattern')} will do without its words"] if again else []
    return "\n".join([*lines, *(f"  still stands in: {path}" for path in seen.sources)])


COMMANDS = (
    Command(
        "fading",
        "what is about to leave its tier: keep it, let it go, or merge it",
        "mnemoteca fading --within 6h",
        fading,
        (
            SPACE,
            argument("--within", metavar="TIME", default="6h", help="in which time: 30m, 6h, 2d (6h)"),
            argument("--keep", metavar="ID", nargs="+", type=int, help="let these rise by a tier"),
            argument("--let-go", metavar="ID", nargs="+", type=int, help="let these fade now"),
            argument("--merge", metavar="ID", nargs=2, type=int, help="let the first fade and point to the second"),
        ),
    ),
    Command(
        "why",
        "why something is remembered, and what would alter it",
        "mnemoteca why 1",
        why,
        (argument("id", metavar="ID", help="a memory's number; d3 is a digest, p3 a pattern, f3 a fact"),),
    ),
    Command(
        "course",
        "how present a memory was, is and will be",
        "mnemoteca course 1",
        course,
        (
            argument("id", metavar="ID", type=int, help="a memory's number"),
            argument("--days", metavar="N", type=int, default=60, help="so many days either way (60)"),
        ),
    ),
    Command("outlook", "how much will still be in the tiers in a year", "mnemoteca outlook", outlook, (SPACE,)),
)
