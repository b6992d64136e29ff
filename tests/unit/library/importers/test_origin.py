"""Files, folders and zips as origins: what is unsafe is left out and told, the rest is there."""

from __future__ import annotations

import json
import os
import random
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.importing import ReadTo, Unread
from mnemoteca.library.importers import zipped
from mnemoteca.library.importers.detect import choose, open_origin
from mnemoteca.library.importers.origin import FileOrigin, FolderOrigin, walk
from mnemoteca.library.importers.reading import from_stream
from mnemoteca.library.importers.zipped import ZipOrigin
from tests.driven import DrivenClock
from tests.unit.library.importing import Importing, corpus, opened, session, turn


def chats(name: str, *ids: str) -> str:
    return json.dumps(corpus(name, session("s", *map(turn, ids)))) + "\n"


def packed(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


@pytest.fixture
def library(tmp_path: Path, clock: DrivenClock) -> Iterator[Importing]:
    with opened(tmp_path / "data", clock) as library:
        yield library


def reasons(origin: FolderOrigin | ZipOrigin) -> dict[str, str]:
    return {each.where: each.reason for each in origin.troubles()}


@pytest.mark.parametrize("single", [True, False])
def test_what_is_written_into_a_file_after_it_was_opened_is_seen_by_the_next_one(tmp_path: Path, single: bool) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"12345")
    origin = open_origin(path if single else tmp_path)
    with path.open("ab") as more:
        more.write(b"678" * 100_000)
    assert origin.head("log.txt") == b"12345"
    with origin.open("log.txt") as file:
        assert (file.read(), file.seek(0, os.SEEK_END), file.seek(-2, os.SEEK_END)) == (b"12345", 5, 3)
        assert (file.read(), file.seek(1), file.read(2), file.tell()) == (b"45", 1, b"23", 3)
    assert open_origin(path).size("log.txt") == 300_005
    path.write_bytes(b"1")
    with origin.open("log.txt") as file:
        assert file.read() == b"1"


def test_a_folder_is_walked_in_an_order_that_is_always_the_same(tmp_path: Path) -> None:
    names = ["a/z.txt", "a/b/c.txt", "b.txt", "Z.txt", "ação/😀.txt"]
    for name in random.sample(names, len(names)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / ".git" / "objects").mkdir(parents=True)
    (tmp_path / ".git" / "config").write_text("x")
    origin = FolderOrigin(tmp_path)
    assert list(origin.names()) == ["Z.txt", "b.txt", "a/z.txt", "a/b/c.txt", "ação/😀.txt"]
    assert [(m.start, m.size) for m in walk(origin)] == [(0, 5), (5, 5), (10, 7), (17, 9), (26, 15)]
    assert origin.head("b.txt", 2) == b"b."
    assert origin.stamp()[0] == sum(map(origin.size, origin.names()))


def test_links_out_of_the_folder_and_loops_are_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    (inside / "deep").mkdir(parents=True)
    outside.mkdir()
    (outside / "secret.txt").write_text("s")
    (inside / "own.txt").write_text("o")
    (inside / "loop").symlink_to(inside)
    (inside / "deep" / "itself").symlink_to(inside / "deep" / "itself")
    (inside / "out").symlink_to(outside)
    (inside / "file").symlink_to(outside / "secret.txt")
    (inside / "again.txt").symlink_to(inside / "own.txt")
    (inside / "gone").symlink_to(tmp_path / "nothing")
    os.mkfifo(inside / "pipe")
    origin = FolderOrigin(inside)
    assert list(origin.names()) == ["own.txt"]
    assert reasons(origin) == dict.fromkeys(("out", "file"), "it is a link that leads out of the folder; not followed")


def test_an_unreadable_folder_in_between_is_listed_and_the_rest_comes_in(library: Importing, tmp_path: Path) -> None:
    home = tmp_path / "chats"
    for name in ("a", "b", "c"):
        (home / name).mkdir(parents=True)
        (home / name / "chat.jsonl").write_text(chats(name, "x"))
    library.bring_in(home, format="")
    with _without_permission(home / "b"):
        job = library.bring_in(home, format="")
    assert job.result is not None
    if os.geteuid():  # root reads all
        assert (job.result["unchanged"], job.result["skipped"]) == (2, 1)
        assert library.left_out(job)[0].where == "b/"
    assert len(library.contents()) == 3


class _without_permission:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        self._folder.chmod(0)

    def __exit__(self, *_: object) -> None:
        self._folder.chmod(stat.S_IRWXU)


def test_a_folder_that_is_gone_while_it_is_walked_is_listed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    origin = FolderOrigin(tmp_path)
    assert origin._entries("nowhere") == []
    assert reasons(origin) == {"nowhere/": "the folder can't be read: no such file or directory"}


def test_a_file_of_a_folder_that_fails_is_listed_and_a_single_file_raises(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").write_text("y")
    origin = FolderOrigin(tmp_path)
    (tmp_path / "a").unlink()
    [member, other] = walk(origin)
    told = list(from_stream(origin, member, lambda file, _: iter((ReadTo(len(file.read())),))))
    assert told == [Unread("a", "it can't be read: no such file or directory")]
    assert list(from_stream(origin, other, lambda file, _: iter((ReadTo(1), Unread("line 1", "bad"))))) == [
        ReadTo(2),
        Unread("b, line 1", "bad"),
    ]
    single = FileOrigin(tmp_path / "b")
    (tmp_path / "b").unlink()
    with pytest.raises(FileNotFoundError):
        list(from_stream(single, next(walk(single)), lambda file, _: iter(())))


def test_a_folder_and_a_zip_of_chats_come_in_and_a_changed_folder_goes_on(library: Importing, tmp_path: Path) -> None:
    home = tmp_path / "chats"
    (home / "sub").mkdir(parents=True)
    (home / "one.jsonl").write_text(chats("c1", "a", "b"))
    (home / "sub" / "two.jsonl").write_text("torn\n" + chats("c2", "a"))
    (home / "notes.txt").write_text("not a chat")
    job = library.bring_in(home, format="")
    assert job.result is not None
    assert (job.result["memories_new"], job.result["skipped"], job.title) == (3, 1, f"{tmp_path.name}/chats")
    assert [each.where for each in library.left_out(job)] == ["sub/two.jsonl, line 1"]
    (home / "three.jsonl").write_text(chats("c3", "a"))
    assert library.bring_in(home, format="").message.startswith("1 new session, 1 new memory, 3 were here already")
    zipped_up = packed(tmp_path / "chats.zip", **{"x/one.jsonl": chats("c1", "a", "b")})
    assert library.bring_in(zipped_up, format="").message == "2 were here already."


def test_zip_members_that_climb_out_are_encrypted_bombs_or_zips_are_listed_and_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("good.txt", "../up.txt", "/root.txt", "a/../../b.txt", "C:/windows.txt", "..\\back.txt"):
            file.writestr(name, "x")
        file.writestr("inner.zip", "PK")
        file.writestr("bomb.txt", b"0" * 10_000_000)
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
        file.writestr("secret.txt", "x")
        file.writestr("__MACOSX/._good.txt", "x")
        file.writestr("folder/", "")
    raw = path.read_bytes()
    at = raw.rindex(b"secret.txt") - 46
    path.write_bytes(raw[: at + 8] + b"\x01" + raw[at + 9 :])  # says that it is encrypted
    origin = ZipOrigin(path)
    assert list(origin.names()) == ["good.txt"]
    told = reasons(origin)
    assert {name for name, reason in told.items() if reason == "its name leads out of the zip"} == {
        "../up.txt", "/root.txt", "a/../../b.txt", "C:/windows.txt", "../back.txt",
    }  # fmt: skip
    assert told["inner.zip"].startswith("it is a zip in a zip")
    assert told["bomb.txt"] == "it would unpack to more than 200 times its size"
    assert told["link"] == "it is a link"
    assert told["secret.txt"].startswith("it is encrypted")


def test_a_zip_in_which_all_is_encrypted_says_so(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", a="x")
    raw = path.read_bytes()
    at = raw.rindex(b"PK\x01\x02")
    path.write_bytes(raw[: at + 8] + b"\x01" + raw[at + 9 :])
    with pytest.raises(BadInput, match="a: it is encrypted"):
        choose(open_origin(path))


def test_a_zip_that_unpacks_to_too_much_or_has_too_many_members_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path / "x.zip", a="x" * 50, b="y" * 50)
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 99)
    with pytest.raises(BadInput, match="unpacked it would have 100 bytes"):
        open_origin(path)
    monkeypatch.setattr(zipped, "MOST_MEMBERS", 1)
    with pytest.raises(BadInput, match="more than 1 members"):
        open_origin(path)


@pytest.mark.parametrize("keep", [4, 30, -1, -10, -30])
def test_a_zip_that_is_cut_is_told_as_such(tmp_path: Path, keep: int) -> None:
    path = packed(tmp_path / "x.zip", a="x" * 100, b="y")
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(BadInput, match="the zip is damaged or cut"):
        open_origin(path)


def test_a_member_that_is_damaged_inside_is_an_os_error(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", a="".join(map(str, range(2000))))
    raw = bytearray(path.read_bytes())
    raw[60:80] = bytes(20)
    path.write_bytes(raw)
    origin = ZipOrigin(path)
    with pytest.raises(OSError, match="damaged or cut"):
        origin.open("a").read()


@pytest.mark.slow
def test_a_zip_whatever_was_done_to_it_is_refused_or_read_but_never_breaks_anything(tmp_path: Path) -> None:
    seed = 7
    rng = random.Random(seed)
    whole = packed(tmp_path / "x.zip", **{f"{n}.txt": "text " * n for n in range(1, 9)}).read_bytes()
    path = tmp_path / "y.zip"
    for _ in range(300):
        raw = bytearray(whole)
        for _ in range(rng.randint(1, 6)):
            raw[rng.randrange(4, len(raw))] = rng.randrange(256)
        path.write_bytes(raw[: rng.randint(4, len(raw))] if rng.random() < 0.2 else raw)
        try:
            origin = open_origin(path)
        except BadInput:
            continue
        for name in origin.names():
            origin.modified(name)
            try:
                origin.head(name)
            except OSError:
                continue


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_origin(tmp_path / "nothing")
