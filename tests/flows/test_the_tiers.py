"""The tiers: the life of a memory on a real service whose clock the test drives."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mnemoteca.core.memory import Tier
from mnemoteca.core.recall import Question
from mnemoteca.core.views import ListQuery, Place
from mnemoteca.wire.client import Client, connect
from mnemoteca.wire.start import start_service
from tests.conftest import Mnemoteca

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SPACE = "personal"


class Story:
    """A client of a real service, and the time it believes in."""

    def __init__(self, folder: Path, clock: Path) -> None:
        self.folder, self._clock = folder, clock
        self.now = START
        self._write()
        self.client: Client = connect(folder, start=start_service, role="test")
        self.library = self.client.library

    def pass_(self, seconds: float) -> None:
        """Let time pass, and let what is due be done."""
        self.now += timedelta(seconds=seconds)
        self._write()
        self.library.run_due()

    def kill_and_sleep(self, seconds: float) -> None:
        """Kill the service, let time pass without it, and start it again."""
        os.kill(self.library.status().pid, signal.SIGKILL)
        self.client.close()
        self.now += timedelta(seconds=seconds)
        self._write()
        self.client = connect(self.folder, start=start_service, role="test")
        self.library = self.client.library
        self.library.run_due()

    def entry(self, importance: float = 0.1, text: str = "an entry") -> int:
        return self.library.add_short_term(text, SPACE, importance).id

    def tier(self, id: int) -> Tier:
        return self.library.memory(id).tier

    def _write(self) -> None:
        part = self._clock.with_suffix(".part")
        part.write_text(self.now.isoformat(), encoding="utf-8")
        part.replace(self._clock)


@pytest.fixture
def story(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    clock = data_folder.parent / "clock"
    monkeypatch.setenv("MNEMOTECA_TEST_CLOCK", str(clock))
    told = Story(data_folder, clock)
    yield told
    told.client.close()


def test_an_entry_lives_for_299_seconds_and_is_faded_after_301(story: Story) -> None:
    entry = story.entry()
    story.pass_(299)
    assert story.tier(entry) is Tier.SHORT
    story.pass_(2)
    assert story.tier(entry) is Tier.FADED


def test_importance_of_07_rises_after_30_seconds_and_069_does_not(story: Story) -> None:
    weighty, light = story.entry(0.7), story.entry(0.69)
    story.pass_(29)
    assert story.tier(weighty) is Tier.SHORT
    story.pass_(1)
    assert (story.tier(weighty), story.tier(light)) == (Tier.MEDIUM, Tier.SHORT)


def test_two_accesses_let_an_entry_rise_at_the_next_cycle(story: Story) -> None:
    once, twice = story.entry(text="mango"), story.entry(text="papaya")
    for _ in range(2):
        story.library.recall_across_tiers("papaya", SPACE)
    story.library.recall_across_tiers("mango", SPACE)
    assert story.tier(twice) is Tier.SHORT
    story.pass_(30)
    assert (story.tier(twice), story.tier(once)) == (Tier.MEDIUM, Tier.SHORT)


def test_a_forced_promotion_happens_at_once(story: Story) -> None:
    entry = story.entry()
    assert story.library.force_promotion(entry)
    assert story.tier(entry) is Tier.MEDIUM


def test_sixty_notes_by_hand_within_ten_seconds_end_in_medium_and_none_is_faded(story: Story) -> None:
    for n in range(60):
        story.library.capture(f"note {n}")
        story.pass_(1 / 6)
    story.pass_(30)
    stats = story.library.tier_stats()
    assert (stats.short.count, stats.medium.count, stats.faded.count) == (0, 60, 0)


def test_a_full_buffer_evicts_the_oldest_but_promotes_what_is_due(story: Story) -> None:
    due, plain = story.entry(0.9), story.entry(0.1)
    for n in range(50):
        story.entry(0.1, f"filler {n}")
    assert (story.tier(due), story.tier(plain)) == (Tier.MEDIUM, Tier.FADED)
    assert story.library.tier_stats().short.count == 50


def test_medium_holds_at_23_hours_and_fades_or_is_kept_for_good_by_25(story: Story) -> None:
    plain, kept = story.entry(0.1, "plain"), story.entry(0.1, "kept")
    for id in (plain, kept):
        story.library.force_promotion(id)
    story.pass_(23 * 3600)
    assert story.tier(plain) is Tier.MEDIUM
    story.library.pin((kept,))
    story.pass_(2 * 3600)
    assert (story.tier(plain), story.tier(kept)) == (Tier.FADED, Tier.LONG)


Passing = Callable[[Story, float], None]


@pytest.mark.parametrize("passing", [Story.pass_, Story.kill_and_sleep], ids=["asleep", "killed"])
def test_eight_hours_away_do_what_eight_hours_awake_would_have_done(story: Story, passing: Passing) -> None:
    weighty, light = story.entry(0.8, "weighty"), story.entry(0.2, "light")
    passing(story, 8 * 3600)
    assert (story.tier(weighty), story.tier(light)) == (Tier.LONG, Tier.FADED)


def test_medium_counts_its_day_from_when_it_rose_also_across_a_kill(story: Story) -> None:
    entry = story.entry(0.75)
    story.kill_and_sleep(23 * 3600)
    assert story.tier(entry) is Tier.MEDIUM
    story.kill_and_sleep(2 * 3600)
    assert story.tier(entry) is Tier.FADED


def test_a_clock_set_back_neither_revives_nor_repeats(story: Story) -> None:
    faded, risen = story.entry(0.1), story.entry(0.75)
    story.pass_(301)
    before = story.library.tier_stats()
    story.pass_(-3600)
    assert (story.tier(faded), story.tier(risen)) == (Tier.FADED, Tier.MEDIUM)
    fresh = story.entry(0.75, "after the clock was set back")
    story.pass_(30)
    assert story.tier(fresh) is Tier.MEDIUM
    after = story.library.tier_stats()
    assert (after.medium.promotions, after.short.expiries) == (before.medium.promotions + 1, before.short.expiries)


def test_promotion_by_itself_can_be_switched_off_and_the_ttl_goes_on(story: Story) -> None:
    story.library.set_setting("tiers.promote", False, SPACE)
    entry = story.entry(0.9)
    story.pass_(60)
    assert story.tier(entry) is Tier.SHORT
    story.pass_(300)
    assert story.tier(entry) is Tier.FADED


def test_an_access_is_what_a_person_opened_or_the_tiers_were_asked_for_and_nothing_else(
    story: Story, mnemoteca: Mnemoteca
) -> None:
    entry = story.entry(text="a walnut cake")

    def accesses() -> int:
        return story.library.memory(entry).access_count

    asked = Question("walnut")
    listed = story.library.open_view(ListQuery(Place.SHORT))
    assert story.library.rows(listed.view, 0, 10).memories
    assert story.library.recall(asked).hits
    assert story.library.recall(asked, as_typed=True).hits
    assert story.library.recall_batch((asked, asked))[1].hits
    assert story.library.short_entries(SPACE)
    questions = story.folder.parent / "questions.jsonl"
    questions.write_text('{"id": 1, "question": "walnut"}\n')
    for command in (("recall", "walnut"), ("recall", "--questions", str(questions)), ("show", str(entry), "--json")):
        assert mnemoteca(*command).returncode == 0
    assert accesses() == 0
    assert story.library.short_search("walnut", SPACE)
    assert accesses() == 1
    assert story.library.recall_across_tiers("walnut", SPACE)
    assert accesses() == 2
    story.library.accessed((entry,))  # a window tells that it was opened, copied or chosen
    assert accesses() == 3
    assert mnemoteca("show", str(entry)).returncode == 0
    assert accesses() == 4
    story.library.force_promotion(entry)
    assert story.library.recall_across_tiers("walnut", SPACE)
    assert accesses() == 4, "only what lives in short is accessed by being recalled"
