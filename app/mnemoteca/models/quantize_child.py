"""What makes a smaller copy of a model: `python -m mnemoteca.models.quantize_child MODEL COPY FILE_TYPE THREADS`.

A process of its own: the engine may end it on a bad file, it can be killed at any moment, and its memory comes back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

import llama_cpp

from mnemoteca.models import child_side
from mnemoteca.models.frames import Ready, Unfit, write_frame
from mnemoteca.models.llama_model import Reasons

_PROBE = bytes(1 << 20)
_MOST_AT_ONCE = 1 << 30  # bytes of a tensor that are held in memory


def main(model: str, copy: str, file_type: str, threads: str) -> None:
    child_side.end_with_the_service()
    child_side.stand_back()
    replies, reasons = child_side.replies(), Reasons()
    given = llama_cpp.llama_model_quantize_default_params()
    given.ftype, given.nthread = int(file_type), int(threads)
    given.allow_requantize = True
    given.max_buf_size = _MOST_AT_ONCE
    failed = llama_cpp.llama_model_quantize(os.fsencode(model), os.fsencode(copy), ctypes.byref(given))
    if trouble := _of_the_disk(Path(copy)):
        write_frame(replies, Unfit(trouble.strerror or str(trouble), errno=trouble.errno or 0))
    elif failed:
        write_frame(replies, Unfit(reasons.last() or f"the engine failed (code {failed})"))
    else:
        write_frame(replies, Ready())


def _of_the_disk(copy: Path) -> OSError | None:
    """What the disk says when more is written behind the copy, which the engine doesn't tell; it is taken off again."""
    try:
        with copy.open("r+b", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            written = file.write(_PROBE)
            os.fsync(file.fileno())
            file.truncate(end)
            os.fsync(file.fileno())
        return None if written == len(_PROBE) else OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except FileNotFoundError:
        return None  # the engine tells why it made none
    except OSError as error:
        return error


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)  # without the engine's own leave-taking, which has crashed
