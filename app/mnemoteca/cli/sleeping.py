"""consolidate, apply, runs, run, undo-run, learned: what sleep makes of memories, seen before and taken back after."""

from __future__ import annotations

from collections.abc import Iterator

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.wording import aligned, here, plural, shortened
from mnemoteca.core.reports import RunInfo, RunState
from mnemoteca.core.sleep.values import Digest, Pattern, PatternKind, Proposal, ProposalKind, RunDifference

_RUN = argument("run", metavar="RUN", type=int, help="the number of a run")
_KINDS = {
    PatternKind.PATTERN: "again and again",
    PatternKind.DECISION: "decision",
    PatternKind.PREFERENCE: "preference",
    PatternKind.HOW_TO: "how to",
    PatternKind.QUESTION: "open question",
    PatternKind.PROCEDURE: "procedure",
}


def consolidate(call: Call) -> None:
    """With `--dry-run` nothing is changed; what is shown is done by `apply`."""
    given, library = call.given, call.library
    if given.dry_run:
        seen = library.propose_run(given.space, given.session)
        return call.answer(seen, "\n".join([*_lines(seen), f"To do exactly this: mnemoteca apply {seen.run.run}"]))
    if given.session:
        run = library.consolidate_memories(given.session)
    else:
        run = library.consolidate_medium_to_long(given.space)
    return call.answer(run, _account(run))


def apply(call: Call) -> None:
    run = call.library.apply_run(call.given.run)
    dropped = f" {plural(run.dropped, 'change')} left out: what they rest on is not as it was." if run.dropped else ""
    call.answer(run, _account(run) + dropped)


def runs(call: Call) -> None:
    found = call.library.runs(call.given.space, call.given.limit)
    rows = [(f"{r.run}", here(r.at), r.state.value, _made(r)) for r in found]
    call.answers(found, aligned(rows) or "Nothing was consolidated yet.")


def run(call: Call) -> None:
    seen = call.library.run(call.given.run)
    call.answer(seen, "\n".join(_lines(seen)))


def undo_run(call: Call) -> None:
    done = call.library.undo_run(call.given.run, call.given.with_later)
    call.answer(done, f"Run {call.given.run} is undone: {plural(done.count, 'memory')} as before.")


def learned(call: Call) -> None:
    found = call.library.learned(call.given.space)
    lines = [line for digest in found.digests for line in _digest(digest)]
    lines += [_pattern(pattern) for pattern in found.patterns]
    call.answer(found, "\n".join(lines) or "Nothing was learned yet.")


def _account(run: RunInfo) -> str:
    read = f", {run.kept:,} only read" if run.kept else ""
    waiting = f" {plural(run.waiting, 'memory')} for the next run." if run.waiting else ""
    return (
        f"Run {run.run} took in {run.taken:,} of “{run.space}”: {run.promoted:,} promoted to long, "
        f"{run.faded:,} faded, {run.left:,} left in medium{read}. {_made(run)}.{waiting}"
    )


def _made(run: RunInfo) -> str:
    """What a run made, in a line."""
    if run.state is RunState.FAILED:
        return run.reason
    told = [
        plural(count, noun)
        for count, noun in ((run.digests, "digest"), (run.patterns, "pattern"), (run.merged, "duplicate"))
        if count
    ]
    told += [f"{run.promoted:,} promoted"] if run.promoted else []
    told += [f"{run.faded:,} faded"] if run.faded else []
    return ", ".join(told) or "Nothing new to learn"


def _lines(seen: RunDifference) -> Iterator[str]:
    run = seen.run
    yield f"Run {run.run} of {here(run.at)} in “{run.space}”, {run.state.value}: {run.taken:,} memories taken in."
    for digest in seen.digests:
        yield from _digest(digest)
    yield from (_pattern(pattern) for pattern in seen.patterns)
    yield from (_move(each) for each in seen.proposals if each.before is not None)
    yield f"  {run.left:,} left in medium, {run.kept:,} only read; nothing of yours is changed."
    for rest in seen.rests:
        yield f"  rests on it: {rest.kind} {rest.number} ({rest.label})"


def _digest(digest: Digest) -> Iterator[str]:
    about = digest.title or (digest.day.isoformat() if digest.day else "")
    older = "" if digest.fresh else ", older than what it is about"
    yield f"+ d{digest.id} {digest.kind.value} “{shortened(about, 60)}” from {plural(digest.sources, 'memory')}{older}"
    for quote in digest.sentences:
        yield f"    [{quote.memory}] {shortened(quote.text, 160)}"


def _pattern(pattern: Pattern) -> str:
    said = f"“{shortened(pattern.quote.text, 120)}”"
    return f"+ p{pattern.id} {_KINDS[pattern.kind]}: {said} [{pattern.quote.memory}], in {pattern.sources:,}"


def _move(each: Proposal) -> str:
    sign, what = {
        ProposalKind.PROMOTE: ("+", f"becomes long ({each.why})"),
        ProposalKind.FADE: ("-", "fades: its time in medium is up"),
        ProposalKind.MERGE: ("-", f"fades: [{each.thing}] says the same, and stays"),
    }[each.kind]
    dropped = " (left out: it is not as it was)" if each.state.value == "dropped" else ""
    return f"{sign} [{each.memory}] “{shortened(each.text, 60)}” {what}{dropped}"


COMMANDS = (
    Command(
        "consolidate",
        "go through what is kept now: what is worth keeping becomes long, and what it says is told",
        "mnemoteca consolidate --dry-run",
        consolidate,
        (
            SPACE,
            argument("--dry-run", action="store_true", help="only show what would be done, under a run's number"),
            argument("--session", metavar="ID", type=int, default=0, help="only this session"),
        ),
    ),
    Command("apply", "do what a dry run showed, exactly that", "mnemoteca apply 1", apply, (_RUN,)),
    Command(
        "runs",
        "what was consolidated, the newest first",
        "mnemoteca runs",
        runs,
        (SPACE, argument("-n", "--limit", metavar="N", type=int, default=50, help="at most so many (50)")),
    ),
    Command("run", "what a run changes", "mnemoteca run 1", run, (_RUN,)),
    Command(
        "undo-run",
        "take a run back, as if it had never been",
        "mnemoteca undo-run 1",
        undo_run,
        (_RUN, argument("--with-later", action="store_true", help="undo what rests on it, too")),
    ),
    Command("learned", "digests and patterns, with the memories they rest on", "mnemoteca learned", learned, (SPACE,)),
)
