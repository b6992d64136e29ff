"""The person's token for a hub that asks who they are: in the keyring of the system, one for each host.

For the hub itself HF_TOKEN counts, too. A token is never sent to another host than the one it was kept for.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Mapping
from types import ModuleType

from mnemoteca.core.errors import Unavailable

SERVICE, HUB_HOST = "mnemoteca", "huggingface.co"


def read_token(host: str, environment: Mapping[str, str] = os.environ) -> str:
    """The token for a host; "" where there is none, or no keyring that answers."""
    if host == HUB_HOST and (given := environment.get("HF_TOKEN", "").strip()):
        return given
    if (keyring := _keyring()) is None:
        return ""
    try:
        return str(keyring.get_password(SERVICE, host) or "")
    except keyring.errors.KeyringError:  # it is locked, or there is none
        return ""


def write_token(host: str, token: str) -> None:
    """Keep the token for a host, or take it out where it is ""; raises `Unavailable` where there is no keyring."""
    keyring = _keyring()
    if keyring is None:
        raise Unavailable("no_keyring", reason="the package “keyring” is not installed")
    try:
        if token:
            keyring.set_password(SERVICE, host, token)
        elif keyring.get_password(SERVICE, host) is not None:
            keyring.delete_password(SERVICE, host)
    except keyring.errors.KeyringError as error:
        raise Unavailable("no_keyring", reason=str(error) or type(error).__name__) from error


def _keyring() -> ModuleType | None:
    """The library that speaks to the keyring of the system, where it is installed; it is loaded at need alone."""
    return importlib.import_module("keyring") if importlib.util.find_spec("keyring") else None
