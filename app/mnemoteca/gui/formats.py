"""The formats that can be brought in, as a person calls them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

FORMATS: dict[str, str] = {
    "chatgpt": QT_TRANSLATE_NOOP("Formats", "ChatGPT export"),
    "claude_ai": QT_TRANSLATE_NOOP("Formats", "Claude.ai export"),
    "claude_code": QT_TRANSLATE_NOOP("Formats", "Claude Code transcripts"),
    "codex": QT_TRANSLATE_NOOP("Formats", "Codex transcripts"),
    "gemini_cli": QT_TRANSLATE_NOOP("Formats", "Gemini CLI transcripts"),
    "obsidian": QT_TRANSLATE_NOOP("Formats", "Obsidian vault"),
    "markdown": QT_TRANSLATE_NOOP("Formats", "Markdown notes"),
    "text": QT_TRANSLATE_NOOP("Formats", "plain text"),
    "html": QT_TRANSLATE_NOOP("Formats", "web pages"),
    "pdf": QT_TRANSLATE_NOOP("Formats", "PDF documents"),
    "git": QT_TRANSLATE_NOOP("Formats", "git history"),
    "sessions": QT_TRANSLATE_NOOP("Formats", "Mnemoteca sessions"),
}


def format_name(name: str) -> str:
    """What the format is called in the window; one that isn't known here keeps its name."""
    return QCoreApplication.translate("Formats", FORMATS[name]) if name in FORMATS else name
