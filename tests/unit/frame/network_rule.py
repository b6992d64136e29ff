"""Which modules may speak to whom: what of the network a source file uses, read from its syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator

NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "httpx2", "huggingface_hub", "imaplib", "nntplib", "poplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "wsgiref",
    "xmlrpc", "multiprocessing.connection",
}  # fmt: skip
# What of asyncio opens a connection or a port; the Unix forms are for the service, the others for nobody.
STREAMS = {"open_connection", "start_server", "create_connection", "create_server", "create_datagram_endpoint"}
# The one process that goes to the network, and by what.
HUB, OF_THE_HUB = "models.hub_child", {"httpx2", "huggingface_hub"}
UNIX_STREAMS = {"open_unix_connection", "start_unix_server", "create_unix_connection", "create_unix_server"}


def found(source: str, package: str) -> list[str]:
    """What breaks the rule in a module of this package (the first part below `mnemoteca`, or `HUB`), in its order."""
    return [what for node in ast.walk(ast.parse(source)) for what in _judged(node, package)]


def _judged(node: ast.AST, package: str) -> Iterator[str]:
    for name in _imported(node):
        if package != "wire" and _is_one_of(name, NETWORK) and not (package == HUB and _is_one_of(name, OF_THE_HUB)):
            yield name
        if package not in ("service", "wire") and (name == "asyncio" or name.startswith("asyncio.")):
            yield name
        if name.startswith("PySide6.QtNetwork") and (package != "gui" or name != "PySide6.QtNetwork.QLocalSocket"):
            yield name
    if isinstance(node, ast.Attribute):
        if node.attr in STREAMS or (node.attr in UNIX_STREAMS and package not in ("service", "wire")):
            yield node.attr
        if node.attr in ("AF_INET", "AF_INET6"):
            yield node.attr


def _is_one_of(name: str, modules: set[str]) -> bool:
    return any(name == module or name.startswith(module + ".") for module in modules)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
