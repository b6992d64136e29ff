"""What goes with memories, and where else they stand."""

from __future__ import annotations

from collections.abc import Sequence

from mnemoteca.core.jobs import JobState
from mnemoteca.core.sleep.values import ProposalKind
from mnemoteca.core.sleep.why import Consequences
from mnemoteca.store.engine import Reader
from mnemoteca.store.tables import jobs, knowledge_counts, learned
from mnemoteca.store.tables.codes import among


def consequences(reader: Reader, ids: list[int]) -> Consequences:
    """What goes with memories."""
    digests = learned.resting_on(reader, ids, ProposalKind.DIGEST).values()
    patterns = learned.resting_on(reader, ids, ProposalKind.PATTERN).values()
    facts, links = knowledge_counts.resting_on(reader, ids)
    return Consequences(
        len(ids),
        sum(mine == whole for mine, whole in digests),
        sum(mine < whole for mine, whole in digests),
        sum(mine == whole for mine, whole in patterns),
        sum(mine < whole for mine, whole in patterns),
        facts,
        links,
        _sources_of(reader, ids),
    )


def _sources_of(reader: Reader, ids: Sequence[int]) -> tuple[str, ...]:
    """The files that these came from, and exports of their spaces: they still hold it."""
    found: dict[str, None] = {}
    for start in range(0, len(ids), 2_000):
        of = f"FROM memories WHERE {among('id', list(ids[start : start + 2_000]))}"
        exported = f"kind = 'export' AND state = '{JobState.DONE.value}' AND space IN (SELECT space {of})"
        rows = reader.all(
            f"SELECT args FROM jobs WHERE (kind = 'import' AND act IN (SELECT born {of})) OR ({exported}) ORDER BY id"
        )
        found |= dict.fromkeys(path for (args,) in rows if (path := jobs.path_in(args)))
    return tuple(found)
