"""A model comes from a hub on loopback: resumed where it was, checked, and every way in which that fails is said."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mnemoteca.core.cancel import Token
from mnemoteca.core.catalogue import Entry
from mnemoteca.core.connections import Outcome, Purpose
from mnemoteca.core.errors import BadInput, DiskTrouble, NotFound, Problem, Stopped, Unavailable
from mnemoteca.core.model_installed import InstalledModel
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.models.connecting import read_record, record_file
from mnemoteca.models.download import Downloads, Way
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.places import EmbedderPlaces, ModelsPlaces
from tests.driven import DrivenClock
from tests.gguf_made import BAD, gguf
from tests.hub import COMMIT, Hub, running_hub
from tests.processes import wait_until
from tests.unit.store.given import small_disk

if importlib.util.find_spec("huggingface_hub") is None:
    pytest.skip("what downloads models is not installed; ./run prepares it", allow_module_level=True)

import httpx2

from mnemoteca.models.hub_child import Hosts
from mnemoteca.models.hub_messages import Errand

NAME = "someone/tiny-GGUF/tiny.gguf"
CONTENT = gguf() + bytes(3 << 20)
STEP_BEFORE_CUT = 1 << 14
ENTRY = Entry("tiny", "Tiny", Kind.GENERATE, "someone/tiny-GGUF", "tiny.gguf", len(CONTENT), "llama", licence="MIT")
PINNED = replace(ENTRY, revision=COMMIT, sha256=hashlib.sha256(CONTENT).hexdigest())
ROOM = 1 << 20


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A hub that has one model; what goes to the network writes its record below the test's folder."""
    monkeypatch.setenv("MNEMOTECA_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_DOWNLOAD_TIMEOUT", "5")
    monkeypatch.delenv("HF_TOKEN", raising=False)
    with running_hub({NAME: CONTENT}) as made:
        yield made


@pytest.fixture
def models(hub: Hub) -> InstalledModels:
    return InstalledModels(ModelsPlaces.standard())


@pytest.fixture
def downloads(models: InstalledModels) -> Downloads:
    return Downloads(models, DrivenClock())


Fetch = Callable[..., InstalledModel]


@pytest.fixture
def fetch(hub: Hub, downloads: Downloads) -> Fetch:
    """Fetch the entry from the hub; `seen` is called with each step, `token` may end it."""

    def fetch(
        entry: Entry = PINNED,
        seen: Callable[[int, int, bool], None] = lambda done, total, checking: None,
        token: Token | None = None,
        proxy: str = "",
    ) -> InstalledModel:
        downloads.begin(entry, accepted=True)
        return downloads.fetch(entry.id, Way(hub.address, proxy, margin=ROOM), seen, token or Token())

    return fetch


def part(models: InstalledModels) -> Path:
    return models.places.of("tiny").part


def refused(fetch: Fetch, key: str, entry: Entry = PINNED, **how: object) -> Problem:
    with pytest.raises(Problem) as raised:
        fetch(entry, **how)
    assert raised.value.key == key, raised.value
    return raised.value


@pytest.mark.parametrize("entry", [ENTRY, PINNED], ids=["unverified", "pinned"])
def test_a_model_is_fetched_checked_and_installed(
    entry: Entry, fetch: Fetch, models: InstalledModels, downloads: Downloads
) -> None:
    steps: list[tuple[int, int, bool]] = []
    model = fetch(entry, lambda *step: steps.append(step))
    assert Path(model.path).read_bytes() == CONTENT
    assert (model.sha256, model.licence) == (PINNED.sha256, "MIT")
    assert model.source == f"{NAME}@{COMMIT}"
    assert models.model_for(Role.ANSWER) == model
    assert steps[0] == (0, len(CONTENT), False)
    assert steps[-1] == (len(CONTENT), len(CONTENT), True)
    assert downloads.begun() == {}
    with pytest.raises(BadInput, match="installed already"):
        downloads.begin(entry, accepted=True)


def test_every_host_stands_in_the_record_with_what_came_from_it(fetch: Fetch, hub: Hub) -> None:
    fetch()
    store, asked = read_record(record_file(), EmbedderPlaces.standard()).connections
    assert (asked.hosts, store.hosts) == (("127.0.0.1",), ("localhost",))
    assert {each.what for each in (asked, store)} == {Purpose.MODEL}
    assert {each.outcome for each in (asked, store)} == {Outcome.DONE}
    assert (asked.size, store.size) == (None, len(CONTENT))


def test_where_the_record_can_not_be_written_nobody_is_asked(fetch: Fetch, hub: Hub) -> None:
    record_file().mkdir(parents=True)
    refused(fetch, "read_only")
    assert hub.asked == []


def test_a_connection_that_is_cut_is_taken_up_where_it_was(fetch: Fetch, hub: Hub) -> None:
    hub.cut_after, hub.cuts = 1 << 20, 1
    fetch()
    ranges = [each.headers.get("Range") for each in hub.asked if each.path.startswith("/store/")]
    assert ranges[0] is None
    assert ranges[1] not in (None, "bytes=0-")


def test_what_was_fetched_before_is_not_fetched_again(fetch: Fetch, hub: Hub, models: InstalledModels) -> None:
    token = Token()
    hub.rate = 500_000

    def stop_at_a_third(done: int, total: int, checking: bool) -> None:
        if done > total // 3:
            token.cancel()

    with pytest.raises(Stopped):
        fetch(seen=stop_at_a_third, token=token)
    there = part(models).stat().st_size
    assert there > len(CONTENT) // 4
    hub.rate = 0
    hub.asked.clear()
    first: list[int] = []
    assert fetch(seen=lambda done, total, checking: first.append(done)).sha256 == PINNED.sha256
    assert first[0] == there
    assert hub.asked[-1].headers["Range"].startswith(f"bytes={there}-")


def test_a_server_that_does_not_heed_ranges_sends_it_all_again(
    fetch: Fetch, hub: Hub, models: InstalledModels, downloads: Downloads
) -> None:
    downloads.begin(PINNED, accepted=True)
    part(models).write_bytes(CONTENT[:100_000])
    hub.whole_always = True
    assert fetch().sha256 == PINNED.sha256


def test_a_part_of_another_file_is_not_gone_on_with(
    fetch: Fetch, hub: Hub, models: InstalledModels, downloads: Downloads
) -> None:
    downloads.begin(ENTRY, accepted=True)
    part(models).write_bytes(b"something else altogether" * 1000)
    assert fetch(ENTRY).sha256 == PINNED.sha256


def test_a_file_that_changed_on_the_hub_between_two_tries_is_fetched_anew(
    fetch: Fetch, hub: Hub, models: InstalledModels
) -> None:
    token = Token()
    hub.rate = 500_000
    with pytest.raises(Stopped):
        fetch(ENTRY, lambda done, total, checking: token.cancel() if done > total // 3 else None, token)
    hub.rate = 0
    hub.files[NAME] = gguf() + bytes(1000) + b"newer"
    assert Path(fetch(ENTRY).path).read_bytes() == hub.files[NAME]


def test_wrong_bytes_of_the_right_length_are_refused_and_taken_away(
    fetch: Fetch, hub: Hub, models: InstalledModels
) -> None:
    hub.files[NAME] = gguf() + bytes((3 << 20) - 8) + b"the end."
    hub.other_bytes = True
    refused(fetch, "hub_wrong_hash", ENTRY)
    assert models.all() == ()
    assert not part(models).exists()
    hub.other_bytes = False
    assert fetch(ENTRY)


def test_another_file_than_that_of_the_catalogue_is_not_even_fetched(fetch: Fetch, hub: Hub) -> None:
    hub.files[NAME] = gguf() + bytes(100)
    refused(fetch, "hub_other_file")
    assert hub.sent() == 0


def test_a_file_without_a_hash_is_not_fetched(fetch: Fetch, hub: Hub) -> None:
    hub.tells_hash = False
    refused(fetch, "hub_no_hash", ENTRY)
    assert hub.sent() == 0


@pytest.mark.parametrize(
    ("status", "code", "key"),
    [
        (401, "", "hub_unknown_person"),
        (403, "GatedRepo", "hub_gated"),
        (403, "", "hub_gated"),
        (404, "EntryNotFound", "hub_missing"),
        (404, "", "hub_missing"),
        (429, "", "hub_busy"),
        (500, "", "hub_trouble"),
        (503, "", "hub_trouble"),
        (451, "", "hub_refused"),
    ],
)
def test_what_the_hub_answers_is_said_in_a_sentence(status: int, code: str, key: str, fetch: Fetch, hub: Hub) -> None:
    hub.status, hub.error_code = status, code
    problem = refused(fetch, key)
    assert problem.next_step
    assert hub.sent() == 0


@pytest.mark.parametrize(("status", "key"), [(403, "hub_gated"), (404, "hub_missing"), (500, "hub_trouble")])
def test_what_the_store_of_files_answers_is_said_in_a_sentence(status: int, key: str, fetch: Fetch, hub: Hub) -> None:
    hub.store_status = status
    refused(fetch, key)


def test_a_hub_that_wants_to_be_left_alone_for_long_is_not_waited_for(fetch: Fetch, hub: Hub) -> None:
    hub.status, hub.headers = 429, {"Retry-After": "3600"}
    refused(fetch, "hub_busy")


def test_a_hub_that_is_not_there_is_said(fetch: Fetch, hub: Hub) -> None:
    hub.address = "http://127.0.0.1:9"
    assert "127.0.0.1" in str(refused(fetch, "hub_unreachable"))


def test_a_proxy_that_is_not_there_is_said_and_stands_in_the_record(fetch: Fetch, hub: Hub) -> None:
    problem = refused(fetch, "hub_unreachable", proxy="http://127.0.0.2:9")
    assert "127.0.0.1" in str(problem)
    (asked,) = read_record(record_file(), EmbedderPlaces.standard()).connections
    assert asked.hosts == ("127.0.0.2", "127.0.0.1")
    assert asked.outcome is Outcome.FAILED


def test_who_said_that_the_hub_is_not_to_be_used_is_heeded(
    fetch: Fetch, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    refused(fetch, "hub_offline")
    assert hub.asked == []


def test_nobody_leads_from_https_to_plain_http(hub: Hub) -> None:
    hosts = Hosts(Errand("https://hub.example", "someone/tiny-GGUF", "tiny.gguf", "part"))
    client = hosts.client("")
    (going_to,) = client.event_hooks["request"]
    with pytest.raises(Unavailable, match="without encryption"):
        going_to(httpx2.Request("GET", "http://store.example/tiny.gguf"))
    assert read_record(record_file(), EmbedderPlaces.standard()).connections == ()
    client.close()


def test_a_cut_is_tried_a_few_times_and_then_said_and_the_part_stays(
    fetch: Fetch, hub: Hub, models: InstalledModels
) -> None:
    hub.cut_after, hub.cuts = STEP_BEFORE_CUT, 1000
    refused(fetch, "hub_unreachable")
    assert part(models).exists()
    hub.cuts = 0
    assert fetch().sha256 == PINNED.sha256


def test_a_token_goes_to_the_hub_and_not_to_where_it_leads(
    fetch: Fetch, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = tmp_path / "ring"
    (ring / "keyring").mkdir(parents=True)
    (ring / "keyring/__init__.py").write_text(
        "from keyring import errors\ndef get_password(service, name):\n"
        "    return 'hf_secret' if (service, name) == ('mnemoteca', '127.0.0.1') else None\n"
    )
    (ring / "keyring/errors.py").write_text("class KeyringError(Exception): pass\n")
    hub.token = "hf_secret"
    refused(fetch, "hub_unknown_person")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ring), *filter(None, [os.environ.get("PYTHONPATH")])]))
    fetch()
    with_token = {each.path.startswith("/store/") for each in hub.asked if "hf_secret" in str(each.headers)}
    assert with_token == {False}


def test_a_slow_hub_is_cancelled_at_once(fetch: Fetch, hub: Hub, models: InstalledModels) -> None:
    hub.rate = 50_000
    token = Token()

    def cancel_when_it_is_under_way() -> None:
        wait_until(lambda: hub.sent() > 0)
        token.cancel()

    waiting = threading.Thread(target=cancel_when_it_is_under_way)
    waiting.start()
    with pytest.raises(Stopped):
        fetch(token=token)
    waiting.join()
    assert hub.sent() == 1


def test_the_licence_has_to_be_agreed_to_where_it_asks_for_that(downloads: Downloads) -> None:
    entry = replace(PINNED, accept=True, licence="Some Terms", licence_url="https://example.org/terms")
    with pytest.raises(BadInput, match=r"Some Terms.*https://example\.org/terms"):
        downloads.begin(entry, accepted=False)
    downloads.begin(entry, accepted=True)
    assert downloads.find("tiny").accepted


def test_what_was_begun_is_known_to_everybody_with_how_far_it_is(downloads: Downloads, models: InstalledModels) -> None:
    downloads.begin(PINNED, accepted=True)
    part(models).write_bytes(bytes(1234))
    downloads.pause("tiny")
    downloads.stopped("tiny", "The hub is gone.")
    begun, there = Downloads(models, DrivenClock()).begun()["tiny"]
    assert (begun.entry, begun.paused, begun.reason, there) == (PINNED, True, "The hub is gone.", 1234)
    downloads.begin(PINNED, accepted=True)
    assert not downloads.find("tiny").paused
    downloads.drop("tiny")
    assert downloads.begun() == {}
    assert not models.places.of("tiny").folder.exists()
    with pytest.raises(NotFound):
        downloads.drop("tiny")


@pytest.mark.parametrize("name", ["vocabulary-only", "adapter", "architecture-that-is-hostile", "text"])
def test_a_model_that_can_not_run_is_taken_away_after_it_came(
    name: str, fetch: Fetch, hub: Hub, models: InstalledModels
) -> None:
    content, key = BAD[name]
    hub.files[NAME] = content
    refused(fetch, key, ENTRY)
    assert models.all() == ()
    assert not part(models).exists()


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can mount")
def test_a_disk_that_is_too_small_is_said_before_a_byte_is_fetched(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", "2m"):
        downloads = Downloads(InstalledModels(ModelsPlaces(tmp_path / "disk/models")), DrivenClock())
        downloads.begin(PINNED, accepted=True)
        with pytest.raises(DiskTrouble) as raised:
            downloads.fetch("tiny", Way(hub.address, margin=0), lambda *step: None, Token())
    assert raised.value.key == "no_room"
    assert hub.sent() == 0


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can mount")
def test_a_disk_that_fills_up_meanwhile_ends_it_and_it_goes_on_when_there_is_space(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", "8m"):
        downloads = Downloads(InstalledModels(ModelsPlaces(tmp_path / "disk/models")), DrivenClock())
        downloads.begin(PINNED, accepted=True)
        hub.rate = 500_000
        ballast = tmp_path / "disk/ballast"

        def fill(done: int, total: int, checking: bool) -> None:
            if not ballast.exists() and done > total // 4:
                ballast.write_bytes(bytes(5 << 20))

        with pytest.raises(DiskTrouble) as raised:
            downloads.fetch("tiny", Way(hub.address, margin=0), fill, Token())
        assert raised.value.key == "disk_full"
        ballast.unlink()
        hub.rate = 0
        assert downloads.fetch("tiny", Way(hub.address, margin=0), lambda *step: None, Token())
