"""Calls of the door as messages: what the blocking client and the window's client have in common."""

from __future__ import annotations

from typing import Any

import msgspec

from mnemoteca.core.errors import BadInput, Unavailable
from mnemoteca.core.library import bind, methods
from mnemoteca.wire.codec import ProtocolError, encode
from mnemoteca.wire.messages import Call, Failure, Reply, problem_in


def call(id: int, name: str, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None,
         deadline_s: float | None = None) -> Call:  # fmt: skip
    """The message that calls method `name`; raises `BadInput` where the arguments can't be sent."""
    request = bind(name, args, kwargs or {})
    return Call(id=id, method=name, params=msgspec.Raw(encode(request)), deadline_s=deadline_s)


def answer(name: str, message: Reply | Failure) -> Any:
    """What method `name` returned, or raises the `Problem` that it raised."""
    if isinstance(message, Failure):
        raise problem_in(message)
    try:
        return msgspec.msgpack.decode(message.result, type=methods()[name].reply)
    except (msgspec.DecodeError, ValueError, RecursionError) as e:
        raise ProtocolError(f"the reply of {name} can't be read") from e


def request(message: Call) -> msgspec.Struct:
    """The arguments of a call, as the service reads them; raises `Unavailable` or `BadInput`."""
    method = methods().get(message.method)
    if method is None:
        raise Unavailable("no_method", name=message.method)
    try:
        return msgspec.msgpack.decode(message.params, type=method.request)
    except (msgspec.DecodeError, ValueError, OverflowError, RecursionError) as e:
        raise BadInput("bad_arguments", name=message.method, reason=e) from e
