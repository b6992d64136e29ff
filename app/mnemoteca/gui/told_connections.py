"""What the window says of the network: pure functions over the record of connections."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from mnemoteca.core.connections import Connection, Outcome, Purpose, Record
from mnemoteca.gui import words
from mnemoteca.gui.counted import counted

translate = QCoreApplication.translate
SET_UP = frozenset(
    {Purpose.SYSTEM, Purpose.PACKAGES, Purpose.EMBEDDER, Purpose.ENGINE}
)  # on this machine, for any library


def promise(record: Record, now: datetime) -> str:
    """What the line at the bottom says of the network; `now` is aware, in the person's zone."""
    asked_for = [each for each in record.connections if each.what not in SET_UP]
    if asked_for:
        last = asked_for[0].at.astimezone(now.tzinfo).date()
        told = translate("Network", "Offline. A model was last fetched on %1.")
        return told.replace("%1", words.short_day(last, now.date(), QLocale()))
    if record.connections:
        return translate("Network", "Offline. No connection but for the set-up.")
    if not record.whole:
        return translate("Network", "Offline. No connection is on record.")
    return translate("Network", "Offline. No connection has ever been made.")


def summary(record: Record) -> str:
    """What the page says of all of them."""
    if record.connections:
        return counted.connections(len(record.connections))
    if not record.whole:
        return translate(
            "Network", "None is on record. What was fetched at a set-up before there was a record is not in it."
        )
    return translate("Network", "No connection has ever been made.")


def headline(connection: Connection) -> str:
    """What it was for."""
    return {
        Purpose.SYSTEM: translate("Network", "Packages of the system"),
        Purpose.PACKAGES: translate("Network", "The packages that Mnemoteca is made of"),
        Purpose.EMBEDDER: translate("Network", "The model that finds by meaning"),
        Purpose.ENGINE: translate("Network", "The engine for language models"),
        Purpose.MODEL: translate("Network", "A model that you chose"),
    }[connection.what]


def detail(connection: Connection) -> str:
    """Who fetched it, from where, and how that ended."""
    fetched = translate("Network", "Fetched by %1 from %2").replace("%1", connection.tool)
    told = [fetched.replace("%2", ", ".join(connection.hosts))]
    if connection.size is not None:
        told.append(words.size(connection.size, QLocale()))
    told.append(
        {
            Outcome.BEGUN: translate("Network", "under way, or interrupted"),
            Outcome.DONE: translate("Network", "done"),
            Outcome.FAILED: translate("Network", "failed"),
        }[connection.outcome]
    )
    return " · ".join(told)


def moment(connection: Connection, now: datetime) -> str:
    """When it began: 20 Nov, 14:31."""
    there, locale = connection.at.astimezone(now.tzinfo), QLocale()
    day, at = words.short_day(there.date(), now.date(), locale), words.clock_time(there, locale)
    return translate("Backups", "%1, %2", "a day and a time").replace("%1", day).replace("%2", at)
