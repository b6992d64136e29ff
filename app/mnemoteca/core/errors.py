"""What a person is told when something can't be done: a sentence and a next step.

    Problem                     exit code
    ├── BadInput                3   what was given can't be taken
    ├── NotFound                4   what was named isn't there
    ├── Unavailable             5   the service can't be reached, is too busy, or is of another version
    ├── Damaged                 6   a file of the library is damaged, newer than this app, or in use
    ├── DiskTrouble             7   no space, no permission
    └── Stopped                 8   cancelled, or out of time

Anything else that is raised is a bug and surfaces as such (exit code 1). Each sentence stands once,
in `SENTENCES`; the window translates it by its key.
"""

from __future__ import annotations

from typing import ClassVar

from mnemoteca.core.sentences import SENTENCES


class Problem(Exception):
    """A sentence and a next step, found by `key` and filled in with `values`."""

    family: ClassVar[str] = "problem"
    exit_code: ClassVar[int] = 1

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = {name: str(value) for name, value in values.items()}
        sentence, next_step = SENTENCES[key]
        self.sentence = sentence.format(**self.values)
        self.next_step = next_step.format(**self.values)
        super().__init__(f"{self.sentence} {self.next_step}".strip())

    def __reduce__(self) -> tuple[object, ...]:
        return (restore_problem, (self.family, self.key, self.values))


class BadInput(Problem, ValueError):
    family = "bad_input"
    exit_code = 3


class NotFound(Problem, LookupError):
    family = "not_found"
    exit_code = 4


class Unavailable(Problem):
    family = "unavailable"
    exit_code = 5


class Damaged(Problem):
    family = "damaged"
    exit_code = 6


class DiskTrouble(Problem, OSError):
    family = "disk"
    exit_code = 7


class Stopped(Problem):
    family = "stopped"
    exit_code = 8


FAMILIES: dict[str, type[Problem]] = {
    kind.family: kind for kind in (Problem, BadInput, NotFound, Unavailable, Damaged, DiskTrouble, Stopped)
}


def restore_problem(family: str, key: str, values: dict[str, str]) -> Problem:
    """The problem that another process raised; one it doesn't know by key keeps its words."""
    if key not in SENTENCES:
        key, values = "unknown", {"sentence": values.get("sentence", key)}
    return FAMILIES.get(family, Problem)(key, **values)
