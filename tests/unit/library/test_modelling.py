"""Models as the library sees them: taken in and fetched as jobs beside the others, used, removed."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mnemoteca.core.errors import BadInput, NotFound, Problem
from mnemoteca.core.jobs import JobState
from mnemoteca.core.model_roles import Role
from mnemoteca.core.model_shelf import DownloadState, Fit, Machine, fit_of
from mnemoteca.core.pushes import JobMoved, Push
from mnemoteca.library.library import LocalLibrary
from tests.driven import DrivenClock
from tests.gguf_made import BAD, U32, Typed, entries_of_a_llama, gguf
from tests.hub import running_hub
from tests.processes import wait_until
from tests.unit.models.test_catalogue import OWN

needs_the_fetcher = pytest.mark.skipif(
    importlib.util.find_spec("huggingface_hub") is None, reason="what downloads models is not installed"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of models, with an own catalogue of one entry whose hub isn't there."""
    models = tmp_path / "models"
    models.mkdir()
    (models / "catalogue.json").write_text(json.dumps({"version": 1, "models": [OWN]}))
    monkeypatch.setenv("MNEMOTECA_MODELS", str(models))
    return models


@pytest.fixture
def library(folder: Path, tmp_path: Path, clock: DrivenClock) -> Iterator[LocalLibrary]:
    opened = LocalLibrary.open(tmp_path / "library", clock)
    opened.set_setting("models.mirror", "http://127.0.0.1:9")
    opened.jobs_runner.start()
    yield opened
    opened.close()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "Tiny.gguf"
    path.write_bytes(gguf())
    return path


def installed(library: LocalLibrary, path: Path) -> str:
    job = library.wait_job(library.install_model(str(path)).id, 120.0)
    assert job.state is JobState.DONE, job.message
    return job.message


def test_a_file_is_taken_in_by_a_job_and_used(library: LocalLibrary, tiny: Path) -> None:
    told: list[Push] = []
    library.listen(told.append)
    assert installed(library, tiny) == "Made by hand is installed."
    shelf = library.models()
    assert [each.id for each in shelf.installed] == ["tiny"]
    assert shelf.in_use == {Role.GENERATE: "tiny"}
    assert shelf.disk_used > tiny.stat().st_size
    assert any(isinstance(push, JobMoved) and push.job.unit == "byte" for push in told)
    library.use_model("summarise", "tiny")
    info = library.model("tiny")
    assert set(info.roles) == {Role.GENERATE, Role.SUMMARISE}
    assert (info.memory > tiny.stat().st_size, info.context) == (True, 128)


def test_what_can_not_run_is_refused_before_there_is_a_job(library: LocalLibrary, tiny: Path) -> None:
    for content, key in list(BAD.values())[:5]:
        tiny.write_bytes(content)
        with pytest.raises(BadInput) as raised:
            library.install_model(str(tiny))
        assert raised.value.key == key
    with pytest.raises(NotFound):
        library.install_model(str(tiny) + ".gone")
    assert library.jobs() == ()


def test_a_model_of_every_kind_is_offered_and_taken(library: LocalLibrary, tiny: Path) -> None:
    tiny.write_bytes(gguf({**entries_of_a_llama(), "llama.pooling_type": Typed(U32, 4)}))
    installed(library, tiny)
    assert [each.kind.value for each in library.models().installed] == ["rerank"]
    assert library.models().in_use == {}  # only what writes is put to use by itself
    assert {each.entry.kind.value for each in library.models().offered} == {"generate", "embed", "rerank"}


def test_models_are_removed_and_roles_left(library: LocalLibrary, tiny: Path) -> None:
    installed(library, tiny)
    library.use_model("answer", "tiny")
    library.use_model("answer")
    assert library.models().in_use == {Role.GENERATE: "tiny"}
    library.remove_model("tiny")
    assert (library.models().installed, library.models().in_use) == ((), {})
    for refused in (
        lambda: library.remove_model("tiny"),
        lambda: library.model("tiny"),
        lambda: library.use_model("answer", "tiny"),
        lambda: library.use_model("fly", "tiny"),
        lambda: library.pause_download("tiny"),
        lambda: library.drop_download("tiny"),
        lambda: library.download_model("nothing-such"),
    ):
        with pytest.raises(Problem):
            refused()


@pytest.mark.slow
@needs_the_fetcher
def test_a_download_that_fails_says_why_and_is_known_with_its_reason(library: LocalLibrary) -> None:
    job = library.wait_job(library.download_model("mine").id, 60.0)
    assert (job.state, job.problem) == (JobState.FAILED, "unavailable")
    assert "127.0.0.1 can't be reached" in job.message
    (download,) = library.models().downloads
    assert (download.id, download.state, download.done) == ("mine", DownloadState.STOPPED, 0)
    assert download.reason == job.message
    assert library.retry_job(job.id).id != job.id
    library.drop_download("mine")
    assert library.models().downloads == ()


@needs_the_fetcher
def test_a_download_goes_on_beside_an_import_and_is_paused_over_a_restart(
    library: LocalLibrary, tmp_path: Path, clock: DrivenClock
) -> None:
    library.jobs_runner.stop()
    job = library.download_model("mine")
    assert library.download_model("mine").id == job.id
    (waiting,) = library.models().downloads
    assert (waiting.state, waiting.job) == (DownloadState.WAITING, job.id)
    paused = library.pause_download("mine")
    assert paused.state is DownloadState.PAUSED
    assert library.job(job.id).state is JobState.CANCELLED
    again = LocalLibrary.open(tmp_path / "other library", clock)
    assert again.models().downloads[0].state is DownloadState.PAUSED
    again.close()


@pytest.mark.parametrize("value", ["hub.example", "javascript:alert(1)", "https://a b", "https://a?b=c", "file:///etc"])
def test_a_mirror_has_to_be_an_address(value: str, library: LocalLibrary) -> None:
    for name in ("models.mirror", "models.proxy"):
        with pytest.raises(BadInput, match="Use an address"):
            library.set_setting(name, value)
        library.set_setting(name, "https://mirror.example:8443/hf")
        library.set_setting(name, "")


@pytest.mark.slow
@needs_the_fetcher
def test_a_download_that_is_stopped_like_any_job_is_paused_and_one_that_is_dropped_is_gone(
    library: LocalLibrary, folder: Path
) -> None:
    content = gguf() + bytes(8 << 20)
    (folder / "catalogue.json").write_text(json.dumps({"version": 1, "models": [{**OWN, "bytes": len(content)}]}))
    with running_hub({"me/mine-GGUF/mine-Q4_K_M.gguf": content}) as hub:
        library.set_setting("models.mirror", hub.address)
        hub.rate = 500_000
        for end in (library.cancel_job, lambda _: library.drop_download("mine")):
            job = library.download_model("mine")
            assert wait_until(lambda: any(each.done for each in library.models().downloads), 60)
            end(job.id)
            ended = library.wait_job(job.id, 120.0)
            assert ended.state is JobState.CANCELLED
            if end == library.cancel_job:
                (download,) = library.models().downloads
                assert (download.state, download.done > 0) == (DownloadState.PAUSED, True)
                assert "what is there stays" in ended.message
    assert library.models().downloads == ()
    assert not (folder / "mine").exists()


def test_the_licence_has_to_be_agreed_to(library: LocalLibrary) -> None:
    with pytest.raises(Problem) as raised:
        library.download_model("gemma-3-1b-q4_k_m")
    assert raised.value.key in ("licence_unaccepted", "hub_absent")
    assert library.models().downloads == ()


def test_a_broken_own_catalogue_is_told_and_the_built_in_goes_on(library: LocalLibrary, folder: Path) -> None:
    (folder / "catalogue.json").write_text("{")
    shelf = library.models()
    assert "can't be read as a catalogue" in shelf.trouble
    assert len(shelf.offered) >= 14


@pytest.mark.parametrize(
    ("bytes", "fit"),
    [(0, Fit.UNKNOWN), (5, Fit.WELL), (8, Fit.FITS), (12, Fit.TIGHT), (15, Fit.TOO_LARGE), (99, Fit.TOO_LARGE)],
)
def test_whether_a_model_fits_is_told_by_what_is_free_and_by_what_there_is(bytes: int, fit: Fit) -> None:
    machine = Machine(memory=16, memory_free=10)
    assert fit_of(bytes, machine) is fit
    assert fit_of(bytes, Machine()) is Fit.UNKNOWN
    assert fit_of(7, replace(machine, memory_free=0)) is Fit.FITS
