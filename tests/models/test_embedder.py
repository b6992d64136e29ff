"""The real embedder in its child: near things are near, whatever the text, and it ends with the service."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.meaning import Vectors
from mnemoteca.core.standing import EmbedderState, MeaningState
from mnemoteca.models.embedder import Embedder
from mnemoteca.models.onnx_embedder import OnnxEmbedder
from mnemoteca.models.places import EmbedderPlaces
from tests import processes
from tests.models.broken_files import broken_copy

APP = Path(__file__).resolve().parents[2] / "app"
LANGUAGES = (
    "O gato dorme.", "The cat sleeps.", "Le chat dort.", "Die Katze schläft.", "El gato duerme.", "Il gatto dorme.",
    "De kat slaapt.", "Katten sover.", "Kissa nukkuu.", "Kot śpi.", "Kočka spí.", "A macska alszik.", "Pisica doarme.",
    "Котката спи.", "Кошка спит.", "Кіт спить.", "Η γάτα κοιμάται.", "Kedi uyuyor.", "החתול ישן.", "القطة نائمة.",
    "گربه خواب است.", "बिल्ली सो रही है।", "বিড়াল ঘুমাচ্ছে।", "பூனை தூங்குகிறது.", "แมวกำลังนอน", "Con mèo đang ngủ.",
    "Kucing itu tidur.", "猫在睡觉。", "猫が寝ている。", "고양이가 잔다.",
)  # fmt: skip


def asked(embedder: Embedder, text: str) -> Vectors:
    vector = embedder.question(text, None)
    assert vector is not None
    return vector


def test_a_question_is_near_to_what_answers_it_in_other_words(embedder: Embedder) -> None:
    texts = ["We hired a van and carried all our boxes to the new flat.", "The cake needs two eggs and some butter."]
    near = embedder.passages(texts) @ asked(embedder, "When did they move house?")
    assert near[0] > near[1] + 0.1


def test_a_question_and_a_passage_of_the_same_words_have_the_same_vector(embedder: Embedder) -> None:
    text = "Ana parked the bicycle behind the library."
    others = [f"another text, number {n}" * n for n in range(20)]
    assert np.array_equal(embedder.passages([*others, text])[-1], asked(embedder, text))


ODD = {
    "nothing": "",
    "blank": " ",
    "blanks": "\n\t \r\n",
    "emoji": "😀",
    "emojis": "🚚📦🏠" * 200,
    "nul": "\0",
    "half": "\ud83d",
    "word": "a" * 50_000,
    "marks": "?" * 20_000,
    "accents": "ação\u0301" * 3_000,
    "10 MB": "x " * 5_000_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_every_text_has_a_unit_vector(embedder: Embedder, text: str) -> None:
    (vector,) = embedder.passages([text])
    assert abs(float(vector @ vector) - 1.0) < 1e-4
    assert embedder.question(text, None) is not None
    assert embedder.refused() == ()


def test_thirty_languages_have_unit_vectors(embedder: Embedder) -> None:
    vectors = embedder.passages(LANGUAGES)
    assert vectors.shape == (30, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)


def test_what_stands_beyond_the_window_does_not_count(prepared: EmbedderPlaces) -> None:
    engine = OnnxEmbedder(prepared.int8, prepared.tokenizer)
    start = "We walked to the lake and back. " * 60
    one, other = engine.vectors([start + "The end.", start + "Something else altogether, about quantum physics."])
    assert np.array_equal(one, other)


def test_the_model_is_named_with_its_precision(embedder: Embedder) -> None:
    assert embedder.model == "all-minilm-l6-v2/int8/1"
    assert embedder.state() == EmbedderState(MeaningState.READY)


def test_the_child_needs_little_memory(embedder: Embedder) -> None:
    embedder.passages([f"A note of middling length, number {n}, about a walk by the sea. " * 8 for n in range(64)])
    (child,) = [pid for pid in children_of(os.getpid()) if "embedder_child" in command_line(pid)]
    lines = Path(f"/proc/{child}/status").read_text().splitlines()
    resident_mb = int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
    assert resident_mb < 200


@pytest.mark.parametrize("how", ["missing", "cut", "zeroed", "swapped", "longer"])
@pytest.mark.parametrize("name", ["int8.onnx", "tokenizer.json"])
def test_a_broken_file_is_set_aside_and_said(prepared: EmbedderPlaces, tmp_path: Path, name: str, how: str) -> None:
    places = broken_copy(prepared, tmp_path, name, how)
    embedder = Embedder(places)
    try:
        with pytest.raises(Unavailable, match=name):
            embedder.passages(["one"])
        assert processes.wait_until(lambda: embedder.state().state is MeaningState.FAILED)
        assert name in embedder.state().reason
        assert not places.manifest.exists()
    finally:
        embedder.stop()


def children_of(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(pid) for path in listed for pid in path.read_text().split()]


def command_line(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()


def test_the_child_ends_with_a_service_that_is_killed(prepared: EmbedderPlaces) -> None:
    script = (
        "import sys, threading\nfrom mnemoteca.models.embedder import Embedder\nembedder = Embedder()\n"
        # asked from a thread that ends: the child must outlive it
        "asking = threading.Thread(target=lambda: embedder.question('one', None))\nasking.start(); asking.join()\n"
        "print(embedder.question('two', None) is not None, flush=True)\nsys.stdin.read()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(APP), "MNEMOTECA_MODELS": str(prepared.folder.parent)}
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as service:
        assert service.stdout is not None
        assert service.stdout.readline() == b"True\n"
        (child,) = children_of(service.pid)
        service.send_signal(signal.SIGKILL)
    assert processes.wait_until(lambda: not processes.alive(child))
