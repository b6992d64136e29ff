"""Answers and news that come late, twice or not at all, and acts that were overtaken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mnemoteca.core.changes import Done, Undoable
from mnemoteca.core.errors import BadInput, Unavailable
from mnemoteca.core.glance import Today
from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.memory import Tier
from mnemoteca.core.preview import AS_IT_IS, Preview
from mnemoteca.core.pushes import JobMoved, Resync
from mnemoteca.core.views import View
from mnemoteca.gui.acts import Acts
from mnemoteca.gui.bringing import Bringing
from mnemoteca.gui.components.lines import Lines
from mnemoteca.gui.importing import Importing
from mnemoteca.gui.panes.import_box import ImportBox, Step
from mnemoteca.gui.panes.tiers_page import TiersPage
from mnemoteca.gui.panes.today_page import TodayPage
from mnemoteca.gui.theme.theme import Theme
from mnemoteca.gui.tiering import Tiering
from tests.gui.caller import Answering
from tests.gui.desk import Household, household
from tests.gui.memories import NOW, Still, memory

__all__ = ["household"]
pytestmark = pytest.mark.gui
RUNNING = Job(4, "import", "kitchen.jsonl", JobState.RUNNING, 1, 9, "byte", 0.0, None, "", NOW, None, "personal")
ENDED = replace(RUNNING, state=JobState.CANCELLED, ended_at=NOW)


@pytest.fixture
def line() -> Answering:
    return Answering()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_list_of_a_tier_that_opens_after_it_was_left_is_closed_again(
    line: Answering, theme: Theme, parent: QWidget, qtbot: QtBot
) -> None:
    page = TiersPage(theme, Still())
    qtbot.addWidget(page)
    tiering = Tiering(line, page, parent)
    tiering.show("personal")
    opening = line.named("open_view")
    tiering.hide()
    for number, call in enumerate(opening):
        call.reply(View(number, 0, 0))
    assert [given["view"] for given in line.given("close_view")] == [0, 1, 2]


def test_a_job_that_ended_does_not_run_again_by_an_answer_that_was_on_its_way(line: Answering, parent: QObject) -> None:
    bringing = Bringing(line, parent)
    bringing.hear(JobMoved(RUNNING))
    bringing.stop(RUNNING.id)
    bringing.hear(JobMoved(ENDED))
    line.named("cancel_job")[0].reply(RUNNING)
    assert bringing.jobs() == ()


@pytest.fixture
def importing(line: Answering, theme: Theme, parent: QWidget) -> Importing:
    return Importing(line, ImportBox(theme, parent), Still(), parent)


def test_a_look_that_the_service_was_too_busy_for_is_asked_for_again(
    line: Answering, importing: Importing, qtbot: QtBot
) -> None:
    importing.start(["/somewhere/kitchen.jsonl"], "personal")
    line.named("preview_import")[0].fail(Unavailable("service_busy"))
    qtbot.waitUntil(lambda: len(line.named("preview_import")) == 2)
    importing.catch_up()
    assert len(line.named("preview_import")) == 2


def brought_in(line: Answering, importing: Importing) -> None:
    """Said yes to, and nothing answered yet."""
    importing.start(["/somewhere/kitchen.jsonl"], "personal")
    look = replace(RUNNING, id=1, kind="preview", state=JobState.DONE)
    line.named("preview_import")[0].reply(look)
    line.named("job")[0].reply(look)
    line.named("preview")[0].reply(Preview("/somewhere/kitchen.jsonl", "sessions", 9, True, memories=1, new=1))
    importing._bring_in(AS_IT_IS)


def test_an_import_that_was_taken_back_before_it_was_refused_is_over(
    line: Answering, importing: Importing, parent: QWidget
) -> None:
    brought_in(line, importing)
    (box,) = parent.findChildren(ImportBox)
    box.take_back_wanted.emit()
    line.named("import_file")[0].fail(BadInput("no_file", path="/somewhere/kitchen.jsonl"))
    assert box.step is Step.ENDED


def test_an_import_is_asked_for_once_however_often_what_was_missed_is_asked_for(
    line: Answering, importing: Importing
) -> None:
    brought_in(line, importing)
    importing.catch_up()
    assert len(line.named("import_file")) == 1


def test_the_way_back_from_an_act_undoes_that_act_alone(line: Answering, parent: QObject) -> None:
    acts, said, backs = Acts(line, parent), list[str](), list[Callable[[], None]]()

    def heard(words: str, back: Callable[[], None]) -> None:
        said.append(words)
        backs.append(back)

    acts.said.connect(heard)
    acts.pin((1,))
    line.named("pin")[0].reply(Done(1, 8, 5))
    acts.space = "work"
    backs[0]()
    assert line.given("history") == [{"space": "personal", "limit": 1}]
    line.named("history")[0].reply((Undoable(6, NOW, "import", 900, False),))
    assert line.named("undo") == []
    assert said[-1].startswith("Something else was done since")
    backs[0]()
    line.named("history")[1].reply((Undoable(5, NOW, "pin", 1, False),))
    assert line.given("undo") == [{"space": "personal"}]


def test_a_key_pressed_twice_keeps_a_memory_once(theme: Theme, qtbot: QtBot) -> None:
    page = TodayPage(theme, Still())
    qtbot.addWidget(page)
    first, second = (memory(text, id=n, tier=Tier.MEDIUM) for n, text in enumerate(("oat", "rye"), 1))
    page.set_today(Today("2026-11-21", 0, 0, 0, (), (), (first, second), 2, ()))
    page.show()
    kept: list[int] = []
    page.keep_wanted.connect(lambda memory: kept.append(memory.id))
    fading = next(lines for lines in page.findChildren(Lines) if lines.accessibleName() == "Fading soon")
    for _ in range(3):
        QTest.keyClick(fading, Qt.Key.Key_K)
    assert kept == [1, 2]


def test_a_day_that_was_not_told_yet_is_not_called_empty(theme: Theme, qtbot: QtBot) -> None:
    page = TodayPage(theme, Still())
    qtbot.addWidget(page)
    assert "Nothing came in yet." not in [label.text() for label in page.findChildren(QLabel)]
    page.set_today(Today("2026-11-21", 0, 0, 0, (), (), (), 0, ()))
    assert "Nothing came in yet." in [label.text() for label in page.findChildren(QLabel)]


def test_news_that_were_dropped_are_asked_for_on_every_page(qtbot: QtBot, household: Household) -> None:
    household.library.capture("Oat milk")
    window = household.open().window
    for page, asked in (("timeline", "density"), ("activity", "status"), ("history", "history")):
        window.deeds.run(f"page_{page}")
        household.settle()
        before = [household.service.asked.count(name) for name in (asked, "jobs", "spaces")]
        window.panes.top.set_query("oat mi")
        household.service.push(Resync(1))
        qtbot.waitUntil(
            lambda before=before, asked=asked: all(  # type: ignore[misc]
                household.service.asked.count(name) > n
                for name, n in zip((asked, "jobs", "spaces"), before, strict=True)
            )
        )
        household.settle()
        assert window.panes.top.query() == "oat mi"
