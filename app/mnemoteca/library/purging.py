"""Purging: it is hidden at once, in one transaction; a job behind it takes the bytes out of every place.

    purge ─► rows, tags, places, undo data, titles and searches that share its text: deleted; receipt in progress
             └► job: drafts ─► vectors ─► words ─► tables ─► each copy of the tables ─► receipt done

Each step can be done again, so that a stop or a kill costs a step. What can't be reached (a second folder that is
away, a file that can't be opened) keeps the receipt in progress, and is named in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import numpy as np

from mnemoteca.core.care import BackupInfo
from mnemoteca.core.changes import By, Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.memory import DEFAULT_SPACE
from mnemoteca.core.purging import Find, PurgeKind, PurgePreview, PurgeTarget, Receipt, key_mark, text_mark, title_mark
from mnemoteca.library.about import About, ids_about, preview_about
from mnemoteca.library.answers.conversations import Conversations
from mnemoteca.library.capture import Days
from mnemoteca.library.caring import Caring
from mnemoteca.library.jobs import Running
from mnemoteca.library.sleep.consequences import consequences
from mnemoteca.library.typed import remove_typed, typed_sharing
from mnemoteca.store import purging
from mnemoteca.store.copies import Copies, Gone, receipt_rows, remove_set_aside_vectors
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import jobs, receipts, spaces, trash, weighing
from mnemoteca.store.tables.codes import ACTIVE, TRASHED, among, naive
from mnemoteca.store.wording import Ids

PURGE = "purge"
TABLES, WORDS, VECTORS, TYPED = "tables", "words index", "vectors", "drafts"
_STEPS = ("typed", "erase", "graphs", "words", "tables", "copies")
_MOST_RECEIPTS = 500


class Purging(Caring):
    """The part of the library that destroys for good."""

    days: Days
    conversations: Conversations

    def purge_preview(self, target: PurgeTarget) -> PurgePreview:
        kind = _kind(target)
        with self.store.read() as reader:
            ids = self._ids(reader, kind, target)
            former = len(ids) - len(purging.current(reader, ids))
            searches = purging.saved_searches_sharing(reader, purging.texts_of(reader, ids))
            emptied = purging.emptied_without(reader, ids)
            takes = consequences(reader, ids)
            typed = typed_sharing(self.store.places, purging.texts_of(reader, ids))
            about = preview_about(reader, target.entity, ids, emptied) if kind is PurgeKind.ENTITY else About()
        copies = self._copies().look()
        return PurgePreview(
            kind, len(ids) - former, former, len(emptied), copies.sound, len(typed), searches, copies.unreadable,
            copies.out_of_reach, takes.sources, takes.digests_gone + takes.digests_rewritten,
            takes.patterns_gone + takes.patterns_rewritten, takes.facts, takes.links, about.name, about.ids,
            about.shared, about.shares, about.named, about.titles,
        )  # fmt: skip

    def purge(self, target: PurgeTarget, remove_unreadable: bool = False) -> Receipt:
        kind = _kind(target)
        with self.store.read() as reader:
            ids = np.array(self._ids(reader, kind, target), np.int64)
            typed = typed_sharing(self.store.places, purging.texts_of(reader, ids.tolist()))
        finds = [Find(WORDS, self.indexing.holding(ids)), Find(VECTORS, self.following.rows_of(ids))]
        finds.append(Find(TYPED, len(typed)))

        def work(tx: Tx) -> int:
            return self._take_out(tx, kind, target, finds, {"typed": typed, "remove_unreadable": remove_unreadable})

        id = self.write_and_forget(work)
        self.conversations.forget()  # answers may have quoted what is gone
        self.jobs_runner.wake()
        return self.receipt(id)

    def receipts(self, limit: int = 100) -> tuple[Receipt, ...]:
        with self.store.read() as reader:
            return tuple(receipts.newest(reader, max(0, min(limit, _MOST_RECEIPTS))))

    def receipt(self, id: int) -> Receipt:
        with self.store.read() as reader:
            found = receipts.find(reader, id)
        if found is None:
            raise NotFound("no_receipt", id=id)
        return found

    def go_on_purging(self) -> None:
        """Begin again with what waited: a second folder may be back."""

        def work(tx: Tx) -> int:
            busy = {row.args["receipt"] for row in jobs.unfinished(tx) if row.kind == PURGE}
            waiting = [each for each in receipts.in_progress(tx) if each.id not in busy]
            for each in waiting:
                _insert_job(tx, each.id, {"typed": [], "remove_unreadable": False})
            return len(waiting)

        with self.store.read() as reader:
            if not receipts.in_progress(reader):
                return
        if self.store.write(work):
            self.jobs_runner.wake()

    def purge_trash(self) -> Receipt | None:
        """Purge what has lain in the trash for as long as the setting says; None where there is nothing."""
        with self.store.read() as reader:
            days = int(self.memo.settings(reader)["trash.days"])
            old = trash.there_before(reader, self.clock.now() - timedelta(days=days)) if days else []
        return self.purge(PurgeTarget(ids=tuple(old))) if old else None

    def back_up_by_itself(self) -> BackupInfo | None:
        """As ever; before it, what is due in the trash goes, and what a purge could not reach is tried again."""
        self.purge_trash()
        self.go_on_purging()
        return super().back_up_by_itself()

    # -- at once

    def _ids(self, reader: Reader, kind: PurgeKind, target: PurgeTarget) -> list[int]:
        """The memories that are meant, in any state, with all their versions."""
        if kind is PurgeKind.ENTITY:
            found = ids_about(reader, target.entity, named=target.named)
        else:
            where, params = self._where(reader, kind, target)
            found = [row[0] for row in reader.all(f"SELECT id FROM memories WHERE {where}", params)]
        if kind is PurgeKind.MEMORIES and (missing := set(target.ids) - set(found)):
            raise NotFound("no_memory", id=min(missing))
        roots = "SELECT coalesce(version_of, id) FROM memories WHERE "
        ids: set[int] = set(found)
        for start in range(0, len(found), 2_000):
            part = among("id", found[start : start + 2_000])
            ids |= {
                row[0]
                for row in reader.all(f"SELECT id FROM memories WHERE coalesce(version_of, id) IN ({roots}{part})")
            }
        return sorted(ids)

    def _where(self, reader: Reader, kind: PurgeKind, target: PurgeTarget) -> tuple[str, tuple[object, ...]]:
        if kind is PurgeKind.MEMORIES:
            return among("id", list(target.ids)), ()
        if kind is PurgeKind.SESSION:
            if reader.one("SELECT 1 FROM sessions WHERE id = ?", (target.session,)) is None:
                raise NotFound("no_session", id=target.session)
            return "session = ?", (target.session,)
        space = _space(reader, target.space)
        if kind is PurgeKind.SPACE:
            return "space = ?", (space,)
        when = "coalesce(occurred_at, recorded_at)"
        parts, params = ["space = ?"], list[object]([space])
        for sign, moment in ((">=", target.after), ("<", target.before)):
            if moment is not None:
                parts.append(f"{when} {sign} ?")
                params.append(naive(moment))
        return " AND ".join(parts), tuple(params)

    def _take_out(
        self, tx: Tx, kind: PurgeKind, target: PurgeTarget, finds: list[Find], args: dict[str, object]
    ) -> int:
        ids = self._ids(tx, kind, target)
        rows = _rows(tx, ids)
        if not rows and kind is not PurgeKind.SPACE:
            raise NotFound("nothing_to_purge")
        space = _space(tx, target.space) if kind is PurgeKind.SPACE else 0
        key = receipts.key_or_new(tx)
        marks = {key_mark(key, each) for _, uuid, _, import_key in rows for each in (uuid, import_key) if each}
        marks |= {mark for text in purging.texts_of(tx, ids) if (mark := text_mark(key, text)) is not None}
        id = receipts.insert(tx, kind, [(one, uuid) for one, uuid, _, _ in rows], marks, space)
        tx.changes([(Happened.PURGED, one, of, By.PERSON, None) for one, _, of, _ in rows])
        titles = self._erase(tx, ids, space)
        receipts.add_marks(tx, id, [title_mark(key, title) for title in titles])
        receipts.save(tx, id, [Find(TABLES, len(rows)), *finds], (), None)
        _insert_job(tx, id, args)
        return id

    def _erase(self, tx: Tx, ids: Sequence[int], space: int) -> tuple[str, ...]:
        """Take the rows out; the titles that went with them."""
        spoken_of = weighing.groups_of(tx, ids)
        erased = purging.erase(tx, ids)
        weighing.weigh(tx, spoken_of)  # what a fact that went had ended may hold again
        told = [(Happened.SESSION_PURGED, *each) for each in erased.sessions]
        told += [(Happened.SESSION_RENAMED, *each) for each in erased.untitled]
        tx.changes([(kind, session, of, By.PERSON, None) for kind, session, of in told])
        if space:
            is_default = spaces.name_of(tx, space) == DEFAULT_SPACE
            purging.erase_space(tx, space)
            tx.change(Happened.SPACE_PURGED, space, space, By.PERSON)
            self.days.forget()
            if is_default:  # there is always one to write into
                new = spaces.insert(tx, DEFAULT_SPACE)
                tx.change(Happened.SPACE_ADDED, new, new, By.RULE)
        return erased.titles

    # -- the job

    def run_purge(self, running: Running) -> str:
        """The work of a job of the kind `purge`."""
        receipt = int(running.row.args["receipt"])
        with self.store.read() as reader:
            gone = receipts.purged(reader, receipt)
        ids, uuids = np.array([one for one, _ in gone], np.int64), tuple(uuid for _, uuid in gone)
        steps: dict[str, Callable[[], None]] = {
            "typed": lambda: self._typed(running, receipt),
            "erase": lambda: self._erase_vectors(ids),
            "graphs": lambda: self._graphs(running, receipt, ids),
            "words": lambda: self._words(running, receipt, ids),
            "tables": lambda: self._tables(receipt, uuids),
            "copies": lambda: self._in_copies(running, receipt, uuids),
        }
        running.total = len(steps)
        done = running.cursor.setdefault("done", [])
        for name in _STEPS:
            running.token.raise_if_cancelled()
            if name not in done:
                steps[name]()
                done.append(name)
                running.done = len(done)
                self.store.write(running.save)
                self.jobs_runner.moved(running)
        return self._finish(receipt)

    def _typed(self, running: Running, receipt: int) -> None:
        left = remove_typed(self.store.places, running.row.args.get("typed", []))
        self._found(receipt, TYPED, left)

    def _erase_vectors(self, ids: Ids) -> None:
        self.following.erase(ids)
        remove_set_aside_vectors(self.store.places)

    def _graphs(self, running: Running, receipt: int, ids: Ids) -> None:
        self.following.make_graphs_anew(running.token.raise_if_cancelled)
        self._found(receipt, VECTORS, self.following.rows_of(ids))

    def _words(self, running: Running, receipt: int, ids: Ids) -> None:
        self.indexing.write_anew(running.token.raise_if_cancelled)
        self._found(receipt, WORDS, self.indexing.holding(ids))

    def _tables(self, receipt: int, uuids: Sequence[UUID]) -> None:
        self.store.rewrite()
        with self.store.read() as reader:
            left = len(purging.ids_of_uuids(reader, uuids))
        self._found(receipt, TABLES, left)

    def _in_copies(self, running: Running, receipt: int, uuids: tuple[UUID, ...]) -> None:
        with self.store.read() as reader:
            gone = Gone(uuids, receipts.space_of(reader, receipt), receipt_rows(reader))
        remove = bool(running.row.args.get("remove_unreadable"))
        finds, waiting = self._copies().rewrite(gone, remove, running.token.raise_if_cancelled)

        def work(tx: Tx) -> None:
            before = receipts.find(tx, receipt)
            assert before is not None
            named = {each.place for each in finds}
            receipts.save(tx, receipt, [*(f for f in before.finds if f.place not in named), *finds], waiting, None)

        self.store.write(work)

    def _finish(self, receipt: int) -> str:
        def work(tx: Tx) -> str:
            found = receipts.find(tx, receipt)
            assert found is not None
            left = sum(each.after or 0 for each in found.finds)
            if found.waiting or left:
                return (
                    f"In progress: {len(found.waiting)} files wait." if found.waiting else "Some places still hold it."
                )
            receipts.save(tx, receipt, found.finds, (), tx.now)
            return f"Gone from {len(found.finds)} places."

        return self.store.write(work)

    def _found(self, receipt: int, place: str, after: int) -> None:
        """Write down how often a place still holds something."""

        def work(tx: Tx) -> None:
            found = receipts.find(tx, receipt)
            assert found is not None
            finds = [replace(each, after=after) if each.place == place else each for each in found.finds]
            receipts.save(tx, receipt, finds, found.waiting, None)

        self.store.write(work)

    def _copies(self) -> Copies:
        with self.store.read() as reader:
            folder = str(self.memo.settings(reader)["backup.second_folder"])
        return Copies(self.store.places, folder)


def _kind(target: PurgeTarget) -> PurgeKind:
    if target.kind is None:
        raise BadInput("no_purge_target")
    return target.kind


def _space(reader: Reader, name: str) -> int:
    """A space, in the trash or not; raises `NotFound`."""
    for state in (ACTIVE, TRASHED):
        if (found := spaces.find_id(reader, name, state=state)) is not None:
            return found
    raise NotFound("no_space", name=name)


def _rows(tx: Tx, ids: Sequence[int]) -> list[tuple[int, UUID, int, UUID | None]]:
    """Id, uuid, space and import key of each."""
    found: list[tuple[int, UUID, int, UUID | None]] = []
    for start in range(0, len(ids), 2_000):
        part = among("id", list(ids[start : start + 2_000]))
        found += tx.all(f"SELECT id, uuid, space, import_key FROM memories WHERE {part}")
    return found


def _insert_job(tx: Tx, receipt: int, args: dict[str, object]) -> None:
    jobs.insert(tx, PURGE, f"receipt {receipt}", 0, {"receipt": receipt, **args}, len(_STEPS), "step")
