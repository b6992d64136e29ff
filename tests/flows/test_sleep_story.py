"""While a person is away, what was kept becomes knowledge: seen before, quoted word for word, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mnemoteca import get_tier_manager
from mnemoteca.api import disconnect
from tests import processes
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, answers

NOTES = (
    "We decided to keep the keys of the Recife house with Helena Prado.",
    "I prefer black tea to coffee in the morning.",
    "Para reiniciar o servidor, rode o script da pasta tools e espere um minuto.",
    "The movers from Olinda come on 15 January with two vans.",
    "The movers from Olinda come on 15 January with two vans!",
    "The movers from Olinda come on 16 January with two vans.",
)


def kept_in_medium(mnemoteca: Mnemoteca) -> dict[str, int]:
    """The notes, risen to MEDIUM; their ids by their texts."""
    ids = {text: int(answer(mnemoteca, "add", text, "--importance", "0.7")["id"]) for text in NOTES}
    manager = get_tier_manager("personal")
    assert manager.promote_all_eligible() == len(NOTES)
    disconnect()
    return ids


def texts(mnemoteca: Mnemoteca, ids: dict[str, int]) -> dict[str, str]:
    return {text: answer(mnemoteca, "show", str(id))["text"] for text, id in ids.items()}


def moves(run: dict[str, Any]) -> list[tuple[str, int, int]]:
    return [(p["kind"], p["memory"], p["thing"]) for p in run["proposals"] if p["before"]]


def test_a_dry_run_that_was_never_applied_is_gone_after_a_month(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = data_folder.parent / "clock"
    clock.write_text("2026-11-21T12:00:00+00:00")
    monkeypatch.setenv("MNEMOTECA_TEST_CLOCK", str(clock))
    answer(mnemoteca, "settings", "set", "sleep.by_itself", "off")
    answer(mnemoteca, "add", NOTES[0], "--importance", "0.7")
    first = answer(mnemoteca, "consolidate", "--dry-run")["run"]["run"]
    clock.write_text("2026-12-22T12:00:00+00:00")
    later = answer(mnemoteca, "consolidate", "--dry-run")["run"]["run"]
    assert later > first
    assert {first, later} & {each["run"] for each in answers(mnemoteca, "runs")} == {later}
    assert mnemoteca("apply", str(first)).returncode == 4
    assert mnemoteca("apply", str(later)).returncode == 0


def test_a_dry_run_shows_it_and_apply_does_exactly_that(mnemoteca: Mnemoteca) -> None:
    ids = kept_in_medium(mnemoteca)
    seen = answer(mnemoteca, "consolidate", "--dry-run")
    run = seen["run"]
    assert (run["state"], run["taken"]) == ("proposed", len(NOTES))
    assert run["taken"] == run["promoted"] + run["faded"] + run["left"] + run["kept"]
    assert moves(seen) == [("merge", ids[NOTES[4]], ids[NOTES[3]])]  # the 16th is another day: it is no duplicate
    (digest,) = seen["digests"]
    for quote in digest["sentences"]:
        whole = answer(mnemoteca, "show", str(quote["memory"]))["text"]
        assert quote["text"] == whole[quote["start"] : quote["end"]]
    kinds = {each["kind"]: each["quote"]["text"] for each in seen["patterns"]}
    assert kinds == {"decision": NOTES[0], "preference": NOTES[1], "how_to": NOTES[2]}
    assert answer(mnemoteca, "learned") == {"digests": [], "patterns": []}  # a preview changes nothing
    assert answer(mnemoteca, "show", str(ids[NOTES[4]]))["tier"] == "medium"
    done = answer(mnemoteca, "apply", str(run["run"]))
    assert done == {**run, "state": "applied", "at": done["at"]}
    after = answer(mnemoteca, "run", str(run["run"]))
    assert [{**p, "state": "proposed"} for p in after["proposals"]] == seen["proposals"]
    held = answer(mnemoteca, "learned")
    assert (held["digests"], held["patterns"]) == (seen["digests"], seen["patterns"][::-1])
    assert answer(mnemoteca, "show", str(ids[NOTES[4]]))["tier"] == "faded"
    assert texts(mnemoteca, ids) == {text: text for text in NOTES}
    again = mnemoteca("apply", str(run["run"]))
    assert again.returncode == 3
    assert "can't be applied: it is applied" in again.stderr


def test_what_changed_since_the_dry_run_is_left_out(mnemoteca: Mnemoteca) -> None:
    ids = kept_in_medium(mnemoteca)
    seen = answer(mnemoteca, "consolidate", "--dry-run")
    answer(mnemoteca, "pin", str(ids[NOTES[4]]))
    answer(mnemoteca, "forget", str(ids[NOTES[1]]))
    done = answer(mnemoteca, "apply", str(seen["run"]["run"]))
    assert (done["merged"], done["taken"]) == (0, len(NOTES))
    assert done["dropped"] >= 2  # the duplicate is pinned, the preference is in the trash
    assert done["taken"] == done["promoted"] + done["faded"] + done["left"] + done["kept"]
    assert answer(mnemoteca, "show", str(ids[NOTES[4]]))["tier"] == "medium"
    assert "preference" not in {each["kind"] for each in answer(mnemoteca, "learned")["patterns"]}


def test_a_digest_goes_with_its_source_and_comes_back_with_it(mnemoteca: Mnemoteca) -> None:
    ids = kept_in_medium(mnemoteca)
    answer(mnemoteca, "consolidate")
    (digest,) = answer(mnemoteca, "learned")["digests"]
    quoted = [str(quote["memory"]) for quote in digest["sentences"]]
    answer(mnemoteca, "forget", quoted[0])
    (shorter,) = answer(mnemoteca, "learned")["digests"]
    assert [str(quote["memory"]) for quote in shorter["sentences"]] == quoted[1:]
    assert not shorter["fresh"]
    answer(mnemoteca, "restore", quoted[0])
    assert answer(mnemoteca, "learned")["digests"] == [digest]
    answer(mnemoteca, "forget", *[str(id) for id in ids.values()])
    assert answer(mnemoteca, "learned") == {"digests": [], "patterns": []}


def test_one_session_can_be_consolidated_and_nothing_is_learned_twice(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    turns = [
        {"id": str(n), "speaker": "Ana", "at": f"2026-03-01T10:0{n}:00Z", "text": f"{text} That was chat number {n}."}
        for n, text in enumerate(NOTES[:3])
    ]
    session = {"session_id": "s1", "started_at": "2026-03-01T10:00:00Z", "title": "Moving house", "turns": turns}
    path = data_folder.parent / "talk.jsonl"
    path.write_text(json.dumps({"name": "talks", "sessions": [session]}) + "\n", encoding="utf-8")
    answer(mnemoteca, "import", str(path))
    (held,) = answers(mnemoteca, "sessions")
    run = answer(mnemoteca, "consolidate", "--session", str(held["id"]))
    assert (run["session"], run["taken"], run["kept"], run["digests"]) == (held["id"], 3, 3, 1)
    (digest,) = answer(mnemoteca, "learned")["digests"]
    assert (digest["title"], digest["session"]) == ("Moving house", held["id"])
    again = answer(mnemoteca, "consolidate")
    assert (again["taken"], again["digests"], again["patterns"]) == (0, 0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize(
    "place", ["sleep.thought", "sleep.part", "sleep.proposed", "sleep.apply", "sleep.applied", "commit.before"]
)
def test_a_kill_at_any_step_leaves_the_old_or_the_new_state(
    mnemoteca: Mnemoteca, data_folder: Path, place: str
) -> None:
    ids = kept_in_medium(mnemoteca)
    mnemoteca("service", "stop")
    with subprocess.Popen(
        [sys.executable, "-m", "mnemoteca", "service", "start"],
        env=os.environ | {"MNEMOTECA_FAIL_AT": f"{place}:1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as starting:
        starting.wait(60)
    mnemoteca("consolidate")  # the service is killed meanwhile
    assert processes.wait_until(lambda: not killed_ones(data_folder), 60)
    state = answer(mnemoteca, "show", str(ids[NOTES[4]]))["tier"]
    held = answer(mnemoteca, "learned")
    assert state == ("faded" if held["digests"] else "medium")
    assert bool(held["digests"]) == bool(held["patterns"])
    for run in answers(mnemoteca, "runs"):
        assert run["state"] in ("proposed", "applied")
        assert run["taken"] == run["promoted"] + run["faded"] + run["left"] + run["kept"]
    answer(mnemoteca, "consolidate")  # and it goes on
    assert answer(mnemoteca, "show", str(ids[NOTES[4]]))["tier"] == "faded"
    assert len(answer(mnemoteca, "learned")["digests"]) == 1
    assert texts(mnemoteca, ids) == {text: text for text in NOTES}


def killed_ones(data_folder: Path) -> list[int]:
    """The service, while it is still the one that is to be killed."""
    return [pid for pid in processes.of_folder(data_folder) if processes.alive(pid) and _is_armed(pid)]


def _is_armed(pid: int) -> bool:
    try:
        return b"MNEMOTECA_FAIL_AT=" in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False
