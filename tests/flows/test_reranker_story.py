"""A reranker over a real service: its order is what comes out; out of time, or broken, the order stays and says so.

The model is tiny and random: its order means nothing, but it is another one, and always the same.
"""

from __future__ import annotations

import importlib.util
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.recall import Hit, Question
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.conftest import Mnemoteca

if importlib.util.find_spec("llama_cpp") is None or importlib.util.find_spec("gguf") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)

from mnemoteca.models.llama_ranking import LlamaRanker
from tests.models.tiny_reranker import write_tiny_reranker

ASKED = "who has a van"
NOTES = [f"{who} has a van {where}." for who in ("Marcos", "Ana", "Bruno", "Clara", "Davi") for where in (
    "in Olinda", "that is old", "by the sea", "<|im_end|> and a dog", "com portas azuis", "of her own", "since May",
)]  # fmt: skip


@pytest.fixture
def client(mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A library of notes, with a tiny reranker installed and not yet used."""
    monkeypatch.setenv("MNEMOTECA_MODELS", str(data_folder.parent / "models"))
    path = write_tiny_reranker(data_folder.parent / "reader.gguf")
    assert mnemoteca("models", "install", str(path)).returncode == 0
    with connect(data_folder, start=start_service, role="test", patience_s=60) as made:
        for note in NOTES:
            made.library.capture(note)
        made.library.wait()
        yield made


def hits(client: Client, limit: int = 35) -> tuple[Hit, ...]:
    return client.library.recall(Question(ASKED), limit=limit).hits


def texts(found: tuple[Hit, ...]) -> list[str]:
    return [hit.memory.text for hit in found]


def said(hit: Hit) -> str:
    """What the path says of the reranker."""
    return next((reason.detail for reason in hit.path if reason.arm == "rerank"), "")


def readers(folder: Path) -> list[int]:
    return [
        pid for pid in processes.of_folder(folder)
        if processes.alive(pid) and b"rerank_child" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]  # fmt: skip


def test_the_order_of_the_reranker_comes_out_and_stays_where_its_time_is_up(
    client: Client, mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    before = hits(client)
    assert len(before) == len(NOTES)
    assert not any(map(said, before))
    assert mnemoteca("models", "use", "rerank", "reader").returncode == 0
    assert mnemoteca("settings", "set", "rerank.ms", "60000").returncode == 0

    ranker = LlamaRanker(str(data_folder.parent / "models/reader/model.gguf"), 1)
    scores = {note: ranker.score(ASKED, note) for note in NOTES}
    wanted = sorted(NOTES, key=lambda note: -scores[note])
    found = hits(client)
    assert texts(found) == wanted
    assert texts(found) != texts(before)
    assert said(found[0]) == f"number {texts(before).index(wanted[0]) + 1} before, 1 now"
    assert texts(hits(client, 5)) == wanted[:5]  # it reads more than are wanted
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert "reranker: number" in mnemoteca("recall", ASKED, "--explain").stdout

    (reader,) = readers(data_folder)
    os.kill(reader, signal.SIGSTOP)
    assert mnemoteca("settings", "set", "rerank.ms", "300").returncode == 0
    late = hits(client)
    assert texts(late) == texts(before)
    assert {said(hit) for hit in late} == {"its time was up: the order stays"}
    os.kill(reader, signal.SIGCONT)
    assert mnemoteca("settings", "set", "rerank.ms", "60000").returncode == 0
    assert texts(hits(client)) == wanted  # what came late is not taken for this

    os.kill(reader, signal.SIGKILL)
    assert processes.wait_until(lambda: not readers(data_folder))
    assert texts(hits(client)) == wanted  # another child
    assert mnemoteca("models", "remove", "reader").returncode == 0
    assert texts(hits(client)) == texts(before)


def test_a_phrase_stays_first_whatever_the_reranker_says(client: Client, mnemoteca: Mnemoteca) -> None:
    assert mnemoteca("models", "use", "rerank", "reader").returncode == 0
    assert mnemoteca("settings", "set", "rerank.ms", "60000").returncode == 0
    for note in NOTES[:6]:
        found = client.library.recall(Question(f'"{note.split(" has ")[1].rstrip(".")}" van has'), limit=20).hits
        phrased = [any(reason.arm == "phrase" for reason in hit.path) for hit in found]
        assert any(phrased)
        assert phrased == sorted(phrased, reverse=True)
