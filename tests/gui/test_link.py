"""The window's line to the service: calls, news, breaks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mnemoteca.core.errors import NotFound, Problem, Unavailable
from mnemoteca.core.memory import DEFAULT_SPACE, Space
from mnemoteca.core.pushes import Changed
from mnemoteca.gui.link import Connection, Link
from tests.gui.service import Service


class Spaces:
    """As much of a library as these tests call."""

    def spaces(self, trashed: bool) -> tuple[Space, ...]:
        return (Space(DEFAULT_SPACE, 3, 1, True),)

    def make_space(self, name: str) -> Space:
        raise NotFound("no_space", name=name)


class NoStart:
    """A start that never comes to an end."""

    def over(self) -> bool:
        return False

    def problem(self) -> Problem | None:
        return None

    def settle(self, pid: int) -> None:
        pass


class Starts:
    """Counts the starts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, folder: Path) -> NoStart:
        self.count += 1
        return NoStart()


@pytest.fixture
def service(tmp_path: Path, qtbot: QtBot) -> Iterator[Service]:
    made = Service(tmp_path, Spaces())
    yield made
    made.stop()


@pytest.fixture
def link(tmp_path: Path, qtbot: QtBot) -> Iterator[Link]:
    made = Link(tmp_path, Starts())
    yield made
    made.close()


def come(qtbot: QtBot, link: Link) -> None:
    with qtbot.waitSignal(link.state_changed, check_params_cb=lambda state: state is Connection.HERE):
        link.open()


def test_a_call_brings_back_the_values_that_were_sent(qtbot: QtBot, service: Service, link: Link) -> None:
    come(qtbot, link)
    got: list[tuple[Space, ...]] = []
    link.call("spaces").then(got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(Space(DEFAULT_SPACE, 3, 1, True),)]


def test_a_problem_comes_to_its_caller_else_to_the_window(qtbot: QtBot, service: Service, link: Link) -> None:
    come(qtbot, link)
    mine: list[Problem] = []
    link.call("make_space", name="x").failed(mine.append)
    qtbot.waitUntil(lambda: bool(mine))
    assert mine[0].sentence == "There is no space called “x”."
    with qtbot.waitSignal(link.problem) as shown:
        link.call("make_space", name="y")
    assert shown.args is not None
    assert shown.args[0].key == "no_space"


def test_a_cancelled_call_tells_nobody(qtbot: QtBot, service: Service, link: Link) -> None:
    come(qtbot, link)
    got: list[object] = []
    link.call("spaces").then(got.append).cancel()
    later: list[object] = []
    link.call("spaces").then(later.append)
    qtbot.waitUntil(lambda: bool(later))
    assert got == []


def test_news_become_signals(qtbot: QtBot, service: Service, link: Link) -> None:
    come(qtbot, link)
    with qtbot.waitSignal(link.changed) as heard:
        service.push(Changed(4, 6))
    assert heard.args == [Changed(4, 6)]


@pytest.mark.parametrize("leave", [False, True], ids=["it left", "it was killed"])
def test_a_service_that_goes_away_and_comes_back_is_found_again(
    qtbot: QtBot, service: Service, link: Link, leave: bool
) -> None:
    come(qtbot, link)
    service.hold = True
    failed: list[Problem] = []
    link.call("spaces").failed(failed.append)
    qtbot.waitUntil(lambda: "spaces" in service.asked)
    with qtbot.waitSignal(link.state_changed, check_params_cb=lambda state: state is Connection.STARTING):
        service.stop(leave)
    qtbot.waitUntil(lambda: bool(failed))
    assert failed[0].key == "service_gone"
    service.hold = False
    with qtbot.waitSignal(link.state_changed, check_params_cb=lambda state: state is Connection.HERE):
        service.listen()
    got: list[object] = []
    link.call("spaces").then(got.append)
    qtbot.waitUntil(lambda: bool(got))


def test_a_call_without_a_service_fails_at_once(qtbot: QtBot, link: Link) -> None:
    failed: list[Problem] = []
    link.call("spaces").failed(failed.append)
    assert failed == []
    qtbot.waitUntil(lambda: bool(failed))


def test_the_service_is_started_once_where_none_answers(qtbot: QtBot, tmp_path: Path) -> None:
    starts = Starts()
    link = Link(tmp_path, starts)
    link.open()
    qtbot.waitUntil(lambda: starts.count == 1)
    service = Service(tmp_path, Spaces())
    qtbot.waitUntil(lambda: link.state is Connection.HERE)
    assert starts.count == 1
    link.close()
    service.stop()


def test_why_the_service_does_not_start_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    class Failed(NoStart):
        def over(self) -> bool:
            return True

        def problem(self) -> Problem | None:
            return Unavailable("service_newer", service="9", client="1")

    link = Link(tmp_path, lambda folder: Failed())
    with qtbot.waitSignal(link.state_changed, check_params_cb=lambda state: state is Connection.AWAY):
        link.open()
    assert link.why is not None
    assert link.why.key == "service_newer"
    link.close()


def test_a_data_folder_that_is_gone_is_not_made_again(qtbot: QtBot, service: Service, link: Link) -> None:
    come(qtbot, link)
    folder = service.folder
    shutil.rmtree(folder)
    with qtbot.waitSignal(link.state_changed, check_params_cb=lambda state: state is Connection.AWAY):
        service.stop()
    assert link.why is not None
    assert link.why.key == "folder_gone"
    assert not folder.exists()
