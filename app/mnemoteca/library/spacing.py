"""Spaces and settings."""

from __future__ import annotations

from mnemoteca.core.changes import By, Done, Happened
from mnemoteca.core.errors import BadInput, NotFound
from mnemoteca.core.memory import DEFAULT_SPACE, Space
from mnemoteca.core.settings import Value, find
from mnemoteca.core.text import composed
from mnemoteca.library.body import Body, item
from mnemoteca.store import second_folder
from mnemoteca.store.engine import Reader, Tx
from mnemoteca.store.tables import spaces
from mnemoteca.store.tables.codes import ACTIVE, TRASHED


class Spacing(Body):
    """The part of the library that keeps collections apart."""

    def spaces(self, trashed: bool = False) -> tuple[Space, ...]:
        with self.store.read() as reader:
            return tuple(spaces.all_of(reader, TRASHED if trashed else ACTIVE))

    def make_space(self, name: str) -> Space:
        kept = _checked(name)

        def work(tx: Tx) -> Space:
            if spaces.find_id(tx, kept) is None:
                id = spaces.insert(tx, kept)
                tx.change(Happened.SPACE_ADDED, id, id, By.PERSON)
            return _space(tx, kept)

        with self.store.read() as reader:
            if spaces.find_id(reader, kept) is not None:
                return _space(reader, kept)
        return self.write_and_forget(work)

    def rename_space(self, name: str, new_name: str) -> Space:
        kept = _checked(new_name)

        def work(tx: Tx) -> Space:
            id = self.space_id(tx, name)
            if kept != composed(name):
                if name == DEFAULT_SPACE:  # every door looks there when no space is named
                    raise BadInput("last_space", name=name)
                if spaces.find_id(tx, kept) is not None:
                    raise BadInput("space_taken", name=kept)
                spaces.rename(tx, id, kept)
                self.insert_act(tx, id, "rename space", By.PERSON, 0, [item(0, "space.name", name, kept)])
                tx.change(Happened.SPACE_RENAMED, id, id, By.PERSON)
            return _space(tx, kept)

        return self.write_and_forget(work)

    def delete_space(self, name: str) -> Done:
        def work(tx: Tx) -> Done:
            id = self.space_id(tx, name)
            if name == DEFAULT_SPACE or len(spaces.active_ids(tx)) == 1:
                raise BadInput("last_space", name=name)
            held = _space(tx, name).memories
            spaces.set_state(tx, id, TRASHED)
            return Done(held, tx.change(Happened.SPACE_TRASHED, id, id, By.PERSON), None, (), "delete space")

        return self.write_and_forget(work)

    def restore_space(self, name: str) -> Done:
        def work(tx: Tx) -> Done:
            id = spaces.find_id(tx, name, state=TRASHED) or spaces.find_id(tx, composed(name), state=TRASHED)
            if id is None:
                raise NotFound("no_space", name=name)
            if spaces.find_id(tx, composed(name)) is not None:
                raise BadInput("space_taken", name=name)
            spaces.set_state(tx, id, ACTIVE)
            change = tx.change(Happened.SPACE_RESTORED, id, id, By.PERSON)
            return Done(_space(tx, name).memories, change, None, (), "restore space")

        return self.write_and_forget(work)

    def settings(self, space: str | None = None) -> dict[str, Value]:
        with self.store.read() as reader:
            id = self.space_id(reader, space) if space else spaces.WHOLE_LIBRARY
            return {**spaces.settings(reader, id), **self.memo.given}

    def set_setting(self, name: str, value: Value, space: str | None = None) -> Done:
        setting = find(name)
        checked = setting.read(value)
        if name in self.memo.given:
            raise BadInput("setting_given", name=name, variable=setting.environment)
        if setting.folder and checked:
            checked = str(second_folder.check(self.store.places, str(checked)))

        def work(tx: Tx) -> Done:
            id = self.space_id(tx, space or DEFAULT_SPACE) if setting.per_space else spaces.WHOLE_LIBRARY
            spaces.set_setting(tx, name, checked, id)
            return Done(1, tx.change(Happened.SETTING, id, id, By.PERSON), None, (), "setting")

        return self.write_and_forget(work)


def _checked(name: str) -> str:
    kept = " ".join(composed(name).split())
    if not kept or len(kept) > 80 or not kept.isprintable():
        raise BadInput("space_name", name=name)
    return kept


def _space(reader: Reader, name: str) -> Space:
    return next(space for space in spaces.all_of(reader, ACTIVE) if composed(space.name) == composed(name))
