"""What each setting is called in the window, and under which heading it stands; a test asks for every one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mnemoteca.gui.translations import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Named:
    """Title and help of a setting, English, marked for translation; the factor from its unit to the one shown."""

    title: str
    help: str
    shown_per_unit: float = 1.0
    unit: str = ""


HEADINGS: dict[str, str] = {  # by the first part of a setting's name
    "window": QT_TRANSLATE_NOOP("Settings", "Window"),
    "short": QT_TRANSLATE_NOOP("Settings", "Tiers"),
    "medium": QT_TRANSLATE_NOOP("Settings", "Tiers"),
    "tiers": QT_TRANSLATE_NOOP("Settings", "Tiers"),
    "meaning": QT_TRANSLATE_NOOP("Settings", "Finding"),
    "context": QT_TRANSLATE_NOOP("Settings", "Finding"),
    "tags": QT_TRANSLATE_NOOP("Settings", "Models"),
    "slm": QT_TRANSLATE_NOOP("Settings", "Models"),
    "reader": QT_TRANSLATE_NOOP("Settings", "Reading"),
    "service": QT_TRANSLATE_NOOP("Settings", "In the background"),
    "sleep": QT_TRANSLATE_NOOP("Settings", "Sleep and forgetting"),
    "forgetting": QT_TRANSLATE_NOOP("Settings", "Sleep and forgetting"),
    "trash": QT_TRANSLATE_NOOP("Settings", "Trash"),
    "backup": QT_TRANSLATE_NOOP("Settings", "Backups"),
}
NAMES: dict[str, Named] = {
    "window.theme": Named(
        QT_TRANSLATE_NOOP("Settings", "Colours"),
        QT_TRANSLATE_NOOP("Settings", "Dark, light, of high contrast, or as the system has them."),
    ),
    "window.zoom": Named(
        QT_TRANSLATE_NOOP("Settings", "Size of everything"),
        QT_TRANSLATE_NOOP("Settings", "Words, icons and the room around them; it changes at once."),
        1,
        QT_TRANSLATE_NOOP("Settings", " %"),
    ),
    "window.motion": Named(
        QT_TRANSLATE_NOOP("Settings", "Movement"),
        QT_TRANSLATE_NOOP("Settings", "Whether what opens and closes moves, or is simply there."),
    ),
    "window.language": Named(
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "Of everything in the window; it changes at once."),
    ),
    "window.formatted": Named(
        QT_TRANSLATE_NOOP("Settings", "Show texts formatted"),
        QT_TRANSLATE_NOOP("Settings", "Headings, lists and code as they are meant; else as they were written."),
    ),
    "window.capture_key": Named(
        QT_TRANSLATE_NOOP("Settings", "Key for a quick note"),
        QT_TRANSLATE_NOOP("Settings", "Opens the box to write a note in, whatever program you are at."),
    ),
    "window.at_login": Named(
        QT_TRANSLATE_NOOP("Settings", "Start when you log in"),
        QT_TRANSLATE_NOOP(
            "Settings", "In the tray, without a window; where there is no tray, with the window minimised."
        ),
    ),
    "short.ttl_s": Named(
        QT_TRANSLATE_NOOP("Settings", "How long a short memory lives"),
        QT_TRANSLATE_NOOP("Settings", "Then it rises, or it fades and can still be found."),
        1 / 60,
        QT_TRANSLATE_NOOP("Settings", " min"),
    ),
    "short.max_size": Named(
        QT_TRANSLATE_NOOP("Settings", "How many short memories a space holds"),
        QT_TRANSLATE_NOOP("Settings", "When there are more, the oldest makes room."),
    ),
    "medium.ttl_s": Named(
        QT_TRANSLATE_NOOP("Settings", "How long a medium memory lives"),
        QT_TRANSLATE_NOOP("Settings", "Then it is kept for good, or it fades and can still be found."),
        1 / 3600,
        QT_TRANSLATE_NOOP("Settings", " h"),
    ),
    "tiers.promote": Named(
        QT_TRANSLATE_NOOP("Settings", "Promote by itself"),
        QT_TRANSLATE_NOOP("Settings", "What matters rises without being asked, in this space."),
    ),
    "meaning": Named(
        QT_TRANSLATE_NOOP("Settings", "Find by meaning"),
        QT_TRANSLATE_NOOP("Settings", "Finds what was said in other words, with a small model on this machine."),
    ),
    "tags.suggest": Named(
        QT_TRANSLATE_NOOP("Settings", "Suggest tags"),
        QT_TRANSLATE_NOOP(
            "Settings", "For what is kept, with how much it matters, by small models that learn of what you correct."
        ),
    ),
    "slm.model": Named(
        QT_TRANSLATE_NOOP("Settings", "Language model for everything"),
        QT_TRANSLATE_NOOP("Settings", "Its id, or a GGUF file; empty: as chosen for each role on the page Models."),
    ),
    "slm.quantize": Named(
        QT_TRANSLATE_NOOP("Settings", "Copy of a model that runs"),
        QT_TRANSLATE_NOOP(
            "Settings", "Where several are installed: smaller ones are quicker, larger ones say it better."
        ),
    ),
    "slm.device": Named(
        QT_TRANSLATE_NOOP("Settings", "Where language models run"),
        QT_TRANSLATE_NOOP("Settings", "A graphics card where the engine was built for it."),
    ),
    "slm.max_tokens": Named(
        QT_TRANSLATE_NOOP("Settings", "Longest summary"),
        QT_TRANSLATE_NOOP("Settings", "That a language model writes, in tokens."),
    ),
    "slm.temperature": Named(
        QT_TRANSLATE_NOOP("Settings", "How freely words are chosen"),
        QT_TRANSLATE_NOOP("Settings", "0: always the likeliest; 2: wildly."),
    ),
    "slm.memory_mb": Named(
        QT_TRANSLATE_NOOP("Settings", "Memory for language models"),
        QT_TRANSLATE_NOOP("Settings", "Of all together; 0: half of this computer’s."),
        1,
        QT_TRANSLATE_NOOP("Settings", " MB"),
    ),
    "sleep.by_itself": Named(
        QT_TRANSLATE_NOOP("Settings", "Learn by itself"),
        QT_TRANSLATE_NOOP("Settings", "Every half hour and by night: what was kept is told in digests and patterns."),
    ),
    "sleep.when_idle": Named(
        QT_TRANSLATE_NOOP("Settings", "Learn only when nothing is done"),
        QT_TRANSLATE_NOOP("Settings", "A run by itself waits until nothing was done for ten minutes."),
    ),
    "forgetting.curve": Named(
        QT_TRANSLATE_NOOP("Settings", "How memories fade"),
        QT_TRANSLATE_NOOP("Settings", "Ebbinghaus by age alone, or FSRS by each time something was recalled."),
    ),
    "context.tokens": Named(
        QT_TRANSLATE_NOOP("Settings", "Tokens of a copy as context"),
        QT_TRANSLATE_NOOP("Settings", "What is copied for an assistant stays within so many; four signs count as one."),
    ),
    "service.keep_running": Named(
        QT_TRANSLATE_NOOP("Settings", "Go on while no window is open"),
        QT_TRANSLATE_NOOP(
            "Settings", "Memories rise and fade on time; otherwise what is due is done at the next start."
        ),
    ),
    "trash.days": Named(
        QT_TRANSLATE_NOOP("Settings", "Days in the trash"),
        QT_TRANSLATE_NOOP("Settings", "What has lain there longer is purged for good; 0 keeps it for ever."),
    ),
    "backup.daily": Named(
        QT_TRANSLATE_NOOP("Settings", "Daily backups that are kept"),
        QT_TRANSLATE_NOOP("Settings", "Made once a day by itself, in the folder of the library."),
    ),
    "backup.weekly": Named(
        QT_TRANSLATE_NOOP("Settings", "Weekly backups that are kept"),
        QT_TRANSLATE_NOOP("Settings", "Beyond the daily ones."),
    ),
    "backup.second_folder": Named(
        QT_TRANSLATE_NOOP("Settings", "A second folder for backups"),
        QT_TRANSLATE_NOOP("Settings", "On another disk, or one that is synced: each backup is copied there, too."),
    ),
}
CHOICES: dict[str, str] = {
    "system": QT_TRANSLATE_NOOP("Settings", "Like the system"),
    "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
    "light": QT_TRANSLATE_NOOP("Settings", "Light"),
    "contrast": QT_TRANSLATE_NOOP("Settings", "High contrast"),
    "full": QT_TRANSLATE_NOOP("Settings", "Full"),
    "reduced": QT_TRANSLATE_NOOP("Settings", "Reduced"),
    "auto": QT_TRANSLATE_NOOP("Settings", "By itself"),
    "int4": QT_TRANSLATE_NOOP("Settings", "4 bits"),
    "int8": QT_TRANSLATE_NOOP("Settings", "8 bits"),
    "fp16": QT_TRANSLATE_NOOP("Settings", "16 bits"),
    "fp32": QT_TRANSLATE_NOOP("Settings", "32 bits"),
    "cpu": QT_TRANSLATE_NOOP("Settings", "Processor"),
    "gpu": QT_TRANSLATE_NOOP("Settings", "Graphics card"),
    "ebbinghaus": "Ebbinghaus",
    "fsrs": "FSRS",
    "en": "English",
    "pt_BR": "Português (Brasil)",
}


def heading(name: str) -> str:
    """The heading that the setting stands under."""
    return QCoreApplication.translate("Settings", HEADINGS[name.partition(".")[0]])


def title(name: str) -> str:
    return QCoreApplication.translate("Settings", NAMES[name].title)


def help_of(name: str) -> str:
    return QCoreApplication.translate("Settings", NAMES[name].help)


def unit(name: str) -> str:
    return QCoreApplication.translate("Settings", NAMES[name].unit) if NAMES[name].unit else ""


def choice(value: str) -> str:
    """A value that can be chosen."""
    return QCoreApplication.translate("Settings", CHOICES.get(value, value))
