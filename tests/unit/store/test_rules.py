"""The rules of the tables, read out of the code that is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import duckdb
import pytest

from mnemoteca.store.migrate import apply, migrations
from mnemoteca.store.tables.memories import set_state
from tests.unit.store.given import keep_memories, memory_row, opened

PACKAGE = Path(__file__).resolve().parents[3] / "app/mnemoteca"
STATE = {
    "memories": {"tier", "state", "pinned", "importance", "access_count", "last_access", "since", "step"},
    "sessions": {"title"},
}
UPDATE = re.compile(
    r"UPDATE\s+(\w+)(?:\s+(?:AS\s+)?\w+)?\s+SET\s+(.+?)(?:\s+(?:FROM|WHERE|RETURNING)\b|;|$)", re.S | re.I
)


def statements(source: str) -> list[str]:
    """Every text in a Python source; what an f-string fills in stands as {}."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found.append("".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            found.append(node.value)
    return found


def columns_set(sql: str) -> list[tuple[str, str]]:
    """The table and column of each assignment of the UPDATEs in a statement."""
    return [
        (table.lower(), part.split("=")[0].strip().strip('"').lower())
        for table, assignments in UPDATE.findall(sql)
        for part in re.split(r",(?![^(]*\))", assignments)
    ]


def verbatim_columns_set(sql: str) -> list[tuple[str, str]]:
    return [(table, column) for table, column in columns_set(sql) if table in STATE and column not in STATE[table]]


FILLED_IN = "UPDATE memories SET {} WHERE {}"  # in tables.memories.set_state, which refuses other columns
MOVED_APART = [("memories", "position")]  # tables.imports.spread, which keeps the order
PURGED = [("sessions", "extra")]  # purging: what a source told beside the text that is to go
ALL = [sql for file in sorted(PACKAGE.rglob("*.py")) for sql in statements(file.read_text())]


def test_updates_touch_state_columns_only() -> None:
    found = [(sql, bad) for sql in ALL if sql != FILLED_IN and (bad := verbatim_columns_set(sql))]
    assert [bad for _, bad in found] == [PURGED, MOVED_APART]


def test_the_one_update_whose_columns_are_filled_in_refuses_others(tmp_path: Path) -> None:
    assert ALL.count(FILLED_IN) == 1
    with opened(tmp_path) as store:
        keep_memories(store, [memory_row(1, "as it was said")])
        with pytest.raises(ValueError, match="text"):
            store.write(lambda tx: set_state(tx, [1], tier=1, text="another"))
        store.write(lambda tx: set_state(tx, [1], **dict.fromkeys(STATE["memories"] - {"last_access", "since"}, 1)))
        with store.read() as reader:
            assert reader.all("SELECT text, tier FROM memories") == [("as it was said", 1)]


@pytest.mark.parametrize(
    "sql",
    ["UPDATE memories SET text = ? WHERE id = 1", 'update memories m set tier = coalesce(?, 1), "precision" = 2',
     "UPDATE memories SET {} = ? WHERE id = ?", "UPDATE sessions SET started_at = NULL"],
)  # fmt: skip
def test_an_update_of_what_is_verbatim_would_be_noticed(sql: str) -> None:
    assert verbatim_columns_set(sql)


def test_updates_of_state_pass() -> None:
    assert not verbatim_columns_set("UPDATE memories SET tier = 1, since = coalesce(?, since) WHERE id IN (1, 2)")


def test_no_page_is_fetched_by_offset_and_no_row_by_executemany() -> None:
    assert [sql for sql in ALL if re.search(r"\bLIMIT\b.*\bOFFSET\b", sql)] == []
    assert [f.name for f in PACKAGE.rglob("*.py") if ".executemany(" in f.read_text()] == []


def test_tables_have_a_primary_key_one_unique_column_and_nothing_else() -> None:
    with duckdb.connect() as connection:
        apply(connection, migrations(), 0)
        rows = connection.execute(
            "SELECT table_name, constraint_type, constraint_column_names FROM duckdb_constraints() "
            "WHERE constraint_type NOT IN ('NOT NULL')"
        ).fetchall()
        indexes = connection.execute("SELECT index_name FROM duckdb_indexes()").fetchall()
    assert indexes == []
    assert {kind for _, kind, _ in rows} == {"PRIMARY KEY", "UNIQUE"}
    assert {tuple(columns) for _, kind, columns in rows if kind == "UNIQUE"} == {("import_key",)}
    assert {len(columns) for _, _, columns in rows} == {1}
