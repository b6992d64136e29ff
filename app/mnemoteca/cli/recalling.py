"""recall: ask one question, or a file of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.moments import read_moment
from mnemoteca.cli.questions import read_questions
from mnemoteca.cli.wording import moment, plural, shortened
from mnemoteca.core.context import Wording, as_context
from mnemoteca.core.errors import BadInput
from mnemoteca.core.memory import Memory, Tier
from mnemoteca.core.recall import Filters, Hit, Question, Reason, Recalled, Unless, Window
from mnemoteca.core.views import MAX_ROWS

_BATCH = 50  # questions that the service takes at once
_REPLY = 2000  # hits of a reply, so that it stays far below the largest frame


def recall(call: Call) -> None:
    given = call.given
    if given.questions:
        _recall_file(call, Path(given.questions))
    elif words := call.text(given.question).strip():
        found = _found(call, words)
        _hand_over(call, [found])
        if given.as_context:
            _tell_context(call, found)
        elif call.as_json:
            call.terminal.json(_answer("", found))
        else:
            call.terminal.say(_listed(found, explain=given.explain))
    else:
        raise BadInput("empty_question")


def _found(call: Call, words: str) -> Recalled:
    given = call.given
    if given.hops > 1:
        return call.library.multi_hop_retrieval(
            words, given.hops, given.space, given.limit, _filters(call), given.arms, given.weak
        )
    question = Question(words)
    return call.library.recall(question, given.space, given.limit, _filters(call), given.arms, weak=given.weak)


def _hand_over(call: Call, found: list[Recalled]) -> None:
    """What an assistant is given is known when it comes back from one."""
    if call.given.reader == "assistant":
        ids = dict.fromkeys(hit.memory.id for each in found for hit in each.hits)
        call.library.given_to_assistant(tuple(ids))


def _tell_context(call: Call, found: Recalled) -> None:
    """The good answers as Markdown for a model; what had no room is said beside it."""
    given = call.given.tokens
    most = int(call.library.settings()["context.tokens"]) if given is None else given
    if most < 1:
        raise BadInput("number_range", name="--tokens", value=most, low=1, high=1_000_000)
    ids = [hit.memory.id for hit in found.hits if not hit.weak or call.given.weak]
    made = as_context(_whole(call, ids), most, _WORDING)
    if call.as_json:
        call.terminal.json(made)
        return
    if made.text:
        call.terminal.say(made.text)
    left = f"; {plural(made.left_out, 'memory')} had no room" if made.left_out else ""
    call.terminal.tell(f"{plural(made.taken, 'memory')}, about {made.tokens:,} tokens (an estimate){left}.")


def _whole(call: Call, ids: list[int]) -> list[Memory]:
    """The memories with their whole texts, as many calls as it takes."""
    found: list[Memory] = []
    while ids:
        came = call.library.whole(tuple(ids[:MAX_ROWS]))
        found += came
        ids = ids[ids.index(came[-1].id) + 1 :] if came else ids[MAX_ROWS:]
    return found


def similar(call: Call) -> None:
    found = call.library.similar(call.given.id, call.given.limit)
    if call.as_json:
        call.terminal.json(_answer("", found))
    else:
        call.terminal.say(_listed(found, explain=False))


def _recall_file(call: Call, path: Path) -> None:
    """Answer the questions in their order, one line each."""
    given = call.given
    asked = list(read_questions(path))
    size = max(1, min(_BATCH, _REPLY // max(1, given.limit)))
    for start in range(0, len(asked), size):
        batch = asked[start : start + size]
        questions = tuple(each.question for each in batch)
        answers = call.library.recall_batch(
            questions, given.space, given.limit, _filters(call), given.arms, given.hops, given.weak
        )
        _hand_over(call, list(answers))
        for each, found in zip(batch, answers, strict=True):
            if call.as_json:
                call.terminal.json(_answer(each.id, found))
            else:
                call.terminal.say(f"{each.question.text}\n{_listed(found, explain=given.explain)}\n")


def _filters(call: Call) -> Filters:
    given = call.given
    return Filters(
        session=given.session,
        speaker=given.speaker,
        tiers=tuple(_tier(name) for name in given.tier),
        source=given.source,
        tags=tuple(given.tag),
        after=read_moment(given.after) if given.after else None,
        before=read_moment(given.before) if given.before else None,
        pinned=True if given.pinned else None,
        window=_window(given.window),
    )


def _tier(name: str) -> Tier:
    try:
        return Tier(name)
    except ValueError as e:
        raise BadInput("bad_tier", value=name) from e


def _window(name: str | None) -> Window | None:
    try:
        return None if name is None else Window(name)
    except ValueError as e:
        raise BadInput("bad_window", value=name) from e


def _answer(id: object, found: Recalled) -> dict[str, Any]:
    """The answer to a question as it is printed in JSON: each hit is its memory, its score and its path."""
    return {
        "id": id,
        "hits": [_hit(hit) for hit in found.hits],
        "ms": found.ms,
        "notes": found.notes,
        "partial": found.partial,
        "without_meaning": found.without_meaning,
        "missing": found.missing,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(hit)
    memory: dict[str, Any] = fields.pop("memory")
    return {**memory, **fields}


def _listed(found: Recalled, *, explain: bool) -> str:
    """The hits for a person to read, each with the reasons why it was found."""
    blocks = []
    for n, hit in enumerate(found.hits, 1):
        if hit.weak and not (n > 1 and found.hits[n - 2].weak):
            blocks.append("-- below this line nothing is a good answer --\n")
        blocks.append(_block(n, hit, explain=explain))
    summary = f"{plural(len(found.hits), 'hit')} in {found.ms:.0f} ms" if found.hits else "Nothing found."
    missing = f"{plural(found.missing, 'memory')} not searched yet; mnemoteca wait" if found.missing else ""
    why = [_unless(each, found) for each in found.unless] if explain else []
    by_words = _BY_WORDS.get(found.without_meaning, "")
    return "\n".join([*blocks, *why, *found.notes, *filter(None, [missing, by_words]), summary])


def _block(number: int, hit: Hit, *, explain: bool) -> str:
    memory = hit.memory
    when = moment(memory.occurred_at, memory.offset_min, memory.precision)
    who = memory.speaker or memory.role
    parts = [f"{_said(r)} {r.weight:+.2f}" for r in hit.path] if explain else [_said(r) for r in hit.path]
    why = "\n        ".join(parts) if explain else " · ".join(dict.fromkeys(parts))
    head = f"{number}. [{memory.id}] {when}  {who}  {memory.tier}  {hit.score:.2f}"
    return f"{head}\n   {shortened(_around(hit), 240)}\n   why: {why}\n"


def _said(reason: Reason) -> str:
    """A reason in words."""
    match reason.arm:
        case "words":
            return "words " + ", ".join(f"“{word}”" for word in reason.detail.split(", "))
        case "hop":
            return f"hop {reason.hop} by “{reason.detail}” from [{reason.via}]"
        case "pin":
            return "pinned"
        case "rerank":
            return f"reranker: {reason.detail}"
        case "phrase" | "near" | "header":
            return reason.detail
        case "tier":
            return f"tier {reason.detail}"
        case _:
            return f"{reason.arm} {reason.detail}".strip()


def _unless(each: Unless, found: Recalled) -> str:
    """What would have changed the first place."""
    return (
        f"Without {_PARTS[each.part]}, [{found.hits[0].memory.id}] would be number {each.place}, after [{each.after}]."
    )


def _around(hit: Hit) -> str:
    """The text from a little before its first highlight."""
    begin = max(0, min((start for start, _ in hit.highlights), default=0) - 60)
    return ("…" if begin else "") + hit.memory.text[begin:]


_WORDING = Wording(lambda memory: memory.speaker or str(memory.role), str, "no date")
_PARTS = {
    "phrase": "the phrase",
    "words": "its words",
    "meaning": "its meaning",
    "near": "what was said beside it",
    "session": "its session",
    "speaker": "its speaker’s name",
    "own": "being said by you",
    "hop": "the hop",
    "recency": "its being recent",
    "standing": "tier and pin",
}
_BY_WORDS = {
    "late": "Searched by words alone: the question's meaning was not ready in time.",
    "preparing": "Searched by words alone: search by meaning is being prepared.",
    "absent": "Searched by words alone: search by meaning is not prepared; mnemoteca models prepare",
    "failed": "Searched by words alone: search by meaning failed; mnemoteca doctor",
}

COMMANDS = (
    Command(
        "recall",
        "find what was said, best first, with the reasons",
        "mnemoteca recall -n 3 coffee",
        recall,
        (
            argument("question", metavar="QUESTION", nargs="*", help="what you are looking for; - reads it"),
            argument("--questions", metavar="FILE", help='a file of {"id", "question", "asked_at"?}, one a line'),
            SPACE,
            argument("-n", "--limit", metavar="N", type=int, default=10, help="at most so many hits (10)"),
            argument("--arms", metavar="ARMS", default="all", help="search by: words, meaning, or all (all)"),
            argument("--hops", metavar="N", type=int, default=1, help="go on from what is found, up to N hops (1)"),
            argument("--weak", action="store_true", help="show what was found even where nothing is a good answer"),
            argument("--explain", action="store_true", help="show what each part gave to the score"),
            argument(
                "--as",
                dest="reader",
                choices=("person", "assistant"),
                default="person",
                help="who reads it; what an assistant is given teaches nothing when it comes back (person)",
            ),
            argument("--as-context", action="store_true", help="print the hits whole, as Markdown for an assistant"),
            argument("--tokens", metavar="N", type=int, help="with --as-context: at most so many, estimated"),
            argument("--session", metavar="ID", type=int, help="only in this session"),
            argument("--speaker", metavar="NAME", help="only what this one said"),
            argument("--tier", metavar="TIER", action="append", default=[], help="only in this tier; may be repeated"),
            argument("--source", metavar="NAME", help="only from this source"),
            argument("--tag", metavar="TAG", action="append", default=[], help="only with this tag"),
            argument("--after", metavar="TIME", help="not before this date or time"),
            argument("--before", metavar="TIME", help="before this date or time"),
            argument("--pinned", action="store_true", help="only what is pinned"),
            argument("--window", metavar="W", help="only of the last 1h, 1d, 1w or 1m"),
        ),
    ),
    Command(
        "similar",
        "find what is most like a memory",
        "mnemoteca similar 1 -n 3",
        similar,
        (
            argument("id", metavar="ID", type=int, help="the memory's number"),
            argument("-n", "--limit", metavar="N", type=int, default=10, help="at most so many hits (10)"),
        ),
    ),
)
