"""`python -m mnemoteca` is the command `mnemoteca`."""

from __future__ import annotations

import sys

from mnemoteca.main import main

if __name__ == "__main__":
    sys.exit(main())
