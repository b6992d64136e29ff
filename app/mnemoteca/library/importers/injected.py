"""What a coding assistant puts around the words of a person, taken off where it is put: before and behind them.

A tag in the midst of what the person wrote is the person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DROPPED = ("system-reminder", "ide_opened_file", "ide_selection", "ide_diagnostics", "local-command-caveat",
            "command-message", "user-prompt-submit-hook", "user-memory-input")  # fmt: skip
_COMMANDS = ("command-name", "command-args", "bash-input")
_OUTPUTS = {
    "local-command-stdout": "Command",
    "local-command-stderr": "Command",
    "bash-stdout": "Bash",
    "bash-stderr": "Bash",
    "task-notification": "Task",
}
_TAGS = "|".join((*_DROPPED, *_COMMANDS, *_OUTPUTS))
_FIRST = re.compile(rf"\s*<({_TAGS})(?:\s[^<>]*)?>(.*?)</\1>\s*", re.DOTALL)
_LAST_END = re.compile(rf"</({'|'.join(_DROPPED)})>\s*\Z")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_SAYS_NOTHING = frozenset({"", "(no content)"})


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said (a command as it is typed), and what commands gave out, by their names."""

    text: str
    outputs: tuple[tuple[str, str], ...] = ()
    is_command: bool = False


def said(text: str) -> Said:
    """The words of a person in a text that an assistant may have put something around."""
    if "<" not in text:
        return Said(text if text.strip() else "")
    found: dict[str, str] = {}
    outputs: list[tuple[str, str]] = []

    def take(tag: str, content: str) -> None:
        if tag in _OUTPUTS and (told := _COLOUR.sub("", content).strip("\n")).strip() not in _SAYS_NOTHING:
            outputs.append((_OUTPUTS[tag], told))
        elif tag in _COMMANDS:
            found[tag] = content.strip()

    start, end = 0, len(text)
    while match := _FIRST.match(text, start):
        take(match[1], match[2])
        start = match.end()
    while (last := _LAST_END.search(text, max(start, end - 100), end)) is not None:
        begins = list(re.finditer(rf"<{last[1]}(?:\s[^<>]*)?>", text[start : last.start()]))
        if not begins:
            break
        end = start + begins[-1].start()
        while end > start and text[end - 1].isspace():
            end -= 1
    command = " ".join(filter(None, (found.get("command-name"), found.get("command-args"))))
    if "bash-input" in found:
        command = f"! {found['bash-input']}"
    own = text[start:end]
    return Said("\n\n".join(filter(str.strip, (command, own))), tuple(outputs), bool(command) and not own.strip())
