"""The process of an embedder that is a GGUF file: `… FILE=SHA256 CHANGED_NS WIDTH POOLING THREADS`.

The hash is taken where the file was touched since it was installed. One text at a time; a question goes first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from mnemoteca.models import child_side
from mnemoteca.models.frames import Ready, Unfit, write_frame
from mnemoteca.models.llama_embedder import LlamaEmbedder
from mnemoteca.models.llama_model import Unloadable
from mnemoteca.models.manifest import hash_of
from mnemoteca.models.serving import Lanes, serve


def main(model: str, changed_ns: str, width: str, pooling: str, threads: str) -> None:
    child_side.end_with_the_service()
    replies = child_side.replies()
    path, sha256 = model.rsplit("=", 1)
    try:
        if reason := file_is_another(Path(path), sha256, int(changed_ns)):
            raise Unloadable(reason)
        embedder = LlamaEmbedder(path, int(threads), int(pooling))
        if embedder.width != int(width):
            raise Unloadable(f"its vectors have {embedder.width} numbers instead of {width}")
    except Unloadable as error:
        write_frame(replies, Unfit(str(error), files=True))
        return
    lanes = Lanes(embedder, replies, 1)
    lanes.reply(Ready(embedder.width))
    serve(lanes, sys.stdin.buffer)
    os._exit(0)


def file_is_another(path: Path, sha256: str, changed_ns: int) -> str:
    """Why the file is not the one that was installed; "" where it is."""
    try:
        same = path.stat().st_mtime_ns == changed_ns or hash_of(path) == sha256
    except OSError as error:
        return f"its file can't be read ({error.strerror})"
    return "" if same else "its file holds something else than was installed"


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
