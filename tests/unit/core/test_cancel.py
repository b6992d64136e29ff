"""Giving up a call."""

from __future__ import annotations

import threading

import pytest

from mnemoteca.core.cancel import NEVER, Token, current, working_for
from mnemoteca.core.errors import Stopped


def test_outside_a_call_nothing_cancels() -> None:
    assert current() is NEVER
    current().raise_if_cancelled()
    assert NEVER.left_s is None


def test_a_call_knows_its_token_on_its_own_thread_only() -> None:
    token, seen = Token(), []
    with working_for(token):
        assert current() is token
        thread = threading.Thread(target=lambda: seen.append(current()))
        thread.start()
        thread.join()
    assert seen == [NEVER]
    assert current() is NEVER


def test_a_cancelled_call_stops_and_says_so() -> None:
    token = Token()
    token.raise_if_cancelled()
    token.cancel()
    token.cancel()
    assert token.cancelled
    with pytest.raises(Stopped, match="cancelled"):
        token.sleep(10)


def test_a_call_out_of_time_stops_and_says_after_how_long() -> None:
    token = Token(deadline_s=0.3)
    assert 0 < (token.left_s or 0) <= 0.3
    with pytest.raises(Stopped, match=r"longer than 0\.3 s"):
        token.sleep(10)
    assert token.left_s == 0
