"""The small models through the command line: no service starts, no folder is made, lines come and go in order."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import Mnemoteca

NOTES = [
    {"id": "1", "text": "Fix the crash when the list is empty"},
    {"id": "2", "text": "Corrigir o erro ao abrir a lista vazia"},
    {"id": "3", "text": "Anna likes her coffee black"},
]


def test_tags_are_found_without_a_service_or_a_folder(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    file = data_folder.parent / "notes.jsonl"
    file.write_text("".join(json.dumps(note) + "\n" for note in NOTES))
    done = mnemoteca("nano", "tags", "--json", "--file", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in told] == ["1", "2", "3"]
    assert [each["tags"][0] for each in told] == ["bug", "bug", "general"]
    assert not data_folder.exists()
    assert mnemoteca("nano", "tags", "-", input="Corrigir o erro").stdout == "bug\n"
    assert mnemoteca("nano", "tags", "--file", str(data_folder)).returncode == 4


def test_dates_are_reckoned_from_when_a_text_was_said(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    file = data_folder.parent / "dated.jsonl"
    said = [
        {"id": "a", "text": "We met last Friday at 7pm", "reference": "2026-02-12T15:30:00"},
        {"id": "b", "text": "Viajo de 4 a 22 de maio de 2026", "reference": "2026-02-12T15:30:00+00:00"},
        {"id": "c", "text": "See you tomorrow, or on 4 May 2027"},
        {"id": "d", "text": "Nothing here may be a date"},
    ]
    file.write_text("".join(json.dumps(note, ensure_ascii=False) + "\n" for note in said), encoding="utf-8")
    done = mnemoteca("nano", "dates", "--json", "--file", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    told = {line["id"]: line["dates"] for line in map(json.loads, done.stdout.splitlines())}
    assert told["a"] == [{"start": 7, "end": 25, "value": "2026-02-06T19:00:00", "type": "date-time"}]
    assert [each["value"] for each in told["b"]] == ["2026-05-04/2026-05-22"]
    assert [each["value"] for each in told["c"]] == [None, "2027-05-04"]
    assert told["d"] == []
    assert not data_folder.exists()
    assert mnemoteca("nano", "dates", "on 4 May 2027").stdout == "4 May 2027\t2027-05-04\n"


def test_the_command_loads_no_engine_and_nothing_of_the_library(data_folder: Path) -> None:
    script = (
        "import sys; from mnemoteca.main import main; sys.argv = ['mnemoteca', 'nano', 'tags', 'Fix it'];"
        " code = main(); print(*sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=180)
    tags, modules = done.stdout.splitlines()
    assert tags == "bug"
    loaded = {".".join(name.split(".")[:2]) for name in modules.split()}
    assert not loaded & {"duckdb", "tantivy", "usearch", "onnxruntime", "llama_cpp", "apscheduler", "PySide6"}
    assert not loaded & {"mnemoteca.service", "mnemoteca.library", "mnemoteca.store", "mnemoteca.gui"}


def test_a_summary_is_at_most_fifty_tokens_of_the_text(mnemoteca: Mnemoteca, data_folder: Path) -> None:
    text = "The harbour is closed from Monday. " + "Boats wait in Faro until the sluice of the harbour is mended. " * 9
    done = mnemoteca("nano", "summary", "-", "--json", input=text)
    told = json.loads(done.stdout)["summary"]
    assert (done.returncode, len(told.split()) <= 50) == (0, True)
    assert all(part.strip(". ") in text for part in told.split("."))
    assert mnemoteca("nano", "summary", "Ana moved to Lisbon.").stdout == "Ana moved to Lisbon.\n"
