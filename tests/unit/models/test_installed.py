"""Models on this machine: a file is taken in whole or not at all, put to use for what it can do, and removed."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from mnemoteca.core.cancel import Token
from mnemoteca.core.errors import BadInput, Damaged, DiskTrouble, NotFound, Problem, Stopped
from mnemoteca.core.model_installed import InstalledModel, id_of, is_id
from mnemoteca.core.model_roles import Kind, Role
from mnemoteca.models.installed import InstalledModels
from mnemoteca.models.installing import install_file
from mnemoteca.models.manifest import hash_of
from mnemoteca.models.places import MODEL_FILES, SHARED_FILES, ModelsPlaces
from mnemoteca.models.preparing import taken
from tests.gguf_made import BAD, TEXT, U32, Typed, entries_of_a_llama, gguf

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


class Still:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW


@pytest.fixture
def models(tmp_path: Path) -> InstalledModels:
    return InstalledModels(ModelsPlaces(tmp_path / "models"))


Install = Callable[..., InstalledModel]


@pytest.fixture
def install(models: InstalledModels, tmp_path: Path) -> Install:
    def install(name: str = "Tiny Llama.gguf", content: bytes = gguf(), token: Token | None = None) -> InstalledModel:
        path = tmp_path / name
        path.write_bytes(content)
        return install_file(models, path, Still(), lambda done, size: None, token or Token())

    return install


def embedder() -> bytes:
    entries = {key.replace("llama.", "gemma-embedding."): value for key, value in entries_of_a_llama().items()}
    return gguf({**entries, "general.architecture": Typed(TEXT, "gemma-embedding")})


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_file_that_the_person_has_is_installed_and_put_to_use(models: InstalledModels, install: Install) -> None:
    model = install()
    assert (model.id, model.name, model.kind) == ("tiny-llama", "Made by hand", Kind.GENERATE)
    assert model.sha256 == hash_of(Path(model.path))
    assert model.installed_at == NOW
    assert models.all() == (model,)
    assert models.model_for(Role.SUMMARISE) == model == models.model_for("answer")
    assert models.model_for(Role.EMBED) is None
    assert models.disk_used() >= model.bytes


def test_the_first_of_its_kind_is_used_until_another_is_chosen(models: InstalledModels, install: Install) -> None:
    first, second = install("one.gguf"), install("two.gguf")
    assert models.model_for(Role.GENERATE) == first
    models.use(Role.SUMMARISE, "two")
    assert models.model_for(Role.SUMMARISE) == second
    assert models.model_for(Role.ANSWER) == first
    models.stop_using(Role.SUMMARISE)
    assert models.model_for(Role.SUMMARISE) == first


def test_a_model_is_used_only_for_what_it_is_made_for(models: InstalledModels, install: Install) -> None:
    install("vectors.gguf", embedder())
    with pytest.raises(BadInput, match="made to embed"):
        models.use(Role.ANSWER, "vectors")
    assert models.model_for(Role.ANSWER) is None
    assert models.model_for(Role.EMBED) is None  # only what writes is put to use by itself
    models.use(Role.EMBED, "vectors")
    assert models.model_for(Role.EMBED) == models.find("vectors")


def test_what_is_removed_is_gone_and_no_longer_in_use(models: InstalledModels, install: Install) -> None:
    install()
    models.remove("tiny-llama")
    assert models.all() == ()
    assert models.model_for(Role.GENERATE) is None
    assert files_of(models.places.folder) == {"chosen.json"}
    with pytest.raises(NotFound):
        models.remove("tiny-llama")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_leaves_nothing_behind(name: str, models: InstalledModels, install: Install) -> None:
    content, key = BAD[name]
    with pytest.raises(BadInput) as raised:
        install(content=content)
    assert raised.value.key == key
    assert models.all() == ()
    assert not files_of(models.places.folder)


@pytest.mark.parametrize("name", ["../outside.gguf", "..gguf", ".gguf", "-.gguf", "CON\n.gguf", "ç ã.gguf"])
def test_no_name_of_a_file_leads_out_of_the_folder(name: str) -> None:
    id = id_of(name)
    assert id == "" or is_id(id)
    assert "/" not in id
    assert not id.startswith(".")


def test_an_id_names_a_folder_and_nothing_else() -> None:
    assert is_id("qwen3-0.6b-q8_0")
    assert not any(map(is_id, ("", "..", ".", "a/b", "A", "a b", "a\0", "x" * 81, "a-")))


def test_a_file_of_that_name_is_taken_in_once(install: Install, tmp_path: Path) -> None:
    install()
    with pytest.raises(BadInput, match="installed already"):
        install()


def test_a_folder_and_a_file_that_is_not_there_are_refused(models: InstalledModels, tmp_path: Path) -> None:
    for path, kind in ((tmp_path, BadInput), (tmp_path / "nothing.gguf", NotFound)):
        with pytest.raises(kind):
            install_file(models, path, Still(), lambda done, size: None, Token())


def test_a_copy_that_is_cancelled_leaves_nothing_behind(models: InstalledModels, install: Install) -> None:
    token = Token()
    token.cancel()
    with pytest.raises(Stopped):
        install(token=token)
    assert not files_of(models.places.folder)


def test_progress_is_told_in_bytes(models: InstalledModels, tmp_path: Path) -> None:
    path, told = tmp_path / "tiny.gguf", []
    path.write_bytes(gguf() + bytes(9 << 20))
    install_file(models, path, Still(), lambda done, size: told.append((done, size)), Token())
    assert [done for done, _ in told] == [4 << 20, 8 << 20, path.stat().st_size]
    assert {size for _, size in told} == {path.stat().st_size}


@pytest.mark.parametrize("how", ["gone", "shorter", "other bytes"])
def test_a_file_that_changed_since_is_not_run(how: str, models: InstalledModels, install: Install) -> None:
    path = Path(install().path)
    content = path.read_bytes()
    os.utime(path, ns=(1, 1))
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(content[:-4] if how == "shorter" else content[:-4] + b"\xff\xff\xff\x7f")
    with pytest.raises(Damaged, match="tiny-llama"):
        models.model_for(Role.GENERATE)
    assert models.all()[0].whole == (how == "other bytes")
    models.remove("tiny-llama")


def test_a_file_that_was_only_touched_is_run(models: InstalledModels, install: Install) -> None:
    model = install()
    os.utime(model.path, ns=(1, 1))
    assert models.model_for(Role.GENERATE) == model


def test_while_something_is_at_work_on_a_model_it_is_neither_removed_nor_installed(
    models: InstalledModels, install: Install
) -> None:
    install()
    with taken(models.places.of("tiny-llama").lock), pytest.raises(BadInput, match="at work"):
        models.remove("tiny-llama")
    models.places.of("other").folder.mkdir()
    with taken(models.places.of("other").lock), pytest.raises(BadInput, match="at work"):
        install("other.gguf")
    assert models.find("tiny-llama")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"roles": {"fly": "x"}}', b'{"roles": {"embed": "../x"}}'])
def test_a_choice_that_can_not_be_read_counts_as_none(content: bytes, models: InstalledModels) -> None:
    models.places.folder.mkdir(parents=True)
    models.places.chosen.write_bytes(content)
    assert models.chosen() == {}
    assert models.model_for(Role.EMBED) is None


def test_every_file_of_a_model_is_declared(models: InstalledModels, install: Install) -> None:
    install()
    for name in files_of(models.places.folder):
        folder, _, file = name.rpartition("/")
        assert any(fnmatchcase(file, known) for known in (MODEL_FILES if folder else SHARED_FILES)), name


def test_a_full_disk_is_told_in_a_sentence(models: InstalledModels, tmp_path: Path) -> None:
    path = tmp_path / "tiny.gguf"
    path.write_bytes(gguf())

    def full(done: int, size: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(DiskTrouble) as raised:
        install_file(models, path, Still(), full, Token())
    assert raised.value.key == "disk_full"
    assert not files_of(models.places.folder)


def test_a_reader_alone_never_makes_the_folder(models: InstalledModels) -> None:
    assert models.all() == ()
    assert models.disk_used() == 0
    with pytest.raises(Problem):
        models.find("x")
    assert not models.places.folder.exists()


def test_whether_a_file_says_so_or_not_a_reranker_needs_an_output_that_is_a_score(
    models: InstalledModels, install: Install
) -> None:
    entries = {key.replace("llama.", "qwen3."): value for key, value in entries_of_a_llama().items()}
    told = {**entries, "general.architecture": Typed(TEXT, "qwen3"), "qwen3.pooling_type": Typed(U32, 4)}
    assert install("rank.gguf", gguf(told)).kind is Kind.RERANK
