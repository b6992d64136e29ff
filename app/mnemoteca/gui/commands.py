"""Every command of the window, declared once: menus and shortcuts follow from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mnemoteca.core.memory import Memory, Role, Session, State, Tier
from mnemoteca.core.views import Place
from mnemoteca.gui.translations import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Situation:
    """What a command may depend on: whether the service is there, and the memory or session at hand."""

    here: bool = False
    memory: Memory | None = None
    session: Session | None = None
    coming: bool = False  # something is being brought in
    many: int = 0  # so many are chosen, where it is more than one

    def active(self) -> Memory | None:
        """The memory at hand, where it is not in the trash."""
        return self.memory if self.here and self.memory is not None and self.memory.state is State.ACTIVE else None


def always(_: Situation) -> bool:
    return True


def here(now: Situation) -> bool:
    return now.here


def with_memory(now: Situation) -> bool:
    return now.active() is not None


def while_coming(now: Situation) -> bool:
    return now.here and now.coming


def with_code(now: Situation) -> bool:
    """Whether code may stand in it; of a memory chosen in a list only the beginning is known."""
    memory = now.memory if now.here else None
    if memory is None:
        return False
    known = memory.role is Role.TOOL or "```" in memory.text or "~~~" in memory.text
    return known or memory.length > len(memory.text)


def with_any(now: Situation) -> bool:
    """Whether there is a memory, be it in the trash."""
    return now.here and now.memory is not None


def can_forget(now: Situation) -> bool:
    return now.active() is not None or (now.here and now.session is not None)


def can_purge(now: Situation) -> bool:
    """Whatever is at hand, be it in the trash."""
    return now.here and (now.memory is not None or now.session is not None)


def can_export(now: Situation) -> bool:
    return now.active() is not None or (now.here and now.memory is None and now.session is not None)


def can_restore(now: Situation) -> bool:
    if not now.here or now.memory is None:
        return False
    return now.memory.state is State.TRASHED or now.memory.tier is Tier.FADED


def can_promote(now: Situation) -> bool:
    memory = now.active()
    return memory is not None and (now.many > 1 or memory.tier is not Tier.LONG)


def can_let_go(now: Situation) -> bool:
    memory = now.active()
    return memory is not None and (now.many > 1 or memory.tier in (Tier.SHORT, Tier.MEDIUM, Tier.LONG))


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its text (English, marked for translation), keys, icon, menu and when it can be used."""

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Situation], bool] = always
    choice: str = ""  # commands that exclude each other share this name


PLACE_TEXTS: dict[Place, str] = {
    Place.EVERYTHING: QT_TRANSLATE_NOOP("Commands", "Everything"),
    Place.SESSIONS: QT_TRANSLATE_NOOP("Commands", "Sessions"),
    Place.NOTES: QT_TRANSLATE_NOOP("Commands", "Notes"),
    Place.PINNED: QT_TRANSLATE_NOOP("Commands", "Pinned"),
    Place.SHORT: QT_TRANSLATE_NOOP("Commands", "Short"),
    Place.MEDIUM: QT_TRANSLATE_NOOP("Commands", "Medium"),
    Place.LONG: QT_TRANSLATE_NOOP("Commands", "Long"),
    Place.FADED: QT_TRANSLATE_NOOP("Commands", "Faded"),
    Place.ARCHIVE: QT_TRANSLATE_NOOP("Commands", "Archive"),
    Place.TRASH: QT_TRANSLATE_NOOP("Commands", "Trash"),
}

MENUS: dict[str, str] = {
    "memory": QT_TRANSLATE_NOOP("Commands", "Memory"),
    "go": QT_TRANSLATE_NOOP("Commands", "Go to"),
    "view": QT_TRANSLATE_NOOP("Commands", "View"),
    "group": QT_TRANSLATE_NOOP("Commands", "Group sessions by"),
    "theme": QT_TRANSLATE_NOOP("Commands", "Colours"),
    "language": QT_TRANSLATE_NOOP("Commands", "Language"),
    "app": "",  # stands in the menu itself
}

COMMANDS: tuple[Command, ...] = (
    Command("new_note", QT_TRANSLATE_NOOP("Commands", "New note"), "app", ("Ctrl+N",), "plus"),
    Command("search", QT_TRANSLATE_NOOP("Commands", "Search"), "app", ("Ctrl+Shift+F",), "search"),
    Command(
        "answer", QT_TRANSLATE_NOOP("Commands", "Answer"), "app", ("Ctrl+Enter", "Ctrl+Return"), "message-circle", here
    ),
    Command("find", QT_TRANSLATE_NOOP("Commands", "Find here"), "app", ("Ctrl+F",), "search"),
    Command("find_next", QT_TRANSLATE_NOOP("Commands", "Next place found"), "app", ("F3",), "chevron-down", here),
    Command(
        "find_previous", QT_TRANSLATE_NOOP("Commands", "Place found before"), "app", ("Shift+F3",), "chevron-up", here
    ),
    Command("save_search", QT_TRANSLATE_NOOP("Commands", "Save this search…"), "app", ("Ctrl+S",), "search", here),
    Command("palette", QT_TRANSLATE_NOOP("Commands", "Go to, or do…"), "app", ("Ctrl+K", "Ctrl+Shift+P"), "keyboard"),
    Command("open_file", QT_TRANSLATE_NOOP("Commands", "Open a file…"), "app", ("Ctrl+O",), "folder-open", here),
    Command(
        "open_folder", QT_TRANSLATE_NOOP("Commands", "Bring in a folder…"), "app", ("Ctrl+Shift+O",), "inbox", here
    ),
    Command("import_again", QT_TRANSLATE_NOOP("Commands", "Bring in what is new"), "app", ("F5",), "refresh-cw", here),
    Command(
        "show_import",
        QT_TRANSLATE_NOOP("Commands", "Show what is coming in"),
        "app",
        ("Ctrl+J",),
        "file-down",
        while_coming,
    ),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), "memory", ("Ctrl+Z",), "undo-2", here),
    Command("redo", QT_TRANSLATE_NOOP("Commands", "Redo"), "memory", ("Ctrl+Shift+Z",), "redo-2", here),
    Command("pin", QT_TRANSLATE_NOOP("Commands", "Pin or unpin"), "memory", ("Ctrl+D",), "pin", with_memory),
    Command("forget", QT_TRANSLATE_NOOP("Commands", "Forget"), "memory", ("Del",), "archive-x", can_forget),
    Command("purge", QT_TRANSLATE_NOOP("Commands", "Purge…"), "memory", ("Shift+Del",), "trash-2", can_purge),
    Command("restore", QT_TRANSLATE_NOOP("Commands", "Restore"), "memory", ("Ctrl+R",), "archive-restore", can_restore),
    Command("promote", QT_TRANSLATE_NOOP("Commands", "Promote"), "memory", ("Ctrl+Up",), "arrow-up-right", can_promote),
    Command("let_go", QT_TRANSLATE_NOOP("Commands", "Let go"), "memory", ("Ctrl+Down",), "feather", can_let_go),
    Command(
        "why",
        QT_TRANSLATE_NOOP("Commands", "Why do I remember this?"),
        "memory",
        ("Ctrl+Shift+Y",),
        "circle-question-mark",
        with_any,
    ),
    Command("similar", QT_TRANSLATE_NOOP("Commands", "More like this"), "memory", ("Ctrl+L",), "search", with_memory),
    Command("copy", QT_TRANSLATE_NOOP("Commands", "Copy the text"), "memory", ("Ctrl+Shift+C",), "copy", with_memory),
    Command("tag", QT_TRANSLATE_NOOP("Commands", "Tag…"), "memory", ("Ctrl+G",), "tag", with_memory),
    Command(
        "copy_source", QT_TRANSLATE_NOOP("Commands", "Copy with source"), "memory", ("Ctrl+Shift+X",), "copy", with_any
    ),
    Command(
        "copy_context",
        QT_TRANSLATE_NOOP("Commands", "Copy as context…"),
        "memory",
        ("Ctrl+Shift+K",),
        "message-circle",
        with_any,
    ),
    Command("export", QT_TRANSLATE_NOOP("Commands", "Export…"), "memory", ("Ctrl+E",), "file-down", can_export),
    Command("copy_code", QT_TRANSLATE_NOOP("Commands", "Copy the code"), "memory", ("Ctrl+Alt+C",), "", with_code),
    Command("as_written", QT_TRANSLATE_NOOP("Commands", "As written or formatted"), "memory", ("Ctrl+Shift+M",)),
    Command("page_today", QT_TRANSLATE_NOOP("Commands", "Today"), "go", ("Alt+Home",), "sun", choice="place"),
    Command(
        "page_timeline", QT_TRANSLATE_NOOP("Commands", "Timeline"), "go", ("Ctrl+T",), "chart-column", choice="place"
    ),
    Command(
        "page_entities", QT_TRANSLATE_NOOP("Commands", "Who and what"), "go", ("Ctrl+Alt+W",), "users", choice="place"
    ),
    Command("page_facts", QT_TRANSLATE_NOOP("Commands", "Facts"), "go", ("Ctrl+Alt+F",), "quote", choice="place"),
    Command("page_fading", QT_TRANSLATE_NOOP("Commands", "Fading soon"), "go", (), "hourglass", choice="place"),
    Command("page_contradictions", QT_TRANSLATE_NOOP("Commands", "Contradictions"), "go", (), "scale", choice="place"),
    Command("page_sleep", QT_TRANSLATE_NOOP("Commands", "Sleep"), "go", (), "moon-star", choice="place"),
    Command("page_graph", QT_TRANSLATE_NOOP("Commands", "Graph"), "go", ("Ctrl+Shift+G",), "waypoints", choice="place"),
    *(
        Command(f"place_{place}", text, "go", (f"Ctrl+{n}",) if n <= 9 else (), choice="place")
        for n, (place, text) in enumerate(PLACE_TEXTS.items(), start=1)
    ),
    Command("outline", QT_TRANSLATE_NOOP("Commands", "Outline"), "go", ("Ctrl+I",), "list-tree", here),
    Command(
        "go_to_date", QT_TRANSLATE_NOOP("Commands", "Go to a date…"), "go", ("Ctrl+Shift+D",), "calendar-days", here
    ),
    Command("page_sources", QT_TRANSLATE_NOOP("Commands", "Sources"), "go", ("Ctrl+Shift+S",), choice="place"),
    Command("page_history", QT_TRANSLATE_NOOP("Commands", "History"), "go", ("Ctrl+H",), "history", choice="place"),
    Command("page_backups", QT_TRANSLATE_NOOP("Commands", "Backups"), "go", ("Ctrl+Shift+B",), choice="place"),
    Command("page_receipts", QT_TRANSLATE_NOOP("Commands", "Receipts"), "go", choice="place"),
    Command("page_models", QT_TRANSLATE_NOOP("Commands", "Models"), "go", ("Ctrl+Alt+M",), choice="place"),
    Command("page_activity", QT_TRANSLATE_NOOP("Commands", "Activity"), "go", ("Ctrl+Shift+J",), choice="place"),
    Command("page_network", QT_TRANSLATE_NOOP("Commands", "Network"), "go", icon="wifi-off", choice="place"),
    Command("zoom_in", QT_TRANSLATE_NOOP("Commands", "Larger"), "view", ("Ctrl+=", "Ctrl++")),
    Command("zoom_out", QT_TRANSLATE_NOOP("Commands", "Smaller"), "view", ("Ctrl+-",)),
    Command("zoom_reset", QT_TRANSLATE_NOOP("Commands", "Usual size"), "view", ("Ctrl+0",)),
    Command("group_day", QT_TRANSLATE_NOOP("Commands", "By day"), "group", ("Ctrl+Alt+1",), choice="group"),
    Command("group_source", QT_TRANSLATE_NOOP("Commands", "By source"), "group", ("Ctrl+Alt+2",), choice="group"),
    Command("group_project", QT_TRANSLATE_NOOP("Commands", "By project"), "group", ("Ctrl+Alt+3",), choice="group"),
    Command("theme_system", QT_TRANSLATE_NOOP("Commands", "Like the system"), "theme", choice="theme"),
    Command("theme_light", QT_TRANSLATE_NOOP("Commands", "Light"), "theme", choice="theme"),
    Command("theme_dark", QT_TRANSLATE_NOOP("Commands", "Dark"), "theme", choice="theme"),
    Command("theme_contrast", QT_TRANSLATE_NOOP("Commands", "High contrast"), "theme", choice="theme"),
    Command("language_system", QT_TRANSLATE_NOOP("Commands", "Like the system"), "language", choice="language"),
    Command("language_en", "English", "language", choice="language"),
    Command("language_pt_BR", "Português (Brasil)", "language", choice="language"),
    Command("page_settings", QT_TRANSLATE_NOOP("Commands", "Settings"), "app", ("Ctrl+,",), "settings"),
    Command("help", QT_TRANSLATE_NOOP("Commands", "Help"), "app", ("F1",), "circle-question-mark"),
    Command("page_keyboard", QT_TRANSLATE_NOOP("Commands", "Keyboard"), "app", (), "keyboard"),
    Command("keys", QT_TRANSLATE_NOOP("Commands", "Keys"), "app", ("?",), "keyboard"),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Close"), "app", ("Ctrl+Q",)),
)
