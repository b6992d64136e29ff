"""What models make of memories: tags, entities, summary, context; proposals, worked out when they are asked for."""

from __future__ import annotations

from mnemoteca.core.cancel import current
from mnemoteca.core.changes import Done, Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.knowledge.naming import folded
from mnemoteca.core.memory import Memory
from mnemoteca.core.model_roles import Role
from mnemoteca.core.processed import MOST, NameFound, Processed
from mnemoteca.core.pushes import JobMoved, Push
from mnemoteca.core.writing import Writer
from mnemoteca.library.answers.wording import options_of, style_of
from mnemoteca.library.body import Body, item
from mnemoteca.library.caching import Caching
from mnemoteca.library.purging import PURGE
from mnemoteca.library.teaching import Taught, set_names
from mnemoteca.models.nano.entities.entity import NAMES
from mnemoteca.models.nano.entities.finder import entities_of
from mnemoteca.models.orchestrator import Orchestrator, Work
from mnemoteca.models.remembered import Remembered
from mnemoteca.models.tasks.tasks import Tasks
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import memories, names
from mnemoteca.store.tables.codes import ACTIVE

READ = 20_000  # characters of a memory that are looked at
AROUND = 4  # turns before a memory that tell what it speaks of
_TURN = 500  # characters of each


class Processing(Body):
    """The part of the library that asks models about memories."""

    writer: Writer
    remembered: Remembered
    caching: Caching
    taught: Taught

    def process_memory(self, id: int, quick: bool = False) -> Processed:
        return self._process((id,), quick)[0]

    def process_memories(self, ids: tuple[int, ...], quick: bool = False) -> tuple[Processed, ...]:
        if not 0 < len(ids) <= MOST:
            raise BadInput("number_range", name="ids", value=len(ids), low=1, high=MOST)
        return self._process(ids, quick)

    def names_in(self, id: int) -> tuple[NameFound, ...]:
        with self.store.read() as reader:
            memory = self.one(reader, id, READ)
            gazetteer = self.taught.names(reader, self.space_id(reader, memory.space))
            bearers, said = names.bearers(reader, id), names.said_of(reader, id)
        found: dict[str, NameFound] = {}
        for each in entities_of(memory.text, gazetteer):
            text = memory.text[each.start : each.end]
            if each.kind in NAMES and folded(text) not in found:
                told = (each.start, each.end, each.kind) in said
                found[folded(text)] = NameFound(text, each.kind, bearers.get(folded(text), 0), told)
        return tuple(found.values())

    def correct_name(self, id: int, name: str, kind: str = "") -> Done:
        if kind and kind not in NAMES:
            raise BadInput("no_kind_of_name", name=kind, names=", ".join(NAMES))

        def work(tx: Tx) -> Done:
            start = self.one(tx, id).text.find(name)
            if start < 0 or not name.strip():
                raise NotFound("no_words", id=id, words=name)
            before = names.lesson(tx, id, (start, start + len(name)))
            items = [item(id, f"name {start} {start + len(name)}", before, kind)] if before != kind else []
            set_names(tx, items)
            return self.record(tx, "name", self.standing(tx, [id]) if items else [], items, Happened.NAMED)

        return self.store.write(work)

    def forget_processed(self, push: Push) -> None:
        """What was written of memories goes when some are purged."""
        if isinstance(push, JobMoved) and push.job.kind == PURGE:
            self.remembered.forget()

    def _process(self, ids: tuple[int, ...], quick: bool) -> tuple[Processed, ...]:
        with self.store.read() as reader:
            found = [self.one(reader, id, READ) for id in ids]
            batch = [self._work(reader, each, quick) for each in found]
            settings, small = self.memo.settings(reader), self.taught.small(reader)
        self.writer.configure(options_of(settings))
        model = "" if quick else self.writer.model(Role.SUMMARISE)
        tasks = Tasks(self.writer, style_of(settings, urgent=True)) if model else None
        made = Orchestrator(tasks, model, small, self.remembered).process_batch(batch)
        current().raise_if_cancelled()
        self.caching.write()
        return tuple(made)

    def _work(self, reader: Reader, memory: Memory, quick: bool) -> Work:
        known = self.taught.names(reader, self.space_id(reader, memory.space))
        return Work(memory.text, "" if quick else self._before(reader, memory), memory.id, known)

    def _before(self, reader: Reader, memory: Memory) -> str:
        """What was said just before it in its session, the oldest first."""
        ids = reader.all(
            f"SELECT id FROM memories WHERE session = ? AND state = {ACTIVE} AND position < ? "
            f"ORDER BY position DESC LIMIT {AROUND}",
            (memory.session, memory.position),
        )
        turns = memories.by_ids(reader, [id for (id,) in reversed(ids)], _TURN, self.lives(reader))
        return "\n".join(f"{turn.speaker or turn.role}: {turn.text}" for turn in turns)
