"""Reading what was kept, step by step, without the thread that does it in a service."""

from __future__ import annotations

from mnemoteca.library.library import LocalLibrary


def read_all(library: LocalLibrary) -> None:
    """Have everything read and weighed that is kept now."""
    while library.known.behind:
        library.known.step()
