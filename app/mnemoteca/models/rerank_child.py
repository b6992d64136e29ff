"""The reranker's process: `python -m mnemoteca.models.rerank_child FILE=SHA256 CHANGED_NS THREADS`.

One question with its texts at a time; what is no longer wanted is given up after the text that is just being read.
"""

from __future__ import annotations

import math
import os
import sys
from pathlib import Path

from mnemoteca.models import child_side
from mnemoteca.models.frames import Rank, Ranked, Ready, Unfit
from mnemoteca.models.generator_child import Replies, Requests
from mnemoteca.models.gguf_embedder_child import file_is_another
from mnemoteca.models.llama_model import Unloadable
from mnemoteca.models.llama_ranking import LlamaRanker


def main(model: str, changed_ns: str, threads: str) -> None:
    child_side.end_with_the_service()
    replies, requests = Replies(child_side.replies()), Requests(sys.stdin.buffer)
    path, sha256 = model.rsplit("=", 1)
    try:
        if reason := file_is_another(Path(path), sha256, int(changed_ns)):
            raise Unloadable(reason)
        ranker = LlamaRanker(path, int(threads))
    except Unloadable as error:
        replies.send(Unfit(str(error), files=True))
        return
    replies.send(Ready(0))
    while (request := requests.next()) is not None:
        if isinstance(request, Rank):
            requests.begin(request)
            replies.send(_read(ranker, request, requests))


def _read(ranker: LlamaRanker, rank: Rank, requests: Requests) -> Ranked:
    """The scores of all texts; none where it was given up, or where one of them is no number."""
    scores: list[float] = []
    for text in rank.texts:
        if requests.is_over():
            return Ranked(rank.number, [])
        scores.append(ranker.score(rank.question, text))
        if not math.isfinite(scores[-1]):
            return Ranked(rank.number, [])
    return Ranked(rank.number, scores)


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
