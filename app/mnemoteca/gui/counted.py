"""Numbers with their nouns, in the plural that the language wants.

A class, since lupdate sees that a text has a plural only in the form `self.tr(text, "", n)`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


class Counted:
    """Each method says its number with its noun."""

    def tr(self, text: str, comment: str, n: int) -> str:
        """The plural of `text` for `n`; `comment` is for the translator."""
        return QCoreApplication.translate("Counted", text, comment or None, n)

    def seconds(self, n: int) -> str:
        return self.tr("%n s", "", n)

    def minutes(self, n: int) -> str:
        return self.tr("%n min", "", n)

    def hours(self, n: int) -> str:
        return self.tr("%n h", "", n)

    def days(self, n: int) -> str:
        return self.tr("%n d", "", n)

    def turns(self, n: int) -> str:
        return self.tr("%Ln turns", "", n)

    def lines(self, n: int) -> str:
        return self.tr("%Ln lines", "", n)

    def memories(self, n: int) -> str:
        return self.tr("%Ln memories", "", n) if n else QCoreApplication.translate("Counted", "no memories")

    def together(self, n: int) -> str:
        return self.tr("%Ln memories together", "", n)

    def read(self, n: int) -> str:
        return self.tr("read %n times", "", n)

    def recalled(self, n: int) -> str:
        return self.tr("%n times", "how often a memory was recalled", n)

    def promoted_today(self, n: int) -> str:
        return (
            self.tr("%Ln promoted today", "", n) if n else QCoreApplication.translate("Counted", "none promoted today")
        )

    def still_to_index(self, n: int) -> str:
        return self.tr("%Ln still to be indexed", "", n)

    def still_to_embed(self, n: int) -> str:
        return self.tr("%Ln not found by meaning yet", "", n)

    def notes_waiting(self, n: int) -> str:
        return self.tr("%n notes wait for the service", "", n)

    def connections(self, n: int) -> str:
        return self.tr("%Ln connections were made", "", n)

    def characters(self, n: int) -> str:
        return self.tr("%Ln characters", "", n)


counted = Counted()
