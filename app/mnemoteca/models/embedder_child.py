"""The embedder's process: `python -m mnemoteca.models.embedder_child MODEL TOKENIZER THREADS`.

MODEL and TOKENIZER are `path=sha256`: a file that is not what was written is never run.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mnemoteca.models import child_side
from mnemoteca.models.frames import Ready, Unfit, write_frame
from mnemoteca.models.manifest import hash_of
from mnemoteca.models.onnx_embedder import OnnxEmbedder
from mnemoteca.models.serving import Lanes, serve


def main(model: str, tokenizer: str, threads: str) -> None:
    child_side.end_with_the_service()
    replies = child_side.replies()
    files = [tuple(given.rsplit("=", 1)) for given in (model, tokenizer)]
    if reason := next((said for path, sha256 in files if (said := _wrong(Path(path), sha256))), ""):
        write_frame(replies, Unfit(reason, files=True))
        return
    lanes = Lanes(OnnxEmbedder(Path(files[0][0]), Path(files[1][0])), replies, int(threads))
    lanes.reply(Ready())
    serve(lanes, sys.stdin.buffer)
    os._exit(0)  # whatever is still being worked on, nobody waits for it


def _wrong(path: Path, sha256: str) -> str:
    try:
        return "" if hash_of(path) == sha256 else f"{path.name} holds something else than was written"
    except OSError as error:
        return f"{path.name} can't be read ({error.strerror})"


if __name__ == "__main__":
    main(*sys.argv[1:])
