"""All commands, in the order of the help."""

from __future__ import annotations

from mnemoteca.cli import (
    acting,
    care,
    committing,
    importing,
    keeping,
    looking,
    modelling,
    recalling,
    serving,
    settings,
    sourcing,
    spaces,
    tiering,
)

COMMANDS = (
    *keeping.COMMANDS,
    *importing.COMMANDS,
    *sourcing.COMMANDS,
    *committing.COMMANDS,
    *recalling.COMMANDS,
    *looking.COMMANDS,
    *tiering.COMMANDS,
    *acting.COMMANDS,
    *spaces.COMMANDS,
    *care.COMMANDS,
    *serving.COMMANDS,
    *modelling.COMMANDS,
    *settings.COMMANDS,
)
