"""What of the network a program uses, as the kernel sees it: strace over it and all its children."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

CALLS = "connect,bind,sendto,sendmsg,sendmmsg,listen,accept4"
# An Internet address in a call that reaches out or listens; names of sockets (AF_UNIX, AF_NETLINK) are let pass.
_REACHES_OUT = re.compile(r"\b(?:connect|bind|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_INET6?\b")


def watched(log: Path, *command: str, timeout_s: float = 120.0) -> subprocess.CompletedProcess[str]:
    """Run a command under strace; every process that it starts writes `log.<pid>`."""
    traced = ["strace", "-ff", "-e", f"trace={CALLS}", "-o", str(log), *command]
    return subprocess.run(
        traced, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout_s, check=False
    )


def reached_out(log: Path) -> list[str]:
    """The calls that carried an Internet address, of any process."""
    files = sorted(log.parent.glob(f"{log.name}.*"))
    assert files, "strace wrote nothing: nothing was watched"
    return [
        line for file in files for line in file.read_text(errors="replace").splitlines() if _REACHES_OUT.search(line)
    ]
