"""Every setting, declared once: pages, command line and help follow from this table."""

from __future__ import annotations

from dataclasses import dataclass

from mnemoteca.core import tiers
from mnemoteca.core.errors import BadInput, NotFound

Value = bool | int | float | str


_EXPECTED: dict[type, str] = {
    bool: "Use on or off.",
    int: "Use a whole number.",
    float: "Use a number.",
    str: "Use a word.",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its default (whose type is its type), bounds or choices, and whether each space has its own."""

    name: str
    default: Value
    help: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    per_space: bool = False
    folder: bool = False  # a path, "" where there is none
    listed: bool = True  # on the page of settings; else it is changed where it is used

    def read(self, value: object) -> Value:
        """The value as this setting takes it; raises `BadInput`."""
        kind = type(self.default)
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is not kind or not isinstance(value, (bool, int, float, str)):
            raise BadInput("bad_setting", value=value, name=self.name, expected=_EXPECTED[kind])
        if self.choices and value not in self.choices:
            raise BadInput(
                "bad_setting", value=value, name=self.name, expected=f"Use one of: {', '.join(self.choices)}."
            )
        if self.low is not None and self.high is not None and not isinstance(value, (bool, str)):
            if not self.low <= value <= self.high:
                raise BadInput("number_range", name=self.name, value=value, low=self.low, high=self.high)
        return value


_TABLE = (
    Setting("short.ttl_s", tiers.SHORT_TTL_S, "Seconds that a short memory lives.", 1.0, 86_400.0),
    Setting("short.max_size", tiers.SHORT_MAX_SIZE, "How many short memories a space holds.", 1, 10_000),
    Setting("medium.ttl_s", tiers.MEDIUM_TTL_S, "Seconds that a medium memory lives.", 60.0, 31_536_000.0),
    Setting("tiers.promote", True, "Promote memories by itself.", per_space=True),
    Setting("meaning", True, "Find what was said in other words, too."),
    Setting("backup.daily", 7, "How many daily backups are kept.", 0, 365),
    Setting("backup.weekly", 4, "How many weekly backups are kept.", 0, 520),
    Setting("backup.second_folder", "", "A folder on another disk, to which each backup is copied.", folder=True),
    Setting("window.theme", "system", "Colours of the window.", choices=("system", "dark", "light", "contrast")),
    Setting("window.zoom", 100, "Size of everything in the window, in percent.", 80, 200),
    Setting("window.motion", "system", "Whether what opens and closes moves.", choices=("system", "full", "reduced")),
    Setting("window.keys", "", "The keys of commands that were changed, as JSON.", listed=False),
    Setting("window.language", "system", "Language of the window.", choices=("system", "en", "pt_BR")),
    Setting("window.formatted", True, "Show Markdown formatted in the reader, not as it was written."),
    Setting("context.tokens", 4000, "How many tokens a copy as context may have, estimated.", 100, 1_000_000),
    Setting("searches.saved", "", "The searches kept under a name, as JSON.", per_space=True, listed=False),
    Setting("window.capture_key", "Ctrl+Alt+Space", "The key that opens the box for a note, in every program."),
    Setting("window.at_login", False, "Start in the tray when you log in."),
    Setting("service.keep_running", False, "Keep the service running while no window is open."),
)
SETTINGS: dict[str, Setting] = {setting.name: setting for setting in _TABLE}


def find(name: str) -> Setting:
    """The declared setting; raises `NotFound`."""
    if name not in SETTINGS:
        raise NotFound("no_setting", name=name)
    return SETTINGS[name]
