"""The one door: each method of `Library` declared once, with its request, its reply and how it may be called.

Server, blocking client and window client follow from this declaration; `library.library.LocalLibrary` is its body.
A new method touches its declaration and one body. Parts of the door stand in files of their own: `door_*`.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Protocol, get_type_hints

import msgspec

from mnemoteca.core.branches import Stretch
from mnemoteca.core.changes import By, Change, Done, Undoable
from mnemoteca.core.door import Lane, door
from mnemoteca.core.door_answers import AnswersDoor
from mnemoteca.core.door_care import CareDoor
from mnemoteca.core.door_knowledge import KnowledgeDoor
from mnemoteca.core.door_models import ModelsDoor
from mnemoteca.core.door_processing import ProcessingDoor
from mnemoteca.core.door_purge import PurgeDoor
from mnemoteca.core.door_reading import ReadingDoor
from mnemoteca.core.door_sleep import SleepDoor
from mnemoteca.core.door_sources import SourcesDoor
from mnemoteca.core.glance import Density, Grain, Today
from mnemoteca.core.life import MemoryLife, SessionFacts
from mnemoteca.core.memory import DEFAULT_SPACE, Memory, Session, Space, Version
from mnemoteca.core.recall import Filters, Question, Recalled, Surroundings, TierHit, TierStats
from mnemoteca.core.reports import RunInfo, Status
from mnemoteca.core.settings import Value
from mnemoteca.core.tier_days import TierDay
from mnemoteca.core.views import MAX_IDS, Counts, Ids, ListQuery, Place, Rows, View


class Library(
    SourcesDoor,
    CareDoor,
    ReadingDoor,
    AnswersDoor,
    ModelsDoor,
    ProcessingDoor,
    PurgeDoor,
    KnowledgeDoor,
    SleepDoor,
    Protocol,
):
    """Everything Mnemoteca does. Errors are `core.errors.Problem`; times are aware, UTC."""

    # -- the library itself
    @door()
    def status(self) -> Status: ...
    @door()
    def changes(self, after: int, limit: int = 500) -> tuple[Change, ...]:
        """The changes numbered above `after`, in order."""
        ...

    @door(Lane.WAIT, cancel=True, deadline_s=24 * 3600.0)
    def wait(self) -> Status:
        """Return when every memory is in each index that is switched on; raise `Stopped` where one can't be."""
        ...

    @door(Lane.ACT)
    def set_setting(self, name: str, value: Value, space: str | None = None) -> Done: ...
    @door()
    def settings(self, space: str | None = None) -> dict[str, Value]: ...
    @door(Lane.ACT, deadline_s=600.0)
    def run_due(self) -> Done:
        """Do what is due by the clock: promotions, then expiries, then one consolidation."""
        ...

    # -- spaces
    @door()
    def spaces(self, trashed: bool = False) -> tuple[Space, ...]: ...
    @door(Lane.ACT)
    def make_space(self, name: str) -> Space:
        """Make it, or return the one that is there."""
        ...

    @door(Lane.ACT)
    def rename_space(self, name: str, new_name: str) -> Space: ...
    @door(Lane.ACT, deadline_s=600.0)
    def delete_space(self, name: str) -> Done:
        """To the trash, with all that is in it."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def restore_space(self, name: str) -> Done: ...

    # -- keeping
    @door(Lane.ACT)
    def capture(
        self,
        text: str,
        space: str = DEFAULT_SPACE,
        importance: float | None = None,
        pinned: bool = False,
        tags: tuple[str, ...] = (),
        occurred_at: datetime | None = None,
        offset_min: int | None = None,
        token: str = "",
    ) -> Memory:
        """Keep a note by hand: `#tags` in it count; importance is at least 0.7; the same `token` is kept once."""
        ...

    @door(Lane.ACT)
    def add_short_term(self, content: str, space: str, importance: float = 0.5, category: str = "general") -> Memory:
        """Take an entry into SHORT, as an assistant or script does."""
        ...

    @door(Lane.ACT)
    def edit(self, id: int, text: str) -> Memory:
        """A new version of a note; the former ones are kept behind it. The reply has the new id."""
        ...

    @door(Lane.ACT)
    def tag(self, ids: tuple[int, ...], add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> Done: ...

    # -- looking
    @door()
    def memory(self, id: int) -> Memory:
        """One memory, its text whole; a former version is returned as such."""
        ...

    @door()
    def versions(self, id: int) -> tuple[Version, ...]: ...
    @door()
    def life(self, id: int) -> MemoryLife:
        """What happened to a memory, who recalled it how often, and where it came from."""
        ...

    @door()
    def memories(self, ids: tuple[int, ...]) -> tuple[Memory, ...]:
        """At most 500, texts shortened, in the order asked for; what isn't there is left out."""
        ...

    @door()
    def whole(self, ids: tuple[int, ...]) -> tuple[Memory, ...]:
        """Whole texts, in the order asked for; as many as one reply holds (at least one), at most 500.

        What isn't there any more is left out, and what has no room is to be asked for again: the last is the mark.
        """
        ...

    @door()
    def session(self, id: int) -> Session: ...
    @door()
    def session_facts(self, session: int) -> SessionFacts:
        """What a session holds: by tier, tag and speaker; and where it came from."""
        ...

    @door()
    def sessions(self, space: str = DEFAULT_SPACE, start: int = 0, limit: int = 500) -> tuple[Session, ...]:
        """The newest first."""
        ...

    @door()
    def turns(self, session: int, start: int = 0, limit: int = 200) -> tuple[Memory, ...]:
        """The active memories of a session in their order, from `start`; texts up to 64,000 characters."""
        ...

    @door()
    def path(self, session: int, through: int = 0, start: int = -1, limit: int = 200) -> Stretch:
        """Turns along one path through the branches of a session, and where others begin.

        It leads through the memory `through`, or, with 0, where it was last chosen; with `start` -1 that memory is
        among the turns. Texts up to 64,000 characters.
        """
        ...

    @door()
    def counts(self, space: str = DEFAULT_SPACE) -> Counts: ...
    @door()
    def tags(self, space: str = DEFAULT_SPACE) -> dict[str, int]: ...
    @door()
    def speakers(self, space: str = DEFAULT_SPACE) -> dict[str, int]:
        """Who speaks in the memories of a space, and in how many; whoever speaks most comes first."""
        ...

    @door()
    def today(self, space: str = DEFAULT_SPACE) -> Today:
        """The local day: what came in, what fades soon, what was on this day in years before."""
        ...

    @door()
    def density(
        self, grain: Grain, space: str = DEFAULT_SPACE, place: Place = Place.EVERYTHING, filters: Filters = Filters()
    ) -> Density:
        """How many memories there are in each year, month, day or hour."""
        ...

    @door()
    def open_view(self, query: ListQuery) -> View:
        """Open a list; what changes in it is pushed as `ViewChanged` until it is closed."""
        ...

    @door()
    def rows(self, view: int, start: int, limit: int) -> Rows: ...
    @door()
    def ids(self, view: int, start: int = 0, limit: int = MAX_IDS) -> Ids:
        """The ids of rows of an open list, at most 10,000."""
        ...

    @door()
    def close_view(self, view: int) -> None: ...
    @door(cancel=True)
    def recall(
        self,
        question: Question,
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
        as_typed: bool = False,
        weak: bool = False,
    ) -> Recalled:
        """The hits of one question, best first, each with its path.

        Where none is a good answer there is none, unless `weak` ones are wanted; else weak ones follow the good.
        """
        ...

    @door(Lane.WAIT, cancel=True, deadline_s=600.0)
    def recall_batch(
        self,
        questions: tuple[Question, ...],
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
        hops: int = 1,
        weak: bool = False,
    ) -> tuple[Recalled, ...]:
        """At most 50 questions at once; not an access. With more than one hop, as `multi_hop_retrieval`."""
        ...

    @door(Lane.WAIT, cancel=True)
    def multi_hop_retrieval(
        self,
        query: str,
        max_hops: int = 3,
        space: str = DEFAULT_SPACE,
        limit: int = 10,
        filters: Filters = Filters(),
        arms: str = "all",
        weak: bool = False,
    ) -> Recalled:
        """As `recall`, and what the hits lead to by the names they hold, in at most so many hops (1 to 5)."""
        ...

    @door(Lane.WAIT, cancel=True)
    def search_with_context_expansion(
        self, query: str, session_id: int | None = None, limit: int = 10, space: str = DEFAULT_SPACE
    ) -> Recalled:
        """As `recall`, in a session where one is named; where good hits are fewer than `limit`, asked again.

        That goes everywhere, with the telling words of what was found (or of the session's end); `notes` name them.
        """
        ...

    @door(cancel=True)
    def similar(self, id: int, limit: int = 10) -> Recalled:
        """What is most like a memory, in its space; by its words where it has no vector."""
        ...

    @door()
    def surroundings(self, id: int, around: int = 3) -> Surroundings:
        """A memory with so many before and after it in its session (at most 50)."""
        ...

    # -- tiers
    @door(Lane.ACT)
    def accessed(self, ids: tuple[int, ...], by: By = By.PERSON) -> Done:
        """A person opened, copied or chose these."""
        ...

    @door(Lane.ACT)
    def force_promotion(self, id: int) -> bool:
        """SHORT to MEDIUM at once; False if it isn't in SHORT."""
        ...

    @door(Lane.ACT)
    def promote(self, ids: tuple[int, ...], tiers: int = 1) -> Done:
        """By hand: faded, archive or short to medium, medium to long; by two `tiers` to long at once, as one act."""
        ...

    @door(Lane.ACT)
    def let_go(self, ids: tuple[int, ...]) -> Done:
        """By hand out of the tiers: faded; nothing is destroyed."""
        ...

    @door(Lane.ACT)
    def promote_all_eligible(self, space: str) -> int: ...
    @door(Lane.WAIT, cancel=True, deadline_s=600.0)
    def consolidate_medium_to_long(self, space: str = DEFAULT_SPACE) -> RunInfo:
        """One run over a space, proposed and applied: what is worth keeping becomes long."""
        ...

    @door(Lane.ACT)
    def recall_across_tiers(self, query: str, space: str, limit: int = 5) -> tuple[TierHit, ...]:
        """Hits with their tier; a short-tier entry among them is thereby accessed."""
        ...

    @door(Lane.ACT)
    def short_search(self, query: str, space: str, limit: int = 10) -> tuple[Memory, ...]:
        """SHORT entries that hold a word of the query; each is thereby accessed."""
        ...

    @door()
    def short_entries(self, space: str) -> tuple[Memory, ...]:
        """The SHORT tier, newest first."""
        ...

    @door(Lane.ACT)
    def clear_short_term(self, space: str) -> int:
        """They fade, they are not destroyed."""
        ...

    @door()
    def tier_stats(self, space: str = DEFAULT_SPACE) -> TierStats: ...
    @door()
    def tier_days(self, space: str = DEFAULT_SPACE) -> tuple[TierDay, ...]:
        """The last 30 local days, today last: what rose, what faded, how much was kept."""
        ...

    # -- pinning, forgetting, undoing
    @door(Lane.ACT)
    def pin(self, ids: tuple[int, ...]) -> Done: ...
    @door(Lane.ACT)
    def unpin(self, ids: tuple[int, ...]) -> Done: ...
    @door(Lane.ACT)
    def weigh(self, ids: tuple[int, ...], importance: float) -> Done: ...
    @door(Lane.ACT, deadline_s=600.0)
    def forget(self, ids: tuple[int, ...]) -> Done:
        """To the trash."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def forget_session(self, session: int) -> Done: ...
    @door(Lane.ACT, deadline_s=600.0)
    def restore(self, ids: tuple[int, ...]) -> Done:
        """Out of the trash; or, where faded, back to MEDIUM."""
        ...

    @door(Lane.ACT, deadline_s=600.0)
    def undo(self, space: str = DEFAULT_SPACE) -> Done: ...
    @door(Lane.ACT, deadline_s=600.0)
    def redo(self, space: str = DEFAULT_SPACE) -> Done: ...
    @door(Lane.ACT, deadline_s=600.0)
    def undo_to(self, act: int, space: str = DEFAULT_SPACE) -> Done:
        """Undo every act from the newest down to this one, all or none; `count` of the reply is of acts."""
        ...

    @door()
    def history(self, space: str = DEFAULT_SPACE, limit: int = 200) -> tuple[Undoable, ...]: ...


@dataclass(frozen=True, slots=True)
class Method:
    """A declared method: its request type (a struct of its arguments), reply type and how it is called."""

    name: str
    request: type[msgspec.Struct]
    reply: Any
    lane: Lane
    cancel: bool
    deadline_s: float


@cache
def methods() -> dict[str, Method]:
    """Every declared method of the door, by name."""
    found = {}
    for part in (*Library.__bases__, Library):
        for name, body in vars(part).items():
            if marks := getattr(body, "__door__", None):
                lane, cancel, deadline_s = marks
                hints = get_type_hints(body)
                fields = [_field(p, hints[p.name]) for p in list(inspect.signature(body).parameters.values())[1:]]
                request = msgspec.defstruct(name, fields, frozen=True, kw_only=True)
                found[name] = Method(name, request, hints["return"], lane, cancel, deadline_s)
    return found


def _field(parameter: inspect.Parameter, hint: Any) -> Any:
    if parameter.default is inspect.Parameter.empty:
        return (parameter.name, hint)
    return (parameter.name, hint, parameter.default)


def bind(name: str, args: tuple[object, ...], kwargs: dict[str, object]) -> msgspec.Struct:
    """The request struct of a call, its positional arguments named."""
    method = methods()[name]
    named = dict(zip(method.request.__struct_fields__, args, strict=False))
    return method.request(**named, **kwargs)
