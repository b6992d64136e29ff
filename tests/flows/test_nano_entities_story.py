"""Names through the command line: a file of notes in two languages, each line answered, without a service."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Mnemoteca

NOTES = [
    {"id": "1", "text": "I met Caroline in Lisbon, she wrote to ana@example.org."},
    {"id": "2", "text": "Falei com a Ana da Petrobras sobre src/main.py."},
    {"id": "3", "text": "Bread, milk and eggs."},
    {"id": "4", "text": ""},
]
FOUND = {
    "1": [("Caroline", "person"), ("Lisbon", "place"), ("ana@example.org", "email")],
    "2": [("Ana", "person"), ("Petrobras", "organisation"), ("src/main.py", "file")],
    "3": [],
    "4": [],
}


def test_the_names_of_a_file_of_notes_are_told_line_by_line(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    file = data_folder.parent / "notes.jsonl"
    file.write_text("".join(json.dumps(note) + "\n" for note in NOTES))
    done = mnemoteca("nano", "entities", "--json", "--file", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    told = {line["id"]: line["entities"] for line in map(json.loads, done.stdout.splitlines())}
    texts = {note["id"]: note["text"] for note in NOTES}
    assert {
        id: [(texts[id][each["start"] : each["end"]], each["type"]) for each in found] for id, found in told.items()
    } == FOUND
    assert all(0 < each["confidence"] <= 1 for found in told.values() for each in found)
    assert not data_folder.exists()


def test_a_text_is_told_as_a_person_reads_it(mnemoteca: Mnemoteca) -> None:
    done = mnemoteca("nano", "entities", "Caroline moved to Lisbon.")
    assert done.stdout == "Caroline\tperson\nLisbon\tplace\n"
