"""ask: an answer in sentences, each with the memories that it rests on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec

from mnemoteca.cli.command import SPACE, Call, Command, argument
from mnemoteca.cli.questions import read_questions
from mnemoteca.cli.wording import moment, plural, shortened
from mnemoteca.core.answers import Answer, AnswerKind, Passage
from mnemoteca.core.errors import BadInput
from mnemoteca.core.pushes import AnswerGrew, Push

CONVERSATION = "terminal"


def ask(call: Call) -> None:
    given = call.given
    if given.questions:
        _ask_file(call, Path(given.questions))
        return
    words = call.text(given.question).strip()
    if not words:
        raise BadInput("empty_question")
    stream = "" if call.as_json or not call.terminal.shows_progress else f"{CONVERSATION} {os.getpid()}"
    if stream:
        call.connection().on_push(lambda push: _show(call, push, stream), ("answer",))
    answer = call.library.answer(
        words, given.space, CONVERSATION, given.more, given.limit, stream=stream, quoted=given.quotes
    )
    call.terminal.progress("")
    _tell(call, answer)
    if given.keep and answer.kind is not AnswerKind.WRITTEN:
        call.terminal.tell("No model worded this: nothing was kept beside the memories themselves.")
    elif given.keep:
        ids = tuple(each.memory.id for each in answer.passages)
        kept = call.library.keep_answer(answer.text, words, ids, answer.model, given.space)
        call.terminal.tell(f"Kept as memory {kept.id}, marked as inferred.")


def _show(call: Call, push: Push, stream: str) -> None:
    """The end of an answer that is being written, on the line of progress: it may still be dropped."""
    if isinstance(push, AnswerGrew) and push.stream == stream:
        width = max(20, shutil.get_terminal_size().columns - 2)
        call.terminal.progress(" ".join(each.text for each in push.stated)[-width:])


def _ask_file(call: Call, path: Path) -> None:
    """Answer the questions in their order, none a follow-up of another; one line each with --json."""
    for each in read_questions(path):
        answer = call.library.answer(
            each.question.text, call.given.space, limit=call.given.limit, quoted=call.given.quotes
        )
        if call.as_json:
            call.terminal.json({"id": each.id, **msgspec.to_builtins(answer)})
        else:
            call.terminal.say(each.question.text)
            _tell(call, answer)
            call.terminal.say()


def _tell(call: Call, answer: Answer) -> None:
    if call.as_json:
        call.terminal.json(answer)
        return
    call.terminal.say(worded(answer))
    for line in beside(answer):
        call.terminal.tell(line)


def worded(answer: Answer) -> str:
    """The answer for a person to read: what it says, and below it what it rests on."""
    if answer.kind is AnswerKind.NOTHING:
        return "Nothing was found about this."
    quoted = answer.kind is AnswerKind.QUOTED
    said = [
        f"“{shortened(each.text, len(each.text))}” {_marks(each.rests_on)}"
        if quoted
        else f"{each.text} {_marks(each.rests_on)}"
        for each in answer.stated
    ]
    used = {number for each in answer.stated for number in each.rests_on}
    sources = [_source(each) for each in answer.passages if each.number in used]
    return ("\n" if quoted else " ").join(said) + "\n\n" + "\n".join(sources)


def beside(answer: Answer) -> list[str]:
    """What is to be known of an answer beside what it says."""
    told = []
    if answer.kind is AnswerKind.QUOTED:
        reason = f": {answer.reason}" if answer.reason else ""
        told.append(_WITHOUT_MODEL.get(answer.without_model, _FAILED).format(reason=reason))
    if answer.kind is AnswerKind.WRITTEN:
        told.append(f"Worded by {answer.model}, in {answer.ms / 1000:.1f} s; check what it says against its memories.")
    if answer.dropped:
        told.append(f"{plural(answer.dropped, 'sentence')} left out that rested on nothing.")
    if answer.missing:
        told.append(f"{plural(answer.missing, 'memory')} not searched yet; mnemoteca wait")
    return told


def _marks(numbers: tuple[int, ...]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _source(passage: Passage) -> str:
    memory = passage.memory
    when = moment(memory.occurred_at, memory.offset_min, memory.precision)
    parts = [when, memory.speaker or str(memory.role), shortened(memory.session_title, 60)]
    return f"[{passage.number}] memory {memory.id}, {', '.join(part for part in parts if part)}"


_FAILED = "No model could word an answer{reason}. These are quotes, word for word."
_WITHOUT_MODEL = {
    "": "These are quotes, word for word.",
    "absent": "No language model is there to word an answer{reason}. These are quotes, word for word.",
    "unfit": "The language model can't be run{reason}. These are quotes, word for word.",
    "set_apart": "The language model ended twice over this{reason}. These are quotes, word for word.",
    "late": "The language model took too long. These are quotes, word for word.",
    "unfounded": "Nothing that the language model said rests on what was found. These are quotes, word for word.",
}

COMMANDS = (
    Command(
        "ask",
        "answer a question from what was kept, each sentence with the memories it rests on",
        "mnemoteca ask who called",
        ask,
        (
            argument("question", metavar="QUESTION", nargs="*", help="what you want to know; - reads it"),
            argument("--more", action="store_true", help="this goes on from what was asked last"),
            argument("--keep", action="store_true", help="keep the answer as a memory, marked as inferred"),
            argument("--quotes", action="store_true", help="quote what was found, and ask no model"),
            argument("--questions", metavar="FILE", help='a file of {"id", "question"}, one a line'),
            SPACE,
            argument("-n", "--limit", metavar="N", type=int, default=6, help="rest on at most so many memories (6)"),
        ),
    ),
)
