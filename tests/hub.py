"""A hub of models on loopback: it redirects to a store of files, and does what it is told to do wrong."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
STEP = 1 << 14


@dataclass
class Asked:
    """A request as it came."""

    method: str
    path: str
    host: str
    headers: dict[str, str]


@dataclass
class Hub:
    """What the hub has, by “owner/name/file”, and how it behaves; change it while it runs."""

    files: dict[str, bytes] = field(default_factory=dict)
    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    status: int = 0  # what each question for a file is answered with instead
    error_code: str = ""
    headers: dict[str, str] = field(default_factory=dict)  # that go with the answer about a file
    store_status: int = 0  # what the store answers instead
    cut_after: int = 0  # the store breaks off after so many bytes…
    cuts: int = 0  # …so many times
    rate: int = 0  # bytes a second
    other_bytes: bool = False  # of the right length
    whole_always: bool = False  # ranges are not heeded
    token: str = ""  # that has to come with a question
    tells_hash: bool = True
    to: str = "localhost"  # the host of the store, which is another name of this machine

    def sent(self) -> int:
        """How often the store was asked for a file."""
        return sum(each.path.startswith("/store/") for each in self.asked)


@contextmanager
def running_hub(files: dict[str, bytes]) -> Iterator[Hub]:
    """A hub that has these files."""
    hub = Hub(dict(files))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def log_message(self, *args: Any) -> None:
            pass

        def _answer(self) -> None:
            path = urlsplit(self.path).path
            hub.asked.append(Asked(self.command, path, self.headers.get("Host", ""), dict(self.headers)))
            if path.startswith("/store/"):
                self._send(hub.files[path.removeprefix("/store/")])
            else:
                self._redirect(path)

        def _redirect(self, path: str) -> None:
            """/owner/name/resolve/revision/file"""
            owner, name, _, _, file = path.strip("/").split("/", 4)
            key = f"{owner}/{name}/{file}"
            status = hub.status or (404 if key not in hub.files else 302)
            if hub.token and self.headers.get("Authorization") != f"Bearer {hub.token}":
                status = 401
            self.send_response(status)
            if status == 302:
                port = hub.address.rpartition(":")[2]
                self.send_header("Location", f"http://{hub.to}:{port}/store/{key}")
                self.send_header("X-Repo-Commit", COMMIT)
                self.send_header("X-Linked-Size", str(len(hub.files[key])))
                hashed = hashlib.sha256(hub.files[key]).hexdigest() if hub.tells_hash else "5d41402abc4b2a76"
                self.send_header("X-Linked-Etag", f'"{hashed}"')
            if hub.error_code:
                self.send_header("X-Error-Code", hub.error_code)
            for name_, value in hub.headers.items():
                self.send_header(name_, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _send(self, content: bytes) -> None:
            if hub.store_status:
                self.send_response(hub.store_status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            told = self.headers.get("Range", "")
            start = 0 if hub.whole_always or not told else int(told.removeprefix("bytes=").split("-")[0])
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            if hub.other_bytes:
                content = content[:-8] + bytes(8)
            self._write(content[start:])

        def _write(self, content: bytes) -> None:
            cut = hub.cut_after if hub.cuts > 0 else 0
            for at in range(0, len(content), STEP):
                if cut and at >= cut:
                    hub.cuts -= 1
                    self.close_connection = True
                    return
                try:
                    self.wfile.write(content[at : at + STEP])
                    self.wfile.flush()
                except OSError:  # who asked is gone
                    self.close_connection = True
                    return
                if hub.rate:
                    time.sleep(STEP / hub.rate)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, name="hub", daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.rate = 0
        server.shutdown()
        server.server_close()
        thread.join()
