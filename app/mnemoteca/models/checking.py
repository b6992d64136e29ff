"""Which precision this machine runs well: the fast one, as long as it gives nearly the vectors of the exact one."""

from __future__ import annotations

import numpy as np

from mnemoteca.models.minilm import PRECISION
from mnemoteca.models.onnx_embedder import OnnxEmbedder
from mnemoteca.models.places import EmbedderPlaces

LEAST = 0.95  # cosine between the two; on texts of all kinds 0.97 to 0.998 was seen where the processor does it right
TEXTS = (
    "When did you move to Lisbon?",
    "I parked the bicycle behind the library because the rack in front was full.",
    "Quando é que a Ana começou a trabalhar no hospital?",
    "A reunião foi adiada para quinta-feira porque o João está doente.",
    "def area(width: float, height: float) -> float:\n    return width * height",
    "Remember to buy oat milk, bread and two lemons on the way home.",
    "🚚 truck, boxes, tape",
    "2026-11-21 18:30 dentist",
)


def precision_that_holds(places: EmbedderPlaces) -> str:
    """ "int8" or "fp32"."""
    exact = OnnxEmbedder(places.fp32, places.tokenizer).vectors(TEXTS)
    fast = OnnxEmbedder(places.int8, places.tokenizer).vectors(TEXTS)
    cosines = np.sum(exact * fast, axis=1)
    return PRECISION if bool(np.all(cosines >= LEAST)) else "fp32"
