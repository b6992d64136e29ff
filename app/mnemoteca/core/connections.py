"""The record of every connection that was ever made for Mnemoteca: lines of JSON that are only ever added to.

What is fetched is fetched by a tool (pip, apt-get, huggingface_hub), at the set-up or when the person asks for it; a
line is written before the tool goes to a host, and another when it has ended. Read by the standard library alone, for
the set-up writes here before any package is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

PYPI = "pypi.org"
_HOST = re.compile(r"(?P<scheme>[a-z+]+)://(?:[^@/\s]*@)?(?P<host>[^/:\s]+)", re.IGNORECASE)


class Purpose(StrEnum):
    """What was fetched: system packages, the app's own packages, the model that finds by meaning, the engine, a model
    that the person chose."""

    SYSTEM = "system"
    PACKAGES = "packages"
    EMBEDDER = "embedder"
    ENGINE = "engine"
    MODEL = "model"


class Outcome(StrEnum):
    """How it ended; what only begun is under way, or was interrupted."""

    BEGUN = "begun"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Connection:
    """One use of the network: when it began, by which tool, to which hosts as the tool has them, what for.

    `size` is in bytes, where the tool left something to measure.
    """

    id: str
    at: datetime
    what: Purpose
    tool: str
    hosts: tuple[str, ...]
    outcome: Outcome = Outcome.BEGUN
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Every connection, the newest first; not `whole` where something was fetched before the record was kept."""

    connections: tuple[Connection, ...] = ()
    whole: bool = True


def line_of(connection: Connection) -> str:
    """One line of the record."""
    told = {
        "id": connection.id,
        "at": connection.at.isoformat(),
        "what": connection.what.value,
        "tool": connection.tool,
        "hosts": connection.hosts,
        "outcome": connection.outcome.value,
        "size": connection.size,
    }
    return json.dumps(told, ensure_ascii=False) + "\n"


def parse(text: str) -> tuple[Connection, ...]:
    """Every connection of a record, the newest first; a line that was cut is passed over."""
    found: dict[str, Connection] = {}
    for line in text.splitlines():
        told = _parse_line(line)
        if told is not None:
            first = found.get(told.id, told)
            found[told.id] = replace(first, outcome=told.outcome, size=told.size)
    return tuple(sorted(found.values(), key=lambda each: each.at, reverse=True))


def _parse_line(line: str) -> Connection | None:
    try:
        told = json.loads(line)
        return Connection(
            str(told["id"]), datetime.fromisoformat(told["at"]), Purpose(told["what"]), str(told["tool"]),
            tuple(map(str, told["hosts"])), Outcome(told["outcome"]), told.get("size"),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None


def hosts_of_pip(config: Iterable[str]) -> tuple[str, ...]:
    """Which hosts pip goes to, by what `pip config list` says; none where it only has folders of this machine.

    Names and passwords that an address carries are left out.
    """
    values: dict[str, tuple[int, str]] = {}
    for line in config:
        key, sign, value = line.partition("=")
        section, _, name = key.strip().rpartition(".")
        weight = {":env:": 2, "global": 0}.get(section, 1)
        if sign and weight >= values.get(name, (0, ""))[0]:
            values[name] = (weight, value.strip().strip("'\""))
    told = {name: value for name, (_, value) in values.items()}
    addresses = told.get("find-links", "").split()
    if told.get("no-index", "").lower() not in ("1", "true", "yes", "on"):
        addresses += [told.get("index-url") or f"https://{PYPI}/", *told.get("extra-index-url", "").split()]
    found = (_HOST.match(address) for address in addresses)
    return tuple(dict.fromkeys(match["host"].lower() for match in found if match and match["scheme"].lower() != "file"))
