"""The catalogue of models: every value is checked, own entries count, and a broken one costs only itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mnemoteca.core.architectures import HYBRID, STATE_SPACE, WRITERS
from mnemoteca.core.catalogue import Size, Skill, parse_catalogue
from mnemoteca.core.errors import BadInput, NotFound, Problem
from mnemoteca.core.model_roles import Kind
from mnemoteca.models.catalogue import read_catalogue
from mnemoteca.models.places import EMBEDDER, ModelsPlaces

OWN = {
    "id": "mine",
    "name": "Mine",
    "kind": "generate",
    "repository": "me/mine-GGUF",
    "file": "mine-Q4_K_M.gguf",
    "bytes": 1_000_000,
    "architecture": "llama",
}


def written(*entries: dict[str, Any], version: int = 1) -> bytes:
    return json.dumps({"version": version, "models": entries}).encode()


@pytest.fixture
def places(tmp_path: Path) -> ModelsPlaces:
    return ModelsPlaces(tmp_path)


def test_some_twenty_models_of_every_role_and_size_are_offered(places: ModelsPlaces) -> None:
    catalogue = read_catalogue(places)
    assert catalogue.trouble is None
    assert len(catalogue.entries) >= 20
    by_kind = {kind: [each for each in catalogue.entries if each.kind is kind] for kind in Kind}
    assert len(by_kind[Kind.EMBED]) >= 3
    assert len(by_kind[Kind.RERANK]) >= 2
    writers = by_kind[Kind.GENERATE]
    assert {each.size for each in writers} == set(Size)
    assert any(each.speciality == "code" for each in writers)
    assert any("moe" in each.architecture for each in writers)
    assert any(each.architecture in HYBRID | STATE_SPACE for each in writers)
    assert {"phi3", "llama", "gemma3", "qwen3"} <= {each.architecture for each in writers}
    assert sum(each.portuguese is Skill.GOOD for each in catalogue.entries) >= 10


def test_every_built_in_entry_says_what_it_is_good_for_in_both_languages(places: ModelsPlaces) -> None:
    for entry in read_catalogue(places).entries:
        assert all((entry.good_for.en, entry.good_for.pt_BR, entry.languages.en, entry.languages.pt_BR)), entry.id
        assert all((entry.licence, entry.licence_url, entry.context, entry.memory.bytes, entry.quantisation)), entry.id
        assert entry.memory.bytes > entry.bytes * 0.99, entry.id
        assert bool(entry.sha256) == bool(entry.revision), entry.id


def test_own_entries_come_first_and_take_the_place_of_one_of_the_same_id(places: ModelsPlaces) -> None:
    known = read_catalogue(places).entries
    places.own_catalogue.write_bytes(written(OWN, {**OWN, "id": known[3].id}))
    catalogue = read_catalogue(places)
    assert [each.id for each in catalogue.entries[:2]] == ["mine", known[3].id]
    assert len(catalogue.entries) == len(known) + 1
    assert catalogue.find("mine").own
    assert not catalogue.find(known[0].id).own
    assert not catalogue.find("mine").pinned


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version": 1}', written(version=2), b'{"version": 1, "models": [1]}',
     b"[" * 100_000, written({**OWN, "id": EMBEDDER}), written(OWN, OWN)],
)  # fmt: skip
def test_a_catalogue_that_can_not_be_read_is_told_and_the_built_in_one_goes_on(
    content: bytes, places: ModelsPlaces
) -> None:
    places.own_catalogue.write_bytes(content)
    catalogue = read_catalogue(places)
    assert len(catalogue.entries) >= 20
    assert catalogue.trouble is not None
    assert str(catalogue.trouble).isprintable()
    assert len(str(catalogue.trouble)) < 700


@pytest.mark.parametrize(
    "change",
    [
        {"id": "../x"}, {"id": "Big"}, {"id": ""}, {"name": ""}, {"name": "a\nb"}, {"kind": "fly"}, {"bytes": 0},
        {"bytes": -1}, {"bytes": 1e99}, {"bytes": "many"}, {"repository": "mine"}, {"repository": "a/b/c"},
        {"repository": "../etc/x"}, {"file": "x.bin"}, {"file": "../x.gguf"}, {"file": "a/b.gguf"},
        {"sha256": "abc"}, {"sha256": "A" * 64}, {"revision": "main"}, {"architecture": "wonder"},
        {"licence_url": "javascript:alert(1)"}, {"licence_url": "http://plain"}, {"good_for": {"en": "x\x1b[2J"}},
        {"unknown": 1}, {"own": True}, {"context": -1}, {"memory": {"bytes": -5}},
    ],
)  # fmt: skip
def test_a_value_that_can_not_be_used_is_refused_with_the_number_of_its_entry(change: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match=r"entry 2|twice") as raised:
        parse_catalogue(written(OWN, {**OWN, "id": "other", **change}), "own")
    assert str(raised.value).isprintable()


def test_a_reranker_of_bert_is_refused_and_one_of_xlm_r_is_not() -> None:
    with pytest.raises(Problem, match="come out wrong"):
        parse_catalogue(written({**OWN, "kind": "rerank", "architecture": "bert"}), "own")
    assert parse_catalogue(written({**OWN, "kind": "rerank", "architecture": "xlm-roberta"}), "own")
    assert parse_catalogue(written({**OWN, "kind": "embed", "architecture": "bert"}), "own")


def test_what_is_not_in_the_catalogue_is_not_found(places: ModelsPlaces) -> None:
    with pytest.raises(NotFound, match="nothing-such"):
        read_catalogue(places).find("nothing-such")


def test_an_unreadable_file_of_own_entries_is_told(places: ModelsPlaces) -> None:
    places.own_catalogue.mkdir()
    catalogue = read_catalogue(places)
    assert catalogue.trouble is not None
    assert catalogue.entries


def test_every_architecture_of_a_built_in_writer_can_be_run(places: ModelsPlaces) -> None:
    assert {each.architecture for each in read_catalogue(places).entries if each.kind is Kind.GENERATE} <= WRITERS
