"""The kinds of secrets in the person's language: most are a maker's name and what it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mnemoteca.gui.translations import QT_TRANSLATE_NOOP

OWN = {
    "private key": QT_TRANSLATE_NOOP("Secrets", "private key"),
    "bearer token": QT_TRANSLATE_NOOP("Secrets", "bearer token"),
    "session cookie": QT_TRANSLATE_NOOP("Secrets", "session cookie"),
    "password": QT_TRANSLATE_NOOP("Secrets", "password"),
    "card number": QT_TRANSLATE_NOOP("Secrets", "card number"),
    "token": QT_TRANSLATE_NOOP("Secrets", "token"),
    "secret": QT_TRANSLATE_NOOP("Secrets", "secret"),
    "key": QT_TRANSLATE_NOOP("Secrets", "key"),
    "API key": QT_TRANSLATE_NOOP("Secrets", "API key"),
    "JWT": QT_TRANSLATE_NOOP("Secrets", "signed token (JWT)"),
}
MADE_OF = {
    "key": QT_TRANSLATE_NOOP("Secrets", "%1 key"),
    "token": QT_TRANSLATE_NOOP("Secrets", "%1 token"),
    "webhook": QT_TRANSLATE_NOOP("Secrets", "%1 webhook"),
}


def kind_name(kind: str) -> str:
    """What a kind of secret is called; one that isn't known here keeps its words."""
    if kind in OWN:
        return QCoreApplication.translate("Secrets", OWN[kind])
    maker, _, what = kind.rpartition(" ")
    if maker and what in MADE_OF:
        return QCoreApplication.translate("Secrets", MADE_OF[what]).replace("%1", maker)
    return kind
