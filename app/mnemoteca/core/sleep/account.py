"""The account of a run: every memory that it took in is promoted, faded, left or kept, and the sum is equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mnemoteca.core.sleep.values import ProposalKind

_OF = {
    ProposalKind.PROMOTE: "promoted",
    ProposalKind.FADE: "faded",
    ProposalKind.MERGE: "faded",
    ProposalKind.LEFT: "left",
    ProposalKind.KEPT: "kept",
}


@dataclass(frozen=True, slots=True)
class Account:
    """How many memories a run took in, and what became of them."""

    taken: int
    promoted: int
    faded: int
    left: int
    kept: int

    @property
    def equal(self) -> bool:
        """Whether the sum is what was taken in."""
        return self.taken == self.promoted + self.faded + self.left + self.kept


def account_of(taken: int, kinds: Iterable[tuple[ProposalKind, int]]) -> Account:
    """The account, from how many memories there are of each kind of proposal."""
    counted: Counter[str] = Counter()
    for kind, count in kinds:
        if kind in _OF:
            counted[_OF[kind]] += count
    return Account(taken, counted["promoted"], counted["faded"], counted["left"], counted["kept"])
