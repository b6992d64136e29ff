"""A child like the generator's, whose model does what the prompt says: die, hang, write on for ever, be silent."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from mnemoteca.models import child_side
from mnemoteca.models.frames import Completion, Grew, Loaded, Measure, Measured, Prompt, Unfit
from mnemoteca.models.generator_child import Replies, Requests


def write(prompt: Prompt, replies: Replies, requests: Requests, memory: int) -> Completion:
    words = prompt.user.split()
    if words[0] == "once":
        try:
            Path(words[1]).touch(exist_ok=False)
            words = words[2:]
        except FileExistsError:
            words = ["said"]
    match words[0]:
        case "die":
            os.abort()
        case "hang":
            time.sleep(3600)
        case "endless":
            while not requests.is_over():
                replies.send(Grew(prompt.number, "on and "))
                time.sleep(0.01)
            return Completion(prompt.number, "", "cancelled", memory=memory)
        case "deaf":
            while True:
                replies.send(Grew(prompt.number, "on and "))
                time.sleep(0.01)
    for piece in ("it ", "was ", " ".join(words)):
        replies.send(Grew(prompt.number, piece))
    return Completion(prompt.number, "it was " + " ".join(words), "whole", tokens=3, memory=memory)


def main(how: str, memory: str) -> None:
    child_side.end_with_the_service()
    replies, requests = Replies(child_side.replies()), Requests(sys.stdin.buffer)
    if how == "dies":
        os.abort()
    if how == "unfit":
        replies.send(Unfit("it is no model", files=True))
        return
    if how == "slow":
        time.sleep(3600)
    if how == "talks":
        print("an engine prints something", flush=True)
    replies.send(Loaded(4096, int(memory), 4, True))
    while (request := requests.next()) is not None:
        if isinstance(request, Measure):
            replies.send(Measured(request.number, [len(text.split()) for text in request.texts]))
        elif isinstance(request, Prompt):
            requests.begin(request)
            replies.send(write(request, replies, requests, int(memory)))


if __name__ == "__main__":
    main(*sys.argv[1:])
