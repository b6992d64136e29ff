"""What is said of work that takes a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from mnemoteca.core.jobs import Job, JobState
from mnemoteca.core.standing import MeaningState, MeaningStatus
from mnemoteca.gui import told_jobs
from mnemoteca.gui.told_jobs import Backlog

pytestmark = pytest.mark.gui
NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
JOB = Job(1, "import", "chats.zip", JobState.RUNNING, 640, 1000, "byte", 0.0, None, "", NOW, None)


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale("en"))


def test_how_far_it_is_says_only_what_is_known() -> None:
    assert told_jobs.how_far(JOB) == "64 %"
    assert told_jobs.how_far(replace(JOB, rate=12_000_000, left_s=20.0)) == "64 % · 12.0 MB/s · 20 s left"
    assert told_jobs.how_far(replace(JOB, total=0)) == "Under way"
    assert told_jobs.how_far(replace(JOB, state=JobState.WAITING)) == "Waits for its turn"
    assert told_jobs.how_far(replace(JOB, kind="export", unit="memory", rate=1200.4)) == "64 % · 1,200 memories/s"


def test_how_it_ended_is_a_sentence() -> None:
    done = replace(JOB, state=JobState.DONE, result={"memories_new": 1200, "sessions_new": 3})
    assert told_jobs.ending(done) == "3 new sessions, 1,200 new memories."
    assert told_jobs.ending(replace(done, result={})) == "Nothing new."
    stopped = replace(done, state=JobState.CANCELLED)
    assert told_jobs.ending(stopped) == "It was stopped; what had come in stays."
    assert told_jobs.ending(replace(stopped, result={})) == "It was stopped before anything came in."
    back = replace(stopped, message="Cancelled; what had come in was taken back.")
    assert told_jobs.ending(back) == "It was taken back: what had come in is in the trash."
    written = replace(done, kind="export", result={"memories": 1, "sessions": 1})
    assert told_jobs.ending(written) == "Written: 1 memory in 1 session."


def test_when_it_ended_names_the_day_only_where_it_is_another() -> None:
    ended = replace(JOB, state=JobState.DONE, ended_at=NOW + timedelta(minutes=3))
    assert told_jobs.moment(ended, NOW) == "14:03, in 3 min 0 s"
    assert told_jobs.moment(replace(ended, started_at=ended.ended_at), NOW) == "14:03"
    assert told_jobs.moment(ended, NOW + timedelta(days=2)).startswith("21 Nov 14:03")


def test_only_what_failed_or_was_stopped_can_be_tried_again() -> None:
    assert told_jobs.can_retry(replace(JOB, state=JobState.FAILED))
    assert told_jobs.can_retry(replace(JOB, kind="export", state=JobState.CANCELLED))
    assert not told_jobs.can_retry(replace(JOB, kind="preview", state=JobState.FAILED))
    assert not told_jobs.can_retry(replace(JOB, state=JobState.DONE))


def test_a_backlog_knows_its_rate_after_a_second_and_begins_anew_when_it_grows() -> None:
    begun = Backlog().seen(1000, 10.0)
    assert (begun.rate, begun.left_s) == (0.0, None)
    later = begun.seen(600, 14.0)
    assert (later.rate, later.left_s) == (100.0, 6.0)
    assert later.seen(700, 15.0).rate == 0.0
    assert later.seen(0, 20.0).seen(5, 100.0).since == 100.0


def test_the_indexes_say_what_they_still_lack() -> None:
    backlog = Backlog().seen(1000, 10.0).seen(600, 14.0)
    assert told_jobs.words_fact(600, backlog).becomes == "600 still to be indexed · 100/s · 6 s left"
    assert told_jobs.words_fact(0, backlog).becomes == "everything indexed"
    ready = MeaningStatus(MeaningState.READY, missing=600, left_s=30.0)
    assert told_jobs.meaning_fact(ready, Backlog()).becomes == "600 not found by meaning yet · 30 s left"
    assert told_jobs.meaning_fact(MeaningStatus(), Backlog()).becomes == "switched off"
