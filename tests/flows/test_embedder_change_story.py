"""Another embedding model, over a real service: it embeds everything anew while the old vectors serve, until it is
whole, though it is killed half way; and back again.

The new model is tiny and random; the old one is the one that comes with the app.
"""

from __future__ import annotations

import importlib.util
import os
import signal
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mnemoteca.core.recall import Question
from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.readiness import find_runnable
from mnemoteca.store.vectors_files import rows_files
from mnemoteca.store.vectors_rows import About, read_rows
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.test_backup_story import kill_service
from tests.flows.test_meaning_kills import DEEDS, THINGS, WHO

if importlib.util.find_spec("llama_cpp") is None or importlib.util.find_spec("gguf") is None:
    pytest.skip("the engine for language models is not installed; ./run prepares it", allow_module_level=True)

from tests.models.tiny_models import Size, write_tiny

MEAN = 1
SLOW = Size(layers=16)  # so that it can be met half way
NOTES = [f"{who} {deed.format(thing)}." for who in WHO[:4] for thing in THINGS[:10] for deed, _ in DEEDS]
LATER = datetime(2030, 1, 1, tzinfo=UTC)  # when all is asked, so that no score changes by the time
QUESTIONS = tuple(Question(asked.format(thing), asked_at=LATER) for thing in THINGS[:8] for _, asked in DEEDS)


@pytest.fixture
def library(mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose notes all have vectors of the built-in model, and a tiny model that embeds beside it."""
    embedder = EmbedderPlaces.standard()
    if find_runnable(embedder) is None:
        pytest.skip("the embedder is not prepared on this machine")
    models = data_folder.parent / "models"
    models.mkdir()
    (models / embedder.folder.name).symlink_to(embedder.folder)
    monkeypatch.setenv("MNEMOTECA_MODELS", str(models))
    monkeypatch.setenv("MNEMOTECA_MEANING", "on")
    with asked(data_folder) as client:
        for note in NOTES:
            client.library.capture(note)
    path = write_tiny(data_folder.parent / "other.gguf", pooling=MEAN, context=512, size=SLOW)
    assert mnemoteca("models", "install", str(path)).returncode == 0
    assert mnemoteca("wait", timeout_s=120).returncode == 0
    return data_folder


def asked(folder: Path) -> Client:
    return connect(folder, start=start_service, role="test", patience_s=60)


def by_meaning(folder: Path) -> list[list[tuple[int, float]]]:
    """What is found by meaning alone: ids and scores, a list a question."""
    with asked(folder) as client:
        recalled = client.library.recall_batch(QUESTIONS, arms="meaning", weak=True)
        assert not any(each.without_meaning for each in recalled)
        return [[(hit.memory.id, hit.score) for hit in each.hits] for each in recalled]


def held(folder: Path) -> dict[str, int]:
    """How many rows stand in the files of vectors, by the model that made them."""
    found: dict[str, int] = {}
    for path in rows_files(folder):
        about, rows = read_rows(path)
        found[about.model] = len(rows)
    return found


def new_embedder(folder: Path) -> list[int]:
    return [
        pid for pid in processes.of_folder(folder)
        if processes.alive(pid) and b"gguf_embedder_child" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]  # fmt: skip


def test_old_vectors_serve_until_the_new_ones_are_whole_though_it_is_killed_half_way(
    library: Path, mnemoteca: Mnemoteca, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = by_meaning(library)
    assert all(before)
    (old,) = held(library)
    mnemoteca("service", "stop")
    monkeypatch.setenv("MNEMOTECA_FAIL_AT", "vectors.batch:3")  # the first batch is kept, the second is not
    mnemoteca("models", "use", "embed", "other")
    assert processes.wait_until(lambda: len(held(library)) == 2 and max(held(library).values()) > len(NOTES) - 1, 60)
    assert processes.wait_until(lambda: not new_embedder(library), 60)
    monkeypatch.delenv("MNEMOTECA_FAIL_AT")

    with asked(library) as client:
        assert processes.wait_until(lambda: 0 < client.library.status().meaning.missing < len(NOTES), 60)
        stopped = new_embedder(library)
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)  # so that it stays half way while it is asked
        assert stopped
        assert client.library.status().meaning.missing > 0
    assert by_meaning(library) == before
    kill_service(mnemoteca)
    for pid in stopped:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)

    assert mnemoteca("wait", timeout_s=180).returncode == 0
    assert processes.wait_until(lambda: old not in held(library), 30)
    (path,) = rows_files(library)
    about: About = read_rows(path)[0]
    assert about.model.startswith("other-")
    assert about.width == 64
    with asked(library) as client:
        client.library.capture("The walrus sleeps under the stairs.")
        client.library.wait()
        asked_for = Question("The walrus sleeps under the stairs.")
        (hit, *_) = client.library.recall_batch((asked_for,), arms="meaning")[0].hits  # waits for the embedder
        assert "walrus" in hit.memory.text
    assert mnemoteca("doctor").returncode == 0

    assert mnemoteca("models", "use", "embed", "all-minilm-l6-v2").returncode == 0
    assert mnemoteca("wait", timeout_s=180).returncode == 0
    assert processes.wait_until(lambda: list(held(library)) == [old], 30)
    after = [[each for each in hits if each[0] <= len(NOTES)] for hits in by_meaning(library)]
    same = sum(now[0][0] == then[0][0] for now, then in zip(after, before, strict=True))
    assert same == len(QUESTIONS)


def test_a_model_that_is_removed_while_it_is_used_leaves_the_built_in_one(library: Path, mnemoteca: Mnemoteca) -> None:
    assert mnemoteca("models", "use", "embed", "other").returncode == 0
    assert mnemoteca("wait", timeout_s=180).returncode == 0
    assert mnemoteca("models", "remove", "other").returncode == 0
    assert mnemoteca("wait", timeout_s=180).returncode == 0
    with asked(library) as client:
        assert client.library.status().meaning.model.startswith("all-minilm-l6-v2")
    assert all(by_meaning(library))
    refused = mnemoteca("models", "use", "embed", "other")
    assert (refused.returncode, "no installed model" in refused.stderr) == (4, True)
