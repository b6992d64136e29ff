"""The pages of the middle of the window: the lists of places, and pages of their own."""

from __future__ import annotations

from enum import StrEnum


class Page(StrEnum):
    """What the middle of the window shows."""

    LIST = "list"
    TIERS = "tiers"
    WELCOME = "welcome"
    TODAY = "today"
    SOURCES = "sources"
    SETTINGS = "settings"
    KEYBOARD = "keyboard"
    ACTIVITY = "activity"
    BACKUPS = "backups"
    RECEIPTS = "receipts"
    MODELS = "models"
    NETWORK = "network"
    HISTORY = "history"
    TIMELINE = "timeline"
    FACTS = "facts"
    ENTITIES = "entities"
    SLEEP = "sleep"
    CONTRADICTIONS = "contradictions"
    FADING = "fading"
    GRAPH = "graph"
    HELP = "help"


# Those that are gone to as such, not by a place.
OWN = frozenset(
    {
        Page.TODAY,
        Page.SOURCES,
        Page.SETTINGS,
        Page.KEYBOARD,
        Page.TIMELINE,
        Page.FACTS,
        Page.ENTITIES,
        Page.GRAPH,
        Page.ACTIVITY,
        Page.BACKUPS,
        Page.RECEIPTS,
        Page.MODELS,
        Page.NETWORK,
        Page.HISTORY,
        Page.SLEEP,
        Page.CONTRADICTIONS,
        Page.FADING,
        Page.HELP,
    }
)
WITH_MEMORIES = frozenset(
    {Page.TODAY, Page.TIMELINE, Page.FACTS, Page.GRAPH, Page.ENTITIES}
)  # that have nothing to show in a library without any
