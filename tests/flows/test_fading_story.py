"""What is about to leave its tier is told in time: a person keeps it, lets it go or merges it, and takes it back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mnemoteca import get_tier_manager
from mnemoteca.api import disconnect
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NOTES = (
    "The landlord of the Aurora house calls on Friday.",
    "The landlord of the Aurora house calls on Friday!",
    "The old bicycle pump hangs behind the cellar door.",
    "The plumber of the Aurora house has a new number.",
)


def test_what_fades_soon_is_kept_let_go_or_merged(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = data_folder.parent / "clock"
    clock.write_text(START.isoformat())
    monkeypatch.setenv("MNEMOTECA_TEST_CLOCK", str(clock))
    one, twin, pump, plumber = (int(answer(mnemoteca, "add", text, "--importance", "0.7")["id"]) for text in NOTES)
    assert get_tier_manager("personal").promote_all_eligible() == 4
    disconnect()
    answer(mnemoteca, "settings", "set", "sleep.by_itself", "off")
    assert answers(mnemoteca, "fading") == []
    clock.write_text(START.replace(day=22, hour=7).isoformat())
    soon = answers(mnemoteca, "fading", "--within", "6h")
    assert [(each["memory"], each["tier"], each["same_as"]) for each in soon] == [
        (one, "medium", None), (twin, "medium", one), (pump, "medium", None), (plumber, "medium", None),
    ]  # fmt: skip
    assert soon[0]["ends_at"] == START.replace(day=22).isoformat().replace("+00:00", "Z")
    answer(mnemoteca, "fading", "--keep", str(one))
    answer(mnemoteca, "fading", "--merge", str(twin), str(one))
    answer(mnemoteca, "fading", "--let-go", str(pump))
    assert [each["memory"] for each in answers(mnemoteca, "fading")] == [plumber]
    assert {id: answer(mnemoteca, "show", str(id))["tier"] for id in (one, twin, pump)} == {
        one: "long", twin: "faded", pump: "faded",
    }  # fmt: skip
    assert answer(mnemoteca, "why", str(twin))["same_as"] == one
    assert answer(mnemoteca, "show", str(twin))["text"] == NOTES[1]
    for _ in range(3):
        answer(mnemoteca, "undo")
    assert {answer(mnemoteca, "show", str(id))["tier"] for id in (one, twin, pump)} == {"medium"}
    wrong = mnemoteca("fading", "--within", "soon")
    assert wrong.returncode == 3
    assert "Write it as 30m, 6h or 2d" in wrong.stderr
