"""News are told to the end, whatever becomes of the lists meanwhile."""

from __future__ import annotations

from queue import SimpleQueue

from mnemoteca.core.errors import Unavailable
from mnemoteca.core.pushes import Changed, Push
from mnemoteca.library.news import News


def test_what_the_lists_missed_is_told_to_them_with_the_next_commit() -> None:
    told: SimpleQueue[Push] = SimpleQueue()
    followed: SimpleQueue[tuple[int, int]] = SimpleQueue()

    def follow(first: int, last: int) -> None:
        followed.put((first, last))
        if last == 2:
            raise Unavailable("service_busy")

    news = News(told.put, follow)
    news.start()
    news.came(1, 2)
    assert (told.get(timeout=60), followed.get(timeout=60)) == (Changed(1, 2), (1, 2))
    news.came(3, 3)
    assert followed.get(timeout=60) == (1, 3)
    news.stop()
