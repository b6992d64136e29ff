"""What may be said of names, facts and places in the window, where lupdate sees it."""

from __future__ import annotations

from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

KNOWLEDGE_SENTENCES: dict[str, tuple[str, str]] = {
    "no_entity": (
        QT_TRANSLATE_NOOP("Problem", "Nobody and nothing is known as {name}."),
        QT_TRANSLATE_NOOP("Problem", "See who is with: mnemoteca entities."),
    ),
    "no_relation": (
        QT_TRANSLATE_NOOP("Problem", "There is no relation {name}."),
        QT_TRANSLATE_NOOP("Problem", "Use one of: {names}."),
    ),
    "no_name": (
        QT_TRANSLATE_NOOP("Problem", "There is no name {id} of one entity."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca entities NAME --json."),
    ),
    "no_place_kind": (
        QT_TRANSLATE_NOOP("Problem", "There is no kind of place {name}."),
        QT_TRANSLATE_NOOP("Problem", "Use one of: {names}."),
    ),
    "no_words": (
        QT_TRANSLATE_NOOP("Problem", "“{words}” does not stand in memory {id}."),
        QT_TRANSLATE_NOOP("Problem", "Give the words as they are written there."),
    ),
    "no_kind_of_name": (
        QT_TRANSLATE_NOOP("Problem", "There is no kind of name {name}."),
        QT_TRANSLATE_NOOP("Problem", "Use one of: {names}."),
    ),
    "no_contradiction": (
        QT_TRANSLATE_NOOP("Problem", "There is no contradiction {id}."),
        QT_TRANSLATE_NOOP("Problem", "See them with: mnemoteca contradictions."),
    ),
    "cannot_merge": (
        QT_TRANSLATE_NOOP("Problem", "These can't be made one."),
        QT_TRANSLATE_NOOP("Problem", "Name two or more of one space that are not one yet."),
    ),
    "cannot_split": (
        QT_TRANSLATE_NOOP("Problem", "There would be nothing left of it."),
        QT_TRANSLATE_NOOP("Problem", "Name some of its names, or memories with --memories."),
    ),
}
