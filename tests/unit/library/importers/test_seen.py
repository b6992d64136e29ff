"""What came by once is known again, however many came since."""

from __future__ import annotations

from uuid import UUID

from mnemoteca.library.importers.seen import Seen

MANY = 90_000  # some of them in order, the rest not yet


def test_a_name_is_new_once_however_many_came_since() -> None:
    seen = Seen()
    assert all(seen.add("talk", str(n)) for n in range(MANY))
    assert not any(seen.add("talk", str(n)) for n in range(MANY))
    assert seen.add("talk1", "0")  # its parts do not run together
    assert seen.add("talk", str(MANY))


def test_a_key_is_new_once_whatever_its_size() -> None:
    seen = Seen()
    keys = [UUID(int=n * (1 << 64) // MANY) for n in range(MANY)]
    assert [seen.add_key(key) for key in reversed(keys)] == [True] * MANY
    assert not any(map(seen.add_key, keys))
