"""Every setting, declared once: pages, command line and help follow from this table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
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
    file: bool = False  # a name or the path of a file, "" where there is none
    listed: bool = True  # on the page of settings; else it is changed where it is used
    environment: str = ""  # the variable by which the service can be given it, before all else
    address: bool = False  # of a server, "" where there is none

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
        if self.address and value and not is_address(str(value)):
            raise BadInput(
                "bad_setting", value=value, name=self.name, expected="Use an address such as https://host:8080."
            )
        if self.low is not None and self.high is not None and not isinstance(value, (bool, str)):
            if not self.low <= value <= self.high:
                raise BadInput("number_range", name=self.name, value=value, low=self.low, high=self.high)
        return value


def is_address(text: str) -> bool:
    """Whether it is the address of a server, with nothing behind its host and path."""
    return bool(_ADDRESS.fullmatch(text))


_ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+(/[\w.~/-]*)?", re.ASCII)
_MODEL = "The model that writes: its id, or a GGUF file; empty: as it is in use for each role."
_COPY = "Which copy of a model is run, where several are installed."
_COPIES = ("auto", "int4", "int8", "fp16", "fp32")
_DEVICE = "Where models are run."
_LENGTH = "How long a summary may be, in tokens."
_FREELY = "How freely a model chooses its words: 0 never, 2 wildly."
_MEMORY = "How many MB all models together may hold; 0: half of the machine's memory."
_REREAD = "How long a reranker may read the best hits, in milliseconds; then their order stays."
_TABLE = (
    Setting("short.ttl_s", tiers.SHORT_TTL_S, "Seconds that a short memory lives.", 1.0, 86_400.0),
    Setting("short.max_size", tiers.SHORT_MAX_SIZE, "How many short memories a space holds.", 1, 10_000),
    Setting("medium.ttl_s", tiers.MEDIUM_TTL_S, "Seconds that a medium memory lives.", 60.0, 31_536_000.0),
    Setting("tiers.promote", True, "Promote memories by itself.", per_space=True),
    Setting("sleep.by_itself", True, "Learn from what was kept by itself, every half hour and by night."),
    Setting("sleep.when_idle", False, "Learn by itself only when nothing was done for ten minutes."),
    Setting("forgetting.curve", "ebbinghaus", "How memories fade.", choices=("ebbinghaus", "fsrs")),
    Setting("meaning", True, "Find what was said in other words, too."),
    Setting("tags.suggest", True, "Suggest tags for what is kept, and weigh how important it is."),
    Setting("trash.days", 30, "Days after which what lies in the trash is purged; 0: never.", 0, 3650),
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
    Setting("models.mirror", "", "A mirror of the hub that models come from.", address=True, listed=False),
    Setting("models.proxy", "", "A proxy for the download of models.", address=True, listed=False),
    Setting("slm.model", "", _MODEL, file=True, environment="MNEMOTECA_SLM_MODEL"),
    Setting("slm.quantize", "auto", _COPY, choices=_COPIES, environment="MNEMOTECA_SLM_QUANTIZE"),
    Setting("slm.device", "cpu", _DEVICE, choices=("cpu", "gpu"), environment="MNEMOTECA_SLM_DEVICE"),
    Setting("slm.max_tokens", 200, _LENGTH, 16, 2000, environment="MNEMOTECA_SLM_MAX_TOKENS"),
    Setting("slm.temperature", 0.2, _FREELY, 0.0, 2.0, environment="MNEMOTECA_SLM_TEMPERATURE"),
    Setting("slm.memory_mb", 0, _MEMORY, 0, 1_000_000),
    Setting("rerank.ms", 2_000, _REREAD, 50, 60_000, listed=False),
    Setting("service.keep_running", False, "Keep the service running while no window is open."),
)
SETTINGS: dict[str, Setting] = {setting.name: setting for setting in _TABLE}


def given_by(environment: Mapping[str, str]) -> dict[str, Value]:
    """What the environment gives, by the names of settings; raises `BadInput` where it can't be taken."""
    found: dict[str, Value] = {}
    for setting in _TABLE:
        if setting.environment and (text := environment.get(setting.environment)):
            found[setting.name] = setting.read(_as_meant(setting, text))
    return found


def _as_meant(setting: Setting, text: str) -> object:
    """A word of the environment as the setting's kind of value, where it is one."""
    kind = type(setting.default)
    if kind in (int, float):
        with suppress(ValueError):
            return kind(text)
    return text


def find(name: str) -> Setting:
    """The declared setting; raises `NotFound`."""
    if name not in SETTINGS:
        raise NotFound("no_setting", name=name)
    return SETTINGS[name]
