"""Tags that are suggested, and what a person says of them: learned at once, kept over a restart, gone with a purge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conftest import Mnemoteca
from tests.flows.canaries import traces
from tests.flows.commands import answer, answers
from tests.processes import alive, of_folder, wait_until

CRASH = "The parser crashes with an error on empty input; that bug needs a fix"
# What a person writes of three things of theirs, in two languages: first what is corrected, then what comes after.
CORRECTED = {
    "garden": (
        "Watered the tomatoes and the basil on the balcony", "The basil needs more sun, and the soil is dry",
        "Sowed lettuce in the raised bed", "Podei a roseira e reguei o manjericão", "A terra dos tomates está seca",
        "Plantei alface no canteiro", "Bought seeds of parsley and a bag of soil",
    ),
    "band": (
        "Rehearsal with the band: the second song drags", "The drummer wants the chorus twice as loud",
        "Learned the bass line of the new song", "Ensaio da banda: a segunda música está lenta",
        "O baterista quer o refrão mais alto", "Toquei a linha de baixo da música nova", "New strings for the bass",
    ),
    "flat": (
        "The landlord raises the rent in May", "The kitchen tap drips again, called the plumber",
        "Paid the electricity bill of the flat", "O proprietário aumentou o aluguel em maio",
        "A torneira da cozinha pinga de novo", "Paguei a conta de luz do apartamento",
    ),
}  # fmt: skip
AFTER = {
    "garden": ("Watered the basil and the lettuce", "The soil of the raised bed is dry", "Reguei os tomates",
               "Plantei manjericão no canteiro"),
    "band": ("The band learned a new song", "The bass drags in the chorus", "Ensaio com o baterista",
             "A música nova precisa de um refrão"),
    "flat": ("The plumber mended the kitchen tap", "The rent of the flat is paid", "O aluguel subiu de novo",
             "Paguei o encanador da cozinha"),
}  # fmt: skip
FOUND = {"garden", "band", "flat"}


def suggested(mnemoteca: Mnemoteca, id: int) -> list[str]:
    told: list[str] = answer(mnemoteca, "show", str(id))["suggested"]
    return told


def when_looked_at(mnemoteca: Mnemoteca, ids: Sequence[int]) -> list[list[str]]:
    """What is suggested for memories once all of them were looked at: a note of theirs comes after them."""
    mark = answer(mnemoteca, "add", CRASH)["id"]
    assert wait_until(lambda: bool(suggested(mnemoteca, mark)), 30.0)
    return [suggested(mnemoteca, id) for id in ids]


def right(told: Sequence[list[str]], wanted: Sequence[str]) -> int:
    return sum(tags[:1] == [tag] for tags, tag in zip(told, wanted, strict=True))


def test_a_note_has_suggestions_soon_which_are_taken_or_declined(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    id = answer(mnemoteca, "add", CRASH)["id"]
    assert wait_until(lambda: suggested(mnemoteca, id) == ["bug"], 30.0)
    assert "suggested: #bug" in mnemoteca("show", str(id)).stdout
    assert answer(mnemoteca, "tag") == {}
    assert mnemoteca("tag", str(id), "--remove", "bug").returncode == 0
    assert suggested(mnemoteca, id) == []
    assert mnemoteca("undo").returncode == 0
    assert suggested(mnemoteca, id) == ["bug"]
    assert mnemoteca("tag", str(id), "--add", "bug").returncode == 0
    told = answer(mnemoteca, "show", str(id))
    assert (told["tags"], told["suggested"]) == (["bug"], [])


@pytest.mark.long
def test_twenty_corrections_are_learned_and_outlive_a_restart(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    notes = [(tag, text) for tag, texts in CORRECTED.items() for text in texts]
    assert len(notes) == 20
    later = [(tag, text) for tag, texts in AFTER.items() for text in texts]
    before = [answer(mnemoteca, "add", text)["id"] for _, text in later]
    wanted = [tag for tag, _ in later]
    assert right(when_looked_at(mnemoteca, before), wanted) == 0
    for tag, text in notes:
        id = answer(mnemoteca, "add", text)["id"]
        assert mnemoteca("tag", str(id), "--add", tag).returncode == 0
    assert mnemoteca("service", "stop").returncode == 0
    after = [answer(mnemoteca, "add", text)["id"] for _, text in later]
    learned = right(when_looked_at(mnemoteca, after), wanted)
    print(f"right of 12 before: 0, after 20 corrections: {learned}")
    assert learned >= 6
    again = lambda: right([suggested(mnemoteca, id) for id in before], wanted) >= 6  # noqa: E731
    assert wait_until(again, 30.0), "what was there before is looked at again"


def test_a_kill_in_the_middle_costs_no_suggestion(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MNEMOTECA_FAIL_AT", "suggesting.transaction:1")
    id = answer(mnemoteca, "add", CRASH)["id"]
    assert wait_until(lambda: not any(map(alive, of_folder(data_folder))), 30.0)
    monkeypatch.delenv("MNEMOTECA_FAIL_AT")
    assert wait_until(lambda: suggested(mnemoteca, id) == ["bug"], 30.0)


def test_what_was_suggested_and_taught_goes_with_a_purge(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MNEMOTECA_TEST_PLAIN", "1")
    canary = "zebrafinch"
    id = answer(mnemoteca, "add", CRASH)["id"]
    assert wait_until(lambda: suggested(mnemoteca, id) == ["bug"], 30.0)
    assert mnemoteca("tag", str(id), "--remove", "bug", "--add", f"tag-{canary}").returncode == 0
    assert wait_until(lambda: bool(traces(data_folder, f"tag-{canary}")))
    assert mnemoteca("purge", str(id), "--yes").returncode == 0
    assert mnemoteca("service", "stop").returncode == 0
    assert traces(data_folder, f"tag-{canary}") == []
    like = answer(mnemoteca, "add", CRASH + " soon")["id"]
    assert wait_until(lambda: suggested(mnemoteca, like) == ["bug"], 30.0), "what was learned of it is unlearned"


def test_a_name_is_corrected_on_the_command_line_and_found_so_from_then_on(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    def found(id: int, text: str) -> dict[str, str]:
        entities = answer(mnemoteca, "suggest", str(id), "--quick")["entities"]
        return {text[each["start"] : each["end"]]: each["kind"] for each in entities}

    first, later = "the talk with quixbar was long", "we asked quixbar again, and Helena"
    one, other = (answer(mnemoteca, "add", text)["id"] for text in (first, later))
    assert found(other, later) == {"Helena": "person"}
    assert "is a name: organisation" in mnemoteca("name", str(one), "quixbar", "--kind", "organisation").stdout
    assert [(each["name"], each["kind"], each["said"]) for each in answers(mnemoteca, "name", str(one))] == [
        ("quixbar", "organisation", True)
    ]
    assert mnemoteca("name", str(other), "Helena", "--none").returncode == 0
    assert [each["name"] for each in answers(mnemoteca, "name", str(other))] == ["quixbar"]
    assert mnemoteca("service", "stop").returncode == 0
    assert found(other, later) == {"quixbar": "organisation"}
    assert [made["entities"] for made in answers(mnemoteca, "suggest", str(one), str(other), "--quick")]
    assert mnemoteca("undo").returncode == 0
    assert found(other, later) == {"quixbar": "organisation", "Helena": "person"}
    assert mnemoteca("name", str(one), "Marcos").returncode == 4
