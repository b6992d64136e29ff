"""The embedder in one's own process: texts to unit vectors by ONNX Runtime.

Needs `OMP_WAIT_POLICY=PASSIVE` in the environment before it is imported where more than one thread is used: threads
that wait in a loop cost a question on a busy machine up to 900 ms instead of 14.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

WINDOW = 256  # tokens that the model was made for; the tokenizer's own file says 128
WIDTH = 384

Vectors = np.ndarray[Any, np.dtype[np.float32]]


class OnnxEmbedder:
    """One model, loaded; used by one thread at a time. Raises whatever the engine raises on a file it can't run."""

    def __init__(self, model: Path, tokenizer: Path, threads: int = 1) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(WINDOW)
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (n, 384).

        Each text by itself: in int8 a text's vector would depend on those beside it, and padding costs what
        larger products save.
        """
        if not texts:
            return np.zeros((0, WIDTH), np.float32)
        return np.concatenate([self._run(found.ids) for found in self._tokenizer.encode_batch(list(texts))])

    def _run(self, tokens: list[int]) -> Vectors:
        ids = np.array([tokens], np.int64)
        vectors: Vectors = self._session.run(["vectors"], {"ids": ids, "mask": np.ones_like(ids)})[0]
        return vectors
