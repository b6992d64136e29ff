"""settings: what can be set, declared once in the core."""

from __future__ import annotations

from contextlib import suppress

from mnemoteca.cli.command import Call, Command, argument
from mnemoteca.cli.wording import aligned
from mnemoteca.core.settings import SETTINGS, Setting, Value, find

_SPACE = argument("--space", metavar="NAME", help="the space's own, where it has one")


def get(call: Call) -> None:
    name = getattr(call.given, "name", None)
    values = call.library.settings(getattr(call.given, "space", None))
    if name is not None:
        value = values[find(name).name]
        call.answer({name: value}, _worded(value))
    else:
        rows = [
            (name, _worded(value), SETTINGS[name].help if name in SETTINGS else "") for name, value in values.items()
        ]
        call.answer(values, aligned(rows))


def set_(call: Call) -> None:
    given = call.given
    setting = find(given.name)
    value = setting.read(_read(setting, given.value))
    done = call.library.set_setting(given.name, value, given.space)
    call.answer(done, f"{given.name} is {_worded(value)}.")


def _read(setting: Setting, given: str) -> object:
    """The given word as the setting's kind of value, where it is one."""
    if isinstance(setting.default, bool):
        return {"on": True, "true": True, "off": False, "false": False}.get(given.lower(), given)
    if isinstance(setting.default, (int, float)):
        with suppress(ValueError):
            return type(setting.default)(given)
    return given


def _worded(value: Value) -> str:
    return ("on" if value else "off") if isinstance(value, bool) else str(value)


COMMANDS = (
    Command(
        "settings",
        "look at settings and change them",
        "mnemoteca settings",
        get,
        parts=(
            Command(
                "get",
                "one setting, or all",
                "mnemoteca settings get short.ttl_s",
                get,
                (argument("name", metavar="NAME", nargs="?", help="its name"), _SPACE),
            ),
            Command(
                "set",
                "change a setting",
                "mnemoteca settings set short.ttl_s 240",
                set_,
                (
                    argument("name", metavar="NAME", help="its name"),
                    argument("value", metavar="VALUE", help="its new value"),
                    _SPACE,
                ),
            ),
        ),
    ),
)
