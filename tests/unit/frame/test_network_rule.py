"""Network modules stand in the wire, and in the one process that downloads models; the rule notices them elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.frame import network_rule

PACKAGE = Path(__file__).resolve().parents[3] / "app/mnemoteca"
MODULES = sorted(PACKAGE.rglob("*.py"))


def package_of(module: Path) -> str:
    name = ".".join(module.relative_to(PACKAGE).with_suffix("").parts)
    return name if name == network_rule.HUB else name.split(".")[0]


def test_no_module_outside_the_wire_uses_the_network() -> None:
    broken = {str(m.relative_to(PACKAGE)): network_rule.found(m.read_text(), package_of(m)) for m in MODULES}
    assert {name: what for name, what in broken.items() if what} == {}


def test_one_file_of_the_window_knows_qt_network() -> None:
    assert len([m for m in MODULES if "QtNetwork" in m.read_text()]) <= 1


@pytest.mark.parametrize(
    ("package", "source"),
    [
        ("library", "import socket"),
        ("store", "from urllib.request import urlopen"),
        ("cli", "import http.client"),
        ("models", "import ssl"),
        ("models", "import httpx2"),
        ("models", "from huggingface_hub import hf_hub_download"),
        ("models.hub_child", "import socket"),
        ("models.hub_child", "import urllib.request"),
        ("service", "from multiprocessing.connection import Client"),
        ("gui", "from PySide6.QtNetwork import QTcpSocket"),
        ("gui", "import PySide6.QtNetwork"),
        ("cli", "from PySide6.QtNetwork import QLocalSocket"),
        ("library", "import asyncio"),
        ("service", "asyncio.start_server(f, port=80)"),
        ("wire", "loop.create_connection(f)"),
        ("wire", "socket.socket(socket.AF_INET)"),
        ("gui", "asyncio.open_unix_connection(path)"),
    ],
)
def test_the_rule_notices(package: str, source: str) -> None:
    assert network_rule.found(source, package)


@pytest.mark.parametrize(
    ("package", "source"),
    [
        ("wire", "import socket"),
        ("models.hub_child", "import httpx2\nfrom huggingface_hub import constants"),
        ("service", "import asyncio\nasyncio.start_unix_server(f, sock=s)"),
        ("gui", "from PySide6.QtNetwork import QLocalSocket"),
        ("library", "from urllib.parse import urlparse"),
        ("core", "from mnemoteca.core import http_dates"),
    ],
)
def test_the_rule_lets_pass(package: str, source: str) -> None:
    assert network_rule.found(source, package) == []
