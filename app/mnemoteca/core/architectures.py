"""Which architectures the engine for language models can run, by the names that stand in model files.

From llama.cpp's own table, as llama-cpp-python 0.3.36 carries it; a test compares them with the engine that is there.
"""

from __future__ import annotations

ENCODERS = frozenset({
    "bert", "eurobert", "gemma-embedding", "jina-bert-v2", "jina-bert-v3", "llama-embed", "modern-bert", "neo-bert",
    "nomic-bert", "nomic-bert-moe", "t5encoder",
})  # fmt: skip
"""They read a text as a whole, and give vectors or scores."""

STATE_SPACE = frozenset({"arwkv7", "mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7"})
"""What they remember of a text does not grow with it."""

HYBRID = frozenset({
    "falcon-h1", "granitehybrid", "jamba", "kimi-linear", "lfm2", "lfm2moe", "nemotron_h", "nemotron_h_moe", "plamo2",
    "plamo3", "qwen35", "qwen35moe", "qwen3next",
})  # fmt: skip
"""Some of their layers are of that kind."""

WRITERS = frozenset({
    "afmoe", "apertus", "arcee", "arctic", "baichuan", "bailingmoe", "bailingmoe2", "bailingmoe3", "bitnet", "bloom",
    "chatglm", "codeshell", "cohere2", "cohere2moe", "command-r", "dbrx", "deci", "deepseek", "deepseek2",
    "deepseek32", "deepseek4", "dots1", "dots3note", "ernie4_5", "ernie4_5-moe", "exaone", "exaone-moe", "exaone4",
    "falcon", "gemma", "gemma2", "gemma3", "gemma3n", "gemma4", "glm-dsa", "glm4", "glm4moe", "glm5-next", "gpt-oss",
    "gpt2", "gptj", "gptneox", "granite", "granite_swa", "granitemoe", "graniteswitch", "grok", "grovemoe",
    "hrm_text", "hunyuan-dense", "hunyuan-moe", "hunyuan_vl", "hy_v3", "hy_v4", "internlm2", "jais", "jais2",
    "kimi-k3", "laguna", "llama", "llama4", "maincoder", "maple", "mellum", "mimo2", "minicpm", "minicpm3",
    "minimax-01", "minimax-m2", "minimax-m3", "mistral3", "mistral4", "mpt", "muse-glimmer", "nanbeige", "nemotron",
    "olmo", "olmo2", "olmoe", "openelm", "orion", "pangu-embedded", "phi2", "phi3", "phimoe", "plamo", "plm", "qwen",
    "qwen2", "qwen2moe", "qwen2vl", "qwen3", "qwen3moe", "qwen3vl", "qwen3vlmoe", "qwen4exp", "refact", "seed_oss",
    "smallthinker", "smollm3", "spark2_5", "stablelm", "starcoder", "starcoder2", "step35", "talkie", "xverse",
}) | STATE_SPACE | HYBRID  # fmt: skip
"""They write a text word by word."""

OTHERS = frozenset({
    "chameleon", "clip", "cogvlm", "deepseek2-ocr", "dflash", "dream", "eagle3", "gemma4-assistant", "llada",
    "llada-moe", "paddleocr", "pockettts", "qwen3tts", "rnd1", "t5", "wavtokenizer-dec",
})  # fmt: skip
"""The engine knows them, but they see, speak, help another model, or write in no order: nothing here asks for that."""
