"""How a preview is told on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mnemoteca.cli.wording import moment, plural, size
from mnemoteca.core.memory import Precision
from mnemoteca.core.preview import Preview

_EXAMPLES = 3  # secrets of a kind that are shown


def preview_told(label: str, seen: Preview) -> str:
    """What would come in, in a few lines."""
    return "\n".join(_lines(label, seen))


def _lines(label: str, seen: Preview) -> Iterator[str]:
    first, last = (moment(at, precision=Precision.DAY) for at in (seen.first, seen.last))
    span = f", {first} to {last}" if seen.first else ""
    yield f"{label} ({seen.format}, {size(seen.size)}){'' if seen.ended else ', not looked through to its end'}:"
    yield f"  {plural(seen.sessions, 'session')} ({seen.sessions_new:,} new), {plural(seen.memories, 'memory')}{span}"
    here = f"{seen.unchanged:,} here already" + (f" ({seen.in_trash:,} in the trash)" if seen.in_trash else "")
    yield f"  {seen.new:,} new, {seen.changed:,} changed, {here}, {plural(seen.duplicates, 'duplicate')}"
    if seen.refused:
        yield f"  {plural(seen.refused, 'memory')} stay out: receipts say that they were purged"
    if seen.elsewhere:
        sources = ", ".join(seen.elsewhere_from)
        yield f"  {plural(seen.elsewhere, 'conversation')} already here from {sources}; shown once"
    if seen.empty or seen.boilerplate or seen.tool_output:
        tools = f"{seen.tool_output:,} very long tool output ({size(seen.tool_characters)})"
        yield f"  junk: {seen.empty:,} empty, {seen.boilerplate:,} boilerplate, {tools}"
    if seen.secrets:
        count = sum(each.count for each in seen.secrets)
        yield f"  {plural(count, 'secret')}, left out unless you say --keep-secrets:"
    for kind in seen.secrets:
        shown = "; ".join(f"{each.shown} ({each.where})" for each in kind.examples[:_EXAMPLES])
        yield f"    {kind.count:,} × {kind.kind}{': ' if shown else ''}{shown}"
    if seen.unread:
        yield f"  {plural(seen.unread, 'entry')} that can't be read:"
    for reason in seen.reasons:
        yield f"    {reason.where}: {reason.reason}"
