"""The table of spaces and the settings."""

from __future__ import annotations

import json

from mnemoteca.core.memory import Space, State
from mnemoteca.core.settings import SETTINGS, Value
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables.codes import ACTIVE, STATES, naive

WHOLE_LIBRARY = 0  # the `space` of a setting that is not per space


def find_id(reader: Reader, name: str, *, state: int = ACTIVE) -> int | None:
    """The id of the space of this name and state."""
    row = reader.one("SELECT id FROM spaces WHERE name = ? AND state = ?", (name, state))
    return None if row is None else int(row[0])


def name_of(reader: Reader, id: int) -> str:
    """The name of a space, whatever its state."""
    row = reader.one("SELECT name FROM spaces WHERE id = ?", (id,))
    return "" if row is None else str(row[0])


def active_ids(reader: Reader) -> list[int]:
    """The ids of the spaces that are not in the trash."""
    return [row[0] for row in reader.all(f"SELECT id FROM spaces WHERE state = {ACTIVE} ORDER BY id")]


def insert(tx: Tx, name: str) -> int:
    """A new space; its id."""
    id = tx.next_id("spaces")
    tx.run("INSERT INTO spaces VALUES (?, ?, ?, ?)", (id, name, ACTIVE, naive(tx.now)))
    return id


def rename(tx: Tx, id: int, name: str) -> None:
    tx.run("UPDATE spaces SET name = ? WHERE id = ?", (name, id))


def set_state(tx: Tx, id: int, state: int) -> None:
    tx.run("UPDATE spaces SET state = ? WHERE id = ?", (state, id))


def all_of(reader: Reader, state: int) -> list[Space]:
    """The spaces of a state, by name, with what they hold."""
    rows = reader.all(
        "SELECT p.id, p.name, p.state, count(m.id), count(DISTINCT m.session) FROM spaces p "
        f"LEFT JOIN memories m ON m.space = p.id AND m.state = {ACTIVE} WHERE p.state = ? GROUP BY ALL ORDER BY p.id",
        (state,),
    )
    return [
        Space(
            name, memories, sessions, bool(setting(reader, "tiers.promote", id)), STATES[st] if st < 2 else State.FORMER
        )
        for id, name, st, memories, sessions in rows
    ]


def setting(reader: Reader, name: str, space: int = WHOLE_LIBRARY) -> Value:
    """The value of a setting, or its default."""
    row = reader.one("SELECT value FROM settings WHERE name = ? AND space = ?", (name, space))
    return SETTINGS[name].default if row is None else SETTINGS[name].read(json.loads(row[0]))


def settings(reader: Reader, space: int = WHOLE_LIBRARY) -> dict[str, Value]:
    """Every setting with its value: of the library, and of the space where it has its own."""
    stored = {
        (row[0], row[1]): row[2]
        for row in reader.all("SELECT name, space, value FROM settings WHERE space IN (0, ?)", (space,))
    }
    found: dict[str, Value] = {}
    for name, declared in SETTINGS.items():
        value = stored.get((name, space if declared.per_space else WHOLE_LIBRARY))
        found[name] = declared.default if value is None else declared.read(json.loads(value))
    return found


def still(reader: Reader) -> frozenset[str]:
    """The names of the spaces in which nothing rises by itself."""
    sql = f"""SELECT p.name, s.value FROM settings s JOIN spaces p ON p.id = s.space
        WHERE s.name = 'tiers.promote' AND p.state = {ACTIVE}"""  # one in the trash may bear the name of another
    return frozenset(name for name, value in reader.all(sql) if not json.loads(value))


def set_setting(tx: Tx, name: str, value: Value, space: int = WHOLE_LIBRARY) -> None:
    """Store a value that was checked."""
    tx.run("DELETE FROM settings WHERE name = ? AND space = ?", (name, space))
    tx.run("INSERT INTO settings VALUES (?, ?, ?)", (name, space, json.dumps(value)))
