"""purge, receipts: what goes for good, and the proof of it."""

from __future__ import annotations

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.following import follow
from mnemoteca.cli.knowing import entity_named
from mnemoteca.cli.moments import read_moment
from mnemoteca.cli.wording import aligned, here, plural, shortened
from mnemoteca.core.errors import BadInput
from mnemoteca.core.purging import PurgeKind, PurgePreview, PurgeTarget, Receipt

_MOST_JOBS = 100
_SHARED, _MOST_SHARED = 60, 20  # characters of a memory that speaks of others, too, and how many are told


def purge(call: Call) -> None:
    """Nothing goes without a preview that was seen or a yes that was given."""
    given, target = call.given, _target(call)
    seen = call.library.purge_preview(target)
    if given.preview:
        return call.answer(seen, "\n".join(_lines(seen)))
    if not given.yes:
        for line in _lines(seen):
            call.terminal.tell(line)
        raise BadInput("say_yes")
    receipt = call.library.purge(target, given.remove_unreadable)
    if not given.at_once:
        for job in [each for each in call.library.jobs(_MOST_JOBS) if each.title == f"receipt {receipt.id}"]:
            follow(call, job, "Purging")
        receipt = call.library.receipt(receipt.id)
    return call.answer(receipt, _told(receipt))


def receipts(call: Call) -> None:
    if call.given.id is not None:
        receipt = call.library.receipt(call.given.id)
        return call.answer(receipt, _told(receipt))
    found = call.library.receipts()
    rows = [(str(r.id), here(r.at), r.kind.value, plural(r.memories, "memory"), _state(r)) for r in found]
    return call.answers(found, aligned(rows) or "Nothing was purged yet.")


def _target(call: Call) -> PurgeTarget:
    given = call.given
    after, before = (read_moment(each) if each else None for each in (given.after, given.before))
    space = given.space if given.whole_space or after or before else ""
    entity = 0
    if given.entity:
        call.library.wait_knowledge(given.space)  # what came in just now may speak of it
        entity = entity_named(call, given.entity).id
    target = PurgeTarget(tuple(given.ids), given.session, space, after, before, entity, given.named)
    if target.kind is None or (given.whole_space and target.kind is not PurgeKind.SPACE):
        raise BadInput("no_purge_target")
    return target


def _lines(seen: PurgePreview) -> list[str]:
    versions = f" with {plural(seen.versions, 'former version')}" if seen.versions else ""
    sessions = f", {plural(seen.sessions, 'session')} as a whole" if seen.sessions else ""
    about = f", everything about {seen.about}" if seen.about else ""
    told = [f"Would go for good{about}: {plural(seen.memories, 'memory')}{versions}{sessions}."]
    told += [f"  from {plural(len(seen.backups), 'backup')}, written anew"] if seen.backups else []
    told += [f"  with {plural(seen.drafts, 'draft')}"] if seen.drafts else []
    told += [f"  with {plural(seen.searches, 'saved search')}"] if seen.searches else []
    known = [(seen.facts, "fact"), (seen.links, "link"), (seen.digests, "digest"), (seen.patterns, "pattern")]
    told += [f"  with {plural(count, noun)} that rest on it" for count, noun in known if count]
    told += [f"  can't be opened (--remove-unreadable removes it): {path}" for path in seen.unreadable]
    told += [f"  is out of reach, and is seen to when it is back: {path}" for path in seen.out_of_reach]
    told += [f"  still stands in: {path}" for path in seen.sources]
    return [*told, *_of_entity(seen)]


def _of_entity(seen: PurgePreview) -> list[str]:
    """What an entity shares with others, and where its name stands beside."""
    speaks = "speaks" if seen.shared == 1 else "speak"
    told = [f"  {seen.shared} of them also {speaks} of others:"] if seen.shared else []
    told += [
        f"    {each.id}  {shortened(each.text, _SHARED)} ({', '.join(each.others)})"
        for each in seen.shares[:_MOST_SHARED]
    ]
    told += [f"    and {seen.shared - _MOST_SHARED} more"] if seen.shared > _MOST_SHARED else []
    more = f"  its name alone stands in {plural(seen.named, 'more memory')} (with --named that goes, too)"
    told += [more] if seen.named else []
    return [*told, *(f"  its name stays in the title of a session: {title}" for title in seen.titles[:_MOST_SHARED])]


def _told(receipt: Receipt) -> str:
    told = [f"Receipt {receipt.id}, {here(receipt.at)}: {plural(receipt.memories, 'memory')}. {_state(receipt)}."]
    rows = [
        (f"  {each.place}", f"{each.before:,}", "…" if each.after is None else f"{each.after:,}")
        for each in receipt.finds
    ]
    told += [aligned([("  place", "before", "after"), *rows])] if rows else []
    return "\n".join([*told, *(f"  waits: {path}" for path in receipt.waiting)])


def _state(receipt: Receipt) -> str:
    return "in progress" if receipt.done_at is None else "gone"


COMMANDS = (
    Command(
        "purge",
        "destroy memories for good, everywhere; nothing brings them back",
        "mnemoteca purge 3 --preview",
        purge,
        (
            argument(
                "ids", metavar="ID", nargs="*", type=int, help="numbers of memories; former versions go with them"
            ),
            argument("--session", metavar="ID", type=int, default=0, help="a session with all that is in it"),
            SPACE,
            argument("--whole-space", action="store_true", help="the space and all that is in it"),
            argument(
                "--entity", metavar="NAME", default="", help="all that speaks of somebody or something, by number, too"
            ),
            argument("--named", action="store_true", help="with --entity: also where only its name stands"),
            argument("--after", metavar="DATE", default="", help="what was said in the space from then on"),
            argument("--before", metavar="DATE", default="", help="what was said in the space before then"),
            argument("--preview", action="store_true", help="only tell what would go, and where else it stands"),
            argument("--yes", action="store_true", help="do it"),
            argument("--remove-unreadable", action="store_true", help="remove copies that can't be opened"),
            argument("--at-once", action="store_true", help="don't wait for the last byte"),
        ),
    ),
    Command(
        "receipts",
        "what was purged: proofs without any text",
        "mnemoteca receipts",
        receipts,
        (argument("id", metavar="ID", nargs="?", type=int, help="one of them, place by place"),),
    ),
)
