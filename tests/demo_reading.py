"""What the pictures of the reader show: an invented chat with branches, code and a tool, and a short document."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from tests.unit.library.importers.pdfs import pdf

_PLAN = """Two things decide it: what the flat costs **a year**, and how long the way to school takes.

| flat | a year | to school |
|---|--:|--:|
| Boa Viagem | 46.800 | 50 min |
| Rua da Aurora | 50.400 | 15 min |

1. Take the time of *everyone*, there and back
2. Count it as money, with `worth()` below

```python
def worth(minutes: int, days: int = 200) -> float:
    \"\"\"What a way costs in a year.\"\"\"
    return minutes / 60 * days * 18.50  # an hour of yours
```

> Rua da Aurora is dearer by 3.600, and saves 230 hours."""
_OTHER = "In short: take the *nearer* one. Fifteen minutes are worth more than the rent."
_OUTPUT = "route.csv\n" + "\n".join(f"Rua da Aurora,{n},15 min" for n in range(40))
_PAGES = (
    "Lease of the flat in Rua da Aurora. The lease begins on 15 January 2027 and runs for thirty months.",
    "The deposit is two months' rent. The keys are handed over on the day before, at ten in the morning.",
)


def write_chat(path: Path, end: datetime) -> Path:
    """The chat, as a person exports it."""

    def node(n: int, parent: str | None, text: str, role: str, name: str = "") -> dict[str, object]:
        told = {"author": {"role": role, "name": name or None}, "content": {"content_type": "text", "parts": [text]}}
        at = (end - timedelta(minutes=10 - 2 * n)).timestamp()
        return {"parent": parent, "message": {**told, "create_time": at}}

    mapping = {
        "ask": node(0, None, "Which flat is better for us, with school and the rent?", "user"),
        "tool": node(1, "ask", _OUTPUT, "tool", "route"),
        "short": node(2, "tool", _OTHER, "assistant"),
        "plan": node(2, "tool", _PLAN, "assistant"),
        "thanks": node(3, "plan", "Then it is Rua da Aurora. Thank you!", "user"),
    }
    chat = {"conversation_id": "flat", "title": "Which flat is better?", "create_time": end.timestamp()}
    path.write_text(json.dumps([{**chat, "current_node": "thanks", "mapping": mapping}]), encoding="utf-8")
    return path


def write_lease(path: Path) -> Path:
    """The document."""
    path.write_bytes(pdf(_PAGES))
    return path
