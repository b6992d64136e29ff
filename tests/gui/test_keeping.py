"""A note is kept once, and what is typed is never lost."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mnemoteca.core.errors import BadInput
from mnemoteca.core.memory import Memory, Precision, Role, State, Tier
from mnemoteca.gui.drafts import Draft, Note, read_draft, write_draft
from mnemoteca.gui.keeping import SAVE_AFTER_MS, Keeping
from mnemoteca.gui.link import Connection, Link
from tests.gui.service import Service
from tests.gui.test_link import Starts

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def memory(id: int, text: str) -> Memory:
    return Memory(
        id, "", "personal", 1, "Notes", id, Role.NOTE, "", "note", text, len(text), "en", NOW, 0, Precision.INSTANT,
        NOW, "notes", "", Tier.SHORT, State.ACTIVE, False, 0.7, 0, None, None, None,
    )  # fmt: skip


class Notes:
    """Keeps notes by their token, as the library does."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def capture(self, text: str, token: str, **_: object) -> Memory:
        if text == "too long":
            raise BadInput("too_long", size=9, limit=8)
        self.kept.setdefault(token, text)
        return memory(len(self.kept), text)


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def service(tmp_path: Path, qtbot: QtBot, notes: Notes) -> Iterator[Service]:
    made = Service(tmp_path, notes)
    yield made
    made.stop()


@pytest.fixture
def link(tmp_path: Path, qtbot: QtBot) -> Iterator[Link]:
    made = Link(tmp_path, Starts())
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "drafts" / "capture.json"


@pytest.fixture
def keeping(link: Link, file: Path) -> Iterator[Keeping]:
    made = Keeping(link, file)
    link.state_changed.connect(lambda state: made.set_here(state is Connection.HERE))
    yield made
    made.close()


def test_what_is_typed_stands_on_the_disk_within_a_second(qtbot: QtBot, keeping: Keeping, file: Path) -> None:
    with qtbot.waitSignal(keeping.saved):
        keeping.typed("Milk and o", False, 0.7)
        keeping.typed("Milk and oats", False, 0.7)
    assert SAVE_AFTER_MS < 1000
    assert read_draft(file).text == "Milk and oats"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_kept_note_leaves_the_draft_only_when_it_is_acknowledged(
    qtbot: QtBot, keeping: Keeping, link: Link, service: Service, notes: Notes, file: Path
) -> None:
    keeping.typed("Milk", False, 0.7)
    assert keeping.keep("personal")
    assert keeping.draft.text == ""
    qtbot.waitUntil(lambda: len(read_draft(file).waiting) == 1)
    with qtbot.waitSignal(keeping.kept):
        link.open()
    qtbot.waitUntil(lambda: read_draft(file) == Draft())
    assert list(notes.kept.values()) == ["Milk"]


def test_a_lost_acknowledgement_keeps_nothing_twice(
    qtbot: QtBot, keeping: Keeping, link: Link, service: Service, notes: Notes
) -> None:
    with qtbot.waitSignal(link.state_changed):
        link.open()
    service.hold = True
    keeping.typed("Milk", False, 0.7)
    keeping.keep("personal")
    qtbot.waitUntil(lambda: len(notes.kept) == 1)
    service.stop()
    qtbot.waitUntil(lambda: link.state is Connection.STARTING)
    assert [note.text for note in keeping.draft.waiting] == ["Milk"]
    service.hold = False
    with qtbot.waitSignal(keeping.kept):
        service.listen()
    assert service.asked.count("capture") == 2
    assert list(notes.kept.values()) == ["Milk"]
    assert not keeping.draft.waiting


def test_a_note_that_can_not_be_taken_stands_in_the_box_again(
    qtbot: QtBot, keeping: Keeping, link: Link, service: Service
) -> None:
    with qtbot.waitSignal(link.state_changed):
        link.open()
    keeping.typed("too long", False, 0.7)
    with qtbot.waitSignals([keeping.returned, keeping.problem]):
        keeping.keep("personal")
        keeping.typed("and more", False, 0.7)
    assert keeping.draft == Draft("too long\n\nand more")


def test_an_empty_note_is_not_kept(keeping: Keeping) -> None:
    keeping.typed("  \n", False, 0.7)
    assert not keeping.keep("personal")


def test_a_window_that_starts_again_has_the_text_and_the_notes_that_wait(link: Link, file: Path) -> None:
    file.parent.mkdir()
    write_draft(file, Draft("half a", waiting=(Note("whole", "t1"),)))
    keeping = Keeping(link, file)
    assert keeping.draft.text == "half a"
    assert [note.text for note in keeping.draft.waiting] == ["whole"]
    keeping.close()


def test_a_damaged_draft_file_is_an_empty_draft(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b'{"text": "ab')
    assert read_draft(file) == Draft()


def test_what_can_not_be_written_is_said(qtbot: QtBot, link: Link, tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be")
    keeping = Keeping(link, tmp_path / "drafts" / "capture.json")
    with qtbot.waitSignal(keeping.trouble):
        keeping.typed("Milk", False, 0.7)
    keeping.close()
