"""What waits for one client: replies must arrive, news may be dropped and is then asked for anew."""

from __future__ import annotations

from mnemoteca.core.answers import Stated
from mnemoteca.core.pushes import AnswerGrew, Changed, Indexed, Push, Resync
from mnemoteca.core.views import ViewChanged
from mnemoteca.service.outbox import Outbox
from mnemoteca.wire.codec import Frames
from mnemoteca.wire.messages import Pushed, push_in


def rest(outbox: Outbox) -> list[Push | bytes | None]:
    """All that is left in it, as the client reads it."""
    found: list[Push | bytes | None] = []
    while (data := outbox.take()) is not None:
        if data.startswith(b"reply"):
            found.append(data)
        else:
            found += [push_in(message) for message in Frames().feed(data) if isinstance(message, Pushed)]
    return found


def test_what_goes_in_first_comes_out_first() -> None:
    outbox = Outbox(change=0)
    outbox.push(Changed(1, 1))
    outbox.reply(b"reply 1")
    outbox.push(Changed(2, 2))
    assert rest(outbox) == [Changed(1, 1), b"reply 1", Changed(2, 2)]


def test_changes_that_follow_each_other_become_one() -> None:
    outbox = Outbox(change=0)
    for number in range(1, 1000):
        outbox.push(Changed(number, number))
    outbox.push(Indexed(1, 9))
    outbox.push(Indexed(5, 0))
    assert rest(outbox) == [Changed(1, 999), Indexed(5, 0)]


def test_a_client_that_does_not_read_loses_its_news_and_is_told_from_where_on() -> None:
    outbox = Outbox(change=3, max_pushes=10)
    outbox.push(Changed(4, 6))
    assert outbox.take() is not None
    outbox.reply(b"reply 1")
    for number in range(20):
        outbox.push(ViewChanged(number, 1, 1))
        outbox.push(Changed(7 + number, 7 + number))
    found = rest(outbox)
    assert found[:2] == [b"reply 1", Resync(6)]
    assert len(found) < 20


def test_replies_are_refused_while_too_many_are_unread() -> None:
    outbox = Outbox(change=0, max_bytes=10)
    assert outbox.reply(b"reply 1234")
    assert outbox.reply(b"reply 5678")
    assert not outbox.reply(b"reply 9")
    while outbox.take():
        pass
    assert outbox.reply(b"reply 9")


def test_of_an_answer_that_grows_only_the_last_is_told() -> None:
    outbox = Outbox(change=0)
    for end in range(1, 20):
        outbox.push(AnswerGrew("a", (Stated("word " * end, (1,)),), True))
    outbox.push(AnswerGrew("b", (Stated("other", (2,)),)))
    told = [each.stated[0].text for each in rest(outbox) if isinstance(each, AnswerGrew)]
    assert told == ["word " * 19, "other"]
