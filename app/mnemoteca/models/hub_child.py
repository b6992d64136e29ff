"""`python -m mnemoteca.models.hub_child`: fetches one file of a hub; nothing else in Mnemoteca goes to the network.

It reads an errand, tells how it goes on its standard output, and ends with whoever started it. What is fetched goes on
where a part of it is; each host is written to the record of connections before it is gone to.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO, cast

import httpx2
import msgspec
from huggingface_hub import constants, get_hf_file_metadata, hf_hub_url, set_client_factory
from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, OfflineModeIsEnabled
from huggingface_hub.file_download import http_get
from huggingface_hub.utils._headers import build_hf_headers

from mnemoteca.core.clock import clock_of, stopwatch
from mnemoteca.core.connections import Purpose
from mnemoteca.core.errors import BadInput, Damaged, DiskTrouble, NotFound, Problem, Unavailable
from mnemoteca.models import child_side
from mnemoteca.models.connecting import Going, record_file, recorded
from mnemoteca.models.hub_messages import Arrived, Errand, Found, Moved, Refused, Told
from mnemoteca.models.hub_token import read_token

STEP = 1 << 18  # bytes that are written at once: as much is lost when it is killed
TELL_EVERY_S = 0.2
LONGEST_WAIT_S = 60  # that a hub may ask for before it is told instead of waited for
_TOOL = "huggingface_hub"


def tell(told: Told) -> None:
    """Say it to who started this process."""
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
    sys.stdout.buffer.flush()


class Hosts:
    """Writes down every host before it is gone to, and lets nobody lead from https to http."""

    def __init__(self, errand: Errand) -> None:
        self._proxy = httpx2.URL(errand.proxy).host if errand.proxy else ""
        self._plain = errand.endpoint.startswith("http://")  # as the person wants it: a mirror of their own
        self._stack, self._goings = ExitStack(), dict[str, Going]()

    def client(self, proxy: str) -> httpx2.Client:
        hooks: dict[str, list[Any]] = {"request": [self._going_to], "response": [_heed_waits]}
        return httpx2.Client(event_hooks=hooks, follow_redirects=True, timeout=None, proxy=proxy or None)

    def _going_to(self, request: httpx2.Request) -> None:
        if constants.is_offline_mode():
            raise OfflineModeIsEnabled("HF_HUB_OFFLINE")
        host = request.url.host
        if request.url.scheme != "https" and not self._plain:
            raise Unavailable("hub_unsafe", host=host)
        if host not in self._goings:
            hosts = tuple(dict.fromkeys(filter(None, (self._proxy, host))))
            going = recorded(record_file(), clock_of(os.environ), Purpose.MODEL, _TOOL, hosts)
            self._goings[host] = self._stack.enter_context(going)

    def close(self, worked: bool, size: int) -> None:
        """How it ended; the size stands with the host that was gone to last."""
        for number, going in enumerate(self._goings.values(), 1):
            going.worked = worked
            going.size = size if number == len(self._goings) and size else None
        self._stack.close()


def _heed_waits(response: httpx2.Response) -> None:
    """A hub that wants to be asked again only after long is told of; the library would sleep as long."""
    wait = response.headers.get("Retry-After", "")
    if response.status_code == 429 and wait.isdecimal() and int(wait) > LONGEST_WAIT_S:
        raise Unavailable("hub_busy", host=response.request.url.host)


class Part:
    """The file that is written to; it tells how far it is, and leaves room on the disk."""

    def __init__(self, file: BinaryIO, done: int, margin: int) -> None:
        self._file, self._folder, self._margin = file, Path(file.name).parent, margin
        self.done, self._told = done, 0.0
        self.got = 0

    def write(self, data: bytes) -> int:
        if shutil.disk_usage(self._folder).free < self._margin:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._file.write(data)
        self.done += len(data)
        self.got += len(data)
        if stopwatch() - self._told >= TELL_EVERY_S:
            self._told = stopwatch()
            self._file.flush()
            tell(Moved(self.done))
        return len(data)

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, at: int) -> int:
        self.done = at
        return self._file.seek(at)

    def truncate(self) -> int:
        return self._file.truncate()


def fetch(errand: Errand) -> None:
    """Fetch what the errand names; raises `Problem`, `OSError`, and what the libraries raise."""
    hosts, moved, worked = Hosts(errand), 0, False
    set_client_factory(lambda: hosts.client(errand.proxy))
    token = read_token(httpx2.URL(errand.endpoint).host) or False
    url = hf_hub_url(errand.repository, errand.file, revision=errand.revision or None, endpoint=errand.endpoint)
    try:
        found = _look(errand, url, token)
        tell(found)
        url = hf_hub_url(errand.repository, errand.file, revision=found.revision, endpoint=errand.endpoint)
        headers = {**build_hf_headers(token=token), "Accept-Encoding": "identity"}
        with Path(errand.part).open("ab") as file:
            file.truncate(found.start)
            file.seek(0, os.SEEK_END)
            part = Part(file, found.start, errand.margin)
            try:
                http_get(url, cast(BinaryIO, part), resume_size=found.start, headers=headers, expected_size=found.bytes)
            finally:
                moved = part.got
                file.flush()
                os.fsync(file.fileno())
        worked = True
    finally:
        hosts.close(worked, moved)
    tell(Arrived())


def _look(errand: Errand, url: str, token: str | bool) -> Found:
    """What the hub says of the file, held against what it has to be."""
    told = get_hf_file_metadata(url, token=token, endpoint=errand.endpoint)
    sha256, size = (told.etag or "").lower(), told.size or 0
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef") or not size or not told.commit_hash:
        raise Damaged("hub_no_hash", file=errand.file)
    if errand.pinned and (sha256, size) != (errand.sha256, errand.bytes):
        raise Damaged("hub_other_file", file=errand.file)
    part = Path(errand.part)
    there = part.stat().st_size if part.exists() and sha256 == errand.sha256 else 0
    start = there if there <= size else 0
    room = shutil.disk_usage(part.parent).free - errand.margin
    if size - start > room:
        raise DiskTrouble(
            "no_room", folder=part.parent.parent, needed=_megabytes(size - start), free=_megabytes(max(0, room))
        )
    return Found(told.commit_hash, sha256, size, start)


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"


def problem_of(error: Exception, errand: Errand) -> Problem:
    """What a person is told of it."""
    hub = httpx2.URL(errand.endpoint).host
    if isinstance(error, Problem):
        return error
    if isinstance(error, OfflineModeIsEnabled):
        return Unavailable("hub_offline")
    if isinstance(error, HfHubHTTPError):
        return _refusal(error, errand, hub)
    if isinstance(error, httpx2.ProxyError):
        return Unavailable("hub_proxy", reason=_plain(error))
    if isinstance(error, httpx2.HTTPError | httpx2.InvalidURL):
        return Unavailable("hub_unreachable", host=hub, reason=_plain(error))
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskTrouble("disk_full", folder=Path(errand.part).parent.parent)
    if isinstance(error, OSError) and error.errno:
        return DiskTrouble("read_only", folder=error.filename or Path(errand.part).parent)
    return Unavailable("hub_unreachable", host=hub, reason=_plain(error))


def _refusal(error: HfHubHTTPError, errand: Errand, hub: str) -> Problem:
    """What the hub's answer means."""
    status = error.response.status_code
    page = f"{errand.endpoint}/{errand.repository}"
    if isinstance(error, GatedRepoError) or status == 403:
        return Unavailable("hub_gated", file=errand.file, page=page)
    if status == 401:
        return Unavailable("hub_unknown_person", file=errand.file, page=page)
    if status == 404:
        return NotFound("hub_missing", file=errand.file, page=page)
    if status == 429:
        return Unavailable("hub_busy", host=hub)
    if status >= 500:
        return Unavailable("hub_trouble", host=hub, status=status)
    return BadInput("hub_refused", file=errand.file, host=hub, status=status)


def _plain(error: Exception) -> str:
    told = "".join(letter if letter.isprintable() else " " for letter in str(error))
    return told[:160].strip().rstrip(".") or type(error).__name__


def _end_with_standard_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    child_side.end_with_the_service()
    errand = msgspec.json.decode(sys.stdin.buffer.readline(), type=Errand)
    threading.Thread(target=_end_with_standard_input, daemon=True).start()
    constants.DOWNLOAD_CHUNK_SIZE = STEP
    try:
        fetch(errand)
    except (Problem, OSError, ValueError, httpx2.HTTPError, httpx2.InvalidURL) as error:
        problem = problem_of(error, errand)
        tell(Refused(problem.family, problem.key, problem.values))


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)
