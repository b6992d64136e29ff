"""All commands, in the order of the help."""

from __future__ import annotations

from mnemoteca.cli import (
    acting,
    asking,
    care,
    committing,
    importing,
    keeping,
    knowing,
    looking,
    modelling,
    nano,
    processing,
    purging,
    recalling,
    remembering,
    serving,
    settings,
    sleeping,
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
    *asking.COMMANDS,
    *looking.COMMANDS,
    *knowing.COMMANDS,
    *tiering.COMMANDS,
    *sleeping.COMMANDS,
    *remembering.COMMANDS,
    *acting.COMMANDS,
    *purging.COMMANDS,
    *spaces.COMMANDS,
    *care.COMMANDS,
    *serving.COMMANDS,
    *modelling.COMMANDS,
    *nano.COMMANDS,
    *processing.COMMANDS,
    *settings.COMMANDS,
)
