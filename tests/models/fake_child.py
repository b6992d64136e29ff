"""A child like the embedder's, whose model does what the texts say: die, hang, answer nonsense."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from mnemoteca.models import child_side
from mnemoteca.models.frames import Ready, Unfit, write_frame
from mnemoteca.models.serving import Lanes, Vectors, serve


def vector_of(text: str) -> Vectors:
    """A unit vector that only this text has."""
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")
    vector = np.random.default_rng(seed).standard_normal(384).astype(np.float32)
    made: Vectors = vector / np.linalg.norm(vector)
    return made


class Fake:
    """`die`, `hang`, `nan`, `short`, `slow` as a text's first word; `once FILE die` only where FILE isn't there yet."""

    def vectors(self, texts: Sequence[str]) -> Vectors:
        return np.concatenate([self._one(text)[np.newaxis] for text in texts])

    def _one(self, text: str) -> Vectors:
        words = [*text.split(), ""]
        if words[0] == "once":
            try:
                Path(words[1]).touch(exist_ok=False)
                words = words[2:]
            except FileExistsError:
                words = [""]
        match words[0]:
            case "die":
                os.abort()
            case "hang":
                time.sleep(3600)
            case "raise":
                raise RuntimeError(text)
            case "nan":
                return np.full(384, np.nan, np.float32)
            case "long":
                return vector_of(text) * 2
            case "short":
                return vector_of(text)[:100]
            case "slow":
                time.sleep(0.3)
        return vector_of(text)


def main(how: str = "") -> None:
    child_side.end_with_the_service()
    replies = child_side.replies()
    if how == "unfit":
        write_frame(replies, Unfit("int8.onnx holds something else than was written", files=True))
        return
    if how == "dies":
        sys.exit(5)
    if how == "talks":
        print("an engine prints something", flush=True)
        os.write(replies.fileno(), b"\xff\xff\xff\xffthis is no frame")
        return
    lanes = Lanes(Fake(), replies, 2)
    lanes.reply(Ready())
    serve(lanes, sys.stdin.buffer)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
