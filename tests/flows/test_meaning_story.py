"""Search by meaning when something is wanting: no embedder, damaged vectors, what is gone; and what is around a hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnemoteca.models.places import EmbedderPlaces
from mnemoteca.models.readiness import find_runnable
from mnemoteca.wire.client import connect
from mnemoteca.wire.start import start_service
from tests.conftest import Mnemoteca
from tests.flows.commands import answer, found

NOTES = (
    "Marcos has a big van and nobody uses it on weekends.",
    "The blue ceramics are fragile, they travel with us.",
    "My grandmother planted lemon trees behind the house.",
    "Our dog must see the vet, she limps since Sunday.",
)
VEHICLE = "who could lend us a vehicle for the moving day"


@pytest.fixture
def notes(mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Mnemoteca:
    """A library that holds the notes, with all their vectors."""
    if find_runnable(EmbedderPlaces.standard()) is None:
        pytest.skip("the embedder is not prepared on this machine")
    monkeypatch.setenv("MNEMOTECA_MEANING", "on")
    for note in NOTES:
        assert mnemoteca("add", note).returncode == 0
    assert mnemoteca("wait").returncode == 0
    return mnemoteca


def test_without_an_embedder_words_answer_and_it_is_said_what_to_do(
    mnemoteca: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MNEMOTECA_MEANING", "on")
    monkeypatch.setenv("MNEMOTECA_MODELS", str(data_folder.parent / "models"))
    assert mnemoteca("add", NOTES[0]).returncode == 0
    answered = answer(mnemoteca, "recall", "van")
    assert ([hit["text"] for hit in answered["hits"]], answered["without_meaning"]) == ([NOTES[0]], "absent")
    assert "mnemoteca models prepare" in mnemoteca("recall", "van").stderr + mnemoteca("recall", "van").stdout
    assert found(mnemoteca, VEHICLE) == []
    waited = mnemoteca("wait")
    assert waited.returncode != 0
    assert "mnemoteca models prepare" in waited.stderr


def test_switched_off_the_wait_is_for_words_alone(mnemoteca: Mnemoteca) -> None:
    assert mnemoteca("add", NOTES[0]).returncode == 0
    waited = mnemoteca("wait")
    assert (waited.returncode, "only the words" in waited.stderr) == (0, True)
    assert answer(mnemoteca, "recall", "van")["without_meaning"] == "off"


def test_vectors_that_were_damaged_are_made_again_and_it_is_said(
    notes: Mnemoteca, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert notes("service", "stop").returncode == 0
    (rows,) = data_folder.glob("vectors-*.rows")
    content = bytearray(rows.read_bytes())
    content[len(content) // 2] ^= 0xFF
    rows.write_bytes(content)
    with monkeypatch.context() as without:
        without.setenv(
            "MNEMOTECA_MODELS", str(data_folder.parent / "models")
        )  # so that they are not made again at once
        assert found(notes, "van") == [NOTES[0]]  # by its word, whatever became of the vectors
        assert "vectors were damaged" in notes("service", "status").stdout
        assert notes("service", "stop").returncode == 0
    assert notes("wait").returncode == 0
    assert found(notes, VEHICLE)[0] == NOTES[0]
    assert notes("doctor").returncode == 0


def test_what_is_forgotten_is_found_by_no_other_words_until_it_comes_back(notes: Mnemoteca) -> None:
    van = answer(notes, "recall", VEHICLE)["hits"][0]["id"]
    assert notes("forget", str(van)).returncode == 0
    assert NOTES[0] not in found(notes, "--weak", VEHICLE)
    assert notes("restore", str(van)).returncode == 0
    assert notes("wait").returncode == 0
    assert found(notes, VEHICLE)[0] == NOTES[0]


def test_a_question_goes_on_with_the_words_of_what_it_found_and_each_hit_tells_what_is_around_it(
    mnemoteca: Mnemoteca, data_folder: Path
) -> None:
    for note in (
        "The zeppelin landed near Olinda beside the lighthouse",
        "The lighthouse of Olinda was painted white",
        "The baker sells bread at seven",
    ):
        assert mnemoteca("add", note).returncode == 0
    assert mnemoteca("wait").returncode == 0
    client = connect(data_folder, start=start_service, role="test")
    try:
        hits = client.library.search_with_context_expansion("zeppelin").hits
        around = client.library.surroundings(hits[0].memory.id)
    finally:
        client.close()
    assert [hit.memory.text.split()[1] for hit in hits] == ["zeppelin", "lighthouse"]
    assert "expansion" in {reason.arm for reason in hits[1].path}
    assert around.memory.id == hits[0].memory.id
    assert [each.text.split()[1] for each in around.after] == ["lighthouse", "baker"]
