"""When a run is due by itself: 30 minutes after the last one or after a change; by night until nothing waits."""

from __future__ import annotations

from datetime import datetime, timedelta

from mnemoteca.core import tiers
from mnemoteca.core.sleep.values import Digest, DigestKind
from mnemoteca.library.sleep import subjects
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import runs, spaces
from mnemoteca.store.tables.codes import aware

NIGHT_BEGINS, NIGHT_ENDS = 2, 6  # hours of the machine's wall
IDLE_S = 600.0  # since the last act of a person, where runs are to wait for that
_CHANGES = "('added', 'edited', 'trashed', 'restored')"


def sleep_due(reader: Reader, space: int, now: datetime) -> datetime | None:
    """When a space's next run by itself is due; None where nothing changed, none may be, or one is under way."""
    if not spaces.setting(reader, "sleep.by_itself"):
        return None
    busy = "SELECT 1 FROM jobs WHERE kind = 'sleep' AND space = ? AND state IN ('waiting', 'running') LIMIT 1"
    if reader.one(busy, (space,)):
        return None
    last, as_of, waiting = runs.last_sleep(reader, space)
    row = reader.one(
        f'SELECT min("at") FROM changes WHERE number > ? AND space = ? AND kind IN {_CHANGES}', (as_of, space)
    )
    changed = aware(row[0]) if row else None
    if changed is None and not waiting:
        return None
    begun = max((moment for moment in (last, changed) if moment is not None), default=now)
    due = now if begun > now else begun + timedelta(seconds=tiers.CONSOLIDATE_EVERY_S)
    return max(due, _idle_from(reader, now)) if spaces.setting(reader, "sleep.when_idle") else due


def _idle_from(reader: Reader, now: datetime) -> datetime:
    row = reader.one("""SELECT max("at") FROM changes WHERE "by" = 'person'""")
    last = aware(row[0]) if row else None
    return now if last is None or last > now else last + timedelta(seconds=IDLE_S)


def is_night(now: datetime) -> bool:
    """Whether it is night on this machine."""
    return NIGHT_BEGINS <= now.astimezone().hour < NIGHT_ENDS


def is_fresh(reader: Reader, space: int, digest: Digest) -> bool:
    """Whether a session is still what its digest was made of; of others the next run sees to it."""
    if digest.kind is not DigestKind.SESSION:
        return True
    changed, _ = subjects.sessions(reader, space, digest.session)
    return not changed
